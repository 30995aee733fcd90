import type { Note } from "../note/note";
import type { Library } from "../vault/library";

/** A library, and the notes that stand in for its own. */
export interface Layer {
  readonly base: Library;
  readonly edited: ReadonlyMap<string, Note>;
}

const layers = new WeakMap<Library, Layer>();

/** The library as it would be with other notes at some paths; the library itself stays as it is, and so must `edited`. */
export function withNotes(base: Library, edited: ReadonlyMap<string, Note>): Library {
  const library: Library = {
    ...base,
    note: (path) => edited.get(path) ?? base.note(path),
    paths: () => new Set([...base.paths(), ...edited.keys()]),
    exists: (path) => edited.has(path) || base.exists(path),
  };
  layers.set(library, { base, edited });
  return library;
}

/** What a library was made of by {@link withNotes}; null for every other one. */
export function layerOf(library: Library): Layer | null {
  return layers.get(library) ?? null;
}
