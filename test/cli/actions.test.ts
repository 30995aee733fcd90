import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listActionsOf } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import type { ActionsReport } from "../../src/write";
import { libraryOf } from "../vault/library-of";
import { makeVault, runHere } from "./run";

const note = (name: string, items: string): string =>
  `---\ntitle: ${name}\ndate: 2024-04-01\ntags: [postmortem]\nseverity: SEV-2\n---\n\n## Action Items\n\n${items}`;

const files = {
  "A.md": note(
    "A",
    "- [ ] Add an alert for the pool @ada 📅 2024-04-10\n- [x] Revert the deployment @grace ✅ 2024-04-02\n- [ ] TODO: more\n",
  ),
  "B.md": note(
    "B",
    '- [ ] Move the quota [[Ada]] 📅 2024-04-05 ⏫\n  - [ ] Ask the vendor\n- [ ] =HYPERLINK("x") and, more 📅 2099-01-01\n- [-] Rewrite it all @grace\n',
  ),
  "Other.md": "## Action Items\n\n- [ ] Not of a postmortem\n",
};

async function report(...args: string[]): Promise<ActionsReport> {
  const run = await runHere(["actions", ".", "--format", "json", ...args], { cwd: makeVault(files) });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  return JSON.parse(run.stdout) as ActionsReport;
}

describe("`actions`", () => {
  it("lists what is to be done, the most overdue first, and what is closed behind it", async () => {
    const { actions, summary } = await report();
    expect(
      actions.map(({ path, line, state, owners, due, overdueDays }) => [path, line, state, owners, due, overdueDays]),
    ).toEqual([
      ["B.md", 10, "open", ["Ada"], "2024-04-05", 7],
      ["A.md", 10, "open", ["ada"], "2024-04-10", 2],
      ["B.md", 12, "open", [], "2099-01-01", 0],
      ["B.md", 11, "open", ["Ada"], null, 0],
      ["A.md", 11, "done", ["grace"], null, 0],
      ["B.md", 13, "cancelled", ["grace"], null, 0],
    ]);
    expect(summary).toEqual({ open: 4, overdue: 2, done: 1, cancelled: 1 });
    expect(actions[0]).toMatchObject({ incident: "B", severity: "SEV-2", text: "Move the quota", priority: "high" });
    expect(actions[4]).toMatchObject({ doneOn: "2024-04-02" });
  });

  it.each([
    [["--open"], 4],
    [["--overdue"], 2],
    [["--owner", "@Ada"], 3],
    [["--owner", "[[grace]]"], 2],
    [["--owner", "grace", "--open"], 0],
  ])("%j picks some of them", async (args, count) => {
    expect((await report(...args)).actions).toHaveLength(count);
  });

  it("counts days in the stated zone", async () => {
    const [first] = (await report("--now", "2024-04-05T20:00Z", "--zone", "Asia/Tokyo")).actions;
    expect(first).toMatchObject({ due: "2024-04-05", overdueDays: 1 });
  });

  it("writes a table for spreadsheets, without formulas", async () => {
    const run = await runHere(["actions", ".", "--format", "csv", "--open"], { cwd: makeVault(files) });
    const lines = run.stdout.split("\r\n");
    expect(lines[0]).toBe(
      "path,line,incident,severity,text,state,owners,due,overdue_days,done_on,priority,type,ticket",
    );
    expect(lines[1]).toBe("B.md,10,B,SEV-2,Move the quota,open,Ada,2024-04-05,7,,high,,");
    expect(run.stdout).toContain(`,"'=HYPERLINK(""x"") and, more",`);
  });

  it("is readable", async () => {
    const run = await runHere(["actions", ".", "--overdue"], { cwd: makeVault(files) });
    expect(run.stdout).toBe(
      "B.md:10  7 days overdue  Ada  Move the quota\nA.md:10  2 days overdue  ada  Add an alert for the pool\n\n2 open action items, 2 overdue; 0 done\n",
    );
  });

  it("wants one vault", async () => {
    for (const args of [[], ["a", "b"]])
      expect((await runHere(["actions", ...args])).stderr).toContain("name one vault");
  });
});

it("agrees with `stats`, `inspect` and the panel on how many action items a new note has", async () => {
  const vault = makeVault({});
  const run = async (...args: readonly string[]): Promise<string> => (await runHere(args, { cwd: vault })).stdout;
  const path = (await run("new", vault, "--title", "API Outage", "--date", "2024-04-11")).trim();
  const counts = async (): Promise<readonly unknown[]> => {
    const listed = JSON.parse(await run("actions", vault, "--format", "json")) as { summary: { open: number } };
    const counted = JSON.parse(await run("stats", vault, "--format", "json")) as { openActions: { n: number } };
    const inspected = JSON.parse(await run("inspect", path)) as { actions: readonly object[] };
    const library = libraryOf({ [path]: readFileSync(join(vault, path), "utf8") });
    const inPanel = listActionsOf(path, library, defaultSettings, { now: Date.UTC(2024, 3, 12), zone: "UTC" });
    return [listed.summary.open, counted.openActions.n, inspected.actions.length, inPanel.length];
  };
  expect(await counts()).toEqual([0, 0, 0, 0]);
  const written = "- [ ] Add a pool alert @ada\n- [ ] Raise the limit of <service>\n";
  appendFileSync(join(vault, path), `\n## Action Items\n\n${written}`);
  expect(await counts()).toEqual([1, 1, 1, 1]);
});

