import { performance } from "node:perf_hooks";
import { beforeEach, vi } from "vitest";
import type { Lexicon } from "../../src/language";

// Mutants are tried beside what counts how often each is reached: how long something takes says nothing there. Each
// look at a clock is a millisecond later, so that whatever is measured takes the same.
let looks = 0;
process.cpuUsage = (before) => ({ user: ++looks * 1000 - (before?.user ?? 0), system: 0 });
performance.now = () => ++looks;

// What the words of a language mean is worked out once and kept. A mutant there would be tried on the one test alone
// that happened to ask first, so each test works it out anew.
const kept = vi.hoisted(() => {
  // The files of a worker share the modules, but each is set up by itself.
  const shared: NodeJS.Process & { keptByLanguage?: Set<Map<unknown, unknown>> } = process;
  return (shared.keptByLanguage ??= new Set());
});
vi.mock("../../src/language/pattern", async (load) => ({
  ...(await load<object>()),
  perLanguage<T>(compile: (language: Lexicon) => T): (language: Lexicon) => T {
    const known = new Map<Lexicon, T>();
    kept.add(known);
    return (language) => {
      const made = known.get(language) ?? compile(language);
      known.set(language, made);
      return made;
    };
  },
}));
beforeEach(() => {
  for (const known of kept) known.clear();
});

/** What takes more than a second: it would be run again for most mutants. */
const slow =
  /\d0,000|100 KB|hostile|one changed fact|400 external documents|wherever they are embedded|any timeline|of any vault|400 /;

/** What reads the sources themselves, where the mutants stand. */
const readsSources = /exports each rule by its id/;

beforeEach(({ task, skip }) => {
  for (
    let suite: { readonly name: string; readonly suite?: typeof task.suite } | undefined = task;
    suite;
    suite = suite.suite
  )
    if (slow.test(suite.name) || readsSources.test(suite.name)) skip();
});
