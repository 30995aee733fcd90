import type { BlockTree, FootnoteBlock, ItemBlock, LeafBlock, QuoteBlock, RootBlock } from "./block-tree";
import { isBlockIdLine } from "./block-ids";
import { readCallout } from "./callout";
import { Char, isDigit, isSpaceOrTab, skipRun, skipSpaces, trimEnd } from "./characters";
import { readDefinition } from "./definition";
import { closesFence, closesMath, openFence, opensMath, type Fence } from "./fence";
import { closesHtmlBlock, openHtmlBlock, type HtmlEnd } from "./html-block";
import { isThematicBreak, listMarkerEnd, startsAtOne, taskBoxEnd } from "./list-marker";
import type { SectionType } from "./note";
import { countCells, delimiterColumns, hasPipe, mayBeDelimiterRow } from "./table";

/**
 * Containers nested deeper than this are taken for text. Nobody writes them, and without a limit a
 * line of `> > > …` followed by blank lines would cost the square of its length.
 */
const MAX_DEPTH = 100;

const CODE_INDENT = 4;

/** An open container: the whole text, a quote, a list item or a footnote definition. */
interface Container {
  readonly kind: "root" | "quote" | "item" | "footnote";
  /** Its index among the blocks of its kind. */
  readonly index: number;
  /** Columns of indentation that keep a line in the item or footnote. */
  readonly width: number;
  /** The innermost item and quote that hold what stands in it. */
  readonly item: number;
  readonly quote: number;
  /** Delimiter and number of the list that a next item would continue; 0 when none is open. */
  listMark: number;
  list: number;
}

/** The open leaf. Its lines are pairs of offsets: start and end of each line's content. */
interface OpenLeaf {
  readonly type: "paragraph" | "fenced" | "indented" | "html" | "comment" | "math" | "table";
  readonly start: number;
  readonly lines: number[];
  readonly item: number;
  readonly quote: number;
  /** Offset of the line that it starts on. */
  readonly lineStart: number;
  /** End of its last line. */
  end: number;
  /** What it stands directly in. */
  readonly container: Container;
  fence: Fence | null;
  htmlEnd: HtmlEnd | null;
  /** A closing fence has ended it. */
  closed: boolean;
  /** The first line is a callout's title and a block of its own. */
  callout: boolean;
  /** Its last line is indented as code would be, which no table's header may be. */
  deep: boolean;
}

/** Finds containers and leaf blocks, one pass over the lines of `text` from `from` on. */
export function scanBlocks(text: string, from: number): BlockTree {
  return new BlockScanner(text).scan(from);
}

class BlockScanner {
  private readonly leaves: LeafBlock[] = [];
  private readonly items: ItemBlock[] = [];
  private readonly quotes: QuoteBlock[] = [];
  private readonly footnotes: FootnoteBlock[] = [];
  private readonly roots: RootBlock[] = [];

  private readonly root: Container = { kind: "root", index: -1, width: 0, item: -1, quote: -1, listMark: 0, list: 0 };
  /** The open containers, outermost first. */
  private readonly open: Container[] = [this.root];
  private leaf: OpenLeaf | null = null;
  private lists = 0;

  // The line in hand: its bounds without the line end, and how far its container marks are read.
  private lineStart = 0;
  private lineEnd = 0;
  private at = 0;
  private column = 0;
  /** `at` is a tab of which some columns are read. */
  private inTab = false;
  /** The first character after blanks, its column, and its distance in columns from `at`. */
  private next = 0;
  private nextColumn = 0;
  private indent = 0;
  private blank = false;
  /** Where the line goes on after the marks of all quotes read so far. */
  private quoteStart = 0;
  private quoteColumn = 0;
  /** How many containers, the whole text included, have a mark on this line or hold one that has. */
  private marked = 0;
  /** The marker of a list item has been read on this line. */
  private markerRead = false;
  /** A leaf has taken the rest of the line. */
  private lineTaken = false;
  /** The containers from this depth on saw nothing on the last line. */
  private blankDepth = Infinity;

  constructor(private readonly text: string) {}

  scan(from: number): BlockTree {
    const { text } = this;
    let start = from;
    while (start < text.length) {
      const feed = text.indexOf("\n", start);
      const next = feed < 0 ? text.length : feed + 1;
      let end = feed < 0 ? next : feed;
      if (feed > start && text.charCodeAt(feed - 1) === Char.carriageReturn) end--;
      this.lineStart = start;
      this.lineEnd = end;
      this.readLine();
      start = next;
    }
    this.closeLeaf();
    return { leaves: this.leaves, items: this.items, quotes: this.quotes, footnotes: this.footnotes, roots: this.roots };
  }

