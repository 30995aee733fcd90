import { enclosing, within } from "../../base";
import type { Footnote, Heading, Note } from "../../note";
import type { Span } from "../../base";
import type { Expansion } from "../../vault";
import type { Manner } from "./blocks";
import { mannerOf } from "./blocks";
import { deepestLevel, levelAt, Outline, shiftUnder } from "./headings";
import { footnoteAt, footnotesWithin } from "./layout";

/** The names that one document needs for what came from many notes: each one once, the host's own as they are. */
export interface Names {
  /** The block ids in a stretch of text, in order. */
  blockMarks(stretch: Expansion): readonly BlockName[];
  /** The id in the document of a block that came along in a stretch; null when it did not. */
  block(stretch: Expansion, id: string): string | null;
  /** The id in the document of a footnote of an embedded note; null when that has none of this id. */
  footnote(note: Note, id: string): string | null;
  /** A name that no footnote of the document has: the wanted one, or with a number. */
  freshFootnote(wanted: string): string;
  readonly outline: Outline;
  /** The footnotes of embedded notes that the document needs, in the order of their first use. */
  readonly footnotes: readonly EmbeddedFootnote[];
}

/** A `^id` and its id in the document. */
export interface BlockName {
  /** With the `^`. */
  readonly span: Span;
  readonly name: string;
}

export interface EmbeddedFootnote {
  readonly footnote: Footnote;
  readonly stretch: Expansion;
}

/** Names everything in `host` and in what it embeds; `open` gives the text of an embedded note's footnote. */
export function nameAll(host: Expansion, open: (note: Note, footnote: Footnote) => Expansion | null): Names {
  const blockMarks = new Map<Expansion, readonly BlockName[]>();
  const blockNames = new Map<Expansion, ReadonlyMap<string, string>>();
  const footnoteNames = new Map<string, string>();
  const footnotes: EmbeddedFootnote[] = [];
  const outline = new Outline();
  const linkedIds = host.note.links.flatMap(({ target }) =>
    target.includes("#^") ? [target.slice(target.indexOf("#^") + 2).toLowerCase()] : [],
  );
  const freshBlock = freshNames([...host.note.blocks.keys(), ...linkedIds]);
  const freshFootnote = freshNames(
    [...host.note.footnotes, ...host.note.footnoteRefs].map(({ id }) => id.toLowerCase()),
  );
  const footnotesOf = memoised(
    (note: Note) => new Map([...note.footnotes].reverse().map((footnote) => [footnote.id.toLowerCase(), footnote])),
  );
  const footnoteKey = (note: Note, id: string) => `${id.toLowerCase()}\n${note.path}`;

  const visit = (stretch: Expansion, as: Manner, nested: boolean, level: number): void => {
    const { note, span } = stretch;
    const own = note.path === host.note.path;
    const marks = within(note.blockMarks, span).map(({ span, id }) => ({
      span,
      id,
      name: stretch === host ? id : freshBlock(id),
    }));
    // Of two equal ids in a note, links lead to the first one.
    const named = marks.filter((mark) => note.blocks.get(mark.id.toLowerCase())?.idSpan.start === mark.span.start);
    blockMarks.set(stretch, marks);
    blockNames.set(stretch, new Map(as === "blocks" ? named.map(({ id, name }) => [id.toLowerCase(), name]) : []));
    const used = own ? [] : [...within(note.footnoteRefs, span), ...footnotesWithin(note, span)];
    for (const { id } of used) {
      const key = footnoteKey(note, id);
      const footnote = footnoteNames.has(key) ? undefined : footnotesOf(note).get(id.toLowerCase());
      const text = footnote && open(note, footnote);
      if (!text) continue;
      footnoteNames.set(key, freshFootnote(id));
      footnotes.push({ footnote, stretch: text });
    }
    const shift = stretch === host ? 0 : shiftUnder(stretch, level);
    const parts = [...within(note.headings, span).filter((heading) => heading.root), ...stretch.embeds].sort(
      (a, b) => startOf(a) - startOf(b),
    );
    for (const part of parts) {
      if ("level" in part) {
        if (!nested) outline.add(stretch, part, Math.min(deepestLevel, part.level + shift));
      } else if (part.kind === "text") {
        const leaf = enclosing(note.leaves, part.embed.span.start);
        const inContainer =
          leaf?.type !== "paragraph" ||
          leaf.item !== null ||
          leaf.quote !== null ||
          footnoteAt(note, leaf.span.start) !== null;
        visit(part.shown, mannerOf(note, part, as), nested || inContainer, levelAt(stretch, part.embed, level, shift));
      }
    }
  };
  visit(host, "blocks", false, 0);
  // The list grows while the footnotes in it turn out to need others.
  for (const { stretch } of footnotes) visit(stretch, "blocks", true, 0);

  return {
    blockMarks: (stretch) => blockMarks.get(stretch) ?? [],
    block: (stretch, id) => blockNames.get(stretch)?.get(id.toLowerCase()) ?? null,
    footnote: (note, id) => footnoteNames.get(footnoteKey(note, id)) ?? null,
    freshFootnote,
    outline,
    footnotes,
  };
}

function startOf(part: Heading | Expansion["embeds"][number]): number {
  return "level" in part ? part.span.start : part.embed.span.start;
}

/** Gives names that were not given before: the wanted one, or else with the next free number. */
function freshNames(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return (wanted) => {
    const key = wanted.toLowerCase();
    let name = wanted;
    let number = next.get(key) ?? 2;
    while (used.has(name.toLowerCase())) name = /^\d+$/.test(wanted) ? String(number++) : `${wanted}-${number++}`;
    next.set(key, number);
    used.add(name.toLowerCase());
    return name;
  };
}

function memoised<Value>(make: (note: Note) => Value): (note: Note) => Value {
  const made = new Map<Note, Value>();
  return (note) => {
    const known = made.get(note) ?? make(note);
    made.set(note, known);
    return known;
  };
}
