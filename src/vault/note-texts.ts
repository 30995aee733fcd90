import type { Note } from "../note";
import { parseNote } from "../note";

/** The texts of notes by path, the last few that were asked for parsed as well. */
export class NoteTexts {
  readonly #texts = new Map<string, string>();
  /** Parsed notes; the one that was asked for last stands at the end. */
  readonly #parsed = new Map<string, Note>();

  /** @param most How many notes stay parsed. */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.#texts.size;
  }

  paths(): Iterable<string> {
    return this.#texts.keys();
  }

  text(path: string): string | null {
    return this.#texts.get(path) ?? null;
  }

  note(path: string): Note | null {
    const text = this.text(path);
    return text === null ? null : this.#keep(this.#parsed.get(path) ?? parseNote(text, path));
  }

  /** Takes a text, and returns it parsed. A note whose text cannot be parsed is not held. */
  set(path: string, text: string): Note {
    this.delete(path);
    const note = parseNote(text, path);
    this.#texts.set(path, text);
    return this.#keep(note);
  }

  delete(path: string): void {
    this.#texts.delete(path);
    this.#parsed.delete(path);
  }

  #keep(note: Note): Note {
    this.#parsed.delete(note.path);
    this.#parsed.set(note.path, note);
    for (const oldest of this.#parsed.keys()) {
      if (this.#parsed.size <= this.most) break;
      this.#parsed.delete(oldest);
    }
    return note;
  }
}
