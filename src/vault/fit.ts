import { contains, enclosing, within } from "../base";
import type { Span } from "../base";
import type { Leaf, Note } from "../note";
import { inlineFootnoteEnd, longestInlineFootnote } from "../note";
import type { EmbedProblem } from "./embed";
import { embedProblem } from "./embed";
import type { ExpandedEmbed, Expansion } from "./expansion";

/** A place that holds no blocks: a table cell, a `^[footnote of the line]`, or a heading or title, which is a line. */
export type NarrowPlace = "cell" | "footnote" | "line";

/** The narrow place that an embed of a note stands in; null where there is room for blocks. */
export function narrowPlace(note: Note, embed: Span): NarrowPlace | null {
  const leaf = enclosing(note.leaves, embed.start);
  if (leaf?.type === "table") return "cell";
  const title = leaf?.quote?.callout?.title;
  if (leaf?.type !== "paragraph" || (title && contains(title, leaf.span))) return "line";
  return isInFootnote(note, leaf, embed) ? "footnote" : null;
}

/** Whether an embed stands in a `^[footnote of the line]`. */
function isInFootnote({ text }: Note, leaf: Leaf, span: Span): boolean {
  const from = Math.max(leaf.span.start, span.start - longestInlineFootnote);
  const open = text.slice(from, span.start).lastIndexOf("^[");
  return open >= 0 && inlineFootnoteEnd(text, from + open, leaf.span.end) > span.end;
}

/** Whether a stretch is one paragraph and nothing else, so that it can stand among other words. */
export function isInline({ note, span, embeds }: Expansion): boolean {
  const leaf = enclosing(note.leaves, span.start);
  if (leaf?.type !== "paragraph" || !contains(leaf.span, span) || leaf.span.start !== span.start) return false;
  return embeds.every((embed) => embed.kind === "problem" || isInline(embed.shown));
}

/** Whether a stretch can be written on one line, its blocks parted by `<br>`: it has no code, no table and the like. */
export function isOneLine({ note, span, embeds }: Expansion): boolean {
  return (
    // Footnotes move to the end of the document.
    within(note.leaves, span).every(
      ({ type, span: { start } }) => lines.has(type) || (enclosing(note.footnotes, start)?.id ?? "") !== "",
    ) &&
    embeds.every(
      (embed) => embed.kind === "problem" || narrowPlace(note, embed.span) !== null || isOneLine(embed.shown),
    )
  );
}

const lines: ReadonlySet<Leaf["type"]> = new Set(["paragraph", "heading", "comment", "thematicBreak", "definition"]);

/** Whether what an embed shows can stand in a place of this kind. */
export function fits(shown: Expansion, place: NarrowPlace): boolean {
  return isInline(shown) || (place !== "line" && isOneLine(shown));
}

/** An embed whose text has no room in its place once it is written there for good: the app shows it all the same. */
export interface UnfitEmbed {
  readonly embed: ExpandedEmbed["embed"];
  readonly problem: EmbedProblem;
}

/** The embeds in an expansion, at any depth, that have no room in their place. */
export function unfitEmbeds(outer: Expansion): readonly UnfitEmbed[] {
  return outer.embeds.flatMap((expanded): readonly UnfitEmbed[] => {
    if (expanded.kind === "problem") return [];
    const place = narrowPlace(outer.note, expanded.span);
    return place !== null && !fits(expanded.shown, place)
      ? [{ embed: expanded.embed, problem: unfit(outer, expanded, place) }]
      : unfitEmbeds(expanded.shown);
  });
}

const places: Readonly<Record<NarrowPlace, string>> = {
  cell: "a table cell",
  footnote: "a footnote of the line",
  line: "a heading",
};

/** The problem of an embed of `outer` that has no room in its place. */
export function unfit(
  { note, trail }: Expansion,
  { embed }: Pick<ExpandedEmbed, "embed">,
  place: NarrowPlace,
): EmbedProblem {
  return embedProblem(
    "unfit",
    `\`${embed.target}\` does not fit into ${places[place]}`,
    [...trail, { path: note.path, span: embed.span }],
    embed.target,
  );
}
