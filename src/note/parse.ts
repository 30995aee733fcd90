import { findBlockIds } from "./block/block-ids";
import type { BlockTree, ItemBlock, QuoteBlock } from "./block/block-tree";
import { scanBlocks } from "./block/blocks";
import * as Char from "./char-codes";
import { findLineStarts, Memory, skipSpaces, trimEnd, within } from "../base";
import type { Frontmatter } from "./yaml/frontmatter";
import { readFrontmatter } from "./yaml/frontmatter";
import { obsidianItemSpans } from "./block/item-spans";
import { readLeaves } from "./leaf-facts";
import type { BlockMark, Footnote, Heading, ListItem, Note, Quote, ReferenceLink, Section } from "./note";
import { propertyLinks } from "./property-links";
import type { Span } from "../base";

/** Reads a note. Never throws, whatever the text; linear in its length. */
export function parseNote(text: string, path = ""): Note {
  const lineStarts = findLineStarts(text);
  const frontmatter = readFrontmatter(text);
  const bodyStart = frontmatter?.span.end ?? (text.charCodeAt(0) === Char.byteOrderMark ? 1 : 0);
  const tree = scanBlocks(text, lineStarts, bodyStart);
  const { links, embeds, footnotes, ...facts } = readLeaves(text, tree);
  const itemSpans = obsidianItemSpans(text, tree.items);
  const { marks, blocks, rootIds, itemIds } = findBlockIds(text, tree, itemSpans);
  const items = new Map<ItemBlock, ListItem>();
  for (const item of tree.items) {
    const made = toListItem(text, item, itemSpans.get(item) ?? item.marker, madeOf(item.parent, items));
    const id = itemIds.get(item);
    items.set(item, id === undefined ? made : { ...made, id });
  }
  const quotes = new Map<QuoteBlock, Quote>();
  for (const quote of tree.quotes) {
    const { start, end, callout, parent } = quote;
    quotes.set(quote, { span: { start, end }, callout, parent: madeOf(parent, quotes) });
  }
  return {
    path,
    text,
    lineStarts,
    frontmatter,
    headings: headingsOf(text, tree, marks),
    sections: sectionsOf(tree, frontmatter, rootIds),
    leaves: tree.leaves.map(({ type, span, item, quote }) => ({
      type,
      span,
      item: madeOf(item, items),
      quote: madeOf(quote, quotes),
    })),
    listItems: [...items.values()],
    quotes: [...quotes.values()],
    blocks: new Map([...blocks].map(([key, block]) => [key, { ...block, item: madeOf(block.item, items) }])),
    blockMarks: marks,
    referenceLinks: referenceLinksOf(tree),
    links: inOrder(links),
    propertyLinks: propertyLinks(text, frontmatter),
    embeds: inOrder(embeds),
    footnotes: inOrder([
      ...tree.footnotes.map(({ id, start, end }): Footnote => ({ id, span: { start, end } })),
      ...footnotes,
    ]),
    ...facts,
    memory: new Memory(),
  };
}

/** A block id at the end of a heading is none of its words. */
function headingsOf(text: string, tree: BlockTree, marks: readonly BlockMark[]): Heading[] {
  const headings: Heading[] = [];
  for (const leaf of tree.leaves) {
    if (leaf.type !== "heading") continue;
    const { level, span, lines, item, quote } = leaf;
    const start = lines[0] ?? span.start;
    const [mark] = within(marks, span);
    const end = mark ? trimEnd(text, start, mark.span.start) : (lines[lines.length - 1] ?? span.end);
    headings.push({
      level,
      text: text.slice(start, end),
      span,
      textSpan: { start, end },
      root: item === null && quote === null,
    });
  }
  return headings;
}

function sectionsOf(tree: BlockTree, frontmatter: Frontmatter | null, ids: ReadonlyMap<number, string>): Section[] {
  const sections: Section[] = frontmatter === null ? [] : [{ type: "yaml", span: frontmatter.span }];
  tree.roots.forEach(({ type, start, end }, index) => {
    const id = ids.get(index);
    const section = { type, span: { start, end } };
    sections.push(id === undefined ? section : { ...section, id });
  });
  return sections;
}

/** What a block of the tree has become; those around it come first. */
function madeOf<Block, Made>(block: Block | null, made: ReadonlyMap<Block, Made>): Made | null {
  return block === null ? null : (made.get(block) ?? null);
}

function toListItem(text: string, item: ItemBlock, span: Span, parent: ListItem | null): ListItem {
  const { marker, ordered, task, list, depth, end, paragraph } = item;
  const fullSpan = { start: marker.start, end: trimEnd(text, marker.end, end) };
  const textStart = skipSpaces(text, task === null ? marker.end : task.end + 1, fullSpan.end);
  return {
    span,
    marker,
    ordered,
    task: task === null ? null : { mark: text.slice(task.start, task.end), span: task },
    textSpan: paragraph?.span ?? { start: textStart, end: textStart },
    fullSpan,
    parent,
    list,
    depth,
  };
}

function referenceLinksOf(tree: BlockTree): ReferenceLink[] {
  const references: ReferenceLink[] = [];
  for (const leaf of tree.leaves) {
    if (leaf.type === "definition") references.push({ id: leaf.id, target: leaf.target, span: leaf.span });
  }
  return references;
}

/** By start; a mark that ends later, such as a link around an image, is read later. */
function inOrder<Fact extends { readonly span: Span }>(facts: Fact[]): Fact[] {
  return facts.sort((a, b) => a.span.start - b.span.start);
}
