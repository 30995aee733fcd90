import type { Span } from "./span";

interface Fact {
  readonly span: Span;
}

/** Index of the first of `facts`, in document order, that starts at `offset` or later. */
export function indexFrom(facts: readonly Fact[], offset: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of `facts`, in document order and beside one another, that lie in a span. */
export function within<F extends Fact>(facts: readonly F[], span: Span): readonly F[] {
  const start = indexFrom(facts, span.start);
  let end = start;
  while ((facts[end]?.span.end ?? Infinity) <= span.end) end++;
  return facts.slice(start, end);
}

/** The one of `facts`, in document order and beside one another, that the character at `offset` belongs to. */
export function enclosing<F extends Fact>(facts: readonly F[], offset: number): F | null {
  const fact = facts[indexFrom(facts, offset + 1) - 1];
  return fact && offset < fact.span.end ? fact : null;
}

/** Index of the first element of a sorted list for which `reached` holds; the length of the list when there is none. */
export function firstIndex<T>(sorted: readonly T[], reached: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = sorted[middle];
    if (element !== undefined && !reached(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}
