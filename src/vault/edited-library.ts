import type { Note } from "../note";
import type { Library } from "./library";

/** The library with this very note at its path. */
export function withNote(library: Library, note: Note): Library {
  return library.text(note.path) === note.text ? library : withNotes(library, new Map([[note.path, note]]));
}

/**
 * The library as it would be with other notes at some paths; the library itself stays as it is, and so must `edited`.
 */
export function withNotes(base: Library, edited: ReadonlyMap<string, Note>): Library {
  return {
    ...base,
    layer: { base, edited },
    note: (path) => edited.get(path) ?? base.note(path),
    text: (path) => edited.get(path)?.text ?? base.text(path),
    paths: () => new Set([...base.paths(), ...edited.keys()]),
    exists: (path) => edited.has(path) || base.exists(path),
  };
}
