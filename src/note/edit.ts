import type { Edit } from "./span";

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
