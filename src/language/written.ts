import type { Lexicon } from "./lexicon";

/**
 * A list as one text, its words between bars: `"Ursache|Auslöser"`. Round brackets save repeating: `Ursache(n)` is
 * `Ursache|Ursachen`, `resuelt(o/a)` is `resuelto|resuelta`, `Warum ist (es/das) passiert` likewise. Of a word that
 * has alternatives they make more of these: `a(b)/c` is `a/ab/c`.
 */
export type List = string;

/** What holds lists of words, with a text for each list. */
export type Written<T> = T extends string | number
  ? T
  : T extends readonly string[]
    ? List
    : T extends readonly (readonly string[])[]
      ? readonly List[]
      : T extends readonly unknown[]
        ? T
        : { readonly [K in keyof T]: Written<T[K]> };

/** The same with no more than what a language adds to the words of English. */
export type Part<T> = T extends string | number | readonly unknown[] ? T : { readonly [K in keyof T]?: Part<T[K]> };

/** What the folder of a language holds. */
export interface Language extends Written<Part<Omit<Lexicon, "id" | "name">>> {
  readonly id: Lexicon["id"];
  readonly name: Lexicon["name"];
  readonly common: List;
  readonly sections: Written<Lexicon["sections"]>;
  readonly imports: Written<Lexicon["imports"]>;
}

/** The words of a list. */
export function wordsOf(list: List): readonly string[] {
  return list === "" ? [] : list.split("|").flatMap(expanded);
}

function expanded(entry: string): readonly string[] {
  const open = entry.indexOf("(");
  const close = entry.indexOf(")", open);
  if (open < 0 || close < 0) return [entry];
  // The word that has the brackets, without what the notation of phrases puts around words.
  const start = Math.max(...[" ", "[", "^"].map((sign) => entry.lastIndexOf(sign, open))) + 1;
  const end = Math.min(...[" ", "]"].map((sign) => entry.indexOf(sign, close)).filter((at) => at >= 0), entry.length);
  const [before, after] = [entry.slice(start, open), entry.slice(close + 1, end)];
  const inner = entry.slice(open + 1, close);
  const endings = inner.includes("/") ? inner.split("/") : ["", inner];
  const isOneOf = before.includes("/") || after.includes("/");
  const words = isOneOf ? [moreOf(before, endings, after)] : endings.map((ending) => before + ending + after);
  return words.flatMap((word) =>
    expanded(`${entry.slice(0, start)}${word}${entry.slice(end)}`.replace(/ {2,}/g, " ").trim()),
  );
}

/** Of `a/b`, the endings of `b`, and `/c`: all of them between slashes. */
function moreOf(before: string, endings: readonly string[], after: string): string {
  const at = before.lastIndexOf("/") + 1;
  const slash = after.indexOf("/");
  const tail = slash < 0 ? after : after.slice(0, slash);
  const rest = after.slice(tail.length);
  return before.slice(0, at) + endings.map((ending) => before.slice(at) + ending + tail).join("/") + rest;
}

function isList(value: unknown): value is List {
  return typeof value === "string";
}

/** Reads all lists of something that holds lists. */
export function listsOf<T>(written: Written<T>): T;
export function listsOf(written: unknown): unknown {
  return valueOf(written);
}

function valueOf(written: unknown): unknown {
  if (isList(written)) return wordsOf(written);
  // Of an abbreviation, the offset and the region.
  if (Array.isArray(written))
    return written.every(isList) ? written.map(wordsOf) : written.map((each: unknown) => each);
  if (typeof written !== "object" || written === null) return written;
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, valueOf(value)]));
}
