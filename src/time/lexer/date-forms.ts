import { Scanner, isDigit, once } from "../../base";
import { english, perLanguage, treeOf, wordTree } from "../../language";
import type { WordTree, Words } from "../../language";

/** No incident is of another year: four digits that are none of these are a time of day, or no part of a date. */
export const [firstYear, lastYear] = [1990, 2100];

/** What the words of a language mean around a date. */
export const readers = perLanguage(({ calendar, clock, lengths, measures }) => ({
  months: numbered(calendar.months, 1),
  weekdays: numbered(calendar.weekdays, 0),
  ordinals: wordTree(calendar.ordinals),
  joints: wordTree(calendar.joints),
  // "Friday, the 12th"
  joinedWeekday: wordTree([...calendar.joints, ...calendar.articles]),
  first: calendar.first[0] ?? null,
  marks: {
    year: wordTree(calendar.marks.year),
    month: wordTree(calendar.marks.month),
    day: wordTree(calendar.marks.day),
  },
  eras: treeOf(Object.entries(calendar.eras).flatMap(([before, words]) => [...valued(words, Number(before))])),
  nth: wordTree(calendar.nth),
  // "Day 2 of", "day 3 hours"
  counting: wordTree([...lengths.units.minute, ...lengths.units.hour, ...lengths.units.day, ...calendar.joints]),
  counted: wordTree([...lengths.units.second, ...lengths.units.minute, ...lengths.units.hour]),
  days: wordTree(lengths.units.day),
  later: wordTree(lengths.later),
  // Days after the last day that was named.
  otherDay: treeOf([...valued(calendar.sameDay, 0), ...valued(calendar.nextDay, 1), ...valued(calendar.dayBefore, -1)]),
  partOfDay: wordTree(calendar.partOfDay),
  beforeClock: wordTree([...clock.at, ...measures.about, "~"]),
  behindHour: wordTree([...clock.am, ...clock.pm, "am", "pm", ...clock.hour, ...clock.maybeHour]),
}));

type Reader = ReturnType<typeof readers>;

/** Each word of lists with the number of its list. */
function numbered(lists: readonly Words[], first: number): WordTree<number> {
  return treeOf(lists.flatMap((words, index) => valued(words, index + first)));
}

function valued<T>(words: Words, value: T): readonly (readonly [string, T])[] {
  return words.map((word) => [word, value] as const);
}

/** A year of four digits that an incident may be of. */
function takeYear(scanner: Scanner): number | null {
  const { at } = scanner;
  const year = Number(scanner.digits(4) || NaN);
  if (year >= firstYear && year <= lastYear) return year;
  scanner.at = at;
  return null;
}

/** The same where no more digits and no time of day follow: the 2013 of "Feb 7 2013:30" is none. */
function takeYearAlone(scanner: Scanner): number | null {
  const { at } = scanner;
  const year = takeYear(scanner);
  if (year !== null && !scanner.isDigit() && !scanner.isAtDigitBehind(":")) return year;
  scanner.at = at;
  return null;
}

/** A day and month as names have them; `year` is as it is written, `end` behind it. */
export interface NamedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly end: number;
}

/** `March 5th, 2024`, `Feb 7`, `Mar 5-7, 2024`, of which the first day counts. */
export function monthFirst(text: string, at: number, { months, ordinals }: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const month = months.take(scanner);
  if (month === undefined) return null;
  const isVerb = text.slice(at, scanner.at) === mayInWords;
  scanner.sign(".");
  scanner.run(" ", 2);
  const isJoined = scanner.sign("-") !== "";
  const day = scanner.digits(1, 2);
  if (day === "") return null;
  ordinals.take(scanner);
  if (scanner.isDigit() || scanner.isAtDigitBehind(":.")) return null;
  skipLastDay(scanner);
  const behind = scanner.at;
  if (scanner.sign("-") === "" && !takeComma(scanner)) scanner.run(" ", 2);
  const year = scanner.at === behind ? null : takeYearAlone(scanner);
  if (year === null) scanner.at = behind;
  // "may" in lower case, unless it is joined to its day.
  return isVerb && !isJoined && !text.slice(behind, scanner.at).includes("-")
    ? null
    : { year, month, day: Number(day), end: scanner.at };
}

const mayInWords = "may";

/** Goes over a comma and one blank on either side. */
function takeComma(scanner: Scanner): boolean {
  const { at } = scanner;
  scanner.sign(" ");
  if (scanner.sign(",") === "") {
    scanner.at = at;
    return false;
  }
  scanner.sign(" ");
  return true;
}

