import type { Note } from "../note/note";
import type { Place, Span } from "../note/span";
import type { Library } from "../vault/library";
import type { Clock } from "./clock";
import type { IncidentFields } from "./fields";
import type { MilestoneId } from "./incident";
import type { PostmortemSection } from "./sections";
import type { Settings } from "./settings";

/** The events of an incident in the order in which they are written. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** The zone that most events are in, as stated, such as `UTC` or `Europe/Berlin`; null when none is stated. */
  readonly zone: string | null;
  /** Places where a time was clearly meant but cannot be read: `25:10`, `2024-13-40 10:00`. */
  readonly unreadable: readonly UnreadableTime[];
  /** Whether the events are written newest first, oldest first, or neither. */
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
  /** The wall clock as written: `2024-04-11T06:12`, or `T06:12` when no date is known. Seconds only when written. */
  readonly local: string;
  /** UTC epoch milliseconds; null when date or zone is unknown. */
  readonly time: number | null;
  /** End of a range, likewise. */
  readonly end: { readonly local: string; readonly time: number | null } | null;
  readonly zone: EventZone | null;
  readonly approximate: boolean;
  /** The clock time belongs to two instants, or to none, on that date in that zone. */
  readonly dst: "ambiguous" | "nonexistent" | null;
  /** What happened, without the time. */
  readonly text: string;
  readonly textSpan: Span;
  readonly milestone: MilestoneId | null;
  /** 1: time at the start of a list item, row or heading. Lower: found within prose. */
  readonly confidence: number;
}

/** The zone an event's time is in and who says so. */
export interface EventZone {
  /** As written: `PDT`, `UTC+2`, `Europe/Berlin`. */
  readonly name: string;
  /** Minutes east of UTC at that time. */
  readonly offset: number;
  readonly from: "line" | "heading" | "preamble" | "frontmatter" | "setting";
  readonly place: Place | null;
}

export interface UnreadableTime {
  readonly place: Place;
  readonly raw: string;
  /** Why, in words: `hour 25 does not exist`. */
  readonly reason: string;
}

/** What the timeline of a postmortem is read from. */
export interface TimelineInput {
  readonly note: Note;
  readonly library: Library;
  readonly settings: Settings;
  readonly fields: IncidentFields;
  readonly sections: readonly PostmortemSection[];
  readonly clock: Clock;
}

/** Reads the events of the timeline section, in this note and in the sections that it embeds. */
export function readTimeline(_input: TimelineInput): Timeline {
  return { events: [], zone: null, unreadable: [], order: "ascending" };
}
