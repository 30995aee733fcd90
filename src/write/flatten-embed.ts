import { enclosing } from "../base/sorted";
import type { Leaf, Note } from "../note/note";
import { embedProblem } from "../vault/embed";
import type { ExpandedEmbed, Expansion } from "../vault/expansion";
import { isInline, isWholeTask, joinableAfter, joinableStart, lastList, listBefore, mannerOf, missingEnd } from "./flatten-blocks";
import { asCell } from "./flatten-cell";
import { startBlock, type Change, type Document, type Place } from "./flatten-document";
import { containerPrefix, inkBefore, lineLead, standing, type Margin } from "./flatten-layout";
import { wikiPath } from "./flatten-links";
import { remarkBlock, remarkWords } from "./flatten-remark";
import { writeStretch } from "./flatten-stretch";
import { Writer } from "./flatten-writer";

type TextEmbed = Extract<ExpandedEmbed, { readonly kind: "text" }>;

/** What is written for an embed of `outer`; `outside` is the place of `outer`, `next` the embed that follows there. */
export function embedChange(doc: Document, outer: Expansion, expanded: ExpandedEmbed, next: ExpandedEmbed | undefined, margin: Margin, outside: Place): Change {
  const { note, span } = outer;
  const { embed } = expanded;
  const leaf = enclosing(note.leaves, embed.span.start);
  const place = leaf ? { ...outside, prefix: outside.prefix + containerPrefix(note, leaf, span, margin) } : outside;
  const as = mannerOf(note, expanded, outside.as);
  if (leaf && as === "blocks") return blockChange(doc, outer, expanded, next, leaf, margin, outside, place.prefix);
  const write = as === "cell" ? () => { writeCell(doc, outer, expanded, outside.level); } : () => { writeWords(doc, outer, expanded, { ...place, as }); };
  return { span: embed.span, write };
}

/** Replaces an embed by blocks, and parts what stands around it from them. */
function blockChange(doc: Document, outer: Expansion, expanded: ExpandedEmbed, next: ExpandedEmbed | undefined, leaf: Leaf, margin: Margin, outside: Place, prefix: string): Change {
  const { writer } = doc;
  const { note } = outer;
  const { first, wordsBefore } = standing(note, leaf, expanded.embed.span);
  const place: Place = { ...outside, prefix };
  const before = first && !wordsBefore ? listBefore(note, leaf) : null;
  const head = headOf(doc, outer, expanded, leaf, outside, prefix);
  const tail = tailOf(outer, expanded, next, leaf, margin);
  return {
    span: { start: head.start, end: tail.end },
    write() {
      head.write();
      if (before) writer.endList(before, prefix);
      if (expanded.kind === "text" && isWholeTask(note, leaf, expanded.embed.span)) {
        writer.write(originLink(doc, expanded));
        startBlock(doc, prefix);
      }
      writeBlocks(doc, expanded, place);
      if (tail.words !== null) {
        startBlock(doc, prefix);
        writer.write(tail.words);
      } else if (tail.last) {
        const after = joinableAfter(note, leaf, margin.column + prefix.length - outside.prefix.length);
        if (!after || !writer.listTakesIn(after, prefix)) return;
        startBlock(doc, prefix);
        writer.write("<!-- -->");
      }
    },
  };
}

/** Where the replacement of an embed by blocks starts, and what parts it from what stands before. */
function headOf(doc: Document, { note, span }: Expansion, { embed }: ExpandedEmbed, leaf: Leaf, outside: Place, prefix: string): { readonly start: number; write(): void } {
  const { text } = note;
  const { line, first, wordsBefore } = standing(note, leaf, embed.span);
  const parted = () => { startBlock(doc, prefix); };
  if (wordsBefore) return { start: inkBefore(text, span.start, embed.span.start), write: parted };
  const from = Math.max(line.start, span.start);
  const start = breakBefore(text, from, span.start);
  if (!first || followsTitle(note, leaf)) return { start, write: parted };
  const lead = text.slice(from, leaf.span.start);
  const inner = prefix.slice(outside.prefix.length);
  if (/[^\s>]/.test(lead) || lead === inner) return { start: embed.span.start, write: () => undefined };
  return { start, write: () => { doc.writer.write(start < from ? doc.lineBreak + prefix : inner); } };
}

interface Tail {
  readonly end: number;
  /** How the words that follow in the paragraph have to begin, as far as `end`; null when none follow here. */
  readonly words: string | null;
  /** Nothing of the paragraph follows. */
  readonly last: boolean;
}

/** Where the replacement of an embed by blocks ends, and what becomes of the rest of the paragraph. */
function tailOf({ note }: Expansion, { embed }: ExpandedEmbed, next: ExpandedEmbed | undefined, leaf: Leaf, margin: Margin): Tail {
  const { text } = note;
  const { line, wordsAfter } = standing(note, leaf, embed.span);
  const nextInLeaf = next && next.embed.span.start < leaf.span.end ? next : null;
  if (nextInLeaf && /^[\s>]*$/.test(text.slice(embed.span.end, nextInLeaf.embed.span.start)) && mannerOf(note, nextInLeaf, "blocks") === "blocks") {
    return { end: wordsAfter ? embed.span.end : line.end, words: null, last: false };
  }
  if (!wordsAfter && leaf.span.end <= line.end) return { end: line.end, words: null, last: true };
  const start = wordsAfter ? inkAfter(text, embed.span.end) : lineLead(note, text.indexOf("\n", line.end) + 1, margin).end;
  return { ...plainStart(text, start), last: false };
}

