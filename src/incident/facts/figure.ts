import { amountsIn, valueOfScale } from "./amount";
import { labelBefore, withoutAbout } from "./about";
import {
  WordCursor,
  english,
  folded,
  lastWords,
  lastWordsBefore,
  perLanguage,
  phraseTable,
  textWords,
  wordTable,
} from "../../language";
import type { Lexicon, PhraseTable, TextWords } from "../../language";
import { digitsOf, hasDigit, holdsAny, isNumber, singleSpaced, withoutEnding, withoutTail } from "../../base";
import type { Span } from "../../base";

/** A counted thing, an amount of money or a share, as one place of a text states it. */
export interface FigureMention extends Span {
  readonly value: number;
  /** What its last written digit counts: 100 for "2,300", 100000 for "3.7M". */
  readonly step: number;
  readonly approximate: boolean;
  /** "over 2,000" and "300+" are `at-least`, "up to 500" is `at-most`. */
  readonly bound: "at-least" | "at-most" | null;
  /** The counted thing in singular lower case (`request`), a currency (`usd`), or a share (`% request`). */
  readonly unit: string;
  /** What narrows the unit, sorted: `failed` for "2,300 failed requests", nothing for "180 unique customers". */
  readonly qualifier: string;
}

const currencies: Readonly<Record<string, string>> = {
  $: "usd",
  "€": "eur",
  "£": "gbp",
  "¥": "jpy",
  us$: "usd",
  usd: "usd",
  eur: "eur",
  gbp: "gbp",
};
/** The words of a language. */
const readers = perLanguage(({ calendar, clock, figures, id, lengths, measures }) => ({
  isEnglish: id === "en",
  atLeast: wordTable(measures.atLeast),
  atMost: wordTable(measures.atMost),
  // A number behind these names a thing instead of counting it.
  naming: wordTable([...figures.naming, ...calendar.months.flat()]),
  rangeJoint: wordTable([...lengths.to, ...clock.and]),
  beforeYear: wordTable(figures.beforeYear),
  answering: wordTable(
    figures.answering.flatMap((word) => [word, `${word} {light}`]),
    { light: figures.light },
  ),
  rate: wordTable(figures.rate),
  failing: wordTable(figures.failing),
  passive: wordTable(figures.passive),
  credit: wordTable(figures.credit),
  cost: wordTable(figures.cost),
  uncounted: new Set([...figures.uncounted, ...Object.values(lengths.units).flat()].map(folded)),
  between: new Set(figures.between.map(folded)),
  lengthUnits: wordTable(Object.values(lengths.units).flat()),
  aboutBehind: wordTable(measures.aboutBehind),
  // The things that a language counts, by their words.
  counted: phraseTable(
    Object.entries(figures.counted).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
  ),
}));
/** The commonest codes of HTTP, by the hundred: the first and the last, and those between that nobody uses. */
function isStatus(code: number): boolean {
  const [last = 0, unused = ""] = statuses[Math.floor(code / 100)] ?? [];
  return code % 100 <= last && code >= 200 && !unused.includes(String(code));
}

const statuses: Readonly<Record<number, readonly [last: number, unused?: string]>> = {
  2: [6, "205"],
  3: [8, "300 305 306"],
  4: [31, "419 420 430"],
  5: [27, "509 512 513 514 515 516 517 518 519"],
};

/** A release, build or file named by its day: `20240411`. */
function isDayNumber(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return digits.length === 8 && isYear(year ?? 0) && isWithin(month, 12) && isWithin(day, 31);
}

function isWithin(value = 0, last: number): boolean {
  return value >= 1 && value <= last;
}

function isYear(value: number): boolean {
  return value >= 1990 && value <= 2099;
}

/** A line that begins so tells of something else. */
const nextLabel = /\n(?=[^\n:]{1,40}:)/;

/** Adjectives that leave a count what it is. */
const neutral: ReadonlySet<string> = new Set([
  "unique",
  "distinct",
  "different",
  "individual",
  "affected",
  "impacted",
  "of",
  "the",
  "our",
  "all",
  "its",
  "these",
  "those",
  "total",
  "number",
  "count",
]);
/** Words for one outcome, each under the name it is compared by. */
const outcomes: Readonly<Record<string, string>> = {
  failed: "failed",
  failing: "failed",
  fail: "failed",
  lost: "failed",
  dropped: "failed",
  errored: "failed",
  rejected: "failed",
  unsuccessful: "failed",
};
/**
 * The figures that a text states, in its order; bare numbers that count nothing known are left out. Linear in the text.
 */
