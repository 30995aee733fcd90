import { contains, enclosing, indexFrom, isWhitespace, positionAt, within } from "../../base";
import type { Footnote, Leaf, Note } from "../../note";
import type { Span } from "../../base";

/** What each line of a stretch of text starts with in its own note, because it stands in quotes or list items there. */
export interface Margin {
  readonly quotes: number;
  /** Columns up to the first character of the stretch, tabs counted to the next multiple of 4. */
  readonly column: number;
}

/** The line that `offset` stands in, without its break. */
export function lineAt(note: Note, offset: number): Span {
  const { line } = positionAt(note, offset);
  const { text, lineStarts } = note;
  let end = lineStarts[line] ?? text.length;
  while (end > offset && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start: lineStarts[line - 1] ?? 0, end };
}

/** The footnote definition around an offset; a footnote written in the line, `^[so]`, is none. */
export function footnoteAt(note: Note, offset: number): Footnote | null {
  const footnote = enclosing(note.footnotes, offset);
  return footnote && footnote.id !== "" ? footnote : null;
}

/** The footnote definitions in a span. */
export function footnotesWithin(note: Note, span: Span): readonly Footnote[] {
  return within(note.footnotes, span).filter(({ id }) => id !== "");
}

/** Columns from the start of the line to `offset`, tabs counted to the next multiple of 4. */
export function columnAt(note: Note, offset: number): number {
  let column = 0;
  for (let at = lineAt(note, offset).start; at < offset; at++) column += note.text[at] === "\t" ? 4 - (column % 4) : 1;
  return column;
}

/** The margin of a block; sections and whole notes have none. */
export function marginOf(note: Note, span: Span): Margin {
  let quotes = 0;
  const leaf = note.leaves[indexFrom(note.leaves, span.start)];
  for (let quote = leaf?.quote ?? null; quote; quote = quote.parent) if (quote.span.start < span.start) quotes++;
  return { quotes, column: columnAt(note, span.start) };
}

/** What stands before a line's own text. */
export interface LineLead {
  /** Where the text starts. */
  readonly end: number;
  /**
   * Indentation and quote marks, bullets too where a block starts: without the margin, and in spaces, since tabs change
   * when they move.
   */
  readonly text: string;
}

/** Reads the lead of the line that starts at `start`, in a stretch with a margin. */
export function lineLead(note: Note, start: number, margin: Margin): LineLead {
  const next = note.leaves[indexFrom(note.leaves, start)];
  const opening = next && next.span.start <= lineAt(note, start).end ? next : null;
  const leaf = opening ?? enclosing(note.leaves, start);
  const cursor = new Cursor(note.text, start);
  cursor.skipQuotes(margin.quotes);
  cursor.skipBlanks(margin.column, opening?.span.start);
  cursor.passed = " ".repeat(Math.max(0, cursor.column - margin.column));
  if (opening) cursor.skipTo(opening.span.start);
  else {
    cursor.skipQuotes(leaf ? quotesAround(leaf) - margin.quotes : Infinity);
    cursor.skipBlanks(leaf && isLiteral(note, leaf) ? columnAt(note, leaf.span.start) : Infinity);
  }
  return { end: cursor.at, text: cursor.passed };
}

/** Where the text after a leaf starts, in the containers of the leaf; null when they end first. */
export function nextInk(note: Note, leaf: Leaf): { readonly offset: number; readonly column: number } | null {
  const { text, lineStarts } = note;
  const quotes = quotesAround(leaf);
  for (let line = positionAt(note, leaf.span.end).line; line < lineStarts.length; line++) {
    const cursor = new Cursor(text, lineStarts[line] ?? text.length);
    if (!cursor.skipQuotes(quotes)) return null;
    cursor.skipBlanks();
    if (!"\r\n".includes(text.charAt(cursor.at))) return { offset: cursor.at, column: cursor.column };
  }
  return null;
}

/** Reads along a line and counts columns. */
class Cursor {
  readonly #text: string;
  at: number;
  column = 0;
  /** What it went over, with tabs as spaces. */
  passed = "";

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  skipTo(offset: number): void {
    while (this.at < offset) this.#step();
  }

