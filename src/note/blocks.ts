import { isBlockIdLine } from "./block-ids";
import type { BlockTree, FootnoteBlock, ItemBlock, LeafBlock, QuoteBlock, RootBlock } from "./block-tree";
import { readCallout } from "./callout";
import { Char, isDigit, skipRun, skipSpaces, trimEnd } from "./characters";
import { commentMark, openComment } from "./comment";
import { closesFence, closesMath, openFence, opensMath } from "./fence";
import { footnoteLabelEnd } from "./footnote";
import { readAtxHeading } from "./heading";
import { closesHtmlBlock, openHtmlBlock } from "./html-block";
import { LineCursor } from "./line-cursor";
import { isThematicBreak, listMarkerEnd, startsAtOne, taskBoxEnd } from "./list-marker";
import type { SectionType } from "./note";
import { finishLeaf, OpenLeaf, sectionTypeOf, takeDefinitions, type LeafKind } from "./open-leaf";
import { countCells, delimiterColumns, hasPipe } from "./table";

/**
 * Containers nested deeper than this are taken for text. Nobody writes them, and without a limit a
 * line of `- - - …` followed by blank lines would cost the square of its length.
 */
const MAX_DEPTH = 100;

/** Columns of indentation that make code. */
const CODE_INDENT = 4;

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

/** An open container: the whole text, a quote, a list item or a footnote definition. */
class Container {
  /** Delimiter and number of the list in it that a next item would continue; 0 when none is open. */
  listMark = 0;
  list = 0;

  constructor(
    readonly kind: "root" | "quote" | "item" | "footnote",
    /** Its index among the blocks of its kind. */
    readonly index: number,
    /** Columns of indentation that keep a line in it. */
    readonly width: number,
    /** Index of the innermost item and quote for what stands in it, or -1. */
    readonly item: number,
    readonly quote: number,
  ) {}
}

/**
 * The algorithm is CommonMark's: each line first continues the open containers it can, then opens
 * new blocks, and what is left of it is text. Obsidian's own blocks are leaves among the others.
 */
class BlockScanner {
  private readonly leaves: LeafBlock[] = [];
  private readonly items: ItemBlock[] = [];
  private readonly quotes: QuoteBlock[] = [];
  private readonly footnotes: FootnoteBlock[] = [];
  private readonly roots: RootBlock[] = [];

  private readonly line: LineCursor;
  private readonly root = new Container("root", -1, 0, -1, -1);
  /** The open containers, outermost first. */
  private readonly open: Container[] = [this.root];
  private leaf: OpenLeaf | null = null;
  private lists = 0;

  /** Where the line goes on after the marks of the quotes read so far, as offset and column. */
  private quoteEnd = 0;
  private quoteColumn = 0;
  /** The marker of a list item has been read on this line. */
  private markerRead = false;
  /** How many of the open containers lie around or at the last mark on this line. */
  private marked = 0;
  /** The open containers from this depth on saw nothing on the last line. */
  private blankDepth = Infinity;

  constructor(private readonly text: string) {
    this.line = new LineCursor(text);
  }

  finish(): BlockTree {
    this.closeLeaf();
    return { leaves: this.leaves, items: this.items, quotes: this.quotes, footnotes: this.footnotes, roots: this.roots };
  }

  readLine(start: number, end: number): void {
    const { line } = this;
    line.startLine(start, end);
    this.quoteEnd = start;
    this.quoteColumn = 0;
    this.markerRead = false;
    this.marked = 0;

    let matched = 1;
    while (matched < this.open.length && this.continueContainer(matched)) matched++;
    if (matched < this.open.length || this.leaf === null || !this.continueLeaf(this.leaf)) this.openBlocks(matched);
    this.extendBlocks();
  }

  /**
   * Moves the end of all open blocks to the line's end; when nothing follows the marks on the
   * line, only of the containers up to the last mark.
   */
  private extendBlocks(): void {
    const { blank, end } = this.line;
    const depth = blank ? this.marked : this.open.length;
    this.blankDepth = blank ? depth : Infinity;
    if (depth === 0) return;
    for (let index = 1; index < depth; index++) {
      const block = this.blockOf(this.open[index]);
      if (block !== undefined) block.end = end;
    }
    const root = this.roots[this.roots.length - 1];
    if (root !== undefined) root.end = end;
  }

  private blockOf(container: Container | undefined): { end: number } | undefined {
    switch (container?.kind) {
      case "quote": return this.quotes[container.index];
      case "item": return this.items[container.index];
      case "footnote": return this.footnotes[container.index];
      default: return undefined;
    }
  }

