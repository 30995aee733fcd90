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
  for (let at = first; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (isEastAsian(unit)) words.push(at, at + 1, joined(0, unit));
    const end = isEastAsian(unit) ? at + 1 : runEnd(text, at);
    // Behind an apostrophe a word begins, too: "l'incident".
    for (let from = isEastAsian(unit) ? end : at; from < end; from = behindApostrophe(text, from, end))
      words.push(from, end, end - from > longestWord ? noWord : codeBetween(text, from, end));
    at = Math.max(end, at + 1);
  }
  return { text, words };
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

const apostrophe = 39;

/** A letter or digit of an alphabet, an apostrophe, or the `@` of a handle. */
function isWordly(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    unit === 64 ||
    (unit > 0xbf && unit <= 0x2e7f) ||
    unit === apostrophe
  );
}
