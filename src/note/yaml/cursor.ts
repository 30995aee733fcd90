import * as Char from "../char-codes";
import { findLineStarts, isBlank, isSpaceOrTab, positionAt, skipSpaces } from "../../base";
import type { Span } from "../../base";
import { Anchors } from "./anchors";
import type { FrontmatterEntry, YamlNode, YamlProblem } from "./node";

/** Values may be nested this deep, which bounds the stack. */
const MAX_DEPTH = 100;

/**
 * A place in the YAML of a note; it only moves forwards. When something cannot be read, `fail` moves it
 * to the end, so that whatever is being read comes to its end too.
 */
export class Cursor {
  readonly problems: YamlProblem[] = [];
  readonly anchors = new Anchors();
  at: number;
  /** Where the YAML ends; a mark of the document's end brings it forward. */
  end: number;
  lineStart: number;
  /** The spaces before the content of the line that `toLine` has come to, or -1 at the end. */
  column = -1;
  failed = false;
  private depth = 0;
  private lineStarts: readonly number[] | null = null;

  constructor(
    readonly text: string,
    content: Span,
  ) {
    this.at = content.start;
    this.lineStart = content.start;
    this.end = content.end;
  }

  /** The character that follows, or -1 at the end. */
  get code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  /** Whether a blank, a line end or the end of all stands at an offset. */
  isBlankAt(offset: number): boolean {
    return offset >= this.end || isBlank(this.text.charCodeAt(offset));
  }

  isBreakAt(offset: number): boolean {
    if (offset >= this.end) return true;
    const code = this.text.charCodeAt(offset);
    return (
      code === Char.lineFeed ||
      (code === Char.carriageReturn && (offset + 1 >= this.end || this.text.charCodeAt(offset + 1) === Char.lineFeed))
    );
  }

  /** Whether `-`, `?` or `:` follows with a blank behind it, which makes it more than a character. */
  isIndicator(code: number): boolean {
    return this.code === code && this.isBlankAt(this.at + 1);
  }

  skipSpaces(): void {
    this.at = skipSpaces(this.text, this.at, this.end);
  }

  /** Whether nothing but a comment follows in the line. */
  isAtLineEnd(): boolean {
    return this.isBreakAt(this.at) || (this.code === Char.hash && isSpaceOrTab(this.text.charCodeAt(this.at - 1)));
  }

  /** From behind a value to the next line with content; nothing but a comment may follow the value. */
  endLine(): void {
    this.skipSpaces();
    if (this.isAtLineEnd()) this.toNextLine();
    else this.fail("text behind a value that has ended", this.at, this.endOfLine(this.at));
  }

  toNextLine(): void {
    this.toLine(this.endOfLine(this.at) + 1);
  }

  /** To the content of the line that starts at an offset, or of the first line behind it that has any. */
  toLine(start: number): void {
    while (start < this.end) {
      let at = start;
      while (this.text.charCodeAt(at) === Char.space) at++;
      const column = at - start;
      at = skipSpaces(this.text, at, this.end);
      if (column === 0 && this.isDocumentMark(at)) this.end = at;
      if (at >= this.end) break;
      if (this.text.charCodeAt(at) !== Char.hash && !this.isBreakAt(at)) {
        this.at = at;
        this.lineStart = start;
        this.column = column;
        return;
      }
      start = this.endOfLine(at) + 1;
    }
    this.at = this.end;
    this.column = -1;
  }

  /** Whether `---` or `...` begins at an offset, which bounds a document when it begins a line. */
  isDocumentMark(at: number): boolean {
    return (this.text.startsWith("---", at) || this.text.startsWith("...", at)) && this.isBlankAt(at + 3);
  }

  /** The offset of the line feed that ends the line, or the end. */
  endOfLine(at: number): number {
    const feed = this.text.indexOf("\n", at);
    return feed < 0 ? this.end : Math.min(feed, this.end);
  }

  /** A value within a value begins; `leave` ends it. */
  enter(): void {
    if (++this.depth > MAX_DEPTH) this.fail("values are nested too deeply", this.at, this.at + 1);
  }

  leave(): void {
    this.depth--;
  }

  /** What cannot be read makes the whole property unreadable; only its first problem is reported. */
  fail(message: string, start: number, end: number): YamlNode {
    if (!this.failed) this.report(message, start, end);
    this.failed = true;
    this.at = this.end;
    this.column = -1;
    return absent(start);
  }

  /** A problem that leaves the property readable. */
  report(message: string, start: number, end: number): void {
    const { text } = this;
    this.lineStarts ??= findLineStarts(text);
    const { line, column } = positionAt({ text, lineStarts: this.lineStarts }, start);
    this.problems.push({
      message: `${message} at line ${line}, column ${column}`,
      span: { start, end: Math.max(start, Math.min(end, this.end)) },
    });
  }
}

const none: readonly never[] = [];

/** A value that is not there; it stands where it would begin. */
export function absent(at: number): YamlNode {
  return { value: null, span: { start: at, end: at }, source: "", items: none, entries: none };
}

export function scalar(value: YamlNode["value"], start: number, end: number, source: string): YamlNode {
  return { value, span: { start, end }, source, items: none, entries: none };
}

export function list(items: readonly YamlNode[], start: number, end: number): YamlNode {
  return { value: items.map(({ value }) => value), span: { start, end }, source: "", items, entries: none };
}

export function mapping(
  entries: readonly FrontmatterEntry[],
  value: YamlNode["value"],
  start: number,
  end: number,
): YamlNode {
  return { value, span: { start, end }, source: "", items: none, entries };
}

export interface ScalarLine {
  /** Behind the line's indentation. */
  readonly at: number;
  readonly lineStart: number;
  /** What the line ends before it stand for: a line feed for each empty line, or a blank if there is none. */
  readonly folded: string;
}

/**
 * The next line of a scalar that the line end at `at` does not end: the next that is not empty, if it is indented
 * deeper than `parent`.
 */
export function nextScalarLine(cursor: Cursor, at: number, parent: number): ScalarLine | null {
  const { text, end } = cursor;
  for (let breaks = 0; at < end; breaks++) {
    const lineStart = cursor.endOfLine(at) + 1;
    at = lineStart;
    while (at < end && text.charCodeAt(at) === Char.space) at++;
    const column = at - lineStart;
    at = skipSpaces(text, at, end);
    if (at < end && !cursor.isBreakAt(at)) return column > parent ? { at, lineStart, folded: fold(breaks) } : null;
  }
  return null;
}

/** What stands between two lines of folded text with so many empty ones between them. */
export function fold(emptyLines: number): string {
  return emptyLines === 0 ? " " : "\n".repeat(emptyLines);
}
