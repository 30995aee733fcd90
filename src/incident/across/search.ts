import { compareTexts, hasLetter, matchesOf, plainWords } from "../../base";
import type { Memory } from "../../base";
import type { Note } from "../../note";
import { splitTarget } from "../../note";
import type { Settings } from "../../settings";
import { isSection } from "../../settings";
import { noteName } from "../../vault";
import { readFields } from "../properties/read";
import { findSections } from "../sections";
import { situationOf } from "./recurrence";

/** An incident that was found. */
export interface FoundIncident {
  readonly path: string;
  /** The name of its note when it has none. */
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

/** What two incidents can have in common beside words, with what that adds: as much as the best words do. */
const bonuses = { service: 3, factor: 2, "linked note": 2, identifier: 1 } as const;
type Mark = keyof typeof bonuses;
type Bonuses = Readonly<Record<Mark, number>>;
/** Where two incidents are compared, an identifier is among the words already, which weigh it by its rarity. */
const bonusesAlike: Bonuses = { ...bonuses, identifier: 0 };
const markNames = ["service", "factor", "linked note", "identifier"] as const;
/** Each further one of a kind adds so much of the first. */
const furtherShare = 0.25;
/** What words add at most where two incidents are compared, so that they weigh as much as a service. */
const wordShare = 3;
/** Incidents with no more than this in common are not alike: a third of the words of the best one. */
const leastAlike = 1;
/** A linked note or an identifier says something where no more than so many of the incidents have it. */
const commonShare = 0.05;
/** So many of the words of an incident, the rarest, stand for it in a comparison. */
const mostWords = 400;
/** Shorter texts are compared as a whole, of longer ones what happened and why. */
const longText = 4000;

/** `ECONNRESET`, `pool_size`, `http.server.errors`, `v2.3.1`: what programs call things and no word is. */
const run = /[\p{L}\p{N}][\p{L}\p{N}._:/-]*/gu;
const identifier = /[\p{L}\p{N}][._:][\p{L}\p{N}]|[/-]\p{N}|\p{N}[/-]|^[A-Z][A-Z0-9]{3,}$/u;
const withoutSpaces = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** What is kept of an incident, some kilobytes. */
interface Indexed {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  /** Numbers of its words in rising order, and how often each occurs, those of the title as often as they weigh. */
  readonly words: Uint32Array;
  readonly counts: Uint16Array;
  readonly length: number;
  /** Words of the parts that tell what happened and why. */
  readonly telling: Uint32Array;
  /** By plain words or lower case: as written. */
  readonly marks: Readonly<Record<Mark, ReadonlyMap<string, string>>>;
}

/** What is looked for beside words: keys of marks. */
type Wanted = Readonly<Record<Mark, readonly string[]>>;

interface Search {
  /** Numbers in rising order. */
  readonly words: readonly number[];
  /** Those of the words that may be named as a reason. */
  readonly named: readonly number[];
  readonly wanted: Wanted;
  readonly bonuses: Bonuses;
  readonly most: number;
  /** What scores no more than this is left out. */
  readonly above: number;
  /** What the weight of words is multiplied by, from the best one that they come to. */
  readonly share: (best: number) => number;
}

/**
 * Finds past incidents: by words, by the services that were affected, and by names of programs; and those that are like
 * another one. Holds its own index, which follows the notes that it is told of.
 */
export class IncidentSearch {
  readonly #documents = new Map<string, Indexed>();
  /** The numbers of words, and by number the words and in how many incidents each occurs. */
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #spread: number[] = [];
  /** By kind and key: in how many incidents a mark occurs. */
  readonly #marked = {
    service: new Map<string, number>(),
    factor: new Map<string, number>(),
    "linked note": new Map<string, number>(),
    identifier: new Map<string, number>(),
  };
  #length = 0;

  /** Takes a postmortem in, in place of what was known at its path. */
  add(note: Note, settings: Settings, memory: Memory): void {
    this.remove(note.path);
    const document = this.#indexed(note, settings, memory);
    this.#documents.set(note.path, document);
    this.#count(document, 1);
  }

  /** Forgets what was at a path. */
  remove(path: string): void {
    const document = this.#documents.get(path);
    if (document === undefined) return;
    this.#documents.delete(path);
    this.#count(document, -1);
  }

