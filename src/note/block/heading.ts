import * as Char from "../char-codes";
import { isSpaceOrTab, skipRun, skipSpaces, trimEnd } from "../../base";

export interface AtxHeading {
  readonly level: number;
  readonly textStart: number;
  readonly textEnd: number;
  /** After the closing marks, or the text where there are none. */
  readonly end: number;
}

/** The heading that starts with `#` marks at `from`, or null: a blank or the line's end has to follow them. */
export function readAtxHeading(text: string, from: number, lineEnd: number): AtxHeading | null {
  const marksEnd = skipRun(text, from, lineEnd, Char.hash);
  const level = marksEnd - from;
  if (level > 6 || (marksEnd < lineEnd && !isSpaceOrTab(text.charCodeAt(marksEnd)))) return null;
  const textStart = skipSpaces(text, marksEnd, lineEnd);
  if (textStart === lineEnd) return { level, textStart: marksEnd, textEnd: marksEnd, end: marksEnd };
  const end = trimEnd(text, textStart, lineEnd);
  let closing = end;
  while (text.charCodeAt(closing - 1) === Char.hash) closing--;
  // Closing marks count only after a blank, such as that before a heading without words.
  const isClosed = isSpaceOrTab(text.charCodeAt(closing - 1));
  const textEnd = isClosed ? trimEnd(text, textStart, closing) : end;
  return { level, textStart, textEnd, end };
}

/** Three or more of the same `*`, `-` or `_` with nothing but blanks between and around them. */
export function isThematicBreak(text: string, from: number, lineEnd: number): boolean {
  const mark = text.charCodeAt(from);
  let count = 0;
  for (let at = from; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}

/** The level of the heading that the line from `from` on underlines, or 0. */
export function underlineLevel(text: string, from: number, lineEnd: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(from);
  if (mark !== Char.equals && mark !== Char.hyphen) return 0;
  if (skipSpaces(text, skipRun(text, from, lineEnd, mark), lineEnd) < lineEnd) return 0;
  return mark === Char.equals ? 1 : 2;
}
