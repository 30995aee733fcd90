import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, postmortem, runHere } from "./run";

/** A written postmortem without a problem. */
const good = `---
title: Pool Retro — 2024-04-11
date: 2024-04-11
tags: [postmortem]
---

# Pool Retro — 2024-04-11

## What Happened

The connection pool ran dry.

## Timeline

2024-04-11, all times UTC.

- 06:12 Deployment started
- 06:59 Service restored

## Root Cause

A deployment left the size of the pool out.

## Impact

- **Duration:** 47 minutes (06:12–06:59 UTC)

## Action Items

- [ ] Validate the ConfigMap in the pipeline @ada 📅 2024-05-02
`;
const withWarning = good.replace("ran dry.", "ran dry, see [[Gone]].");
const withTypo = good.replace("tags:", "tag:");
const name = "Incident-2024-04-11-Pool.md";

function paths(stdout: string): string[] {
  return (JSON.parse(stdout) as LintReport).diagnostics.map(({ path }) => path);
}

describe("`lint`", () => {
  it("ends with 0 for a good note", async () => {
    expect(await runHere(["lint", "."], { cwd: makeVault({ [name]: good }) })).toEqual({
      code: 0,
      stdout: "1 postmortem checked: no problems\n",
      stderr: "",
    });
  });

  it("ends with 1 for more warnings than are allowed", async () => {
    const cwd = makeVault({ [name]: withWarning });
    expect(await runHere(["lint", "."], { cwd })).toMatchObject({ code: 0 });
    expect(await runHere(["lint", ".", "--max-warnings", "1"], { cwd })).toMatchObject({ code: 0 });
    expect(await runHere(["lint", ".", "--max-warnings", "0"], { cwd })).toMatchObject({ code: 1 });
  });

  it("checks the postmortems of a folder, and any note that is named", async () => {
    const cwd = makeVault({
      [name]: withWarning,
      "Tagged.md": withWarning.replace("[postmortem]", "[ops, Postmortem/api]"),
      "Notes.md": "[[Gone]] about a postmortem",
      "Sub/Incident-2024-04-12-Deep.md": withWarning,
      ".trash/Incident-2024-04-13-Old.md": withWarning,
    });
    const all = await runHere(["lint", ".", "--format", "json"], { cwd });
    expect(new Set(paths(all.stdout))).toEqual(new Set([name, "Tagged.md", "Sub/Incident-2024-04-12-Deep.md"]));
    const sub = await runHere(["lint", "Sub", "--vault", ".", "--format", "json"], { cwd });
    expect(new Set(paths(sub.stdout))).toEqual(new Set(["Sub/Incident-2024-04-12-Deep.md"]));
    const named = await runHere(["lint", "Notes.md", "--format", "json"], { cwd });
    expect(named).toMatchObject({ code: 1 });
    expect(new Set(paths(named.stdout))).toEqual(new Set(["Notes.md"]));
  });

  it("finds the vault around a note by its configuration folder", async () => {
    const vault = makeVault({
      ".obsidian/app.json": "{}",
      [`Deep/Down/${name}`]: good.replace("ran dry.", "ran dry, see [[There]]."),
      "There.md": "",
    });
    expect(await runHere(["lint", name], { cwd: join(vault, "Deep/Down") })).toMatchObject({
      code: 0,
      stdout: "1 postmortem checked: no problems\n",
    });
  });

  it("mends notes only when asked to, and only what has one right answer", async () => {
    const cwd = makeVault({ [name]: `\ufeff${withTypo.replaceAll("\n", "\r\n")}` });
    const file = join(cwd, name);
    const before = readFileSync(file, "utf8");
    expect((await runHere(["lint", "."], { cwd })).stdout).toContain("`--fix` can mend");
    expect(readFileSync(file, "utf8")).toBe(before);
    const run = await runHere(["lint", ".", "--fix"], { cwd });
    expect(run).toEqual({
      code: 0,
      stdout: "1 postmortem checked: no problems\n",
      stderr: "mended 1 problem in 1 note\n",
    });
    expect(readFileSync(file, "utf8")).toBe(before.replace("tag:", "tags:"));
    expect((await runHere(["lint", ".", "--fix"], { cwd })).stderr).toBe("");
  });

  it("gives the same report from the built program in every format", async () => {
    const cwd = makeVault({ [name]: withWarning });
    for (const format of ["text", "json", "github", "sarif", "junit"]) {
      const built = await postmortem(["lint", ".", "--format", format], { cwd });
      const here = await runHere(["lint", ".", "--format", format], { cwd });
      expect(built).toEqual({ ...here, stdout: here.stdout.replaceAll("1.2.3", "0.1.0") });
    }
  });

  it("reads a thousand notes and keeps them apart", async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`Notes/${index % 10}/Note ${index}.md`, `# ${index}\n`]),
    );
    const run = await runHere(["lint", ".", "--format", "json"], { cwd: makeVault({ ...notes, [name]: good }) });
    expect(JSON.parse(run.stdout)).toMatchObject({ diagnostics: [], summary: { notes: 1 } });
  });
});

describe("`rules`", () => {
  it("lists every rule with its reason", async () => {
    const run = await runHere(["rules"]);
    expect(run.stdout).toMatch(/^broken-embed {2}error\n {4}\S/m);
    const json: unknown = JSON.parse((await runHere(["rules", "--format", "json"])).stdout);
    expect(json).toMatchObject({ version: 1 });
  });
});

describe("`inspect`", () => {
  it("prints what was understood, with Obsidian's metadata on request", async () => {
    const cwd = makeVault({
      [name]: good.replace("- 06:12 Deployment started", "![[Log#Events]]"),
      "Log.md": "## Events\n\n- 06:12 Deployment started\n",
      "__proto__.md": "",
    });
    const plain = JSON.parse((await runHere(["inspect", name], { cwd })).stdout) as Record<string, unknown>;
    expect(plain).toMatchObject({
      version: 1,
      path: name,
      frontmatter: { title: "Pool Retro — 2024-04-11", date: "2024-04-11", tags: ["postmortem"] },
      embeds: [{ line: 17, target: "Log#Events", kind: "text", path: "Log.md" }],
    });
    expect(plain).not.toHaveProperty("metadata");
    const full: unknown = JSON.parse((await runHere(["inspect", name, "--metadata"], { cwd })).stdout);
    expect(full).toMatchObject({
      metadata: {
        headings: [{ heading: "Pool Retro — 2024-04-11", level: 1 }, {}, {}, {}, {}, {}],
        embeds: [{ link: "Log#Events" }],
      },
    });
  });
});
