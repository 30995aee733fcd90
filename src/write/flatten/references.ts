import { enclosing, within } from "../../base";
import type { Note, ReferenceLink } from "../../note";
import type { Span } from "../../base";
import type { Library } from "../../vault";
import { relativeTarget } from "./links";

/** A link by reference, `[words][ref]` or `[ref]`, and where its definition is. */
export interface ReferenceUse {
  /** From the end of the words in brackets to the end of the link: what `(target)` takes the place of. */
  readonly span: Span;
  readonly definition: ReferenceLink;
}

/**
 * The links by reference in a span of a note, as far as the note defines them. A definition counts for the
 * whole document, so in one made of several notes each has to become part of its links.
 */
export function referenceUses(note: Note, span: Span): readonly ReferenceUse[] {
  if (note.referenceLinks.length === 0) return [];
  const definitions = new Map(
    [...note.referenceLinks].reverse().map((definition) => [label(definition.id), definition]),
  );
  const uses: ReferenceUse[] = [];
  for (const leaf of within(note.leaves, span)) {
    if (leaf.type !== "paragraph" && leaf.type !== "heading" && leaf.type !== "table") continue;
    for (const match of note.text.slice(leaf.span.start, leaf.span.end).matchAll(/\[([^[\]]*)\](?:\[([^[\]]*)\])?/g)) {
      const start = leaf.span.start + match.index;
      const end = start + match[0].length;
      const definition = definitions.get(label(match[2] ? match[2] : (match[1] ?? "")));
      if (!definition || note.text[start - 1] === "\\" || isTaken(note, start)) continue;
      uses.push({ span: { start: start + (match[1] ?? "").length + 2, end }, definition });
    }
  }
  return uses;
}

/** The same link with its target beside it, from the host note: `(target "title")`. */
export function inlineTarget(library: Library, note: Note, { target, span }: ReferenceLink, host: string): string {
  const title =
    /^[^\]]*\]:\s*(?:<[^>\n]*>|\S+)(\s+\S.*)?$/s.exec(note.text.slice(span.start, span.end))?.[1]?.trim() ?? "";
  return `(${relativeTarget(library, target, note.path, host)}${title === "" ? "" : ` ${title}`})`;
}

/** Whether a bracket belongs to something else. */
function isTaken(note: Note, offset: number): boolean {
  return [note.code, note.comments, note.links, note.embeds].some((facts: readonly { readonly span: Span }[]) =>
    enclosing(facts, offset),
  );
}

/** References are compared without case, white space counts as one space. */
function label(id: string): string {
  return id.trim().replace(/\s+/g, " ").toLowerCase();
}
