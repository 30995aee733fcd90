// A process that runs tests with a mutant: another takes its place when a mutant does not let it come to an end.
import { fork } from "node:child_process";
import { join } from "node:path";
import { clearTimeout, setTimeout } from "node:timers";

/** How long a test may take with a mutant: much longer than without, in ms, for a machine that does other things. */
const limit = (ms) => 20_000 + 20 * ms;

export class Tester {
  #script;
  #child = null;

  /** The script that gives the tests. */
  constructor(script) {
    this.#script = script;
  }

  /** The tests of a file, each with the mutants that it reaches; throws where the file cannot be loaded. */
  async reached(path) {
    const { answer, failed } = await this.#ask({ path });
    if (answer === undefined) throw new Error(failed);
    return answer;
  }

  /** The first of the tests, which all reach the mutant, that fails or does not come to an end; null for none. */
  async noticing(mutant, tests) {
    const mostHits = 1000 + 100 * Math.max(...tests.map(({ hits }) => hits[mutant]));
    const task = { mutant, mostHits, tests: tests.map(({ path, index, ms }) => ({ path, index, ms })) };
    const { answer, begun } = await this.#ask(task, ({ ms }) => limit(ms));
    return (answer ?? true) ? tests[begun] : null;
  }

  end() {
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }

  #start() {
    const child = fork(join(import.meta.dirname, "child.mjs"));
    child.send({ script: this.#script });
    return child;
  }

  /**
   * Sends a task and gives the answer with the test that was begun last: none where the process ended, or a test took
   * longer than `limitOf`.
   */
  #ask(task, limitOf = () => null) {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      let timer;
      let begun = 0;
      const settle = (answer) => {
        clearTimeout(timer);
        child.off("exit", giveUp).off("message", take);
        resolve({ ...answer, begun });
      };
      const giveUp = () => {
        this.end();
        settle({});
      };
      const take = ({ began, ...answer }) => {
        if (began === undefined) return void settle(answer);
        begun = began;
        clearTimeout(timer);
        timer = setTimeout(giveUp, limitOf(task.tests[began]));
      };
      child.on("exit", giveUp).on("message", take);
      child.send(task);
    });
  }
}
