import * as Char from "./char";
import { skipSpaces } from "../base/characters";

/** The offset of the first `%%` in `[from, to)`, or -1. */
export function commentMark(text: string, from: number, to: number): number {
  for (let at = from; at + 1 < to; at++) {
    if (text.charCodeAt(at) === Char.percent && text.charCodeAt(at + 1) === Char.percent) return at;
  }
  return -1;
}

/** Whether a `%%` block opens at `from`. Text after a closing mark on its line makes it a comment within a paragraph. */
export function opensComment(text: string, from: number, lineEnd: number): boolean {
  if (commentMark(text, from, Math.min(from + 2, lineEnd)) < 0) return false;
  const close = commentMark(text, from + 2, lineEnd);
  return close < 0 || skipSpaces(text, close + 2, lineEnd) === lineEnd;
}
