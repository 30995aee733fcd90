import { withoutEnding } from "../../base";
import { anyOf, english, folded, initials, perLanguage } from "../../language";
import type { Lexicon, Words } from "../../language";
import { dateOf, dayOf, daysInMonth, weekdayOf } from "../calendar";
import type { Reading } from "./scan";
import { digits, matchAt, opening, skip } from "./scan";
import { plain } from "./unmarked";
import { zoneAt } from "./zone";

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
  /** "next day", "+1", "previous night": days after the last day that was named, or that of the incident. */
  | { readonly kind: "later"; readonly days: number };

/** No incident is of another year: four digits that are none of these are a time of day, or no part of a date. */
const anyYear = "(199\\d|20\\d\\d|2100)";
const [firstYear, lastYear] = [1990, 2100];

/** The patterns of a language, and what its names mean, by their folded words. */
const readers = perLanguage(({ calendar, clock, lengths, measures }) => {
  const months = numbered(calendar.months, 1);
  const weekdays = numbered(calendar.weekdays, 0);
  const month = `(${anyOf([...months.keys()])})`;
  const ordinal = `(?:${anyOf(calendar.ordinals)}|\\.)?`;
  const joint = `(?: ${anyOf(calendar.joints)})?`;
  const year = `${anyYear}(?!\\d|:\\d)`;
  const hour = anyOf([...clock.am, ...clock.pm, ...clock.hour, ...clock.maybeHour]);
  const counted = anyOf([...lengths.units.second, ...lengths.units.minute, ...lengths.units.hour]);
  const { marks } = calendar;
  return {
    months,
    weekdays,
    first: calendar.first[0] ?? null,
    weekday: opening(initials([...weekdays.keys()]), new RegExp(`${anyOf([...weekdays.keys()])}\\.?`, "iy")),
    behindWeekday: opening(
      ` ,-t${initials(calendar.joints)}`,
      new RegExp(`(?: ?,| ?-)? {0,2}(?:(?:the|${anyOf(calendar.joints)}) )?`, "iy"),
    ),
    monthFirst: opening(
      initials([...months.keys()]),
      new RegExp(
        `${month}\\.? {0,2}-?(\\d{1,2})(?:${anyOf(calendar.ordinals)})?(?!\\d|[:.]\\d)` +
          `(?:(?:-\\d{1,2}(?:st|nd|rd|th)?(?=,? (?:19|20)\\d{2}(?!\\d|:\\d)))` +
          `|(?: - \\d{1,2}(?:st|nd|rd|th)?(?=, (?:19|20)\\d{2}(?!\\d|:\\d))))?(?:(?: ?, ?| {1,2}|-)${year})?`,
        "iy",
      ),
    ),
    dayFirst: opening(
      digits,
      new RegExp(
        `(\\d{1,2})${ordinal}(?: ?[-/] ?\\d{1,2}${ordinal})?${joint}(?: {1,2}|-|/)${month}\\.?` +
          `${joint}(?:(?:,? |-|/)${year})?`,
        "iy",
      ),
    ),
    // `2025-Dec-05`, `2025 Dec 5`
    yearFirst: opening("12", new RegExp(`${anyYear}([-/. ])${month}\\2(\\d{1,2})(?![\\d:])`, "iy")),
    // `05/Dec/2025`, also before `:22:11` in the log of a web server; `05-Dec-25`
    joined: opening(digits, new RegExp(`(\\d{1,2})([-/])${month}\\2(?:20)?(\\d{2})(?!\\d)`, "iy")),
    // `2025年3月10日`, `3月10日`
    marked:
      marks.month.length === 0
        ? null
        : opening(
            digits,
            new RegExp(
              `(?:(\\d{4}) ?${anyOf(marks.year)} ?)?(\\d{1,2}) ?${anyOf(marks.month)} ?(\\d{1,2})(?: ?${anyOf(marks.day)})?`,
              "y",
            ),
          ),
    // Without a year only directly before a clock time, else any fraction would be a date.
    short: opening(
      digits,
      new RegExp(
        `(?:(\\d{1,2})(?:\\/(\\d{1,2})|\\.(\\d{1,2})\\.)|(\\d{2})(?:-(\\d{2})|\\.(\\d{2})))` +
          `(?=,? {1,2}(?:(?:${anyOf([...clock.at, ...measures.about])}|~) ?){0,2}\\d{1,2}(?::\\d{2}| ?(?:[ap]m|${hour})))`,
        "iy",
      ),
    ),
    alone: /(?:(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})\.)|(\d{2})-(\d{2}))(?= *(?:$|\n))/y,
    nth: opening(
      initials(calendar.nth),
      new RegExp(`${anyOf(calendar.nth)} {0,2}#?(\\d{1,2})(?![\\d:./a-z]| *(?:days?|hours?|minutes?|of)\\b)`, "iy"),
    ),
    otherDay: opening(
      `(+d${initials([...calendar.nextDay, ...calendar.dayBefore])}`,
      new RegExp(
        `\\(?(?:${anyOf(calendar.nextDay)}|(${anyOf(calendar.dayBefore)})|(?:D ?)?\\+ ?(\\d)` +
          `(?: ?d(?:ays?)?(?![a-z]))?(?![\\d:]|[.:,]\\d| ?${counted}))\\)?`,
        "iy",
      ),
    ),
    nextInWords: opening(
      initials([...calendar.nextDay, ...calendar.dayBefore]),
      new RegExp(`(?:${anyOf(calendar.nextDay)}|(${anyOf(calendar.dayBefore)}))`, "iy"),
    ),
    // "Saturday morning:"
    behindDayName: opening(
      ` \n:,-(${initials(calendar.partOfDay)}`,
      new RegExp(`(?:,? {0,2}${anyOf(calendar.partOfDay)})? *(?:$|[\\n:,(|]|-)`, "iy"),
    ),
  };
});