/** Goes over the last day of a range whose year follows: the `-7` of `Mar 5-7, 2024`. */
function skipLastDay(scanner: Scanner): void {
  const last = scanner.fork();
  const isSpaced = last.literal(" - ");
  if (!isSpaced && last.sign("-") === "") return;
  if (last.digits(1, 2) === "") return;
  lastOrdinals().take(last);
  const year = last.fork();
  const hasComma = year.sign(",") !== "";
  const hasBlank = year.sign(" ") !== "";
  if (!hasBlank || (isSpaced && !hasComma)) return;
  const digits = year.digits(4);
  if ((digits.startsWith("19") || digits.startsWith("20")) && !year.isDigit() && !year.isAtDigitBehind(":"))
    scanner.at = last.at;
}

const lastOrdinals = once(() => wordTree(english.calendar.ordinals, false));

/** `5 March 2024`, `5. März`, `10 de marzo de 2024`, `5-7 March`, of which the first day counts. */
export function dayFirst(text: string, at: number, reader: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const day = scanner.digits(1, 2);
  if (day === "") return null;
  takeOrdinal(scanner, reader);
  const month = monthBehindRange(scanner, reader) ?? monthBehindJoint(scanner, reader);
  if (month === null) return null;
  const isVerb = text.slice(month.at, scanner.at) === mayInWords;
  scanner.sign(".");
  takeJoint(scanner, reader);
  const behind = scanner.at;
  if (scanner.sign("-/") === "") {
    scanner.sign(",");
    scanner.sign(" ");
  }
  const hasGap = scanner.at > behind && !text.slice(behind, scanner.at).endsWith(",");
  const year = hasGap ? takeYearAlone(scanner) : null;
  if (year === null) scanner.at = behind;
  return isVerb && !text.slice(at, scanner.at).includes("-")
    ? null
    : { year, month: month.month, day: Number(day), end: scanner.at };
}

function takeOrdinal(scanner: Scanner, { ordinals }: Reader): void {
  if (ordinals.take(scanner) === undefined) scanner.sign(".");
}

/** " of", " de" */
function takeJoint(scanner: Scanner, { joints }: Reader): void {
  const { at } = scanner;
  if (scanner.sign(" ") === "" || joints.take(scanner) === undefined) scanner.at = at;
}

function monthBehindRange(scanner: Scanner, reader: Reader): ReturnType<typeof monthBehindJoint> {
  const { at } = scanner;
  scanner.sign(" ");
  if (scanner.sign("-/") !== "") {
    scanner.sign(" ");
    if (scanner.digits(1, 2) !== "") {
      takeOrdinal(scanner, reader);
      const month = monthBehindJoint(scanner, reader);
      if (month !== null) return month;
    }
  }
  scanner.at = at;
  return null;
}

/** The month behind a joint, a sign or blanks, and where it begins. */
function monthBehindJoint(scanner: Scanner, reader: Reader): { readonly month: number; readonly at: number } | null {
  const { at } = scanner;
  for (const hasJoint of [true, false]) {
    scanner.at = at;
    if (hasJoint) takeJoint(scanner, reader);
    if (hasJoint && scanner.at === at) continue;
    if (scanner.sign("-/") === "" && scanner.run(" ", 2) === "") continue;
    const start = scanner.at;
    const month = reader.months.take(scanner);
    if (month !== undefined) return { month, at: start };
  }
  scanner.at = at;
  return null;
}

/** `2025-Dec-05`, `2025 Dec 5` */
export function yearFirst(text: string, at: number, { months }: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const year = takeYear(scanner);
  const sign = year === null ? "" : scanner.sign("-/. ");
  const month = sign === "" ? undefined : months.take(scanner);
  if (month === undefined || scanner.sign(sign) === "") return null;
  const day = scanner.digits(1, 2);
  return day === "" || scanner.isDigit() || scanner.isAt(":")
    ? null
    : { year, month, day: Number(day), end: scanner.at };
}

/** `05/Dec/2025`, also before `:22:11` in the log of a web server; `05-Dec-25` */
export function joinedDate(text: string, at: number, { months }: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const day = scanner.digits(1, 2);
  const sign = day === "" ? "" : scanner.sign("-/");
  const month = sign === "" ? undefined : months.take(scanner);
  if (month === undefined || scanner.sign(sign) === "") return null;
  const year = scanner.digits(2, 4);
  const isShort = year.length === 2;
  if ((!isShort && !(year.length === 4 && year.startsWith("20"))) || scanner.isDigit()) return null;
  return { year: isShort ? 2000 + Number(year) : Number(year), month, day: Number(day), end: scanner.at };
}

