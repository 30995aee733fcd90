import { isWhitespace } from "./characters";

/** Longer than any word that is looked for at the end of a text, with a character before it. */
const window = 24;

/**
 * The text without the whitespace, the characters of `marks` and the words of `word` that it ends with, however
 * many. Linear in their length, which a regular expression such as `(?:…)+$` is not.
 *
 * @param word matches a word of at most 20 characters at the end, as in `/\bby$/`
 */
export function withoutTail(text: string, marks: string, word?: RegExp): string {
  let end = text.length;
  for (;;) {
    while (end > 0 && (marks.includes(text.charAt(end - 1)) || isWhitespace(text.charCodeAt(end - 1)))) end--;
    const found = word?.exec(text.slice(Math.max(0, end - window), end));
    if (found == null) return text.slice(0, end);
    end -= found[0].length;
  }
}
