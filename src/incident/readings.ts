import type { Note } from "../note/note";
import type { Library } from "../vault/library";
import type { Settings } from "./settings";

/** What was read from the notes of one library as it is now. */
interface OfLibrary<T> {
  /** How many changes the library had seen. */
  readonly changes: number;
  readonly settings: Settings;
  readonly byNote: Map<Note, T>;
}

/** What was read from notes, by the library, for as long as neither it nor the settings change. */
export interface Readings<T> {
  /** Null for what is not known, or not any more. */
  known(note: Note, library: Library, settings: Settings): T | null;
  keep(note: Note, library: Library, settings: Settings, reading: T): void;
}

/**
 * A note that was edited is read by its check, the panels and the figures in turn: this spares them the work.
 *
 * @param most How many notes are remembered, where each is worth much memory.
 */
export function createReadings<T>(most: number): Readings<T> {
  const libraries = new WeakMap<Library, OfLibrary<T>>();
  const current = (library: Library, settings: Settings): OfLibrary<T> | null => {
    const of = libraries.get(library);
    return of?.settings === settings && of.changes === library.changes.length ? of : null;
  };
  return {
    known: (note, library, settings) => current(library, settings)?.byNote.get(note) ?? null,
    keep(note, library, settings, reading) {
      const of = current(library, settings);
      if (of !== null && of.byNote.size < most) of.byNote.set(note, reading);
      else libraries.set(library, { changes: library.changes.length, settings, byNote: new Map([[note, reading]]) });
    },
  };
}
