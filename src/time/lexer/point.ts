import { Scanner, isBlank, isNumber, isWhitespace } from "../../base";
import type { Span } from "../../base";
import { english, isEastAsian, perLanguage, treeOf, wordTree } from "../../language";
import type { Lexicon } from "../../language";
import type { ClockPlace, ClockTime } from "./clock";
import { readClock, skipRoughly } from "./clock";
import type { StatedDate } from "./date";
import { readDate, readNextDay, readOtherDay, readWeekday } from "./date";
import { zoneAt, type Zone } from "./zone";

/** One time as written: the parts that stand there, in whatever order. */
export interface StatedTime {
  readonly date: StatedDate | null;
  readonly clock: ClockTime;
  readonly zone: StatedZone | null;
  readonly span: Span;
}

/** A zone and where it stands. */
export interface StatedZone {
  readonly zone: Zone;
  readonly span: Span;
}

/** What was found where a date, a clock time or both are expected. */
export type Point =
  | {
      readonly kind: "time";
      readonly time: StatedTime;
      readonly approximate: boolean;
      readonly dated: "before" | "behind" | null;
      /** Introduced by "between". */ readonly between: boolean;
      readonly end: number;
    }
  | { readonly kind: "date"; readonly date: StatedDate; readonly end: number }
  | { readonly kind: "impossible"; readonly reason: string; readonly end: number }
  | { readonly kind: "placeholder"; readonly end: number };

/** What the words of a language mean around a date and a time. */
const readers = perLanguage(({ calendar, clock, measures }) => ({
  about: wordTree(measures.about),
  at: treeOf([
    ...clock.between.map((word) => [word, "between"] as const),
    ...[...clock.at, ...clock.from].map((word) => [word, "at"] as const),
  ]),
  joints: wordTree([...clock.at, ...calendar.joints]),
  articles: wordTree(calendar.articles),
  to: wordTree([...clock.and, ...clock.to]),
}));

/** Offset behind "about" or `~`. */
function skipAbout(text: string, at: number, language: Lexicon): number {
  const scanner = new Scanner(text, at);
  if (scanner.sign("~≈±") === "" && readers(language).about.take(scanner) === undefined) return at;
  scanner.run(" ", 2);
  return scanner.at;
}

/** So many signs and words stand at most between a date and its time. */
const mostBetween = 8;

/** Goes over what parts a time from the date before it: " at ", ", ", "T"; tells whether "between" is among it. */
function skipToClock(text: string, at: number, language: Lexicon): { readonly end: number; readonly between: boolean } {
  const scanner = new Scanner(text, at);
  let between = false;
  for (let count = 0; count < mostBetween; count++) {
    if (scanner.sign(" ,|(@:;") !== "") continue;
    const word = readers(language).at.take(scanner);
    if (word === "between") between = true;
    if (word !== undefined || takeDash(scanner) || takeT(scanner)) continue;
    break;
  }
  return { end: scanner.at, between };
}

/** A dash, but not one before a year. */
function takeDash(scanner: Scanner): boolean {
  const year = scanner.fork();
  if (year.sign("-") === "") return false;
  year.sign(" ");
  return year.digits(4) === "" && scanner.sign("-") !== "";
}

/** The `T` of ISO 8601. */
function takeT(scanner: Scanner): boolean {
  return scanner.isAtDigitBehind("Tt") && scanner.literal("t");
}

/** What joins a date to the time before it; `isWorded` by a word such as "on". */
interface Joint {
  readonly end: number;
  readonly isWorded: boolean;
  /** Where a bracket opens in it; -1 where none does. */
  readonly open: number;
}

function jointAt(text: string, at: number, language: Lexicon): Joint | null {
  const { articles, joints } = readers(language);
  const scanner = new Scanner(text, at);
  const blanks = scanner.run(" ", 2);
  const end = scanner.at;
  if (scanner.sign(",|") !== "") {
    scanner.run(" ", 2);
    return { end: scanner.at, isWorded: false, open: -1 };
  }
  if (scanner.sign("(") !== "") {
    const open = scanner.at - 1;
    scanner.sign(" ");
    return { end: scanner.at, isWorded: false, open };
  }
  if (blanks === "") return null;
  const worded = new Scanner(text, at + 1);
  if (joints.take(worded) !== undefined && worded.sign(" ") !== "") {
    const { at: behind } = worded;
    const isWorded = true;
    return articles.take(worded) !== undefined && worded.sign(" ") !== ""
      ? { end: worded.at, isWorded, open: -1 }
      : { end: behind, isWorded, open: -1 };
  }
  return { end, isWorded: false, open: -1 };
}

