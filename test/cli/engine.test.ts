import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { expectNotes, expectPostmortems, expectShortRun } from "../../src/cli/engine.mts";

/** The flags that are set, which would hold for the tests, too. */
function flagsOf(prepare: (set: (flag: string) => void) => void): readonly string[] {
  const flags: string[] = [];
  prepare((flag) => flags.push(flag));
  return flags;
}

describe("the engine that the command line runs in", () => {
  it("optimises less in a run that is soon over", () => {
    const flags = flagsOf((set) => {
      expectShortRun(set);
      expectPostmortems(3000, set);
    });
    expect(flags).toEqual(["--no-regexp-tier-up", "--interrupt-budget=270336"]);
  });

  it("optimises as V8 does by itself where there are many postmortems", () => {
    const flags = flagsOf((set) => {
      expectPostmortems(3001, set);
    });
    expect(flags).toEqual(["--interrupt-budget=67584"]);
  });

  it("keeps all notes parsed, or few of very many", () => {
    const parsed: number[] = [];
    const flagsFor = (notes: number): readonly string[] => flagsOf((set) => parsed.push(expectNotes(notes, set)));
    expect(flagsFor(30_000)).toEqual([]);
    expect(flagsFor(30_001)).toEqual(["--heap-growing-percent=20"]);
    expect(parsed).toEqual([Infinity, 64]);
  });

  it("sets only flags that this V8 knows", () => {
    const flags = flagsOf((set) => {
      expectShortRun(set);
      expectNotes(30_001, set);
    });
    const known = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" }).stdout;
    expect(flags).toHaveLength(3);
    for (const flag of flags) expect(known).toContain(flag.replace(/^--(?:no-)?|=.*$/g, ""));
  });
});
