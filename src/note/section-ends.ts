import { Latest } from "../base";
import type { Heading, Note } from "./note";

/** Where a heading's section ends. */
export interface SectionEnd {
  /**
   * Of a root heading the start of the next root heading of its level or a higher one; of a heading within a quote,
   * callout or list item the same among the headings of that container, at the latest the container's end.
   */
  readonly end: number;
  /** The end of the innermost quote, callout or list item around the heading; null at the root. */
  readonly containerEnd: number | null;
}

class SectionEnds extends Latest<Note, readonly SectionEnd[]> {}

/** Where the section of each heading ends, in the order of `note.headings`. Linear in the length of the note. */
export function sectionEnds(note: Note): readonly SectionEnd[] {
  return note.memory.part(SectionEnds).get(note, findSectionEnds);
}

interface OpenSection {
  readonly heading: Heading;
  readonly index: number;
}

function findSectionEnds(note: Note): readonly SectionEnd[] {
  const leaves = note.leaves.filter(({ type }) => type === "heading");
  const containers = leaves.map(({ item, quote }) => `${item?.marker.start ?? ""} ${quote?.span.start ?? ""}`);
  const ends = leaves.map(({ item, quote }) => {
    const around = [item?.fullSpan.end, quote?.span.end];
    const containerEnd = Math.min(...around.map((end) => end ?? Infinity));
    return containerEnd === Infinity
      ? { end: note.text.length, containerEnd: null }
      : { end: containerEnd, containerEnd };
  });
  const openIn = new Map<string, OpenSection[]>();
  for (const [index, heading] of note.headings.entries()) {
    const container = containers[index] ?? "";
    const open = openIn.get(container) ?? [];
    openIn.set(container, open);
    for (let last = open.at(-1); last !== undefined && last.heading.level >= heading.level; last = open.at(-1)) {
      const ended = ends[last.index];
      if (ended !== undefined) ended.end = heading.span.start;
      open.pop();
    }
    open.push({ heading, index });
  }
  return ends;
}
