import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, postmortem, runHere } from "./run";

const draft = "---\ntags: [postmortem]\n---\n\n![[Timeline]]\n";

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
      "Incident-2024-04-11-A.md": draft,
      "Incident-2024-04-12-B.md": draft.replace("Timeline", "Other"),
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
      "docs/Incident-2024-04-12-Moved.md",
    ]);
    mkdirSync(join(root, "docs/.obsidian"));
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
    expect(await runHere(["lint", ".", "--changed-since", "main"], { cwd, env: { PATH: "/nowhere" } })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("git is not installed") as string,
    });
  });
});

describe("`lint --changed-since` in somebody else's repository", () => {
  const git = (cwd: string, ...args: string[]): void => {
    execFileSync(
      "git",
      ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "protocol.file.allow=always", ...args],
      { cwd, stdio: "ignore" },
    );
  };
  /** A program that leaves a mark when it is started. */
  const markingProgram = (): { readonly program: string; readonly wasStarted: () => boolean } => {
    const folder = makeVault({});
    const program = join(folder, "program");
    writeFileSync(program, `#!/bin/sh\ntouch '${folder}/started'\ncat\n`, { mode: 0o755 });
    return { program, wasStarted: () => existsSync(join(folder, "started")) };
  };
  const changed = "Incident-2024-04-11-A.md";
  const lintSince = (cwd: string): ReturnType<typeof runHere> =>
    runHere(["lint", ".", "--changed-since", "HEAD", "--format", "json"], { cwd });
  /** Its note differs from the commit in content, and by its time from the index. */
  const repositoryWith = (attributes: string): string => {
    const cwd = makeVault({ [changed]: draft, ".gitattributes": attributes });
    git(cwd, "init", "-b", "main");
    git(cwd, "add", ".");
    git(cwd, "commit", "-m", "Start");
    appendFileSync(join(cwd, changed), "more");
    return cwd;
  };

  it("starts no program that committed files name", async () => {
    const { program, wasStarted } = markingProgram();
    const outer = makeVault({ "README.md": "" });
    const trap = join(outer, "notes");
    git(outer, "init", "-b", "main");
    git(outer, "init", "--bare", "-b", "main", trap);
    const inTrap = ["--git-dir", trap, "--work-tree", trap];
    mkdirSync(join(trap, ".obsidian"));
    writeFileSync(join(trap, changed), draft);
    writeFileSync(join(trap, ".gitattributes"), "*.md filter=x\n");
    git(outer, ...inTrap, "add", changed, ".gitattributes");
    git(outer, ...inTrap, "commit", "-m", "Start");
    git(outer, ...inTrap, "config", "core.bare", "false");
    git(outer, ...inTrap, "config", "core.worktree", trap);
    git(outer, ...inTrap, "config", "filter.x.clean", program);
    appendFileSync(join(trap, changed), "more");
    expect(await lintSince(trap)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("lies in a bare git repository") as string,
    });
    expect(wasStarted()).toBe(false);
  });

  it.each(["clean", "process"])("compares notes without the `%s` of a filter", async (kind) => {
    const { program, wasStarted } = markingProgram();
    const cwd = repositoryWith("*.md filter=x.y\n");
    git(cwd, "config", `filter.x.y.${kind}`, program);
    git(cwd, "config", "filter.x.y.required", "true");
    expect(await lintSince(cwd)).toMatchObject({ stdout: expect.stringContaining('"notes": 1') as string });
    expect(wasStarted()).toBe(false);
    git(cwd, "config", `filter.a=b.${kind}`, program);
    expect((await lintSince(cwd)).stderr).toContain("names the filter `filter.a=b`");
  });

  it("starts no hook, monitor or converter, and looks into no submodule", async () => {
    const { program, wasStarted } = markingProgram();
    const cwd = repositoryWith("*.md diff=x\n");
    const hooks = makeVault({});
    for (const hook of ["post-index-change", "reference-transaction"]) copyFileSync(program, join(hooks, hook));
    const inner = repositoryWith("*.md filter=x\n");
    git(cwd, "submodule", "add", inner, "inner");
    git(cwd, "commit", "-am", "Inner");
    git(join(cwd, "inner"), "config", "filter.x.clean", program);
    appendFileSync(join(cwd, "inner", changed), "more");
    git(cwd, "config", "core.hooksPath", hooks);
    git(cwd, "config", "core.fsmonitor", program);
    git(cwd, "config", "diff.x.textconv", program);
    git(cwd, "config", "diff.x.command", program);
    git(cwd, "config", "diff.external", program);
    git(cwd, "config", "core.pager", program);
    appendFileSync(join(cwd, changed), "more");
    utimesSync(join(cwd, ".gitattributes"), 1, 1);
    expect(await lintSince(cwd)).toMatchObject({ stdout: expect.stringContaining('"notes": 1') as string });
    expect(wasStarted()).toBe(false);
  });

  it("fetches nothing, not by a program of the repository either", async () => {
    const { program, wasStarted } = markingProgram();
    const cwd = repositoryWith("");
    git(cwd, "config", "extensions.partialClone", "origin");
    git(cwd, "config", "remote.origin.url", makeVault({}));
    git(cwd, "config", "remote.origin.promisor", "true");
    git(cwd, "config", "remote.origin.uploadpack", program);
    git(cwd, "config", "protocol.file.allow", "always");
    const tree = execFileSync("git", ["rev-parse", "HEAD^{tree}"], { cwd, encoding: "utf8" }).trim();
    rmSync(join(cwd, ".git", "objects", tree.slice(0, 2), tree.slice(2)), { force: true });
    expect(await lintSince(cwd)).toMatchObject({ code: 2 });
    expect(wasStarted()).toBe(false);
  });

  it("starts the installed git, not one that lies in the folder", async () => {
    const { program, wasStarted } = markingProgram();
    const cwd = repositoryWith("");
    copyFileSync(program, join(cwd, "git"));
    const path = `.:${process.env["PATH"] ?? ""}`;
    expect((await postmortem(["lint", ".", "--changed-since", "HEAD"], { cwd, env: { PATH: path } })).code).toBe(1);
    expect(wasStarted()).toBe(false);
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
