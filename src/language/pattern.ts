import { once } from "../base";
import type { Span } from "../base";
import { folded, spellings } from "./fold";
import type { Lexicon, Words } from "./lexicon";
import type { TextWords } from "./words";
import { FirstWords, codeOf, isEastAsian, joined, wordEnd } from "./words";

/** Computes for each language once, when it is first asked for; there are only a few languages. */
export function perLanguage<T, L extends Pick<Lexicon, "id"> = Lexicon>(
  compile: (language: L) => T,
): (language: L) => T {
  const compiled = new Map<L, T>();
  return (language) => {
    const known = compiled.get(language);
    if (known !== undefined) return known;
    const made = compile(language);
    compiled.set(language, made);
    return made;
  };
}

/** Between the words of a phrase: marks of emphasis leave several. */
const blanks = " {1,3}";

/** Matches nothing. */
const never = "(?!)";

/**
 * The source of a regular expression for any of the words, the longest first, for texts that are
 * `unaccented` and for the flag `i`. A word that ends with a letter of an alphabet does not go on behind it.
 */
export function anyOf(words: Words): string {
  const sources = [...new Set(words.flatMap(spellings))].sort((a, b) => b.length - a.length).map(literally);
  return sources.length === 0 ? never : `(?:${sources.join("|")})`;
}

/** A word as a source: blanks stand for any number of blanks. */
function literally(word: string): string {
  const source = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ +/g, " {1,3}");
  return /[a-z]$/.test(word) ? `${source}(?![a-z])` : source;
}

/** The ASCII characters that the words begin with, for `opening`. */
export function initials(words: Words): string {
  return words.flatMap((word) => spellings(word).map((spelling) => spelling.charAt(0))).join("");
}

/** A part of a phrase. */
type Part =
  | { readonly kind: "words"; readonly words: Words }
  | { readonly kind: "gap" }
  | { readonly kind: "option"; readonly parts: readonly Part[] }
  | { readonly kind: "unless"; readonly words: Words; readonly isDirect: boolean };

type Lists = Readonly<Record<string, Words>>;

interface Entry<T> {
  readonly value: T;
  /** Only at the beginning of the text. */
  readonly isFirst: boolean;
  /** May stand within a word: it begins with any letters. */
  readonly pattern: () => RegExp;
}

/** A phrase that was found. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** What stands at the places of `…`. */
  readonly gap: string;
}

/** Phrases with what each of them means. Texts must be `folded`. */
export interface PhraseTable<T> {
  /** Every place where a phrase stands, by offset; of those that begin at one place, in the order of declaration. */
  find(text: TextWords): readonly Found<T>[];
  /** Whether any phrase stands in the text. */
  isIn(text: TextWords): boolean;
  /** The longest phrase that begins at `at`, or null. */
  at(text: string, at: number): Found<T> | null;
  /** The longest phrase that a text ends with, by its last words, or null. */
  ending(text: TextWords): Found<T> | null;
  /** What the whole text means, or null. */
  whole(text: string): T | null;
}

/** The phrases of a table by what they can begin with. */
interface Beginnings<T> {
  /** By the code of the first word. */
  readonly byWord: Map<number, Entry<T>[]>;
  /** Nearly all words of a text are decided by that. */
  readonly firstWords: FirstWords;
  /** By the code of the beginning of a word that may end in any way. */
  readonly byStem: Map<number, Entry<T>[]>;
  /** 1 where the first letter of one has this remainder. */
  readonly mayBeginStem: Uint8Array;
  /** By the end of a word that may begin in any way, or nothing where another word may follow it. */
  readonly within: { readonly ending: string | null; readonly entry: Entry<T> }[];
  /** Those at the beginning of a text whose first word may be any. */
  readonly openings: Entry<T>[];
}

/** By so many letters a word is looked for that may end in any way. */
const stemLength = 3;
/** Remainders that first letters are told by. */
const remainders = 1024;
/** Words that a gap may take. */
const mostInGap = 3;

/**
 * Compiles phrases, in the notation of {@link Words}. Linear in the text: at each word only the phrases that can begin
 * there are tried, each of which looks at a bounded stretch.
 */