  private get innermost(): Container {
    return this.open[this.open.length - 1] ?? this.root;
  }

  // Containers

  private continueContainer(depth: number): boolean {
    const { line } = this;
    const container = this.open[depth];
    if (container === undefined) return false;
    if (container.kind === "quote") {
      if (!this.readQuoteMark()) return false;
      this.marked = depth + 1;
      return true;
    }
    const item = container.kind === "item" ? this.items[container.index] : undefined;
    // An item may start with one blank line.
    if (line.blank) return item?.filled ?? true;
    if (line.indent < container.width) return false;
    if (item !== undefined) this.noteIndent(item);
    line.skipColumns(container.width);
    return true;
  }

  private noteIndent(item: ItemBlock): void {
    item.minColumn = Math.min(item.minColumn, this.line.nextColumn - this.quoteColumn);
  }

  /** Reads `>` and one blank after it. */
  private readQuoteMark(): boolean {
    const { line, text } = this;
    if (line.blank || line.indent >= CODE_INDENT || text.charCodeAt(line.next) !== Char.greaterThan) return false;
    line.moveTo(line.next + 1, line.nextColumn + 1);
    if (line.indent > 0) line.skipColumns(1);
    this.quoteEnd = line.rest;
    this.quoteColumn = line.column;
    return true;
  }

  /** Opens the blocks that start on the line after `matched` containers; the rest is text. */
  private openBlocks(matched: number): void {
    const { line, text } = this;
    let depth = matched;
    while (!line.blank) {
      const inParagraph = this.leaf?.kind.type === "paragraph";
      if (line.indent >= CODE_INDENT) {
        if (inParagraph || (this.leaf?.kind.type === "title" && depth < this.open.length)) break;
        this.startLeaf({ type: "indented" }, depth);
        return;
      }
      const code = text.charCodeAt(line.next);
      if (!mayOpenBlock(code)) break;
      const interrupts = inParagraph && depth === this.open.length;
      if (this.openLeafBlock(code, depth, interrupts)) return;
      if (!this.openContainer(code, depth, interrupts)) break;
      if (this.leaf !== null) return;
      depth = this.open.length;
    }
    this.addText(depth);
  }

  /** Opens the quote, footnote definition or list item that starts here, if one does. */
  private openContainer(code: number, depth: number, interrupts: boolean): boolean {
    if (depth >= MAX_DEPTH) return false;
    if (code === Char.greaterThan) this.openQuote(depth);
    else if (code === Char.openBracket) return this.openFootnote(depth);
    else return this.openItem(depth, interrupts);
    return true;
  }

  private openQuote(depth: number): void {
    const { line } = this;
    const { item, quote } = this.makeRoom(depth, "blockquote");
    const index = this.quotes.length;
    this.quotes.push({ start: line.next, end: line.end, callout: null, parent: quote });
    this.push(new Container("quote", index, 0, item, index));
    this.readQuoteMark();
    this.readCalloutTitle(index);
  }

  private openFootnote(depth: number): boolean {
    const { line, text } = this;
    const labelEnd = footnoteLabelEnd(text, line.next, line.end);
    if (labelEnd < 0 || text.charCodeAt(labelEnd + 1) !== Char.colon || labelEnd + 1 >= line.end) return false;
    const { item, quote } = this.makeRoom(depth, "footnoteDefinition");
    this.push(new Container("footnote", this.footnotes.length, CODE_INDENT, item, quote));
    this.footnotes.push({ start: line.next, end: line.end, id: text.slice(line.next + 2, labelEnd) });
    line.moveTo(labelEnd + 2, line.nextColumn + labelEnd + 2 - line.next);
    line.skipBlanks();
    return true;
  }

