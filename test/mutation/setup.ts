import { performance } from "node:perf_hooks";
import { beforeEach } from "vitest";

// Mutants are tried beside what counts how often each is reached: how long something takes says nothing there. Each
// look at a clock is a millisecond later, so that whatever is measured takes the same.
let looks = 0;
process.cpuUsage = (before) => ({ user: ++looks * 1000 - (before?.user ?? 0), system: 0 });
performance.now = () => ++looks;

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
