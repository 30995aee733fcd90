import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeVault, postmortem, runHere } from "./run";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Makes every change of a file count as long ago, so that its stamp is trusted. */
function later(): void {
  const { now } = Date;
  vi.spyOn(Date, "now").mockImplementation(() => now() + 3_600_000);
}

const head = "---\ntitle: Outage\ndate: 2024-04-11\nstatus: draft\ntags: [postmortem]\n---\n\n";
const again = (day: number): string =>
  `${head.replace("-11", `-${day}`).replace("tags", "services: [api]\nfactors: [change]\ntags")}## Action Items\n\n- [ ] Try it on server ${day} first\n`;
const texts = [
  again(10),
  again(12),
  `${head}## Timeline\n\n![[Timeline#Events]]\n\n## Action Items\n\n- [ ] Add an alert for the pool [[Ada]] 📅 2024-04-15\n`,
  `${head}## Timeline\n\n![[Timeline]]\n\n## Root Cause\n\n[[Runbook#Restart]] and ![[graph.png]]\n`,
  `${head}## Action Items\n\n- [ ] Add an alert for the pool\n- [ ] Write it up [[Runbook]]\n`,
  "## Events\n\n- 06:12 UTC Deployed\n- 06:10 UTC Alert\n\n![[Deeper]]\n",
  "## Events\n\n- 06:10 UTC Deployed\n- 06:59 UTC Restored\n",
  "---\ntype: person\n---\n\n# Restart\n",
  "# Nothing\n",
  "plain words",
];
const names = [
  "Incident-2024-04-11-A.md",
  "x/Incident-2024-04-12-B.md",
  "Report.md",
  "Timeline.md",
  "x/Timeline.md",
  "Deeper.md",
  "Runbook.md",
  "y/Runbook.md",
  "Ada.md",
  "graph.png",
];

type Step =
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "settings"; readonly depth: number }
  | { readonly kind: "day"; readonly day: number };

const path = fc.constantFrom(...names);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), path, text: fc.constantFrom(...texts) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("rename" as const), path, to: path }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("settings" as const), depth: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("day" as const), day: fc.integer({ min: 10, max: 28 }) }) },
);

