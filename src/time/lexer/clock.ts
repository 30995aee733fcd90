import { Scanner, isDigit, isLetter, withoutTail } from "../../base";
import type { Span } from "../../base";
import {
  folded,
  isEastAsian,
  lastWords,
  lastWordsBefore,
  perLanguage,
  treeOf,
  wordTable,
  wordTree,
} from "../../language";
import type { Lexicon, TextWords, Words } from "../../language";
import type { Precision } from "../written";
import type { Reading } from "./scan";
import { zoneAt } from "./zone";

/** A time of day as written. */
export interface ClockTime {
  /** Milliseconds since midnight; 24:00 is the whole day. */
  readonly clock: number;
  readonly precision: Precision;
  /**
   * Which half of the day is written beside it; null for a 24-hour time. A redundant `pm`, as in `17:14pm`, is no half.
   */
  readonly half: "am" | "pm" | null;
  /** Could still take the half that its partner in a range has: `2:32` in `2:32–2:40 AM`. */
  readonly open: boolean;
  /** Has minutes. */
  readonly minutes: boolean;
  readonly approximate: boolean;
}

/** What the words of a language mean around a time of day. */
const readers = perLanguage(({ calendar, clock, figures, lengths, measures }) => {
  const { units } = lengths;
  const words = clock.hour.filter((word) => !isAsian(word));
  return {
    half: treeOf([...halves(clock.am, "am"), ...halves(clock.pm, "pm")]),
    before: treeOf([...halves(clock.amBefore, "am"), ...halves(clock.pmBefore, "pm")]),
    hour: wordTree(clock.hour),
    // `3時間` is a length.
    asianHours: wordTree(units.hour.filter(isAsian)),
    maybeHour: wordTree(clock.maybeHour, false),
    minute: wordTree(clock.minute),
    halfHour: wordTree(clock.half),
    and: wordTree([...clock.to, ...clock.and]),
    idle: wordTree([...clock.idle, ...words, ...clock.maybeHour]),
    // "1.50 million", "2.10 GB", "1.5 or 2"
    scaled: wordTree(
      [
        Object.values(figures.scales),
        figures.percent,
        Object.values(units),
        clock.to,
        clock.and,
        figures.measured,
      ].flat(2),
    ),
    counted: treeOf(
      [units.minute, units.second].flatMap((words) =>
        words
          .filter((unit) => unit.length > 1 || isAsian(unit))
          .map(
            (unit) =>
              [unit, words.some((other) => other !== unit && other.startsWith(unit) && unit.length > 4)] as const,
          ),
      ),
    ),
    roughly: wordTree(measures.aboutBehind),
    // "for 15 h 16": a length.
    cue: wordTable([lengths.cues, Object.values(lengths.labels)].flat(2)),
    about: wordTable(measures.about),
    // "2h later", "2h of downtime"
    length: wordTree([lengths.later, calendar.joints].flat()),
    // "at 15h": a time of day.
    at: wordTable([...clock.at, ...clock.from, ...clock.between, ...clock.to, ...measures.about]),
  };
});

function isAsian(word: string): boolean {
  return isEastAsian(word.charCodeAt(0));
}

function halves(words: Words, half: Half): readonly (readonly [string, Half])[] {
  return words.map((word) => [word, half] as const);
}

type Half = "am" | "pm";

/** The numbers of a time, as they are written; those that are missing are empty. */
interface Numbers {
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string;
  readonly end: number;
}

function numbers(hour: string, minute: string, end: number): Numbers {
  return { hour, minute, second: "", fraction: "", end };
}

/** `10:05`, `10:05:30.123`, `10:05:xx` */
function withColon(text: string, at: number): Numbers | null {
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(1, 2);
  if (hour === "" || scanner.sign(":") === "") return null;
  const minute = scanner.digits(2);
  if (minute === "") return null;
  let read = numbers(hour, minute, scanner.at);
  if (scanner.sign(":") !== "") {
    const second = scanner.digits(2);
    const isOpen = second === "" && (scanner.literal("xx") || scanner.literal("??"));
    if (second !== "" || isOpen) read = { ...read, second, end: scanner.at };
    const behind = read;
    const fraction = second !== "" && scanner.sign(".,") !== "" ? scanner.digits(1, 9) : "";
    if (fraction !== "") read = { ...read, fraction, end: scanner.at };
    if (goesOn(text, read.end)) read = behind;
  }
  return goesOn(text, read.end) ? null : read;
}

