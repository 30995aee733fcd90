import type { Note } from "../note/note";
import type { Place } from "../base/span";
import type { Piece } from "../vault/resolved-text";

/** Text under construction that remembers which stretches are copies of which note. */
export class Writer {
  readonly pieces: Piece[] = [];
  /** The list that ended here, when nothing has been written since. */
  #list: { readonly kind: string; readonly prefix: string; readonly end: number } | null = null;
  readonly #parts: string[] = [];
  #length = 0;
  /** Where the last character stands that is neither white space nor the mark of a quote. */
  #ink = 0;

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length;
  }

  /** The last character written, or an empty string. */
  get last(): string {
    return this.#parts.at(-1)?.at(-1) ?? "";
  }

  write(text: string): void {
    if (text === "") return;
    this.#parts.push(text);
    for (let at = text.length; at > 0; at--) {
      if (blank.has(text.charAt(at - 1))) continue;
      this.#ink = this.#length + at;
      break;
    }
    this.#length += text.length;
  }

  /** Writes a note's text from `start` to `end`; `trail` holds the embeds that led to it. */
  copy(note: Note, start: number, end: number, trail: readonly Place[]): void {
    if (end <= start) return;
    this.pieces.push({ span: { start: this.#length, end: this.#length + end - start }, origin: { path: note.path, span: { start, end } }, trail });
    this.write(note.text.slice(start, end));
  }

  /** Tells that a list of this kind ends here, among lines that start with `prefix`. */
  endList(kind: string, prefix: string): void {
    this.#list = { kind, prefix, end: this.#ink };
  }

  /** Whether the list that the text ends with would take in what comes next: a list of its kind, or what is `indented`. */
  listTakesIn(next: string, prefix: string): boolean {
    const list = this.#list;
    return list?.prefix === prefix && list.end === this.#ink && (next === "indented" || next === list.kind);
  }

  text(): string {
    return this.#parts.join("");
  }
}

const blank: ReadonlySet<string> = new Set(" \t\r\n>");
