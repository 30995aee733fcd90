import type { Lines } from "./block-tree";

/** A leaf's content as one text of the same length: its place in the note is `shift` on from the place in `source`. */
export interface LeafContent {
  readonly source: string;
  readonly shift: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The content of lines for scanners that read on over line ends. Indentation between the lines does
 * no harm; the marks of quotes do, and are replaced by blanks.
 */
export function leafContent(text: string, lines: Lines): LeafContent {
  const start = lines[0] ?? 0;
  const end = lines[lines.length - 1] ?? start;
  let masked = "";
  let at = start;
  for (let index = 2; index < lines.length; index += 2) {
    const lineEnd = lines[index - 1] ?? end;
    const next = lines[index] ?? end;
    if (next - lineEnd < 2 || !text.slice(lineEnd, next).includes(">")) continue;
    const feed = text.indexOf("\n", lineEnd) + 1;
    masked += text.slice(at, feed) + " ".repeat(next - feed);
    at = next;
  }
  if (at === start) return { source: text, shift: 0, start, end };
  return { source: masked + text.slice(at, end), shift: start, start: 0, end: end - start };
}