  private readLine(): void {
    this.at = this.quoteStart = this.lineStart;
    this.column = this.quoteColumn = 0;
    this.marked = 0;
    this.inTab = false;
    this.markerRead = this.lineTaken = false;
    this.findNext();

    let matched = 1;
    while (matched < this.open.length && this.continueContainer(matched)) {
      if (this.open[matched]?.kind === "quote") this.marked = matched + 1;
      matched++;
    }

    const allMatched = matched === this.open.length;
    const leaf = this.leaf;
    if (allMatched && leaf !== null && leaf.type !== "paragraph" && this.continueLeaf(leaf)) {
      this.endLine();
      return;
    }
    this.openBlocks(matched);
    this.endLine();
  }

  /**
   * Moves the end of everything that the line belongs to: all open containers, or when nothing
   * follows the marks on it, those up to the last mark.
   */
  private endLine(): void {
    const depth = this.blank ? this.marked : this.open.length;
    this.blankDepth = this.blank ? depth : Infinity;
    if (depth === 0) return;
    const end = this.lineEnd;
    for (let index = 1; index < depth; index++) {
      const container = this.open[index];
      if (container === undefined) break;
      if (container.kind === "quote") this.extend(this.quotes[container.index], end);
      else if (container.kind === "footnote") this.extend(this.footnotes[container.index], end);
      else this.extend(this.items[container.index], end);
    }
    this.extend(this.roots[this.roots.length - 1], end);
  }

  private extend(block: { end: number } | undefined, end: number): void {
    if (block !== undefined) block.end = end;
  }

  /** Finds the first character after blanks from where the line is read to. */
  private findNext(): void {
    const { text, lineEnd } = this;
    let next = this.at;
    let column = this.column;
    while (next < lineEnd) {
      const code = text.charCodeAt(next);
      if (code === Char.space) column++;
      else if (code === Char.tab) column += 4 - (column & 3);
      else break;
      next++;
    }
    this.next = next;
    this.nextColumn = column;
    this.indent = column - this.column;
    this.blank = next >= lineEnd;
  }

  /** Reads blanks up to a number of columns; a tab may be read in part. */
  private skipColumns(count: number): void {
    const target = this.column + count;
    this.inTab = false;
    while (this.at < this.lineEnd && this.column < target) {
      const code = this.text.charCodeAt(this.at);
      if (code === Char.tab) {
        const stop = this.column + 4 - (this.column & 3);
        if (stop > target) {
          this.column = target;
          this.inTab = true;
          break;
        }
        this.column = stop;
      } else if (code === Char.space) {
        this.column++;
      } else {
        break;
      }
      this.at++;
    }
    this.indent = this.nextColumn - this.column;
  }

  /** Reads everything up to the first character after blanks. */
  private skipToNext(): void {
    this.at = this.next;
    this.column = this.nextColumn;
    this.indent = 0;
  }

  private continueContainer(index: number): boolean {
    const container = this.open[index];
    if (container === undefined) return false;
    if (container.kind === "quote") return this.readQuoteMark();
    if (container.kind === "item") {
      const item = this.items[container.index];
      if (item === undefined) return false;
      if (this.blank) return item.filled;
      if (this.indent < container.width) return false;
      item.minColumn = Math.min(item.minColumn, this.nextColumn - this.quoteColumn);
    } else if (this.blank) {
      return true;
    }
    if (this.indent < container.width) return false;
    this.skipColumns(container.width);
    return true;
  }

  /** Reads `>` and one blank after it. */
  private readQuoteMark(): boolean {
    if (this.indent >= CODE_INDENT || this.blank || this.text.charCodeAt(this.next) !== Char.greaterThan) return false;
    this.at = this.next + 1;
    this.column = this.nextColumn + 1;
    this.inTab = false;
    if (this.at < this.lineEnd && isSpaceOrTab(this.text.charCodeAt(this.at))) {
      this.nextColumn = this.column + 1;
      this.skipColumns(1);
    }
    this.quoteStart = this.at;
    this.quoteColumn = this.column;
    this.findNext();
    return true;
  }