export function phraseTable<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  lists: Lists = {},
): PhraseTable<T> {
  const beginnings = beginningsOf(phrases, lists);
  const { firstWords, mayBeginStem, within, openings } = beginnings;
  const isBegun = within.length === 0;
  const mayBeginWith = ({ text, words }: TextWords, index: number): boolean => {
    const start = words[index] ?? 0;
    return (
      !isBegun ||
      firstWords.mayHold(words[index + 2] ?? 0) ||
      mayBeginStem[text.charCodeAt(start) & (remainders - 1)] === 1 ||
      (start === 0 && openings.length > 0)
    );
  };
  const eachIn = (text: TextWords, take: (found: Found<T>) => boolean): void => {
    const { words } = text;
    for (let index = 0; index < words.length; index += 3)
      if (mayBeginWith(text, index) && isTakenAt(text, index, take)) return;
  };
  const isTakenAt = ({ text, words }: TextWords, index: number, take: (found: Found<T>) => boolean): boolean => {
    const [start = 0, end = 0, code = 0] = [words[index], words[index + 1], words[index + 2]];
    return someCandidate(beginnings, text, { start, end, code }, (entry) => {
      const match = matchAt(entry, text, start);
      return match !== null && take(match);
    });
  };
  const table: PhraseTable<T> = {
    find(text) {
      const found: Found<T>[] = [];
      eachIn(text, (match) => found.push(match) === 0);
      return found;
    },
    isIn(text) {
      let isFound = false;
      eachIn(text, () => (isFound = true));
      return isFound;
    },
    at(text, at) {
      let best: Found<T> | null = null;
      const end = wordEnd(text, at);
      someCandidate(beginnings, text, { start: at, end, code: codeOf(text.slice(at, end)) }, (entry) => {
        const match = matchAt(entry, text, at);
        if (match !== null && (best === null || match.end > best.end)) best = match;
        return false;
      });
      return best;
    },
    ending(text) {
      let best: Found<T> | null = null;
      eachIn(text, (match) => {
        if (match.end !== text.text.length) return false;
        best = match;
        return true;
      });
      return best;
    },
    whole(text) {
      const best = table.at(text, 0);
      return best !== null && best.end === text.length ? best.value : null;
    },
  };
  return table;
}

function beginningsOf<T>(phrases: Iterable<readonly [phrase: string, value: T]>, lists: Lists): Beginnings<T> {
  const byWord = new Map<number, Entry<T>[]>();
  const firstWords = new FirstWords();
  const byStem = new Map<number, Entry<T>[]>();
  const mayBeginStem = new Uint8Array(remainders);
  const within: { readonly ending: string | null; readonly entry: Entry<T> }[] = [];
  const openings: Entry<T>[] = [];
  for (const [phrase, value] of phrases) {
    const isFirst = phrase.startsWith("^");
    const words = firstWordsOf(isFirst ? phrase.slice(1) : phrase, lists);
    const entry: Entry<T> = {
      value,
      isFirst,
      pattern: once(() => new RegExp(sourceOf(partsOf(isFirst ? phrase.slice(1) : phrase, lists)), "y")),
    };
    if (words.length === 0 && isFirst) {
      openings.push(entry);
      continue;
    }
    if (words.length === 0 || words.some((word) => word.startsWith("-"))) {
      const [ending = ""] = words;
      within.push({
        ending: words.length === 1 && /^-[a-z']+$/.test(ending) ? ending.slice(1) : null,
        entry,
      });
      continue;
    }
    for (const word of new Set(words)) {
      const key = word.slice(0, wordEnd(word, 0));
      if (word.endsWith("-") && key.length === word.length - 1 && !isEastAsian(word.charCodeAt(0))) {
        mayBeginStem[key.charCodeAt(0) & (remainders - 1)] = 1;
        addTo(byStem, codeOf(key.slice(0, stemLength)), entry);
        continue;
      }
      const code = codeOf(key);
      firstWords.add(key);
      addTo(byWord, code, entry);
    }
  }
  return { byWord, firstWords, byStem, mayBeginStem, within, openings };
}

function addTo<T>(map: Map<number, T[]>, key: number, entry: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else if (known.at(-1) !== entry) known.push(entry);
}

/** Whether any of the phrases that can begin with a word of a text passes a test; they are tried in turn. */
function someCandidate<T>(
  { byWord, byStem, within, openings }: Beginnings<T>,
  text: string,
  word: Span & { readonly code: number },
  test: (entry: Entry<T>) => boolean,
): boolean {
  if (byWord.get(word.code)?.some(test) === true) return true;
  for (let length = 1, stem = 0; byStem.size > 0 && length <= stemLength; length++) {
    stem = joined(stem, text.charCodeAt(word.start + length - 1));
    if (byStem.get(stem)?.some(test) === true) return true;
  }
  return (
    within.some(({ ending, entry }) => (ending === null || endsWith(text, word, ending)) && test(entry)) ||
    (word.start === 0 && openings.some(test))
  );
}

/** Whether a word, or what stands before an apostrophe of it, ends with these letters. */
function endsWith(text: string, { start, end }: Span, ending: string): boolean {
  for (let last = end; last > start; last--)
    if ((last === end || text.charAt(last) === "'") && text.startsWith(ending, last - ending.length)) return true;
  return false;
}

function matchAt<T>(entry: Entry<T>, text: string, at: number): Found<T> | null {
  if (entry.isFirst && at > 0) return null;
  const pattern = entry.pattern();
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null || match[0] === "") return null;
  const gap = match.length > 1 ? match.slice(1).join(" ").trim() : "";
  return { value: entry.value, start: at, end: at + match[0].length, gap };
}

