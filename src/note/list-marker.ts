import { Char, isDigit, isSpaceOrTab } from "./characters";

/** CommonMark allows nine digits, so that a number fits 32 bits. */
const MAX_DIGITS = 9;

/** The end of a bullet or number with its delimiter at `from`, or -1. Something blank or the line's end follows it. */
export function listMarkerEnd(text: string, from: number, lineEnd: number): number {
  const first = text.charCodeAt(from);
  let end = from + 1;
  if (isDigit(first)) {
    while (end < lineEnd && end - from <= MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
    if (end >= lineEnd || end - from > MAX_DIGITS) return -1;
    const delimiter = text.charCodeAt(end);
    if (delimiter !== Char.dot && delimiter !== Char.closeParen) return -1;
    end++;
  } else if (first !== Char.hyphen && first !== Char.asterisk && first !== Char.plus) {
    return -1;
  }
  return end >= lineEnd || isSpaceOrTab(text.charCodeAt(end)) ? end : -1;
}

/** Whether the number before the delimiter is 1: only such a list may interrupt a paragraph. */
export function startsAtOne(text: string, from: number, markerEnd: number): boolean {
  return Number(text.slice(from, markerEnd - 1)) === 1;
}

/**
 * The offset of the `]` of a task box at `from`, or -1. Any single character may stand in the
 * brackets, and a blank has to follow them.
 */
export function taskBoxEnd(text: string, from: number, lineEnd: number): number {
  if (text.charCodeAt(from) !== Char.openBracket || from + 3 >= lineEnd) return -1;
  const mark = text.charCodeAt(from + 1);
  const isHighSurrogate = mark >= 0xd800 && mark <= 0xdbff;
  const close = from + (isHighSurrogate ? 3 : 2);
  return text.charCodeAt(close) === Char.closeBracket && close + 1 < lineEnd && isSpaceOrTab(text.charCodeAt(close + 1)) ? close : -1;
}

/** Three or more of the same `*`, `-` or `_` with nothing but blanks between and around them. */
export function isThematicBreak(text: string, from: number, lineEnd: number): boolean {
  const mark = text.charCodeAt(from);
  if (mark !== Char.asterisk && mark !== Char.hyphen && mark !== Char.underscore) return false;
  let count = 0;
  for (let at = from; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}
