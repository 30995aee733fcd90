import { Char, isSpaceOrTab, skipSpaces, trimEnd } from "./characters";
import type { Span } from "./span";

/** How many columns the delimiter row `[from, to)` makes, such as 2 for `| --- | :-: |`; 0 when it is none. */
export function delimiterColumns(text: string, from: number, to: number): number {
  let columns = 0;
  let at = from;
  let sawMark = false;
  if (text.charCodeAt(at) === Char.pipe) {
    sawMark = true;
    at++;
  }
  for (;;) {
    at = skipSpaces(text, at, to);
    if (at >= to) break;
    if (text.charCodeAt(at) === Char.colon) {
      sawMark = true;
      at++;
    }
    const dashes = at;
    while (at < to && text.charCodeAt(at) === Char.hyphen) at++;
    if (at === dashes) return 0;
    if (at < to && text.charCodeAt(at) === Char.colon) {
      sawMark = true;
      at++;
    }
    columns++;
    at = skipSpaces(text, at, to);
    if (at >= to) break;
    if (text.charCodeAt(at) !== Char.pipe) return 0;
    sawMark = true;
    at++;
  }
  return sawMark ? columns : 0;
}

/** How many cells the row `[from, to)` has; a backslash keeps a pipe in its cell. */
export function countCells(text: string, from: number, to: number): number {
  let count = 0;
  forEachCell(text, from, to, () => count++);
  return count;
}

/** The trimmed content of every cell. */
export function cellSpans(text: string, from: number, to: number): Span[] {
  const cells: Span[] = [];
  forEachCell(text, from, to, (start, end) => cells.push({ start, end }));
  return cells;
}

function forEachCell(text: string, from: number, to: number, visit: (start: number, end: number) => void): void {
  let cellStart = text.charCodeAt(from) === Char.pipe ? from + 1 : from;
  for (let at = cellStart; at <= to; at++) {
    if (at < to) {
      const code = text.charCodeAt(at);
      if (code === Char.backslash) at++;
      if (code !== Char.pipe) continue;
    } else if (skipSpaces(text, cellStart, to) >= to && cellStart > from) {
      return;
    }
    const start = skipSpaces(text, cellStart, Math.min(at, to));
    visit(start, trimEnd(text, start, Math.min(at, to)));
    cellStart = at + 1;
  }
}

/** Whether the row has a pipe that no backslash escapes. */
export function hasPipe(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.pipe) return true;
    if (code === Char.backslash) at++;
  }
  return false;
}

/** A cheap no for most lines: a delimiter row starts with one of four characters. */
export function mayBeDelimiterRow(text: string, from: number): boolean {
  const code = text.charCodeAt(from);
  return code === Char.pipe || code === Char.hyphen || code === Char.colon || isSpaceOrTab(code);
}
