import type { Place } from "../../base";
import type { WrittenTime } from "../../time";

/** In the order in which they happen. */
export const milestoneIds = ["started", "detected", "acknowledged", "identified", "mitigated", "resolved"] as const;
export type MilestoneId = (typeof milestoneIds)[number];

/** From certain to guessed: a property, an explicit mark such as `(Detection)`, or the wording. */
export type Confidence = "stated" | "marked" | "worded";

/** One turning point of the incident. */
export interface Milestone {
  readonly id: MilestoneId;
  /** UTC epoch milliseconds; null when no date or zone is known. */
  readonly time: number | null;
  readonly local: WrittenTime;
  readonly confidence: Confidence;
  /** What nobody states beside it: its day is that of the incident or of the event before, its zone the settings'. */
  readonly assumes: readonly ("day" | "zone")[];
  readonly place: Place;
}
