/** By UTF-16 unit from U+00C0 to U+024F: the letter without its accent, in the same case. */
const letters: readonly string[] = Array.from({ length: 0x190 }, (_, index) => {
  const char = String.fromCharCode(0xc0 + index);
  return char.normalize("NFD").charAt(0);
});

/** Full-width signs that have an ASCII twin, the blank of East Asia among them, and the signs that stand for one. */
const twins: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "、": ",",
  "。": ".",
  "〜": "-",
  "～": "-",
  "∼": "~",
  "’": "'",
};

const foldable = /[\u00c0-\u024f\u3000-\u3002\u301c\uff01-\uff5e\u223c\u2019]/;
const eachFoldable = /[\u00c0-\u024f\u3000-\u3002\u301c\uff01-\uff5e\u223c\u2019]/g;

/**
 * The text, unit for unit as long, with letters without accents and full-width signs as ASCII ones. Case is kept.
 */
export function unaccented(text: string): string {
  return foldable.test(text) ? text.replace(eachFoldable, unaccentedUnit) : text;
}

function unaccentedUnit(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x250) return letters[code - 0xc0] ?? char;
  return twins[char] ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char);
}

/** As long as the text, too: without accents and in lower case; what has no lower case of one unit is kept. */
export function folded(text: string): string {
  const bare = unaccented(text);
  const lower = bare.toLowerCase();
  return lower.length === bare.length ? lower : bare.replace(/[A-Z]/g, (char) => char.toLowerCase());
}

/** What folds to itself. */
const isPlain = /^[a-z -]*$/;

/** The ways in which a word may be spelled without accents: `für` is `fur` and `fuer`, `ß` is `ss`. */
export function spellings(word: string): readonly string[] {
  if (isPlain.test(word)) return [word];
  const own = folded(word);
  if (!/[äöüß]/i.test(word)) return [own];
  return [...new Set([own, folded(withDigraphs(word)), folded(word.toLowerCase().replaceAll("ß", "ss"))])];
}

const digraphs: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A text with two letters for each umlaut, as some write it: folded, it still tells "könnte" from "konnte". */
export function withDigraphs(text: string): string {
  return text.replace(/[äöüß]/gi, (char) => digraphs[char.toLowerCase()] ?? char);
}

/** A word with an umlaut as it is without: "hatte" of "hätte", which is another word. Null for one that has none. */
export function withoutUmlaut(word: string): string | null {
  return /[äöü]/i.test(word) ? folded(word) : null;
}
