import { isBlockIdLine } from "./block-ids";
import type { BlockTree, LeafBlock, RootBlock } from "./block-tree";
import { readCallout } from "./callout";
import * as Char from "../char-codes";
import { asciiSet, lineEndBefore, lineStartOf, trimEnd } from "../../base";
import { CODE_INDENT, Containers, type Container } from "./containers";
import { readFootnoteMark } from "../marks/footnote";
import { isThematicBreak, readAtxHeading, underlineLevel } from "./heading";
import { continueLeaf, endsAtOnce, openVerbatim, sectionTypeOf, type LeafKind } from "./leaf-kind";
import { LineCursor } from "./line-cursor";
import { isListMarker, readItemMark } from "./list-marker";
import type { SectionType } from "../note";
import { finishLeaf, OpenLeaf, takeDefinitions } from "./open-leaf";
import { hasPipe, isDelimiterRow } from "./table";

/**
 * Containers nested deeper than this are taken for text. Nobody writes them, and without a limit a
 * line of `- - - …` followed by blank lines would cost the square of its length.
 */
const MAX_DEPTH = 100;

/** Characters that a block other than a paragraph or indented code can start with. */
const OPENS_BLOCK = asciiSet("#`~<$%=-*_|:>[+0123456789");

const PARAGRAPH: LeafKind = { type: "paragraph" };
const INDENTED: LeafKind = { type: "indented" };
const TITLE: LeafKind = { type: "title" };
const TABLE: LeafKind = { type: "table" };

/** Finds the containers and leaf blocks of the text from `from` on, in one pass over its lines. */
export function scanBlocks(text: string, lineStarts: readonly number[], from: number): BlockTree {
  const scanner = new BlockScanner(text);
  for (let line = 0; line < lineStarts.length; line++) {
    const next = lineStarts[line + 1];
    if (next !== undefined && next <= from) continue;
    scanner.readLine(Math.max(from, lineStarts[line] ?? 0), next === undefined ? text.length : next - 1);
  }
  return scanner.finish();
}

/**
 * The algorithm is CommonMark's: each line first continues the open containers it can, then opens
 * new blocks, and what is left of it is text. Obsidian's own blocks are leaves among the others.
 */
class BlockScanner {
  private readonly leaves: LeafBlock[] = [];
  private readonly roots: RootBlock[] = [];
  private readonly line: LineCursor;
  private readonly containers: Containers;
  private leaf: OpenLeaf | null = null;

  constructor(private readonly text: string) {
    this.line = new LineCursor(text);
    this.containers = new Containers(this.line);
  }

  finish(): BlockTree {
    this.closeLeaf();
    const { items, quotes, footnotes } = this.containers;
    return { leaves: this.leaves, items, quotes, footnotes, roots: this.roots };
  }

  readLine(start: number, end: number): void {
    const { line, containers } = this;
    line.startLine(start, end);
    const depth = containers.startLine();
    if (depth < containers.depth || this.leaf === null || !this.addToLeaf(this.leaf)) this.openBlocks(depth);
    const root = containers.endLine() ? this.roots[this.roots.length - 1] : undefined;
    if (root !== undefined) root.end = line.end;
  }

  /** Adds the line to an open leaf that is no text; false when it does not belong there. */
  private addToLeaf(leaf: OpenLeaf): boolean {
    const { line } = this;
    const part = continueLeaf(leaf.kind, line);
    if (part === "none") return false;
    if (part === "mark") leaf.closedAt = line.end;
    else this.addLine(leaf, line.rest);
    if (part !== "content") this.closeLeaf();
    return true;
  }

  private addLine(leaf: OpenLeaf, start: number): void {
    leaf.lines.push(start, trimEnd(this.text, start, this.line.end));
  }

  /** Opens the blocks that start on the line in the containers before `depth`; the rest is text. */
  private openBlocks(depth: number): void {
    const { line, containers } = this;
    let inner = depth;
    while (!line.blank) {
      const type = this.leaf?.kind.type;
      const isLazy = inner < containers.depth;
      if (line.indent >= CODE_INDENT) {
        if (type === "paragraph" || (type === "title" && isLazy)) break;
        this.startLeaf(INDENTED, inner);
        return;
      }
      if (OPENS_BLOCK[line.nextCode] !== 1) break;
      if (this.openLeaf(inner)) return;
      if (!this.openContainer(inner, type === "paragraph" && !isLazy)) break;
      if (this.leaf !== null) return;
      inner = containers.depth;
    }
    this.addText(inner);
  }