/** Reads the notation of a phrase. */
function partsOf(phrase: string, lists: Lists): readonly Part[] {
  const stack: Part[][] = [[]];
  for (const [token] of phrase.matchAll(/!…?(?:\{[^{}]*\}|[^\s{}]+)|\[|\]|…|\{[^{}]*\}|[^\s[\]…{}!]+/g)) {
    const open = stack.at(-1) ?? [];
    if (token === "[") stack.push([]);
    else if (token === "]") {
      const parts = stack.pop() ?? [];
      stack.at(-1)?.push({ kind: "option", parts });
    } else if (token === "…") open.push({ kind: "gap" });
    else if (token.startsWith("!"))
      open.push({
        kind: "unless",
        words: wordsOf(token.replace(/^!…?/, ""), lists),
        isDirect: !token.startsWith("!…"),
      });
    else open.push({ kind: "words", words: wordsOf(token, lists) });
  }
  return stack[0] ?? [];
}

function wordsOf(token: string, lists: Lists): Words {
  return token.startsWith("{") ? (lists[token.slice(1, -1)] ?? []) : token.split("/");
}

/** A phrase as the source of a regular expression. What is optional at its beginning brings the blank behind it. */
function sourceOf(parts: readonly Part[]): string {
  let source = "";
  let before: Part | null = null;
  for (const part of parts) {
    const blank = before !== null && hasNoBlanks(before) && hasNoBlanks(part) ? "" : blanks;
    if (part.kind === "unless") {
      source += `(?!${part.isDirect ? " {0,3}" : ".{0,80}"}${alternatives(part.words)})`;
    } else if (part.kind === "words") {
      source += (before === null ? "" : blank) + alternatives(part.words);
      before = part;
    } else if (part.kind === "option") {
      const inner = sourceOf(part.parts);
      const own = hasNoBlanks(part) ? "" : blanks;
      source += before === null ? `(?:${inner}${own})?` : `(?:${blank}${inner})?`;
    } else if (before === null) source += `((?:[^ ]{1,40}${blanks}){0,${mostInGap}}?)`;
    else if (hasNoBlanks(before)) {
      source += "([^ ]{0,12}?)";
      before = part;
    } else source += `((?:${blanks}[^ ]{1,40}){0,${mostInGap}}?)`;
  }
  return source;
}

/** Words of East Asia stand beside one another. */
function hasNoBlanks(part: Part): boolean {
  if (part.kind === "option") return part.parts[0] !== undefined && hasNoBlanks(part.parts[0]);
  return part.kind === "gap" || (part.kind === "words" && part.words.some((word) => /[\u2e80-\uffef]/.test(word)));
}

function alternatives(words: Words): string {
  const sources = words
    .flatMap(spellings)
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const bare = word.replace(/^-|-$/g, "");
      const source = bare.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/ +/g, blanks);
      const [lead, tail] = [word.startsWith("-") ? "[a-z]*" : "", word.endsWith("-") ? "[a-z]*" : ""];
      return lead + source + (/[a-z\d]$/.test(bare) || tail !== "" ? `${tail}(?![a-z\\d])` : "");
    });
  return sources.length === 0 ? never : `(?:${sources.join("|")})`;
}

/** Every word that a phrase can begin with; most phrases are told from their first word, without being taken apart. */
function firstWordsOf(phrase: string, lists: Lists): readonly string[] {
  if (/[[{…!]/.test(phrase)) return firstWords(partsOf(phrase, lists));
  const end = phrase.indexOf(" ");
  return (end < 0 ? phrase : phrase.slice(0, end)).split("/").flatMap(spellings);
}

/** The same of its parts. */
function firstWords(parts: readonly Part[]): readonly string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  if (first.kind === "words") return first.words.flatMap(spellings);
  return first.kind !== "option" ? [] : [...firstWords(first.parts), ...firstWords(rest)];
}

/** Words for a table where all of them mean the same. */
export function wordTable(words: Words, lists: Lists = {}): PhraseTable<true> {
  return phraseTable(
    words.map((word) => [word, true] as const),
    lists,
  );
}

/** A text for a table: folded, with single blanks for everything that is neither letter nor digit. */
export function phraseWords(text: string): string {
  return folded(text)
    .replace(/[^\0-\x7f]/.test(text) ? /[^\p{L}\p{N}'’-]+/gu : /[^a-z\d'-]+/g, " ")
    .trim();
}