  /** Gives the line to an open leaf that is no paragraph; false when the leaf has ended before it. */
  private continueLeaf(leaf: OpenLeaf): boolean {
    const { text, at, lineEnd } = this;
    switch (leaf.type) {
      case "fenced":
        if (this.indent < CODE_INDENT && leaf.fence !== null && closesFence(text, this.next, lineEnd, leaf.fence)) {
          leaf.end = lineEnd;
          leaf.closed = true;
          this.lineTaken = true;
          this.closeLeaf();
        } else {
          this.addLine(leaf, this.at);
        }
        return true;
      case "indented":
        if (this.blank) return true;
        if (this.indent < CODE_INDENT) return false;
        this.addLine(leaf, this.at);
        return true;
      case "html":
        if (leaf.htmlEnd === "blank" && this.blank) return false;
        this.addLine(leaf, this.at);
        if (leaf.htmlEnd !== null && closesHtmlBlock(text, at, lineEnd, leaf.htmlEnd)) this.closeLeaf();
        return true;
      case "comment":
        this.addLine(leaf, this.at);
        if (commentMark(text, at, lineEnd) >= 0) this.closeLeaf();
        return true;
      case "math":
        this.addLine(leaf, this.at);
        if (closesMath(text, at, lineEnd)) this.closeLeaf();
        return true;
      case "table":
        return false;
      case "paragraph":
        return false;
    }
  }

  private addLine(leaf: OpenLeaf, start: number): void {
    this.at = this.lineEnd;
    this.lineTaken = true;
    leaf.lines.push(start, trimEnd(this.text, start, this.lineEnd));
    leaf.end = this.lineEnd;
  }

  /** Opens the blocks that start on the line after `matched` containers; what is left is text. */
  private openBlocks(matched: number): void {
    const { text } = this;
    for (;;) {
      const paragraph = this.leaf?.type === "paragraph";
      const inParagraph = paragraph && matched === this.open.length;
      if (this.blank) break;
      if (this.indent >= CODE_INDENT) {
        if (paragraph) break;
        this.startLeaf("indented", matched);
        return;
      }
      const code = text.charCodeAt(this.next);
      if (!mayOpenBlock(code)) break;
      if (this.openLeafBlock(code, matched, inParagraph)) return;
      if (!this.openContainer(code, matched, inParagraph)) break;
      if (this.lineTaken) return;
      matched = this.open.length;
    }
    this.addText(matched);
  }

  /** Opens the block without block children that starts here, if one does. */
  private openLeafBlock(code: number, matched: number, inParagraph: boolean): boolean {
    const { text, next, lineEnd } = this;
    switch (code) {
      case Char.hash: {
        const level = skipRun(text, next, Math.min(lineEnd, next + 7), Char.hash) - next;
        const after = next + level;
        if (level > 6 || (after < lineEnd && !isSpaceOrTab(text.charCodeAt(after)))) return false;
        this.prepare(matched, "heading");
        this.pushAtxHeading(level, after);
        return true;
      }
      case Char.backtick:
      case Char.tilde: {
        const fence = openFence(text, next, lineEnd);
        if (fence === null) return false;
        const leaf = this.startLeaf("fenced", matched);
        leaf.fence = fence;
        return true;
      }
      case Char.lessThan: {
        const end = openHtmlBlock(text, next, lineEnd, this.leaf?.type === "paragraph");
        if (end === null) return false;
        const leaf = this.startLeaf("html", matched);
        leaf.htmlEnd = end;
        if (closesHtmlBlock(text, next, lineEnd, end)) this.closeLeaf();
        return true;
      }
      case Char.dollar:
        if (!opensMath(text, next, lineEnd)) return false;
        this.startLeaf("math", matched);
        return true;
      case Char.percent: {
        if (text.charCodeAt(next + 1) !== Char.percent || next + 1 >= lineEnd) return false;
        const close = commentMark(text, next + 2, lineEnd);
        if (close >= 0 && skipSpaces(text, close + 2, lineEnd) < lineEnd) return false;
        this.startLeaf("comment", matched);
        if (close >= 0) this.closeLeaf();
        return true;
      }
      case Char.equals:
      case Char.hyphen:
        if (inParagraph && this.endSetextHeading(code)) return true;
        if (code === Char.hyphen && this.startThematicBreak(matched)) return true;
        return listMarkerEnd(text, next, lineEnd) < 0 && this.startTable(matched);
      case Char.asterisk:
      case Char.underscore:
        return this.startThematicBreak(matched);
      case Char.pipe:
      case Char.colon:
        return this.startTable(matched);
      default:
        return false;
    }
  }

