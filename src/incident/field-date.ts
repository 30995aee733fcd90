import { DateTime, IANAZone } from "luxon";

/** What is wrong with a value, as the end of a sentence that its key begins. */
export interface Fault {
  readonly message: string;
  /** What to write instead, when only one thing can be meant. */
  readonly instead?: string;
}

/** A link to a daily note stands for its day. */
function unlinked(text: string): string {
  return /^\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]$/.exec(text)?.[1]?.trim() ?? text;
}

/** What is wrong with a day in the form `YYYY-MM-DD`; a time behind it is let pass. */
export function dateFault(text: string): Fault | null {
  const day = unlinked(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return isDay(day) ? null : { message: `names a day that does not exist: \`${day}\`` };
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(day)) return datetimeFault(day);
  const [, year, month, dayOfMonth] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? [];
  const message = `is not a date: \`${day}\``;
  if (year === undefined || month === undefined || dayOfMonth === undefined) return { message };
  const instead = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(instead) ? { message, instead } : { message };
}

/**
 * What is wrong with a moment: ISO 8601 with `T` or a space, seconds and zone at will, or a clock
 * time alone. A day alone is let pass: it says less, but nothing wrong.
 */
export function datetimeFault(text: string): Fault | null {
  const moment = unlinked(text);
  const [, day, hour, minute, second, zone] = /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?(?: ?([A-Za-z+-][\w/+:-]*))?$/.exec(moment) ?? [];
  if ((day === undefined && hour === undefined) || (zone !== undefined && (hour === undefined || !isZone(zone)))) return { message: `is not a date and time: \`${moment}\`` };
  if (day !== undefined && !isDay(day)) return { message: `names a day that does not exist: \`${day}\`` };
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return { message: `names a time that does not exist: \`${moment}\`` };
  return null;
}

/** The day at the start of a date or datetime value, when there is such a day. */
export function dayIn(text: string): string | null {
  const day = unlinked(text).slice(0, 10);
  return dateFault(text) === null && isDay(day) ? day : null;
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && DateTime.utc(Number(year), Number(month), Number(day)).isValid;
}

/** Whether a text names a zone: IANA name, `UTC+2`, `+02:00`, or an abbreviation. */
export function isZone(text: string): boolean {
  const offset = /^(?:Z|(?:UTC|GMT)?[+-](\d{1,2}):?(\d{2})?|UTC|GMT)$/i.exec(text);
  if (offset) return Number(offset[1] ?? 0) <= 14 && Number(offset[2] ?? 0) < 60;
  return IANAZone.isValidZone(text);
}
