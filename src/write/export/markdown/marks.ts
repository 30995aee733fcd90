import { enclosing, insertion, lineStartOf, removal } from "../../../base";
import type { BlockId, BlockMark, Leaf } from "../../../note";
import { containerPrefix, joinableAfter, lineAt, listBefore } from "../..";
import { anchorTag } from "./anchors";
import type { MarkdownDocument } from "./document";
import { blockAnchor } from "./document";
import type { Rewrite } from "../../../base";

/** `==words==` as marked words; bold in CommonMark, plain where bold could not be told from other marks. */
export function highlightRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  return note.highlights.flatMap(({ start, end }) => {
    const words = note.text.slice(start + 2, end - 2);
    const beside = note.text.charAt(start - 1) + note.text.charAt(end);
    const bold = !/[*_]/.test(words + beside) && /^[\p{L}\p{N}](?:[^]*[\p{L}\p{N}])?$/u.test(words) ? "**" : "";
    const [open, close] = options.flavor === "commonmark" ? [bold, bold] : ["<mark>", "</mark>"];
    return [
      { span: { start, end: start + 2 }, text: open },
      { span: { start: end - 2, end }, text: close },
    ];
  });
}

/** Takes out `^id`; where a link of the document leads to one, an anchor stands before its block. */
export function blockIdRewrites(doc: MarkdownDocument): readonly Rewrite[] {
  const { note } = doc;
  return note.blockMarks.flatMap((mark) => {
    const leaf = enclosing(note.leaves, mark.span.start);
    if (!leaf) return [];
    const start =
      leaf.type === "heading" ? (enclosing(note.headings, leaf.span.start)?.textSpan.start ?? 0) : leaf.span.start;
    const isAlone = leaf.type === "paragraph" && mark.span.start === start;
    return isAlone ? idAlone(doc, mark, leaf) : idBehindWords(doc, mark, leaf, start);
  });
}

/** The anchor of the block that a mark names; empty where no link leads there. */
function anchorOf({ note, options, linkedBlocks }: MarkdownDocument, { id, span }: BlockMark): string {
  const isFirst = note.blocks.get(id.toLowerCase())?.idSpan.start === span.start;
  return isFirst && linkedBlocks.has(id.toLowerCase()) ? anchorTag(blockAnchor(id), options.flavor) : "";
}

function idBehindWords(doc: MarkdownDocument, mark: BlockMark, leaf: Leaf, start: number): readonly Rewrite[] {
  const { text } = doc.note;
  const anchor = anchorOf(doc, mark);
  const before = text.slice(Math.max(start, mark.span.start - 300), mark.span.start);
  const from = mark.span.start - (before.length - before.trimEnd().length);
  return [...(anchor === "" ? [] : [insertion(start, anchor)]), removal(trimQuote(text, leaf, from), mark.span.end)];
}

/** An id in a paragraph of its own names the block before it. */
function idAlone(doc: MarkdownDocument, mark: BlockMark, leaf: Leaf): readonly Rewrite[] {
  const { note } = doc;
  const { text } = note;
  const anchor = anchorOf(doc, mark);
  const block = note.blocks.get(mark.id.toLowerCase());
  const before = anchor === "" || !block ? [] : [anchorBefore(doc, block, anchor)];
  const { length } = containerPrefix(note, leaf, { start: 0, end: text.length }, { quotes: 0, column: 0 });
  const after = joinableAfter(note, leaf, length);
  const list = after === null ? null : listBefore(note, leaf);
  // The id kept two lists apart.
  if (list !== null && (after === list || after === "indented"))
    return [...before, { span: leaf.span, text: "<!-- -->" }];
  return [...before, lineRemoval(text, lineAt(note, mark.span.start), leaf)];
}

/**
 * An anchor as a paragraph of its own above a block, within what the block stands in; among the words of an item that
 * begins with some.
 */
function anchorBefore({ note, lineBreak }: MarkdownDocument, { span, item }: BlockId, anchor: string): Rewrite {
  const start = item?.textSpan.start ?? span.start;
  if (enclosing(note.leaves, start)?.type === "paragraph") return insertion(start, anchor);
  const lead = note.text.slice(lineAt(note, start).start, start).replace(/[^\s>]/g, " ");
  return insertion(start, anchor + lineBreak + lead.trimEnd() + lineBreak + lead);
}

/** Where the words of a paragraph end before an id that stands on a line of its own, in a quote too. */
function trimQuote(text: string, { span }: Leaf, from: number): number {
  let end = from;
  while (
    end > span.start &&
    /[\s>]/.test(text.charAt(end - 1)) &&
    text.slice(lineStartOf(text, end), end).trim().replaceAll(">", "") === ""
  )
    end--;
  return end;
}

/**
 * Takes a line out that holds nothing else, with the blank ones before it; behind the mark of a list item the mark
 * stays.
 */
function lineRemoval(text: string, line: { readonly start: number; readonly end: number }, { span }: Leaf): Rewrite {
  if (/[^\s>]/.test(text.slice(line.start, span.start))) return removal(span.start, span.end);
  let { start } = line;
  while (start > 0) {
    const above = lineStartOf(text, start - 1);
    if (/[^\s>]/.test(text.slice(above, start))) break;
    start = above;
  }
  return removal(start === 0 ? 0 : start - (text.charAt(start - 2) === "\r" ? 2 : 1), line.end);
}

/** Boxes that the host does not know as the nearest that it knows, with words for what was given up. */
export function taskRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  const { done, cancelled } = options.taskMarks;
  return note.listItems.flatMap(({ task, textSpan }) => {
    if (!task || task.mark === " " || /^x$/i.test(task.mark)) return [];
    const isCancelled = cancelled.includes(task.mark);
    // GitLab's box of a task that does not apply.
    if (options.flavor === "gitlab" && (isCancelled || task.mark === "~")) return [{ span: task.span, text: "~" }];
    const box = { span: task.span, text: isCancelled || done.includes(task.mark) ? "x" : " " };
    return isCancelled ? [box, insertion(textSpan.start, "(cancelled) ")] : [box];
  });
}

/** Headings that links lead to, with an anchor where the host makes none. */
export function headingRewrites({ note, options, anchors, linkedHeadings }: MarkdownDocument): readonly Rewrite[] {
  if (options.flavor !== "commonmark") return [];
  const { ofHeading, written } = anchors(note);
  return [...linkedHeadings].flatMap((heading) => {
    const anchor = ofHeading.get(heading) ?? "";
    return written.has(anchor) ? [] : [insertion(heading.textSpan.start, anchorTag(anchor, options.flavor))];
  });
}
