import type { BlockTree, TextBlock } from "./block-tree";
import { Char, isBlank, isLetterOrDigit } from "./characters";
import type { BlockId } from "./note";
import type { Span } from "./span";

/** The block ids of a text, and which root blocks and list items they name. */
export interface BlockIds {
  readonly blocks: ReadonlyMap<string, BlockId>;
  readonly rootIds: ReadonlyMap<number, string>;
  readonly itemIds: ReadonlyMap<number, string>;
}

/**
 * Finds `^id` at the end of paragraphs. It names its list item or root block; on a line of its own
 * it names the block before it.
 */
export function findBlockIds(text: string, tree: BlockTree, itemSpans: readonly Span[]): BlockIds {
  const blocks = new Map<string, BlockId>();
  const rootIds = new Map<number, string>();
  const itemIds = new Map<number, string>();
  let root = 0;
  for (const leaf of tree.leaves) {
    while (root + 1 < tree.roots.length && (tree.roots[root + 1]?.start ?? 0) <= leaf.start) root++;
    if (leaf.type !== "paragraph") continue;
    const idSpan = blockIdAtEnd(text, leaf);
    if (idSpan === null) continue;
    const id = text.slice(idSpan.start + 1, idSpan.end);
    const lineStart = leaf.lines[leaf.lines.length - 2] ?? leaf.start;
    const alone = idSpan.start === lineStart;
    const isLazy = alone && leaf.item >= 0 && leaf.lines.length > 2 && lineStart === text.lastIndexOf("\n", lineStart - 1) + 1;
    let item = -1;
    let span: Span;
    if (leaf.item >= 0 && !isLazy) {
      item = leaf.item;
      span = itemSpans[item] ?? leaf;
      if (!itemIds.has(item)) itemIds.set(item, id);
    } else {
      const named = alone && leaf.quote < 0 && leaf.lines.length === 2 && root > 0 ? root - 1 : root;
      const block = tree.roots[named] ?? leaf;
      span = { start: block.start, end: isLazy ? lineEndBefore(text, lineStart) : block.end };
      if (!rootIds.has(named)) rootIds.set(named, id);
    }
    const key = id.toLowerCase();
    if (!blocks.has(key)) blocks.set(key, { id, span, idSpan, item });
  }
  return { blocks, rootIds, itemIds };
}

function blockIdAtEnd(text: string, leaf: TextBlock): Span | null {
  const lineStart = leaf.lines[leaf.lines.length - 2] ?? leaf.start;
  let at = leaf.end;
  while (at > lineStart && isIdCharacter(text.charCodeAt(at - 1))) at--;
  const caret = at - 1;
  if (at === leaf.end || caret < lineStart || text.charCodeAt(caret) !== Char.caret) return null;
  return caret === lineStart || isBlank(text.charCodeAt(caret - 1)) ? { start: caret, end: leaf.end } : null;
}

function isIdCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === Char.hyphen;
}

function lineEndBefore(text: string, lineStart: number): number {
  return text.charCodeAt(lineStart - 2) === Char.carriageReturn ? lineStart - 2 : lineStart - 1;
}