/** Whether a date ends here for good: the end, a sign, or "to". */
function endsDate(text: string, at: number, language: Lexicon): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  return scanner.isDone() || scanner.isAt("\n:|)];,.-→") || readers(language).to.at(text, scanner.at) !== null;
}

/** Digits and signs as in a clock time, behind a date. */
function likeClock(text: string, at: number): { readonly digits: string; readonly end: number } | null {
  const scanner = new Scanner(text, at);
  if (scanner.run(" ", 2) === "" && !scanner.literal("t")) return null;
  const { at: start } = scanner;
  const first = scanner.digits(1, 4);
  if (first === "") return null;
  if (scanner.sign(":;") !== "") {
    scanner.digits(0, 4);
    for (let count = 0; count < 3 && scanner.sign(":;.,") !== ""; count++) scanner.digits(0, 4);
  } else if (!takeDotted(scanner, first) && first.length < 3) return null;
  return { digits: text.slice(start, scanner.at), end: scanner.at };
}

/** The `.05.30` of `10.05.30`. */
function takeDotted(scanner: Scanner, first: string): boolean {
  const dotted = scanner.fork();
  for (let count = 0; count < 2; count++) if (dotted.sign(".") === "" || dotted.digits(2) === "") return false;
  if (first.length > 2) return false;
  scanner.at = dotted.at;
  return true;
}

function endsLikeClock(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  if (scanner.sign(",;.") !== "") return scanner.isDone() || scanner.isAt(" ");
  const blanks = scanner.run(" ");
  if (scanner.isDone() || scanner.isAt("\n|)")) return true;
  return blanks !== "" && blanks.length < 3 && !scanner.isDigit() && !isWhitespace(text.charCodeAt(scanner.at));
}

function isRowEnd(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  return scanner.isDone() || scanner.isAt("\n|");
}

/**
 * Reads a date, a clock time or both, in either order, with the zone. `text` must be `plain`.
 *
 * @param place Where it begins.
 */
export function readPoint(
  text: string,
  at: number,
  language: Lexicon = english,
  place: ClockPlace = "anywhere",
): Point | null {
  const leadingZone = readLeadingZone(text, at, language);
  const first = leadingZone === null ? at : behindBlanks(text, leadingZone.span.end);
  const start = skipAbout(text, first, language);
  const date = readLeadingDate(text, start, language);
  if (date !== null && date.kind !== "read") {
    const clock = readClock(text, skipToClock(text, date.end, language).end, language);
    return { ...date, end: clock?.end ?? date.end };
  }
  const beside = date === null ? readNamedDay(text, start, language) : null;
  const named = date?.end ?? (beside?.date.kind === "weekday" ? null : beside?.end) ?? null;
  const behindDate = named === null ? null : weekdayBehind(text, named, language);
  const leading = withNamed(date?.value ?? beside?.date ?? null, behindDate?.weekday ?? null);
  const dateEnd = behindDate?.end ?? beside?.end ?? start;
  const gap = dateEnd > start ? skipToClock(text, dateEnd, language) : null;
  const gapEnd = gap?.end ?? start;
  const clockAt = skipAbout(text, gapEnd, language);
  const mayFollow =
    gapEnd > dateEnd ||
    dateEnd === start ||
    leading?.kind === "later" ||
    isBesideEastAsian(text, dateEnd) ||
    text.charAt(dateEnd - 1) === ")";
  const clock = mayFollow ? readClock(text, clockAt, language, leading === null ? place : "behind date") : null;
  if (clock === null) {
    const malformed = leading === null ? null : readMalformed(text, dateEnd);
    if (malformed !== null || leading === null) return malformed;
    return isBesideClock(leading) ? null : { kind: "date", date: leading, end: dateEnd };
  }
  if (clock.kind !== "read") return clock;
  const joined =
    text.charAt(clockAt - 1).toLowerCase() === "t" || (leading !== null && clock.value.precision !== "minute");
  const own = readZone(text, clock.end, joined, language);
  const behind = readTrailingDate(text, own === null ? clock.end : zoneEnd(text, own), leading, language);
  const zone = own ?? (behind.end > clock.end ? readZone(text, behind.end, false, language) : null) ?? leadingZone;
  const end = Math.max(behind.end, zone === null || zone === leadingZone ? 0 : zoneEnd(text, zone));
  const afterRoughly =
    isBesideEastAsian(text, end) || isBesideEastAsian(text, end + 1) ? skipRoughly(text, end, language) : end;
  return {
    kind: "time",
    time: { date: withWeekday(leading, behind.date), clock: clock.value, zone, span: { start, end: afterRoughly } },
    approximate: clock.value.approximate || start > first || clockAt > gapEnd || afterRoughly > end,
    dated: leading !== null ? "before" : behind.date !== null ? "behind" : null,
    between: gap?.between ?? false,
    end: afterRoughly,
  };
}

