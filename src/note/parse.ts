import { findBlockIds } from "./block-ids";
import type { BlockTree, ItemBlock, LeafBlock, Lines } from "./block-tree";
import { scanBlocks } from "./blocks";
import { Char, skipSpaces, trimEnd } from "./characters";
import { readFrontmatter } from "./frontmatter";
import { InlineScanner, type InlineFacts } from "./inline";
import { obsidianItemSpans } from "./item-spans";
import { findLineStarts } from "./lines";
import type { Heading, Leaf, ListItem, Note, Section, Table } from "./note";
import type { Span } from "./span";
import { cellSpans } from "./table";

/** Reads a note. Never throws, whatever the text; linear in its length. */
export function parseNote(text: string, path = ""): Note {
  const frontmatter = readFrontmatter(text);
  const tree = scanBlocks(text, frontmatter?.span.end ?? (text.charCodeAt(0) === Char.byteOrderMark ? 1 : 0));
  const inline = scanInline(text, tree);
  const itemSpans = obsidianItemSpans(text, tree.items);
  const ids = findBlockIds(text, tree, itemSpans);
  const sections: Section[] = frontmatter === null ? [] : [{ type: "yaml", span: frontmatter.span }];
  tree.roots.forEach(({ type, start, end }, index) => {
    const id = ids.rootIds.get(index);
    sections.push({ type, span: { start, end }, ...(id === undefined ? {} : { id }) });
  });
  return {
    path,
    text,
    lineStarts: findLineStarts(text),
    frontmatter,
    headings: findHeadings(text, tree),
    sections,
    leaves: tree.leaves.map(({ type, start, end, item, quote }): Leaf => ({ type, span: { start, end }, item, quote })),
    listItems: tree.items.map((item, index) => listItem(text, tree, item, itemSpans[index], ids.itemIds.get(index))),
    quotes: tree.quotes.map(({ start, end, callout, parent }) => ({ span: { start, end }, callout, parent })),
    blocks: ids.blocks,
    referenceLinks: tree.leaves.flatMap((leaf) =>
      leaf.type === "definition" ? [{ id: leaf.id, target: leaf.target, span: { start: leaf.start, end: leaf.end } }] : []),
    ...inline,
  };
}

function findHeadings(text: string, tree: BlockTree): Heading[] {
  const headings: Heading[] = [];
  for (const leaf of tree.leaves) {
    if (leaf.type !== "heading") continue;
    const textSpan = { start: leaf.lines[0] ?? leaf.start, end: leaf.lines[leaf.lines.length - 1] ?? leaf.end };
    headings.push({
      level: leaf.level, text: text.slice(textSpan.start, textSpan.end), span: { start: leaf.start, end: leaf.end }, textSpan,
      root: leaf.item < 0 && leaf.quote < 0,
    });
  }
  return headings;
}

function listItem(text: string, tree: BlockTree, item: ItemBlock, span: Span | undefined, id: string | undefined): ListItem {
  const { markerStart, markerEnd, taskStart, taskEnd, ordered, parent, list, depth } = item;
  const fullSpan = { start: markerStart, end: trimEnd(text, markerStart, item.end) };
  const paragraph = tree.leaves[item.firstParagraph];
  const textStart = taskEnd < 0 ? Math.min(markerEnd + item.padding, fullSpan.end) : skipSpaces(text, taskEnd + 1, fullSpan.end);
  return {
    span: span ?? fullSpan,
    marker: { start: markerStart, end: markerEnd },
    ordered,
    task: taskStart < 0 ? null : { mark: text.slice(taskStart, taskEnd), span: { start: taskStart, end: taskEnd } },
    textSpan: paragraph === undefined ? { start: textStart, end: textStart } : { start: paragraph.start, end: paragraph.end },
    fullSpan, parent, list, depth,
    ...(id === undefined ? {} : { id }),
  };
}