  /** Opens the quote, footnote definition or list item that starts here, if one does. */
  private openContainer(depth: number, interrupts: boolean): boolean {
    const { line, containers, text } = this;
    if (depth >= MAX_DEPTH) return false;
    if (line.nextCode === Char.greaterThan) {
      this.openQuote(depth);
      return true;
    }
    if (line.nextCode === Char.openBracket) {
      const mark = readFootnoteMark(text, line.next, line.end);
      if (mark === null) return false;
      this.closeLeaf();
      if (depth === 1) this.addRoot("footnoteDefinition");
      containers.openFootnote(depth, mark);
      return true;
    }
    const mark = readItemMark(line, interrupts);
    if (mark === null) return false;
    this.closeLeaf();
    const startsList = containers.openItem(depth, mark);
    if (startsList && depth === 1) this.addRoot("list");
    return true;
  }

  /** Opens a quote. The title of a callout is a leaf of its own. */
  private openQuote(depth: number): void {
    const { line, containers, text } = this;
    this.closeLeaf();
    const quote = containers.openQuote(depth);
    quote.callout = readCallout(text, line.next, line.end);
    if (depth === 1) this.addRoot(quote.callout === null ? "blockquote" : "callout");
    if (quote.callout === null) return;
    const { around } = containers.innermost;
    this.addLeaf(new OpenLeaf(TITLE, quote.callout.title.start, around, { isRoot: false, opensItem: false }));
  }

  /** Opens the block without block children that starts here, if one does. */
  private openLeaf(depth: number): boolean {
    const { line, leaf, text } = this;
    const isText = leaf?.kind.type === "paragraph";
    const paragraph = isText && depth === this.containers.depth ? leaf : null;
    switch (line.nextCode) {
      case Char.hash:
        return this.addAtxHeading(depth);
      case Char.equals:
        return paragraph !== null && this.underline(paragraph);
      case Char.hyphen:
        if (paragraph !== null && this.underline(paragraph)) return true;
        if (this.addThematicBreak(depth)) return true;
        return paragraph !== null && !isListMarker(text, line.next, line.end) && this.startTable(paragraph);
      case Char.asterisk:
      case Char.underscore:
        return this.addThematicBreak(depth);
      case Char.pipe:
      case Char.colon:
        return paragraph !== null && this.startTable(paragraph);
      default: {
        const kind = openVerbatim(line, isText);
        if (kind === null) return false;
        this.startLeaf(kind, depth);
        if (endsAtOnce(kind, line)) this.closeLeaf();
        return true;
      }
    }
  }

  private addAtxHeading(depth: number): boolean {
    const { line, text } = this;
    const heading = readAtxHeading(text, line.next, line.end);
    if (heading === null) return false;
    const { around } = this.makeRoom(depth, "heading");
    const { level, textStart, textEnd, end } = heading;
    this.leaves.push({
      type: "heading",
      level,
      span: { start: line.next, end },
      ...around,
      lines: [textStart, textEnd],
    });
    return true;
  }

  private addThematicBreak(depth: number): boolean {
    const { line, text } = this;
    if (!isThematicBreak(text, line.next, line.end)) return false;
    const { around } = this.makeRoom(depth, "thematicBreak");
    this.leaves.push({
      type: "thematicBreak",
      span: { start: line.next, end: trimEnd(text, line.next, line.end) },
      ...around,
    });
    return true;
  }

  /** Makes a heading of the paragraph when the line is its underline. */
  private underline(paragraph: OpenLeaf): boolean {
    const { line, text } = this;
    const level = underlineLevel(text, line.next, line.end);
    if (level === 0) return false;
    this.addDefinitions(paragraph);
    const { lines, around } = paragraph;
    const [start] = lines;
    this.leaf = null;
    if (start === undefined) return false;
    this.leaves.push({
      type: "heading",
      level,
      span: { start, end: trimEnd(text, start, line.end) },
      ...around,
      lines,
    });
    if (paragraph.place.isRoot) this.retypeRoot("heading");
    return true;
  }