/** Whether the digits before an offset go on there. */
function goesOn(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  return scanner.isDigit() || scanner.isAtDigitBehind(":.");
}

/** `7.48` */
function withDot(text: string, at: number): Numbers | null {
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(1, 2);
  const minute = hour !== "" && scanner.sign(".") !== "" ? scanner.digits(2) : "";
  return minute === "" || scanner.isDigit() || scanner.isAtDigitBehind(".") ? null : numbers(hour, minute, scanner.at);
}

/** `07h48`; `7h48` where one digit will do. */
function withH(text: string, at: number, fewest = 2): Numbers | null {
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(fewest, 2);
  const minute = hour !== "" && scanner.literal("h") ? scanner.digits(2) : "";
  return minute === "" || scanner.isDigit() || scanner.isLetter() ? null : numbers(hour, minute, scanner.at);
}

/** `0757`, but not the year of `2026-05-13`. */
function fourDigits(text: string, at: number): Numbers | null {
  const scanner = new Scanner(text, at);
  const digits = scanner.digits(4);
  const [hour, minute] = [digits.slice(0, 2), digits.slice(2)];
  if (digits === "" || scanner.isDigit() || hour > "23" || minute > "59") return null;
  const month = scanner.fork();
  const isYear = month.sign("-/") !== "" && month.digits(2) !== "" && month.sign("-/") !== "";
  return isYear ? null : numbers(hour, minute, scanner.at);
}

/** The `061230` of `20240311T061230Z` */
function sixDigits(text: string, at: number): Numbers | null {
  const scanner = new Scanner(text, at);
  const [hour, minute, second] = [scanner.digits(2), scanner.digits(2), scanner.digits(2)];
  const isBehindT = text.charAt(at - 1).toLowerCase() === "t";
  return !isBehindT || second === "" || scanner.isDigit()
    ? null
    : { hour, minute, second, fraction: "", end: scanner.at };
}

/** "7 pm" */
function hourOnly(text: string, at: number, language: Lexicon): Numbers | null {
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(1, 2);
  const { at: end } = scanner;
  scanner.sign(" ");
  return hour !== "" && readers(language).half.at(text, scanner.at) !== null ? numbers(hour, "", end) : null;
}

/** The half of the day behind a time, in words or by one letter that is joined to it: "7:05p". */
function halfAt(text: string, at: number, language: Lexicon): { readonly value: Half; readonly end: number } | null {
  const scanner = new Scanner(text, at);
  scanner.run(" ", 2);
  const worded = readers(language).half.at(text, scanner.at);
  if (worded !== null) return worded;
  const letter = new Scanner(text, at);
  const isAm = letter.literal("a");
  if (!isAm && !letter.literal("p")) return null;
  return letter.isLetter() || letter.isAt(".") ? null : { value: isAm ? "am" : "pm", end: letter.at };
}

/** Goes over a word for hours that makes the number before it a time of day. */
function takeHour(scanner: Scanner, language: Lexicon): boolean {
  const { hour, asianHours } = readers(language);
  return asianHours.at(scanner.text, scanner.at) === null && hour.take(scanner) !== undefined;
}

/** "18 Uhr 30", `6時25分`, `3点半`: the word makes it a time of day. */
function markedTime(text: string, at: number, language: Lexicon): Numbers | null {
  const { minute, halfHour } = readers(language);
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(1, 2);
  scanner.sign(" ");
  if (hour === "" || !takeHour(scanner, language)) return null;
  const { at: end } = scanner;
  scanner.sign(" ");
  const minutes = scanner.digits(1, 2);
  if (minutes !== "" && !scanner.isDigit()) {
    const behind = scanner.at;
    scanner.sign(" ");
    return numbers(hour, minutes, minute.take(scanner) === undefined ? behind : scanner.at);
  }
  return minutes === "" && halfHour.take(scanner) !== undefined
    ? numbers(hour, "30", scanner.at)
    : numbers(hour, "", end);
}

