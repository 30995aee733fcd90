import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import { expectNotes, expectPostmortems, expectShortRun } from "../../src/cli/engine";

const flags = vi.hoisted((): string[] => []);
vi.mock("node:v8", async (original) => ({
  ...(await original<typeof import("node:v8")>()),
  setFlagsFromString: (flag: string) => void flags.push(flag),
}));

describe("the engine that the command line runs in", () => {
  afterEach(() => {
    flags.length = 0;
  });

  it("optimises less in a run that is soon over", () => {
    expectShortRun();
    expectPostmortems(3000);
    expect(flags).toEqual(["--no-regexp-tier-up", "--interrupt-budget=270336"]);
  });

  it("optimises as V8 does by itself where there are many postmortems", () => {
    expectPostmortems(3001);
    expect(flags).toEqual(["--interrupt-budget=67584"]);
  });

  it("keeps all notes parsed, or few of very many", () => {
    expect(expectNotes(30_000)).toBe(Infinity);
    expect(flags).toEqual([]);
    expect(expectNotes(30_001)).toBe(64);
    expect(flags).toEqual(["--heap-growing-percent=20"]);
  });

  it("sets only flags that this V8 knows", () => {
    expectShortRun();
    expectNotes(30_001);
    const known = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" }).stdout;
    for (const flag of flags) expect(known).toContain(flag.replace(/^--(?:no-)?|=.*$/g, ""));
  });
});
