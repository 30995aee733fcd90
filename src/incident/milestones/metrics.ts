import type { WrittenTime } from "../../time";
import type { Milestone, MilestoneId } from "./milestone";

export type MetricId =
  "time-to-detect" | "time-to-acknowledge" | "time-to-identify" | "time-to-mitigate" | "time-to-resolve";

/** A duration between two milestones; tools differ on which two, so it says its own. */
export interface Metric {
  readonly id: MetricId;
  readonly minutes: number;
  readonly from: Milestone;
  readonly to: Milestone;
  /** In words: `acknowledged − started`. */
  readonly definition: string;
}

/**
 * Each metric with the milestone it runs to; all of them run from the start (FireHydrant and others count so; some
 * tools count from detection).
 */
export const metricEnds: readonly (readonly [MetricId, MilestoneId])[] = [
  ["time-to-detect", "detected"],
  ["time-to-acknowledge", "acknowledged"],
  ["time-to-identify", "identified"],
  ["time-to-mitigate", "mitigated"],
  ["time-to-resolve", "resolved"],
];

/** The metrics that the milestones allow; what lies before the start gives none. */
export function computeMetrics(milestones: readonly Milestone[]): readonly Metric[] {
  const from = milestones.find(({ id }) => id === "started");
  if (from === undefined) return [];
  return metricEnds.flatMap(([id, end]) => {
    const to = milestones.find((milestone) => milestone.id === end);
    const minutes = to === undefined ? null : minutesBetween(from, to);
    return to === undefined || minutes === null || minutes < 0
      ? []
      : { id, minutes: Math.round(minutes), from, to, definition: `${to.id} − ${from.id}` };
  });
}

/**
 * Minutes from one milestone to another, which may be negative; null when their dates or zones do not allow a
 * comparison.
 */
export function minutesBetween(from: Milestone, to: Milestone): number | null {
  if (from.time !== null && to.time !== null) return (to.time - from.time) / 60_000;
  const [start, end] = [clockMinutes(from.local), clockMinutes(to.local)];
  if (start === null || end === null) return null;
  return (end - start + 1440) % 1440;
}

/** Whole minutes since midnight of a wall clock without a date. */
function clockMinutes(local: WrittenTime): number | null {
  return local.kind === "clock" && local.day === null ? Math.floor(local.clock / 60_000) : null;
}