/** `2025年3月10日`, `3月10日` */
export function markedDate(text: string, at: number, { marks }: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const take = (mark: WordTree<true>, least: number, most: number): string => {
    const from = scanner.at;
    const digits = scanner.digits(least, most);
    scanner.sign(" ");
    if (digits !== "" && mark.take(scanner) !== undefined) return digits;
    scanner.at = from;
    return "";
  };
  const year = take(marks.year, 4, 4);
  if (year !== "") scanner.sign(" ");
  const month = take(marks.month, 1, 2);
  if (month === "") return null;
  scanner.sign(" ");
  const day = take(marks.day, 1, 2) || scanner.digits(1, 2);
  return day === ""
    ? null
    : { year: year === "" ? null : Number(year), month: Number(month), day: Number(day), end: scanner.at };
}

/** `9日`, a day of a month that is not named. */
export function markedDay(
  text: string,
  at: number,
  { marks }: Reader,
): { readonly day: number; readonly end: number } | null {
  const scanner = new Scanner(text, at);
  const day = Number(scanner.digits(1, 2));
  scanner.sign(" ");
  return day < 1 || day > 31 || marks.day.take(scanner) === undefined ? null : { day, end: scanner.at };
}

/** `令和8年6月1日`, the year counted in an era; its first may be `元`. */
export function eraDate(text: string, at: number, reader: Reader): NamedDate | null {
  const scanner = new Scanner(text, at);
  const before = reader.eras.take(scanner);
  if (before === undefined) return null;
  scanner.sign(" ");
  const number = scanner.sign("元") === "" ? scanner.digits(1, 2) : "1";
  scanner.sign(" ");
  if (number === "" || reader.marks.year.take(scanner) === undefined) return null;
  scanner.sign(" ");
  const date = markedDate(text, scanner.at, reader);
  return date?.year !== null ? null : { ...date, year: before + Number(number) };
}

/** `2024-W18-5`, a day by its week after ISO 8601. */
export function weekDate(text: string, at: number): WeekDate | null {
  const scanner = new Scanner(text, at);
  const year = takeYear(scanner);
  if (year === null) return null;
  scanner.sign("-");
  const week = scanner.sign("W") === "" ? "" : scanner.digits(2);
  scanner.sign("-");
  const weekday = week === "" ? "" : scanner.digits(1);
  return weekday < "1" || weekday > "7" || scanner.isDigit() || scanner.isAt("-")
    ? null
    : { year, week: Number(week), weekday: Number(weekday), end: scanner.at };
}

export interface WeekDate {
  readonly year: number;
  readonly week: number;
  /** 1 for Monday. */
  readonly weekday: number;
  readonly end: number;
}

/** `20240411` before a time of day. */
export function compactDate(text: string, at: number): NamedDate | null {
  const scanner = new Scanner(text, at);
  const digits = scanner.digits(8);
  if (!digits.startsWith("19") && !digits.startsWith("20")) return null;
  const isBeforeT = scanner.isAtDigitBehind("T");
  const time = scanner.fork();
  const isBeforeClock = time.sign(" -") !== "" && time.digits(2) !== "" && time.isAt(":");
  if (!isBeforeT && !isBeforeClock) return null;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0, end: scanner.at };
}

/** `4/21/23`; with points only before a clock time, else a version could be a date. */
export function shortYear(text: string, at: number): NumbersRead | null {
  const scanner = new Scanner(text, at);
  const first = scanner.digits(1, 2);
  const sign = first === "" ? "" : scanner.sign("/.");
  const second = sign === "" ? "" : scanner.digits(1, 2);
  if (second === "" || scanner.sign(sign) === "") return null;
  const last = scanner.digits(2);
  if (last === "" || scanner.isDigit() || scanner.isAt("/") || scanner.isAtDigitBehind(".:")) return null;
  const time = scanner.fork();
  time.sign(",");
  const isBeforeTime = time.run(" ", 2) !== "" && time.digits(1, 2) !== "" && time.isAtDigitBehind(".:");
  return sign === "." && !(isBeforeTime && isDigit(text.charCodeAt(time.at + 2)))
    ? null
    : { first, sign, second, last, end: scanner.at };
}

/** Two or three numbers, all without names. */
export interface NumbersRead {
  readonly first: string;
  /** Between them; a point also stands behind the last of two, else it is left out: `11.4.`, but `11.04`. */
  readonly sign: string;
  readonly second: string;
  /** Empty where there are two. */
  readonly last: string;
  readonly end: number;
}