export function readFigures(source: string, language: Lexicon = english): readonly FigureMention[] {
  const mentions: FigureMention[] = [];
  const reader = readers(language);
  if (!hasDigit(source)) return mentions;
  const text = folded(source);
  for (const { start, end, prefix, integer, decimals, scale: scaleWord, plus, suffix } of amountsIn(text, language)) {
    const before = text.slice(Math.max(0, start - 60), start);
    // "3h 40m" is a length, not millions.
    if (scaleWord === "m" && before.trimEnd().endsWith("h") && hasDigit(before.trimEnd().slice(-2))) continue;
    const [after = ""] = text.slice(end, end + 80).split(nextLabel, 1);
    const counted = countedThing(prefix || suffix, before, after, language);
    if (counted === null || isStatusCode(integer, counted.unit)) continue;
    const ahead = lastWords(before);
    if (isName(integer, decimals, ahead, language) || isRangeEnd(ahead, language)) continue;
    // Nothing that is counted one by one has decimals: "1.2 Customers affected" is the number of a section.
    if (decimals !== "" && scaleWord === "" && prefix === "" && suffix === "") continue;
    const scale = valueOfScale(scaleWord, language);
    const number = digitsOf(integer);
    const zeros = decimals === "" && number.length > 2 ? number.length - withoutTail(number, "0").length : 0;
    const exact = withoutAbout(ahead, language);
    mentions.push({
      start,
      end,
      value: Number(`${number}.${decimals.slice(1)}`) * scale,
      step: decimals === "" ? 10 ** zeros * scale : 10 ** (1 - decimals.length) * scale,
      approximate: exact.text.length < ahead.text.length,
      // "No more than" holds "more than".
      bound: isBound(exact, "<≤", reader.atMost)
        ? "at-most"
        : plus === "+" || isBound(exact, ">≥", reader.atLeast)
          ? "at-least"
          : null,
      unit: counted.unit,
      qualifier: counted.qualifier,
    });
  }
  return mentions;
}

/** Whether a text ends with a sign or a word for a bound: "over", ">=". */
function isBound(before: TextWords, signs: string, words: PhraseTable<true>): boolean {
  const sign = withoutEnding(before.text, "=").slice(-1);
  return (sign !== "" && signs.includes(sign)) || words.ending(before) !== null;
}

/** "20220106 sequences", "in 2021 customers" and "step 3": days, years, names; "returned 500 messages": a status. */
function isName(integer: string, decimals: string, before: TextWords, language: Lexicon): boolean {
  const { answering, beforeYear, naming } = readers(language);
  const value = Number(integer);
  if (naming.ending(lastWordsBefore(before, withoutTail(before.text, "-").length)) !== null) return true;
  if (decimals !== "" || !isNumber(integer)) return false;
  return (
    isDayNumber(integer) ||
    (integer.length === 4 && isYear(value) && beforeYear.ending(before) !== null) ||
    (isStatus(value) && answering.ending(before) !== null)
  );
}

/** "between 5 and 10", "5 to 10": no number of its own. */
function isRangeEnd(before: TextWords, language: Lexicon): boolean {
  const joint = readers(language).rangeJoint.ending(before);
  return joint !== null && hasDigit(before.text.slice(0, joint.start).trimEnd().slice(-1));
}

/** "500 errors" and "503 responses" name an HTTP status. */
function isStatusCode(integer: string, unit: string): boolean {
  return integer.length === 3 && "12345".includes(integer.charAt(0)) && answers.has(unit);
}

const answers: ReadonlySet<string> = new Set(["error", "response", "status", "code", "http"]);

type Counted = Pick<FigureMention, "unit" | "qualifier">;

/** What a number counts, by its sign, the words behind it, or the label before it. */
function countedThing(sign: string, before: string, after: string, language: Lexicon): Counted | null {
  const mark = sign.trim().toLowerCase();
  if (mark !== "" && currencies[mark] === undefined) {
    const share = after.slice(0, 65).trimStart();
    const counted = share.startsWith("of ") ? nounPhrase(share.slice(2), language) : null;
    return counted === null ? null : { unit: `% ${counted.unit}`, qualifier: counted.qualifier };
  }
  const currency = currencies[mark];
  if (currency !== undefined)
    return isRate(after, language)
      ? null
      : { unit: currency, qualifier: moneyFor(`${columnBefore(before, language)} ${after.slice(0, 40)}`, language) };
  if (!readers(language).isEnglish) return countedIn(after, language);
  const named = nounPhrase(after, language);
  if (named !== null) return named;
  const isAlone = after.trim() === "" || holdsAny(after.trimStart().charAt(0), "|,.;()\n") || after.startsWith("\n");
  const label = isAlone ? columnBefore(before, language) : "";
  return label === "" ? null : labelPhrase(label, language);
}

/** The label or head of a column before a number; empty without one, and for a name such as `max_connections=`. */
function columnBefore(before: string, language: Lexicon): string {
  const label = labelBefore(before, language);
  const isName = label === null || label.sign === "=" || label.before === "_" || hasDigit(label.before);
  return isName ? "" : label.words;
}