  private openItem(depth: number, interrupts: boolean): boolean {
    const { line, text } = this;
    const { next, nextColumn, indent, end } = line;
    const markerEnd = listMarkerEnd(text, next, end);
    if (markerEnd < 0) return false;
    const ordered = isDigit(text.charCodeAt(next));
    if (interrupts) {
      if (skipSpaces(text, markerEnd, end) === end) return false;
      if (ordered && !startsAtOne(text, next, markerEnd)) return false;
    }
    const parent = this.continueList(depth, text.charCodeAt(markerEnd - 1));
    const lineStart = this.markerRead ? next : this.quoteEnd;
    const width = indent + markerEnd - next;
    line.moveTo(markerEnd, nextColumn + markerEnd - next);
    // Five or more blanks make indented code that starts one blank after the marker.
    const padding = line.blank || line.indent > CODE_INDENT ? 1 : line.indent;
    line.skipColumns(padding);
    const contentColumn = line.column - this.quoteColumn;
    const taskEnd = taskBoxEnd(text, line.at, end);
    const index = this.items.length;
    this.items.push({
      marker: { start: next, end: markerEnd },
      ordered,
      task: taskEnd < 0 ? null : { start: line.at + 1, end: taskEnd },
      parent: parent.item,
      quote: parent.quote,
      list: parent.list,
      depth: parent.item < 0 ? 0 : (this.items[parent.item]?.depth ?? 0) + 1,
      lineStart,
      contentColumn,
      padding,
      minColumn: Infinity,
      end,
      ownEnd: -1,
      blankAfter: false,
      filled: false,
      paragraph: -1,
    });
    this.push(new Container("item", index, width + padding, index, parent.quote));
    this.markerRead = true;
    if (taskEnd >= 0) {
      line.moveTo(taskEnd + 1, line.column + taskEnd + 1 - line.at);
      line.skipBlanks();
    }
    return true;
  }

  private push(container: Container): void {
    this.open.push(container);
    this.marked = this.open.length;
  }

  /** Closes the leaf and the containers from `depth` on, for a block to stand in the one that is left. */
  private closeFrom(depth: number): Container {
    this.closeLeaf();
    while (this.open.length > depth) this.open.pop();
    return this.innermost;
  }

  /** Makes room for a block that is no list item; it ends the list before it. */
  private makeRoom(depth: number, type: SectionType): Container {
    const parent = this.closeFrom(depth);
    this.fill(parent);
    parent.listMark = 0;
    if (parent === this.root) this.roots.push({ type, start: this.line.start, end: this.line.end });
    return parent;
  }

  /** Makes room for a list item: in the list before it when that has the same delimiter, else in a new one. */
  private continueList(depth: number, mark: number): Container {
    const before = this.open[depth];
    const parent = this.closeFrom(depth);
    this.fill(parent);
    if (parent.listMark === mark) {
      const item = before?.kind === "item" ? this.items[before.index] : undefined;
      if (item !== undefined) item.blankAfter = depth >= this.blankDepth;
      return parent;
    }
    parent.listMark = mark;
    parent.list = this.lists++;
    const owner = parent.kind === "item" ? this.items[parent.index] : undefined;
    if (owner !== undefined && owner.ownEnd < 0 && !this.markerRead) owner.ownEnd = owner.end;
    if (parent === this.root) this.roots.push({ type: "list", start: this.line.start, end: this.line.end });
    return parent;
  }

  private fill(parent: Container): void {
    const item = parent.kind === "item" ? this.items[parent.index] : undefined;
    if (item !== undefined) item.filled = true;
  }

  // Leaves

  /** Gives the line to the open leaf; false when that is text or has ended before the line. */
  private continueLeaf(leaf: OpenLeaf): boolean {
    const { line, text } = this;
    const { kind } = leaf;
    switch (kind.type) {
      case "fenced":
        if (line.indent < CODE_INDENT && closesFence(text, line.next, line.end, kind.fence)) {
          leaf.closedAt = line.end;
          this.closeLeaf();
          return true;
        }
        break;
      case "indented":
        if (line.blank) return true;
        if (line.indent < CODE_INDENT) return false;
        break;
      case "html":
        if (kind.end === "blank" && line.blank) return false;
        break;
      case "comment":
      case "math":
        break;
      case "paragraph":
      case "title":
      case "table":
        return false;
    }
    this.addLine(leaf, line.rest);
    if (this.endsWithLine(kind, leaf.lastStart)) this.closeLeaf();
    return true;
  }

  /** Whether the line, its content from `start` on, is the last one of a block that it does not open. */
  private endsWithLine(kind: LeafKind, start: number): boolean {
    const { line, text } = this;
    switch (kind.type) {
      case "html": return closesHtmlBlock(text, start, line.end, kind.end);
      case "comment": return commentMark(text, start, line.end) >= 0;
      case "math": return closesMath(text, start, line.end);
      default: return false;
    }
  }

  private addLine(leaf: OpenLeaf, start: number): void {
    leaf.lines.push(start, trimEnd(this.text, start, this.line.end));
  }

