import * as Char from "./char";
import { isBlank, isDigit, trimEnd } from "../base/characters";

/**
 * Whether a block of `$$` math opens at `from`: no further `$` on its line, or else the formula
 * stands within a paragraph.
 */
export function opensMath(text: string, from: number, lineEnd: number): boolean {
  if (from + 2 > lineEnd || text.charCodeAt(from) !== Char.dollar || text.charCodeAt(from + 1) !== Char.dollar) return false;
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
