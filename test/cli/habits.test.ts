import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { cacheOutage } from "./collections";
import { makeVault, runHere } from "./run";

/** A postmortem with two known problems: no owner, and no due date. */
const note = cacheOutage("Add an alert on disk use", "Double the disk @ada 📅 2024-04-20");
const path = "Incident-2024-05-06-a.md";

async function rulesFound(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await runHere(["lint", ".", "--format", "json", ...args], { cwd });
  return (JSON.parse(stdout) as LintReport).diagnostics.map(({ rule }) => rule).sort();
}

function git(cwd: string, ...args: string[]): void {
  execFileSync(
    "git",
    ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...args],
    { cwd, stdio: "ignore" },
  );
}

describe("a baseline", () => {
  const known = ["--baseline", "known.json"];
  const inThreeMonths = ["--now", "2024-07-12T09:00Z"];

  it("keeps silent on what it knows, after lines added, notes renamed by git, and three months", async () => {
    const draft = note.replace("tags: [postmortem]", "tags: [postmortem]\nstatus: draft");
    const cwd = makeVault({ [path]: draft, "Incident-2024-05-07-b.md": "# B\n" });
    git(cwd, "init", "-b", "main");
    expect((await rulesFound(cwd)).length).toBeGreaterThan(5);
    const made = await runHere(["lint", ".", ...known, "--update-baseline"], { cwd });
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("problems now") as string });
    git(cwd, "add", ".");
    git(cwd, "commit", "-m", "Start");
    expect(await rulesFound(cwd, ...known)).toEqual([]);
    mkdirSync(join(cwd, "old"));
    git(cwd, "mv", path, "old/Incident-2024-05-06-cache.md");
    const moved = join(cwd, "old/Incident-2024-05-06-cache.md");
    writeFileSync(moved, readFileSync(moved, "utf8").replace("## Impact", "More of it.\n\n## Impact"));
    writeFileSync(join(cwd, "Incident-2024-05-07-b.md"), "\n\n# B\n\nMore.\n");
    expect(await rulesFound(cwd, ...known)).toEqual([]);
    expect(await rulesFound(cwd, ...known, ...inThreeMonths)).toEqual([]);
  });

  it("lets new problems through, alike ones too, and tells what is gone", async () => {
    const cwd = makeVault({ [path]: note });
    await runHere(["lint", ".", ...known, "--update-baseline"], { cwd });
    writeFileSync(join(cwd, path), `${note}- [ ] Write a runbook\n- [ ] Test it @ada 📅 2024-04-21\n`);
    expect(await rulesFound(cwd, ...known, ...inThreeMonths)).toEqual([
      "action-item-without-due-date",
      "action-item-without-owner",
      "overdue-action-item",
    ]);
    writeFileSync(join(cwd, path), note.replace("disk use", "disk use @ada"));
    const run = await runHere(["lint", ".", ...known], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("1 problem of `known.json` gone");
    writeFileSync(join(cwd, "known.json"), "[]");
    expect(await runHere(["lint", ".", ...known], { cwd })).toMatchObject({ code: 2 });
    expect(await runHere(["lint", ".", "--baseline", path, "--update-baseline"], { cwd })).toMatchObject({ code: 2 });
    expect(readFileSync(join(cwd, path), "utf8")).toContain("# Cache outage");
  });
});

describe("mending an old collection", () => {
  const old = "---\ntag: postmortem\n---\n# Cache outage\n\nIt was the disk.\n";

  it("adds no empty sections unless they are asked for", async () => {
    const cwd = makeVault({ [path]: old });
    await runHere(["lint", ".", "--fix"], { cwd });
    expect(readFileSync(join(cwd, path), "utf8")).not.toContain("TODO");
    await runHere(["lint", ".", "--fix-rule", "missing-section"], { cwd });
    expect(readFileSync(join(cwd, path), "utf8").match(/TODO: fill in/g)).toHaveLength(5);
  });

  it.each(["--fix-dry-run", "--diff"])("shows with `%s` what it would change, and changes nothing", async (option) => {
    const cwd = makeVault({ [path]: old });
    const run = await runHere(["lint", ".", option], { cwd });
    expect(run.stdout).toContain(`+++ ${path}`);
    expect(run.stdout).toContain("- tag: postmortem");
    expect(run.stderr).toContain("would mend");
    expect(readFileSync(join(cwd, path), "utf8")).toBe(old);
  });
});

