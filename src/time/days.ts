import type { Day } from "./calendar";
import { dayOf, formatDay, weekdayOf } from "./calendar";
import { toLocal } from "./instant";
import { zoneOrUtc } from "./lexer/zone";

/** The moment and place of a check, handed in by the host: nothing below the hosts reads a clock. */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  readonly now: number;
  /** IANA name or offset of the zone that "today" is meant in, and the last resort for times without one. */
  readonly zone: string;
}

/** The day it is, `YYYY-MM-DD`. */
export function today({ now, zone }: Clock): string {
  return formatDay(toLocal(now, zoneOrUtc(zone)).day);
}

/** Days from one `YYYY-MM-DD` to another; NaN when one of them is no date. */
export function daysBetween(from: string, to: string): number {
  return parseDay(to) - parseDay(from);
}

/** The day that lies so many days before another, both `YYYY-MM-DD`. */
export function dayBefore(date: string, days: number): string {
  return formatDay(parseDay(date) - days);
}

/**
 * How many Mondays to Fridays lie after `from` up to and with `to`; holidays are not known. 0 when `to` is not later.
 */
export function businessDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (!(days > 0)) return 0;
  const weeks = Math.floor(days / 7);
  const weekday = weekdayOf(parseDay(from));
  let rest = 0;
  for (let after = 1; after <= days % 7; after++) if ((weekday + after) % 7 < 5) rest++;
  return weeks * 5 + rest;
}

/** The day that is so many Mondays to Fridays after another, both `YYYY-MM-DD`; holidays are not known. */
export function businessDayAfter(from: string, days: number): string {
  if (days === 0) return from;
  const start = parseDay(from);
  // A weekend counts as the Friday before; every seven days have five that count.
  let day = start - Math.max(0, weekdayOf(start) - 4) + 7 * Math.floor(days / 5);
  for (let left = days % 5; left > 0;) {
    day++;
    if (weekdayOf(day) < 5) left--;
  }
  return formatDay(day);
}

/** The day that `YYYY-MM-DD` names, or NaN. */
export function parseDay(date: string): Day {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return dayOf({ year: Number(year), month: Number(month), day: Number(day) }) ?? NaN;
}
