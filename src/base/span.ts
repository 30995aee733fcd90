/** A stretch of one note's text, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text in a named note: where a value stands when it may stand in another note. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Replaces the text of `span` in the note at `path` by `text`; an empty span inserts. */
export interface Edit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** Whether `outer` holds all of `inner`; a span holds itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
