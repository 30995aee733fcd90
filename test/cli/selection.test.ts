import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, runHere } from "./run";

const postmortem = "---\ntags: [postmortem]\n---\n\n![[Timeline]]\n";

async function checked(
  args: readonly string[],
  cwd: string,
): Promise<{ notes: number; paths: string[]; code: number | null }> {
  const { code, stdout } = await runHere(["lint", ".", "--format", "json", ...args], { cwd });
  const { diagnostics, summary } = JSON.parse(stdout) as LintReport;
  return { code, notes: summary.notes, paths: [...new Set(diagnostics.map(({ path }) => path))].sort() };
}

describe("`lint --shard`", () => {
  it("splits a vault into parts that together are the whole", async () => {
    const cwd = makeVault(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Incident-2024-04-11-${index}.md`, ""])),
    );
    const whole = await checked([], cwd);
    const parts = await Promise.all([1, 2, 3].map(async (index) => checked(["--shard", `${index}/3`], cwd)));
    expect(parts.flatMap(({ paths }) => paths).sort()).toEqual(whole.paths);
    expect(parts.map(({ notes }) => notes).reduce((sum, notes) => sum + notes)).toBe(20);
    expect(parts.every(({ notes }) => notes > 0)).toBe(true);
    rmSync(join(cwd, "Incident-2024-04-11-0.md"));
    const again = await checked(["--shard", "2/3"], cwd);
    expect(parts[1]?.paths.filter((path) => !path.includes("-0.md"))).toEqual(again.paths);
  });

  it.each(["0/3", "4/3", "1", "1/0", "a/b", "-1/2"])("turns away %s", async (shard) => {
    expect(await runHere(["lint", ".", `--shard=${shard}`], { cwd: makeVault({}) })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("such as 1/3") as string,
    });
  });
});

describe("`lint --changed-since`", () => {
  const git = (cwd: string, ...args: string[]): void => {
    execFileSync(
      "git",
      ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...args],
      { cwd, stdio: "ignore" },
    );
  };
  const repository = (): string => {
    const cwd = makeVault({
      "Incident-2024-04-11-A.md": postmortem,
      "Incident-2024-04-12-B.md": postmortem.replace("Timeline", "Other"),
      "Incident-2024-04-13-ü\n.md": "",
      "Timeline.md": "06:12 UTC Deployed",
      "Other.md": "x",
      ".gitignore": "ignored*",
    });
    git(cwd, "init", "-b", "main");
    git(cwd, "add", ".");
    git(cwd, "commit", "-m", "Start");
    return cwd;
  };

  it("checks what has changed, committed or not, what embeds it, and what has lost an embed", async () => {
    const cwd = repository();
    expect(await checked(["--changed-since", "main"], cwd)).toMatchObject({ notes: 0, code: 0 });
    writeFileSync(join(cwd, "Incident-2024-04-14-New.md"), "");
    writeFileSync(join(cwd, "ignored-Incident.md"), "#postmortem");
    expect((await checked(["--changed-since", "main"], cwd)).paths).toEqual(["Incident-2024-04-14-New.md"]);
    git(cwd, "checkout", "-b", "branch");
    git(cwd, "add", ".");
    git(cwd, "commit", "-m", "New");
    appendFileSync(join(cwd, "Timeline.md"), "\n06:13 UTC Alert");
    appendFileSync(join(cwd, "Incident-2024-04-13-ü\n.md"), "text");
    expect((await checked(["--changed-since", "main"], cwd)).paths).toEqual([
      "Incident-2024-04-11-A.md",
      "Incident-2024-04-13-ü\n.md",
      "Incident-2024-04-14-New.md",
    ]);
    rmSync(join(cwd, "Other.md"));
    expect((await checked(["--changed-since", "HEAD"], cwd)).paths).toContain("Incident-2024-04-12-B.md");
  });

  it("goes by where the branch began, and by the vault within the repository", async () => {
    const root = makeVault({
      "docs/Incident-2024-04-11-A.md": "",
      "docs/Incident-2024-04-12-B.md": "",
      "Incident-2024-04-13-C.md": "",
    });
    git(root, "init", "-b", "main");
    git(root, "add", ".");
    git(root, "commit", "-m", "Start");
    git(root, "checkout", "-b", "branch");
    git(root, "checkout", "main");
    appendFileSync(join(root, "docs/Incident-2024-04-11-A.md"), "on main");
    git(root, "commit", "-am", "Main goes on");
    git(root, "checkout", "branch");
    renameSync(join(root, "docs/Incident-2024-04-12-B.md"), join(root, "docs/Incident-2024-04-12-Moved.md"));
    appendFileSync(join(root, "Incident-2024-04-13-C.md"), "outside");
    expect((await checked(["--changed-since", "main"], join(root, "docs"))).paths).toEqual([
      "Incident-2024-04-12-Moved.md",
    ]);
  });

  it("says what is wrong when git cannot help, and takes no reference for an option", async () => {
    const cwd = repository();
    for (const ref of ["nowhere", "--output=x", "-h", "main --all", ""]) {
      const run = await runHere(["lint", ".", `--changed-since=${ref}`], { cwd });
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain(`git does not know the commit \`${ref}\``);
    }
    expect(await runHere(["lint", ".", "--changed-since", "main"], { cwd: makeVault({}) })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("does not lie in a git repository") as string,
    });
    const path = process.env["PATH"];
    onTestFinished(() => {
      process.env["PATH"] = path;
    });
    process.env["PATH"] = "/nowhere";
    expect(await runHere(["lint", ".", "--changed-since", "main"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("git is not installed") as string,
    });
  });
});

describe("`lint --watch`", () => {
  it("prints again when a note changes, and ends well when it is stopped", { timeout: 60_000 }, async () => {
    const cwd = makeVault({ "Incident-2024-04-11-A.md": "![[Timeline]]", "sub/Notes.md": "" });
    const child = spawn(process.execPath, [join(inject("built"), "dist", "postmortem.mjs"), "lint", ".", "--watch"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    const until = async (words: string): Promise<void> => {
      while (!printed.includes(words)) await new Promise((resolve) => child.stdout.once("data", resolve));
      printed = "";
    };
    await until("`Timeline` does not exist");
    writeFileSync(join(cwd, "sub/Timeline.md"), "![[Deeper]]");
    await until("`Deeper` does not exist: Incident-2024-04-11-A → Timeline → Deeper");
    writeFileSync(join(cwd, "sub/Notes.md"), "#postmortem");
    await until("2 postmortems checked");
    rmSync(join(cwd, "sub/Notes.md"));
    await until("1 postmortem checked");
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("does not mend, and knows one format", async () => {
    for (const args of [["--fix"], ["--format", "json"]]) {
      expect(await runHere(["lint", ".", "--watch", ...args], { cwd: makeVault({}) })).toMatchObject({
        code: 2,
        stdout: "",
      });
    }
  });
});