/** Each word of lists with the number of its list. */
function numbered(lists: readonly Words[], first: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((words, index) => words.map((word) => [folded(word), index + first] as const)));
}

/** The commonest of what is no date. */
const clockTime = opening(digits, /\d{1,2}:/y);
const numeric = opening(digits, /(\d{1,5})([-/.])(\d{1,2})\2(\d{1,4})(?![\d-])/y);
/** `2024-W18-5`, a day by its week after ISO 8601. */
const weekDate = opening("12", new RegExp(`${anyYear}-?W(\\d{2})-?([1-7])(?![\\d-])`, "y"));
/** `4/21/23`; with points only before a clock time, else a version could be a date. */
const shortYear = opening(
  digits,
  /(\d{1,2})(?:(\/)(\d{1,2})\/|(\.)(\d{1,2})\.(?=\d\d,? {1,2}\d{1,2}[:.]\d\d))(\d{2})(?![\d/]|[.:]\d)/y,
);
const compact = opening("12", /((?:19|20)\d{2})(\d{2})(\d{2})(?=T\d|[ -]\d{2}:)/y);
const template = opening(`y${digits}`, /(?:YYYY|\d{4})([-/])(?:MM|\d{2})\1(?:DD|\d{2})/iy);
const behindNthDay = opening(" :,(-", /[ :,(-]{1,4}/y);

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
  const { weekday, weekdays } = readers(language);
  const found = matchAt(weekday, text, at)?.[0];
  return found === undefined ? null : { weekday: numberOf(weekdays, found), end: at + found.length };
}

function numberOf(names: ReadonlyMap<string, number>, found: string): number {
  const name = folded(found);
  return names.get(name) ?? names.get(withoutEnding(name, ".")) ?? 0;
}

/** The date that begins at `at`, in any of the ways that people write one. `text` must be `plain`. */
export function readDate(text: string, at: number, language: Lexicon = english): Reading<StatedDate> | null {
  const weekday = readWeekday(text, at, language);
  if (weekday === null) return readBareDate(text, at, null, language);
  const start = skip(readers(language).behindWeekday, text, weekday.end);
  return readBareDate(text, start, weekday.weekday, language);
}

/** "Next day" and "previous night" in words. */
export function readNextDay(text: string, at: number, language: Lexicon): ReturnType<typeof readOtherDay> {
  const found = matchAt(readers(language).nextInWords, text, at);
  return found && { date: { kind: "later", days: found[1] === undefined ? 1 : -1 }, end: at + found[0].length };
}

