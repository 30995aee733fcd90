/**
 * Words as Markdown that shows just them: what could be read as a mark gets a backslash. In a table a pipe is
 * one, and no line break can stand there.
 */
export function plainWords(words: string, inTable = false): string {
  const escaped = words
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<~]|==|%%|\$|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|!(?=\[)/gu, (mark) => `\\${mark}`)
    .replace(/^(?:[-+#>](?=\s|$|[#>])|\d{1,9}(?=[.)](?:\s|$)))/, (mark) =>
      /^\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
    );
  return inTable ? escaped.replace(/\|/g, "\\|") : escaped;
}

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
