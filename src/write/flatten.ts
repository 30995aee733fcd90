import type { Edit } from "../note/span";
import type { Library } from "../vault/library";
import { resolveText, type EmbedProblem } from "../vault/resolved-text";

export interface FlattenOptions {
  /** How many embeds deep to follow. */
  readonly depth: number;
  /** Writes `%% from [[Note#Heading]] %%` before what an embed brought in. */
  readonly markOrigin?: boolean;
}

/** A note as a document that stands alone. */
export interface Flattened {
  readonly text: string;
  /** The same as edits of the note, one for each embed, so that its own text is left alone. */
  readonly edits: readonly Edit[];
  /** What could not be included; each stands as a visible remark in the text. */
  readonly problems: readonly EmbedProblem[];
}

/** The note at `path` with every embed of text replaced by what it shows; null when the library does not hold the note. */
export function flatten(library: Library, path: string, options: FlattenOptions): Flattened | null {
  const note = library.note(path);
  if (!note) return null;
  const { text, problems } = resolveText(library, { path, span: { start: 0, end: note.text.length } }, options);
  return { text, edits: [{ path, span: { start: 0, end: note.text.length }, text }], problems };
}
