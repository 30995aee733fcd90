import type { Note } from "../note/note";
import type { Place } from "../note/span";
import type { Library } from "../vault/library";
import { readActions, type ActionItem } from "./action-item";
import type { Clock } from "./clock";
import { readFields, type IncidentFields } from "./fields";
import { findSections, type PostmortemSection } from "./sections";
import type { Settings } from "./settings";
import { readTimeline, type Timeline } from "./timeline";

/** What a postmortem says, every value with the place it was read from. */
export interface Incident {
  readonly note: Note;
  readonly fields: IncidentFields;
  readonly sections: readonly PostmortemSection[];
  readonly timeline: Timeline;
  readonly milestones: readonly Milestone[];
  readonly metrics: readonly Metric[];
  readonly actions: readonly ActionItem[];
  readonly facts: StatedFacts;
}

/** In the order in which they happen. */
export type MilestoneId = "started" | "detected" | "acknowledged" | "identified" | "mitigated" | "resolved";

/** From certain to guessed: a property, an explicit mark such as `(Detection)`, or the wording. */
export type Confidence = "stated" | "marked" | "worded";

/** One turning point of the incident. */
export interface Milestone {
  readonly id: MilestoneId;
  /** UTC epoch milliseconds; null when no date or zone is known. */
  readonly time: number | null;
  /** The wall clock as written, `2024-04-11T06:12` or `T06:12`. */
  readonly local: string;
  readonly confidence: Confidence;
  readonly place: Place;
}

export type MetricId = "time-to-detect" | "time-to-acknowledge" | "time-to-identify" | "time-to-mitigate" | "time-to-resolve";

/** A duration between two milestones; tools differ on the anchors, so it says its own. */
export interface Metric {
  readonly id: MetricId;
  readonly minutes: number;
  readonly from: Milestone;
  readonly to: Milestone;
  /** In words: `acknowledged − started`. */
  readonly definition: string;
}

/** Numbers that the prose states, for comparison with what the timeline says. */
export interface StatedFacts {
  readonly durations: readonly StatedDuration[];
  readonly figures: readonly StatedFigure[];
}

/** "47 minutes (06:12–06:59 UTC)", "a 47-minute full outage". */
export interface StatedDuration {
  readonly minutes: number;
  readonly approximate: boolean;
  /** The words of the duration itself. */
  readonly place: Place;
  /** What lasts: `outage`, `time-to-resolve`; empty when the text does not say. */
  readonly subject: string;
  /** The range stated beside it, in minutes of its own clock times. */
  readonly window: { readonly minutes: number; readonly place: Place } | null;
  /** Introduced as a bound: "within 19 minutes". */
  readonly within: boolean;
}

/** "~2,300 failed requests", "$4,200". */
export interface StatedFigure {
  readonly value: number;
  readonly approximate: boolean;
  /** The counted thing in singular lower case: `request`, `customer`, `usd`. */
  readonly unit: string;
  readonly place: Place;
}

/** Reads the incident that a postmortem describes, embedded notes included. */
export function readIncident(note: Note, library: Library, settings: Settings, clock: Clock): Incident {
  const fields = readFields(note, settings);
  const sections = findSections(note, settings);
  const timeline = readTimeline({ note, library, settings, fields, sections, clock });
  return {
    note,
    fields,
    sections,
    timeline,
    milestones: [],
    metrics: [],
    actions: readActions(note, sections, settings),
    facts: { durations: [], figures: [] },
  };
}
