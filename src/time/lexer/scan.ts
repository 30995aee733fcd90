/** What stands at a place where a date or a time is expected. */
export type Reading<T> =
  | { readonly kind: "read"; readonly value: T; readonly end: number }
  /** Clearly meant as one, but there is no such date or time. */
  | { readonly kind: "impossible"; readonly reason: string; readonly end: number }
  /** Left to be filled in: `YYYY-MM-DD`, `HH:MM`, `14:??`. */
  | { readonly kind: "placeholder"; readonly end: number };

/** A sticky pattern (flag `y`) with the characters that it can begin with. */
export interface Opening {
  readonly pattern: RegExp;
  /** By character code: 0 where the pattern cannot begin with it. What is no ASCII is left to the pattern. */
  readonly first: Uint8Array;
}

/** What a pattern for numbers can begin with. */
export const digits = "0123456789";

/** What a pattern for words can begin with. */
export const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Spares trying a pattern where not even its first character fits, which is almost everywhere.
 *
 * @param first All ASCII characters that a match, if it is not empty, can begin with; a letter stands for both of its
 * cases.
 */
export function opening(first: string, pattern: RegExp): Opening {
  const codes = new Uint8Array(128);
  for (const char of first.toLowerCase() + first.toUpperCase()) codes[char.charCodeAt(0)] = 1;
  return { pattern, first: codes };
}

/**
 * What the pattern matches exactly at `at`; null also for an empty match where the text goes on with another character.
 */
export function matchAt({ pattern, first }: Opening, text: string, at: number): RegExpExecArray | null {
  if (first[text.charCodeAt(at)] === 0) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Offset behind what a sticky pattern matches at `at`; `at` itself where it does not match. */
export function skip(pattern: Opening, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
