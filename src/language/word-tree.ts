import { lowerCase } from "../base";
import type { Scanner } from "../base";
import { spellings } from "./fold";
import type { Words } from "./lexicon";
import { FirstWords } from "./words";

/** A character of words, with those that may follow it. */
interface Branch<T> {
  readonly next: Map<number, Branch<T>>;
  /** What the word means that ends here, if one does. */
  value: T | undefined;
}

/** So many blanks stand at most between the words of one entry. */
const mostBlanks = 3;

/** A word that stands in a text. */
export interface WordFound<T> {
  readonly value: T;
  readonly end: number;
}

/**
 * Words by their letters, to be found at an offset of a text that is `unaccented`, whatever its case. It looks at each
 * character of the text once, however many words there are.
 */
export class WordTree<T> {
  readonly #root: Branch<T> = branch();
  /** 1 where a word begins with this character of ASCII: almost everywhere that decides. */
  readonly #first = new Uint8Array(128);
  readonly #firstWords = new FirstWords();
  readonly #isWhole: boolean;

  /** @param isWhole Whether a word that ends with a letter from A to Z must not go on with one. */
  constructor(words: Iterable<readonly [word: string, value: T]>, isWhole = true) {
    this.#isWhole = isWhole;
    for (const [word, value] of words)
      for (const spelling of spellings(word)) {
        let at = this.#root;
        for (const char of spelling.replace(/ +/g, " ")) at = grown(at, char.charCodeAt(0));
        at.value ??= value;
        const first = spelling.charCodeAt(0);
        if (first < this.#first.length) this.#first[first] = 1;
        this.#firstWords.add(spelling);
      }
  }

  /** The longest of the words that begins at an offset. */
  at(text: string, from: number): WordFound<T> | null {
    if (this.#first[lowerCase(text.charCodeAt(from))] === 0) return null;
    let found: WordFound<T> | null = null;
    let node = this.#root;
    for (let at = from; at < text.length;) {
      const code = lowerCase(text.charCodeAt(at));
      const next = node.next.get(code);
      if (next === undefined) break;
      node = next;
      at = code === blank ? blanksEnd(text, at) : at + 1;
      if (node.value !== undefined && !(this.#isWhole && isLower(code) && isLower(lowerCase(text.charCodeAt(at)))))
        found = { value: node.value, end: at };
    }
    return found;
  }

  /** Whether one of the words may begin with a word of `TextWords` by its code: nearly all are told from that. */
  mayBeginWith(code: number): boolean {
    return this.#firstWords.mayHold(code);
  }

  /** Goes over the longest of the words that stands next. */
  take(scanner: Scanner): T | undefined {
    const found = this.at(scanner.text, scanner.at);
    if (found !== null) scanner.at = found.end;
    return found?.value;
  }
}

/** Words with what each of them means. */
export function treeOf<T>(words: Iterable<readonly [word: string, value: T]>): WordTree<T> {
  return new WordTree(words);
}

/** Words that all mean the same. */
export function wordTree(words: Words, isWhole = true): WordTree<true> {
  return new WordTree(
    words.map((word) => [word, true] as const),
    isWhole,
  );
}

const blank = 32;

function branch<T>(): Branch<T> {
  return { next: new Map(), value: undefined };
}

function grown<T>(from: Branch<T>, code: number): Branch<T> {
  const known = from.next.get(code);
  if (known !== undefined) return known;
  const made = branch<T>();
  from.next.set(code, made);
  return made;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (at - from < mostBlanks && text.charCodeAt(at) === blank) at++;
  return at;
}
