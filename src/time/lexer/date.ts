import { Scanner, hasLetter, isAnyLetter, isDigit } from "../../base";
import { english, isEastAsian } from "../../language";
import type { Lexicon } from "../../language";
import { dateOf, dayOf, daysInMonth, weekdayOf } from "../calendar";
import type { NamedDate, NumbersRead, WeekDate } from "./date-forms";
import {
  compactDate,
  dayFirst,
  eraDate,
  firstYear,
  joinedDate,
  lastYear,
  markedDate,
  markedDay,
  monthFirst,
  nthDay,
  numericDate,
  readers,
  shortDate,
  shortYear,
  templateEnd,
  weekDate,
  yearFirst,
} from "./date-forms";
import { takeAmount } from "./amount";
import type { Reading } from "./scan";
import { plain } from "./unmarked";

/** A date as far as it is written. */
export type StatedDate =
  | {
      readonly kind: "date";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  /** `03-04-2017`, and `03/04` before a clock time: which of the two is the month is left open. */
  | { readonly kind: "numeric"; readonly year: number | null; readonly first: number; readonly second: number }
  /** `20202-01-16`: a digit too many in the year. */
  | { readonly kind: "garbled"; readonly year: string; readonly month: number; readonly day: number }
  /** `Monday`: 0 for Monday to 6 for Sunday. */
  | { readonly kind: "weekday"; readonly weekday: number }
  /** `Day 2`: counted from the day of the incident, which is 1. */
  | { readonly kind: "nth"; readonly number: number }
  /** `9日`: the day of this number that is nearest to the last day that was named. */
  | { readonly kind: "of month"; readonly day: number }
  /**
   * "next day", "+1", "previous night": days after the last day that was named, or that of the incident; 0: `同日`; "2
   * days later" after the event above.
   */
  | { readonly kind: "later"; readonly days: number; readonly since?: "above" };

/** A year may be missing: then 29 February is possible. */
function checked(
  { year, month, day }: { readonly year: number | null; readonly month: number; readonly day: number },
  weekday: number | null,
  end: number,
): Reading<StatedDate> {
  if (month < 1 || month > 12) return { kind: "impossible", reason: `month ${month} does not exist`, end };
  const days = daysInMonth(year ?? 2000, month);
  if (day < 1 || day > days)
    return {
      kind: "impossible",
      reason: `${english.calendar.months[month - 1]?.[0] ?? ""}${year === null || month !== 2 ? "" : ` ${year}`} has ${days} days`,
      end,
    };
  return { kind: "read", value: { kind: "date", year, month, day, weekday }, end };
}

/** A named weekday at `at`; it says nothing without a date or a clock time beside it. */
export function readWeekday(
  text: string,
  at: number,
  language: Lexicon,
): { readonly weekday: number; readonly end: number } | null {
  const found = readers(language).weekdays.at(text, at);
  return found && { weekday: found.value, end: text.charAt(found.end) === "." ? found.end + 1 : found.end };
}

/** Offset behind what parts a weekday from its date: ", the", " - ". */
function behindWeekday(text: string, at: number, language: Lexicon): number {
  const scanner = new Scanner(text, at);
  if (!takeSign(scanner, ",")) takeSign(scanner, "-");
  scanner.run(" ", 2);
  const { at: end } = scanner;
  return readers(language).joinedWeekday.take(scanner) !== undefined && scanner.sign(" ") !== "" ? scanner.at : end;
}

/** Goes over one of these signs and a blank before it. */
function takeSign(scanner: Scanner, signs: string): boolean {
  const { at } = scanner;
  scanner.sign(" ");
  if (scanner.sign(signs) !== "") return true;
  scanner.at = at;
  return false;
}

/** The date that begins at `at`, in any of the ways that people write one. `text` must be `plain`. */
export function readDate(text: string, at: number, language: Lexicon = english): Reading<StatedDate> | null {
  const weekday = readWeekday(text, at, language);
  if (weekday === null) return readBareDate(text, at, null, language);
  return readBareDate(text, behindWeekday(text, weekday.end, language), weekday.weekday, language);
}

/** "Next day" and "previous night" in words, `同日`, `翌9日`; `9日` alone; "2 days later". */
export function readNextDay(text: string, at: number, language: Lexicon): ReturnType<typeof readOtherDay> {
  const { days, later, otherDay } = readers(language);
  const found = otherDay.at(text, at);
  const numbered = markedDay(text, found?.end ?? at, readers(language));
  if (found !== null) return { date: { kind: "later", days: found.value }, end: numbered?.end ?? found.end };
  if (numbered !== null) return { date: { kind: "of month", day: numbered.day }, end: numbered.end };
  const scanner = new Scanner(text, at);
  const number = takeAmount(scanner, language)?.value ?? 0;
  scanner.sign(" ");
  const isCounted = number > 0 && number < 100 && number % 1 === 0 && days.take(scanner) !== undefined;
  scanner.sign(" ");
  return isCounted && later.take(scanner) !== undefined
    ? { date: { kind: "later", days: number, since: "above" }, end: scanner.at }
    : null;
}

/** "Saturday", "Next day", "The following morning: …" as a head names a day. */
export function readDayName(source: string, language: Lexicon = english): StatedDate | null {
  const text = plain(source);
  const at = marksEnd(text);
  const weekday = readWeekday(text, behindWeekday(text, at, language), language);
  const other = weekday === null ? readNextDay(text, at, language) : null;
  const end = weekday?.end ?? other?.end;
  if (end === undefined || !endsDayName(text, end, language)) return null;
  return weekday === null ? (other?.date ?? null) : { kind: "weekday", weekday: weekday.weekday };
}

const mostMarks = 16;

/** Offset of the first letter or digit, among so many marks. */
function marksEnd(text: string): number {
  let at = 0;
  while (at < mostMarks && at < text.length && !hasLetter(text.charAt(at)) && !isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a day named before this offset is all: "Saturday morning:". */
function endsDayName(text: string, at: number, language: Lexicon): boolean {
  const part = new Scanner(text, at);
  part.sign(",");
  part.run(" ", 2);
  const scanner = readers(language).partOfDay.take(part) === undefined ? new Scanner(text, at) : part;
  scanner.run(" ");
  return scanner.isDone() || scanner.isAt("\n:,(|-");
}

/** "next day", "+1", "previous night" behind a time. */
export function readOtherDay(
  text: string,
  at: number,
  language: Lexicon,
): { readonly date: StatedDate; readonly end: number } | null {
  const { otherDay, days, counted } = readers(language);
  const scanner = new Scanner(text, at);
  scanner.sign("(");
  const worded = otherDay.take(scanner);
  // Words without blanks go on: `7:50 前日夜に…` tells of another day's evening.
  if (worded !== undefined && isEastAsian(text.charCodeAt(scanner.at)) && isAnyLetter(text.charAt(scanner.at)))
    return null;
  if (worded !== undefined) {
    scanner.sign(")");
    const numbered = markedDay(text, scanner.at, readers(language));
    return { date: { kind: "later", days: worded }, end: numbered?.end ?? scanner.at };
  }
  if (scanner.literal("d")) scanner.sign(" ");
  if (scanner.sign("+") === "") return null;
  scanner.sign(" ");
  const number = scanner.digits(1);
  if (number === "") return null;
  const behind = scanner.fork();
  behind.sign(" ");
  const isUnit = days.take(behind) !== undefined;
  if (isUnit) scanner.at = behind.at;
  const unit = scanner.fork();
  unit.sign(" ");
  if (scanner.isDigit() || scanner.isAt(":") || scanner.isAtDigitBehind(".,") || counted.take(unit) !== undefined)
    return null;
  // "06:12 +2 replicas"
  if (!isUnit && number !== "1" && unit.over(isAnyLetter, 3).endsWith("s")) return null;
  scanner.sign(")");
  return { date: { kind: "later", days: Number(number) }, end: scanner.at };
}

function readBareDate(text: string, at: number, weekday: number | null, language: Lexicon): Reading<StatedDate> | null {
  const reader = readers(language);
  const named = (date: NamedDate): Reading<StatedDate> => checked(date, weekday, date.end);
  if (!isDigit(text.charCodeAt(at))) {
    const nth = nthDay(text, at, reader);
    if (nth !== null) return readNthDay(text, nth.end, nth.number, language);
    const date = monthFirst(text, at, reader) ?? eraDate(text, at, reader);
    if (date !== null) return named(date);
    return readTemplate(text, at);
  }
  const length = digitsLength(text, at);
  if (length === 8) {
    const date = compactDate(text, at);
    return date && named(date);
  }
  if (length === 4) {
    const date = yearFirst(text, at, reader);
    if (date !== null) return named(date);
    const week = weekDate(text, at);
    if (week !== null) return readWeekDate(week);
  }
  if (length <= 2) {
    // The commonest of what is no date.
    if (text.charAt(at + length) === ":") return null;
    const date = joinedDate(text, at, reader) ?? dayFirst(text, at, reader);
    if (date !== null) return named(date);
  }
  const marked = markedDate(text, at, reader);
  if (marked !== null) return named(marked);
  const shortened = length <= 2 ? shortYear(text, at) : null;
  if (shortened !== null) {
    const isDayFirst = shortened.sign === "." || reader.first === "day";
    const parts = [Number(shortened.first), Number(shortened.second), 2000 + Number(shortened.last)] as const;
    return readParts(parts, isDayFirst, weekday, shortened.end);
  }
  const numbers = numericDate(text, at);
  if (numbers !== null) return readNumeric(numbers, weekday, reader.first);
  const short = length <= 2 ? shortDate(text, at, reader) : null;
  return short === null ? readTemplate(text, at) : readShort(short, weekday, reader.first);
}

/** How many digits stand at an offset; 9 for more. */
function digitsLength(text: string, at: number): number {
  let length = 0;
  while (length < 9 && isDigit(text.charCodeAt(at + length))) length++;
  return length;
}

function readTemplate(text: string, at: number): Reading<StatedDate> | null {
  const end = templateEnd(text, at);
  return end === null ? null : { kind: "placeholder", end };
}

/** A week is of the year that its Thursday lies in. */
function readWeekDate({ year, week, weekday, end }: WeekDate): Reading<StatedDate> {
  const fourth = dayOf({ year, month: 1, day: 4 }) ?? 0;
  const monday = fourth - weekdayOf(fourth) + (week - 1) * 7;
  return dateOf(monday + 3).year !== year
    ? { kind: "impossible", reason: `week ${String(week).padStart(2, "0")} does not exist`, end }
    : { kind: "read", value: { kind: "date", ...dateOf(monday + weekday - 1), weekday: null }, end };
}

/** `Day 2 - Tuesday, 5 March 2024` names its date. */
function readNthDay(text: string, end: number, number: number, language: Lexicon): Reading<StatedDate> {
  const scanner = new Scanner(text, end);
  scanner.run(" :,(-", 4);
  const gap = scanner.at;
  const date = gap > end && nthDay(text, gap, readers(language)) === null ? readDate(text, gap, language) : null;
  return date ?? { kind: "read", value: { kind: "nth", number }, end };
}

function readNumeric(
  { first, sign, second, last, end }: NumbersRead,
  weekday: number | null,
  custom: "day" | "month" | null,
): Reading<StatedDate> | null {
  if (first.length === 4) {
    if (Number(first) < firstYear || Number(first) > lastYear)
      return { kind: "impossible", reason: `no incident is of the year ${first}`, end };
    return checked({ year: Number(first), month: Number(second), day: Number(last) }, weekday, end);
  }
  if (first.length > 4) return readGarbled(first, Number(second), Number(last), end);
  if (last.length === 2 && first.length <= 2 && sign !== "-" && custom === "day")
    return readNumericShort(Number(first), Number(second), Number(last), weekday, end);
  if (last.length !== 4 || first.length > 2) return null;
  if (Number(last) < firstYear || Number(last) > lastYear) return null;
  // A language writes the day or the month first; where the one cannot be, the other was.
  const isDayFirst = sign === "." || (custom === "day" && Number(second) <= 12);
  return readParts([Number(first), Number(second), Number(last)], isDayFirst, weekday, end);
}

/** Points part a day from the month behind it; else a part above 12 is the day. */
function readParts(
  [a, b, year]: readonly [number, number, number | null],
  isDayFirst: boolean,
  weekday: number | null,
  end: number,
): Reading<StatedDate> {
  if (isDayFirst || a > 12 || a < 1) return checked({ year, month: b, day: a }, weekday, end);
  if (b > 12 || b < 1 || a === b) return checked({ year, month: a, day: b }, weekday, end);
  return { kind: "read", value: { kind: "numeric", year, first: a, second: b }, end };
}

/** `12.03.26`, where days are written first. */
function readNumericShort(
  ...[day, month, year, weekday, end]: [number, number, number, number | null, number]
): Reading<StatedDate> | null {
  const date = checked({ year: 2000 + year, month, day }, weekday, end);
  return date.kind === "read" ? date : null;
}

function readGarbled(year: string, month: number, day: number, end: number): Reading<StatedDate> | null {
  const rest = checked({ year: null, month, day }, null, end);
  return rest.kind === "read" ? { kind: "read", value: { kind: "garbled", year, month, day }, end } : rest;
}

/**
 * `10/30` is the 30th of October, `19.4.` the 19th of April, `5/6` could be either; `03-26` is what
 * ISO 8601 leaves of a date without its year, and `25.03` what is left of `25.03.2019`.
 */
function readShort(
  { first, sign, second, end }: NumbersRead,
  weekday: number | null,
  custom: "day" | "month" | null,
): Reading<StatedDate> | null {
  const [a, b] = [Number(first), Number(second)];
  if (sign === "-" || sign === "") {
    const monthFirst = sign === "-" && a <= 12;
    const date = checked({ year: null, month: monthFirst ? a : b, day: monthFirst ? b : a }, weekday, end);
    return date.kind === "read" ? date : null;
  }
  if (sign === "/" && (Math.min(a, b) < 1 || Math.min(a, b) > 12)) return null;
  if (custom !== null && Math.max(a, b) <= 12)
    return checked({ year: null, month: custom === "day" ? b : a, day: custom === "day" ? a : b }, weekday, end);
  return readParts([a, b, null], sign === ".", weekday, end);
}
