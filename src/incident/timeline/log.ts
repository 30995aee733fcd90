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
 */
export function readLog(source: string): readonly LogEvent[] {
  const json = /^\s*[[{]/.test(source) ? readJson(source) : [];
  return json.length > 0 ? json : readLogLines(source);
}

function readLogLines(source: string): readonly LogEvent[] {
  const events: LogEvent[] = [];
  let start = 0;
  for (const row of source.split("\n")) {
    const line = readLine(row);
    if (line?.form === "bare" && line.stamp.kind === "time") {
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

interface JsonObject {
  readonly start: number;
  /** String values by key, as spans without the quotes. */
  readonly values: Map<string, Span>;
}

const timeKeys = ["created_at", "timestamp", "occurred_at", "time"];
const textKeys = ["summary", "message", "description"];

/** Objects with a time and a text, nested ones too; a `type`, where there is one, must name a log entry or an event. */
function readJson(source: string): readonly LogEvent[] {
  const events: LogEvent[] = [];
  const open: JsonObject[] = [];
  let key: string | null = null;
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === "{") open.push({ start: at, values: new Map() });
    else if (char === "}") {
      const event = logEvent(source, open.pop(), at + 1);
      if (event !== null) events.push(event);
    } else if (char === '"') {
      const end = stringEnd(source, at + 1);
      if (end < 0) break;
      const value = { start: at + 1, end };
      if (/^\s{0,20}:/.test(source.slice(end + 1, end + 22))) key = source.slice(value.start, value.end);
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

function logEvent(source: string, object: JsonObject | undefined, end: number): LogEvent | null {
  const first = (keys: readonly string[]): Span | undefined => keys.flatMap((key) => object?.values.get(key) ?? [])[0];
  const [time, text, kind] = [first(timeKeys), first(textKeys), first(["type"])];
  const type = kind === undefined ? "" : source.slice(kind.start, kind.end);
  if (
    object === undefined ||
    time === undefined ||
    text === undefined ||
    (kind !== undefined && !/log_entry$|event/.test(type))
  )
    return null;
  const value = source.slice(time.start, time.end);
  const stamp = readStamp(plain(value), 0);
  if (stamp?.kind !== "time" || stamp.span.end < value.length) return null;
  return { span: { start: object.start, end }, stamp: shifted(stamp, time.start), text, type };
}