  /** Opens the quote, list item or footnote definition that starts here, if one does. */
  private openContainer(code: number, matched: number, inParagraph: boolean): boolean {
    if (matched >= MAX_DEPTH) return false;
    const { text, next, lineEnd } = this;
    if (code === Char.greaterThan) {
      this.prepare(matched, "blockquote");
      const parent = this.innermost();
      this.quotes.push({ start: next, end: lineEnd, callout: null, parent: parent.quote });
      this.push({ kind: "quote", width: 0, item: parent.item, quote: this.quotes.length - 1, index: this.quotes.length - 1 });
      this.readQuoteMark();
      this.readCalloutTitle();
      return true;
    }
    if (code === Char.openBracket) {
      const colon = footnoteColon(text, next, lineEnd);
      if (colon < 0) return false;
      this.prepare(matched, "footnoteDefinition");
      const parent = this.innermost();
      this.footnotes.push({ start: next, end: lineEnd, id: text.slice(next + 2, colon - 1) });
      this.push({ kind: "footnote", width: CODE_INDENT, item: parent.item, quote: parent.quote, index: this.footnotes.length - 1 });
      this.column = this.nextColumn + colon + 1 - next;
      this.at = colon + 1;
      this.findNext();
      this.skipToNext();
      return true;
    }
    return this.openItem(matched, inParagraph);
  }

  private openItem(matched: number, inParagraph: boolean): boolean {
    const { text, next, lineEnd } = this;
    const markerEnd = listMarkerEnd(text, next, lineEnd);
    if (markerEnd < 0) return false;
    const ordered = isDigit(text.charCodeAt(next));
    if (inParagraph) {
      if (skipSpaces(text, markerEnd, lineEnd) >= lineEnd) return false;
      if (ordered && !startsAtOne(text, next, markerEnd)) return false;
    }
    const mark = text.charCodeAt(markerEnd - 1);
    const markerColumn = this.nextColumn;
    const markerIndent = this.indent;
    this.prepare(matched, mark);
    const parent = this.innermost();
    const lineStart = this.markerRead ? next : this.quoteStart;
    const onParentLine = this.markerRead;

    this.at = markerEnd;
    this.column = markerColumn + markerEnd - next;
    this.findNext();
    // Five or more blanks make indented code that starts one blank after the marker.
    const padding = this.blank ? 1 : this.indent > CODE_INDENT ? 1 : this.indent;
    this.skipColumns(padding);
    const width = markerIndent + markerEnd - next + padding;
    const contentColumn = this.column - this.quoteColumn;

    const taskEnd = taskBoxEnd(text, this.at, lineEnd);
    const taskStart = taskEnd < 0 ? -1 : this.at + 1;
    const above = this.items[parent.item];
    const index = this.items.length;
    this.items.push({
      markerStart: next, markerEnd, ordered, taskStart, taskEnd,
      parent: parent.item, quote: parent.quote, list: parent.list, depth: above === undefined ? 0 : above.depth + 1,
      onParentLine, lineStart, contentColumn, padding,
      minColumn: Number.MAX_SAFE_INTEGER, end: lineEnd, ownEnd: -1, blankAfter: false, firstParagraph: -1, filled: !this.blank,
    });
    this.push({ kind: "item", width, item: index, quote: parent.quote, index });
    this.markerRead = true;
    if (taskEnd >= 0) {
      this.column += taskEnd + 1 - this.at;
      this.at = taskEnd + 1;
      this.findNext();
      this.skipToNext();
    }
    return true;
  }

  private push(container: Omit<Container, "listMark" | "list">): void {
    this.open.push({ ...container, listMark: 0, list: 0 });
    this.marked = this.open.length;
  }

  private innermost(): Container {
    return this.open[this.open.length - 1] ?? this.root;
  }

