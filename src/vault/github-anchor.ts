/**
 * GitHub's anchor of a heading with these words: lower case, no punctuation, hyphens for spaces.
 * https://github.com/Flet/github-slugger
 */
export function githubAnchor(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
