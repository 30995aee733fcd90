import * as Char from "../char-codes";
import { isDigit, isSpaceOrTab, skipSpaces } from "../../base";
import type { LineCursor } from "./line-cursor";
import type { Span } from "../../base";

/** CommonMark allows nine digits, so that a number fits 32 bits. */
const MAX_DIGITS = 9;

/** More blanks after the marker than this make indented code that starts one blank after it. */
const MAX_PADDING = 4;

/** The mark that opens a list item: bullet or number, and task box. */
export interface ItemMark {
  /** After the bullet or the number's delimiter. */
  readonly end: number;
  readonly ordered: boolean;
  /** The bullet or delimiter; items of one list share it. */
  readonly delimiter: number;
  /** Columns of blanks between marker and content. */
  readonly padding: number;
  /** The character between the brackets of a task box; null without one. */
  readonly task: Span | null;
}

/**
 * The mark of a list item that starts at the line's next character, or null. An item that
 * interrupts a paragraph has to have content, and number 1 if any.
 */
export function readItemMark(line: LineCursor, interrupts: boolean): ItemMark | null {
  const { text, next, end: lineEnd } = line;
  const end = markerEnd(text, next, lineEnd);
  if (end < 0) return null;
  const contentStart = skipSpaces(text, end, lineEnd);
  const ordered = isDigit(text.charCodeAt(next));
  if (interrupts && (contentStart === lineEnd || (ordered && Number(text.slice(next, end - 1)) !== 1))) return null;
  const column = line.nextColumn + end - next;
  const blanks = columnAfter(text, end, contentStart, column) - column;
  const padding = contentStart === lineEnd || blanks > MAX_PADDING ? 1 : blanks;
  const task = padding < blanks ? null : readTaskBox(text, contentStart, lineEnd);
  return { end, ordered, delimiter: text.charCodeAt(end - 1), padding, task };
}

/** Whether a bullet or number with its delimiter stands at `from`; something blank or the line's end follows it. */
export function isListMarker(text: string, from: number, lineEnd: number): boolean {
  return markerEnd(text, from, lineEnd) >= 0;
}

function markerEnd(text: string, from: number, lineEnd: number): number {
  const first = text.charCodeAt(from);
  let end = from + 1;
  if (isDigit(first)) {
    while (end < lineEnd && end - from <= MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
    const delimiter = text.charCodeAt(end);
    if (end >= lineEnd || end - from > MAX_DIGITS || (delimiter !== Char.dot && delimiter !== Char.closeParen))
      return -1;
    end++;
  } else if (first !== Char.hyphen && first !== Char.asterisk && first !== Char.plus) {
    return -1;
  }
  return end >= lineEnd || isSpaceOrTab(text.charCodeAt(end)) ? end : -1;
}

function columnAfter(text: string, from: number, to: number, column: number): number {
  for (let at = from; at < to; at++) column += text.charCodeAt(at) === Char.tab ? 4 - (column & 3) : 1;
  return column;
}

/** The character in the task box at `from`, whatever it is, or null. A blank has to follow the box. */
function readTaskBox(text: string, from: number, lineEnd: number): Span | null {
  if (text.charCodeAt(from) !== Char.openBracket || from + 3 >= lineEnd) return null;
  const mark = text.charCodeAt(from + 1);
  const isHighSurrogate = mark >= 0xd800 && mark <= 0xdbff;
  const close = from + (isHighSurrogate ? 3 : 2);
  if (text.charCodeAt(close) !== Char.closeBracket || close + 1 >= lineEnd || !isSpaceOrTab(text.charCodeAt(close + 1)))
    return null;
  return { start: from + 1, end: close };
}
