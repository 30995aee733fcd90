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

/**
 * What was read from the notes of a library, for as long as neither it nor the settings change: a part of its memory. A
 * note that was edited is read by its check, the panels and the figures in turn, and this spares them the work.
 * Remembers the library itself, and the last one with edited notes ({@link Library.layer}).
 */
export class Readings<T> {
  #ofVault: OfLibrary<T> | null = null;
  #ofEdited: OfLibrary<T> | null = null;
  readonly #most: number;

  /** @param most How many notes are remembered of each, where each is worth much memory. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Null for what is not known, or not any more. */
  known(note: Note, library: Library, settings: Settings): T | null {
    const known = this.#current(library, settings)?.byNote.get(note.path);
    return known?.text === note.text ? known.reading : null;
  }

  keep(note: Note, library: Library, settings: Settings, reading: T): void {
    const of = this.#current(library, settings);
    if (of !== null && of.byNote.size < this.#most) {
      of.byNote.set(note.path, { text: note.text, reading });
      return;
    }
    const anew = {
      library,
      changes: library.changes.length,
      settings,
      byNote: new Map([[note.path, { text: note.text, reading }]]),
    };
    if (library.layer === null) this.#ofVault = anew;
    else this.#ofEdited = anew;
  }

  #current(library: Library, settings: Settings): OfLibrary<T> | null {
    const of = library.layer === null ? this.#ofVault : this.#ofEdited;
    return of?.library === library && of.settings === settings && of.changes === library.changes.length ? of : null;
  }
}
