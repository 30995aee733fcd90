import type { DayEntry, Entry } from "./entry";
import type { StatedDate } from "../../time";

/** How the events of one list, table or run of headings follow each other. */
export interface Series {
  /** 1: oldest first. -1: newest first, by its dates or, without any, by two thirds of at least two steps. */
  readonly direction: 1 | -1;
  /** How often the clock turns against the direction. */
  readonly turns: number;
  readonly length: number;
  /** Its clock has twelve hours without am and pm, and goes past noon once a day: `11:50`, `12:10`, `1:05`. */
  readonly passesNoon: boolean;
}

const day = 86_400_000;
/** 10:00. */
const lateMorning = 36_000_000;

/** Steps from event to event of one series, in milliseconds. */
interface Steps {
  /** Between neighbours whose clock times can be compared. */
  readonly near: number[];
  /** From one stated date to the next, other one. */
  readonly dates: number[];
  lastDate: number;
  /** Every time could take a half of the day. */
  isOpen: boolean;
  /** Steps such as from `11:50` to `1:05`. */
  noons: number;
  /** The date in force at the last of them. */
  lastNoon: Entry["date"] | undefined;
}

/** Reads the direction of every series from the clock times and dates as written. */
export function readSeries(items: readonly (Entry | DayEntry)[]): ReadonlyMap<number, Series> {
  const series = new Map<number, Steps>();
  let before: Entry | null = null;
  for (const item of items) {
    if (item.kind === "day" || item.stamp.kind !== "time") continue;
    const steps = series.get(item.series) ?? {
      near: [],
      dates: [],
      lastDate: Number.NaN,
      isOpen: true,
      noons: 0,
      lastNoon: undefined,
    };
    series.set(item.series, steps);
    const step = before?.series === item.series ? stepBetween(before, item) : null;
    if (step !== null) steps.near.push(step);
    const { from } = item.stamp;
    if (!from.clock.open || from.date !== null) steps.isOpen = false;
    else if (
      step !== null &&
      step < 0 &&
      from.clock.clock - step >= lateMorning &&
      /^\D?\d[:.]/.test(item.note.text.slice(from.span.start, from.span.start + 3))
    ) {
      if (steps.noons > 0 && steps.lastNoon === item.date) steps.isOpen = false;
      steps.noons += 1;
      steps.lastNoon = item.date;
    }
    const date = dayNumber(item.stamp.from.date);
    if (date !== steps.lastDate && !Number.isNaN(date - steps.lastDate)) steps.dates.push(date - steps.lastDate);
    if (!Number.isNaN(date)) steps.lastDate = date;
    before = item;
  }
  return new Map([...series].map(([number, steps]) => [number, describe(steps)]));
}

/** Dates tell more than clock times, which turn back at each midnight. */
function describe({ near, dates, isOpen, noons }: Steps): Series {
  const [back, forth] = [count(near, -1), count(near, 1)];
  const isDescending = dates.length > 0 ? count(dates, -1) > count(dates, 1) : back + forth >= 2 && back >= 2 * forth;
  const passesNoon = isOpen && noons > 0 && back === noons && near.length > 1;
  return { direction: isDescending ? -1 : 1, turns: isDescending ? forth : back, length: near.length + 1, passesNoon };
}

function count(steps: readonly number[], sign: 1 | -1): number {
  return steps.filter((step) => Math.sign(step) === sign).length;
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