function scanInline(text: string, tree: BlockTree): InlineFacts & { tables: Table[] } {
  const facts: InlineFacts = {
    links: [], embeds: [], tags: [], comments: [], code: [], math: [], highlights: [], footnotes: [], footnoteRefs: [],
  };
  const tables: Table[] = [];
  const scanner = new InlineScanner(text, 0, facts);
  for (const footnote of tree.footnotes) facts.footnotes.push({ id: footnote.id, span: { start: footnote.start, end: footnote.end } });
  for (const leaf of tree.leaves) scanLeaf(text, leaf, scanner, facts, tables);
  facts.links.sort(byStart);
  facts.embeds.sort(byStart);
  facts.footnotes.sort(byStart);
  return { ...facts, tables };
}

function byStart(a: { span: Span }, b: { span: Span }): number {
  return a.span.start - b.span.start;
}

function scanLeaf(text: string, leaf: LeafBlock, scanner: InlineScanner, facts: InlineFacts, tables: Table[]): void {
  const span = { start: leaf.start, end: leaf.end };
  switch (leaf.type) {
    case "paragraph":
    case "heading":
      scanLines(text, leaf.lines, scanner, facts);
      break;
    case "comment":
      facts.comments.push({ kind: "obsidian", span, content: { start: leaf.contentStart, end: leaf.contentEnd }, block: true });
      scanCommentLines(text, leaf.lines, facts);
      break;
    case "html":
      if (text.startsWith("<!--", leaf.start)) facts.comments.push({ kind: "html", span, content: htmlCommentContent(text, span), block: true });
      break;
    case "code":
      facts.code.push({
        kind: leaf.fenced ? "fenced" : "indented", span, content: { start: leaf.contentStart, end: leaf.contentEnd }, language: leaf.language,
      });
      break;
    case "math":
      facts.math.push(span);
      break;
    case "table": {
      const rows = [];
      for (let index = 0; index < leaf.lines.length; index += 2) {
        const start = leaf.lines[index] ?? 0;
        const end = leaf.lines[index + 1] ?? 0;
        const cells = cellSpans(text, start, end);
        for (const cell of cells) scanner.scan(cell.start, cell.end, true);
        rows.push({ span: { start, end }, cells });
      }
      tables.push({ span, rows });
      break;
    }
    case "definition":
    case "thematicBreak":
      break;
  }
}

/** Tags and links in a `%%` block count; its code, math and comments do not. */
function scanCommentLines(text: string, lines: Lines, facts: InlineFacts): void {
  const inside: InlineFacts = { ...facts, comments: [], code: [], math: [], highlights: [], footnotes: [], footnoteRefs: [] };
  const scanner = new InlineScanner(text, 0, inside);
  for (let index = 0; index < lines.length; index += 2) scanner.scan(lines[index] ?? 0, lines[index + 1] ?? 0);
}

function scanLines(text: string, lines: Lines, scanner: InlineScanner, facts: InlineFacts): void {
  const start = lines[0];
  const end = lines[lines.length - 1];
  if (start === undefined || end === undefined) return;
  const masked = lines.length > 2 ? maskQuoteMarks(text, lines, start, end) : null;
  if (masked === null) scanner.scan(start, end);
  else new InlineScanner(masked, start, facts).scan(0, masked.length);
}

/** The stretch `[start, end)` with blanks for the `>` between its lines; null when there are none. */
function maskQuoteMarks(text: string, lines: Lines, start: number, end: number): string | null {
  let masked = "";
  let at = start;
  for (let index = 2; index < lines.length; index += 2) {
    const lineEnd = lines[index - 1] ?? end;
    const next = lines[index] ?? end;
    if (!text.slice(lineEnd, next).includes(">")) continue;
    const feed = text.indexOf("\n", lineEnd) + 1;
    masked += text.slice(at, feed) + " ".repeat(next - feed);
    at = next;
  }
  return at === start ? null : masked + text.slice(at, end);
}

function htmlCommentContent(text: string, span: Span): Span {
  const close = text.indexOf("-->", span.start + 4);
  return { start: Math.min(span.start + 4, span.end), end: close < 0 || close > span.end ? span.end : close };
}
