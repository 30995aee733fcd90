/**
 * The words of a folded text: read once, they serve every table of phrases. Where words have no blanks between them,
 * each character is one. Of word `n` three numbers stand from `3 * n` on: its first offset, the offset behind it, its
 * `codeOf`. That is all that most tables need to see that no phrase of theirs begins there.
 */
export interface TextWords {
  readonly text: string;
  readonly words: readonly number[];
}

/** Finds the words of a text that is `folded`, from an offset on. */
export function textWords(text: string, first = 0): TextWords {
  const words: number[] = [];
  for (let at = first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isEastAsian(unit)) words.push(at, at + 1, joined(0, unit));
    else if (isWordly(unit)) at = addWord(text, at, words) - 1;
  }
  return { text, words };
}

/** Adds the word that begins at an offset, and what of it begins behind an apostrophe, as in "l'incident"; its end. */
function addWord(text: string, start: number, words: number[]): number {
  let code = 0;
  let inner = -1;
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (!isWordly(unit)) break;
    if (unit === apostrophe && inner < 0) inner = end + 1;
    code = joined(code, unit);
  }
  words.push(start, end, end - start > longestWord ? noWord : code);
  for (let from = inner < 0 ? end : inner; from < end; from = behindApostrophe(text, from, end))
    words.push(from, end, end - from > longestWord ? noWord : codeBetween(text, from, end));
  return end;
}

/** Longer than any phrase that is looked for at the end of a text. */
const longestEnding = 90;

/** The last words of a folded text, and the text without the blanks at its end: for what it may end with. */
export function lastWords(text: string): TextWords {
  const bare = text.trimEnd();
  const from = bare.length - longestEnding;
  return textWords(bare, from > 0 ? wordEnd(bare, from) : 0);
}

/** The same of the text before an offset. */
export function lastWordsBefore({ text, words }: TextWords, end: number): TextWords {
  if (end >= text.length) return { text, words };
  const bare = text.slice(0, end).trimEnd();
  let count = words.length;
  while (count > 0 && (words[count - 3] ?? 0) >= bare.length) count -= 3;
  // Within a word, or where more words may count than were read.
  return (words[count - 2] ?? 0) > bare.length || text.length > longestEnding
    ? lastWords(bare)
    : { text: bare, words: words.slice(0, count) };
}

/** Nothing longer stands in a list. */
const longestWord = 48;
/** The code of no word. */
const noWord = -1;

function behindApostrophe(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === apostrophe) return at + 1;
  return end;
}

function codeBetween(text: string, from: number, end: number): number {
  let code = 0;
  for (let at = from; at < end; at++) code = joined(code, text.charCodeAt(at));
  return code;
}

/** A number for a word, the same for the same letters; different words seldom share one. */
export function codeOf(word: string): number {
  return codeBetween(word, 0, word.length);
}

/** The code of a word that goes on with one more UTF-16 unit; small enough to need no memory of its own. */
export function joined(code: number, unit: number): number {
  return (Math.imul(code, 31) + unit) & 0x3fffffff;
}

/** The words that entries of a list begin with, as far as their codes tell them: few others pass. */
export class FirstWords {
  readonly #codes = new Uint8Array(remainders);

  /** Adds the first word of a folded entry. */
  add(entry: string): void {
    this.#codes[codeOf(entry.slice(0, wordEnd(entry, 0))) & (remainders - 1)] = 1;
  }

  /** Whether a word with this code may be among them. */
  mayHold(code: number): boolean {
    return this.#codes[code & (remainders - 1)] === 1;
  }
}

const remainders = 1024;

/** Offset behind the word that begins at `at`: at least one unit. */
export function wordEnd(text: string, at: number): number {
  return isEastAsian(text.charCodeAt(at)) ? at + 1 : Math.max(runEnd(text, at), at + 1);
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (isWordly(text.charCodeAt(end))) end++;
  return end;
}

/** Scripts whose words have no blanks between them, and the signs that go with them. */
export function isEastAsian(unit: number): boolean {
  return unit > 0x2e7f;
}

/**
 * Whether `，` or `。` stands before an offset of a folded text, where it looks like the sign within a number. It parts
 * sentences, and what stands behind it begins anew.
 */
export function isBehindStop(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === "." || before === ",") && isEastAsian(text.charCodeAt(at - 2));
}

const apostrophe = 39;

/** A letter, digit or fraction (½) of an alphabet, an apostrophe, or the `@` of a handle. */
function isWordly(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    unit === apostrophe ||
    unit === 64 ||
    (unit > 0xbb && unit <= 0x2e7f && !isSign(unit))
  );
}

/** Blanks, dashes, arrows and other signs among the letters of alphabets. */
function isSign(unit: number): boolean {
  return (unit >= 0x2000 && unit < 0x2c00) || unit >= 0x2e00 || unit === 0xbf || unit === 0xd7 || unit === 0xf7;
}
