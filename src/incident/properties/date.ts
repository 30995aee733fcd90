import { IANAZone } from "luxon";
import type { Fault } from "../../base";
import { Scanner, holdsAny, quoted } from "../../base";
import { dayOf, parseZone, readInstant } from "../../time";

/** Numbers that are written as those of a day. */
interface WrittenDay {
  /** With all its zeros, whether there is such a day or not: `2024-03-04` for `2024/3/4`. */
  readonly day: string;
  readonly end: number;
}

/** The day that a text begins with. */
function writtenDay(text: string): WrittenDay | null {
  const scanner = new Scanner(text);
  const year = scanner.digits(4);
  if (scanner.sign("-/.") === "") return null;
  const month = scanner.digits(1, 2);
  if (scanner.sign("-/.") === "") return null;
  const day = scanner.digits(1, 2);
  if (year === "" || month === "" || day === "") return null;
  return { day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, end: scanner.at };
}

/** Where the digits of a day stand in a text, `2024-03-14`, whether there is such a day or not. */
export function daysIn(text: string): readonly number[] {
  const starts: number[] = [];
  for (let hyphen = text.indexOf("-", 4); hyphen >= 0; hyphen = text.indexOf("-", hyphen + 1)) {
    const day = text.slice(hyphen - 4, hyphen + 6);
    if (writtenDay(day)?.day === day) starts.push(hyphen - 4);
  }
  return starts;
}

/** Whether a text is digits with hyphens between, as those of a day: `2024-3-40`. */
export function isMeantAsDay(text: string): boolean {
  return writtenDay(text)?.end === text.length && !holdsAny(text, "/.");
}

/** What is wrong with a day in the form `YYYY-MM-DD`; a time behind it is let pass. */
export function dateFault(text: string): Fault | null {
  const day = unlinked(text);
  const written = writtenDay(day);
  const message = `is not a date: ${quoted(day)}`;
  if (written === null) return { message };
  const behind = day.slice(written.end);
  if (day.startsWith(written.day)) {
    if (behind === "") return isDay(day) ? null : { message: `names a day that does not exist: ${quoted(day)}` };
    if (holdsAny(behind.charAt(0), "T ")) return datetimeFault(day);
  }
  return behind === "" && isDay(written.day) ? { message, instead: written.day } : { message };
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
  if (text.length !== 10 || writtenDay(text)?.day !== text) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return dayOf({ year, month, day }) !== null;
}

/** A link to a daily note stands for its day. */
function unlinked(text: string): string {
  return isWikilink(text) ? (text.slice(2, -2).split("|", 1)[0] ?? "").trim() : text;
}

/** Whether a text is a link to a note, and nothing else. */
export function isWikilink(text: string): boolean {
  return text.startsWith("[[") && text.endsWith("]]") && !holdsAny(text.slice(2, -2), "[]");
}
