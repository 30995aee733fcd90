import { contains, enclosing, indexFrom } from "../../base";
import type { Leaf, ListItem, Note } from "../../note";
import type { Span } from "../../base";
import { isInline, narrowPlace } from "../../vault";
import type { ExpandedEmbed, NarrowPlace } from "../../vault";
import { footnoteAt, nextInk, standing } from "./layout";

/**
 * How text is put into a place: as blocks of its own, among the words of a paragraph, where the line must not end, in a
 * table cell, in a `^[footnote of the line]`.
 */
export type Manner = "blocks" | "words" | NarrowPlace;

/** How an embed in `note` is replaced; `outer` is how the text around it is put. */
export function mannerOf(note: Note, expanded: ExpandedEmbed, outer: Manner): Manner {
  const { span } = expanded.embed;
  const place = narrowPlace(note, span);
  if (place === "cell") return "cell";
  const leaf = enclosing(note.leaves, span.start);
  if (outer === "line" || place === "line" || leaf === null) return "line";
  if (place === "footnote") return "footnote";
  if (outer === "words") return "words";
  const fits = expanded.kind === "problem" || isInline(expanded.shown);
  const { wordsBefore, wordsAfter } = standing(note, leaf, span);
  return fits && (wordsBefore || wordsAfter || isWholeTask(leaf, span)) ? "words" : "blocks";
}

/** Whether an embed is the first thing behind the box of a task: the box needs words beside it. */
export function isWholeTask(leaf: Leaf, span: Span): boolean {
  const { item } = leaf;
  return item?.task != null && item.textSpan.start === leaf.span.start && span.start === leaf.span.start;
}

/** How a stretch begins, when a list before it would take that in: a kind of list, or `indented` for whatever is. */
export function joinableStart(note: Note, span: Span): string | null {
  const leaf = note.leaves[indexFrom(note.leaves, span.start)];
  const item = leaf && outermostItem(leaf, span);
  const ink = /\S/.exec(note.text.slice(span.start, span.start + 5))?.index ?? 5;
  return ink > 0 ? "indented" : item ? listKind(note, item) : null;
}

/** The kind of list that a stretch ends with. */
export function lastList(note: Note, span: Span): string | null {
  const leaf = lastLeaf(note, span);
  const item = leaf && outermostItem(leaf, span);
  return item && listKind(note, item);
}

/** The kind of the list that stands directly before a leaf, in the same container. */
export function listBefore(note: Note, leaf: Leaf): string | null {
  let item = note.listItems[indexFrom(note.listItems, leaf.span.start) - 1] ?? null;
  while (item !== null && item.parent !== leaf.item) item = item.parent;
  return item && isBetweenBlocks(note.text, item.fullSpan.end, leaf.span.start) ? listKind(note, item) : null;
}

/**
 * What follows a leaf directly, in the same container, when a list before it would take that in; `column` is where the
 * container's content starts.
 */
export function joinableAfter(note: Note, leaf: Leaf, column: number): string | null {
  const ink = nextInk(note, leaf);
  if (!ink || ink.column < column) return null;
  if (ink.column > column) return "indented";
  const item = note.listItems[indexFrom(note.listItems, ink.offset)];
  return item?.marker.start === ink.offset ? listKind(note, item) : null;
}

/** What has to follow a stretch to end its last block, when that would go on to the end of the document. */
export function missingEnd(note: Note, span: Span): string | null {
  const leaf = lastLeaf(note, span);
  // A list item or quote ends what is open in it.
  if (!leaf || outermostItem(leaf, span) || isQuoted(leaf, span)) return null;
  const text = note.text.slice(leaf.span.start, leaf.span.end);
  const comment = enclosing(note.comments, leaf.span.end - 1);
  if (comment && comment.content.end === comment.span.end) return comment.kind === "html" ? "-->" : "%%";
  if (leaf.type === "math") return text.indexOf("$$", 2) < 0 ? "$$" : null;
  const fence = leaf.type === "code" ? /^(?:`{3,}|~{3,})/.exec(text)?.[0] : undefined;
  if (fence === undefined) return null;
  const lines = text.split("\n");
  const last = lines.length > 1 ? (lines.at(-1)?.trim() ?? "") : "";
  return last.startsWith(fence) && last.replaceAll(fence.charAt(0), "") === "" ? null : fence;
}

/** The last leaf of a stretch; footnotes do not count, since they move to the end of the document. */
function lastLeaf(note: Note, span: Span): Leaf | null {
  for (let index = indexFrom(note.leaves, span.end) - 1; index >= 0; index--) {
    const leaf = note.leaves[index];
    if (!leaf || leaf.span.end <= span.start) return null;
    if (!footnoteAt(note, leaf.span.start)) return leaf;
  }
  return null;
}

/** The outermost list item around a leaf within a span, unless a quote stands around that. */
function outermostItem(leaf: Leaf, span: Span): ListItem | null {
  let outermost: ListItem | null = null;
  for (let { item } = leaf; item && contains(span, item.fullSpan); item = item.parent) outermost = item;
  for (let { quote } = leaf; quote && contains(span, quote.span); quote = quote.parent) {
    if (outermost && contains(quote.span, outermost.fullSpan)) return null;
  }
  return outermost;
}

/** Whether a quote within a span stands around a leaf. */
function isQuoted(leaf: Leaf, span: Span): boolean {
  return leaf.quote !== null && contains(span, leaf.quote.span);
}

/** `-`, `*` and `+` are lists of their own, and so are numbers with `.` and `)`. */
function listKind(note: Note, item: ListItem): string {
  return note.text.charAt(item.marker.end - 1);
}

function isBetweenBlocks(text: string, start: number, end: number): boolean {
  return /^[\s>]*$/.test(text.slice(start, end));
}
