/** Offset of each line's first character; lines end with LF or CRLF, and the first starts at 0. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

/** Start of the line that an offset stands on. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line that an offset stands on, its line end left out. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === "\r" ? feed - 1 : feed;
}

/** The end of the line before the one that starts at `lineStart`, its line end left out. */
export function lineEndBefore(text: string, lineStart: number): number {
  const feed = Math.max(lineStart - 1, 0);
  return feed > 0 && text[feed - 1] === "\r" ? feed - 1 : feed;
}

/** The line break of a text, for what is inserted into it: that of its first line, LF when it has one line only. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** A place for people: line and column are 1-based, `offset` is 0-based; columns and offsets count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A text with the offset of each line's first character, as a note has them. */
interface Lines {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Where an offset of a note's text stands; an offset beyond the text is taken for its end. */
export function positionAt({ text, lineStarts }: Lines, offset: number): Position {
  const bounded = Math.max(0, Math.min(offset, text.length));
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= bounded) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: bounded - (lineStarts[low] ?? 0) + 1, offset: bounded };
}

/** Where a text begins: behind its byte order mark, if it has one. */
export function textStart(text: string): number {
  return text.startsWith("\ufeff") ? 1 : 0;
}
