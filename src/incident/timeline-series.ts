import type { Anchor, Entry } from "./timeline-entry";
import type { StatedDate } from "./time/stated-date";

/** How the events of one list, table or run of headings follow each other. */
export interface Series {
  /** 1: oldest first. -1: newest first, by at least two steps of which two thirds lead back in time. */
  readonly direction: 1 | -1;
  /** How often the clock turns against the direction. */
  readonly turns: number;
  readonly length: number;
}

const day = 86_400_000;

/** Reads the direction of every series from the clock times and dates as written. */
export function readSeries(items: readonly (Entry | Anchor)[]): ReadonlyMap<number, Series> {
  const steps = new Map<number, number[]>();
  let before: Entry | null = null;
  for (const item of items) {
    if (item.kind === "anchor" || item.stamp.kind !== "time") continue;
    const known = steps.get(item.series) ?? [];
    steps.set(item.series, known);
    const step = before?.series === item.series ? stepBetween(before, item) : null;
    if (step !== null) known.push(step);
    before = item;
  }
  return new Map([...steps].map(([series, all]) => [series, describe(all)]));
}

function describe(steps: readonly number[]): Series {
  const back = steps.filter((step) => step < 0).length;
  const forth = steps.filter((step) => step > 0).length;
  const isDescending = back + forth >= 2 && back >= 2 * forth;
  return { direction: isDescending ? -1 : 1, turns: isDescending ? forth : back, length: steps.length + 1 };
}

/** Milliseconds from one event to the next; null where only their dates could tell. */
function stepBetween(before: Entry, after: Entry): number | null {
  if (before.stamp.kind !== "time" || after.stamp.kind !== "time") return null;
  const clocks = after.stamp.from.clock.clock - before.stamp.from.clock.clock;
  const { date } = after.stamp.from;
  if (date === null) return before.date === after.date ? clocks : null;
  const days = dayNumber(date) - dayNumber(before.stamp.from.date);
  return Number.isNaN(days) ? null : days * day + clocks;
}

/** Good enough to tell which of two dates is the later one; not a number where there is none. */
function dayNumber(date: StatedDate | null): number {
  return date?.kind === "date" ? ((date.year ?? 2000) * 12 + date.month) * 31 + date.day : Number.NaN;
}