/** "Saturday", "Next day", "The following morning: …" as a head names a day. */
export function readDayName(source: string, language: Lexicon = english): StatedDate | null {
  const text = plain(source);
  const at = /^[^\p{L}\p{N}]{0,16}/u.exec(text)?.[0].length ?? 0;
  const weekday = readWeekday(text, skip(readers(language).behindWeekday, text, at), language);
  const other = weekday === null ? readNextDay(text, at, language) : null;
  const end = weekday?.end ?? other?.end;
  if (end === undefined || matchAt(readers(language).behindDayName, text, end) === null) return null;
  return weekday === null ? (other?.date ?? null) : { kind: "weekday", weekday: weekday.weekday };
}

/** "next day", "+1", "previous night" behind a time. */
export function readOtherDay(
  text: string,
  at: number,
  language: Lexicon,
): { readonly date: StatedDate; readonly end: number } | null {
  const found = matchAt(readers(language).otherDay, text, at);
  return found === null
    ? null
    : {
        date: { kind: "later", days: found[1] !== undefined ? -1 : Number(found[2] ?? 1) },
        end: at + found[0].length,
      };
}

function readBareDate(text: string, at: number, weekday: number | null, language: Lexicon): Reading<StatedDate> | null {
  if (matchAt(clockTime, text, at) !== null) return null;
  const reader = readers(language);
  const nth = matchAt(reader.nth, text, at);
  if (nth !== null) return readNthDay(text, at + nth[0].length, Number(nth[1]), language);
  const named = matchAt(reader.monthFirst, text, at);
  if (named !== null && !isVerb(named[0], named[1])) {
    const { year, end } = yearIn(text, named[3], at + named[0].length, language);
    return checked({ year, month: numberOf(reader.months, named[1] ?? ""), day: Number(named[2]) }, weekday, end);
  }
  const joined = matchAt(reader.joined, text, at);
  if (joined !== null) {
    const month = numberOf(reader.months, joined[3] ?? "");
    return checked({ year: 2000 + Number(joined[4]), month, day: Number(joined[1]) }, weekday, at + joined[0].length);
  }
  const reversed = matchAt(reader.dayFirst, text, at);
  if (reversed !== null && !isVerb(reversed[0], reversed[2])) {
    const { year, end } = yearIn(text, reversed[3], at + reversed[0].length, language);
    return checked({ year, month: numberOf(reader.months, reversed[2] ?? ""), day: Number(reversed[1]) }, weekday, end);
  }
  const big = matchAt(reader.yearFirst, text, at);
  if (big !== null) {
    const month = numberOf(reader.months, big[3] ?? "");
    return checked({ year: Number(big[1]), month, day: Number(big[4]) }, weekday, at + big[0].length);
  }
  const week = matchAt(weekDate, text, at);
  if (week !== null) return readWeekDate(week, at + week[0].length);
  const marked = reader.marked === null ? null : matchAt(reader.marked, text, at);
  if (marked !== null) {
    const year = marked[1] === undefined ? null : Number(marked[1]);
    return checked({ year, month: Number(marked[2]), day: Number(marked[3]) }, weekday, at + marked[0].length);
  }
  const iso = matchAt(compact, text, at);
  if (iso !== null)
    return checked({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, weekday, at + iso[0].length);
  const shortened = matchAt(shortYear, text, at);
  if (shortened !== null) {
    const [whole, first, slash, slashed, , dotted, last] = shortened;
    const isDayFirst = slash === undefined || reader.first === "day";
    const parts = [Number(first), Number(slashed ?? dotted), 2000 + Number(last)] as const;
    return readParts(parts, isDayFirst, weekday, at + whole.length);
  }
  const digits = matchAt(numeric, text, at);
  if (digits !== null) return readNumeric(digits, weekday, at + digits[0].length, reader.first);
  const short = shortDate(reader, text, at);
  // In a sentence two pairs of digits may be a version, a score or a range.
  if (short !== null && (short[4] === undefined || isFirst(text, at)))
    return readShort(short, weekday, at + short[0].length, reader.first);
  const blanks = matchAt(template, text, at);
  return blanks === null ? null : { kind: "placeholder", end: at + blanks[0].length };
}

/** The year of a date; `Feb 7 2013 UTC` names the time 20:13, as no year is in a zone. */
function yearIn(
  text: string,
  digits: string | undefined,
  end: number,
  language: Lexicon,
): { readonly year: number | null; readonly end: number } {
  if (digits === undefined) return { year: null, end };
  const isClock = /^ 20[0-5]\d$/.test(text.slice(end - 5, end));
  const isZoned = isClock && text.charAt(end) === " " && zoneAt(text, end + 1, language) !== null;
  return isZoned ? { year: null, end: end - 5 } : { year: Number(digits), end };
}

/** Week 1 of a year is the one with its first Thursday. */
function readWeekDate([, year, week, weekday]: RegExpExecArray, end: number): Reading<StatedDate> {
  const fourth = dayOf({ year: Number(year), month: 1, day: 4 }) ?? 0;
  const day = fourth - weekdayOf(fourth) + (Number(week) - 1) * 7 + Number(weekday) - 1;
  return Number(week) < 1 || Number(week) > 53
    ? { kind: "impossible", reason: `week ${week ?? ""} does not exist`, end }
    : { kind: "read", value: { kind: "date", ...dateOf(day), weekday: null }, end };
}

/** "may" in lower case, unless it is joined to its day. */
function isVerb(whole: string, month: string | undefined): boolean {
  return month === "may" && !whole.includes("-");
}

/** A date without a year that a clock time follows; where the order of day and month is plain, also as a whole line. */
function shortDate(
  { short, alone, first }: ReturnType<typeof readers>,
  text: string,
  at: number,
): RegExpExecArray | null {
  const found = matchAt(short, text, at);
  if (found !== null || first === null || !isFirst(text, at)) return found;
  alone.lastIndex = at;
  return alone.exec(text);
}

/** Whether nothing but blanks stands before an offset on its line. */
function isFirst(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === " ") before -= 1;
  return before < 0 || text.charAt(before) === "\n";
}