  /** Goes over blanks up to a column and an offset. */
  skipBlanks(column = Infinity, offset = Infinity): void {
    while (this.column < column && this.at < offset && this.#isBlank()) this.#step();
  }

  /** Goes over so many quote marks, or as many as there are; whether all were there. */
  skipQuotes(quotes: number): boolean {
    for (let quote = 0; quote < quotes; quote++) {
      const { at, column, passed } = this;
      this.skipBlanks();
      if (this.#text[this.at] !== ">") {
        Object.assign(this, { at, column, passed });
        return false;
      }
      this.#step();
      if (this.#text[this.at] === " ") this.#step();
    }
    return true;
  }

  #isBlank(): boolean {
    return this.#text[this.at] === " " || this.#text[this.at] === "\t";
  }

  #step(): void {
    const unit = this.#text.charAt(this.at++);
    const width = unit === "\t" ? 4 - (this.column % 4) : 1;
    this.passed += unit === "\t" ? " ".repeat(width) : unit;
    this.column += width;
  }
}

function quotesAround(leaf: Leaf): number {
  let quotes = 0;
  for (let { quote } = leaf; quote; quote = quote.parent) quotes++;
  return quotes;
}

/** Whether tabs at the start of a line are kept; what is code by its indentation would be none where they move. */
function isLiteral({ text }: Note, { type, span: { start } }: Leaf): boolean {
  return type === "code"
    ? !isWhitespace(text.charCodeAt(start))
    : type === "math" || type === "html" || type === "comment";
}

/** What continues the containers of a leaf that lie within `span`: `> ` for a quote, spaces for a list item. */
export function containerPrefix(note: Note, leaf: Leaf, span: Span, margin: Margin): string {
  const containers: { readonly start: number; readonly quote: boolean; readonly column: number }[] = [];
  for (let { item } = leaf; item && contains(span, item.fullSpan); item = item.parent)
    containers.push({ start: item.marker.start, quote: false, column: contentColumn(note, item.marker.end) });
  for (let { quote } = leaf; quote && contains(span, quote.span); quote = quote.parent) {
    const start = note.text.indexOf(">", quote.span.start);
    containers.push({ start, quote: true, column: columnAt(note, start) });
  }
  containers.sort((a, b) => a.start - b.start);
  let prefix = "";
  for (const { quote, column } of containers) {
    prefix += " ".repeat(Math.max(0, column - margin.column - prefix.length));
    if (quote) prefix += "> ";
  }
  return footnoteAt(note, leaf.span.start) ? `    ${prefix}` : prefix;
}

/** The column at which the content of a list item starts, by the end of its marker. */
function contentColumn(note: Note, markerEnd: number): number {
  const { text } = note;
  const column = columnAt(note, markerEnd);
  let at = markerEnd;
  while (text[at] === " ") at++;
  const gap = at - markerEnd;
  const blank = at === text.length || text[at] === "\n" || text[at] === "\r";
  return column + (blank || gap > 4 || gap === 0 ? 1 : gap);
}

/** How an embed stands in a paragraph. */
export interface Standing {
  readonly line: Span;
  /** On the first line of the paragraph. */
  readonly first: boolean;
  /** Whether words of the paragraph stand beside it on its line. */
  readonly wordsBefore: boolean;
  readonly wordsAfter: boolean;
}

export function standing(note: Note, leaf: Leaf, embed: Span): Standing {
  const line = lineAt(note, embed.start);
  const first = line.start <= leaf.span.start;
  const before = note.text.slice(first ? leaf.span.start : line.start, embed.start);
  const after = note.text.slice(embed.end, Math.min(line.end, leaf.span.end));
  return { line, first, wordsBefore: /[^\s>]/.test(before), wordsAfter: /\S/.test(after) };
}

/** Offset after the last character from `start` to `offset` that is no white space. */
export function inkBefore(text: string, start: number, offset: number): number {
  let at = offset;
  while (at > start && " \t\r\n".includes(text.charAt(at - 1))) at--;
  return at;
}
