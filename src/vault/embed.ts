import type { Embed } from "../note/note";
import type { Place } from "../note/span";
import type { Library } from "./library";
import type { EmbedProblem, ResolvedText } from "./resolved-text";

/** What an embed shows. */
export type ResolvedEmbed =
  /** Part of a note: `span` is the section, block or whole body that is shown. */
  | { readonly kind: "text"; readonly place: Place }
  /** An image, PDF, canvas or other file that is shown as it is. */
  | { readonly kind: "attachment"; readonly path: string }
  | { readonly kind: "external" }
  | { readonly kind: "problem"; readonly problem: EmbedProblem };

/**
 * Finds what an embed shows. `trail` holds the embeds that led to it, outermost first: an embed that
 * shows text around one of them again is a cycle. The same embed twice side by side is none.
 */
export function resolveEmbed(_library: Library, _embed: Embed, _from: string, _trail: readonly Place[] = []): ResolvedEmbed {
  return { kind: "external" };
}

export interface ResolveOptions {
  /** How many embeds deep to follow. */
  readonly depth: number;
}

/** The text of a place with every embed of text replaced by what it shows; what cannot be shown stays as written and is a problem. */
export function resolveText(library: Library, place: Place, _options: ResolveOptions): ResolvedText {
  const text = library.note(place.path)?.text.slice(place.span.start, place.span.end) ?? "";
  return { text, pieces: [], problems: [] };
}
