import type { Note } from "../note/note";
import type { Library } from "../vault/library";

/** The library as it would be with other notes at some paths; the library itself stays as it is. */
export function withNotes(library: Library, edited: ReadonlyMap<string, Note>): Library {
  return {
    note: (path) => edited.get(path) ?? library.note(path),
    paths: () => new Set([...library.paths(), ...edited.keys()]),
    exists: (path) => edited.has(path) || library.exists(path),
    resolve: (linkpath, from) => library.resolve(linkpath, from),
    add: (path) => {
      library.add(path);
    },
    update: (path, text) => library.update(path, text),
    remove: (path) => library.remove(path),
    embedders: (path) => library.embedders(path),
    wanted: (path) => library.wanted(path),
  };
}
