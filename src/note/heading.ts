import { Char, isSpaceOrTab, skipRun, skipSpaces, trimEnd } from "./characters";

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
  const end = trimEnd(text, textStart, lineEnd);
  let closing = end;
  while (closing > textStart && text.charCodeAt(closing - 1) === Char.hash) closing--;
  // Closing marks count only after a blank.
  const isClosed = closing === textStart || isSpaceOrTab(text.charCodeAt(closing - 1));
  const textEnd = isClosed ? trimEnd(text, textStart, closing) : end;
  return { level, textStart, textEnd, end: end > textStart ? end : marksEnd };
}
