import { Char, isBlank, isDigit, isLetter, isLetterOrDigit, isPunctuation, isWhitespace, skipRun } from "./characters";
import { footnoteLabelEnd } from "./footnote";
import { ForwardSearch } from "./forward";
import { htmlTagEnd } from "./html-tag";
import { decodePercent, readDestination, skipBlanks, titleEnd, unescape } from "./link-parts";
import type { Code, Comment, Embed, Footnote, FootnoteRef, Link, Tag } from "./note";
import type { Span } from "./span";
import { tagEnd } from "./tag";
import { displayOf, readWikilink } from "./wikilink";

/** What stands within the lines of leaf blocks, each list in document order. */
export interface InlineFacts {
  readonly links: Link[];
  readonly embeds: Embed[];
  readonly tags: Tag[];
  readonly comments: Comment[];
  readonly code: Code[];
  readonly math: Span[];
  readonly highlights: Span[];
  readonly footnotes: Footnote[];
  readonly footnoteRefs: FootnoteRef[];
}

/** An open `[` or `![`. */
interface Bracket {
  readonly start: number;
  readonly image: boolean;
}

/** ASCII characters at which something may begin; all others are passed over. */
const SPECIAL = new Uint8Array(128);
for (const mark of "\\`%<![]#$=^:") SPECIAL[mark.charCodeAt(0)] = 1;

const MAX_SCHEME = 32;

/**
 * Reads the inline marks of leaf blocks. `scan` has to be called with ranges in ascending order:
 * the searches for closing marks rely on it to stay linear.
 */
export class InlineScanner {
  private at = 0;
  private to = 0;
  private inTable = false;
  /** Where the last mark ended: a tag may start there without whitespace before it. */
  private boundary = 0;
  /** End of the inline comment that the scanner is in. */
  private commentEnd = -1;
  private brackets: Bracket[] = [];
  /** Open `[` below this depth stand around a link and can become none: links do not nest. */
  private dead = 0;
  /** Offsets of the backtick runs of one length that are still ahead; filled once per range. */
  private backtickRuns: Map<number, number> | null = null;

  private readonly wikilinkClose: ForwardSearch;
  private readonly commentClose: ForwardSearch;
  private readonly htmlCommentClose: ForwardSearch;
  private readonly displayMathClose: ForwardSearch;
  private readonly mathClose: ForwardSearch;
  private readonly highlightClose: ForwardSearch;

  /** `text` is the note's text, or a stretch of it that starts at `shift` in the note. */
  constructor(private readonly text: string, private readonly shift: number, private readonly facts: InlineFacts) {
    const literal = (mark: string) => new ForwardSearch((from) => text.indexOf(mark, from));
    this.wikilinkClose = literal("]]");
    this.commentClose = literal("%%");
    this.htmlCommentClose = literal("-->");
    this.displayMathClose = literal("$$");
    this.mathClose = new ForwardSearch((from) => findMathClose(text, from));
    this.highlightClose = new ForwardSearch((from) => findHighlightClose(text, from));
  }

  /** Reads the marks of `[from, to)`; none reaches beyond. */
  scan(from: number, to: number, inTable = false): void {
    this.at = this.boundary = from;
    this.to = to;
    this.inTable = inTable;
    this.commentEnd = -1;
    this.brackets = [];
    this.dead = 0;
    this.backtickRuns = null;
    const { text } = this;
    while (this.at < to) {
      const code = text.charCodeAt(this.at);
      if (code < 128 && SPECIAL[code] === 1) this.readMark(code);
      else this.at++;
    }
  }

  private readMark(code: number): void {
    switch (code) {
      case Char.backslash: this.readEscape(); break;
      case Char.backtick: this.readCode(); break;
      case Char.percent: this.readComment(); break;
      case Char.lessThan: this.readAngle(); break;
      case Char.bang: this.readBang(); break;
      case Char.openBracket: this.readOpenBracket(); break;
      case Char.closeBracket: this.readCloseBracket(); break;
      case Char.hash: this.readTag(); break;
      case Char.dollar: this.readMath(); break;
      case Char.equals: this.readHighlight(); break;
      case Char.caret: this.readInlineFootnote(); break;
      case Char.colon: this.readAddress(); break;
      default: this.at++;
    }
  }

  private span(start: number, end: number): Span {
    return { start: start + this.shift, end: end + this.shift };
  }