  /** Makes a table of the paragraph's last line when the line is its delimiter row. */
  private startTable(paragraph: OpenLeaf): boolean {
    const { line, text } = this;
    const { lastStart, end, lines, around } = paragraph;
    const { isRoot } = paragraph.place;
    if (paragraph.deep || !isDelimiterRow(text, line.next, line.end, { start: lastStart, end })) return false;
    lines.length -= 2;
    if (lines.length === 0) {
      this.leaf = null;
      if (isRoot) this.retypeRoot("table");
    } else {
      const headerLine = lineStartOf(text, lastStart);
      const root = this.roots[this.roots.length - 1];
      if (isRoot && root !== undefined) root.end = lineEndBefore(text, headerLine);
      this.closeLeaf();
      if (isRoot) this.roots.push({ type: "table", start: headerLine, end: line.end });
    }
    const table = new OpenLeaf(TABLE, lastStart, around, { isRoot, opensItem: false });
    table.lines.push(lastStart, end);
    table.closedAt = line.end;
    this.leaf = table;
    return true;
  }

  /** Adds the rest of the line to the open text, lazily too, or starts a paragraph with it. */
  private addText(depth: number): void {
    const { line, leaf, containers } = this;
    const isLazy = depth < containers.depth;
    if (line.blank) {
      if (isLazy || leaf?.kind.type !== "indented") this.closeLeaf();
      containers.closeFrom(depth);
    } else if (leaf === null || !this.goesOn(leaf.kind, isLazy)) {
      this.startLeaf(PARAGRAPH, depth);
    } else {
      if (isLazy) containers.continueLazily(depth);
      if (leaf.kind.type === "title") {
        this.startLeaf(PARAGRAPH, containers.depth);
      } else {
        this.addLine(leaf, line.next);
        leaf.deep = line.indent >= CODE_INDENT;
        leaf.closedAt = null;
      }
    }
  }

  /** Whether the text on the line goes on in the open leaf. */
  private goesOn({ type }: LeafKind, isLazy: boolean): boolean {
    const { line, text } = this;
    switch (type) {
      case "paragraph":
        return !isLazy || !isBlockIdLine(text, line.next, line.end);
      case "title":
        return isLazy && !isBlockIdLine(text, line.next, line.end);
      case "table":
        return !isLazy && hasPipe(text, line.next, line.end);
      default:
        return false;
    }
  }

  private startLeaf(kind: LeafKind, depth: number): void {
    const { line } = this;
    this.closeLeaf();
    const opensItem = this.containers.isFresh(depth);
    const { around } = this.makeRoom(depth, sectionTypeOf(kind));
    // The indentation of code and HTML is content.
    const start = kind.type === "indented" || kind.type === "html" ? line.rest : line.next;
    this.addLeaf(new OpenLeaf(kind, start, around, { isRoot: depth === 1, opensItem }));
  }

  private addLeaf(leaf: OpenLeaf): void {
    this.addLine(leaf, leaf.start);
    this.leaf = leaf;
  }

  /** Makes room for a block, no list item, in the container before `depth`. */
  private makeRoom(depth: number, type: SectionType): Container {
    this.closeLeaf();
    if (depth === 1) this.addRoot(type);
    return this.containers.makeRoom(depth);
  }

  private addRoot(type: SectionType): void {
    this.roots.push({ type, start: this.line.start, end: this.line.end });
  }

  private retypeRoot(type: SectionType): void {
    const root = this.roots[this.roots.length - 1];
    if (root !== undefined) root.type = type;
  }

  private closeLeaf(): void {
    const { leaf, text } = this;
    if (leaf === null) return;
    this.leaf = null;
    const startsPure = !this.addDefinitions(leaf);
    if (leaf.end === leaf.start && (leaf.kind.type === "title" || leaf.lines.length === 0)) return;
    const { item } = leaf.around;
    const block = finishLeaf(text, leaf);
    if (item !== null && leaf.place.opensItem && startsPure && leaf.kind.type === "paragraph") item.paragraph = block;
    this.leaves.push(block);
  }

  /** Adds the link reference definitions that a paragraph starts with; whether there are any. */
  private addDefinitions(leaf: OpenLeaf): boolean {
    const { text, roots } = this;
    const definitions = leaf.kind.type === "paragraph" ? takeDefinitions(text, leaf) : [];
    if (definitions.length === 0) return false;
    for (const definition of definitions) this.leaves.push(definition);
    const root = leaf.place.isRoot ? roots.pop() : undefined;
    if (root !== undefined) {
      for (const { span } of definitions)
        roots.push({ type: "definition", start: lineStartOf(text, span.start), end: span.end });
      const [rest] = leaf.lines;
      if (rest !== undefined) roots.push({ type: "paragraph", start: lineStartOf(text, rest), end: root.end });
    }
    return true;
  }
}
