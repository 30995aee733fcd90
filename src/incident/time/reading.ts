/** What stands at a place where a date or a time is expected. */
export type Reading<T> =
  | { readonly kind: "read"; readonly value: T; readonly end: number }
  /** Clearly meant as one, but there is no such date or time. */
  | { readonly kind: "impossible"; readonly reason: string; readonly end: number }
  /** Left to be filled in: `YYYY-MM-DD`, `HH:MM`, `14:??`. */
  | { readonly kind: "placeholder"; readonly end: number };

/** Matches a sticky pattern (flag `y`) exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Offset behind what a sticky pattern matches at `at`; `at` itself where it does not match. */
export function skip(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
