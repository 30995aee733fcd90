import type { PhraseTable } from "./pattern";

/** Goes through a folded text with single blanks from its beginning, by words and by signs; blanks count nothing. */
export class WordCursor {
  #at: number;

  constructor(
    readonly text: string,
    at = 0,
  ) {
    this.#at = at;
    this.#skipBlanks();
  }

  /** Offset of what stands next. */
  get at(): number {
    return this.#at;
  }

  isDone(): boolean {
    return this.#at >= this.text.length;
  }

  /** What is still to come. */
  get rest(): string {
    return this.text.slice(this.#at);
  }

  /** Another that goes on from here. */
  fork(): WordCursor {
    return new WordCursor(this.text, this.#at);
  }

  /** Goes over the longest of the words that stands next, if any does. */
  word(table: PhraseTable<unknown>): boolean {
    const found = this.isDone() ? null : table.at(this.text, this.#at);
    if (found === null) return false;
    this.#at = found.end;
    this.#skipBlanks();
    return true;
  }

  /** Goes over up to `most` of the words. */
  words(table: PhraseTable<unknown>, most: number): void {
    for (let count = 0; count < most && this.word(table); count++);
  }

  /** Goes over whatever stands up to the next blank. */
  anyWord(): void {
    while (!this.isDone() && this.text.charAt(this.#at) !== " ") this.#at++;
    this.#skipBlanks();
  }

  /** Goes over one of these signs, if one stands next. */
  sign(signs: string): boolean {
    if (this.isDone() || !signs.includes(this.text.charAt(this.#at))) return false;
    this.#at++;
    this.#skipBlanks();
    return true;
  }

  #skipBlanks(): void {
    while (this.text.charAt(this.#at) === " ") this.#at++;
  }
}