  /** Goes on after a mark that ends at `end`. */
  private pass(end: number): void {
    this.at = this.boundary = end;
  }

  private codeAt(at: number): number {
    return at < this.to ? this.text.charCodeAt(at) : -1;
  }

  private readEscape(): void {
    if (isPunctuation(this.codeAt(this.at + 1))) this.pass(this.at + 2);
    else this.at++;
  }

  private readCode(): void {
    const start = this.at;
    const contentStart = skipRun(this.text, start, this.to, Char.backtick);
    const close = this.findBacktickRun(contentStart, contentStart - start);
    if (close < 0) {
      this.at = contentStart;
      return;
    }
    const end = close + contentStart - start;
    this.facts.code.push({ kind: "inline", span: this.span(start, end), content: this.span(contentStart, close), language: "" });
    this.pass(end);
  }

  /** The next run of exactly `length` backticks. When there is none, the last run of each length is noted, once. */
  private findBacktickRun(from: number, length: number): number {
    const { text, to } = this;
    if (this.backtickRuns !== null && (this.backtickRuns.get(length) ?? -1) < from) return -1;
    const seen = new Map<number, number>();
    let at = from;
    while (at < to) {
      if (text.charCodeAt(at) !== Char.backtick) {
        at++;
        continue;
      }
      const end = skipRun(text, at, to, Char.backtick);
      if (end - at === length) return at;
      seen.set(end - at, at);
      at = end;
    }
    this.backtickRuns = seen;
    return -1;
  }

  /** A comment's tags and links count, so the scanner goes on inside it. */
  private readComment(): void {
    const start = this.at;
    if (this.codeAt(start + 1) !== Char.percent) {
      this.at++;
      return;
    }
    if (start + 2 === this.commentEnd) {
      this.commentEnd = -1;
      this.pass(start + 2);
      return;
    }
    const close = this.commentEnd < 0 ? this.commentClose.next(start + 2, this.to - 1) : -1;
    if (close >= 0) {
      this.commentEnd = close + 2;
      this.facts.comments.push({
        kind: "obsidian", span: this.span(start, close + 2), content: this.span(start + 2, close), block: false,
      });
    }
    this.pass(start + 2);
  }

  private readAngle(): void {
    const { text, at, to } = this;
    const next = this.codeAt(at + 1);
    if (next === Char.bang && text.startsWith("<!--", at)) {
      const close = this.htmlCommentClose.next(at + 4, to - 2);
      if (close < 0) {
        this.at += 4;
        return;
      }
      this.facts.comments.push({ kind: "html", span: this.span(at, close + 3), content: this.span(at + 4, close), block: false });
      this.pass(close + 3);
      return;
    }
    const autolinkClose = isLetterOrDigit(next) ? autolinkEnd(text, at, to) : -1;
    if (autolinkClose >= 0) {
      this.pushAutolink(at, autolinkClose + 1, at + 1, autolinkClose);
      return;
    }
    const tagClose = htmlTagEnd(text, at, to);
    if (tagClose < 0) this.at++;
    else this.pass(tagClose);
  }

  private pushAutolink(start: number, end: number, targetStart: number, targetEnd: number): void {
    const target = this.text.slice(targetStart, targetEnd);
    this.facts.links.push({
      kind: "autolink", span: this.span(start, end), target, targetSpan: this.span(targetStart, targetEnd), display: target, external: true,
    });
    this.pass(end);
  }

  private readBang(): void {
    if (this.codeAt(this.at + 1) !== Char.openBracket) {
      this.at++;
    } else if (this.codeAt(this.at + 2) !== Char.openBracket || !this.readWikilink(this.at, this.at + 1)) {
      this.brackets.push({ start: this.at, image: true });
      this.pass(this.at + 2);
    }
  }

  private readOpenBracket(): void {
    const next = this.codeAt(this.at + 1);
    if (next === Char.openBracket && this.readWikilink(this.at, this.at)) return;
    if (next === Char.caret && this.readFootnoteRef()) return;
    this.brackets.push({ start: this.at, image: false });
    this.at++;
  }

  private readWikilink(start: number, open: number): boolean {
    const close = this.wikilinkClose.next(open + 2, this.to - 1);
    if (close < 0) return false;
    const link = readWikilink(this.text, open + 2, close, this.inTable);
    if (link === null) return false;
    const { target, targetStart, targetEnd, alias } = link;
    const base = { kind: "wikilink", span: this.span(start, close + 2), target, targetSpan: this.span(targetStart, targetEnd), display: alias ?? displayOf(target), external: false } as const;
    if (start < open) this.facts.embeds.push({ ...base, ...splitTarget(target), size: readSize(alias) });
    else this.facts.links.push(base);
    this.pass(close + 2);
    return true;
  }