/** `Day 2 - Tuesday, 5 March 2024` names its date. */
function readNthDay(text: string, end: number, number: number, language: Lexicon): Reading<StatedDate> {
  const gap = skip(behindNthDay, text, end);
  const date = gap > end && matchAt(readers(language).nth, text, gap) === null ? readDate(text, gap, language) : null;
  return date ?? { kind: "read", value: { kind: "nth", number }, end };
}

function readNumeric(
  [, first = "", separator, second = "", last = ""]: RegExpExecArray,
  weekday: number | null,
  end: number,
  custom: "day" | "month" | null,
): Reading<StatedDate> | null {
  if (first.length === 4) {
    if (Number(first) < firstYear || Number(first) > lastYear)
      return { kind: "impossible", reason: `no incident is of the year ${first}`, end };
    return checked({ year: Number(first), month: Number(second), day: Number(last) }, weekday, end);
  }
  if (first.length > 4) return readGarbled(first, Number(second), Number(last), end);
  if (last.length === 2 && first.length <= 2 && separator !== "-" && custom === "day")
    return readNumericShort(Number(first), Number(second), Number(last), weekday, end);
  if (last.length !== 4 || first.length > 2) return null;
  if (Number(last) < firstYear || Number(last) > lastYear) return null;
  return readParts([Number(first), Number(second), Number(last)], separator === ".", weekday, end);
}

/** Points part a day from the month behind it; else a part above 12 is the day. */
function readParts(
  [a, b, year]: readonly [number, number, number | null],
  isDayFirst: boolean,
  weekday: number | null,
  end: number,
): Reading<StatedDate> {
  if (isDayFirst || a > 12) return checked({ year, month: b, day: a }, weekday, end);
  if (b > 12 || a === b) return checked({ year, month: a, day: b }, weekday, end);
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
  [, first, slashed, dotted, twoDigits, hyphened, short]: RegExpExecArray,
  weekday: number | null,
  end: number,
  custom: "day" | "month" | null,
): Reading<StatedDate> | null {
  const [a, b] = [Number(first ?? twoDigits), Number(slashed ?? dotted ?? hyphened ?? short)];
  if (hyphened !== undefined || short !== undefined) {
    const monthFirst = hyphened !== undefined && a <= 12;
    const date = checked({ year: null, month: monthFirst ? a : b, day: monthFirst ? b : a }, weekday, end);
    return date.kind === "read" ? date : null;
  }
  if (dotted === undefined && (Math.min(a, b) < 1 || Math.min(a, b) > 12)) return null;
  if (custom !== null && Math.max(a, b) <= 12)
    return checked({ year: null, month: custom === "day" ? b : a, day: custom === "day" ? a : b }, weekday, end);
  return readParts([a, b, null], dotted !== undefined, weekday, end);
}
