import { Char, isBlank } from "./characters";

/** The offset of the `]` of the footnote label `[^id]` at `from`, or -1. Blanks and brackets may not stand in it. */
export function footnoteLabelEnd(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== Char.openBracket || text.charCodeAt(from + 1) !== Char.caret) return -1;
  for (let at = from + 2; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.closeBracket) return at > from + 2 ? at : -1;
    if (isBlank(code) || code === Char.openBracket) return -1;
  }
  return -1;
}