/** "6h12", "15 h 16", "15h": may be a length as well. */
function eitherTime(text: string, at: number, language: Lexicon): Numbers | null {
  const scanner = new Scanner(text, at);
  const hour = scanner.digits(1, 2);
  scanner.sign(" ");
  if (hour === "" || readers(language).maybeHour.take(scanner) === undefined) return null;
  const { at: end } = scanner;
  scanner.sign(" ");
  const minute = scanner.digits(2);
  if (minute !== "" && minute < "60" && !scanner.isDigit() && !scanner.isAt(":") && !scanner.isAtDigitBehind(".,"))
    return numbers(hour, minute, scanner.at);
  scanner.at = end;
  return scanner.isLetter() || scanner.isDigit() ? null : numbers(hour, "", end);
}

/** `HH:MM`, `14:??`, `T+x` */
function templateEnd(text: string, at: number): number | null {
  const scanner = new Scanner(text, at);
  if (scanner.literal("t")) {
    scanner.sign(" ");
    const hasSign = scanner.sign("+") !== "";
    scanner.sign(" ");
    return hasSign && (scanner.literal("x") || scanner.literal("n")) && !scanner.isLetter() ? scanner.at : null;
  }
  if ((!scanner.literal("hh") && scanner.digits(1, 2) === "") || scanner.sign(":") === "") return null;
  const isOpen = ["mm", "xx", "??", "--"].some((open) => scanner.literal(open));
  if (!isOpen && (scanner.digits(1) === "" || (!scanner.literal("x") && scanner.sign("?") === ""))) return null;
  const { at: end } = scanner;
  for (const isFull of [true, false]) {
    scanner.at = end;
    if (isFull && !scanner.literal(":ss")) continue;
    if (!scanner.isDigit() && (!scanner.isLetter() || scanner.literal("z"))) return isFull ? end + ":ss".length : end;
  }
  return null;
}

/** Offset behind a word or sign of `at` that makes the time before it approximate: `頃`. */
export function skipRoughly(text: string, at: number, language: Lexicon): number {
  const scanner = new Scanner(text, at);
  scanner.sign(" ");
  scanner.sign("-");
  if (readers(language).roughly.take(scanner) !== undefined) return scanner.at;
  scanner.at = at;
  if (scanner.sign("?") !== "") return scanner.at;
  if (scanner.sign("~") === "") return at;
  return scanner.isDigit() || scanner.isAtDigitBehind(" ") ? at : scanner.at;
}

/** Offset behind a word that says nothing more: "14:05 hrs". */
function skipIdle(text: string, at: number, language: Lexicon): number {
  const scanner = new Scanner(text, at);
  scanner.sign(" ");
  return readers(language).idle.take(scanner) !== undefined && !scanner.isDigit() ? scanner.at : at;
}

/** Whether a number counts what stands behind it: "10:05 minutes", "7.48%", but not "10:05 Second node down". */
function isCounted(text: string, at: number, language: Lexicon): boolean {
  const scanner = new Scanner(text, at);
  scanner.sign(" ");
  const isJoined = scanner.sign("-") !== "";
  const unit = readers(language).counted.at(text, scanner.at);
  return scanner.isAt("%") || (unit !== null && (isJoined || !unit.value));
}

/** Whether an amount of something is meant, by what stands behind it. */
function isScaled(behind: string, language: Lexicon): boolean {
  const scanner = new Scanner(behind);
  scanner.sign(" ");
  return scanner.isAt("%$€£") || readers(language).scaled.at(behind, scanner.at) !== null;
}