  /**
   * Makes room for a block in the innermost of `matched` containers: closes the leaf and the
   * containers that the line does not continue. A list goes on when its next item has the same
   * delimiter; anything else ends it.
   */
  private prepare(matched: number, block: SectionType | number): void {
    this.closeLeaf();
    const closed = this.open[matched];
    this.open.length = matched;
    const parent = this.innermost();
    const item = this.items[parent.index];
    if (parent.kind === "item" && item !== undefined) item.filled = true;
    if (typeof block === "number") {
      if (parent.listMark === block) {
        const before = closed?.kind === "item" ? this.items[closed.index] : undefined;
        if (before !== undefined) before.blankAfter = matched >= this.blankDepth;
        return;
      }
      parent.listMark = block;
      parent.list = this.lists++;
      if (parent.kind === "item" && item !== undefined && item.ownEnd < 0 && !this.markerRead) item.ownEnd = item.end;
    } else {
      parent.listMark = 0;
    }
    if (parent.kind === "root") {
      this.roots.push({ type: typeof block === "number" ? "list" : block, start: this.lineStart, end: this.lineEnd });
    }
  }

  /** Adds the rest of the line to a paragraph or table, lazily too, or starts a paragraph with it. */
  private addText(matched: number): void {
    const leaf = this.leaf;
    if (this.blank) {
      this.closeUnmatched(matched);
      if (leaf !== null && leaf.type !== "indented") this.closeLeaf();
      this.skipToNext();
      return;
    }
    const isLazy = matched < this.open.length;
    if (leaf?.type === "paragraph" && !(isLazy && isBlockIdLine(this.text, this.next, this.lineEnd))) {
      if (isLazy) this.noteLazyLine(matched);
      this.addLine(leaf, this.next);
      leaf.deep = this.indent >= CODE_INDENT;
      return;
    }
    if (leaf?.type === "table" && matched === this.open.length && hasPipe(this.text, this.next, this.lineEnd)) {
      this.addLine(leaf, this.next);
      return;
    }
    this.startLeaf("paragraph", matched);
  }

  private closeUnmatched(matched: number): void {
    if (matched < this.open.length) {
      this.closeLeaf();
      this.open.length = matched;
    }
  }

  private noteLazyLine(matched: number): void {
    for (let index = matched; index < this.open.length; index++) {
      const container = this.open[index];
      const item = container?.kind === "item" ? this.items[container.index] : undefined;
      if (item !== undefined) item.minColumn = Math.min(item.minColumn, this.nextColumn - this.quoteColumn);
    }
  }

  private startLeaf(type: OpenLeaf["type"], matched: number): OpenLeaf {
    this.prepare(matched, sectionType(type));
    const container = this.innermost();
    // Their indentation is content.
    const start = type === "indented" || type === "html" ? (this.inTab ? this.at + 1 : this.at) : this.next;
    const leaf: OpenLeaf = {
      type, start, lines: [], item: container.item, quote: container.quote, lineStart: this.lineStart,
      end: this.lineEnd, container, fence: null, htmlEnd: null, closed: false, callout: false, deep: false,
    };
    this.addLine(leaf, start);
    this.leaf = leaf;
    return leaf;
  }

  private startThematicBreak(matched: number): boolean {
    const { next, lineEnd, text } = this;
    if (!isThematicBreak(text, next, lineEnd)) return false;
    this.prepare(matched, "thematicBreak");
    const { item, quote } = this.innermost();
    this.leaves.push({ type: "thematicBreak", start: next, end: trimEnd(text, next, lineEnd), item, quote });
    this.at = lineEnd;
    return true;
  }

  private pushAtxHeading(level: number, after: number): void {
    const { text, next, lineEnd } = this;
    const start = skipSpaces(text, after, lineEnd);
    const lineContentEnd = trimEnd(text, start, lineEnd);
    let end = lineContentEnd;
    while (end > start && text.charCodeAt(end - 1) === Char.hash) end--;
    // Closing marks count only after a blank.
    if (end > start && !isSpaceOrTab(text.charCodeAt(end - 1))) end = lineContentEnd;
    end = trimEnd(text, start, end);
    const { item, quote } = this.innermost();
    this.leaves.push({ type: "heading", level, start: next, end: Math.max(lineContentEnd, after), item, quote, lines: [start, end] });
    this.at = lineEnd;
  }

  /** Makes a heading of the open paragraph when the line is its underline. */
  private endSetextHeading(mark: number): boolean {
    const { text, lineEnd } = this;
    const end = trimEnd(text, this.next, lineEnd);
    if (skipRun(text, this.next, end, mark) < end) return false;
    const leaf = this.leaf;
    if (leaf === null) return false;
    this.takeDefinitions(leaf);
    const start = leaf.lines[0];
    if (start === undefined) return false;
    this.leaf = null;
    const { item, quote, lines } = leaf;
    this.leaves.push({ type: "heading", level: mark === Char.equals ? 1 : 2, start, end, item, quote, lines });
    if (leaf.container.kind === "root") this.retypeRoot("heading");
    this.at = lineEnd;
    return true;
  }

