import { holdsAny, leadLength } from "../../base";
import type { Span } from "../../base";
import { readLine } from "./line";
import { plain, readStamp, shifted } from "../../time";
import type { EventStamp } from "./entry";

/** One line of a pasted log; spans are offsets in the log's source. */
export interface LogEvent {
  readonly span: Span;
  readonly stamp: EventStamp;
  readonly text: Span;
  /** What kind of entry it says it is: `acknowledge_log_entry`. */
  readonly type: string;
}

/**
 * The events of a pasted log: lines that begin with a date and a time, or the log entries of PagerDuty's API as JSON.
 * A line that says nothing beside its time is none: what it is about stands somewhere else. A feed is not read, as its
 * dates are those of the page, nor an export of chat that has a sender behind each time and the message below.
 */
export function readLog(source: string): readonly LogEvent[] {
  if (/^\s*(?:<\?xml\b|<(?:feed|rss)\b|={20,}\s+Guild: )/.test(source)) return [];
  const json = holdsAny(source.charAt(leadLength(source, "")), "[{") ? readJson(source) : [];
  return json.length > 0 ? json : readLogLines(source);
}

function readLogLines(source: string): readonly LogEvent[] {
  const events: LogEvent[] = [];
  let start = 0;
  for (const row of source.split("\n")) {
    const line = readLine(row);
    if (line?.form === "bare" && line.stamp.kind === "time" && line.text.start < line.text.end) {
      const text = { start: start + line.text.start, end: start + line.text.end };
      events.push({
        span: { start, end: start + row.trimEnd().length },
        stamp: shifted(line.stamp, start),
        text,
        type: "",
      });
    }
    start += row.length + 1;
  }
  return events;
}

/** An object or a list that is being read. */
interface Container {
  readonly start: number;
  readonly kind: "object" | "list";
  /** String values by key, as spans without the quotes. */
  readonly values: Map<string, Span>;
  /** What it is called in the object around it; null in a list. */
  readonly name: string | null;
  /** How many events were known when it began. */
  readonly before: number;
  /** Those that stand in a list within it, which may be a list of events. */
  listed: readonly LogEvent[];
}

const timeKeys = ["created_at", "timestamp", "occurred_at", "time"];
const textKeys = ["summary", "message", "description"];
/** Lists of work to be done, which has times too. */
const workLists: ReadonlySet<string> = new Set(["follow_ups"]);

/**
 * Objects with a time and a text; a `type`, where there is one, must name a log entry or an event. What describes such
 * an object, as its state or its author, has times of its own that are no events.
 */
function readJson(source: string): readonly LogEvent[] {
  const events: LogEvent[] = [];
  const open: Container[] = [];
  let key: string | null = null;
  const begin = (start: number, kind: Container["kind"]): void => {
    open.push({ start, kind, values: new Map(), name: key, before: events.length, listed: [] });
    key = null;
  };
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === "{") begin(at, "object");
    else if (char === "[") begin(at, "list");
    else if (char === "]" || char === "}") {
      const closed = open.pop();
      if (closed === undefined) continue;
      if (closed.kind === "list") {
        const within = events.splice(closed.before);
        const kept = closed.name !== null && workLists.has(closed.name) ? [] : within;
        const around = open.at(-1);
        if (around?.kind === "object") around.listed = [...around.listed, ...kept];
        events.push(...kept);
      } else {
        const event = logEvent(source, closed, at + 1);
        const hasTime = timeKeys.some((name) => closed.values.has(name));
        if (event !== null || hasTime) events.splice(closed.before);
        if (event !== null) events.push(event);
        else if (hasTime) events.push(...closed.listed);
      }
    } else if (char === '"') {
      const end = stringEnd(source, at + 1);
      if (end < 0) break;
      const value = { start: at + 1, end };
      if (
        source
          .slice(end + 1, end + 22)
          .trimStart()
          .startsWith(":")
      )
        key = source.slice(value.start, value.end);
      else if (key !== null) open.at(-1)?.values.set(key, value);
      at = end;
    } else if (char === ",") key = null;
  }
  return events.sort((a, b) => a.span.start - b.span.start);
}

function stringEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === '"') return at;
  }
  return -1;
}

function logEvent(source: string, { start, values }: Container, end: number): LogEvent | null {
  const first = (keys: readonly string[]): Span | undefined => keys.flatMap((key) => values.get(key) ?? [])[0];
  const kind = values.get("type");
  const type = kind === undefined ? "" : source.slice(kind.start, kind.end);
  const time = first(timeKeys);
  const text = (type === "annotate_log_entry" ? values.get("note") : undefined) ?? first(textKeys);
  const isNone = time === undefined || text === undefined || source.slice(text.start, text.end).trim() === "";
  if (isNone || (kind !== undefined && !type.endsWith("log_entry") && !type.includes("event"))) return null;
  const value = source.slice(time.start, time.end);
  const stamp = readStamp(plain(value), 0);
  if (stamp?.kind !== "time" || stamp.span.end < value.length) return null;
  return { span: { start, end }, stamp: shifted(stamp, time.start), text, type };
}
