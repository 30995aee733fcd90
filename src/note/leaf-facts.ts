import type { BlockTree, CommentBlock, LeafBlock, Lines, TableBlock } from "./block/block-tree";
import { InlineScanner, type InlineFacts } from "./inline";
import { leafContent } from "./block/leaf-content";
import type { Table, TableRow } from "./note";
import type { Span } from "../base";
import { cellSpans } from "./block/table";

/** What the leaf blocks of a text say. */
export interface LeafFacts extends InlineFacts {
  readonly tables: Table[];
}

/** Reads the inline marks of all leaves, and what their block alone tells. */
export function readLeaves(text: string, { leaves }: BlockTree): LeafFacts {
  const facts: LeafFacts = {
    links: [],
    embeds: [],
    tags: [],
    comments: [],
    code: [],
    math: [],
    highlights: [],
    footnotes: [],
    footnoteRefs: [],
    tables: [],
  };
  const reader = new LeafReader(text, facts);
  for (const leaf of leaves) reader.read(leaf);
  return facts;
}

class LeafReader {
  private readonly scanner: InlineScanner;
  /** For `%%` blocks, whose links and tags count; their code, math and comments do not. */
  private readonly commentScanner: InlineScanner;

  constructor(
    private readonly text: string,
    private readonly facts: LeafFacts,
  ) {
    this.scanner = new InlineScanner(text, 0, facts);
    const { links, embeds, tags } = facts;
    this.commentScanner = new InlineScanner(text, 0, {
      links,
      embeds,
      tags,
      comments: [],
      code: [],
      math: [],
      highlights: [],
      footnotes: [],
      footnoteRefs: [],
    });
  }

  read(leaf: LeafBlock): void {
    const { span } = leaf;
    switch (leaf.type) {
      case "paragraph":
      case "heading":
        this.scanText(leaf.lines);
        break;
      case "table":
        this.readTable(leaf);
        break;
      case "comment":
        this.readComment(leaf);
        break;
      case "html":
        if (this.text.startsWith("<!--", span.start))
          this.facts.comments.push({ kind: "html", span, content: htmlCommentContent(this.text, span), block: true });
        break;
      case "code": {
        const { kind, content, language } = leaf;
        this.facts.code.push({ kind, span, content, language });
        break;
      }
      case "math":
        this.facts.math.push(span);
        break;
      case "definition":
      case "thematicBreak":
        break;
    }
  }

  private scanText(lines: Lines): void {
    const { source, shift, start, end } = leafContent(this.text, lines);
    const scanner = source === this.text ? this.scanner : new InlineScanner(source, shift, this.facts);
    scanner.scan(start, end);
  }

  private readComment({ span, content, lines }: CommentBlock): void {
    this.facts.comments.push({ kind: "obsidian", span, content, block: true });
    for (let index = 0; index < lines.length; index += 2)
      this.commentScanner.scan(lines[index] ?? 0, lines[index + 1] ?? 0);
  }

  private readTable({ span, lines }: TableBlock): void {
    const rows: TableRow[] = [];
    for (let index = 0; index < lines.length; index += 2) {
      const start = lines[index] ?? 0;
      const end = lines[index + 1] ?? 0;
      const cells = cellSpans(this.text, start, end);
      for (const cell of cells) this.scanner.scan(cell.start, cell.end, true);
      rows.push({ span: { start, end }, cells });
    }
    this.facts.tables.push({ span, rows });
  }
}

function htmlCommentContent(text: string, span: Span): Span {
  const close = text.slice(span.start, span.end).indexOf("-->", 4);
  return { start: Math.min(span.start + 4, span.end), end: close < 0 ? span.end : span.start + close };
}