  /** The incidents that fit some words best, the best first; of equals the later one. */
  find(query: string, most: number): readonly FoundIncident[] {
    const words = [...new Set(wordsOf(query))].flatMap((word) => this.#numbers.get(word) ?? []);
    const named = identifiersIn(query);
    const plainQuery = ` ${plainWords(query)} `;
    const wanted = this.#wanted((kind) =>
      [...this.#marked[kind].keys()].filter((key) =>
        kind === "identifier" ? named.has(key) : plainQuery.includes(` ${key} `),
      ),
    );
    return this.#best([...this.#documents.values()], {
      words: [...words].sort((a, b) => a - b),
      named: words,
      wanted,
      bonuses,
      most,
      above: 0,
      share: () => 1,
    });
  }

  /** The incidents that are most like the one at a path, without it; none when it is not known. */
  alike(path: string, most: number): readonly FoundIncident[] {
    const own = this.#documents.get(path);
    if (own === undefined) return [];
    const others = [...this.#documents.values()].filter((document) => document !== own);
    const words = [...own.telling].sort((a, b) => this.#rarity(b) - this.#rarity(a)).slice(0, mostWords);
    const tooMany = Math.max(2, commonShare * this.#documents.size);
    const wanted = this.#wanted((kind) =>
      [...own.marks[kind].keys()].filter(
        (key) => kind === "service" || kind === "factor" || (this.#marked[kind].get(key) ?? 0) <= tooMany,
      ),
    );
    return this.#best(others, {
      words: [...words].sort((a, b) => a - b),
      named: words.filter((word) => this.#isTelling(word)),
      wanted,
      bonuses: bonusesAlike,
      most,
      above: leastAlike,
      share: (best) => (best === 0 ? 0 : wordShare / best),
    });
  }

  /** Whether a word tells a reader what incidents have in common: no number, in some of them and not in most. */
  #isTelling(word: number): boolean {
    const known = this.#spread[word] ?? 0;
    return known > 1 && known <= Math.max(2, this.#documents.size / 2) && hasLetter(this.#names[word] ?? "");
  }

  #wanted(keysOf: (kind: Mark) => readonly string[]): Wanted {
    return {
      service: keysOf("service"),
      factor: keysOf("factor"),
      "linked note": keysOf("linked note"),
      identifier: keysOf("identifier"),
    };
  }

  /** The documents that fit best, the best first; of equals the later one. */
  #best(documents: readonly Indexed[], search: Search): readonly FoundIncident[] {
    const { above, most, named, share, wanted, words } = search;
    const rarities = words.map((word) => this.#rarity(word));
    const scores = documents.map((document) => this.#wordScore(document, words, rarities));
    const times = share(scores.reduce((best, score) => Math.max(best, score), 0));
    return documents
      .flatMap((document, index) => {
        const score = times * (scores[index] ?? 0) + bonusOf(document, search);
        return score > above ? [{ document, score }] : [];
      })
      .sort(
        (a, b) =>
          b.score - a.score ||
          compareTexts(b.document.date, a.document.date) ||
          compareTexts(a.document.path, b.document.path),
      )
      .slice(0, most)
      .map(({ document, score }) => {
        const { path, title } = document;
        return { path, title, score, reasons: this.#reasons(document, named, wanted) };
      });
  }

  #reasons(document: Indexed, words: readonly number[], wanted: Wanted): readonly string[] {
    const weighed = words.map((word) => ({
      name: this.#names[word] ?? "",
      weight: this.#wordScore(document, [word], [this.#rarity(word)]),
    }));
    const names = weighed
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 5)
      .map(({ name }) => name);
    return [
      ...markNames.flatMap((kind) => {
        const own = document.marks[kind];
        return wanted[kind].flatMap((key) => (own.has(key) ? [`${kind}: ${own.get(key) ?? key}`] : []));
      }),
      ...(names.length === 0 ? [] : [`words: ${names.join(", ")}`]),
    ];
  }

  /** What some words of these rarities weigh in a document; their numbers are in rising order. */
  #wordScore({ counts, length, words: own }: Indexed, words: readonly number[], rarities: readonly number[]): number {
    const norm = saturation * (1 - lengthShare + (lengthShare * length * this.#documents.size) / this.#length);
    let score = 0;
    let place = 0;
    for (const [index, word] of words.entries()) {
      while ((own[place] ?? word) < word) place += 1;
      const count = own[place] === word ? (counts[place] ?? 0) : 0;
      if (count > 0) score += ((rarities[index] ?? 0) * count * (saturation + 1)) / (count + norm);
    }
    return score;
  }

  /** The inverse document frequency, never negative. */
  #rarity(word: number): number {
    const known = this.#spread[word] ?? 0;
    return Math.log(1 + (this.#documents.size - known + 0.5) / (known + 0.5));
  }

  #count({ length, marks: own, words }: Indexed, by: 1 | -1): void {
    this.#length += by * length;
    for (const word of words) this.#spread[word] = (this.#spread[word] ?? 0) + by;
    for (const kind of markNames)
      for (const key of own[kind].keys()) this.#marked[kind].set(key, (this.#marked[kind].get(key) ?? 0) + by);
  }

  #indexed(note: Note, settings: Settings, memory: Memory): Indexed {
    const fields = readFields(note, settings, memory);
    const { owners, reviewers, title } = fields;
    const { date, factors, services } = situationOf(note, settings, memory, fields);
    const body = note.text.slice(note.frontmatter?.span.end ?? 0);
    const head = [title ?? noteName(note.path), ...services].join(" ");
    const counts = new Map<number, number>();
    const numbersIn = (text: string): readonly number[] => wordsOf(text).map((word) => this.#numberOf(word));
    const [inBody, inHead] = [numbersIn(body), numbersIn(head)];
    for (const word of inBody) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of inHead) counts.set(word, (counts.get(word) ?? 0) + titleWeight);
    const words = Uint32Array.from(counts.keys()).sort();
    const parts = tellingParts(note, settings, memory);
    const telling = parts === null ? words : Uint32Array.from(new Set([...inHead, ...numbersIn(parts)]));
    const people = new Set([...owners, ...reviewers].map(plainWords));
    const linked = note.links.flatMap(({ external, target }) => {
      const name = noteName(splitTarget(target).linkpath);
      return external || name === "" || people.has(plainWords(name)) ? [] : [name];
    });
    const keyed = (names: readonly string[]): ReadonlyMap<string, string> =>
      new Map(names.map((name) => [plainWords(name), name] as const));
    return {
      path: note.path,
      title: title ?? noteName(note.path),
      date: date ?? "",
      words,
      counts: Uint16Array.from(words, (word) => Math.min(counts.get(word) ?? 0, 65535)),
      length: inBody.length + inHead.length,
      telling,
      marks: {
        service: keyed(services),
        factor: keyed(factors),
        "linked note": keyed(linked),
        identifier: identifiersIn(body),
      },
    };
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(word, number);
    this.#names.push(word);
    return number;
  }
}

