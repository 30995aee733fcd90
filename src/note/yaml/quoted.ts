import * as Char from "../char-codes";
import { trimEnd } from "../../base";
import type { YamlNode } from "./node";
import type { Cursor } from "./cursor";
import { nextScalarLine, scalar } from "./cursor";

/** What a letter behind a backslash stands for (YAML 1.2, chapter 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

/** How many hexadecimal digits follow the letter. */
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A scalar in single or double quotes; further lines have to be indented deeper than `parent`. */
export function readQuoted(cursor: Cursor, parent: number): YamlNode {
  const { text } = cursor;
  const start = cursor.at;
  const quote = cursor.code;
  let value = "";
  let from = start + 1;
  for (let at = from; at < cursor.end;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      value += text.slice(from, at++);
      if (quote === Char.doubleQuote || text.charCodeAt(at) !== Char.singleQuote) {
        cursor.at = at;
        return scalar(value, start, at, value);
      }
      from = at++;
    } else if (code === Char.backslash && quote === Char.doubleQuote) {
      value += text.slice(from, at);
      if (cursor.isBreakAt(at + 1)) {
        const next = nextScalarLine(cursor, at + 1, parent);
        if (next === null) break;
        if (next.folded !== " ") value += next.folded;
        at = next.at;
        cursor.lineStart = next.lineStart;
      } else {
        const escape = readEscape(text, at + 1);
        if (escape === null)
          return cursor.fail(
            `\`${text.slice(at, at + 2)}\` has no meaning within double quotes; a backslash itself is \`\\\\\``,
            at,
            at + 2,
          );
        value += escape.character;
        at = escape.end;
      }
      from = at;
    } else if (code <= Char.carriageReturn && cursor.isBreakAt(at)) {
      const next = nextScalarLine(cursor, at, parent);
      if (next === null) break;
      value += text.slice(from, trimEnd(text, from, at)) + next.folded;
      cursor.lineStart = next.lineStart;
      from = at = next.at;
    } else at++;
  }
  return cursor.fail("the quotation mark is never closed", start, start + 1);
}

/** The character that an escape stands for; `at` is behind the backslash. */
function readEscape(text: string, at: number): { readonly character: string; readonly end: number } | null {
  const letter = text.charAt(at);
  const digits = HEX_DIGITS[letter];
  if (digits === undefined) {
    const character = ESCAPES[letter];
    return character === undefined ? null : { character, end: at + 1 };
  }
  const end = at + 1 + digits;
  const hex = text.slice(at + 1, end);
  const code = parseInt(hex, 16);
  return /^[\da-fA-F]+$/.test(hex) && hex.length === digits && code <= 0x10ffff
    ? { character: String.fromCodePoint(code), end }
    : null;
}
