/**
 * Words as Markdown that shows just them: what could be read as a mark gets a backslash. In a table a pipe is
 * one, and no line break can stand there.
 */
export function literalWords(words: string, inTable = false): string {
  const escaped = words
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<~_]|==|%%|\$|&(?=#?\w+;)|!(?=\[)/gu, (mark, offset: number, text: string) =>
      mark === "_" && isWithinWord(text, offset) ? mark : `\\${mark}`,
    )
    .replace(/^(?:[-+#>](?=\s|$|[#>])|\d{1,9}(?=[.)](?:\s|$)))/, (mark) =>
      /^\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
    );
  return inTable ? escaped.replace(/\|/g, "\\|") : escaped;
}

/** Whether letters or digits stand on both sides of a character: an underscore is no mark there. */
function isWithinWord(text: string, offset: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset)) &&
    /^[\p{L}\p{N}]/u.test(text.slice(offset + 1, offset + 3))
  );
}