/** Whether a day says something only together with a time: `同日`. */
function isBesideClock(date: StatedDate): boolean {
  return date.kind === "weekday" || date.kind === "of month" || (date.kind === "later" && date.days === 0);
}

/** `Feb 7 2013 UTC` names the time 20:13, as no year is in a zone. */
function readLeadingDate(text: string, at: number, language: Lexicon): ReturnType<typeof readDate> {
  const read = readDate(text, at, language);
  if (read?.kind !== "read" || read.value.kind !== "date") return read;
  const { end, value } = read;
  const isClock = value.year !== null && value.year >= 2000 && value.year <= 2059;
  if (!isClock || text.slice(end - 5, end + 1) !== ` ${value.year} `) return read;
  return zoneAt(text, end + 1, language) === null ? read : { ...read, value: { ...value, year: null }, end: end - 5 };
}

/** `2020-02-06 07:7:47`: behind a date a time was meant that cannot be read. */
function readMalformed(text: string, at: number): Point | null {
  const found = likeClock(text, at);
  if (found === null || !endsLikeClock(text, found.end)) return null;
  // A number may count what stands behind it.
  if (isNumber(found.digits) && !isRowEnd(text, found.end)) return null;
  const { end } = found;
  return { kind: "impossible", reason: "hours and minutes need two digits each, with a colon between them", end };
}

/** The day of a time: the date behind it where only a weekday stands before it. */
function withWeekday(leading: StatedDate | null, behind: StatedDate | null): StatedDate | null {
  if (leading?.kind !== "weekday" || behind?.kind !== "date") return leading ?? behind;
  return { ...behind, weekday: leading.weekday };
}

/** A weekday, "The next morning", `翌02:13`. */
function readNamedDay(text: string, at: number, language: Lexicon): LeadingDay | null {
  const weekday = readWeekdayAt(text, at, language);
  return weekday ?? readLaterDay(text, at, language) ?? readNextDay(text, at, language);
}

function readWeekdayAt(text: string, at: number, language: Lexicon): LeadingDay | null {
  const weekday = readWeekday(text, at, language);
  return weekday === null ? null : { date: { kind: "weekday", weekday: weekday.weekday }, end: weekday.end };
}

interface LeadingDay {
  readonly date: StatedDate;
  readonly end: number;
}

/** `翌02:13`: another day directly before its time. */
function readLaterDay(text: string, at: number, language: Lexicon): LeadingDay | null {
  return isEastAsian(text.charCodeAt(at)) ? readOtherDay(text, at, language) : null;
}

/** Whether a character of East Asia, whose words have no blanks between them, stands beside an offset. */
function isBesideEastAsian(text: string, at: number): boolean {
  return isEastAsian(text.charCodeAt(at)) || isEastAsian(text.charCodeAt(at - 1));
}

