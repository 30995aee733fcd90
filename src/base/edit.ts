import type { Edit, Span } from "./span";

/**
 * The text with all edits applied, each span meant in the original text.
 * Null when two edits overlap or a span lies outside the text: then nothing may be applied.
 */
export function applyEdits(text: string, edits: readonly Pick<Edit, "span" | "text">[]): string | null {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let position = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < position || span.end < span.start || span.end > text.length) return null;
    result += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  return result + text.slice(position);
}

/** Where an offset of the text after the edits stood before them; what an edit wrote stands where that edit begins. */
export function offsetBefore(edits: readonly Pick<Edit, "span" | "text">[], offset: number): number {
  let shift = 0;
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const start = span.start + shift;
    if (offset < start) break;
    if (offset < start + text.length) return span.start;
    shift += text.length - (span.end - span.start);
  }
  return offset - shift;
}

/** New text for a span of a document. */
export interface Rewrite {
  readonly span: Span;
  readonly text: string;
}

/** Edits by the note that they are for, each in the order given. */
export function editsByPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const byPath = new Map<string, Edit[]>();
  for (const edit of edits) {
    const mine = byPath.get(edit.path);
    if (mine === undefined) byPath.set(edit.path, [edit]);
    else mine.push(edit);
  }
  return byPath;
}

/** The text with every rewrite applied; what lies within the span of an earlier or longer one goes with that. */
export function rewritten(text: string, rewrites: readonly Rewrite[]): string {
  const ordered = [...rewrites].sort(
    (a, b) => a.span.start - b.span.start || rank(a) - rank(b) || b.span.end - a.span.end,
  );
  const parts: string[] = [];
  let position = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < position) continue;
    parts.push(text.slice(position, span.start), replacement);
    position = span.end;
  }
  return parts.join("") + text.slice(position);
}

/** What is put before something comes before what takes its place. */
function rank({ span }: Rewrite): number {
  return span.start === span.end ? 0 : 1;
}

/** New text at a place, with nothing taken away. */
export function insertion(offset: number, text: string): Rewrite {
  return { span: { start: offset, end: offset }, text };
}

/** Nothing in the place of a span. */
export function removal(start: number, end: number): Rewrite {
  return { span: { start, end }, text: "" };
}
