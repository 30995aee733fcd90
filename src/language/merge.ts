import { lazily, ownValue } from "../base";
import type { Lexicon } from "./lexicon";
import type { Language, Part } from "./written";
import { listsOf, wordsOf } from "./written";

/**
 * The words of a language and of English for one note, as where English headings stand over a translated text. Lists
 * go on with those of English; where both name the same thing, the language's own meaning counts.
 */
export function merged(language: Language, english: Lexicon): Lexicon {
  const both = mergedRecords<Lexicon>(listsOf<Part<Omit<Lexicon, "id" | "name">>>(language), english);
  const numbers = (): Lexicon["lengths"]["numbers"] => {
    // Articles count one in their own language only: "mise à jour" is no day.
    const own = new Set(wordsOf(language.lengths?.numbers?.[1] ?? ""));
    const ones = both.lengths.numbers[1]?.filter((word) => word.length > 2 || own.has(word)) ?? [];
    return { ...both.lengths.numbers, 1: ones };
  };
  return withOwn(both, {
    id: () => language.id,
    name: () => language.name,
    lengths: () => withOwn(both.lengths, { numbers }),
  });
}

/** The same record with some properties of its own. */
function withOwn<T extends object>(record: T, own: { readonly [K in keyof T]?: () => T[K] }): T;
function withOwn(record: object, own: Readonly<Partial<Record<string, () => unknown>>>): object {
  return lazily(Object.fromEntries(Object.keys(record).map((key) => [key, own[key] ?? (() => ownValue(record, key))])));
}

function mergedRecords<T extends object>(first: Part<T>, second: T): T;
function mergedRecords(first: object, second: object): object {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return lazily(
    Object.fromEntries(
      [...names].map((name) => [name, () => mergedValues(ownValue(first, name), ownValue(second, name))]),
    ),
  );
}

function mergedValues(first: unknown, second: unknown): unknown {
  if (first === undefined) return second;
  if (second === undefined) return first;
  if (Array.isArray(first) && Array.isArray(second)) {
    // Months and weekdays are lists of lists; an abbreviation's offset and region are one fact.
    if (first.some(Array.isArray)) return first.map((list: unknown, index) => mergedValues(list, second[index]));
    return first.every((word) => typeof word === "string") && second.every((word) => typeof word === "string")
      ? [...new Set([...first, ...second])]
      : first;
  }
  return typeof first === "object" && typeof second === "object" && first !== null && second !== null
    ? mergedRecords(first, second)
    : first;
}