  private startLeaf(kind: LeafKind, depth: number): OpenLeaf {
    const { line } = this;
    const closed = this.closeFrom(depth);
    const opensItem = closed.kind === "item" && this.items[closed.index]?.filled === false;
    const parent = this.makeRoom(depth, sectionTypeOf(kind));
    // The indentation of code and HTML is content.
    const start = kind.type === "indented" || kind.type === "html" ? line.rest : line.next;
    const leaf = new OpenLeaf(kind, start, parent.item, parent.quote, parent === this.root, opensItem);
    this.addLine(leaf, start);
    this.leaf = leaf;
    return leaf;
  }

  /** Opens the block without block children that starts here, if one does. */
  private openLeafBlock(code: number, depth: number, interrupts: boolean): boolean {
    const { line, text } = this;
    switch (code) {
      case Char.hash: return this.addAtxHeading(depth);
      case Char.backtick:
      case Char.tilde: {
        const fence = openFence(text, line.next, line.end);
        if (fence !== null) this.startLeaf({ type: "fenced", fence }, depth);
        return fence !== null;
      }
      case Char.lessThan: {
        const end = openHtmlBlock(text, line.next, line.end, this.leaf?.kind.type === "paragraph");
        if (end === null) return false;
        this.startLeaf({ type: "html", end }, depth);
        if (closesHtmlBlock(text, line.next, line.end, end)) this.closeLeaf();
        return true;
      }
      case Char.dollar:
        if (!opensMath(text, line.next, line.end)) return false;
        this.startLeaf({ type: "math" }, depth);
        return true;
      case Char.percent: {
        const comment = openComment(text, line.next, line.end);
        if (comment === null) return false;
        this.startLeaf({ type: "comment" }, depth);
        if (comment === "closed") this.closeLeaf();
        return true;
      }
      case Char.equals:
        return interrupts && this.endSetextHeading(code);
      case Char.hyphen:
        if (interrupts && this.endSetextHeading(code)) return true;
        if (this.addThematicBreak(depth)) return true;
        return interrupts && listMarkerEnd(text, line.next, line.end) < 0 && this.startTable();
      case Char.asterisk:
      case Char.underscore:
        return this.addThematicBreak(depth);
      case Char.pipe:
      case Char.colon:
        return interrupts && this.startTable();
      default:
        return false;
    }
  }

  private addAtxHeading(depth: number): boolean {
    const { line, text } = this;
    const heading = readAtxHeading(text, line.next, line.end);
    if (heading === null) return false;
    const { item, quote } = this.makeRoom(depth, "heading");
    const { level, textStart, textEnd, end } = heading;
    this.leaves.push({ type: "heading", level, span: { start: line.next, end }, item, quote, lines: [textStart, textEnd] });
    return true;
  }

  /** Makes a heading of the open paragraph when the line is its underline. */
  private endSetextHeading(mark: number): boolean {
    const { line, text, leaf } = this;
    const end = trimEnd(text, line.next, line.end);
    if (leaf === null || skipRun(text, line.next, end, mark) < end) return false;
    this.addDefinitions(leaf);
    const { lines, item, quote } = leaf;
    const start = lines[0];
    if (start === undefined) {
      this.leaf = null;
      return false;
    }
    this.leaf = null;
    this.leaves.push({ type: "heading", level: mark === Char.equals ? 1 : 2, span: { start, end }, item, quote, lines });
    if (leaf.isRoot) this.retypeRoot("heading");
    return true;
  }

  private addThematicBreak(depth: number): boolean {
    const { line, text } = this;
    if (!isThematicBreak(text, line.next, line.end)) return false;
    const { item, quote } = this.makeRoom(depth, "thematicBreak");
    this.leaves.push({ type: "thematicBreak", span: { start: line.next, end: trimEnd(text, line.next, line.end) }, item, quote });
    return true;
  }

  /** Makes a table of the paragraph's last line when the line in hand is its delimiter row. */
  private startTable(): boolean {
    const { line, text, leaf } = this;
    if (leaf === null || leaf.deep) return false;
    const { lastStart, end, lines, item, quote, isRoot } = leaf;
    const columns = delimiterColumns(text, line.next, line.end);
    if (columns === 0 || !hasPipe(text, lastStart, end) || countCells(text, lastStart, end) !== columns) return false;
    lines.length -= 2;
    const headerLine = lineStartOf(text, lastStart);
    if (lines.length === 0) {
      this.leaf = null;
      if (isRoot) this.retypeRoot("table");
    } else {
      const root = this.roots[this.roots.length - 1];
      if (isRoot && root !== undefined) root.end = lineEndBefore(text, headerLine);
      this.closeLeaf();
      if (isRoot) this.roots.push({ type: "table", start: headerLine, end: line.end });
    }
    const table = new OpenLeaf({ type: "table" }, lastStart, item, quote, isRoot, false);
    table.lines.push(lastStart, end);
    table.closedAt = line.end;
    this.leaf = table;
    return true;
  }

