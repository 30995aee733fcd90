import { Scanner, holdsAny, isDigit, isLetter, isMadeOf, isWordly, withoutEnding } from "../../base";
import type { Span } from "../../base";
import {
  english,
  folded,
  isBehindStop,
  isEastAsian,
  lastWords,
  lastWordsBefore,
  perLanguage,
  textWords,
  treeOf,
  wordTable,
  wordTree,
} from "../../language";
import type { Lexicon, PhraseTable, TextWords } from "../../language";
import type { Amount } from "./amount";
import { mayBeAmount, takeAmount } from "./amount";

/** A length of time in words or digits, as one place of a text states it. */
export interface DurationMention extends Span {
  readonly minutes: number;
  /** The upper end where two are given, as in "10-30 minutes"; else equal to `minutes`. */
  readonly most: number;
  /** The unit of its last digit in minutes: 1 for "1h 28m", 60 for "nine hours", 30 for "1.5 hours". */
  readonly step: number;
  readonly approximate: boolean;
  /** "over 5 hours" and "4+ hours" are `at-least`, "within 19 minutes" and "up to an hour" `at-most`. */
  readonly bound: "at-least" | "at-most" | null;
  /** A lone `90m` or `2d`, which can also mean metres, millions or dimensions. */
  readonly bare: boolean;
}

const minutesOf = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10080 } as const;
const unitNames = ["second", "minute", "hour", "day", "week"] as const;

/** The words of a language in lengths and before them. */
const readers = perLanguage(({ lengths, measures, clock }) => ({
  units: treeOf(
    unitNames.flatMap((name) =>
      lengths.units[name].map(
        (word) => [word, { minutes: minutesOf[name], isLetter: lengths.letters.includes(word) }] as const,
      ),
    ),
  ),
  andHalf: wordTree(lengths.andHalf),
  and: wordTree(lengths.and),
  to: wordTree(lengths.to),
  of: wordTree(lengths.counting),
  // "1 h 30" is one length where hours are written so.
  isHourFirst: clock.maybeHour.length > 0,
  article: wordTree(lengths.articles),
  articles: wordTable([...(lengths.numbers[1] ?? []), ...lengths.articles]),
  from: wordTable(clock.from),
  between: wordTable(clock.between),
  about: wordTable(measures.about),
  atLeast: wordTable(measures.atLeast),
  atMost: wordTable(measures.atMost),
  clockAhead: wordTable([...clock.at, ...clock.from, ...lengths.unlike]),
}));

/** One amount or two with their unit: `47 minutes`, `47-minute`, `10-30 min`, `4+ hours`, `1h31`, "half an hour". */
interface Part extends Span {
  /** In minutes; `most` may be less, which is no length. */
  readonly least: number;
  readonly most: number;
  /** The unit of its last digit in minutes. */
  readonly step: number;
  /** In minutes. */
  readonly unit: number;
  readonly plus: boolean;
  readonly bare: boolean;
  /** `1h31` may be a time of day as well. */
  readonly maybeClock: boolean;
}

/** What is read of a length while more of it may follow. */
type Open = DurationMention & Pick<Part, "unit">;

/**
 * The lengths of time that a text states, in its order. Linear in the text.
 *
 * @param words The words of the text, folded, where they were read before.
 */
export function readDurations(
  source: string,
  language: Lexicon = english,
  words: TextWords = textWords(folded(source)),
): readonly DurationMention[] {
  const { text } = words;
  const lengths: Open[] = [];
  /** Where the last time of day ended. */
  let clockEnd = -Infinity;
  for (const part of partsOf(words, language)) {
    if (part.maybeClock && isClock(text, part, clockEnd, language)) {
      clockEnd = part.end;
      continue;
    }
    if (part.most < part.least) continue;
    const last = lengths.at(-1);
    if (last === undefined || !isJoined(text, last, part, language)) {
      lengths.push(lengthOf(text, part, language));
      continue;
    }
    const { end, least, most, step, unit } = part;
    const [minutes, longest] = [last.minutes + least, last.minutes + most];
    lengths[lengths.length - 1] = { ...last, end, minutes, most: longest, step, unit, bare: false };
  }
  return withRanges(text, lengths, language);
}

