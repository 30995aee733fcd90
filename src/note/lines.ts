import * as Char from "./char";

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

/** The end of the line before the one that starts at `lineStart`, its line end left out. */
export function lineEndBefore(text: string, lineStart: number): number {
  const feed = Math.max(lineStart - 1, 0);
  return feed > 0 && text.charCodeAt(feed - 1) === Char.carriageReturn ? feed - 1 : feed;
}
