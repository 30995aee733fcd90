import type { Span } from "../note/span";

/** New text for a span of a document. */
export interface Rewrite {
  readonly span: Span;
  readonly text: string;
}

/** The text with every rewrite applied; what lies within the span of an earlier or longer one goes with that. */
export function rewritten(text: string, rewrites: readonly Rewrite[]): string {
  const ordered = [...rewrites].sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b) || b.span.end - a.span.end);
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
