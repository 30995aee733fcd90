import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.mts";
import { createProgress } from "../../src/cli/progress.mts";
import { guarded } from "../../src/cli/terminal.mts";

/** A terminal, or none, on which each look at the clock finds it so much later. */
function io(isTTY: boolean, tick: number): { io: Io; written: string[] } {
  const written: string[] = [];
  let now = 0;
  const output = { isTTY, write: (text: string) => written.push(text) };
  return {
    io: guarded({
      stdout: output,
      stderr: output,
      env: {},
      cwd: "/",
      now: () => (now += tick),
      zone: "UTC",
      stdin: () => Promise.resolve(""),
      ask: null,
      version: "0",
    }),
    written,
  };
}

function run(target: Io): void {
  const progress = createProgress(target, "reading note", 20);
  for (let step = 0; step < 20; step++) progress.step();
  progress.end();
}

describe("progress", () => {
  it("is shown on a terminal once the work takes long, and wiped away at the end", () => {
    const { io: terminal, written } = io(true, 90);
    run(terminal);
    expect(written[0]).toBe("\rreading note 12 of 20");
    expect(written.at(-1)).toBe("\r\u001b[K");
    expect(written.length).toBeLessThan(10);
  });

  it("is silent for short work, and where nobody watches", () => {
    for (const quiet of [io(true, 1), io(false, 1000)]) {
      run(quiet.io);
      expect(quiet.written).toEqual([]);
    }
  });
});
