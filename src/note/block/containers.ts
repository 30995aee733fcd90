import type { Around, FootnoteBlock, ItemBlock, QuoteBlock } from "./block-tree";
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
    /** Columns of indentation that keep a line in it. */
    readonly width: number,
    /** What lies around that which stands in it: an item or a quote counts itself. */
    readonly around: Around,
    /** What it becomes. */
    readonly block: { end: number } | null,
  ) {}
}

/** The containers that are open at the line in hand, and the blocks that they have become. */
export class Containers {
  readonly items: ItemBlock[] = [];
  readonly quotes: QuoteBlock[] = [];
  readonly footnotes: FootnoteBlock[] = [];

  readonly root = new Container("root", 0, { item: null, quote: null }, null);
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
    const item = itemOf(container);
    // An item may start with one blank line.
    if (line.blank) return item?.filled ?? true;
    if (line.indent < container.width) return false;
    if (item !== null) this.noteIndent(item);
    line.skipColumns(container.width);
    return true;
  }

  private noteIndent(item: ItemBlock): void {
    item.minColumn = Math.min(item.minColumn, this.line.nextColumn - this.quoteColumn);
  }

  /** Notes that the line goes on lazily with the text in the containers from `depth` on. */
  continueLazily(depth: number): void {
    for (let index = depth; index < this.open.length; index++) {
      const item = itemOf(this.open[index]);
      if (item !== null) this.noteIndent(item);
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
    const item = itemOf(parent);
    if (item !== null) item.filled = true;
    parent.listMark = 0;
    return parent;
  }

  /** Whether the container before `depth` is a list item in which nothing stands yet. */
  isFresh(depth: number): boolean {
    return itemOf(this.open[depth - 1])?.filled === false;
  }

  openQuote(depth: number): QuoteBlock {
    const { line, quotes } = this;
    const { item, quote: parent } = this.makeRoom(depth).around;
    const quote: QuoteBlock = { start: line.next, end: line.end, callout: null, parent };
    this.push(new Container("quote", 0, { item, quote }, quote));
    quotes.push(quote);
    this.readQuoteMark();
    return quote;
  }

  openFootnote(depth: number, { id, end }: FootnoteMark): void {
    const { line, footnotes } = this;
    const { around } = this.makeRoom(depth);
    const footnote: FootnoteBlock = { start: line.next, end: line.end, id };
    this.push(new Container("footnote", CODE_INDENT, around, footnote));
    footnotes.push(footnote);
    line.moveTo(end, line.nextColumn + end - line.next);
    line.skipBlanks();
  }

  /** Opens an item in the list before it when that has the same delimiter, else in a new one; whether it is new. */
  openItem(depth: number, mark: ItemMark): boolean {
    const { line, items } = this;
    const closed = itemOf(this.open[depth]);
    this.closeFrom(depth);
    const parent = this.innermost;
    const isNew = parent.listMark !== mark.delimiter;
    if (isNew) this.startList(parent, mark);
    else if (closed !== null) closed.blankAfter = depth >= this.blankDepth;
    const lineStart = this.markerRead ? line.next : this.quoteEnd;
    const width = line.indent + mark.end - line.next + mark.padding;
    const start = line.next;
    line.moveTo(mark.end, line.nextColumn + mark.end - line.next);
    line.skipColumns(mark.padding);
    const contentColumn = line.column - this.quoteColumn;
    const { item: outer, quote } = parent.around;
    const item: ItemBlock = {
      marker: { start, end: mark.end },
      ordered: mark.ordered,
      task: mark.task,
      parent: outer,
      quote,
      list: parent.list,
      depth: outer === null ? 0 : outer.depth + 1,
      lineStart,
      contentColumn,
      padding: mark.padding,
      minColumn: Infinity,
      end: line.end,
      ownEnd: null,
      blankAfter: false,
      filled: false,
      paragraph: null,
    };
    this.push(new Container("item", width, { item, quote }, item));
    items.push(item);
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
    const item = itemOf(parent);
    if (item === null) return;
    item.filled = true;
    if (!this.markerRead) item.ownEnd ??= item.end;
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
      const block = this.open[index]?.block;
      if (block) block.end = end;
    }
    return depth > 0;
  }
}

/** The list item that a container is. */
function itemOf(container: Container | undefined): ItemBlock | null {
  return container?.kind === "item" ? container.around.item : null;
}
