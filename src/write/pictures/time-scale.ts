import { firstIndex } from "../../base";

/** Where times stand on an axis: to scale, but for the stretches that were shortened. */
export interface TimeScale {
  /** Position of a time; one outside the scale counts for the nearer end. */
  at(time: number): number;
  /** Units per millisecond, the same everywhere outside of the breaks; 0 when all times are one. */
  readonly perMillisecond: number;
  /** The stretches that were shortened, in their order. */
  readonly breaks: readonly Stretch[];
  /** The stretches to scale between the breaks. */
  readonly runs: readonly Stretch[];
}

/** From one time to a later one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a shortened stretch measures. */
const breakLength = 24;

/** A stretch that is longer than all shorter ones together by this factor would leave no room for them. */
const flattening = 5;

/** Lays out times between two positions; the axis is broken at `longWaits`. */
export function timeScale(times: readonly number[], start: number, end: number): TimeScale {
  const sorted = inOrder(times);
  const breaks = longWaits(sorted);
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  const toScale = last - first - breaks.reduce((sum, wait) => sum + lengthOf(wait), 0);
  const broken = breaks.length === 0 ? 0 : Math.min(breakLength, (end - start) / 2 / breaks.length);
  const perMillisecond = toScale === 0 ? 0 : (end - start - broken * breaks.length) / toScale;
  const shortened = new Set(breaks.map(({ from }) => from));
  const positions = [start];
  for (const step of stepsBetween(sorted))
    positions.push((positions.at(-1) ?? start) + (shortened.has(step.from) ? broken : lengthOf(step) * perMillisecond));
  return {
    at(time) {
      const index = firstIndex(sorted, (other) => other >= time);
      const [low, high] = [sorted[index - 1], sorted[index]];
      if (high === undefined) return positions.at(-1) ?? start;
      const position = positions[index] ?? start;
      if (low === undefined || high === time) return position;
      const before = positions[index - 1] ?? start;
      return before + ((time - low) / (high - low)) * (position - before);
    },
    perMillisecond,
    breaks,
    runs: [first, ...breaks.map(({ to }) => to)].map((from, index) => ({ from, to: breaks[index]?.from ?? last })),
  };
}

/**
 * The stretches between neighbouring times that would flatten all the rest if they were drawn to scale, in their order.
 */
export function longWaits(times: readonly number[]): readonly Stretch[] {
  const steps = stepsBetween(inOrder(times));
  let sum = 0;
  for (const [index, length] of steps
    .map(lengthOf)
    .sort((a, b) => a - b)
    .entries()) {
    // One short step beside a long one is drawn well enough as it is.
    if (index >= 2 && length > flattening * sum) return steps.filter((step) => lengthOf(step) >= length);
    sum += length;
  }
  return [];
}

function inOrder(times: readonly number[]): readonly number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

function stepsBetween(sorted: readonly number[]): readonly Stretch[] {
  return sorted.slice(1).map((to, index) => ({ from: sorted[index] ?? to, to }));
}

function lengthOf({ from, to }: Stretch): number {
  return to - from;
}
