// The mutants of a room: what Stryker's instrumenter changes in its sources, one token each.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** A mutant that holds more of them within itself is the loss of a whole function, which every test notices. */
const mostWithin = 12;

const silent = new Proxy({}, { get: (_, name) => (String(name).startsWith("is") ? () => false : () => undefined) });

/** The sources of a room whose path holds this part. */
export function sourcesOf(room, part) {
  return readdirSync(join("src", room), { recursive: true })
    .map((name) => join("src", room, name))
    .filter((name) => /\.m?ts$/.test(name) && name.includes(part));
}

/** The mutants of these sources, and the sources with all of them within, to be switched on one by one. */
export function instrument(sources) {
  return instrumentWhere(new Map(sources.map((name) => [resolve(name), true])));
}

/** Only these mutants and those within them, and only their files. */
export function instrumentOnly(mutants) {
  const places = new Map(mutants.map(({ fileName }) => [fileName, []]));
  for (const { fileName, location } of mutants) places.get(fileName).push(location);
  return instrumentWhere(places);
}

async function instrumentWhere(places) {
  const files = [...places].map(([name, mutate]) => ({ name, mutate, content: readFileSync(name, "utf8") }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  return await new Instrumenter(silent).instrument(files, options);
}

/** So many mutants, with those within them, spread over all of them. */
export function sampleOf(mutants, size, seed) {
  const random = randomNumbers(seed);
  const order = mutants
    .map((mutant) => ({ mutant, at: random.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
  const chosen = [];
  const taken = new Set();
  for (const mutant of order) {
    if (taken.size >= size) break;
    const inner = mutants.filter((other) => isWithin(other, mutant));
    if (inner.length > mostWithin || taken.has(mutant)) continue;
    for (const each of inner) taken.add(each);
    chosen.push(mutant);
  }
  return chosen;
}

function isWithin(inner, outer) {
  const isBefore = (a, b) => a.line < b.line || (a.line === b.line && a.column <= b.column);
  return (
    inner.fileName === outer.fileName &&
    isBefore(outer.location.start, inner.location.start) &&
    isBefore(inner.location.end, outer.location.end)
  );
}

/** Numbers that look random and are the same for the same seed: mulberry32. */
function* randomNumbers(seed) {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
