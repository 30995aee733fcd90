import type { BlockTree } from "./block-tree";
import * as Char from "../char-codes";
import { isBlank, isLetterOrDigit, trimEnd } from "../../base";
import type { BlockId } from "../note";
import type { Span } from "../../base";

/** The block ids of a text, and which root blocks and list items they name. */
export interface BlockIds {
  readonly blocks: ReadonlyMap<string, BlockId>;
  readonly rootIds: ReadonlyMap<number, string>;
  readonly itemIds: ReadonlyMap<number, string>;
}

/**
 * Finds `^id` at the end of paragraphs. It names the list item or root block that it stands in; as
 * a paragraph of its own it names the root block before it.
 */
export function findBlockIds(text: string, tree: BlockTree, itemSpans: readonly Span[]): BlockIds {
  const blocks = new Map<string, BlockId>();
  const rootIds = new Map<number, string>();
  const itemIds = new Map<number, string>();
  let root = 0;
  for (const leaf of tree.leaves) {
    while (root + 1 < tree.roots.length && (tree.roots[root + 1]?.start ?? 0) <= leaf.span.start) root++;
    if (leaf.type !== "paragraph") continue;
    const {
      item,
      lines,
      span: { start, end },
    } = leaf;
    const caret = blockIdStart(text, lines[lines.length - 2] ?? start, end);
    if (caret < 0) continue;
    const isAlone = caret === start && tree.roots[root]?.type === "paragraph";
    const named = isAlone && root > 0 ? root - 1 : root;
    const block = item < 0 ? tree.roots[named] : itemSpans[item];
    if (block === undefined) continue;
    const id = text.slice(caret + 1, end);
    const ids = item < 0 ? rootIds : itemIds;
    const index = item < 0 ? named : item;
    if (!ids.has(index)) ids.set(index, id);
    const key = id.toLowerCase();
    const span = { start: block.start, end: block.end };
    if (!blocks.has(key)) blocks.set(key, { id, span, idSpan: { start: caret, end }, item });
  }
  return { blocks, rootIds, itemIds };
}

/** Whether the line holds nothing but a block id. Such a line names the block before it and never goes on in it. */
export function isBlockIdLine(text: string, from: number, lineEnd: number): boolean {
  return text.charCodeAt(from) === Char.caret && blockIdStart(text, from, trimEnd(text, from, lineEnd)) === from;
}

/** The offset of the `^` of the id that ends the line `[lineStart, end)`, or -1; a blank stands before it. */
function blockIdStart(text: string, lineStart: number, end: number): number {
  let at = end;
  while (at > lineStart && isIdCharacter(text.charCodeAt(at - 1))) at--;
  const caret = at - 1;
  if (at === end || caret < lineStart || text.charCodeAt(caret) !== Char.caret) return -1;
  return caret === lineStart || isBlank(text.charCodeAt(caret - 1)) ? caret : -1;
}

function isIdCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === Char.hyphen;
}
