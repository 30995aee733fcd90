import { DateTime } from "luxon";
import type { Clock } from "./clock";

/** The day it is, `YYYY-MM-DD`. */
export function today({ now, zone }: Clock): string {
  return DateTime.fromMillis(now, { zone }).toFormat("yyyy-MM-dd");
}

/** Days from one `YYYY-MM-DD` to another; NaN when one of them is no date. */
export function daysBetween(from: string, to: string): number {
  return day(to).diff(day(from), "days").days;
}

/** The day that lies so many days before another, both `YYYY-MM-DD`. */
export function dayBefore(date: string, days: number): string {
  return day(date).minus({ days }).toFormat("yyyy-MM-dd");
}

/** How many Mondays to Fridays lie after `from` up to and with `to`; holidays are not known. 0 when `to` is not later. */
export function businessDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (!(days > 0)) return 0;
  const weeks = Math.floor(days / 7);
  const { weekday } = day(from);
  let rest = 0;
  for (let after = 1; after <= days % 7; after++) if ((weekday - 1 + after) % 7 < 5) rest++;
  return weeks * 5 + rest;
}

function day(date: string): DateTime {
  return DateTime.fromISO(date, { zone: "utc" });
}
