import * as Char from "../char-codes";
import { asciiSet, isLetter, isLetterOrDigit, isWhitespace } from "../../base";

/** CommonMark's limit for a scheme's length. */
const MAX_SCHEME = 32;

const AT_SIGN = 64;

const ENDS_ADDRESS = asciiSet("<>[]`");
const CLOSES_SENTENCE = asciiSet(".,:;!?'\"*_~");

/** The offset of the `>` that ends the autolink at `from`, `<scheme:…>` or `<name@host>`, or -1. */
export function autolinkClose(text: string, from: number, to: number): number {
  const mark = nameEnd(text, from + 1, to);
  const code = text.charCodeAt(mark);
  const isScheme =
    code === Char.colon && isLetter(text.charCodeAt(from + 1)) && mark - from > 2 && mark - from <= MAX_SCHEME + 1;
  if (mark === from + 1 || (!isScheme && code !== AT_SIGN)) return -1;
  for (let at = mark + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.greaterThan) return at;
    if (code <= 32 || code === Char.lessThan) return -1;
  }
  return -1;
}

function nameEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isNameCharacter(text.charCodeAt(at))) at++;
  return at;
}

function isNameCharacter(code: number): boolean {
  return (
    isLetterOrDigit(code) || code === Char.plus || code === Char.dot || code === Char.hyphen || code === Char.underscore
  );
}

/** Where the bare web address whose colon stands at `colon` starts, not before `from`, or -1. */
export function addressStart(text: string, from: number, colon: number): number {
  if (!text.startsWith("//", colon + 1)) return -1;
  let start = colon;
  while (start > from && colon - start < 6 && isLetter(text.charCodeAt(start - 1))) start--;
  const scheme = text.slice(start, colon).toLowerCase();
  return scheme === "http" || scheme === "https" ? start : -1;
}

/** Where a bare address ends: before whitespace or a bracket, less the punctuation that closes the sentence. */
export function addressEnd(text: string, from: number, to: number): number {
  let end = from;
  let depth = 0;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (isWhitespace(code) || ENDS_ADDRESS[code] === 1) break;
    if (code === Char.openParen) depth++;
    else if (code === Char.closeParen && --depth < 0) break;
  }
  // At the latest behind the slashes, which close none.
  while (CLOSES_SENTENCE[text.charCodeAt(end - 1)] === 1) end--;
  return end;
}
