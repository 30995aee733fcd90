import { findBlockIds } from "./block/block-ids";
import type { BlockTree, ItemBlock } from "./block/block-tree";
import { scanBlocks } from "./block/blocks";
import * as Char from "./char-codes";
import { findLineStarts, Memory, skipSpaces, trimEnd, within } from "../base";
import type { Frontmatter } from "./yaml/frontmatter";
import { readFrontmatter } from "./yaml/frontmatter";
import { obsidianItemSpans } from "./block/item-spans";
import { readLeaves } from "./leaf-facts";
import type { BlockMark, Footnote, Heading, ListItem, Note, ReferenceLink, Section } from "./note";
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
  return {
    path,
    text,
    lineStarts,
    frontmatter,
    headings: headingsOf(text, tree, marks),
    sections: sectionsOf(tree, frontmatter, rootIds),
    leaves: tree.leaves.map(({ type, span, item, quote }) => ({ type, span, item, quote })),
    listItems: tree.items.map((item, index) => toListItem(text, tree, item, itemSpans[index], itemIds.get(index))),
    quotes: tree.quotes.map(({ start, end, callout, parent }) => ({ span: { start, end }, callout, parent })),
    blocks,
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
      root: item < 0 && quote < 0,
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

function toListItem(
  text: string,
  tree: BlockTree,
  item: ItemBlock,
  span: Span | undefined,
  id: string | undefined,
): ListItem {
  const { marker, ordered, task, parent, list, depth, end } = item;
  const fullSpan = { start: marker.start, end: trimEnd(text, marker.end, end) };
  const textStart = skipSpaces(text, task === null ? marker.end : task.end + 1, fullSpan.end);
  const listItem = {
    span: span ?? fullSpan,
    marker,
    ordered,
    task: task === null ? null : { mark: text.slice(task.start, task.end), span: task },
    textSpan: tree.leaves[item.paragraph]?.span ?? { start: textStart, end: textStart },
    fullSpan,
    parent,
    list,
    depth,
  };
  return id === undefined ? listItem : { ...listItem, id };
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