  private retypeRoot(type: SectionType): void {
    const root = this.roots[this.roots.length - 1];
    if (root !== undefined) root.type = type;
  }

  /** Makes a table of the paragraph's last line when the line in hand is a delimiter row for it. */
  private startTable(matched: number): boolean {
    const { text, next, lineEnd } = this;
    const paragraph = this.leaf;
    if (paragraph?.type !== "paragraph" || paragraph.deep || matched < this.open.length || !mayBeDelimiterRow(text, next)) return false;
    const { lines } = paragraph;
    const headerEnd = lines[lines.length - 1];
    const headerStart = lines[lines.length - 2];
    if (headerStart === undefined || headerEnd === undefined) return false;
    const columns = delimiterColumns(text, next, lineEnd);
    if (columns === 0 || !hasPipe(text, headerStart, headerEnd) || countCells(text, headerStart, headerEnd) !== columns) return false;
    lines.length -= 2;
    const header = { lineStart: paragraph.lineStart };
    if (lines.length > 0) {
      const before = lines[lines.length - 1] ?? paragraph.start;
      const headerLine = text.lastIndexOf("\n", headerStart) + 1;
      header.lineStart = headerLine;
      paragraph.end = before;
      const root = this.roots[this.roots.length - 1];
      if (paragraph.container.kind === "root" && root !== undefined) root.end = lineEndBefore(text, headerLine);
      this.closeLeaf();
      if (paragraph.container.kind === "root") this.roots.push({ type: "table", start: headerLine, end: lineEnd });
    } else {
      this.leaf = null;
      if (paragraph.container.kind === "root") this.retypeRoot("table");
    }
    this.leaf = { ...paragraph, ...header, type: "table", start: headerStart, lines: [headerStart, headerEnd], end: lineEnd, callout: false };
    this.at = lineEnd;
    return true;
  }

  /** Notes the callout that a quote's first line makes; its title is a block of its own. */
  private readCalloutTitle(): void {
    const { text, next, lineEnd } = this;
    const callout = readCallout(text, next, lineEnd);
    if (callout === null) return;
    const quote = this.quotes[this.quotes.length - 1];
    if (quote === undefined) return;
    quote.callout = callout;
    if (this.open.length === 2) this.retypeRoot("callout");
    const leaf = this.startLeaf("paragraph", this.open.length);
    leaf.callout = true;
    leaf.lines[0] = callout.title.start;
  }

  private closeLeaf(): void {
    const leaf = this.leaf;
    if (leaf === null) return;
    this.leaf = null;
    const { start, item, quote, lines } = leaf;
    const end = leaf.closed ? trimEnd(this.text, start, leaf.end) : lastVisible(lines, start);
    switch (leaf.type) {
      case "paragraph":
        this.closeParagraph(leaf);
        break;
      case "fenced": {
        const contentStart = Math.min(nextLineStart(this.text, start), leaf.end);
        const contentEnd = leaf.closed ? lineEndBefore(this.text, this.lineStart) : leaf.end;
        this.leaves.push({
          type: "code", fenced: true, start, end, item, quote, language: leaf.fence?.language ?? "",
          contentStart, contentEnd: Math.max(contentStart, contentEnd),
        });
        break;
      }
      case "indented":
        this.leaves.push({ type: "code", fenced: false, start, end, item, quote, language: "", contentStart: start, contentEnd: end });
        break;
      case "html":
        this.leaves.push({ type: "html", start, end, item, quote });
        break;
      case "math":
        this.leaves.push({ type: "math", start, end, item, quote });
        break;
      case "comment": {
        const lastLine = lines[lines.length - 2] ?? start;
        const close = commentMark(this.text, lines.length > 2 ? lastLine : start + 2, end);
        this.leaves.push({
          type: "comment", start, end: close < 0 ? end : close + 2, item, quote, lines,
          contentStart: start + 2, contentEnd: close < 0 ? end : close,
        });
        break;
      }
      case "table":
        this.leaves.push({ type: "table", start, end: trimEnd(this.text, start, leaf.end), item, quote, lines });
        break;
    }
  }

