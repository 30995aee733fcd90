import type { Place, Span } from "../../src/base";
import type { EmbedProblem, ExpandOptions, Expansion, Library } from "../../src/vault";
import { expand } from "../../src/vault";

/** One stretch of resolved text and where it came from, character for character. */
interface Piece {
  /** Where this piece stands in the resolved text. */
  readonly span: Span;
  /** The text it is a copy of. */
  readonly origin: Place;
  /** The embeds that led here, outermost first; empty for the note's own text. */
  readonly trail: readonly Place[];
}

/** A note's text with embeds replaced by what they show; every piece keeps its origin. */
export interface ResolvedText {
  readonly text: string;
  /** In the order of the text, without gaps; an empty text has none. */
  readonly pieces: readonly Piece[];
  readonly problems: readonly EmbedProblem[];
}

/**
 * The text of a place with every embed of text replaced by what it shows; what cannot be shown stays as
 * written and is a problem. Attachments stay as written too. A note that is not held gives an empty text.
 */
export function resolveText(library: Library, place: Place, options: ExpandOptions): ResolvedText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const problems: EmbedProblem[] = [];
  let length = 0;
  const copy = ({ note, trail }: Expansion, start: number, end: number): void => {
    if (end <= start) return;
    parts.push(note.text.slice(start, end));
    pieces.push({
      span: { start: length, end: length + end - start },
      origin: { path: note.path, span: { start, end } },
      trail,
    });
    length += end - start;
  };
  const write = (expansion: Expansion): void => {
    let position = expansion.span.start;
    for (const expanded of expansion.embeds) {
      if (expanded.kind === "problem") {
        problems.push(expanded.problem);
        continue;
      }
      copy(expansion, position, expanded.embed.span.start);
      write(expanded.shown);
      position = expanded.embed.span.end;
    }
    copy(expansion, position, expansion.span.end);
  };
  const note = library.note(place.path);
  if (note !== null) write(expand(library, note, place.span, options));
  return { text: parts.join(""), pieces, problems };
}