  private readFootnoteRef(): boolean {
    const { text, at } = this;
    const close = footnoteLabelEnd(text, at, this.to);
    if (close < 0) return false;
    this.facts.footnoteRefs.push({ id: text.slice(at + 2, close), span: this.span(at, close + 1) });
    this.pass(close + 1);
    return true;
  }

  private readCloseBracket(): void {
    const { text, at, to } = this;
    const bracket = this.brackets.pop();
    const dead = this.brackets.length < this.dead;
    if (dead) this.dead = this.brackets.length;
    if (bracket === undefined || (dead && !bracket.image) || this.codeAt(at + 1) !== Char.openParen) {
      this.at++;
      return;
    }
    const start = skipBlanks(text, at + 2, to);
    const destination = readDestination(text, start, to);
    if (destination === null) {
      this.at++;
      return;
    }
    let end = skipBlanks(text, destination.wholeEnd, to);
    if (end > destination.wholeEnd) {
      const afterTitle = titleEnd(text, end, to);
      if (afterTitle >= 0) end = skipBlanks(text, afterTitle, to);
    }
    if (end >= to || text.charCodeAt(end) !== Char.closeParen) {
      this.at++;
      return;
    }
    this.pushMarkdownLink(bracket, end + 1, destination.start, destination.end);
    if (!bracket.image) this.dead = this.brackets.length;
    this.pass(end + 1);
  }

  private pushMarkdownLink(bracket: Bracket, end: number, targetStart: number, targetEnd: number): void {
    const { text, at } = this;
    const address = unescape(text.slice(targetStart, targetEnd));
    if (address.trim() === "") return;
    const external = hasScheme(address);
    const target = external ? address : decodePercent(address);
    const display = text.slice(bracket.start + (bracket.image ? 2 : 1), at);
    const base = { kind: "markdown", span: this.span(bracket.start, end), target, targetSpan: this.span(targetStart, targetEnd), display, external } as const;
    if (bracket.image) this.facts.embeds.push({ ...base, ...splitTarget(target), size: readSize(display) });
    else this.facts.links.push(base);
  }

  private readTag(): void {
    const { at } = this;
    const end = this.startsWord(at) ? tagEnd(this.text, at, this.to) : -1;
    if (end < 0) {
      this.at++;
      return;
    }
    this.facts.tags.push({ tag: this.text.slice(at, end), span: this.span(at, end) });
    this.pass(end);
  }

  /** Whether whitespace, the end of another mark or an emphasis mark stands before `at`. */
  private startsWord(at: number): boolean {
    if (at === this.boundary) return true;
    const before = this.text.charCodeAt(at - 1);
    if (isWhitespace(before)) return true;
    if (!isEmphasisMark(before)) return false;
    let run = at - 1;
    while (run > this.boundary && this.text.charCodeAt(run - 1) === before) run--;
    return run === this.boundary || isWhitespace(this.text.charCodeAt(run - 1));
  }

  private readMath(): void {
    const { at, to } = this;
    const display = this.codeAt(at + 1) === Char.dollar;
    const open = display ? at + 2 : at + 1;
    const close = display ? this.displayMathClose.next(open, to - 1) : isBlank(this.codeAt(open)) ? -1 : this.mathClose.next(open + 1, to);
    if (close < 0 || open >= to) {
      this.at = open;
      return;
    }
    const end = display ? close + 2 : close + 1;
    this.facts.math.push(this.span(at, end));
    this.pass(end);
  }

  private readHighlight(): void {
    const { at, to } = this;
    const runEnd = skipRun(this.text, at, to, Char.equals);
    if (runEnd - at !== 2) {
      this.at = runEnd;
      return;
    }
    const highlights = this.facts.highlights;
    const last = highlights[highlights.length - 1];
    const inside = last !== undefined && at + this.shift < last.end;
    if (!inside && !isWhitespace(this.codeAt(runEnd))) {
      const close = this.highlightClose.next(runEnd + 1, to - 1);
      if (close >= 0) highlights.push(this.span(at, close + 2));
    }
    this.pass(runEnd);
  }

