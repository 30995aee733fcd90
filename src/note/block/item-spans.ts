import type { ItemBlock } from "./block-tree";
import * as Char from "../char-codes";
import type { Span } from "../../base";

/**
 * The position that Obsidian gives each list item.
 *
 * The app reads an item by cutting the indentation off its lines and reading the rest anew, so a
 * nested item starts where its parents' cut ends, blanks before its marker included. The cut is as
 * wide as marker and padding, one more for a number below 10 when that makes it even, but never wider
 * than the least indented line allows. An item ends before its nested list; a blank line before
 * the next item adds one line end.
 */
export function obsidianItemSpans(text: string, items: readonly ItemBlock[]): ReadonlyMap<ItemBlock, Span> {
  const cuts = new Map<ItemBlock, number>();
  const spans = new Map<ItemBlock, Span>();
  for (const item of items) {
    const { marker, padding, parent } = item;
    const parentCut = parent !== null && parent.quote === item.quote ? (cuts.get(parent) ?? 0) : 0;
    const start = skipColumns(text, item.lineStart, parentCut);
    const isEven = (marker.end - start + padding) % 2 === 0;
    const column =
      item.lineStart === marker.start ? parentCut + marker.end - marker.start + padding : item.contentColumn;
    cuts.set(item, Math.min(!isEven && isSmallNumber(text, item) ? column + 1 : column, item.minColumn));
    spans.set(item, { start, end: endOfItem(text, item) });
  }
  return spans;
}

/** A number below 10; the app sees none before `)`. */
function isSmallNumber(text: string, { marker, ordered }: ItemBlock): boolean {
  return (
    ordered && text.charCodeAt(marker.end - 1) === Char.dot && Number(text.slice(marker.start, marker.end - 1)) < 10
  );
}

function endOfItem(text: string, { end, ownEnd, blankAfter }: ItemBlock): number {
  if (ownEnd !== null) return ownEnd;
  if (!blankAfter) return end;
  return text.charCodeAt(end) === Char.carriageReturn ? end + 2 : end + 1;
}

/** The offset `columns` columns after `from`; a tab that is cut in part goes as a whole. */
function skipColumns(text: string, from: number, columns: number): number {
  let at = from;
  let column = 0;
  while (column < columns) {
    const code = text.charCodeAt(at);
    if (code === Char.space) column++;
    else if (code === Char.tab) column += 4 - (column & 3);
    else break;
    at++;
  }
  return at;
}
