import type { Steps } from "../../base";
import type { MilestoneId } from "../milestones/milestone";
import type { EventKind, Person, SourceEvent, SourceReading, Unread } from "./event";
import { excerpt, oneLine, webAddress } from "./event";
import type { Input } from "./input";
import { offsetsOf } from "./json";
import type { Known } from "./known";
import { nothingKnown } from "./known";
import type { Moment } from "./moment";
import { readMoment } from "./moment";
import type { Source } from "./source";

/** An event as a record tells it, before its time and its text were looked at. */
export interface Draft {
  /** As it stands in the record, or read already. */
  readonly time: unknown;
  readonly text: string | null;
  readonly actor?: Person | string | null;
  readonly url?: string | null;
  readonly id?: string | null;
  readonly kind?: EventKind;
  readonly milestone?: MilestoneId | null;
  readonly threadOf?: string | null;
  readonly edited?: boolean;
  readonly marked?: boolean;
  readonly routine?: boolean;
}

/** What becomes of a record: events, or the reason for none. */
export type Drafted = Draft | readonly Draft[] | { readonly skip: string };

/** A list of records in a document. */
export interface RecordList {
  /** Keys and indexes, each behind a `/`; empty for the document itself. */
  readonly path: string;
  readonly records: readonly unknown[];
  /** What holds the list, where that is not the document. */
  readonly within?: unknown;
}

/** A format of JSON in which each event has a record. */
export interface RecordFormat extends Pick<Source, "tool" | "name"> {
  /** The lists of records of a document; none when it is of another format. */
  lists(document: unknown): readonly RecordList[];
  /** `within`: what holds the list, by default the document. */
  event(record: unknown, known: Known, within: unknown): Drafted;
  /** The zone for times without one of their own. */
  zone?(document: unknown): string | null;
  remark?(document: unknown): string | null;
}

/** So many records are read between two pauses. */
const stride = 256;

/** The source of a format of JSON. */
export function recordSource(format: RecordFormat): Source {
  return {
    tool: format.tool,
    name: format.name,
    recognises({ json }) {
      return json?.ok === true && json.documents.some(({ value }) => format.lists(value).length > 0);
    },
    *read(input, known) {
      const { json } = input;
      const collected = new Collected(input);
      let zone: string | null = null;
      const remarks = new Set<string>();
      for (const { value, start } of json?.ok === true ? json.documents : []) {
        for (const { path, records, within = value } of format.lists(value)) {
          for (const [index, record] of records.entries()) {
            if (index % stride === 0) yield;
            collected.take(format.event(record, known, within), record, { start, path: `${path}/${index}` });
          }
        }
        zone ??= format.zone?.(value) ?? null;
        const remark = format.remark?.(value) ?? null;
        if (remark !== null) remarks.add(remark);
      }
      return { ...(yield* collected.result()), zone, remarks: [...remarks] };
    },
  };
}

/** The events of one document, without what gives none. */
export function eventsIn(format: RecordFormat, document: unknown): readonly SourceEvent[] {
  return format.lists(document).flatMap(({ records, within = document }) =>
    records.flatMap((record) => {
      const drafted = format.event(record, nothingKnown, within);
      const drafts = "skip" in drafted ? [] : isList(drafted) ? drafted : [drafted];
      return drafts.map((draft) => eventFrom(draft, "")).filter((event) => typeof event !== "string");
    }),
  );
}

/** A value as an event, or why it is none. */
export function eventFrom(draft: Draft, fallbackId: string): SourceEvent | string {
  const moment = isMoment(draft.time) ? draft.time : readMoment(draft.time);
  if (moment === null) return "it has no time that can be read";
  const text = oneLine(draft.text ?? "");
  if (text === "") return "it says nothing";
  const actor = typeof draft.actor === "string" ? personNamed(draft.actor) : (draft.actor ?? null);
  return {
    moment,
    text,
    actor,
    url: webAddress(draft.url ?? null),
    id: draft.id ?? fallbackId,
    kind: draft.kind ?? "message",
    milestone: draft.milestone ?? null,
    threadOf: draft.threadOf ?? null,
    edited: draft.edited ?? false,
    marked: draft.marked ?? false,
    routine: draft.routine ?? false,
  };
}

function isMoment(value: unknown): value is Moment {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Somebody by the name that a source shows; `Okafor, Ada` is Ada Okafor. */
export function personNamed(name: string): Person | null {
  const shown = oneLine(name);
  if (shown === "") return null;
  const [, last = "", first = ""] = /^([\p{L}'’ -]{1,40}), ([\p{L}'’. -]{1,40})$/u.exec(shown) ?? [];
  return first === "" ? { name: shown, also: [] } : { name: `${first} ${last}`, also: [shown] };
}

/** The events of the records of a file, and what gave none, with its place. */
class Collected {
  private readonly events: SourceEvent[] = [];
  private readonly skipped: { readonly start: number; readonly path: string; text: string; reason: string }[] = [];

  constructor(private readonly input: Input) {}

  take(drafted: Drafted, record: unknown, { start, path }: { readonly start: number; readonly path: string }): void {
    const skip = (reason: string): void => {
      this.skipped.push({ start, path, text: summaryOf(record), reason });
    };
    if ("skip" in drafted) {
      skip(drafted.skip);
      return;
    }
    const drafts = isList(drafted) ? drafted : [drafted];
    if (drafts.length === 0) skip("it has no time that can be read");
    for (const [index, draft] of drafts.entries()) {
      const event = eventFrom(draft, `${start}${path}${drafts.length > 1 ? `/${index}` : ""}`);
      if (typeof event === "string") skip(event);
      else this.events.push(event);
    }
  }

  *result(): Steps<Pick<SourceReading, "events" | "unread">> {
    const wanted = new Map<number, Set<string>>();
    for (const { start, path } of this.skipped) wanted.set(start, (wanted.get(start) ?? new Set()).add(path));
    const places = new Map<number, ReadonlyMap<string, number>>();
    for (const [start, paths] of wanted) places.set(start, yield* offsetsOf(this.input.text, start, paths));
    const offsets = this.skipped.map(({ start, path }) => places.get(start)?.get(path) ?? start);
    const lines = yield* this.input.linesAt(offsets);
    const unread = this.skipped.map(({ text, reason }, index): Unread => ({ line: lines[index] ?? 1, text, reason }));
    return { events: this.events, unread };
  }
}

function isList(drafted: Draft | readonly Draft[]): drafted is readonly Draft[] {
  return Array.isArray(drafted);
}

/** What a record says, for somebody who looks for it: its texts, without going into it. */
function summaryOf(record: unknown): string {
  if (typeof record !== "object" || record === null) return excerpt(String(record));
  const texts = Object.entries(record).flatMap(([key, value]) =>
    typeof value === "string" && value !== "" ? [`${key}: ${value.slice(0, 80)}`] : [],
  );
  return excerpt(texts.join(", "));
}
