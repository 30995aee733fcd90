import { isLetterOrDigit } from "../../../base";
import type { Span } from "../../../base";
import { softMark } from "./visible-text";

/** A name or word that is looked for, as its words: letters and digits alone, without accents, in lower case. */
export type NameWords = readonly string[];

/** The letters and digits of a visible text, in lower case, and where in it they stand. */
export interface Letters {
  readonly text: string;
  readonly folded: string;
  /** For each unit of `folded`, its place in `text`. */
  readonly at: Uint32Array;
  /** For each unit of `folded`, 1 if nothing that a reader sees stands between it and the one before. */
  readonly joined: Uint8Array;
}

/** UTF-16 units of the longest that a unit becomes where case does not count, such as `ΐ`. */
const longestFolded = 3;

const letterOrDigit = /[\p{L}\p{N}]/u;

/** The words of a name; empty for a name without letters and digits. */
export function nameWords(name: string): NameWords {
  return foldedLetters(name.normalize("NFKD").replace(/\p{M}/gu, "")).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Case does not count, nor does `ß` for `SS`. */
function foldedLetters(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/** Takes the letters and digits out of a visible text. */
export function lettersOf(text: string): Letters {
  let folded = "";
  const at = new Uint32Array(longestFolded * text.length);
  const joined = new Uint8Array(longestFolded * text.length);
  let place = 0;
  let previous = -2;
  for (const character of text) {
    const isAscii = character < "\u0080";
    if (isAscii ? isLetterOrDigit(character.charCodeAt(0)) : letterOrDigit.test(character)) {
      const isJoined =
        previous === place || (previous + 1 === place && text.charAt(previous) === softMark && previous >= 0);
      const units = isAscii ? character.toLowerCase() : foldedLetters(character);
      at.fill(place, folded.length, folded.length + units.length);
      joined.fill(1, folded.length + (isJoined ? 0 : 1), folded.length + units.length);
      folded += units;
      previous = place + character.length;
    }
    place += character.length;
  }
  return { text, folded, at, joined };
}

/**
 * Where the words stand one behind the other, in the visible text: nothing seen within a word, and between words
 * anything without letters and digits, or nothing: blanks, line breaks with the marks of quotes and lists, full stops.
 * In time linear in the text.
 */
export function occurrencesOf(words: NameWords, letters: Letters): readonly Span[] {
  const key = words.join("");
  const found: Span[] = [];
  if (key === "") return found;
  const { folded } = letters;
  for (let index = folded.indexOf(key); index >= 0;) {
    const isFound = isWholeAt(words, index, letters);
    if (isFound) found.push(spanOf(letters, index, index + key.length));
    index = folded.indexOf(key, index + (isFound ? key.length : 1));
  }
  return found;
}

function isWholeAt(words: NameWords, index: number, { text, at, joined, folded }: Letters): boolean {
  if (letterOrDigit.test(text.charAt((at[index] ?? 0) - 1))) return false;
  let next = index;
  for (const word of words) {
    for (let unit = 1; unit < word.length; unit++) if (joined[next + unit] !== 1) return false;
    next += word.length;
  }
  return next >= folded.length || (at[next] ?? 0) > (at[next - 1] ?? 0) + 1;
}

function spanOf({ at }: Letters, start: number, end: number): Span {
  return { start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 };
}

/** A word with `*`, which stands for letters, digits, `.`, `-` and `_`: what stands between the stars. */
export interface Glob {
  /** Never empty; without stars at its ends. */
  readonly pieces: readonly NameWords[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly hasBlanks: boolean;
}

/** Reads a word with `*`; null when it says nothing else. */
export function globOf(word: string): Glob | null {
  const pieces = word
    .split("*")
    .map(nameWords)
    .filter((piece) => piece.length > 0);
  const trimmed = word.trim();
  return pieces.length === 0
    ? null
    : {
        pieces,
        openStart: trimmed.startsWith("*"),
        openEnd: trimmed.endsWith("*"),
        hasBlanks: /\s/.test(trimmed),
      };
}

/** What a star can stand for; where blanks stand in the glob itself, blanks and breaks within a paragraph too. */
const run = /[\p{L}\p{N}._\uE000-]+/gu;
const runWithBlanks = /(?:[\p{L}\p{N}._\uE000 \u00a0-]|\r?\n[ \t>]*(?=[\p{L}\p{N}]))+/gu;

/**
 * Where a glob matches in a visible text, as far as it reaches. Piece by piece from the left, never back, so that it
 * takes time linear in the text however many stars there are.
 */
export function globOccurrencesOf({ pieces, openStart, openEnd, hasBlanks }: Glob, letters: Letters): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: whole, index: offset } of letters.text.matchAll(hasBlanks ? runWithBlanks : run)) {
    const part = lettersOf(whole);
    let from = 0;
    let start = -1;
    let end = -1;
    for (const [number, piece] of pieces.entries()) {
      const isLast = number === pieces.length - 1;
      const [first, last] = rangeOf(piece, part, from, {
        wholeStart: number === 0 && !openStart,
        wholeEnd: isLast && !openEnd,
      });
      if (first < 0) {
        end = -1;
        break;
      }
      if (number === 0) start = openStart ? 0 : first;
      // The last one as far behind as it stands: a star takes what it can.
      end = (isLast && !hasBlanks ? last : first) + piece.join("").length;
      from = first + piece.join("").length;
    }
    if (end < 0) continue;
    const { start: left } = spanOf(part, start, start + 1);
    const { end: right } = spanOf(part, 0, openEnd ? part.folded.length : end);
    found.push({ start: offset + left, end: offset + right });
  }
  return found;
}

/** The first and the last place of a piece of a glob, from a place on; -1 for none. */
function rangeOf(
  piece: NameWords,
  letters: Letters,
  from: number,
  { wholeStart, wholeEnd }: { readonly wholeStart: boolean; readonly wholeEnd: boolean },
): readonly [first: number, last: number] {
  const key = piece.join("");
  const { folded, at, joined } = letters;
  let [first, last] = [-1, -1];
  for (let index = folded.indexOf(key, from); index >= 0; index = folded.indexOf(key, index + 1)) {
    const end = index + key.length;
    if (wholeStart && index > 0 && (at[index] ?? 0) === (at[index - 1] ?? 0) + 1) continue;
    if (wholeEnd && end < folded.length && (at[end] ?? 0) === (at[end - 1] ?? 0) + 1) continue;
    if (!isInside(piece, index, joined)) continue;
    if (first < 0) first = index;
    last = index;
  }
  return [first, last];
}

function isInside(words: NameWords, index: number, joined: Uint8Array): boolean {
  let next = index;
  for (const word of words) {
    for (let unit = 1; unit < word.length; unit++) if (joined[next + unit] !== 1) return false;
    next += word.length;
  }
  return true;
}
