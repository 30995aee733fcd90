import type { Steps } from "../../base";
import { finish } from "../../base";
import type { SourceEvent, SourceReading, Unread } from "./event";
import type { Handed, Input } from "./input";
import { inputOf } from "./input";
import type { Known } from "./known";
import { slackAuthors, slackChannels, slackPeople } from "./chat/slack-export";
import type { Moment } from "./moment";
import type { Source } from "./source";
import { sourcesFor } from "./sources";

/** What was read of one file, pipe or paste. */
export interface ReadSource extends SourceReading {
  readonly name: string;
  /** Of the source that recognised it. */
  readonly tool: string;
  readonly format: string;
}

/** A file that no source recognises. */
export interface NotRead {
  readonly name: string;
  /** From 1; null when it is the file as a whole. */
  readonly line: number | null;
  /** As the end of a sentence that the file's name begins. */
  readonly reason: string;
}

export interface ReadSources {
  readonly read: readonly ReadSource[];
  readonly failed: readonly NotRead[];
}

/** More than this is not read: about a month of a busy channel, or a day of a busy log. UTF-16 units. */
export const longestInput = 64_000_000;

/**
 * Reads events from what somebody handed over, in its order. Lists of people and channels among it tell who is who in
 * the rest.
 *
 * @param tool The tool that it comes from, as {@link Source.tool}; null to recognise it
 */
export function* readSources(handed: readonly Handed[], known: Known, tool: string | null = null): Steps<ReadSources> {
  const read: ReadSource[] = [];
  const failed: NotRead[] = [];
  const inputs: Input[] = [];
  const people = new Map(known.people);
  const channels = new Map(known.channels);
  for (const each of handed) {
    yield;
    if (each.text.length > longestInput) {
      failed.push({ name: each.name, line: null, reason: "is too long to be read: hand over the part that matters" });
      continue;
    }
    const input = yield* inputOf(each);
    const documents = input.json?.ok === true ? input.json.documents : [];
    const found = documents.map((document) => ({ people: slackPeople(document), channels: slackChannels(document) }));
    yield;
    for (const document of documents)
      for (const [id, person] of slackAuthors(document)) if (!people.has(id)) people.set(id, person);
    yield;
    for (const each of found) {
      for (const [id, person] of each.people) people.set(id, person);
      for (const [channel, id] of each.channels) channels.set(channel, id);
    }
    if (!found.some((each) => each.people.size > 0 || each.channels.size > 0)) inputs.push(input);
  }
  for (const input of inputs) {
    const withPeople: Known = { ...known, people, channels: channelsOf(input, channels) };
    const source = yield* sourceOf(input, sourcesFor(withPeople, tool));
    if (source === null) failed.push({ name: input.name, ...faultOf(input, tool) });
    else read.push(yield* readOne(source, input, withPeople));
  }
  return { read, failed };
}

/** The first that recognises a text; each may have to look at all of it. */
function* sourceOf(input: Input, sources: readonly Source[]): Steps<Source | null> {
  for (const source of sources) {
    yield;
    if (source.recognises(input)) return source;
  }
  return null;
}

/**
 * Of which tool and format a paste is, where that is beyond doubt: a chat's or a pager's own. Null for any other text,
 * a table or a log among them, which people paste for many reasons.
 */
export function recognise(handed: Handed, known: Known): { readonly tool: string; readonly format: string } | null {
  const input = finish(inputOf(handed));
  const source = finish(sourceOf(input, sourcesFor(known, null)));
  return source === null || undistinguished.has(source.tool) ? null : { tool: source.tool, format: source.name };
}

const undistinguished: ReadonlySet<string> = new Set(["csv", "json", "links", "markdown", "text", "tickets"]);

function* readOne(source: Source, input: Input, known: Known): Steps<ReadSource> {
  const { events, ...reading } = yield* source.read(input, known);
  const unread: readonly Unread[] = [...reading.unread].sort((a, b) => a.line - b.line);
  const { name } = input;
  return { ...reading, unread, events: oldestFirst(distinct(events)), name, tool: source.tool, format: source.name };
}

/** The channel that the name of a file or of its folder names, alone; all of them where none does. */
function channelsOf({ name }: Input, channels: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const parts = name
    .replaceAll("\\", "/")
    .split("/")
    .flatMap((part) => [part, ...part.split(".")]);
  const named = [...channels].filter(([channel]) => parts.includes(channel));
  return named.length === 1 ? new Map(named) : channels;
}

/** Each once: an export may hold the start of a thread both in the channel and above its answers. */
function distinct(events: readonly SourceEvent[]): readonly SourceEvent[] {
  const seen = new Map<string, SourceEvent>();
  return events.filter((event) => {
    const other = seen.get(event.id);
    if (other === undefined) seen.set(event.id, event);
    return other === undefined || other.text !== event.text || !isAt(other.moment, event.moment);
  });
}

function isAt(a: Moment, b: Moment): boolean {
  return a.kind === "instant" ? b.kind === "instant" && a.time === b.time : b.kind === "wall" && a.clock === b.clock;
}

/** Turned around when more of its steps lead back than on: many services answer with the newest first. */
function oldestFirst(events: readonly SourceEvent[]): readonly SourceEvent[] {
  let [on, back] = [0, 0];
  for (const [index, { moment }] of events.entries()) {
    const before = events[index - 1]?.moment;
    if (moment.kind !== "instant" || before?.kind !== "instant") continue;
    if (moment.time > before.time) on += 1;
    if (moment.time < before.time) back += 1;
  }
  return back > on ? [...events].reverse() : events;
}

/** Why no source recognises a text. */
function faultOf(input: Input, tool: string | null): Omit<NotRead, "name"> {
  const { json } = input;
  if (input.text.trim() === "") return { line: null, reason: "is empty" };
  if (json?.ok === false) return { line: input.lineAt(json.offset), reason: json.reason };
  if (tool !== null) return { line: null, reason: `does not look like it came from \`${tool}\`` };
  if (json !== null)
    return {
      line: null,
      reason: "holds no list of events with a time and a text each; the settings can say which keys hold them",
    };
  const timeless = !/\d{1,2}:\d{2}|\d{10}/.test(input.text.slice(0, 1_000_000));
  return {
    line: null,
    reason: timeless
      ? "holds no times. Microsoft Teams copies none since August 2024: use links to the messages, or an export"
      : "holds no line that begins with a date and a time, and is of no known format",
  };
}
