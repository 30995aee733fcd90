import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IncidentSearch } from "../../src/incident";
import { listIn, parseNote, propertyOf } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { progress, root, seed, skip } from "../bench.mts";
import { median } from "../rounds.mts";
import type { Figure } from "../targets.mts";
import { noteAt } from "../vault/vault.mts";

const notes = 2000;
const queries = ["connection pool exhausted", "payments timeout after deploy", "ECONNRESET checkout", "certificate"];
/** Postmortems with categories, where somebody has put some beside the checkout. */
const labelledFolder = join(root, "../shared/labelled");
/** So many of the best results count. */
const shown = 3;

/** How long a search among many incidents takes, and how often the most similar ones are of the same kind. */
export function measureSearch(): Figure[] {
  progress("searching incidents");
  const library = createLibrary();
  const search = new IncidentSearch();
  const before = performance.now();
  for (let index = 0; index < notes; index++) {
    const { path, text } = noteAt(seed, index * 10);
    search.add(parseNote(text, path), defaultSettings, library.memory);
  }
  const detail = `${notes.toLocaleString("en")} notes, indexed in ${(performance.now() - before).toFixed(0)} ms`;
  const times = (run: (index: number) => unknown): number[] =>
    Array.from({ length: 40 }, (_, index) => {
      const start = performance.now();
      run(index);
      return performance.now() - start;
    }).slice(10);
  return [
    { target: "search-words", value: median(times((index) => search.find(queries[index % 4] ?? "", 10))), detail },
    {
      target: "search-alike",
      value: median(times((index) => search.alike(noteAt(seed, index * 10).path, 5))),
      detail,
    },
    ...measureLabelled(),
  ];
}

/** The share of the first results that have a category of the incident they are like, against BM25 alone. */
function measureLabelled(): Figure[] {
  if (!existsSync(labelledFolder)) {
    skip("similar incidents of the labelled set", "there is none beside the checkout");
    return [];
  }
  const files = readdirSync(labelledFolder).filter((name) => name.endsWith(".md"));
  const labelled = files.map((path) => {
    const note = parseNote(readFileSync(join(labelledFolder, path), "utf8"), path);
    return { path, note, categories: new Set(listIn(propertyOf(note, "categories")?.value)) };
  });
  const search = new IncidentSearch();
  const { memory } = createLibrary();
  for (const { note } of labelled) search.add(note, defaultSettings, memory);
  const texts = new Map(
    labelled.map(({ note, path }) => [path, wordsOf(note.text.slice(note.frontmatter?.span.end ?? 0))]),
  );
  const share = (find: (path: string) => readonly string[]): number => {
    const hits = labelled.flatMap(({ categories, path }) =>
      find(path).map((other) => {
        const found = labelled.find((one) => one.path === other)?.categories ?? new Set();
        return [...categories].some((category) => found.has(category)) ? 1 : 0;
      }),
    );
    return (100 * hits.reduce<number>((sum, hit) => sum + hit, 0)) / hits.length;
  };
  const ours = share((path) => search.alike(path, shown).map((found) => found.path));
  const plain = share((path) => plainBm25(texts, path).slice(0, shown));
  return [{ target: "search-labelled", value: ours, detail: `${plain.toFixed(1)} % by BM25 of the text alone` }];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** The other texts by how well they fit this one: Okapi BM25, k1 1.2 and b 0.75, and nothing else. */
function plainBm25(texts: ReadonlyMap<string, readonly string[]>, path: string): readonly string[] {
  const counts = new Map([...texts].map(([other, words]) => [other, tally(words)]));
  const mean = [...texts.values()].reduce((sum, { length }) => sum + length, 0) / texts.size;
  const score = (other: string): number => {
    const length = texts.get(other)?.length ?? 0;
    return [...new Set(texts.get(path))].reduce((sum, word) => {
      const count = counts.get(other)?.get(word) ?? 0;
      if (count === 0) return sum;
      const known = [...counts.values()].filter((words) => words.has(word)).length;
      const rarity = Math.log(1 + (texts.size - known + 0.5) / (known + 0.5));
      return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
    }, 0);
  };
  return [...texts.keys()]
    .filter((other) => other !== path)
    .map((other) => ({ other, value: score(other) }))
    .sort((a, b) => b.value - a.value)
    .map(({ other }) => other);
}

function tally(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
