import * as Char from "./char-codes";
import { asciiSet, isBlank, isPunctuation, isWhitespace, skipRun } from "../base";
import type { Span } from "../base";
import { addressEnd, addressStart, autolinkClose } from "./marks/autolink";
import { footnoteLabelEnd } from "./marks/footnote";
import { htmlTagEnd } from "./marks/html-tag";
import type { Destination } from "./marks/link-parts";
import { readLinkBody, unescape } from "./marks/link-parts";
import { decodePercent, displayOf, hasScheme, readSize, splitTarget } from "./marks/link-target";
import { tagEnd } from "./marks/tag";
import { findMathClose } from "./marks/verbatim";
import { readWikilink } from "./marks/wikilink";
import type { Code, Comment, Embed, Footnote, FootnoteRef, Link, Tag } from "./note";

/**
 * Finds the next place of something in a text for a scanner that only moves forward. The last
 * answer is kept until the scanner has passed it, so that all searches together read the text
 * once; searching anew from each opening mark would cost the square of its length.
 */
export class ForwardSearch {
  private found = -1;
  private searched = Number.MAX_SAFE_INTEGER;

  /** `find` gives the first place at or after an offset, or -1. */
  constructor(private readonly find: (from: number) => number) {}

  /** The first place at or after `from`, or -1 when it does not lie before `to`. */
  next(from: number, to: number): number {
    if (from < this.searched || (this.found >= 0 && this.found < from)) {
      this.found = this.find(from);
      this.searched = from;
    }
    return this.found >= 0 && this.found < to ? this.found : -1;
  }
}

/** What stands within the lines of leaf blocks; lists are in the order in which the marks end. */
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

