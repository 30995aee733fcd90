import type { ItemBlock } from "./block-tree";
import { Char, isDigit } from "./characters";
import type { Span } from "./span";

/**
 * The position that Obsidian gives each list item.
 *
 * The app reads an item by cutting the indentation off its lines and reading the rest anew, so a
 * nested item starts where its parents' cut ends, blanks before its marker included. The cut is as
 * wide as marker and padding, one more for `1.` to `9.` when that makes it even, but never wider
 * than the least indented line allows. An item ends before its nested list; a blank line before
 * the next item adds one line end.
 */
export function obsidianItemSpans(text: string, items: readonly ItemBlock[]): Span[] {
  const cuts: number[] = [];
  return items.map((item) => {
    const parentCut = items[item.parent]?.quote === item.quote ? (cuts[item.parent] ?? 0) : 0;
    const start = item.onParentLine ? item.markerStart : skipCut(text, item.lineStart, parentCut);
    const marker = item.markerEnd - item.markerStart;
    const before = item.markerStart - start;
    const odd = (before + marker + item.padding) % 2 === 1;
    const wide = odd && text.charCodeAt(item.markerEnd - 1) === Char.dot && isDigit(text.charCodeAt(item.markerStart)) && Number(text.slice(item.markerStart, item.markerEnd - 1)) < 10;
    const column = item.onParentLine ? parentCut + marker + item.padding : item.contentColumn;
    cuts.push(Math.min(column + (wide ? 1 : 0), item.minColumn));
    return { start, end: item.ownEnd >= 0 ? item.ownEnd : item.blankAfter ? afterLineEnd(text, item.end) : item.end };
  });
}

/** The offset `columns` columns after `from`; a tab that is cut in part goes as a whole. */
function skipCut(text: string, from: number, columns: number): number {
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

function afterLineEnd(text: string, lineEnd: number): number {
  return text.charCodeAt(lineEnd) === Char.carriageReturn ? lineEnd + 2 : lineEnd + 1;
}
