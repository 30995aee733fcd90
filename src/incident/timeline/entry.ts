import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Span } from "../../base";
import type { Line } from "./line";
import type { ZoneStatement } from "./zone-statement";
import type { Stamp, StatedDate, StatedTime } from "../../time";
import { findStamps, readDayName } from "../../time";

/** A stamp that says when something happened. */
export type EventStamp = Extract<Stamp, { kind: "time" | "elapsed" }>;

/** An event as it is written, before dates and zones are worked out. Spans are offsets in `note`. */
export interface Entry {
  readonly kind: "event";
  readonly note: Note;
  /** The whole event. */
  readonly span: Span;
  readonly stamp: EventStamp;
  readonly textSpan: Span;
  /** Where milestone marks may stand, beside the text: the other cells of its row. */
  readonly remarks: string;
  readonly form: Line["form"];
  /** What it was read from. */
  readonly source: "heading" | "item" | "row" | "paragraph" | "log";
  /** Stands within another event. */
  readonly nested: boolean;
  readonly scope: Scope;
  /** The date in force at the line, if it states none itself. */
  readonly date: ScopeDate | null;
  /** The events of one list, table or run of headings share it. */
  readonly series: number;
  /** For list items: the list that it is in. */
  readonly list: number | null;
  /** The same moment in further columns of its row. */
  readonly besideColumns: readonly StatedTime[];
  /** From the head of its column. */
  readonly columnZone: PlacedZone | null;
}

/** A date without a clock time that stands in a timeline: evidence for the dates of the events before it. */
export interface DayEntry {
  readonly kind: "day";
  readonly note: Note;
  readonly date: StatedDate;
  /** The date in force where it stands. */
  readonly within: ScopeDate | null;
  /** What happened on that day; null for a date that only stands above events. */
  readonly description: DayDescription | null;
}

/** What a line says happened on a day, without a clock time. Spans are offsets in the note. */
export interface DayDescription {
  /** The date as written. */
  readonly span: Span;
  readonly textSpan: Span;
  /** The last day of a range. */
  readonly to: StatedDate | null;
  /** The date as it is in force for what stands below. */
  readonly scopeDate: ScopeDate | null;
}

/** A date that holds for the events below it. One object is one place in the text. */
export interface ScopeDate {
  readonly date: StatedDate;
  /** The last day, where a range of days is stated. */
  readonly to: StatedDate | null;
  readonly from: "above" | "preamble";
}

/** A heading with everything below it, or the whole of what is read. */
export interface Scope {
  readonly parent: Scope | null;
  readonly note: Note;
  /** 0 for the whole. */
  readonly level: number;
  /** The heading is an event itself. */
  readonly isEvent: boolean;
  readonly date: ScopeDate | null;
  readonly zone: PlacedZone | null;
  /** What the text below the heading says about its events; may stand behind some of them. */
  preamble: { zone: PlacedZone | null; date: ScopeDate | null };
}

/** The scope that holds for all of the part of a timeline that another one lies in. */
export function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** A statement about the zone, and the note it stands in. */
export interface PlacedZone extends ZoneStatement {
  readonly note: Note;
}

/** The first date that a text states, with the last day of its range; failing that, the day that it names in words. */
export function scopeDateIn(source: string, from: ScopeDate["from"], language: Lexicon): ScopeDate | null {
  const [stamp, next] = findStamps(source, language).flatMap((found) => {
    const date = found.kind === "date" ? found.date : found.from.date;
    const to = found.kind === "date" ? found.to : (found.to?.date ?? null);
    return date === null || date.kind === "weekday" ? [] : [{ date, to }];
  });
  if (stamp !== undefined) return { date: stamp.date, to: stamp.to ?? next?.date ?? null, from };
  const named = from === "above" ? readDayName(source) : null;
  return named && { date: named, to: null, from };
}