function put(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function take(root: string, change: Step): void {
  if (change.kind === "write") put(root, change.path, change.text);
  if (change.kind === "remove") rmSync(join(root, change.path), { force: true });
  if (change.kind === "rename" && statSync(join(root, change.path), { throwIfNoEntry: false }) !== undefined) {
    mkdirSync(dirname(join(root, change.to)), { recursive: true });
    renameSync(join(root, change.path), join(root, change.to));
  }
  if (change.kind === "settings")
    put(root, ".obsidian/plugins/postmortem/data.json", JSON.stringify({ embedDepth: change.depth }));
}

const small = {
  "Incident-2024-04-11-A.md": `${head}![[Timeline]]`,
  "Timeline.md": "- 06:12 UTC Deployed",
  "Notes.md": "plain",
};

describe("`lint --cache`", () => {
  it.each([
    ["when stamps tell what has changed", later],
    ["when only contents do", () => undefined],
  ])(
    "prints what a run without it prints, whatever happened in between, %s",
    { timeout: 120_000 },
    async (_name, prepare) => {
      prepare();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(path, fc.constantFrom(...texts)), { minLength: 4, maxLength: 8 }),
          fc.array(step, { minLength: 1, maxLength: 6 }),
          async (start, steps) => {
            const cwd = makeVault(Object.fromEntries(start));
            const cache = makeVault({});
            let day = 12;
            for (const change of [null, ...steps]) {
              if (change !== null) take(cwd, change);
              if (change?.kind === "day") ({ day } = change);
              const args = ["lint", ".", "--format", "json", "--now", `2024-04-${day}T09:00Z`];
              const fresh = await runHere(args, { cwd });
              expect(await runHere([...args, "--cache-location", cache], { cwd })).toEqual(fresh);
              expect(await runHere([...args, "--cache-location", cache], { cwd })).toEqual(fresh);
            }
          },
        ),
        { seed: 6, numRuns: 30 },
      );
    },
  );

  it("reads no note again when nothing has changed, and keeps different commands apart", async () => {
    later();
    const cwd = makeVault(small);
    const args = ["lint", ".", "--format", "json", "--cache-location", makeVault({})];
    const first = await runHere(args, { cwd });
    const { mtimeMs } = statSync(join(args[5] ?? "", "report.json"));
    expect(await runHere(args, { cwd })).toEqual(first);
    expect(statSync(join(args[5] ?? "", "report.json")).mtimeMs).toBe(mtimeMs);
    expect(JSON.parse((await runHere(["lint", "Notes.md", ...args.slice(2)], { cwd })).stdout)).toMatchObject({
      summary: { notes: 1 },
    });
    expect(await runHere(args, { cwd })).toEqual(first);
  });

  it("looks again at an incident when an earlier one of its kind comes, changes or goes", async () => {
    const cwd = makeVault({ "Incident-2024-04-12-B.md": again(12) });
    const args = ["lint", ".", "--format", "json", "--now", "2024-04-20T09:00Z"];
    const cached = [...args, "--cache-location", makeVault({})];
    for (const text of [null, again(10), again(10).replace("- [ ]", "- [x]"), again(11), ""]) {
      if (text !== null) put(cwd, "Incident-2024-04-10-A.md", text);
      const fresh = await runHere(args, { cwd });
      expect(fresh.stdout.includes("recurring-incident")).toBe(Boolean(text));
      expect(await runHere(cached, { cwd })).toEqual(fresh);
    }
  });

  it("looks again at a timeline when an earlier incident comes to embed it too, or no longer does", async () => {
    const showing = (date: string): string => `---\ndate: ${date}\n---\n\n## Timeline\n\n![[Log#Events]]\n`;
    const cwd = makeVault({ "Incident-2024-04-12-B.md": showing("2024-04-12"), "Log.md": "## Events\n\n- 06:12 x\n" });
    const args = ["lint", ".", "--format", "json", "--now", "2024-04-20T09:00Z"];
    const cached = [...args, "--cache-location", makeVault({})];
    for (const [date, isShared] of [
      ["2024-03-01", true],
      ["2024-04-11", false],
      ["2024-03-02", true],
    ] as const) {
      put(cwd, "Incident-2024-04-10-A.md", showing(date));
      const fresh = await runHere(args, { cwd });
      expect(fresh.stdout.includes("shared-timeline")).toBe(isShared);
      expect(await runHere(cached, { cwd })).toEqual(fresh);
    }
  });

  it("passes over content that is broken, cut off or somebody else's", async () => {
    const cwd = makeVault(small);
    const cache = makeVault({});
    const args = ["lint", ".", "--cache-location", cache];
    const fresh = await runHere(["lint", "."], { cwd });
    for (const spoil of ["", "{}", "null\n[]", "postmortem cache 1 \n{}"]) {
      await runHere(args, { cwd });
      for (const file of readdirSync(cache)) writeFileSync(join(cache, file), spoil);
      expect(await runHere(args, { cwd })).toEqual(fresh);
      const whole = readFileSync(join(cache, "report.json"), "utf8");
      writeFileSync(join(cache, "report.json"), whole.replaceAll("06:12", "06:13").slice(0, -1));
      expect(await runHere(args, { cwd })).toEqual(fresh);
    }
    rmSync(cache, { recursive: true });
    expect(await runHere(args, { cwd })).toEqual(fresh);
  });

  it("is off by default, lies in the user's cache folder otherwise, and says when it cannot be written", async () => {
    const cwd = makeVault(small);
    const home = makeVault({ file: "" });
    await runHere(["lint", "."], { cwd, env: { XDG_CACHE_HOME: home } });
    expect(readdirSync(home)).toEqual(["file"]);
    const cached = await runHere(["lint", ".", "--cache"], { cwd, env: { XDG_CACHE_HOME: home } });
    if (process.platform === "linux") expect(readdirSync(join(home, "postmortem"))).toHaveLength(1);
    const unkept = await runHere(["lint", ".", "--cache-location", join(home, "file")], { cwd });
    expect(unkept).toMatchObject({ code: cached.code, stdout: cached.stdout });
    expect(unkept.stderr).toContain("cannot keep results in");
  });

  it("is right under programs that run at the same time", { timeout: 120_000 }, async () => {
    const cwd = makeVault(small);
    const cache = makeVault({});
    const fresh = await runHere(["lint", "."], { cwd });
    const args = ["lint", ".", "--cache-location", cache];
    const runs = await Promise.all(Array.from({ length: 8 }, async () => postmortem(args, { cwd })));
    for (const run of runs) expect(run).toEqual(fresh);
    expect(await postmortem(args, { cwd })).toEqual(fresh);
    expect(readdirSync(cache).sort()).toEqual(["checks.json", "report.json"]);
  });
});
