import type { Note } from "../note/note";
import type { Library } from "../vault/library";
import type { Settings } from "./settings";

/** What was read from the notes of one library as it is now. */
interface Known<T> {
  /** How many changes the library had seen. */
  readonly changes: number;
  readonly settings: Settings;
  readonly byNote: Map<Note, T>;
}

/**
 * The same reading, known as long as neither the library nor the settings change: a note that was
 * edited is read by its check, the panels and the figures in turn.
 *
 * @param most How many notes are remembered, where each is worth much memory.
 */
export function remembered<T>(most: number, read: (note: Note, library: Library, settings: Settings) => T): (note: Note, library: Library, settings: Settings) => T {
  const libraries = new WeakMap<Library, Known<T>>();
  return (note, library, settings) => {
    let known = libraries.get(library);
    if (known?.settings !== settings || known.changes !== library.changes.length || known.byNote.size > most) {
      known = { changes: library.changes.length, settings, byNote: new Map() };
      libraries.set(library, known);
    }
    const before = known.byNote.get(note);
    if (before !== undefined) return before;
    const result = read(note, library, settings);
    known.byNote.set(note, result);
    return result;
  };
}
