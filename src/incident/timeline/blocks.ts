import { sectionEnds } from "../../note";
import type { Code, ListItem, Note, SectionEnd, Table } from "../../note";
import type { Span } from "../../base";
import { indexFrom, within } from "../../base";
import type { Expansion } from "../../vault";

/** A part of a timeline in which an event may stand; spans are offsets in `note`. */
export type Block =
  | {
      readonly kind: "heading";
      readonly note: Note;
      readonly span: Span;
      readonly text: Span;
      readonly level: number;
      readonly ends: SectionEnd;
      readonly quoted: boolean;
    }
  /** A list item: `span` with everything nested in it, `text` its own first paragraph. */
  | {
      readonly kind: "item";
      readonly note: Note;
      readonly span: Span;
      readonly text: Span;
      readonly item: ListItem;
      readonly quoted: boolean;
    }
  | {
      readonly kind: "table";
      readonly note: Note;
      readonly span: Span;
      readonly table: Table;
      readonly quoted: boolean;
    }
  | { readonly kind: "paragraph"; readonly note: Note; readonly span: Span; readonly quoted: boolean }
  | { readonly kind: "code"; readonly note: Note; readonly span: Span; readonly code: Code }
  /** An embed with the blocks that it shows. */
  | { readonly kind: "embed"; readonly note: Note; readonly span: Span; readonly blocks: readonly Block[] };

/**
 * The blocks of an expansion in the order of the text, embedded ones in the place of their embed.
 *
 * @param inQuote The text is embedded in a quote.
 */
export function blocksOf({ note, span, embeds }: Expansion, inQuote = false): readonly Block[] {
  const isInQuote = quoteFinder(note);
  const isQuoted = (offset: number) => inQuote || isInQuote(offset);
  const ends = sectionEnds(note);
  const blocks: Block[] = [];
  for (const [index, heading] of indexed(note.headings, span)) {
    const own = ends[index] ?? { end: note.text.length, containerEnd: null };
    blocks.push({
      kind: "heading",
      note,
      span: heading.span,
      text: heading.textSpan,
      level: heading.level,
      ends: own,
      quoted: isQuoted(heading.span.start),
    });
  }
  for (const item of within(note.listItems, span)) {
    blocks.push({
      kind: "item",
      note,
      span: item.fullSpan,
      text: item.textSpan,
      item,
      quoted: isQuoted(item.span.start),
    });
  }
  for (const table of within(note.tables, span))
    blocks.push({ kind: "table", note, span: table.span, table, quoted: isQuoted(table.span.start) });
  // A label in the middle of a paragraph begins and ends a span there.
  for (let index = indexFrom(note.leaves, span.start + 1) - 1; index < note.leaves.length; index++) {
    const leaf = note.leaves[index];
    if (leaf === undefined || leaf.span.end <= span.start) continue;
    if (leaf.span.start >= span.end) break;
    if (leaf.type !== "paragraph" || leaf.item !== null) continue;
    const start = Math.max(leaf.span.start, span.start);
    const end = Math.min(leaf.span.end, span.end);
    const source = note.text.slice(start, end);
    const lead = source.length - source.trimStart().length;
    if (lead < source.length)
      blocks.push({
        kind: "paragraph",
        note,
        span: { start: start + lead, end: start + source.trimEnd().length },
        quoted: isQuoted(start),
      });
  }
  for (const code of within(note.code, span))
    if (code.kind !== "inline") blocks.push({ kind: "code", note, span: code.span, code });
  for (const embed of embeds) {
    if (embed.kind === "text")
      blocks.push({
        kind: "embed",
        note,
        span: embed.embed.span,
        blocks: blocksOf(embed.shown, isQuoted(embed.embed.span.start)),
      });
  }
  return blocks.sort((a, b) => a.span.start - b.span.start);
}

/** The facts within a span, each with its index in the note's list. */
function indexed<Fact extends { readonly span: Span }>(
  facts: readonly Fact[],
  span: Span,
): readonly (readonly [number, Fact])[] {
  const found = within(facts, span);
  const first = found[0] === undefined ? 0 : facts.indexOf(found[0]);
  return found.map((fact, at) => [first + at, fact] as const);
}

/** Tells whether an offset lies in a block quote; callouts are the writer's own words. */
function quoteFinder(note: Note): (offset: number) => boolean {
  // The outermost ones, within callouts too: they do not overlap.
  let end = 0;
  const quotes = note.quotes.filter(({ callout, span }) => {
    if (callout !== null || span.start < end) return false;
    ({ end } = span);
    return true;
  });
  return (offset) => {
    let low = 0;
    let high = quotes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotes[middle]?.span.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (quotes[low]?.span.start ?? Infinity) <= offset;
  };
}
