import type { Place, Span } from "../../base";
import type { MilestoneId } from "../milestones/milestone";
import type { DateOrigin } from "./dates";
import type { Day, WrittenTime } from "../../time";

/** The events of an incident in the order in which they are written. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** What happened on days without a clock time, in the same order. */
  readonly days: readonly DayEvent[];
  /** The zone that most events are in, as stated, such as `UTC` or `Europe/Berlin`; null when none is stated. */
  readonly zone: string | null;
  /** Places where a time was clearly meant but cannot be read: `25:10`, `2024-13-40 10:00`. */
  readonly unreadable: readonly UnreadableTime[];
  /** Names that stand where a zone is expected but name none: `UC/Pacific`. */
  readonly unknownZones: readonly UnknownZoneName[];
  /** Whether the events are written newest first, oldest first, or neither: within each list, by two thirds. */
  readonly order: "ascending" | "descending" | "mixed";
}

/** One thing that happened at a stated time. */
export interface TimelineEvent {
  /** The whole event as written, nested bullets included; its path may be an embedded note's. */
  readonly place: Place;
  /** The time as written. */
  readonly timeSpan: Span;
  /** Source of `timeSpan`. */
  readonly raw: string;
  /** The wall clock; elapsed where only the time since the beginning is known. */
  readonly local: WrittenTime;
  /** UTC epoch milliseconds; null when date or zone is unknown. */
  readonly time: number | null;
  /** End of a range, likewise. */
  readonly end: { readonly local: WrittenTime; readonly time: number | null } | null;
  readonly zone: EventZone | null;
  /** The same moment as given in other zones on the line: `(6:20 AM ET)`. */
  readonly also: readonly OtherReading[];
  /**
   * Who says on which day it was: its own line, a heading or line above it, what is said about all events, an event
   * before it, or the note as a whole.
   */
  readonly dated: DateOrigin;
  readonly approximate: boolean;
  /** The clock time belongs to two instants, or to none, on that date in that zone. */
  readonly dst: "ambiguous" | "nonexistent" | null;
  /** What happened, without the time. */
  readonly text: string;
  readonly textSpan: Span;
  readonly milestone: MilestoneId | null;
  /** The time stands behind its label and a colon, `Repaired: 15:55`. */
  readonly labelled: boolean;
  /** Events of one list, table or run of headings share this number. */
  readonly series: number;
  /** Stands within another event: a bullet with a time of its own below one. */
  readonly nested: boolean;
  /**
   * 1: time at the start of a list item, row or heading. Lower: behind a label, in a pasted log, found outside of a
   * timeline section.
   */
  readonly confidence: number;
}

/** Something that happened on a day, without a clock time. */
export interface DayEvent {
  /** Of its date. */
  readonly place: Place;
  readonly text: string;
  readonly day: Day;
  /** The last day of a range. */
  readonly end: Day | null;
}

/** The zone an event's time is in and who says so. */
export interface EventZone {
  /** As written: `PDT`, `UTC+2`, `Europe/Berlin`. */
  readonly name: string;
  /** Minutes east of UTC that the time is read with: what the name states. */
  readonly offset: number;
  /** Minutes east of UTC in force in that region at that time; differs from `offset` for `PST` in summer. */
  readonly offsetInForce: number;
  /** A second name in parentheses behind it: `UTC-7` in "PST (UTC-7)". */
  readonly remark: { readonly name: string; readonly offset: number } | null;
  /** `text`: from other times of the note, which all are in this zone. */
  readonly from: "line" | "heading" | "preamble" | "frontmatter" | "text" | "setting";
  readonly place: Place | null;
}

/** A reading of the same moment in another zone. */
export interface OtherReading {
  /** Stands in a column of its own, whose head names the zone. */
  readonly inColumn: boolean;
  readonly span: Span;
  readonly name: string;
  readonly local: WrittenTime;
  /** UTC epoch milliseconds, on the day that brings it nearest to the event; null when that is unknown. */
  readonly time: number | null;
}

export interface UnreadableTime {
  readonly place: Place;
  readonly raw: string;
  /** Why, in words: `hour 25 does not exist`. */
  readonly reason: string;
  /** Left open on purpose, such as `14:??`; a template's `HH:MM` is not listed. */
  readonly kind: "impossible" | "open";
}

/** A name where a zone is expected. */
export interface UnknownZoneName {
  readonly place: Place;
  readonly name: string;
}
