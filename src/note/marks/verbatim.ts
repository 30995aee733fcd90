import * as Char from "../char-codes";
import { isBlank, isDigit, skipRun, skipSpaces, trimEnd } from "../../base";

export interface Fence {
  readonly mark: number;
  readonly length: number;
  readonly language: string;
}

/** The code fence that opens at `from`, or null. Backticks may not stand in the words after a backtick fence. */
export function openFence(text: string, from: number, lineEnd: number): Fence | null {
  const mark = text.charCodeAt(from);
  if (mark !== Char.backtick && mark !== Char.tilde) return null;
  const end = skipRun(text, from, lineEnd, mark);
  if (end - from < 3) return null;
  const infoStart = skipSpaces(text, end, lineEnd);
  let wordEnd = -1;
  for (let at = infoStart; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.backtick && mark === Char.backtick) return null;
    if (wordEnd < 0 && (code === Char.space || code === Char.tab)) wordEnd = at;
  }
  return { mark, length: end - from, language: text.slice(infoStart, wordEnd < 0 ? lineEnd : wordEnd) };
}

/** Whether the line that starts at `from` after its indentation closes the fence. */
export function closesFence(text: string, from: number, lineEnd: number, fence: Fence): boolean {
  const end = skipRun(text, from, lineEnd, fence.mark);
  return end - from >= fence.length && skipSpaces(text, end, lineEnd) === lineEnd;
}

/** The offset of the first `%%` in `[from, to)`, or -1. */
export function commentMark(text: string, from: number, to: number): number {
  for (let at = from; at + 1 < to; at++) {
    if (text.charCodeAt(at) === Char.percent && text.charCodeAt(at + 1) === Char.percent) return at;
  }
  return -1;
}

/**
 * Whether a `%%` block opens at `from`. Text after a closing mark on its line makes it a comment within a paragraph.
 */
export function opensComment(text: string, from: number, lineEnd: number): boolean {
  if (commentMark(text, from, Math.min(from + 2, lineEnd)) < 0) return false;
  const close = commentMark(text, from + 2, lineEnd);
  return close < 0 || skipSpaces(text, close + 2, lineEnd) === lineEnd;
}

/**
 * Whether a block of `$$` math opens at `from`: no further `$` on its line, or else the formula
 * stands within a paragraph.
 */
export function opensMath(text: string, from: number, lineEnd: number): boolean {
  if (from + 2 > lineEnd || text.charCodeAt(from) !== Char.dollar || text.charCodeAt(from + 1) !== Char.dollar)
    return false;
  for (let at = from + 2; at < lineEnd; at++) {
    if (text.charCodeAt(at) === Char.dollar) return false;
  }
  return true;
}

/** A block of math ends with a line that ends with `$$`. */
export function closesMath(text: string, from: number, lineEnd: number): boolean {
  const end = trimEnd(text, from, lineEnd);
  return end - from >= 2 && text.charCodeAt(end - 1) === Char.dollar && text.charCodeAt(end - 2) === Char.dollar;
}

/** The next `$` that can close math: nothing blank before it and no digit after it, so that prices stay text. */
export function findMathClose(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.backslash) at++;
    else if (code === Char.dollar && !isBlank(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1))) return at;
  }
  return -1;
}
