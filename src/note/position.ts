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
