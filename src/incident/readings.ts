import type { Note } from "../note";
import type { Library } from "../vault";
import type { Settings } from "../settings";

/** What was read from the notes of one library as it is now. */
interface OfLibrary<T> {
  readonly library: Library;
  /** How many changes the library had seen. */
  readonly changes: number;
  readonly settings: Settings;
  /** By path; of another text at that path nothing is known. */
  readonly byNote: Map<string, { readonly text: string; readonly reading: T }>;
}

/** What was read from notes, by the library, for as long as neither it nor the settings change. */
export interface Readings<T> {
  /** Null for what is not known, or not any more. */
  known(note: Note, library: Library, settings: Settings): T | null;
  keep(note: Note, library: Library, settings: Settings, reading: T): void;
}

/**
 * A note that was edited is read by its check, the panels and the figures in turn: this spares them the work. Remembers
 * one vault, and one vault with edited notes ({@link Library.layer}).
 *
 * @param most How many notes are remembered of each, where each is worth much memory.
 */
export function createReadings<T>(most: number): Readings<T> {
  let ofVault: OfLibrary<T> | null = null;
  let ofEdited: OfLibrary<T> | null = null;
  const current = (library: Library, settings: Settings): OfLibrary<T> | null => {
    const of = library.layer === null ? ofVault : ofEdited;
    return of?.library === library && of.settings === settings && of.changes === library.changes.length ? of : null;
  };
  return {
    known(note, library, settings) {
      const known = current(library, settings)?.byNote.get(note.path);
      return known?.text === note.text ? known.reading : null;
    },
    keep(note, library, settings, reading) {
      const of = current(library, settings);
      if (of !== null && of.byNote.size < most) {
        of.byNote.set(note.path, { text: note.text, reading });
        return;
      }
      const anew = {
        library,
        changes: library.changes.length,
        settings,
        byNote: new Map([[note.path, { text: note.text, reading }]]),
      };
      if (library.layer === null) ofVault = anew;
      else ofEdited = anew;
    },
  };
}