/** "2024-04-12 (Fri)": a date may be followed by its weekday, of which one behind a comma may be another day's. */
function weekdayBehind(
  text: string,
  end: number,
  language: Lexicon,
): { readonly weekday: number | null; readonly end: number } {
  const scanner = new Scanner(text, end);
  scanner.run(" ,|(", 3);
  const gap = scanner.at;
  const isApart = gap > end || isBesideEastAsian(text, end);
  // A bracket may be part of the name: `（月）`.
  const weekday = isApart
    ? (readWeekday(text, gap, language) ?? readWeekday(text, Math.max(end, gap - 1), language))
    : null;
  if (weekday === null) return { weekday: null, end };
  const isClosed = text.charAt(weekday.end) === ")";
  const isOwn = isClosed || isBesideEastAsian(text, weekday.end);
  return { weekday: isOwn ? weekday.weekday : null, end: weekday.end + (isClosed ? 1 : 0) };
}

/** A date with the weekday that it is given. */
function withNamed(date: StatedDate | null, weekday: number | null): StatedDate | null {
  return date?.kind === "date" && date.weekday === null ? { ...date, weekday } : date;
}

/**
 * The zone behind a clock time: ` UTC`, `Z`, ` (PST)`, ` (UTC / 20:05 local)`. Joined to an ISO time, `-07:00` is an
 * offset; elsewhere it would be the end of a range.
 */
function readZone(text: string, at: number, joined: boolean, language: Lexicon): StatedZone | null {
  const blanks = isBlank(text.charCodeAt(at)) ? (isBlank(text.charCodeAt(at + 1)) ? 2 : 1) : 0;
  const start = at + blanks + (text.charAt(at + blanks) === "(" ? 1 : 0);
  const isSign = text.charAt(start) === "+" || text.charAt(start) === "-";
  if (isSign && (start > at + blanks || !isOffset(text, start, blanks, joined))) return null;
  const match = zoneAt(text, start, language);
  if (match === null || (start > at + blanks && bracketEnd(text, match.end) < 0)) return null;
  return { zone: match.zone, span: { start, end: match.end } };
}

/** `北京时间`, `日本時間` before a time. */
function readLeadingZone(text: string, at: number, language: Lexicon): StatedZone | null {
  const match = isEastAsian(text.charCodeAt(at)) ? zoneAt(text, at, language) : null;
  return match && { zone: match.zone, span: { start: at, end: match.end } };
}

function behindBlanks(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  scanner.run(" ", 2);
  return scanner.at;
}

/** Behind the bracket around a zone, in which the same time may stand elsewhere; negative where it says more. */
function bracketEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  if (scanner.literal(" / ")) scanner.upTo("()\n", longestElsewhere);
  return scanner.sign(")") === "" ? -1 : scanner.at;
}

const longestElsewhere = 24;

function isOffset(text: string, at: number, blanks: number, joined: boolean): boolean {
  if (blanks === 0) return joined || text.charAt(at) === "+";
  const scanner = new Scanner(text, at);
  const sign = scanner.sign("+-");
  const isShort = scanner.digits(4) !== "";
  const isLong =
    !isShort && sign === "+" && scanner.digits(2) !== "" && scanner.sign(":") !== "" && scanner.digits(2) !== "";
  return blanks === 1 && (isShort || isLong) && !scanner.isDigit() && !scanner.isAt(":");
}

function zoneEnd(text: string, zone: StatedZone): number {
  return text.charAt(zone.span.start - 1) === "(" ? bracketEnd(text, zone.span.end) : zone.span.end;
}

/**
 * The date behind a clock time, where it is the whole of what follows: "on October 19", ", 21st Oct |", "(next day)".
 */
function readTrailingDate(
  text: string,
  at: number,
  leading: StatedDate | null,
  language: Lexicon,
): { readonly date: StatedDate | null; readonly end: number } {
  const none = { date: null, end: at };
  if (leading !== null && leading.kind !== "weekday") return none;
  const joint = jointAt(text, at, language);
  if (joint === null) return none;
  const { end: start, isWorded, open } = joint;
  const later = readOtherDay(text, open < 0 ? start : open, language);
  if (later !== null) return { date: later.date, end: later.end };
  const date = readDate(text, start, language);
  if (date?.kind !== "read") return none;
  if (!isWorded && !endsDate(text, date.end, language) && zoneAt(text, date.end + 1, language) === null) return none;
  return { date: date.value, end: date.end + (open >= 0 && text.charAt(date.end) === ")" ? 1 : 0) };
}
