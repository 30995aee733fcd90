// A process that runs tests with a mutant switched on. It is told what to do by messages, and is told apart from the
// one that asks because a mutant may never come to an end.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import vm from "node:vm";
import * as runner from "@vitest/runner";
import { expect, expectIn } from "./expect.mjs";

/** What takes more than a second: it would be run again for most mutants. */
const slow =
  /\d0,000|100 KB|hostile|one changed fact|400 external documents|wherever they are embedded|any timeline|of any vault|400 /;

/** What reads the sources themselves, where the mutants stand. */
const readsSources = /exports each rule by its id/;

// How long something takes says nothing beside what counts how often each mutant is reached. Each look at a clock is a
// millisecond later, so that whatever is measured takes the same.
let looks = 0;
process.cpuUsage = (before) => ({ user: ++looks * 1000 - (before?.user ?? 0), system: 0 });
performance.now = () => ++looks;

// What fails is told by the test that waits for it.
process.on("unhandledRejection", () => {});

const requireFrom = createRequire(import.meta.url);
const require = (name) => (name === "vitest" ? { ...runner, expect } : requireFrom(name));

// A mutant is noticed or not, whenever it is tried.
requireFrom("fast-check").configureGlobal({ seed: 1 });

/** Gives the tests with all modules as at the start. */
let run;

/** Where Stryker's instrumenter keeps which mutant is switched on, and how often each has been reached. */
const state = vm.runInThisContext("(globalThis.__stryker__ ??= {})");

/** The tests of a file, by their full names, with the modules of `loaders`. */
async function testsOf(loaders, path) {
  const collector = {
    config: {
      root: process.cwd(),
      setupFiles: [],
      passWithNoTests: true,
      allowOnly: true,
      sequence: { seed: 0, hooks: "stack", setupFiles: "list" },
      maxConcurrency: 1,
      testTimeout: 0,
      hookTimeout: 0,
      retry: 0,
      tags: [],
      strictTags: false,
    },
    importFile: () => loaders[path](),
    extendTaskContext: (context) => Object.assign(context, { expect }),
  };
  const [file] = await runner.collectTests([path], collector);
  if (file.result?.state === "fail") throw new Error(file.result.errors[0].stack);
  for (const begin of runner.getHooks(file).beforeAll) await begin();
  return testsWithin(file, "").map(({ name, act }) => ({
    name,
    run() {
      expectIn(path);
      return act();
    },
  }));
}

function testsWithin(suite, before) {
  return suite.tasks.flatMap((task) => {
    const name = `${before}${task.name}`;
    if (task.mode === "skip" || slow.test(name) || readsSources.test(name)) return [];
    return task.type === "suite" ? testsWithin(task, `${name} > `) : [{ name, act: runner.getFn(task) }];
  });
}

/**
 * Each test of a file with the mutants that it reaches and how often. What is reached less often by the same tests a
 * second time is worked out once and kept, by whichever test comes first: it counts for all of them.
 */
async function reached(path) {
  const hitsWhile = async (act) => {
    state.mutantCoverage.static = {};
    const result = await act();
    return { result, hits: state.mutantCoverage.static };
  };
  state.mutantCoverage = { static: {}, perTest: {} };
  const first = await hitsWhile(async () => {
    const loaded = await testsOf(run(require), path);
    for (const test of loaded) await failureOf(test);
    return loaded;
  });
  const again = [];
  for (const test of first.result) {
    const began = process.hrtime.bigint();
    const { result: failure, hits } = await hitsWhile(() => failureOf(test));
    again.push({ failure, hits, ms: Number(process.hrtime.bigint() - began) / 1e6 });
  }
  const hitsAgain = (id) => again.reduce((sum, { hits }) => sum + (hits[id] ?? 0), 0);
  const once = Object.fromEntries(Object.entries(first.hits).filter(([id, hits]) => hits > hitsAgain(id)));
  return again.map((test, index) => ({
    ...test,
    path,
    index,
    name: first.result[index].name,
    hits: { ...test.hits, ...once },
  }));
}

async function failureOf(test) {
  try {
    await test.run();
    return null;
  } catch (error) {
    return String(error.stack);
  }
}

/** Whether one of the tests fails with the mutant; tells which is begun, by its place among them. */
async function isNoticed({ mutant, mostHits, tests }) {
  Object.assign(state, { activeMutant: mutant, hitLimit: mostHits });
  const loaders = run(require);
  const loaded = new Map();
  for (const [began, { path, index }] of tests.entries()) {
    process.send({ began });
    state.hitCount = 0;
    try {
      if (!loaded.has(path)) loaded.set(path, await testsOf(loaders, path));
      await loaded.get(path)[index].run();
    } catch {
      return true;
    }
    if (state.hitCount > mostHits) return true;
  }
  return false;
}

process.on("message", async (task) => {
  try {
    if (task.script !== undefined) run = vm.compileFunction(task.script, ["require"]);
    else process.send({ answer: await (task.path === undefined ? isNoticed(task) : reached(task.path)) });
  } catch (error) {
    process.send({ failed: String(error.stack) });
  }
});