/** With one length for both ends of a range that have units of their own: `1h-2h`. */
function withRanges(text: string, lengths: readonly Open[], language: Lexicon): readonly DurationMention[] {
  const found: Open[] = [];
  for (const length of lengths) {
    const last = found.at(-1);
    if (last === undefined || !isRange(text, last, length, language)) {
      found.push(length);
      continue;
    }
    const { end, most, step } = length;
    const approximate = last.approximate || length.approximate;
    found[found.length - 1] = { ...last, end, most, step, approximate, bare: last.bare && length.bare };
  }
  return found;
}

function isRange(text: string, from: Open, to: Open, language: Lexicon): boolean {
  if (from.most !== from.minutes || to.minutes <= from.minutes || isAfter(text, from.start, "from", language))
    return false;
  const scanner = new Scanner(text, from.end);
  return takeTo(scanner, from.start, language) && scanner.at === to.start;
}

/** Every amount with a unit. */
function partsOf({ text, words }: TextWords, language: Lexicon): readonly Part[] {
  const found: Part[] = [];
  let end = 0;
  for (let index = 0; index < words.length; index += 3) {
    const at = words[index] ?? 0;
    if (at < end || !mayBeAmount(text.charCodeAt(at), words[index + 2] ?? 0, language)) continue;
    // "1h-2h"
    const isEnd = found.length > 0 && at - 1 === end && text.charAt(end) === "-";
    const part = isEnd || mayBegin(text, at) ? partAt(text, at, language) : null;
    if (part === null) continue;
    found.push(part);
    end = part.end;
  }
  return found;
}

/** Whether a number may begin at an offset: nothing that it would go on stands before it, as in "5:30 minutes". */
function mayBegin(text: string, at: number): boolean {
  if (isWordly(text.charAt(at - 1))) return false;
  if (isBehindStop(text, at)) return true;
  const before = text.charAt(at - 1);
  return before === ":" ? !isDigit(text.charCodeAt(at - 2)) : before === "" || !".,$€£/#-".includes(before);
}

function partAt(text: string, start: number, language: Lexicon): Part | null {
  const scanner = new Scanner(text, start);
  const first = takeAmount(scanner, language);
  if (first === null) return null;
  const range = scanner.fork();
  const second = takeTo(range, start, language) ? takeAmount(range, language) : null;
  const part =
    (second && takeUnit(range, [first, second], start, language)) ?? takeUnit(scanner, [first, first], start, language);
  return part && { start, ...part };
}

/** Goes over what stands between the ends of a range from `start` on: "10-30", "five to ten", "between 5 and 10". */
function takeTo(scanner: Scanner, start: number, language: Lexicon): boolean {
  const { and, to } = readers(language);
  scanner.blank();
  const isTo =
    scanner.sign("-–~") !== "" ||
    to.take(scanner) !== undefined ||
    (and.take(scanner) !== undefined && isAfter(scanner.text, start, "between", language));
  scanner.blank();
  return isTo;
}

/** Whether a word that opens a range stands before an offset. */
function isAfter(text: string, at: number, word: "from" | "between", language: Lexicon): boolean {
  const { about, [word]: table } = readers(language);
  return table.ending(withoutEnd(wordsBefore(text, at), about)) !== null;
}

