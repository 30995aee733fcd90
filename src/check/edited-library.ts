import type { Note } from "../note/note";
import type { Library } from "../vault/library";

/** The library as it would be with other notes at some paths; the library itself stays as it is. */
export function withNotes(library: Library, edited: ReadonlyMap<string, Note>): Library {
  return {
    ...library,
    note: (path) => edited.get(path) ?? library.note(path),
    paths: () => new Set([...library.paths(), ...edited.keys()]),
    exists: (path) => edited.has(path) || library.exists(path),
  };
}