  private retypeRoot(type: SectionType): void {
    const root = this.roots[this.roots.length - 1];
    if (root !== undefined) root.type = type;
  }

  /** Notes the callout that the first line of a quote makes; its title is a block of its own. */
  private readCalloutTitle(quoteIndex: number): void {
    const { line, text } = this;
    const callout = readCallout(text, line.next, line.end);
    const quote = this.quotes[quoteIndex];
    if (callout === null || quote === undefined) return;
    quote.callout = callout;
    if (this.open.length === 2) this.retypeRoot("callout");
    const { item } = this.innermost;
    this.leaf = new OpenLeaf({ type: "title" }, callout.title.start, item, quoteIndex, false, false);
    this.addLine(this.leaf, callout.title.start);
  }

  /** Adds the rest of the line to the open text, lazily too, or starts a paragraph with it. */
  private addText(depth: number): void {
    const { line, text, leaf } = this;
    if (line.blank) {
      if (depth < this.open.length || leaf?.kind.type !== "indented") this.closeFrom(depth);
      return;
    }
    const isLazy = depth < this.open.length;
    const type = leaf?.kind.type;
    if (leaf !== null && (type === "paragraph" || (type === "title" && isLazy)) && !(isLazy && isBlockIdLine(text, line.next, line.end))) {
      if (isLazy) this.noteLazyLine(depth);
      if (type === "paragraph") {
        this.addLine(leaf, line.next);
        leaf.deep = line.indent >= CODE_INDENT;
      } else {
        this.startLeaf({ type: "paragraph" }, this.open.length);
      }
    } else if (leaf !== null && type === "table" && !isLazy && hasPipe(text, line.next, line.end)) {
      this.addLine(leaf, line.next);
      leaf.closedAt = -1;
    } else {
      this.startLeaf({ type: "paragraph" }, depth);
    }
  }

  private noteLazyLine(depth: number): void {
    for (let index = depth; index < this.open.length; index++) {
      const container = this.open[index];
      const item = container?.kind === "item" ? this.items[container.index] : undefined;
      if (item !== undefined) this.noteIndent(item);
    }
  }

  private closeLeaf(): void {
    const { leaf, text } = this;
    if (leaf === null) return;
    this.leaf = null;
    const { kind, lines } = leaf;
    if (kind.type === "title" && leaf.end === leaf.start) return;
    if (kind.type === "paragraph") {
      const isPure = !this.addDefinitions(leaf);
      if (lines.length === 0) return;
      const owner = leaf.opensItem && isPure ? this.items[leaf.item] : undefined;
      if (owner !== undefined) owner.paragraph = this.leaves.length;
    }
    this.leaves.push(finishLeaf(text, leaf));
  }

  /** Adds the link reference definitions that a paragraph starts with; whether there are any. */
  private addDefinitions(leaf: OpenLeaf): boolean {
    const { text } = this;
    const definitions = takeDefinitions(text, leaf);
    if (definitions.length === 0) return false;
    this.leaves.push(...definitions);
    const root = leaf.isRoot ? this.roots.pop() : undefined;
    if (root !== undefined) {
      for (const { span } of definitions) this.roots.push({ type: "definition", start: lineStartOf(text, span.start), end: span.end });
      const rest = leaf.lines[0];
      if (rest !== undefined) this.roots.push({ type: "paragraph", start: lineStartOf(text, rest), end: root.end });
    }
    return true;
  }
}

/** Whether a block other than a paragraph or indented code can start with the character. */
function mayOpenBlock(code: number): boolean {
  return code < 128 && OPENS_BLOCK[code] === 1;
}

const OPENS_BLOCK = new Uint8Array(128);
for (const mark of "#`~<$%=-*_|:>[+0123456789") OPENS_BLOCK[mark.charCodeAt(0)] = 1;

function lineStartOf(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** The end of the line before the one that starts at `lineStart`, its line end left out. */
function lineEndBefore(text: string, lineStart: number): number {
  const feed = lineStart - 1;
  return feed > 0 && text.charCodeAt(feed - 1) === Char.carriageReturn ? feed - 1 : Math.max(feed, 0);
}
