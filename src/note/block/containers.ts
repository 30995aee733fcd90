import type { FootnoteBlock, ItemBlock, QuoteBlock } from "./block-tree";
import * as Char from "../char-codes";
import type { FootnoteMark } from "../marks/footnote";
import type { LineCursor } from "./line-cursor";
import type { ItemMark } from "./list-marker";

/** Columns of indentation that make code, and that keep a line in a footnote. */
export const CODE_INDENT = 4;

/** An open container: the whole text, a quote, a list item or a footnote definition. */
export class Container {
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

/** The containers that are open at the line in hand, and the blocks that they have become. */
export class Containers {
  readonly items: ItemBlock[] = [];
  readonly quotes: QuoteBlock[] = [];
  readonly footnotes: FootnoteBlock[] = [];

  readonly root = new Container("root", -1, 0, -1, -1);
  /** Outermost first. */
  private readonly open: Container[] = [this.root];
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

  constructor(private readonly line: LineCursor) {}

  /** How many are open, the whole text included. */
  get depth(): number {
    return this.open.length;
  }

  get innermost(): Container {
    return this.open[this.open.length - 1] ?? this.root;
  }

  /** Reads the marks of the containers that a new line continues; how many do. */
  startLine(): number {
    this.quoteEnd = this.line.start;
    this.quoteColumn = 0;
    this.markerRead = false;
    this.marked = 0;
    let depth = 1;
    while (depth < this.open.length && this.continues(depth)) depth++;
    return depth;
  }

  private continues(depth: number): boolean {
    const { line } = this;
    const container = this.open[depth];
    if (container === undefined) return false;
    if (container.kind === "quote") {
      if (line.blank || line.indent >= CODE_INDENT || line.nextCode !== Char.greaterThan) return false;
      this.readQuoteMark();
      this.marked = depth + 1;
      return true;
    }
    const item = this.itemOf(container);
    // An item may start with one blank line.
    if (line.blank) return item?.filled ?? true;
    if (line.indent < container.width) return false;
    if (item !== undefined) this.noteIndent(item);
    line.skipColumns(container.width);
    return true;
  }

  private itemOf(container: Container | undefined): ItemBlock | undefined {
    return container?.kind === "item" ? this.items[container.index] : undefined;
  }

  private noteIndent(item: ItemBlock): void {
    item.minColumn = Math.min(item.minColumn, this.line.nextColumn - this.quoteColumn);
  }

  /** Notes that the line goes on lazily with the text in the containers from `depth` on. */
  continueLazily(depth: number): void {
    for (let index = depth; index < this.open.length; index++) {
      const item = this.itemOf(this.open[index]);
      if (item !== undefined) this.noteIndent(item);
    }
  }

  /** Reads `>` and one blank after it. */
  private readQuoteMark(): void {
    const { line } = this;
    line.moveTo(line.next + 1, line.nextColumn + 1);
    if (line.indent > 0) line.skipColumns(1);
    this.quoteEnd = line.rest;
    this.quoteColumn = line.column;
  }

  /** Closes the containers from `depth` on. */
  closeFrom(depth: number): void {
    while (this.open.length > depth) this.open.pop();
  }

  /** Makes room in the container before `depth` for a block that is no list item; it ends the list before it. */
  makeRoom(depth: number): Container {
    this.closeFrom(depth);
    const parent = this.innermost;
    const item = this.itemOf(parent);
    if (item !== undefined) item.filled = true;
    parent.listMark = 0;
    return parent;
  }

  /** Whether the container before `depth` is a list item in which nothing stands yet. */
  isFresh(depth: number): boolean {
    return this.itemOf(this.open[depth - 1])?.filled === false;
  }

  openQuote(depth: number): QuoteBlock {
    const { line, quotes } = this;
    const { item, quote } = this.makeRoom(depth);
    const block: QuoteBlock = { start: line.next, end: line.end, callout: null, parent: quote };
    this.push(new Container("quote", quotes.length, 0, item, quotes.length));
    quotes.push(block);
    this.readQuoteMark();
    return block;
  }

  openFootnote(depth: number, { id, end }: FootnoteMark): void {
    const { line, footnotes } = this;
    const { item, quote } = this.makeRoom(depth);
    this.push(new Container("footnote", footnotes.length, CODE_INDENT, item, quote));
    footnotes.push({ start: line.next, end: line.end, id });
    line.moveTo(end, line.nextColumn + end - line.next);
    line.skipBlanks();
  }

  /** Opens an item in the list before it when that has the same delimiter, else in a new one; whether it is new. */
  openItem(depth: number, mark: ItemMark): boolean {
    const { line, items } = this;
    const closed = this.itemOf(this.open[depth]);
    this.closeFrom(depth);
    const parent = this.innermost;
    const isNew = parent.listMark !== mark.delimiter;
    if (isNew) this.startList(parent, mark);
    else if (closed !== undefined) closed.blankAfter = depth >= this.blankDepth;
    const lineStart = this.markerRead ? line.next : this.quoteEnd;
    const width = line.indent + mark.end - line.next + mark.padding;
    const start = line.next;
    line.moveTo(mark.end, line.nextColumn + mark.end - line.next);
    line.skipColumns(mark.padding);
    const contentColumn = line.column - this.quoteColumn;
    this.push(new Container("item", items.length, width, items.length, parent.quote));
    items.push({
      marker: { start, end: mark.end },
      ordered: mark.ordered,
      task: mark.task,
      parent: parent.item,
      quote: parent.quote,
      list: parent.list,
      depth: (items[parent.item]?.depth ?? -1) + 1,
      lineStart,
      contentColumn,
      padding: mark.padding,
      minColumn: Infinity,
      end: line.end,
      ownEnd: -1,
      blankAfter: false,
      filled: false,
      paragraph: -1,
    });
    if (mark.task !== null) {
      const boxEnd = mark.task.end + 1;
      line.moveTo(boxEnd, line.column + boxEnd - line.at);
      line.skipBlanks();
    }
    this.markerRead = true;
    return isNew;
  }

  private startList(parent: Container, { delimiter }: ItemMark): void {
    parent.listMark = delimiter;
    parent.list = this.lists++;
    const item = this.itemOf(parent);
    if (item === undefined) return;
    item.filled = true;
    if (item.ownEnd < 0 && !this.markerRead) item.ownEnd = item.end;
  }

  private push(container: Container): void {
    this.open.push(container);
    this.marked = this.open.length;
  }

  /**
   * Moves the end of the open blocks to the line's end; when nothing follows the marks on the line,
   * only of those up to the last mark. Whether the line belongs to any block.
   */
  endLine(): boolean {
    const { blank, end } = this.line;
    const depth = blank ? this.marked : this.open.length;
    this.blankDepth = blank ? depth : Infinity;
    for (let index = 1; index < depth; index++) {
      const block = this.blockOf(this.open[index]);
      if (block !== undefined) block.end = end;
    }
    return depth > 0;
  }

  private blockOf(container: Container | undefined): { end: number } | undefined {
    switch (container?.kind) {
      case "quote":
        return this.quotes[container.index];
      case "item":
        return this.items[container.index];
      case "footnote":
        return this.footnotes[container.index];
      default:
        return undefined;
    }
  }
}