/** `2024-04-11`, `11.04.2024`, `4/11/2024` */
export function numericDate(text: string, at: number): NumbersRead | null {
  const scanner = new Scanner(text, at);
  const first = scanner.digits(1, 5);
  const sign = first === "" ? "" : scanner.sign("-/.");
  const second = sign === "" ? "" : scanner.digits(1, 2);
  if (second === "" || scanner.sign(sign) === "") return null;
  const last = scanner.digits(1, 4);
  return last === "" || scanner.isDigit() || scanner.isAt("-") ? null : { first, sign, second, last, end: scanner.at };
}

/**
 * `04/11`, `11.4.`, `04-11` and `11.04`. Without a year only directly before a clock time, else any fraction would be
 * a date; as a whole line where the order of day and month is plain.
 */
export function shortDate(text: string, at: number, reader: Reader): NumbersRead | null {
  const isLineStart = isFirst(text, at);
  for (const read of [slashedDate, twoDigitDate]) {
    const found = read(text, at);
    if (found === null) continue;
    // In a sentence two pairs of digits may be a version, a score or a range.
    if (isBeforeClock(text, found.end, reader)) return read === twoDigitDate && !isLineStart ? null : found;
    if (isLineStart && reader.first !== null && found.sign !== "" && isLineEnd(text, found.end)) return found;
  }
  return null;
}

function slashedDate(text: string, at: number): NumbersRead | null {
  const scanner = new Scanner(text, at);
  const first = scanner.digits(1, 2);
  const sign = first === "" ? "" : scanner.sign("/.");
  const second = sign === "" ? "" : scanner.digits(1, 2);
  if (second === "" || (sign === "." && scanner.sign(".") === "")) return null;
  return { first, sign, second, last: "", end: scanner.at };
}

function twoDigitDate(text: string, at: number): NumbersRead | null {
  const scanner = new Scanner(text, at);
  const first = scanner.digits(2);
  const sign = first === "" ? "" : scanner.sign("-.");
  const second = sign === "" ? "" : scanner.digits(2);
  return second === "" ? null : { first, sign: sign === "." ? "" : sign, second, last: "", end: scanner.at };
}

function isBeforeClock(text: string, at: number, { beforeClock, behindHour, weekdays }: Reader): boolean {
  const scanner = new Scanner(text, at);
  const weekday = scanner.fork();
  // `5/9（木）`, `5/9(周四)`
  const isNamed =
    weekdays.take(weekday) !== undefined || (weekday.sign("(") !== "" && weekdays.take(weekday) !== undefined);
  if (isNamed) scanner.at = weekday.at;
  scanner.sign(isNamed ? ")" : ",");
  if (scanner.run(" ", 2) === "" && !isNamed) return false;
  for (let count = 0; count < 2 && beforeClock.take(scanner) !== undefined; count++) scanner.sign(" ");
  if (scanner.digits(1, 2) === "") return false;
  if (scanner.isAtDigitBehind(":") && isDigit(text.charCodeAt(scanner.at + 2))) return true;
  scanner.sign(" ");
  return behindHour.take(scanner) !== undefined;
}

function isLineEnd(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  return scanner.isDone() || scanner.isAt("\n");
}

/** `YYYY-MM-DD`, `2024-MM-DD`: a part of it at least is open. */
export function templateEnd(text: string, at: number): number | null {
  const scanner = new Scanner(text, at);
  let isOpen = false;
  let sign = "";
  for (const [letters, digits] of parts) {
    if (letters !== "yyyy") {
      const next = scanner.sign(sign || "-/");
      if (next === "") return null;
      sign = next;
    }
    if (scanner.literal(letters)) isOpen = true;
    else if (scanner.digits(digits) === "") return null;
  }
  return isOpen ? scanner.at : null;
}

const parts = [
  ["yyyy", 4],
  ["mm", 2],
  ["dd", 2],
] as const;

/** `Day 2`, `Day #2`; not "day 2 of 3". */
export function nthDay(text: string, at: number, { nth, counting }: Reader): { number: number; end: number } | null {
  const scanner = new Scanner(text, at);
  if (nth.take(scanner) === undefined) return null;
  scanner.run(" ", 2);
  scanner.sign("#");
  const number = scanner.digits(1, 2);
  if (number === "" || scanner.isDigit() || scanner.isLetter() || scanner.isAt(":./")) return null;
  const { at: end } = scanner;
  scanner.run(" ");
  return counting.take(scanner) === undefined ? { number: Number(number), end } : null;
}

/** Whether nothing but blanks stands before an offset on its line. */
function isFirst(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === " ") before -= 1;
  return before < 0 || text.charAt(before) === "\n";
}
