import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { expectNotes, expectPostmortems, expectShortRun } from "../../src/cli/engine.mts";

type Engine = NonNullable<Parameters<typeof expectShortRun>[0]>;

/** The flags that are set in a version of V8; set here, they would hold for the tests, too. */
function flagsOf(version: number, prepare: (engine: Engine) => void): readonly string[] {
  const flags: string[] = [];
  prepare({ version, set: (flag) => void flags.push(flag) });
  return flags;
}

const ofNode20 = 11;
const ofNode24 = 13;

describe("the engine that the command line runs in", () => {
  it("optimises less in a run that is soon over", () => {
    const flags = flagsOf(ofNode20, (engine) => {
      expectShortRun(engine);
      expectPostmortems(3000, engine);
    });
    expect(flags).toEqual(["--no-regexp-tier-up", "--interrupt-budget=270336"]);
  });

  it("optimises as V8 does by itself where there are many postmortems", () => {
    const flags = flagsOf(ofNode20, (engine) => {
      expectPostmortems(3001, engine);
    });
    expect(flags).toEqual(["--interrupt-budget=67584"]);
  });

  it("keeps all notes parsed, or few of very many", () => {
    const parsed: number[] = [];
    const flagsFor = (notes: number): readonly string[] =>
      flagsOf(ofNode24, (engine) => parsed.push(expectNotes(notes, engine)));
    expect(flagsFor(30_000)).toEqual([]);
    expect(flagsFor(30_001)).toEqual(["--heap-growing-percent=20"]);
    expect(parsed).toEqual([Infinity, 64]);
  });

  const prepare = (engine: Engine): void => {
    expectShortRun(engine);
    expectNotes(30_001, engine);
    expectPostmortems(3001, engine);
  };

  it("sets only flags that this V8 knows", () => {
    const known = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" }).stdout;
    const names = new Set([...known.matchAll(/^ {2}--([\w-]+) \(/gm)].map(([, name]) => name));
    const flags = flagsOf(Number.parseInt(process.versions.v8, 10), prepare);
    expect(flags.length).toBeGreaterThan(1);
    expect(flags.filter((flag) => !names.has(flag.replace(/^--(?:no-)?|=.*$/g, "")))).toEqual([]);
  });

  it("knows that the V8 of Node 22 counts otherwise, and nothing of those to come", () => {
    expect(flagsOf(ofNode24, prepare)).toEqual(["--no-regexp-tier-up", "--heap-growing-percent=20"]);
    expect(flagsOf(14, prepare)).toEqual([]);
  });
});