/** ASCII characters at which something may begin; all others are passed over. */
const SPECIAL = asciiSet("\\`%<![]#$=^:");

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
  /** End of the inline comment that the scanner is in, or -1. */
  private commentEnd = -1;
  /** Where each open `[` or `![` starts. */
  private brackets: number[] = [];
  /** So many of them stand around a link; an open `[` there can become none, for links do not nest. */
  private dead = 0;
  /** The last run of backticks of each length, once one was looked for in vain. */
  private backtickRuns: Map<number, number> | null = null;

  private readonly wikilinkClose: ForwardSearch;
  private readonly commentClose: ForwardSearch;
  private readonly htmlCommentClose: ForwardSearch;
  private readonly displayMathClose: ForwardSearch;
  private readonly mathClose: ForwardSearch;
  private readonly highlightClose: ForwardSearch;

  /** `text` is the note's text, or a stretch of it that starts at `shift` in the note. */
  constructor(
    private readonly text: string,
    private readonly shift: number,
    private readonly facts: InlineFacts,
  ) {
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
    this.boundary = from;
    this.to = to;
    this.inTable = inTable;
    this.commentEnd = -1;
    if (this.brackets.length > 0) this.brackets = [];
    this.dead = 0;
    this.backtickRuns = null;
    const { text } = this;
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (SPECIAL[code] === 1) {
        this.at = at;
        at = this.readMark(code) ? this.at : at + 1;
      } else {
        at++;
      }
    }
  }

  /** Reads what begins at `at` and moves there where it ends; false when nothing does. */
  private readMark(code: number): boolean {
    switch (code) {
      case Char.backslash:
        return this.readEscape();
      case Char.backtick:
        return this.readCode();
      case Char.percent:
        return this.readComment();
      case Char.lessThan:
        return this.readHtmlComment() || this.readAutolink() || this.readHtmlTag();
      case Char.bang:
        return this.readEmbed();
      case Char.openBracket:
        return this.readWikilink(this.at) || this.readFootnoteRef() || this.openBracket();
      case Char.closeBracket:
        return this.readMarkdownLink();
      case Char.hash:
        return this.readTag();
      case Char.dollar:
        return this.readMath();
      case Char.equals:
        return this.readHighlight();
      case Char.caret:
        return this.readInlineFootnote();
      case Char.colon:
        return this.readAddress();
      default:
        return false;
    }
  }

  private span(start: number, end: number): Span {
    return { start: start + this.shift, end: end + this.shift };
  }

  /** Goes on after a mark that ends at `end`. */
  private pass(end: number): true {
    this.at = this.boundary = end;
    return true;
  }

  /** Goes on at `end` within the same text. */
  private skip(end: number): true {
    this.at = end;
    return true;
  }

  /** The character so far after `at`; NaN beyond the range. */
  private peek(distance: number): number {
    const at = this.at + distance;
    return at < this.to ? this.text.charCodeAt(at) : NaN;
  }

  private readEscape(): boolean {
    return isPunctuation(this.peek(1)) && this.pass(this.at + 2);
  }

  private readCode(): boolean {
    const { at, to, text } = this;
    const contentStart = skipRun(text, at, to, Char.backtick);
    const length = contentStart - at;
    const close = this.findBacktickRun(contentStart, length);
    if (close < 0) return this.skip(contentStart);
    this.facts.code.push({
      kind: "inline",
      span: this.span(at, close + length),
      content: this.span(contentStart, close),
      language: "",
    });
    return this.pass(close + length);
  }

  /** The next run of exactly `length` backticks. A search in vain has seen all runs, and serves the next ones. */
  private findBacktickRun(from: number, length: number): number {
    const { text, to } = this;
    if (this.backtickRuns !== null && (this.backtickRuns.get(length) ?? -1) < from) return -1;
    const last = new Map<number, number>();
    for (let at = from; at < to; at++) {
      if (text.charCodeAt(at) !== Char.backtick) continue;
      const end = skipRun(text, at, to, Char.backtick);
      if (end - at === length) return at;
      last.set(end - at, at);
      at = end;
    }
    this.backtickRuns = last;
    return -1;
  }

  /** A comment's tags and links count, so the scanner goes on inside it. */
  private readComment(): boolean {
    if (this.peek(1) !== Char.percent) return false;
    const start = this.at;
    if (start + 2 === this.commentEnd) {
      this.commentEnd = -1;
    } else if (this.commentEnd < 0) {
      const close = this.commentClose.next(start + 2, this.to - 1);
      if (close >= 0) {
        this.commentEnd = close + 2;
        this.facts.comments.push({
          kind: "obsidian",
          span: this.span(start, close + 2),
          content: this.span(start + 2, close),
          block: false,
        });
      }
    }
    return this.pass(start + 2);
  }

  private readHtmlComment(): boolean {
    const { at, text, to } = this;
    if (!text.startsWith("<!--", at)) return false;
    const close = this.htmlCommentClose.next(at + 4, to - 2);
    if (close < 0) return false;
    this.facts.comments.push({
      kind: "html",
      span: this.span(at, close + 3),
      content: this.span(at + 4, close),
      block: false,
    });
    return this.pass(close + 3);
  }

  private readAutolink(): boolean {
    const { at, text, to } = this;
    const close = autolinkClose(text, at, to);
    return close >= 0 && this.addAutolink(this.span(at, close + 1), at + 1, close);
  }

  private addAutolink(span: Span, targetStart: number, targetEnd: number): true {
    const target = this.text.slice(targetStart, targetEnd);
    this.facts.links.push({
      kind: "autolink",
      span,
      target,
      targetSpan: this.span(targetStart, targetEnd),
      display: target,
      external: true,
    });
    return this.pass(span.end - this.shift);
  }

  private readHtmlTag(): boolean {
    const end = htmlTagEnd(this.text, this.at, this.to);
    return end >= 0 && this.pass(end);
  }

  private readEmbed(): boolean {
    return this.peek(1) === Char.openBracket && (this.readWikilink(this.at + 1) || this.openBracket());
  }

  /** A wikilink whose brackets start at `open`, after the `!` of an embed. */
  private readWikilink(open: number): boolean {
    const { at, text, to, facts } = this;
    if (open + 1 >= to || text.charCodeAt(open + 1) !== Char.openBracket) return false;
    const close = this.wikilinkClose.next(open + 2, to - 1);
    const inside = close < 0 ? null : readWikilink(text, open + 2, close, this.inTable);
    if (inside === null) return false;
    const { target, targetStart, targetEnd, alias } = inside;
    // A note does not show itself.
    if (at < open && target === "") return false;
    const link: Link = {
      kind: "wikilink",
      span: this.span(at, close + 2),
      target,
      targetSpan: this.span(targetStart, targetEnd),
      display: alias ?? displayOf(target),
      external: false,
    };
    if (at < open) facts.embeds.push({ ...link, ...splitTarget(target), size: readSize(alias ?? "") });
    else facts.links.push(link);
    return this.pass(close + 2);
  }

  private readFootnoteRef(): boolean {
    const { at, text, to } = this;
    const close = footnoteLabelEnd(text, at, to);
    if (close < 0) return false;
    this.facts.footnoteRefs.push({ id: text.slice(at + 2, close), span: this.span(at, close + 1) });
    return this.pass(close + 1);
  }

  private openBracket(): true {
    const { at, text } = this;
    this.brackets.push(at);
    return this.skip(text.charCodeAt(at) === Char.bang ? at + 2 : at + 1);
  }

  /** The link or image that ends with the `]` in hand and a part in parentheses. */
  private readMarkdownLink(): boolean {
    const { at, text, to, brackets } = this;
    const start = brackets.pop();
    const isDead = brackets.length < this.dead;
    if (isDead) this.dead = brackets.length;
    if (start === undefined || this.peek(1) !== Char.openParen) return false;
    const isImage = text.charCodeAt(start) === Char.bang;
    const body = isDead && !isImage ? null : readLinkBody(text, at + 1, to);
    if (body === null) return false;
    this.addMarkdownLink(
      isImage,
      this.span(start, body.end),
      text.slice(start + (isImage ? 2 : 1), at),
      body.destination,
    );
    if (!isImage) this.dead = brackets.length;
    return this.pass(body.end);
  }

  private addMarkdownLink(isImage: boolean, span: Span, display: string, { start, end }: Destination): void {
    const address = unescape(this.text.slice(start, end));
    // The app lists no link without an address.
    if (address.trim() === "") return;
    const external = hasScheme(address);
    const target = external ? address : decodePercent(address);
    const link: Link = { kind: "markdown", span, target, targetSpan: this.span(start, end), display, external };
    if (isImage) this.facts.embeds.push({ ...link, ...splitTarget(target), size: readSize(display) });
    else this.facts.links.push(link);
  }

  private readTag(): boolean {
    const { at, text, to } = this;
    const end = this.startsWord() ? tagEnd(text, at, to) : -1;
    if (end < 0) return false;
    this.facts.tags.push({ tag: text.slice(at, end), span: this.span(at, end) });
    return this.pass(end);
  }

  /** Whether whitespace, the end of another mark or an opening emphasis mark stands before `at`. */
  private startsWord(): boolean {
    const { at, text, boundary } = this;
    if (at === boundary) return true;
    const before = text.charCodeAt(at - 1);
    if (isWhitespace(before)) return true;
    if (before !== Char.asterisk && before !== Char.underscore && before !== Char.tilde) return false;
    let run = at - 1;
    while (run > boundary && text.charCodeAt(run - 1) === before) run--;
    return run === boundary || isWhitespace(text.charCodeAt(run - 1));
  }

  private readMath(): boolean {
    const { at, to } = this;
    const isDisplay = this.peek(1) === Char.dollar;
    const open = isDisplay ? at + 2 : at + 1;
    if (open >= to || (!isDisplay && isBlank(this.peek(1)))) return false;
    const close = isDisplay ? this.displayMathClose.next(open, to - 1) : this.mathClose.next(open + 1, to);
    if (close < 0) return this.skip(open);
    const end = close + open - at;
    this.facts.math.push(this.span(at, end));
    return this.pass(end);
  }

  /** Only the span is noted; what stands in it is read on. */
  private readHighlight(): boolean {
    const { at, to, text } = this;
    const { highlights } = this.facts;
    const open = skipRun(text, at, to, Char.equals);
    if (open - at !== 2) return this.skip(open);
    const last = highlights[highlights.length - 1];
    const isInside = last !== undefined && at + this.shift < last.end;
    const close =
      isInside || open >= to || isWhitespace(text.charCodeAt(open)) ? -1 : this.highlightClose.next(open + 1, to - 1);
    if (close >= 0) highlights.push(this.span(at, close + 2));
    return this.pass(open);
  }

  /** A footnote that stands where it is referred to, `^[text]`; what stands in it is read on. */
  private readInlineFootnote(): boolean {
    const { at, to, text } = this;
    if (this.peek(1) !== Char.openBracket) return false;
    let close = at + 2;
    while (close < to && text.charCodeAt(close) !== Char.closeBracket && text.charCodeAt(close) !== Char.openBracket)
      close++;
    if (close < to && text.charCodeAt(close) === Char.closeBracket)
      this.facts.footnotes.push({ id: "", span: this.span(at, close + 1) });
    return this.skip(at + 2);
  }

  /** A bare web address, which the app makes a link of. */
  private readAddress(): boolean {
    const { at, text, to, boundary } = this;
    const start = addressStart(text, boundary, at);
    const end = start < 0 ? -1 : addressEnd(text, at + 3, to);
    return end > at + 3 && this.addAutolink(this.span(start, end), start, end);
  }
}

function findHighlightClose(text: string, from: number): number {
  for (let at = text.indexOf("==", from); at >= 0; at = text.indexOf("==", at + 2)) {
    if (!isWhitespace(text.charCodeAt(at - 1))) return at;
  }
  return -1;
}
