import { lazily, ownValue } from "../base";
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
  const entries = list === "" ? [] : list.split("|");
  if (!list.includes("(")) return entries;
  const words: string[] = [];
  for (const entry of entries) expand(entry, words);
  return words;
}

/** Adds what an entry stands for. Thousands of entries are read at once, in code that is not compiled yet. */
function expand(entry: string, words: string[]): void {
  const open = entry.indexOf("(");
  const close = open < 0 ? -1 : entry.indexOf(")", open);
  if (close < 0) {
    words.push(entry);
    return;
  }
  // The word that has the brackets, without what the notation of phrases puts around words.
  const start = Math.max(entry.lastIndexOf(" ", open), entry.lastIndexOf("[", open), entry.lastIndexOf("^", open)) + 1;
  const end = Math.min(endBefore(entry, " ", close), endBefore(entry, "]", close));
  const before = entry.slice(start, open);
  const after = entry.slice(close + 1, end);
  const inner = entry.slice(open + 1, close);
  const endings = inner.includes("/") ? inner.split("/") : ["", inner];
  const lead = entry.slice(0, start);
  const rest = entry.slice(end);
  if (before.includes("/") || outerSlash(after) >= 0) {
    expand(lead + moreOf(before, endings, after) + rest, words);
    return;
  }
  for (const ending of endings) expand(withoutGap(lead + before + ending + after + rest), words);
}

/** Where the next of a sign stands, or the end. */
function endBefore(entry: string, sign: string, from: number): number {
  const at = entry.indexOf(sign, from);
  return at < 0 ? entry.length : at;
}

/** Without the blank beside a word that was left out. */
function withoutGap(entry: string): string {
  return entry.replace("  ", " ").trim();
}

/** Where the first slash stands that is in no brackets; -1 for none. */
function outerSlash(text: string): number {
  let at = 0;
  for (let isInner = false; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "(" || char === ")") isInner = char === "(";
    else if (char === "/" && !isInner) return at;
  }
  return -1;
}

/** Of `a/b`, the endings of `b`, and `/c`: all of them between slashes. */
function moreOf(before: string, endings: readonly string[], after: string): string {
  const at = before.lastIndexOf("/") + 1;
  const slash = outerSlash(after);
  const tail = slash < 0 ? after : after.slice(0, slash);
  const rest = after.slice(tail.length);
  return before.slice(0, at) + endings.map((ending) => before.slice(at) + ending + tail).join("/") + rest;
}

function isList(value: unknown): value is List {
  return typeof value === "string";
}

/** The lists of something that holds lists, each read when it is first asked for: no note needs all of them. */
export function listsOf<T>(written: Written<T>): T;
export function listsOf(written: object): unknown {
  return lazily(Object.fromEntries(Object.keys(written).map((key) => [key, () => valueOf(ownValue(written, key))])));
}

function valueOf(written: unknown): unknown {
  if (isList(written)) return wordsOf(written);
  // Of an abbreviation, the offset and the region.
  if (Array.isArray(written))
    return written.every(isList) ? written.map(wordsOf) : written.map((each: unknown) => each);
  return typeof written === "object" && written !== null ? listsOf(written) : written;
}
