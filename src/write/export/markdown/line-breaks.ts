import { enclosing, insertion, lineStartOf, within } from "../../../base";
import type { Rewrite } from "../../../base";
import type { MarkdownDocument } from "./document";

/**
 * Single line breaks of paragraphs as hard ones, two blanks at the end of the line: the app shows them, other readers
 * of Markdown only then. Nothing where the vault has strict line breaks.
 */
export function lineBreakRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  if (options.strictLineBreaks) return [];
  const { text } = note;
  const verbatim = [...note.code, ...note.comments, ...note.math.map((span) => ({ span }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const rewrites: Rewrite[] = [];
  for (const leaf of note.leaves) {
    if (leaf.type !== "paragraph") continue;
    // An id on a line of its own is taken out with its line.
    const last = within(note.blockMarks, leaf.span).at(-1)?.span.start ?? -1;
    const end = last === lineContent(text, last) ? lineStartOf(text, last) - 1 : leaf.span.end;
    for (let feed = text.indexOf("\n", leaf.span.start); feed >= 0 && feed < end; feed = text.indexOf("\n", feed + 1)) {
      const lineEnd = text[feed - 1] === "\r" ? feed - 1 : feed;
      if (/ {2}$|\\$/.test(text.slice(lineEnd - 2, lineEnd)) || enclosing(verbatim, feed)) continue;
      const blank = text[lineEnd - 1] === " " ? 1 : 0;
      rewrites.push(insertion(lineEnd, " ".repeat(2 - blank)));
    }
  }
  return rewrites;
}

/** Where the words of the line begin that `offset` lies in, behind marks of quotes and indentation. */
function lineContent(text: string, offset: number): number {
  let at = offset < 0 ? 0 : lineStartOf(text, offset);
  while (/[\s>]/.test(text.charAt(at)) && at < offset) at++;
  return at;
}
