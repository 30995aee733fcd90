import * as Char from "../char-codes";
import { skipRun, skipSpaces, trimEnd } from "../../base";
import type { Span } from "../../base";

/**
 * Whether the line `[from, to)` is the delimiter row, such as `| --- | :-: |`, of a table with the
 * header `[header.start, header.end)`: as many cells, and a pipe in both, as the app wants it.
 */
export function isDelimiterRow(text: string, from: number, to: number, header: Span): boolean {
  if (!hasPipe(text, from, to) || !hasPipe(text, header.start, header.end)) return false;
  const cells = cellSpans(text, from, to);
  return (
    cells.every(({ start, end }) => isDelimiter(text, start, end)) &&
    cells.length === cellSpans(text, header.start, header.end).length
  );
}

/** Dashes, with a colon before or after them for the alignment. */
function isDelimiter(text: string, from: number, to: number): boolean {
  const start = text.charCodeAt(from) === Char.colon ? from + 1 : from;
  const end = skipRun(text, start, to, Char.hyphen);
  return end > start && (end === to || (end + 1 === to && text.charCodeAt(end) === Char.colon));
}

/** The trimmed content of every cell of the row `[from, to)`. A backslash keeps a pipe in its cell. */
export function cellSpans(text: string, from: number, to: number): Span[] {
  const cells: Span[] = [];
  let start = text.charCodeAt(from) === Char.pipe ? from + 1 : from;
  for (let pipe = nextPipe(text, start, to); pipe < to; pipe = nextPipe(text, start, to)) {
    cells.push(trimmed(text, start, pipe));
    start = pipe + 1;
  }
  const last = trimmed(text, start, to);
  if (last.start < last.end) cells.push(last);
  return cells;
}

function trimmed(text: string, from: number, to: number): Span {
  const start = skipSpaces(text, from, to);
  return { start, end: trimEnd(text, start, to) };
}

/** Whether the row has a pipe that no backslash escapes. */
export function hasPipe(text: string, from: number, to: number): boolean {
  return nextPipe(text, from, to) < to;
}

function nextPipe(text: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.pipe) return at;
    if (code === Char.backslash) at++;
  }
  return to;
}
