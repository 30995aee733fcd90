import { Scanner, isDigit, isLetterOrDigit, isWhitespace } from "../../base";
import type { Span } from "../../base";
import { folded, isBehindStop, isEastAsian, perLanguage, treeOf, wordTree } from "../../language";
import type { Lexicon } from "../../language";

/** A number as a folded text writes it, with what tells its kind; what is not written is empty. */
export interface WrittenAmount extends Span {
  /** A sign or code of money before it: `$`, `usd `. */
  readonly prefix: string;
  /** With what parts its thousands. */
  readonly integer: string;
  /** With the sign before them. */
  readonly decimals: string;
  /** "million" */
  readonly scale: string;
  readonly plus: string;
  /** What it is a share of, or money: `%`, `eur`. */
  readonly suffix: string;
}

const signs = "$€£¥";
const codes = ["usd", "eur", "gbp"];
const longestInteger = 12;

const readers = perLanguage(({ figures, measures }) => ({
  scales: treeOf(
    Object.entries(figures.scales).flatMap(([value, words]) =>
      words.map((word) => [folded(word), Number(value)] as const),
    ),
  ),
  percent: wordTree(figures.percent),
  codes: wordTree(codes),
  thousands: measures.thousands.join(""),
  decimals: measures.decimals.join(""),
}));

/** What a word for a power of ten multiplies by; 1 for none. */
export function valueOfScale(scale: string, language: Lexicon): number {
  return readers(language).scales.at(scale, 0)?.value ?? 1;
}

/** The numbers that a folded text writes, in its order. */
export function amountsIn(text: string, language: Lexicon): readonly WrittenAmount[] {
  const amounts: WrittenAmount[] = [];
  let behind = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const prefix = prefixBefore(text, at, behind);
    const amount = prefix === null ? null : amountAt(text, at, prefix, language);
    if (amount !== null) {
      amounts.push(amount);
      behind = amount.end;
    }
    const digits = new Scanner(text, at);
    digits.digits(1, Infinity);
    at = Math.max(behind, digits.at) - 1;
  }
  return amounts;
}

/** The sign of money before a number; null where the number is part of something else, such as a word or a path. */
function prefixBefore(text: string, number: number, from: number): string | null {
  const lengths = isWhitespace(text.charCodeAt(number - 1)) ? [4, 0] : [3, 1, 0];
  for (const length of lengths) {
    const start = number - length;
    const prefix = text.slice(Math.max(0, start), number);
    const isCode = length === 4 && codes.includes(prefix.slice(0, 3));
    const isMoney = isCode || prefix === "us$" || (length === 1 && signs.includes(prefix));
    if ((length === 0 || isMoney) && isApart(text, start, from)) return prefix;
  }
  return null;
}

/** Whether a number that begins at an offset is no part of what stands before it; in `人数:30` that is a label. */
function isApart(text: string, start: number, from: number): boolean {
  if (start === 0) return true;
  const before = text.charAt(start - 1);
  if (before === ":") return start - 2 >= from && isEastAsian(text.charCodeAt(start - 2));
  // "5–10" and "20'000" go on behind a digit.
  const goesOn = "–'’".includes(before) && isDigit(text.charCodeAt(start - 2));
  const isStopped = ".,/#+-".includes(before) && !isBehindStop(text, start);
  return start > from && !goesOn && !isStopped && !isOfWord(text, start - 1);
}

/** A letter, a digit or an underscore. */
function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return text.charAt(at) === "_" || isLetterOrDigit(code) || (code >= 0xc0 && code <= 0x24f);
}

/** Goes over a part of an amount and tells it; empty where it is not there. */
type Part = (scanner: Scanner) => string;

function amountAt(text: string, start: number, prefix: string, language: Lexicon): WrittenAmount | null {
  const { codes: money, decimals: points, percent, scales, thousands } = readers(language);
  const parts: readonly Part[] = [
    (scanner) => taken(scanner, () => scanner.sign(points) !== "" && scanner.digits(1, 2) !== "" && !scanner.isDigit()),
    (scanner) =>
      taken(scanner, () => {
        scanner.blank();
        return scales.take(scanner) !== undefined && !isWordAt(scanner);
      }),
    (scanner) => scanner.sign("+"),
    (scanner) =>
      taken(scanner, () => {
        scanner.blank();
        if (scanner.sign("%") !== "" || percent.take(scanner) !== undefined) return true;
        return money.take(scanner) === undefined ? scanner.sign("€£") !== "" && !scanner.isDigit() : !isWordAt(scanner);
      }),
  ];
  for (const end of integerEnds(text, start, thousands)) {
    const scanner = new Scanner(text, end);
    const [decimals = "", scale = "", plus = "", suffix = ""] = takeParts(scanner, parts) ?? [];
    if (isAmountEnd(scanner))
      return {
        start: start - prefix.length,
        end: scanner.at,
        prefix,
        integer: text.slice(start, end),
        decimals,
        scale: scale.trim(),
        plus,
        suffix,
      };
  }
  return null;
}

/** Where an integer may end, the longest first: `1,234,567` may be three numbers beside one another. */
function integerEnds(text: string, start: number, thousands: string): readonly number[] {
  const scanner = new Scanner(text, start);
  const isShort = scanner.digits(1, longestInteger).length <= 3;
  const ends = [scanner.at];
  while (isShort && scanner.sign(thousands) !== "" && scanner.digits(3) !== "" && !scanner.isDigit())
    ends.push(scanner.at);
  return ends.reverse();
}

/** Goes over as many of the parts, in their order, as leave the end of an amount behind them. */
function takeParts(scanner: Scanner, [part, ...rest]: readonly Part[]): readonly string[] | null {
  if (part === undefined) return isAmountEnd(scanner) ? [] : null;
  const start = scanner.at;
  const found = part(scanner);
  const behind = found === "" ? null : takeParts(scanner, rest);
  if (behind !== null) return [found, ...behind];
  scanner.at = start;
  const without = takeParts(scanner, rest);
  return without === null ? null : ["", ...without];
}

/** What a step goes over that succeeds. */
function taken(scanner: Scanner, step: () => boolean): string {
  const start = scanner.at;
  if (!step()) scanner.at = start;
  return scanner.text.slice(start, scanner.at);
}

function isWordAt(scanner: Scanner): boolean {
  return isOfWord(scanner.text, scanner.at);
}

/** Whether a number does not go on here as something else: as a word, a time, a range or a version. */
function isAmountEnd(scanner: Scanner): boolean {
  return !isWordAt(scanner) && !scanner.isAt(":/-") && !scanner.isAtDigitBehind(".,–'’");
}
