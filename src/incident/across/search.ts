import { compareTexts, matchesOf, plainWords } from "../../base";
import { noteName } from "../../vault";
import type { Incident } from "../incident";

/** An incident that words were found in. */
export interface FoundIncident {
  readonly path: string;
  /** Its path when it has none. */
  readonly title: string;
  /** The more, the better it fits; comparable within one answer only. */
  readonly score: number;
  /** Why it was found, the most telling first, in words. */
  readonly reasons: readonly string[];
}

/** Okapi BM25: how soon more of one word counts no more, and how much a long text counts less. */
const saturation = 1.2;
const lengthShare = 0.75;
/** A word of the title counts as so many of the text. */
const titleWeight = 3;
/** What a name that is matched as a whole adds, as much as the best words do. */
const serviceBonus = 3;
const identifierBonus = 2;

/** `ECONNRESET`, `pool_size`, `http.server.errors`, `v2.3.1`: what programs call things and no word is. */
const run = /[\p{L}\p{N}][\p{L}\p{N}._:/-]*/gu;
const identifier = /[\p{L}\p{N}][._:/-][\p{L}\p{N}]|^[A-Z][A-Z0-9]{3,}$/u;
const withoutSpaces = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

interface Indexed {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  /** How often each word occurs, those of the title as many times as they weigh. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  readonly services: readonly string[];
  readonly identifiers: ReadonlySet<string>;
}

/** Finds past incidents by words: by what they say, by the services that were affected, and by names of programs. */
export class IncidentSearch {
  private readonly documents: readonly Indexed[];
  /** In how many incidents each word occurs. */
  private readonly spread = new Map<string, number>();
  private readonly meanLength: number;

  constructor(incidents: readonly Incident[]) {
    this.documents = incidents.map(indexed);
    for (const { counts } of this.documents)
      for (const word of counts.keys()) this.spread.set(word, (this.spread.get(word) ?? 0) + 1);
    this.meanLength = this.documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, this.documents.length);
  }

  /** The incidents that fit best, the best first; of equals the later one. */
  find(query: string, most: number): readonly FoundIncident[] {
    const words = [...new Set(wordsOf(query))];
    const named = new Set(identifiersIn(query));
    const plainQuery = plainWords(query);
    return this.documents
      .map((document) => ({ document, ...this.fit(document, words, named, plainQuery) }))
      .filter(({ score }) => score > 0)
      .sort(
        (a, b) =>
          b.score - a.score ||
          compareTexts(b.document.date, a.document.date) ||
          compareTexts(a.document.path, b.document.path),
      )
      .slice(0, most)
      .map(({ document: { path, title }, reasons, score }) => ({ path, title, score, reasons }));
  }

  private fit(
    { counts, identifiers, length, services }: Indexed,
    words: readonly string[],
    named: ReadonlySet<string>,
    query: string,
  ): { readonly score: number; readonly reasons: readonly string[] } {
    const weighed = words
      .flatMap((word) => {
        const count = counts.get(word);
        if (count === undefined) return [];
        const norm = saturation * (1 - lengthShare + (lengthShare * length) / this.meanLength);
        return [{ word, weight: (this.rarity(word) * count * (saturation + 1)) / (count + norm) }];
      })
      .sort((a, b) => b.weight - a.weight);
    const affected = services.filter((service) => ` ${query} `.includes(` ${plainWords(service)} `));
    const shared = [...named].filter((name) => identifiers.has(name));
    const score =
      weighed.reduce((sum, { weight }) => sum + weight, 0) +
      affected.length * serviceBonus +
      shared.length * identifierBonus;
    const reasons = [
      ...affected.map((service) => `service: ${service}`),
      ...shared.map((name) => `identifier: ${name}`),
      ...(weighed.length > 0
        ? [
            `words: ${weighed
              .map(({ word }) => word)
              .slice(0, 5)
              .join(", ")}`,
          ]
        : []),
    ];
    return { score, reasons };
  }

  /** The inverse document frequency, never negative. */
  private rarity(word: string): number {
    const known = this.spread.get(word) ?? 0;
    return Math.log(1 + (this.documents.length - known + 0.5) / (known + 0.5));
  }
}

function indexed({ fields: { date, services, title }, note }: Incident): Indexed {
  const shownTitle = title ?? noteName(note.path);
  const body = note.text.slice(note.frontmatter?.span.end ?? 0);
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): number => {
    const words = wordsOf(text);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
    return words.length;
  };
  const length = count(body, 1) + count([shownTitle, ...services].join(" "), titleWeight);
  const identifiers = new Set(identifiersIn(body));
  return { path: note.path, title: shownTitle, date: date ?? "", counts, length, services, identifiers };
}

/** The words of a text; of a script without spaces each pair of signs. */
function wordsOf(text: string): readonly string[] {
  return plainWords(text)
    .split(" ")
    .flatMap((word) => {
      if (!withoutSpaces.test(word)) return word.length > 1 ? [word] : [];
      const signs = Array.from(word);
      return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ""}${sign}`);
    });
}

function identifiersIn(text: string): readonly string[] {
  return matchesOf(run, text)
    .map(([signs]) => signs.slice(0, signs.length - marksAtEnd(signs)))
    .filter((name) => identifier.test(name))
    .map((name) => name.toLowerCase());
}

/** How many marks end a run: the full stop of a sentence is no part of a name. */
function marksAtEnd(signs: string): number {
  let count = 0;
  while ("._:/-".includes(signs.charAt(signs.length - 1 - count))) count += 1;
  return count;
}
