import type { Lexicon } from "./lexicon";

/**
 * The words of two languages for one note, as where English headings stand over a translated text. Lists go on with
 * those of the second; where both name the same thing, the first one's meaning counts.
 */
export function merged(first: Lexicon, second: Lexicon): Lexicon {
  const both = mergedRecords(first, second);
  // Articles count one in their own language only: "mise à jour" is no day.
  const articles = Object.keys(second.lengths.numbers).filter((word) => word.length <= 2);
  const numbers = Object.fromEntries(
    Object.entries(both.lengths.numbers).filter(([word]) => !articles.includes(word) || word in first.lengths.numbers),
  );
  return { ...both, id: first.id, name: first.name, lengths: { ...both.lengths, numbers } };
}

function mergedRecords<T extends object>(first: T, second: T): T {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  const result = { ...first };
  for (const key of keys) Object.assign(result, { [key]: mergedValues(valueOf(first, key), valueOf(second, key)) });
  return result;
}

function valueOf(record: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(record, key)?.value;
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
