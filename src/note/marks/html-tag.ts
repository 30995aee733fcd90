import * as Char from "../char-codes";
import { isBlank, isLetter, isLetterOrDigit, skipBlanks } from "../../base";

/**
 * The end of the HTML tag at `from` (a `<`), or -1: an open or end tag of CommonMark's section 6.6.
 * Comments, instructions and declarations are found by their ends elsewhere.
 */
export function htmlTagEnd(text: string, from: number, to: number): number {
  let at = from + 1;
  const closing = text.charCodeAt(at) === Char.slash;
  if (closing) at++;
  if (at >= to || !isLetter(text.charCodeAt(at))) return -1;
  while (at < to && isNameCharacter(text.charCodeAt(at))) at++;
  if (closing) {
    at = skipBlanks(text, at, to);
    return at < to && text.charCodeAt(at) === Char.greaterThan ? at + 1 : -1;
  }
  for (;;) {
    const blanksEnd = skipBlanks(text, at, to);
    if (blanksEnd >= to) return -1;
    const code = text.charCodeAt(blanksEnd);
    if (code === Char.greaterThan) return blanksEnd + 1;
    if (code === Char.slash)
      return text.charCodeAt(blanksEnd + 1) === Char.greaterThan && blanksEnd + 1 < to ? blanksEnd + 2 : -1;
    if (blanksEnd === at) return -1;
    at = attributeEnd(text, blanksEnd, to);
    if (at < 0) return -1;
  }
}

function attributeEnd(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (!isLetter(first) && first !== Char.underscore && first !== Char.colon) return -1;
  let at = from + 1;
  while (at < to && isAttributeCharacter(text.charCodeAt(at))) at++;
  const equals = skipBlanks(text, at, to);
  if (equals >= to || text.charCodeAt(equals) !== Char.equals) return at;
  const value = skipBlanks(text, equals + 1, to);
  if (value >= to) return -1;
  const quote = text.charCodeAt(value);
  if (quote === Char.doubleQuote || quote === Char.singleQuote) {
    at = value + 1;
    while (at < to && text.charCodeAt(at) !== quote) at++;
    return at < to ? at + 1 : -1;
  }
  at = value;
  while (at < to && isUnquotedCharacter(text.charCodeAt(at))) at++;
  return at > value ? at : -1;
}

function isNameCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === Char.hyphen;
}

function isAttributeCharacter(code: number): boolean {
  return (
    isLetterOrDigit(code) ||
    code === Char.underscore ||
    code === Char.colon ||
    code === Char.dot ||
    code === Char.hyphen
  );
}

function isUnquotedCharacter(code: number): boolean {
  return (
    !isBlank(code) &&
    code !== Char.doubleQuote &&
    code !== Char.singleQuote &&
    code !== Char.equals &&
    code !== Char.lessThan &&
    code !== Char.greaterThan &&
    code !== Char.backtick
  );
}
