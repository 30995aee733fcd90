import { daysInMonth } from "../calendar";
import type { Reading } from "./scan";
import { digits, matchAt, opening, skip } from "./scan";

/** A date as far as it is written. */
export type StatedDate =
  | {
      readonly kind: "date";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  /** `03-04-2017`: which of the two is the month is left open. */
  | { readonly kind: "numeric"; readonly year: number; readonly first: number; readonly second: number }
  /** `20202-01-16`: a digit too many in the year. */
  | { readonly kind: "garbled"; readonly year: string; readonly month: number; readonly day: number }
  /** `Monday`: 0 for Monday to 6 for Sunday. */
  | { readonly kind: "weekday"; readonly weekday: number }
  /** `Day 2`: counted from the day of the incident, which is 1. */
  | { readonly kind: "nth"; readonly number: number }
  /** "next day", "previous night": days after the day of the time before, or of the incident. */
  | { readonly kind: "later"; readonly days: number };

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = "motuwethfrsasu";

const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])";
const weekdayPattern = opening(
  "mtwfs",
  /(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z])\.?/iy,
);
/** The commonest of what is no date. */
const clockTime = opening(digits, /\d{1,2}:/y);
const betweenWeekdayAndDate = opening(" ,-t", /(?: ?,| ?-)? {0,2}(?:the )?/iy);
const monthFirst = opening(
  "jfmasond",
  new RegExp(
    `${month}\\.? {0,2}-?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.]\\d)(?:(?:-\\d{1,2}(?:st|nd|rd|th)?(?=,? (?:19|20)\\d{2}(?!\\d|:\\d)))|(?: - \\d{1,2}(?:st|nd|rd|th)?(?=, (?:19|20)\\d{2}(?!\\d|:\\d))))?(?:(?: ?, ?| {1,2}|-)(\\d{4})(?!\\d|:\\d))?`,
    "iy",
  ),
);
const dayFirst = opening(
  digits,
  new RegExp(
    `(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: ?[-/] ?\\d{1,2}(?:st|nd|rd|th|\\.)?)?(?: of)?(?: {1,2}|-)${month}\\.?(?:(?:,? |-)(\\d{4})(?!\\d|:\\d))?`,
    "iy",
  ),
);
const numeric = opening(digits, /(\d{1,5})([-/.])(\d{1,2})\2(\d{1,4})(?![\d-])/y);
const compact = opening("12", /((?:19|20)\d{2})(\d{2})(\d{2})(?=T\d|[ -]\d{2}:)/y);
/** Without a year only directly before a clock time, else any fraction would be a date. */
const numericWithoutYear = opening(
  digits,
  /(?:(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})\.)|(\d{2})(?:-(\d{2})|\.(\d{2})))(?=,? {1,2}(?:at |~)?\d{1,2}(?::\d{2}| ?[ap]m))/iy,
);
const template = opening(`y${digits}`, /(?:YYYY|\d{4})([-/])(?:MM|\d{2})\1(?:DD|\d{2})/iy);
const nthDay = opening("d", /day {0,2}#?(\d{1,2})(?![\d:./a-z]| *(?:days?|hours?|minutes?|of)\b)/iy);
const behindNthDay = opening(" :,(-", /[ :,(-]{1,4}/y);
const otherDay = opening(
  "(tnfp+",
  /\(?(?:(?:the )?(?:next|following) (?:day|morning)|(prev(?:ious|\.)? (?:day|evening|night))|\+1(?: ?d(?:ay)?)?(?![\d:]))\)?/iy,
);

function monthNumber(name: string): number {
  return monthNames.findIndex((full) => full.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

/** A year may be missing: then 29 February is possible. */
function checked(
  year: number | null,
  month: number,
  day: number,
  weekday: number | null,
  end: number,
): Reading<StatedDate> {
  if (month < 1 || month > 12) return { kind: "impossible", reason: `month ${month} does not exist`, end };
  const days = daysInMonth(year ?? 2000, month);
  if (day < 1 || day > days)
    return {
      kind: "impossible",
      reason: `${monthNames[month - 1] ?? ""}${year === null || month !== 2 ? "" : ` ${year}`} has ${days} days`,
      end,
    };
  return { kind: "read", value: { kind: "date", year, month, day, weekday }, end };
}

/** A named weekday at `at`; it says nothing without a date or a clock time beside it. */
export function readWeekday(text: string, at: number): { readonly weekday: number; readonly end: number } | null {
  const found = matchAt(weekdayPattern, text, at)?.[0];
  return found === undefined
    ? null
    : { weekday: weekdays.indexOf(found.slice(0, 2).toLowerCase()) / 2, end: at + found.length };
}

/** The date that begins at `at`, in any of the ways that people write one. `text` must be `plain`. */
export function readDate(text: string, at: number): Reading<StatedDate> | null {
  const weekday = readWeekday(text, at);
  if (weekday === null) return readBareDate(text, at, null);
  return readBareDate(text, skip(betweenWeekdayAndDate, text, weekday.end), weekday.weekday);
}

/** "next day", "+1", "previous night" behind a time. */
export function readOtherDay(text: string, at: number): { readonly date: StatedDate; readonly end: number } | null {
  const found = matchAt(otherDay, text, at);
  return found === null
    ? null
    : { date: { kind: "later", days: found[1] === undefined ? 1 : -1 }, end: at + found[0].length };
}

function readBareDate(text: string, at: number, weekday: number | null): Reading<StatedDate> | null {
  if (matchAt(clockTime, text, at) !== null) return null;
  const nth = matchAt(nthDay, text, at);
  if (nth !== null) return readNthDay(text, at + nth[0].length, Number(nth[1]));
  const named = matchAt(monthFirst, text, at);
  if (named !== null && named[1] !== "may") {
    return checked(
      named[3] === undefined ? null : Number(named[3]),
      monthNumber(named[1] ?? ""),
      Number(named[2]),
      weekday,
      at + named[0].length,
    );
  }
  const reversed = matchAt(dayFirst, text, at);
  if (reversed !== null && reversed[2] !== "may") {
    return checked(
      reversed[3] === undefined ? null : Number(reversed[3]),
      monthNumber(reversed[2] ?? ""),
      Number(reversed[1]),
      weekday,
      at + reversed[0].length,
    );
  }
  const iso = matchAt(compact, text, at);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), weekday, at + iso[0].length);
  const digits = matchAt(numeric, text, at);
  if (digits !== null) return readNumeric(digits, weekday, at + digits[0].length);
  const short = matchAt(numericWithoutYear, text, at);
  // In a sentence two pairs of digits may be a version, a score or a range.
  if (short !== null && (short[4] === undefined || isFirst(text, at)))
    return readShort(short, weekday, at + short[0].length);
  const blanks = matchAt(template, text, at);
  return blanks === null ? null : { kind: "placeholder", end: at + blanks[0].length };
}

/** Whether nothing but blanks stands before an offset on its line. */
function isFirst(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === " ") before -= 1;
  return before < 0 || text.charAt(before) === "\n";
}

/** `Day 2 - Tuesday, 5 March 2024` names its date. */
function readNthDay(text: string, end: number, number: number): Reading<StatedDate> {
  const gap = skip(behindNthDay, text, end);
  const date = gap > end && matchAt(nthDay, text, gap) === null ? readDate(text, gap) : null;
  return date ?? { kind: "read", value: { kind: "nth", number }, end };
}

function readNumeric(
  [, first = "", separator, second = "", last = ""]: RegExpExecArray,
  weekday: number | null,
  end: number,
): Reading<StatedDate> | null {
  if (first.length === 4) return checked(Number(first), Number(second), Number(last), weekday, end);
  if (first.length > 4) return readGarbled(first, Number(second), Number(last), end);
  if (last.length !== 4 || first.length > 2) return null;
  const [a, b, year] = [Number(first), Number(second), Number(last)];
  if (separator === "." || a > 12) return checked(year, b, a, weekday, end);
  if (b > 12 || a === b) return checked(year, a, b, weekday, end);
  return { kind: "read", value: { kind: "numeric", year, first: a, second: b }, end };
}

function readGarbled(year: string, month: number, day: number, end: number): Reading<StatedDate> | null {
  const rest = checked(null, month, day, null, end);
  return rest.kind === "read" ? { kind: "read", value: { kind: "garbled", year, month, day }, end } : rest;
}

/**
 * `10/30` is the 30th of October, `19.4.` the 19th of April, `5/6` could be either and is left alone; `03-26` is what
 * ISO 8601 leaves of a date without its year, and `25.03` what is left of `25.03.2019`.
 */
function readShort(
  [, first, slashed, dotted, twoDigits, hyphened, short]: RegExpExecArray,
  weekday: number | null,
  end: number,
): Reading<StatedDate> | null {
  const [a, b] = [Number(first ?? twoDigits), Number(slashed ?? dotted ?? hyphened ?? short)];
  if (hyphened !== undefined || short !== undefined) {
    const monthFirst = hyphened !== undefined && a <= 12;
    const date = checked(null, monthFirst ? a : b, monthFirst ? b : a, weekday, end);
    return date.kind === "read" ? date : null;
  }
  if (dotted !== undefined || (a > 12 && b <= 12)) return checked(null, b, a, weekday, end);
  return b > 12 && a <= 12 ? checked(null, a, b, weekday, end) : null;
}