  private readInlineFootnote(): void {
    const { text, at, to } = this;
    if (this.codeAt(at + 1) !== Char.openBracket) {
      this.at++;
      return;
    }
    this.at += 2;
    let close = at + 2;
    while (close < to && text.charCodeAt(close) !== Char.closeBracket && text.charCodeAt(close) !== Char.openBracket) close++;
    if (close < to && text.charCodeAt(close) === Char.closeBracket) this.facts.footnotes.push({ id: "", span: this.span(at, close + 1) });
  }

  /** A bare `http://` or `https://` address, which the app makes a link of. */
  private readAddress(): void {
    const { text, at, to } = this;
    if (this.codeAt(at + 1) !== Char.slash || this.codeAt(at + 2) !== Char.slash) {
      this.at++;
      return;
    }
    const start = text.slice(Math.max(this.boundary, at - 5), at).toLowerCase().endsWith("https") ? at - 5 : at - 4;
    if (start < this.boundary || (start === at - 4 && text.slice(start, at).toLowerCase() !== "http") || isLetterOrDigit(text.charCodeAt(start - 1))) {
      this.at++;
      return;
    }
    const end = addressEnd(text, at + 3, to);
    if (end === at + 3) this.at += 3;
    else this.pushAutolink(start, end, start, end);
  }
}

function isEmphasisMark(code: number): boolean {
  return code === Char.asterisk || code === Char.underscore || code === Char.tilde || code === Char.equals;
}

/** The offset of the `>` that ends the autolink at `from`, `<scheme:…>` or `<name@host>`, or -1. */
function autolinkEnd(text: string, from: number, to: number): number {
  let colon = -1;
  let mail = -1;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.greaterThan) return colon >= 0 || mail >= 0 ? at : -1;
    if (code <= 32 || code === Char.lessThan) return -1;
    if (colon < 0 && mail < 0) {
      if (code === Char.colon) {
        if (at - from < 3 || at - from > MAX_SCHEME + 1 || !isLetter(text.charCodeAt(from + 1))) return -1;
        colon = at;
      } else if (code === 64) {
        mail = at;
      } else if (!isLetterOrDigit(code) && code !== Char.plus && code !== Char.dot && code !== Char.hyphen && code !== Char.underscore) {
        return -1;
      }
    }
  }
  return -1;
}

/** Where a bare address ends: before whitespace, less the punctuation that closes the sentence. */
function addressEnd(text: string, from: number, to: number): number {
  let end = from;
  let depth = 0;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (isWhitespace(code) || code === Char.lessThan || code === Char.openBracket || code === Char.closeBracket || code === Char.backtick) break;
    if (code === Char.openParen) depth++;
    else if (code === Char.closeParen && --depth < 0) break;
  }
  while (end > from && closesSentence(text.charCodeAt(end - 1))) end--;
  return end;
}

function closesSentence(code: number): boolean {
  return (
    code === Char.dot || code === 44 || code === Char.colon || code === 59 || code === Char.bang || code === Char.question ||
    code === Char.singleQuote || code === Char.doubleQuote || code === Char.asterisk || code === Char.underscore || code === Char.tilde
  );
}

/** A `$` that can close math: nothing blank before it and no digit after it, so that prices stay text. */
function findMathClose(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.backslash) at++;
    else if (code === Char.dollar && !isBlank(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1))) return at;
  }
  return -1;
}

function findHighlightClose(text: string, from: number): number {
  for (let at = text.indexOf("==", from); at >= 0; at = text.indexOf("==", at + 2)) {
    if (!isWhitespace(text.charCodeAt(at - 1))) return at;
  }
  return -1;
}

/** Whether the address leads out of the vault, such as `https:` or `mailto:`. */
function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(address);
}

function splitTarget(target: string): { linkpath: string; subpath: string } {
  const hash = target.indexOf("#");
  return hash < 0 ? { linkpath: target.trim(), subpath: "" } : { linkpath: target.slice(0, hash).trim(), subpath: target.slice(hash) };
}

/** Width and height that end an alias, such as `300x200` or `Diagram|300`. */
function readSize(alias: string | null): Embed["size"] {
  const match = alias === null ? null : /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(alias.slice(alias.lastIndexOf("|") + 1).trim());
  if (match === null) return null;
  return { width: Number(match[1]), height: match[2] === undefined ? null : Number(match[2]) };
}

