// Tries changes of single tokens in the source of a room, mutants, on the tests, and names those that no test
// notices: `npm run test:mutation -- time` tries a sample of 300 of them, `--sample 0` all, `--file PART` those of the
// files whose path holds it. By hand and not in CI: it takes minutes, in which no file that tests read may change.
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { bundle, testFilesOf } from "./bundle.mjs";
import { instrument, instrumentOnly, sampleOf, sourcesOf } from "./mutants.mjs";
import { Tester } from "./tester.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    file: { type: "string", default: "" },
    workers: { type: "string", default: "1" },
  },
});

/** Gives each of the items to whichever tester is free. */
async function share(items, testers, work) {
  const left = items.entries();
  await Promise.all(
    testers.map(async (tester) => {
      for (const [index, item] of left) await work(tester, item, index);
    }),
  );
}

/** The tests that reach each mutant, by its id. */
async function coverage(testFiles, testers) {
  const found = [];
  await share(testFiles, testers, async (tester, path) => {
    found.push(...(await tester.reached(path)));
  });
  for (const { path, name, failure } of found)
    if (failure !== null)
      process.stderr.write(`Left out, it fails without a mutant: ${path} > ${name}: ${failure.split("\n", 1)[0]}\n`);
  const covering = new Map();
  for (const test of found.filter(({ failure }) => failure === null))
    for (const id of Object.keys(test.hits)) {
      if (!covering.has(id)) covering.set(id, []);
      covering.get(id).push(test);
    }
  return covering;
}

/**
 * The order of tests for the mutants of one file: what takes least time for each that it has noticed so far. A test
 * that names the file is taken to have noticed one.
 */
class Order {
  #name;
  #noticed = new Map();

  constructor(fileName) {
    this.#name = basename(fileName, extname(fileName));
  }

  of(tests) {
    // Those that have noticed none come behind, the short ones first as well.
    const cost = new Map(tests.map((test) => [test, test.ms / (this.#noticedBy(test) + 0.01)]));
    return [...tests].sort((a, b) => cost.get(a) - cost.get(b));
  }

  hasNoticed(test) {
    this.#noticed.set(test, this.#noticedBy(test) + 1);
  }

  #noticedBy(test) {
    return this.#noticed.get(test) ?? (`${test.path} ${test.name}`.includes(this.#name) ? 1 : 0);
  }
}

/** Tries the mutants of a room; tells what survived, and how many there were. */
async function run(room) {
  const all = await instrument(sourcesOf(room, values.file));
  const size = Number(values.sample);
  // What is not tried is not there either: it would take time.
  const { mutants, files } = size === 0 ? all : await instrumentOnly(sampleOf(all.mutants, size, Number(values.seed)));
  const { script, reaching } = await bundle(testFilesOf(room), files);
  const testers = Array.from({ length: Number(values.workers) }, () => new Tester(script));
  try {
    const covering = await coverage(reaching, testers);
    const orders = new Map(mutants.map(({ fileName }) => [fileName, new Order(fileName)]));
    let noticed = 0;
    await share(mutants, testers, async (tester, mutant, index) => {
      if (index % 50 === 0) process.stderr.write(`${noticed} noticed, ${index} of ${mutants.length} tried\n`);
      const tests = covering.get(mutant.id);
      if (tests === undefined) return void report(mutant, "NoCoverage");
      const order = orders.get(mutant.fileName);
      const test = await tester.noticing(mutant.id, order.of(tests));
      if (test === null) return void report(mutant, "Survived");
      order.hasNoticed(test);
      noticed += 1;
    });
    const percent = ((100 * noticed) / mutants.length).toFixed(1);
    process.stdout.write(
      `${room}: ${noticed} of ${mutants.length} noticed, ${percent} %; of ${all.mutants.length} in the room\n`,
    );
  } finally {
    for (const tester of testers) tester.end();
  }
}

function report({ fileName, location: { start }, mutatorName, replacement }, status) {
  const place = `${fileName.slice(process.cwd().length + 1)}:${start.line + 1}:${start.column + 1}`;
  process.stdout.write(`${place}  ${status}  ${mutatorName}  ${replacement.replace(/\s+/g, " ").slice(0, 100)}\n`);
}

for (const room of positionals) await run(room);
