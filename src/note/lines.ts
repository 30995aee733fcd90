/** Offset of each line's first character; lines end with LF or CRLF, and the first starts at 0. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}