/** "/", "per second", "rps" */
function isRate(after: string, language: Lexicon): boolean {
  const cursor = new WordCursor(after);
  return cursor.sign("/") || cursor.word(readers(language).rate);
}

/** Refunds and running costs are other money than losses. */
function moneyFor(words: string, language: Lexicon): string {
  const { cost, credit } = readers(language);
  const read = textWords(words);
  return credit.isIn(read) ? "credit" : cost.isIn(read) ? "cost" : "";
}

/** The known thing behind a number of another language, with at most two words between. */
function countedIn(after: string, language: Lexicon): Counted | null {
  const [first] = readers(language).counted.find(textWords(after.slice(0, 40)));
  if (first === undefined || isRate(after.slice(first.end), language)) return null;
  const isDirect = after.slice(0, first.start).trim() === "";
  if (isLength(after, language) || (isDirect && isLength(after.slice(first.end), language))) return null;
  const between = after.slice(0, first.start).trim();
  return singleSpaced(between).split(" ").length > 2 || hasDigit(between) || holdsAny(between, ".,;:|()\n")
    ? null
    : { unit: first.value, qualifier: "" };
}

/** Whether a unit of time stands behind a number: `小时`, and behind its `个` the `多小时` of `7 个多小时`. */
function isLength(after: string, language: Lexicon): boolean {
  const { aboutBehind, lengthUnits } = readers(language);
  const cursor = new WordCursor(after);
  cursor.words(aboutBehind, 1);
  return cursor.word(lengthUnits);
}

/** The thing named by the words directly behind a number: at most three words before a plural noun. */
function nounPhrase(after: string, language: Lexicon): Counted | null {
  // "3 rps"
  if (isRate(after, language)) return null;
  const qualifiers: string[] = [];
  let at = 0;
  for (let count = 0; count < 4; count++) {
    const found = /^\s{1,3}([a-z\u00c0-\u024f][a-z\u00c0-\u024f'-]{0,30})/.exec(after.slice(at));
    if (found?.[1] === undefined) return null;
    at += found[0].length;
    const word = found[1];
    if (isPlural(word, language)) {
      const rest = after.slice(at);
      return isRate(rest, language)
        ? null
        : { unit: singular(word), qualifier: qualify([...qualifiers, ...outcomeIn(rest, language)]) };
    }
    if (readers(language).between.has(word)) return null;
    qualifiers.push(word);
  }
  return null;
}

/** "… that were lost" */
function outcomeIn(after: string, language: Lexicon): readonly string[] {
  const { failing, passive } = readers(language);
  const cursor = new WordCursor(after);
  cursor.words(passive, 2);
  const { at } = cursor;
  return cursor.word(failing) ? [after.slice(at, cursor.at).trim()] : [];
}

/** The thing named by a label: `Customers affected`, `Failed requests`. */
function labelPhrase(label: string, language: Lexicon): Counted | null {
  const words = singleSpaced(label.replaceAll("-", " ")).split(" ");
  const noun = words.findIndex((word) => isPlural(word, language));
  return noun < 0
    ? null
    : { unit: singular(words[noun] ?? ""), qualifier: qualify(words.filter((_, index) => index !== noun)) };
}

function qualify(words: readonly string[]): string {
  const kept = words.filter((word) => !neutral.has(word)).map((word) => outcomes[word] ?? word);
  return [...new Set(kept)].sort().join(" ");
}

function isPlural(word: string, language: Lexicon): boolean {
  return word === "people" || (word.length > 2 && word.endsWith("s") && !isUncounted(word, language));
}

/** Plural-looking words that count nothing, or count time and bytes. */
function isUncounted(word: string, language: Lexicon): boolean {
  return readers(language).uncounted.has(word) || ["ss", "ous", "sis", "us"].some((ending) => word.endsWith(ending));
}

function singular(word: string): string {
  if (word === "people" || word === "persons") return "person";
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.slice(0, ["ches", "shes", "xes", "sses", "zes"].some((ending) => word.endsWith(ending)) ? -2 : -1);
}

/**
 * Whether two statements of one figure can both be true: equal, or equal once rounded as coarsely as
 * the rounder of the two; an approximate one may be a twentieth off.
 */
export function figuresAgree(a: Omit<FigureMention, keyof Span>, b: Omit<FigureMention, keyof Span>): boolean {
  const difference = Math.abs(a.value - b.value);
  const rounded = a.approximate || b.approximate || a.step >= 1e4 || b.step >= 1e4;
  const tolerance = rounded ? Math.max(Math.max(a.step, b.step) / 2, 0.05 * Math.max(a.value, b.value)) : 0;
  if (difference <= tolerance) return true;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  return low.bound === "at-least" || high.bound === "at-most";
}