/** Goes over the unit behind an amount, or behind both ends of a range. */
function takeUnit(
  scanner: Scanner,
  [least, most]: readonly [Amount, Amount],
  start: number,
  language: Lexicon,
): Omit<Part, "start"> | null {
  const { text } = scanner;
  const { isHourFirst, units } = readers(language);
  const clock = scanner.fork();
  const isAsian = isEastAsian(text.charCodeAt(scanner.at - 1));
  const plus = scanner.sign("+") !== "";
  const isApart = scanner.sign("-") !== "" || scanner.blank();
  const { at } = scanner;
  const unit = most.isWord && !isApart && !isAsian ? undefined : units.take(scanner);
  if (unit === undefined || goesOn(text, scanner.at) || (isHourFirst && isBeforeMinutes(scanner.fork(), language)))
    return most.isWord || most.step !== 1 ? null : takeHour(clock, least, most);
  const { minutes } = unit;
  const isShort = scanner.at - at === 1;
  // "a d"
  if (most.isWord && !isAsian && isShort) return null;
  if (minutes < 1 && isOther(scanner, most, start, language)) return null;
  const bare = unit.isLetter || (most.isWord && isShort);
  const half = takeHalf(scanner, language) ? 0.5 : 0;
  return {
    end: scanner.at,
    least: (least.value + half) * minutes,
    most: (most.value + half) * minutes,
    step: (half === 0 ? most.step : half) * minutes,
    unit: minutes,
    plus,
    bare,
    maybeClock: false,
  };
}

/** Goes over the hour and the minutes behind the number of `1h31`, `1 h 31 min`. */
function takeHour(scanner: Scanner, least: Amount, most: Amount): Omit<Part, "start"> | null {
  scanner.blank();
  const isHour = most.value < 1000 && scanner.literal("h");
  scanner.blank();
  const minutes = isHour && scanner.isAt("012345") ? scanner.digits(2) : "";
  if (minutes === "") return null;
  if (!scanner.literal("min")) scanner.literal("m");
  if (isWordly(scanner.text.charAt(scanner.at)) || scanner.isAt(":")) return null;
  const total = most.value * 60 + Number(minutes);
  return {
    end: scanner.at,
    least: least === most ? total : least.value * 60,
    most: total,
    step: 1,
    unit: 1,
    plus: false,
    bare: false,
    maybeClock: true,
  };
}

/** Whether a word goes on at an offset. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    isLetter(code) ||
    code === 95 ||
    (code >= 0xc0 && code <= 0x24f) ||
    (isDigit(code) && isLetter(text.charCodeAt(at - 1)))
  );
}

/** Whether minutes without a unit follow an hour: the "30" of "15 h 30". */
function isBeforeMinutes(scanner: Scanner, language: Lexicon): boolean {
  scanner.blank();
  if (!scanner.isAt("012345") || scanner.digits(2) === "" || scanner.isDigit()) return false;
  scanner.blank();
  return readers(language).units.at(scanner.text, scanner.at) === null;
}

/** Whether what looks like seconds is something else: "a second pull request", "100s of requests". */
function isOther(scanner: Scanner, { value, isWord }: Amount, start: number, language: Lexicon): boolean {
  const { article, of } = readers(language);
  if (isWord) return article.at(scanner.text, start) !== null;
  const behind = scanner.fork();
  return behind.blank() && of.take(behind) !== undefined && Number.isInteger(Math.log10(value));
}

/** Goes over "and a half" behind a unit. */
function takeHalf(scanner: Scanner, language: Lexicon): boolean {
  const half = scanner.fork();
  half.blank();
  const isHalf = readers(language).andHalf.take(half) !== undefined;
  if (isHalf) scanner.at = half.at;
  return isHalf;
}

/** Whether `14h30` is a time of day by what stands before it or behind it, where the last time of day may end. */
function isClock(text: string, { start, end }: Span, clockEnd: number, language: Lexicon): boolean {
  if (readers(language).clockAhead.ending(wordsBefore(text, start)) !== null) return true;
  if (start - clockEnd <= 3 && isMadeOf(text.slice(clockEnd, start), dashes)) return true;
  const behind = new Scanner(text, end);
  behind.blank();
  if (behind.sign(dashes) === "") return false;
  behind.blank();
  if (behind.digits(1, 2) === "") return false;
  behind.blank();
  if (!behind.literal("h")) return false;
  behind.blank();
  return behind.sign("012345") !== "" && behind.isDigit();
}

const dashes = "-–—→";

/** Words before a length that say more of it stand within so many characters. */
const longestAhead = 30;

function wordsBefore(text: string, at: number): TextWords {
  return lastWords(folded(text.slice(Math.max(0, at - longestAhead), at)));
}

