// Tries changes of single tokens in the source of a room, mutants, on the tests, and names those that no test
// notices: `npm run test:mutation -- time` tries a sample of 300 of them, `--sample 0` all, `--file PART` those of the
// files whose path holds it. By hand and not in CI: a room takes from minutes to hours.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    file: { type: "string", default: "" },
    workers: { type: "string", default: "1" },
  },
});

/** A mutant that holds more of them within itself is the loss of a whole function, which every test notices. */
const mostWithin = 12;

const silent = new Proxy({}, { get: (_, name) => (String(name).startsWith("is") ? () => false : () => undefined) });

/** Every mutant of these files. */
async function mutantsOf(files) {
  const instrumenter = new Instrumenter(silent);
  const { mutants } = await instrumenter.instrument(
    files.map((name) => ({ name: resolve(name), mutate: true, content: readFileSync(name, "utf8") })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return mutants;
}

const isWithin = (inner, outer) =>
  inner.fileName === outer.fileName &&
  (inner.location.start.line > outer.location.start.line ||
    (inner.location.start.line === outer.location.start.line &&
      inner.location.start.column >= outer.location.start.column)) &&
  (inner.location.end.line < outer.location.end.line ||
    (inner.location.end.line === outer.location.end.line && inner.location.end.column <= outer.location.end.column));

/** Numbers that look random and are the same for the same seed: mulberry32. */
function* randomNumbers(seed) {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

/** So many mutants, with those within them, spread over all of them. */
function sampleOf(mutants, size, seed) {
  const byFile = Map.groupBy ? Map.groupBy(mutants, ({ fileName }) => fileName) : groupByFile(mutants);
  const random = randomNumbers(seed);
  const order = mutants
    .map((mutant) => ({ mutant, at: random.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
  const ranges = [];
  const taken = new Set();
  for (const mutant of order) {
    if (taken.size >= size) break;
    const inner = byFile.get(mutant.fileName).filter((other) => isWithin(other, mutant));
    if (inner.length > mostWithin || taken.has(mutant)) continue;
    for (const each of inner) taken.add(each);
    ranges.push(mutant);
  }
  return ranges;
}

function groupByFile(mutants) {
  const groups = new Map();
  for (const mutant of mutants) groups.set(mutant.fileName, [...(groups.get(mutant.fileName) ?? []), mutant]);
  return groups;
}

const rangeOf = ({ fileName, location: { start, end } }) =>
  `${fileName.slice(process.cwd().length + 1)}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

/** Tries the mutants of a room; gives how many there were and what survived. */
async function run(room) {
  const files = readdirSync(join("src", room), { recursive: true })
    .map((name) => join("src", room, name))
    .filter((name) => /\.m?ts$/.test(name) && name.includes(values.file));
  const mutants = await mutantsOf(files);
  const size = Number(values.sample);
  process.env["MUTATED_ROOM"] = room;
  const mutate = size === 0 ? files : sampleOf(mutants, size, Number(values.seed)).map(rangeOf);
  const results = await new Stryker({
    mutate,
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    // What is evaluated once at load cannot be changed for one test.
    ignoreStatic: true,
    concurrency: Number(values.workers),
    dryRunTimeoutMinutes: 60,
    timeoutMS: 20_000,
    checkers: [],
    reporters: ["progress"],
    tempDirName: ".mutation",
    allowConsoleColors: false,
    fileLogLevel: "off",
    logLevel: "warn",
  }).runMutationTest();
  const tried = results.filter(({ status }) => status !== "Ignored");
  const survived = tried.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  for (const { fileName, location, mutatorName, replacement, status } of survived)
    process.stdout.write(
      `${fileName.slice(process.cwd().length + 1)}:${location.start.line + 1}:${location.start.column + 1}  ${status}  ${mutatorName}  ${replacement?.replace(/\s+/g, " ").slice(0, 100)}\n`,
    );
  const killed = tried.length - survived.length;
  process.stdout.write(
    `${room}: ${killed} of ${tried.length} noticed, ${((100 * killed) / tried.length).toFixed(1)} %; of ${mutants.length} in the room\n`,
  );
}

for (const room of positionals) await run(room);
