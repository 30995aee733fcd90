import { ownValue } from "../base";
import type { Lexicon } from "./lexicon";
import type { Language, Part } from "./written";
import { listsOf, wordsOf } from "./written";

/**
 * The words of a language and of English for one note, as where English headings stand over a translated text. Lists
 * go on with those of English; where both name the same thing, the language's own meaning counts.
 */
export function merged({ id, name, ...lists }: Language, english: Lexicon): Lexicon {
  const both = mergedRecords<Omit<Lexicon, "id" | "name">>(listsOf<Part<Omit<Lexicon, "id" | "name">>>(lists), english);
  // Articles count one in their own language only: "mise à jour" is no day.
  const own = new Set(wordsOf(lists.lengths?.numbers?.[1] ?? ""));
  const ones = both.lengths.numbers[1]?.filter((word) => word.length > 2 || own.has(word)) ?? [];
  return { ...both, id, name, lengths: { ...both.lengths, numbers: { ...both.lengths.numbers, 1: ones } } };
}

function mergedRecords<T extends object>(first: Part<T>, second: T): T {
  const result: T = Object.assign({}, first, second);
  for (const key of Object.keys(first))
    Object.assign(result, { [key]: mergedValues(ownValue(first, key), ownValue(second, key)) });
  return result;
}

function mergedValues(first: unknown, second: unknown): unknown {
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
