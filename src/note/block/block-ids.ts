import type { BlockTree, ItemBlock, Lines } from "./block-tree";
import * as Char from "../char-codes";
import { isBlank, isLetterOrDigit, trimEnd } from "../../base";
import type { BlockId, BlockMark } from "../note";
import type { Span } from "../../base";

/** A {@link BlockId} whose list item is still to be made. */
interface NamedBlock extends Omit<BlockId, "item"> {
  readonly item: ItemBlock | null;
}

/** The block ids of a text, and which root blocks and list items they name. */
export interface BlockIds {
  /** Every `^id` in the order of the text, those that repeat an earlier one too. */
  readonly marks: readonly BlockMark[];
  readonly blocks: ReadonlyMap<string, NamedBlock>;
  /** By index in `BlockTree.roots`. */
  readonly rootIds: ReadonlyMap<number, string>;
  readonly itemIds: ReadonlyMap<ItemBlock, string>;
}

/**
 * Finds `^id` at the end of headings and of the lines of paragraphs. It names the list item or root block that it
 * stands in; as a paragraph of its own it names the root block before it.
 */
export function findBlockIds(text: string, tree: BlockTree, itemSpans: ReadonlyMap<ItemBlock, Span>): BlockIds {
  const marks: BlockMark[] = [];
  const blocks = new Map<string, NamedBlock>();
  const rootIds = new Map<number, string>();
  const itemIds = new Map<ItemBlock, string>();
  let root = 0;
  for (const leaf of tree.leaves) {
    while (root + 1 < tree.roots.length && (tree.roots[root + 1]?.start ?? 0) <= leaf.span.start) root++;
    if (leaf.type !== "paragraph" && leaf.type !== "heading") continue;
    for (const mark of marksOf(text, leaf.lines)) {
      marks.push(mark);
      const { item } = leaf;
      const isAlone = mark.span.start === leaf.span.start && tree.roots[root]?.type === "paragraph";
      const named = isAlone && root > 0 ? root - 1 : root;
      const block = item === null ? tree.roots[named] : itemSpans.get(item);
      if (block === undefined) continue;
      if (item === null) {
        if (!rootIds.has(named)) rootIds.set(named, mark.id);
      } else if (!itemIds.has(item)) itemIds.set(item, mark.id);
      const key = mark.id.toLowerCase();
      const span = { start: block.start, end: block.end };
      if (!blocks.has(key)) blocks.set(key, { id: mark.id, span, idSpan: mark.span, item });
    }
  }
  return { marks, blocks, rootIds, itemIds };
}

/** The ids at the ends of lines. Within a paragraph a short number, as in `10 ^6`, is none. */
function marksOf(text: string, lines: Lines): readonly BlockMark[] {
  const marks: BlockMark[] = [];
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const end = lines[index + 1] ?? 0;
    const caret = blockIdStart(text, lines[index] ?? 0, end);
    if (caret < 0) continue;
    const id = text.slice(caret + 1, end);
    const isLast = index + 2 >= lines.length;
    if (isLast || id.length > 3 || /[a-z]/i.test(id)) marks.push({ id, span: { start: caret, end } });
  }
  return marks;
}

/** Whether the line holds nothing but a block id. Such a line names the block before it and never goes on in it. */
export function isBlockIdLine(text: string, from: number, lineEnd: number): boolean {
  return text.charCodeAt(from) === Char.caret && blockIdStart(text, from, trimEnd(text, from, lineEnd)) === from;
}

/** A text without the block id at its end and the blanks before it. */
export function withoutBlockId(text: string): string {
  const words = text.trimEnd();
  const caret = blockIdStart(words, words.lastIndexOf("\n") + 1, words.length);
  return caret < 0 ? words : words.slice(0, caret).trimEnd();
}

/**
 * The offset of the `^` of the id that ends the line `[lineStart, end)`, or -1; a blank stands before it, or the end of
 * a wikilink.
 */
function blockIdStart(text: string, lineStart: number, end: number): number {
  let at = end;
  while (at > lineStart && isIdCharacter(text.charCodeAt(at - 1))) at--;
  const caret = at - 1;
  if (at === end || caret < lineStart || text.charCodeAt(caret) !== Char.caret) return -1;
  if (caret === lineStart || isBlank(text.charCodeAt(caret - 1))) return caret;
  return text.startsWith("]]", caret - 2) && caret - 2 > lineStart ? caret : -1;
}

function isIdCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === Char.hyphen;
}