it("writes commands for GitHub that a shell runs as they are meant, whatever the notes say", async () => {
  const vault = makeVault({
    "A.md": note(
      "It's $HOME",
      "- [ ] Cap `retries` at $(touch pwned); 'quoted' \\ \"x\" 日本 📅 2024-04-10\n- [ ] Has one OPS-7\n- [x] Is done\n- [ ] --title ask @ada\n",
    ),
    "bin/gh": '#!/bin/sh\nfor word; do printf "%s\\0" "$word"; done\nprintf "\\n"\n',
    "postmortem.config.json": JSON.stringify({
      tickets: { tracker: "github", address: "https://github.com/acme/shop", labels: ["post mortem"] },
    }),
  });
  chmodSync(join(vault, "bin/gh"), 0o755);
  const { code, stdout, stderr } = await runHere(["actions", ".", "--format", "gh"], { cwd: vault });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const ran = spawnSync("sh", { cwd: vault, input: stdout, env: { PATH: `${join(vault, "bin")}:/bin:/usr/bin` } });
  expect(ran.stderr.toString()).toBe("");
  expect(existsSync(join(vault, "pwned"))).toBe(false);
  const words = ran.stdout
    .toString()
    .split("\0\n")
    .map((call) => call.split("\0"));
  const start = ["issue", "create", "--repo", "acme/shop", "--label", "post mortem", "--title"];
  const from = "Action item of the postmortem “It's $HOME” (2024-04-01, SEV-2).";
  expect(words).toEqual([
    [...start, "Cap `retries` at $(touch pwned); 'quoted' \\ \"x\" 日本", "--body", `${from}\n\nDue: 2024-04-10`],
    [...start, "--title ask Engineer 1", "--body", from],
    [""],
  ]);
  expect(stdout).toMatch(/^# A\.md:10\ngh issue create /);
});

describe("`actions --digest`", () => {
  const digested = {
    "A.md": note(
      "Outage *x*",
      "- [ ] Late one @ada 📅 2024-04-10\n- [ ] This week [[Runbook]] `x` 2 < 3 @ada @bo 📅 2024-04-14\n- [ ] No date ➕ 2024-01-01\n- [x] Done @ada\n- [ ] Next week @bo 📅 2024-04-15\n",
    ),
  };

  it("is Markdown to be posted, with what comes from notes as words", async () => {
    const { code, stdout, stderr } = await runHere(["actions", ".", "--digest"], { cwd: makeVault(digested) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "# Action items on 2024-04-12",
        "4 open, 1 overdue, 1 due this week, 1 without an owner.",
        "## Overdue",
        "- Late one (ada; due 2024-04-10, 2 d late; Outage x)",
        "## Due this week",
        "- This week Runbook x 2 \\< 3 (ada, bo; due 2024-04-14; Outage x)",
        "## By owner",
        "| Owner | Open | Overdue |\n| --- | --: | --: |\n| ada | 2 | 1 |\n| bo | 2 | 0 |\n| Nobody | 1 | 0 |",
        "## Oldest",
        "- No date (nobody; open for 102 d; Outage x)\n- Late one (ada; open for 11 d; Outage x)\n- This week Runbook x 2 \\< 3 (ada, bo; open for 11 d; Outage x)\n- Next week (bo; open for 11 d; Outage x)",
      ].join("\n\n") + "\n",
    );
  });

  it("is JSON too, of one person, and nothing else", async () => {
    const cwd = makeVault(digested);
    const { stdout } = await runHere(["actions", ".", "--digest", "--format", "json", "--owner", "bo"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      day: "2024-04-12",
      summary: { open: 2, overdue: 0, dueThisWeek: 1, withoutOwner: 0 },
      overdue: [],
      dueThisWeek: [{ text: expect.stringMatching(/^This week/) as string, due: "2024-04-14" }],
      oldest: [{ ageDays: 11 }, { ageDays: 11 }],
    });
    const csv = await runHere(["actions", ".", "--digest", "--format", "csv"], { cwd });
    expect(csv).toMatchObject({ code: 2, stdout: "" });
    expect(csv.stderr).toContain("`--digest` is Markdown, or JSON");
  });
});
