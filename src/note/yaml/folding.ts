import * as Char from "../char";
import { skipSpaces } from "../../base/characters";
import type { Cursor } from "./cursor";

export interface ScalarLine {
  /** Behind the line's indentation. */
  readonly at: number;
  readonly lineStart: number;
  /** What the line ends before it stand for: a line feed for each empty line, or a blank if there is none. */
  readonly folded: string;
}

/** The next line of a scalar that the line end at `at` does not end: the next that is not empty, if it is indented deeper than `parent`. */
export function nextScalarLine(cursor: Cursor, at: number, parent: number): ScalarLine | null {
  const { text, end } = cursor;
  for (let breaks = 0; at < end; breaks++) {
    const lineStart = cursor.endOfLine(at) + 1;
    at = lineStart;
    while (at < end && text.charCodeAt(at) === Char.space) at++;
    const column = at - lineStart;
    at = skipSpaces(text, at, end);
    if (at < end && !cursor.isBreakAt(at)) return column > parent ? { at, lineStart, folded: fold(breaks) } : null;
  }
  return null;
}

/** What stands between two lines of folded text with so many empty ones between them. */
export function fold(emptyLines: number): string {
  return emptyLines === 0 ? " " : "\n".repeat(emptyLines);
}