/** Whether a part goes on a length: `1 hour and 5 minutes`, `1h 28m`, `2 hours, 3 minutes`. */
function isJoined(text: string, last: Open, { start, unit }: Part, language: Lexicon): boolean {
  if (unit >= last.unit || last.most !== last.minutes) return false;
  const scanner = new Scanner(text, last.end);
  scanner.sign(",");
  scanner.blank();
  const isAnd = scanner.at < start && readers(language).and.take(scanner) !== undefined;
  if (isAnd) scanner.blank();
  return scanner.at === start && !(isAnd && isAfter(text, last.start, "between", language));
}

/** A length that begins with a part, by the words before it. */
function lengthOf(text: string, part: Part, language: Lexicon): Open {
  const { articles, about, atLeast, atMost } = readers(language);
  const ahead = wordsBefore(text, part.start);
  // The "a" of "en torno a" is no article.
  const amount = about.ending(ahead) === null ? withoutEnd(ahead, articles) : ahead;
  const bound = withoutEnd(amount, about);
  const approximate = bound !== amount || isEndingWith(amount, "~≈±");
  // "No more than" holds "more than".
  const isMost = [ahead, amount, bound].some((words) => atMost.ending(words) !== null || isEndingWith(words, "<≤"));
  const isLeast = part.plus || atLeast.ending(ahead) !== null || isEndingWith(ahead, ">≥");
  const { start, end, least: minutes, most, step, bare, unit } = part;
  return {
    start,
    end,
    minutes,
    most,
    step,
    approximate,
    bound: isMost ? "at-most" : isLeast ? "at-least" : null,
    bare,
    unit,
  };
}

/** A text without the phrase that it ends with; itself where it ends with none. */
function withoutEnd(words: TextWords, table: PhraseTable<unknown>): TextWords {
  const found = table.ending(words);
  return found === null ? words : lastWordsBefore(words, found.start);
}

/** Whether a text ends with one of these signs, or with one and `=`. */
function isEndingWith({ text }: TextWords, signs: string): boolean {
  return holdsAny(withoutEnding(text, "=").slice(-1), signs);
}

/**
 * Whether a stated length can mean the given minutes between two times that are written to the minute.
 *
 * One minute either way is rounding; whole and half hours may be rounded to themselves; an
 * approximate length may be a tenth off, or half its last digit's unit.
 */
export function admits(
  stated: Pick<DurationMention, "minutes" | "most" | "step" | "approximate" | "bound">,
  minutes: number,
): boolean {
  const rounding = stated.step > 1 ? stated.step / 2 : 1;
  const tolerance = stated.approximate
    ? Math.max(rounding, 2, 0.1 * stated.most, stated.step >= 60 ? 0.75 * stated.step : 0)
    : rounding;
  const low = stated.bound === "at-most" ? 0 : stated.minutes - tolerance;
  const high = stated.bound === "at-least" ? Infinity : stated.most + tolerance;
  return low <= minutes && minutes <= high;
}

/** Minutes in words: `47 minutes`, `1 hour 5 minutes`, `3 days 2 hours`; the sign is left out. */
export function formatMinutes(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const counts =
    whole >= 6000
      ? ([
          [Math.floor(whole / 1440), "day"],
          [Math.floor((whole % 1440) / 60), "hour"],
        ] as const)
      : ([
          [Math.floor(whole / 60), "hour"],
          [whole % 60, "minute"],
        ] as const);
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
  return words.join(" ") || "0 minutes";
}

/** Minutes in few characters: `47 min`, `1 h 5 min`, `3 d 2 h`; the sign is left out. */
export function shortMinutes(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const counts =
    whole >= 1440
      ? ([
          [Math.floor(whole / 1440), "d"],
          [Math.floor((whole % 1440) / 60), "h"],
        ] as const)
      : ([
          [Math.floor(whole / 60), "h"],
          [whole % 60, "min"],
        ] as const);
  return (
    counts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(" ") || "0 min"
  );
}
