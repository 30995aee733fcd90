import * as Char from "./char";
import { skipRun, skipSpaces } from "../base/characters";

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