describe("habits of command lines", () => {
  it("reads a note from standard input, by its name", async () => {
    const cwd = makeVault({ "Runbook.md": "# R" });
    const args = ["lint", "-", "--stdin", path, "--format", "json"];
    const { code, stdout } = await runHere(args, { cwd, stdin: note.replace("A full disk.", "See [[Runbok]].") });
    const report = JSON.parse(stdout) as LintReport;
    expect([code, report.checked]).toEqual([0, [path]]);
    expect(report.diagnostics.map(({ rule }) => rule)).toContain("broken-link");
    expect(existsSync(join(cwd, path))).toBe(false);
  });

  it("takes patterns, leaves out others, and sets rules for one run", async () => {
    const cwd = makeVault({ [`a/b/${path}`]: note, [`a/c/${path}`]: note, [`d/${path}`]: note, "a/README.md": "# R" });
    git(cwd, "init");
    const checked = async (...args: string[]): Promise<readonly string[]> =>
      (JSON.parse((await runHere(["lint", "--format", "json", ...args], { cwd })).stdout) as LintReport).checked;
    expect(await checked("a/**/*.md")).toEqual([`a/b/${path}`, `a/c/${path}`]);
    expect(await checked("*/c/*")).toEqual([`a/c/${path}`]);
    expect(await checked(".", "--ignore", "a/b/", "--ignore", "d")).toEqual([`a/c/${path}`]);
    expect(await checked(`d/${path}`, `a/c/${path}`, "--ignore", "d/")).toEqual([`a/c/${path}`]);
    expect(await rulesFound(cwd, "--ignore", "a", "--rule", "action-item-without-owner:off")).not.toContain(
      "action-item-without-owner",
    );
  });

  it("writes the report to a file, shows errors alone, and colours where it is told to", async () => {
    const cwd = makeVault({ [path]: note.replace("## Impact", "## Notes") });
    const all = await runHere(["lint", "."], { cwd });
    const quiet = await runHere(["lint", ".", "-q", "--max-warnings", "0"], { cwd });
    expect(all.stdout).toContain("warning");
    expect(quiet.stdout.split("\n").filter((line) => / {2}warning {2}/.test(line))).toEqual([]);
    expect(quiet.code).toBe(1);
    await runHere(["lint", ".", "-o", "../report.txt", "--vault", "."], { cwd: join(cwd) });
    expect(readFileSync(join(cwd, "../report.txt"), "utf8")).toBe(all.stdout);
    rmSync(join(cwd, "../report.txt"));
    expect((await runHere(["lint", ".", "--color=always"], { cwd })).stdout).toContain("\u001b[31m");
    expect((await runHere(["lint", ".", "--color", "never"], { cwd, isTerminal: true })).stdout).not.toContain(
      "\u001b",
    );
  });

  it("tells of single rules, and completes commands and options", async () => {
    const { stdout } = await runHere(["rules", "stale-draft"]);
    expect(stdout).toMatch(/^stale-draft {2}\w+\n/);
    expect(stdout).toContain("Examples:");
    for (const shell of ["bash", "zsh", "fish"])
      expect((await runHere(["completion", shell])).stdout).toContain("only-postmortems");
    const script = (await runHere(["completion", "bash"])).stdout;
    const asked = 'COMP_WORDS=(postmortem lint --bas); COMP_CWORD=2; _postmortem; echo "${COMPREPLY[@]}"';
    expect(execFileSync("bash", ["-c", `${script}\n${asked}`], { encoding: "utf8" })).toBe("--baseline\n");
  });
});

describe("reports for services", () => {
  const files = {
    [`docs/${path}`]: note.replace("A full disk.", "![[Runbok]]"),
    "docs/Incident-2024-05-06-clean.md": note.replace(/- \[ \][^]*$/, "- [x] Done @ada 📅 2024-04-20\n"),
    "docs/.obsidian/app.json": "{}",
  };

  it("name notes from the repository's root, wherever they are made", async () => {
    const cwd = makeVault(files);
    git(cwd, "init", "-b", "main");
    const here = { cwd: join(cwd, "docs") };
    const report = async (format: string, env = {}): Promise<string> =>
      (await runHere(["lint", ".", "--format", format], { ...here, env })).stdout;
    expect(await report("github")).toContain(`file=docs/${path},`);
    expect(await report("sarif")).toContain(`"uri": "docs/${path}"`);
    expect(await report("gitlab")).toContain(`"path": "docs/${path}"`);
    rmSync(join(cwd, ".git"), { recursive: true });
    expect(await report("github")).toContain(`file=${path},`);
    expect(await report("github", { GITHUB_WORKSPACE: cwd })).toContain(`file=docs/${path},`);
  });

  it("in JUnit have a test for each note, and fail where the run fails", async () => {
    const cwd = makeVault(files);
    const junit = async (...args: string[]): Promise<string> =>
      (await runHere(["lint", ".", "--format", "junit", ...args], { cwd: join(cwd, "docs") })).stdout;
    const lenient = await junit();
    expect(lenient).toContain('<testcase classname="Incident-2024-05-06-clean.md" name="no problems"/>');
    expect(lenient.match(/<failure /g)).toHaveLength(1);
    expect(lenient).toMatch(/<testsuites name="postmortem" tests="4" failures="1">/);
    expect((await junit("--max-warnings", "0")).match(/<failure /g)?.length).toBeGreaterThan(1);
  });

  it("for GitLab keep their fingerprints when text is added, and are all different", async () => {
    const cwd = makeVault(files);
    const prints = async (): Promise<string[]> => {
      const { stdout } = await runHere(["lint", ".", "--format", "gitlab"], { cwd });
      return (JSON.parse(stdout) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint).sort();
    };
    const before = await prints();
    expect(new Set(before).size).toBe(before.length);
    const file = join(cwd, `docs/${path}`);
    writeFileSync(file, readFileSync(file, "utf8").replace("# Cache outage", "# Cache outage\n\nMore."));
    expect(await prints()).toEqual(before);
  });
});

describe("notes that are named by a hook", () => {
  it("are checked where they are postmortems, with those that embed them", async () => {
    const cwd = makeVault({
      [path]: note.replace("A full disk.", "![[Cause]]"),
      "Cause.md": "# C",
      "Other.md": "# Not one",
      "Incident-2024-05-08-b.md": "# B",
    });
    const checked = async (...names: string[]): Promise<unknown> => {
      const args = ["lint", "--only-postmortems", "--format", "json", ...names];
      const { code, stdout } = await runHere(args, { cwd });
      return [code, (JSON.parse(stdout) as LintReport).checked];
    };
    expect(await checked("Other.md")).toEqual([0, []]);
    expect(await checked("Other.md", "Cause.md")).toEqual([0, [path]]);
    expect(await checked("Incident-2024-05-08-b.md")).toEqual([1, ["Incident-2024-05-08-b.md"]]);
    renameSync(join(cwd, "Cause.md"), join(cwd, "Gone.md"));
    expect(await checked(path)).toEqual([1, [path]]);
  });
});