/** Words that start a paragraph, as far as they would start another block there; `end` is where they go on as they are. */
export function plainStart(text: string, start: number): { readonly end: number; readonly words: string } {
  const line = text.slice(start, start + 200);
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(line)?.[0];
  if (number !== undefined) return { end: start + number.length, words: `${number}\\` };
  const block = /^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|```|~~~|(?:---|\*\*\*|___)|\[[^\]\n]{1,99}\]:)/.test(line);
  return { end: start, words: block ? "\\" : "" };
}

function writeBlocks(doc: Document, expanded: ExpandedEmbed, place: Place): void {
  const { writer, lineBreak } = doc;
  const { prefix } = place;
  if (expanded.kind === "problem") {
    doc.problems.push(expanded.problem);
    writer.write(remarkBlock(expanded.embed, expanded.problem, doc.named));
    return;
  }
  const { shown } = expanded;
  const { note, span } = shown;
  if (doc.markOrigin) {
    writer.write(`%% from ${originLink(doc, expanded)} %%`);
    if (isInline(shown)) writer.write(" ");
    else startBlock(doc, prefix);
  }
  const start = joinableStart(note, span);
  if (start && writer.listTakesIn(start, prefix)) {
    writer.write("<!-- -->");
    startBlock(doc, prefix);
  }
  writeStretch(doc, shown, { ...place, as: "blocks" });
  const end = missingEnd(note, span);
  if (end) writer.write(lineBreak + prefix + end);
  const last = lastList(note, span);
  if (last) writer.endList(last, prefix);
}

/** Writes an embed among the words of a paragraph or of a line. */
function writeWords(doc: Document, outer: Expansion, expanded: ExpandedEmbed, place: Place): void {
  const { writer } = doc;
  if (expanded.kind === "problem") {
    doc.problems.push(expanded.problem);
    writer.write(remarkWords(expanded.embed, expanded.problem, doc.named));
    return;
  }
  const { shown, embed } = expanded;
  if (!isInline(shown)) {
    writeUnfit(doc, outer, expanded, "a heading");
    return;
  }
  // An exclamation mark before a link would make a new embed.
  if (writer.last === "!" && shown.note.text[shown.span.start] === "[") writer.write(" ");
  if (doc.markOrigin) writer.write(`%% from ${originLink(doc, expanded)} %% `);
  writeStretch(doc, shown, place);
  if (writer.last === "!" && outer.note.text[embed.span.end] === "[") writer.write(" ");
}

function writeCell(doc: Document, outer: Expansion, expanded: ExpandedEmbed, level: number): void {
  const inner: Document = { ...doc, writer: new Writer(), problems: [] };
  if (expanded.kind === "problem") writeWords(inner, outer, expanded, { prefix: "", level, as: "line" });
  else writeBlocks(inner, expanded, { prefix: "", level, as: "blocks" });
  const cell = asCell(inner.writer.text());
  if (cell !== null) {
    doc.writer.write(cell);
    doc.problems.push(...inner.problems);
  } else if (expanded.kind === "text") writeUnfit(doc, outer, expanded, "a table cell");
}

/** Writes a link to what cannot stand in a place of one line, with a remark. */
function writeUnfit(doc: Document, outer: Expansion, expanded: TextEmbed, where: string): void {
  const { embed } = expanded;
  const problem = embedProblem("unfit", `\`${embed.target}\` does not fit into ${where}`, [...outer.trail, { path: outer.note.path, span: embed.span }], embed.target);
  doc.problems.push(problem);
  const kept = doc.keepUnresolved && outer === doc.host;
  doc.writer.write(kept ? outer.note.text.slice(embed.span.start, embed.span.end) : `${originLink(doc, expanded)} ${remarkWords(embed, problem, doc.named)}`);
}

function originLink({ library, host }: Document, { embed, shown }: TextEmbed): string {
  return `[[${wikiPath(library, shown.note.path, host.note.path)}${embed.subpath}]]`;
}

/** Whether a paragraph stands on the line below the title of its callout: not every block can start there. */
function followsTitle(note: Note, leaf: Leaf): boolean {
  const title = note.quotes[leaf.quote]?.callout?.title;
  return title !== undefined && /^[ \t]*\r?\n[ \t>]*$/.test(note.text.slice(title.end, leaf.span.start));
}

/** Offset of the line break that ends the line before `line`; `start` where there is none in the stretch. */
function breakBefore(text: string, line: number, start: number): number {
  if (line <= start) return start;
  return line - 2 >= start && text[line - 2] === "\r" ? line - 2 : line - 1;
}

function inkAfter(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