  private closeParagraph(leaf: OpenLeaf): void {
    const { item, quote, lines } = leaf;
    if (leaf.callout) {
      const [titleStart, titleEnd] = lines;
      if (titleStart !== undefined && titleEnd !== undefined && titleStart < titleEnd) {
        this.leaves.push({ type: "paragraph", start: titleStart, end: titleEnd, item, quote, lines: [titleStart, titleEnd] });
      }
      lines.splice(0, 2);
    } else {
      this.takeDefinitions(leaf);
    }
    const start = lines[0];
    if (start === undefined) return;
    const owner = leaf.container.kind === "item" ? this.items[leaf.container.index] : undefined;
    if (owner !== undefined && owner.firstParagraph < 0 && isFirstChild(owner, start, this.leaves)) owner.firstParagraph = this.leaves.length;
    this.leaves.push({ type: "paragraph", start, end: lastEnd(lines), item, quote, lines });
  }

  /** Moves the link reference definitions at a paragraph's start out of it. */
  private takeDefinitions(leaf: OpenLeaf): void {
    const { text } = this;
    const { lines, item, quote } = leaf;
    const isRoot = leaf.container.kind === "root";
    while (lines.length > 0) {
      const start = lines[0] ?? 0;
      const definition = text.charCodeAt(start) === Char.openBracket ? readDefinition(text, start, lastEnd(lines)) : null;
      if (definition === null) return;
      const { id, target, end, next } = definition;
      this.leaves.push({ type: "definition", start, end, item, quote, id, target });
      while (lines.length > 0 && (lines[0] ?? 0) < next && (lines[1] ?? 0) <= next) lines.splice(0, 2);
      const root = this.roots[this.roots.length - 1];
      if (isRoot && root !== undefined) {
        root.type = "definition";
        const rest = lines[0];
        if (rest !== undefined) {
          const lastLine = root.end;
          root.end = end;
          this.roots.push({ type: "paragraph", start: text.lastIndexOf("\n", rest) + 1, end: lastLine });
        }
      }
    }
  }
}

function isFirstChild(item: ItemBlock, start: number, leaves: readonly LeafBlock[]): boolean {
  const last = leaves[leaves.length - 1];
  return last === undefined || last.start < item.markerStart || start < last.start;
}

/** Characters that a block other than a paragraph can start with; a digit may start an item. */
function mayOpenBlock(code: number): boolean {
  if (code > Char.tilde) return false;
  switch (code) {
    case Char.hash: case Char.backtick: case Char.tilde: case Char.lessThan: case Char.dollar: case Char.percent:
    case Char.equals: case Char.hyphen: case Char.asterisk: case Char.underscore: case Char.pipe: case Char.colon:
    case Char.greaterThan: case Char.openBracket: case Char.plus:
      return true;
    default:
      return isDigit(code);
  }
}

function sectionType(type: OpenLeaf["type"]): SectionType {
  return type === "fenced" || type === "indented" ? "code" : type;
}

function lastEnd(lines: readonly number[]): number {
  return lines[lines.length - 1] ?? 0;
}

/** The end of the last line that is not blank. */
function lastVisible(lines: readonly number[], start: number): number {
  for (let index = lines.length - 1; index > 0; index -= 2) {
    const end = lines[index] ?? start;
    if ((lines[index - 1] ?? start) < end) return end;
  }
  return start;
}

/** The offset of the first `%%` in `[from, to)`, or -1. */
function commentMark(text: string, from: number, to: number): number {
  for (let at = from; at + 1 < to; at++) {
    if (text.charCodeAt(at) === Char.percent && text.charCodeAt(at + 1) === Char.percent) return at;
  }
  return -1;
}

/** The offset of the colon after a footnote's label at `from`, or -1. */
function footnoteColon(text: string, from: number, lineEnd: number): number {
  if (text.charCodeAt(from + 1) !== Char.caret) return -1;
  for (let at = from + 2; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.closeBracket) return at > from + 2 && at + 1 < lineEnd && text.charCodeAt(at + 1) === Char.colon ? at + 1 : -1;
    if (isSpaceOrTab(code) || code === Char.openBracket) return -1;
  }
  return -1;
}

function nextLineStart(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed + 1;
}

/** The end of the line before the one that starts at `lineStart`, its line end left out. */
function lineEndBefore(text: string, lineStart: number): number {
  const feed = lineStart - 1;
  return feed > 0 && text.charCodeAt(feed - 1) === Char.carriageReturn ? feed - 1 : Math.max(feed, 0);
}