/** Whether nothing that is counted stands behind digits without a sign that they are a time: an end, a sign, a name. */
function isFree(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  if (scanner.isDone() || scanner.isAt("\n|)];")) return true;
  const word = scanner.fork();
  if (scanner.sign(":,.") !== "") return scanner.isDone() || scanner.isAt(" ");
  if (scanner.sign("-") !== "") {
    scanner.sign("-");
    scanner.sign(">");
    scanner.sign(" ");
    return scanner.isDone() || scanner.isDigit() || scanner.isAt(` ${capitals}`) || text.charAt(scanner.at - 1) === " ";
  }
  return word.sign(capitals) !== "" && word.isAt(` ${letters}`);
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const capitals = letters.toUpperCase();

/** What behind "15h" begins a line's text. */
function isAloneBefore(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  if (scanner.isDone() || scanner.isAt(":|)]")) return true;
  return scanner.sign("-") !== "" && scanner.isAt(" ");
}

/** Whether "15h" or "15 h 16" is a time of day and no length, by what stands around it. */
function isOfDay(text: string, { start: at, end }: Span, isFull: boolean, language: Lexicon): boolean {
  const lead = lastWords(folded(text.slice(Math.max(0, at - 28), at)));
  if (isLengthAhead(lead, language)) return false;
  if (isFull) return true;
  if (lead.text.endsWith("~") || lead.text.endsWith("≈") || readers(language).at.ending(lead) !== null) return true;
  if (zoneAt(text, end + 1, language) !== null) return true;
  return lead.text === "" && isAloneBefore(text, end);
}

/** "for", "lasted: about" */
function isLengthAhead(lead: TextWords, language: Lexicon): boolean {
  const { about, cue } = readers(language);
  const isSign = lead.text.endsWith("~") || lead.text.endsWith("≈");
  const start = isSign ? lead.text.length - 1 : (about.ending(lead)?.start ?? lead.text.length);
  return [lead.text.length, start].some(
    (end) => cue.ending(lastWordsBefore(lead, withoutTail(lead.text.slice(0, end), ":*|").length)) !== null,
  );
}

/** `7.48` is a time only where half of day, zone or a word such as "Uhr" follow; else it is a number. */
function readDotted(text: string, at: number, language: Lexicon): Numbers | null {
  const found = withDot(text, at);
  if (found === null) return null;
  const { end } = found;
  return halfAt(text, end, language) !== null ||
    isBeforeHour(text, end, language) ||
    (text[end] === " " && zoneAt(text, end + 1, language) !== null)
    ? found
    : null;
}

/** Whether a word for hours follows, also behind the end of a range: "7.48 bis 8.15 Uhr". */
function isBeforeHour(text: string, at: number, language: Lexicon): boolean {
  const scanner = new Scanner(text, at);
  scanner.sign(" ");
  if (scanner.sign("-") !== "" || readers(language).and.take(scanner) !== undefined) {
    scanner.sign(" ");
    scanner.digits(1, 2);
    if (scanner.sign(".") === "" || scanner.digits(2) === "") return false;
  } else scanner.at = at;
  if (scanner.run(" ", 2) === "") return false;
  return takeHour(scanner, language) || isMarkedByColon(text, scanner.at, language);
}

/** "hs:", "hs aprox.:", behind which the text of a line begins. */
function isMarkedByColon(text: string, at: number, language: Lexicon): boolean {
  const scanner = new Scanner(text, at);
  if (readers(language).maybeHour.take(scanner) === undefined) return false;
  return text.charAt(skipRoughly(text, scanner.at, language)) === ":";
}

/** `0757` is a time where a word for hours or a zone follows. */
function readMilitary(text: string, at: number, language: Lexicon): Numbers | null {
  const found = fourDigits(text, at);
  if (found === null) return null;
  const gap = text.charAt(found.end) === " " ? 1 : 0;
  const isMarked =
    skipIdle(text, found.end, language) > found.end ||
    (isLetter(text.charCodeAt(found.end + gap)) && zoneAt(text, found.end + gap, language) !== null);
  return isMarked ? found : null;
}

/** What is known of a place where a time may stand: it lies behind a date, or opens a line of a timeline. */
export type ClockPlace = "anywhere" | "behind date" | "line start";

/** `7.48` or `0757` where only a time is expected, unless it counts what stands behind it. */
function readLoose(text: string, at: number, place: ClockPlace, language: Lexicon): Numbers | null {
  const hours = place === "line start" ? looseHours(text, at, language) : null;
  if (hours !== null) return hours;
  const dotted = withDot(text, at);
  const found = dotted ?? fourDigits(text, at);
  if (found === null || Number(found.hour) > 23 || Number(found.minute) > 59) return null;
  const { end } = found;
  if (dotted === null && new Scanner(text, end).isAtDigitBehind(".,:")) return null;
  const behind = text.slice(end, end + 24);
  const next = new Scanner(behind);
  next.run(" ");
  if (next.isDigit()) return null;
  const isOpening = place === "line start" && dotted !== null && !isScaled(behind, language);
  return isOpening || isFree(text, end) || zoneAt(text, end + 1, language) !== null ? found : null;
}

/** "9h" and "8h25" before the text of a line, where no length is meant. */
function looseHours(text: string, at: number, language: Lexicon): Numbers | null {
  const found = eitherTime(text, at, language) ?? withH(text, at, 1);
  if (found === null || Number(found.hour) > 23) return null;
  const scanner = new Scanner(text, found.end);
  scanner.run(" ");
  return scanner.isDigit() || readers(language).length.at(text, scanner.at) !== null ? null : found;
}

/**
 * The time of day that begins at `at`. `text` must be `plain`.
 *
 * @param place Behind a date "15h" can only be a time of day; and there and at the start of a line so can `7.48` and
 * `0757`.
 */
export function readClock(
  text: string,
  at: number,
  language: Lexicon,
  place: ClockPlace = "anywhere",
): Reading<ClockTime> | null {
  const lead = halfBefore(text, at, language);
  const start = lead?.end ?? at;
  const found = isDigit(text.charCodeAt(start))
    ? (withColon(text, start) ??
      sixDigits(text, start) ??
      hourOnly(text, start, language) ??
      readMilitary(text, start, language) ??
      readDotted(text, start, language) ??
      withH(text, start) ??
      readWorded(text, start, place === "behind date", language) ??
      (place === "anywhere" ? null : readLoose(text, start, place, language)))
    : null;
  if (found === null) {
    const end = templateEnd(text, at);
    return end === null ? null : { kind: "placeholder", end };
  }
  const half = lead === null ? halfAt(text, found.end, language) : null;
  if (half === null && isCounted(text, found.end, language)) return null;
  const end = half?.end ?? skipIdle(text, found.end, language);
  const afterRoughly = skipRoughly(text, end, language);
  const [hour, minute, second] = [Number(found.hour), Number(found.minute), Number(found.second)];
  if (hour > 24 || (hour === 24 && minute + second > 0))
    return { kind: "impossible", reason: `hour ${hour} does not exist`, end };
  if (minute > 59) return { kind: "impossible", reason: `minute ${minute} does not exist`, end };
  if (second > 60) return { kind: "impossible", reason: `second ${second} does not exist`, end };
  const written = lead?.value ?? half?.value ?? null;
  const value: ClockTime = {
    clock:
      ((inHalf(hour, written) * 60 + minute) * 60 + Math.min(second, 59)) * 1000 +
      Math.floor(Number(`0.${found.fraction}`) * 1000),
    precision: found.fraction !== "" ? "millisecond" : found.second !== "" ? "second" : "minute",
    half: hour > 12 ? null : written,
    open: written === null && hour >= 1 && hour <= 12,
    minutes: found.minute !== "",
    approximate: afterRoughly > end,
  };
  return { kind: "read", value, end: afterRoughly };
}

/** The half of the day before a time: `午後3時`. */
function halfBefore(
  text: string,
  at: number,
  language: Lexicon,
): { readonly value: Half; readonly end: number } | null {
  const found = readers(language).before.at(text, at);
  if (found === null) return null;
  const end = text.charAt(found.end) === " " ? found.end + 1 : found.end;
  return isDigit(text.charCodeAt(end)) ? { value: found.value, end } : null;
}

/** "18 Uhr 30", `6時25分`, "6h12", "15 h 16", and "15h" where it is no length; `seconds` and fraction stay open. */
function readWorded(text: string, at: number, isDated: boolean, language: Lexicon): Numbers | null {
  const certain = markedTime(text, at, language);
  if (certain !== null) return certain;
  const found = eitherTime(text, at, language);
  if (found === null) return null;
  return isDated || isOfDay(text, { start: at, end: found.end }, found.minute !== "", language) ? found : null;
}

/** The hour of a 24-hour clock. */
export function inHalf(hour: number, half: "am" | "pm" | null): number {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}
