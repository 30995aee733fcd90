// Prints how many bytes a library holds per ordinary note and per postmortem, and an index of incidents; needs
// `--expose-gc`.
import { IncidentSearch } from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { seed } from "../bench.mts";
import { pathAt } from "../vault/names.mts";
import { noteAt } from "../vault/vault.mts";

const heap = (): number => {
  gc?.();
  gc?.();
  return process.memoryUsage().heapUsed;
};

/** A text as it comes from a file: one piece, not shared with what the generator still holds. */
const fromFile = (text: string): string => Buffer.from(text).toString("utf8");

/** Bytes by which the heap grows per call. */
function growth(count: number, run: (index: number) => void): number {
  const before = heap();
  for (let index = 0; index < count; index++) run(index);
  return (heap() - before) / count;
}

// What the code keeps for itself, such as compiled patterns and functions, is no part of a note.
const warmUp = createLibrary();
for (let index = 0; index < 200; index++) warmUp.update(pathAt(index), noteAt(seed, index * 10).text);
const library = createLibrary();
library.update("warm-up.md", noteAt(seed, 0).text);

const ordinary = growth(20_000, (index) => library.add(fromFile(pathAt(index))));
const postmortem = growth(2000, (index) => {
  const { path, text } = noteAt(seed, index * 10);
  library.update(fromFile(path), fromFile(text));
});
const text = growth(
  2000,
  (() => {
    const kept: string[] = [];
    return (index) => kept.push(fromFile(noteAt(seed, index * 10).text));
  })(),
);
const incidents = new IncidentSearch();
const { memory } = createLibrary();
const search =
  2000 *
  growth(2000, (index) => {
    const { path, text: source } = noteAt(seed, index * 10);
    incidents.add(parseNote(fromFile(source), path), defaultSettings, memory);
  });
process.stdout.write(JSON.stringify({ ordinary, postmortem, search, text, held: [...library.paths()].length }));
