import * as Char from "../char-codes";
import { isBlank } from "../../base";

/** The offset of the `]` of the footnote label `[^id]` at `from`, or -1. Blanks and brackets may not stand in it. */
export function footnoteLabelEnd(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== Char.openBracket || text.charCodeAt(from + 1) !== Char.caret) return -1;
  for (let at = from + 2; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.closeBracket) return at > from + 2 ? at : -1;
    if (isBlank(code) || code === Char.openBracket) return -1;
  }
  return -1;
}

/** The mark that opens a footnote definition. */
export interface FootnoteMark {
  readonly id: string;
  /** After the colon. */
  readonly end: number;
}

/** The `[^id]:` at `from`, or null. */
export function readFootnoteMark(text: string, from: number, lineEnd: number): FootnoteMark | null {
  const close = footnoteLabelEnd(text, from, lineEnd);
  if (close < 0 || close + 1 >= lineEnd || text.charCodeAt(close + 1) !== Char.colon) return null;
  return { id: text.slice(from + 2, close), end: close + 2 };
}

/** Most characters of a footnote in the line: what no bracket closes would be looked through again and again. */
export const longestInlineFootnote = 1000;

/** The offset behind the bracket that closes the `^[` at `from`; -1 where none does before `to`. */
export function inlineFootnoteEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from + 1; at < to && at <= from + longestInlineFootnote; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.backslash) at++;
    else if (code === Char.openBracket) depth++;
    else if (code === Char.closeBracket && --depth === 0) return at + 1;
  }
  return -1;
}