/** What a long postmortem says of what happened and why; null where all of it is to be taken. */
function tellingParts(note: Note, settings: Settings, memory: Memory): string | null {
  if (note.text.length <= longText) return null;
  const parts = findSections(note, settings, memory)
    .filter(({ id }) => isSection(id, "what-happened") || isSection(id, "root-cause"))
    .map(({ body: { end, start } }) => note.text.slice(start, end));
  return parts.length === 0 ? null : parts.join(" ");
}

/** What the marks that a document shares add. */
function bonusOf({ marks }: Indexed, { bonuses: weights, wanted }: Search): number {
  let sum = 0;
  for (const kind of markNames) {
    let share = 1;
    for (const key of wanted[kind]) {
      if (!marks[kind].has(key)) continue;
      sum += weights[kind] * share;
      share = furtherShare;
    }
  }
  return sum;
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

/** By their lower case: as written where they occur first. */
function identifiersIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [signs] of matchesOf(run, text)) {
    const name = signs.slice(0, signs.length - marksAtEnd(signs));
    if (identifier.test(name) && hasLetter(name) && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return found;
}

/** How many marks end a run: the full stop of a sentence is no part of a name. */
function marksAtEnd(signs: string): number {
  let count = 0;
  while ("._:/-".includes(signs.charAt(signs.length - 1 - count))) count += 1;
  return count;
}
