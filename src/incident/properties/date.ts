import { IANAZone } from "luxon";
import type { Fault } from "../../base";
import { quoted } from "../../base";
import { dayOf, parseZone, readInstant } from "../../time";

/** What is wrong with a day in the form `YYYY-MM-DD`; a time behind it is let pass. */
export function dateFault(text: string): Fault | null {
  const day = unlinked(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day))
    return isDay(day) ? null : { message: `names a day that does not exist: ${quoted(day)}` };
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(day)) return datetimeFault(day);
  const [, year, month, dayOfMonth] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? [];
  const message = `is not a date: ${quoted(day)}`;
  if (year === undefined || month === undefined || dayOfMonth === undefined) return { message };
  const instead = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(instead) ? { message, instead } : { message };
}

/**
 * What is wrong with a moment: a date with a time, or a clock time alone. A day alone is let pass: it says less, but
 * nothing wrong.
 */
export function datetimeFault(text: string): Fault | null {
  const moment = unlinked(text);
  if (isDay(moment)) return null;
  const reading = readInstant(moment, null);
  return reading.ok ? null : { message: `is not a date and time: ${quoted(moment)} (${reading.reason})` };
}

/** What is wrong with the name of a zone: IANA name, `UTC+2`, `+02:00`, `CET`. */
export function timezoneFault(text: string): Fault | null {
  return parseZone(text) !== null || IANAZone.isValidZone(text)
    ? null
    : { message: `is not a time zone: ${quoted(text)}` };
}

/** The day at the start of a date or datetime value, when there is such a day. */
export function dayIn(text: string): string | null {
  const day = unlinked(text).slice(0, 10);
  return isDay(day) && dateFault(text) === null ? day : null;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && dayOf({ year: Number(year), month: Number(month), day: Number(day) }) !== null;
}

/** A link to a daily note stands for its day. */
function unlinked(text: string): string {
  return /^\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]$/.exec(text)?.[1]?.trim() ?? text;
}
