import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { lint } from "../../src/cli/commands/lint.mts";
import { makeVault, runHere, type Run } from "./run";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): unknown => parse(readFileSync(join(root, file), "utf8"));

const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    runs: z.object({
      using: z.literal("composite"),
      steps: z.array(
        z.object({
          name: z.string(),
          shell: z.literal("bash"),
          run: z.string(),
          env: z.optional(z.record(z.string(), z.string())),
        }),
      ),
    }),
  })
  .parse(read("action.yml"));

/** Runs a step as a runner does. */
function runStep(name: string, inputs: Readonly<Record<string, string>>, cwd: string): Promise<Run> {
  const step = action.runs.steps.find((candidate) => candidate.name === name);
  const valueOf = (input: string): string => inputs[input] ?? action.inputs[input]?.default ?? `no input ${input}`;
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_all, input: string) => valueOf(input)),
    ]),
  );
  return new Promise((resolve) => {
    const options = { cwd, env: { ...env, PATH: process.env["PATH"], GITHUB_ACTION_PATH: inject("built") } };
    execFile(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? "exit 99"],
      options,
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

describe("the GitHub action", () => {
  it("needs no build where there is one, and shows findings beside the lines", async () => {
    const cwd = makeVault({ "Incident-2024-04-11-A.md": "![[Gone]]" });
    expect(await runStep("Build", {}, cwd)).toMatchObject({ code: 0 });
    const run = await runStep("Check", {}, cwd);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toMatch(/^::error file=Incident-2024-04-11-A\.md,line=1,/m);
  });

  it("passes every input on, and takes none for a command or an option", async () => {
    const cwd = makeVault({ "-a $(touch oops)/Incident-2024-04-11-A.md": "" });
    const run = await runStep(
      "Check",
      { path: "-a $(touch oops)", format: "sarif", output: "report.sarif", "max-warnings": "0", shard: "1/1" },
      cwd,
    );
    expect(run).toMatchObject({ stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(cwd, "report.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect((await runStep("Check", { "max-warnings": "few" }, cwd)).stderr).toContain(
      "`--max-warnings` cannot be `few`",
    );
    expect((await runStep("Check", { shard: "3/2" }, cwd)).stderr).toContain("`--shard`");
    expect((await runStep("Check", { "changed-since": "main" }, cwd)).stderr).toContain("git repository");
  });
});

describe("the GitHub action on a repository that names a program", () => {
  it("does not start it to see what has changed", async () => {
    const cwd = makeVault({ "notes/Incident-2024-04-11-A.md": "", "notes/.gitattributes": "*.md filter=x\n" });
    const started = join(makeVault({}), "started");
    const trap = join(cwd, "notes");
    const git = (...args: string[]): void => {
      const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
      execFileSync("git", [...who, "--git-dir", trap, "--work-tree", trap, ...args], { cwd, stdio: "ignore" });
    };
    git("init");
    git("config", "core.bare", "false");
    git("add", "Incident-2024-04-11-A.md", ".gitattributes");
    git("commit", "-m", "Start");
    git("config", "core.worktree", ".");
    git("config", "filter.x.clean", `touch '${started}'; cat`);
    appendFileSync(join(trap, "Incident-2024-04-11-A.md"), "more");
    const run = await runStep("Check", { path: ".", "changed-since": "HEAD" }, trap);
    expect(existsSync(started)).toBe(false);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("bare git repository") as string });
  });
});

describe("the pre-commit hook", () => {
  it("names a command of the package, and checks what is about to be committed", async () => {
    const [hook] = z
      .array(
        z.object({
          id: z.string(),
          entry: z.string(),
          args: z.array(z.string()),
          language: z.literal("node"),
          files: z.string(),
        }),
      )
      .parse(read(".pre-commit-hooks.yaml"));
    const { bin } = z.object({ bin: z.record(z.string(), z.string()) }).parse(read("package.json"));
    const [command = "", ...words] = hook?.entry.split(" ") ?? [];
    expect(Object.keys(bin)).toContain(command);

    const cwd = makeVault({
      "Incident-2024-04-11-A.md": "![[Timeline]]",
      "Timeline.md": "06:12 UTC Deployed",
      "README.md": "",
    });
    const git = (...args: string[]): void => {
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
        cwd,
        stdio: "ignore",
      });
    };
    git("init");
    git("add", ".");
    git("commit", "-m", "Start");
    const args = [...words, ...(hook?.args ?? [])];
    expect(await runHere([...args, "README.md"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    expect(await runHere([...args, "Timeline.md", "README.md"], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("section `Impact` is missing") as string,
    });
    git("rm", "Timeline.md");
    expect(await runHere([...args, "Incident-2024-04-11-A.md"], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("`Timeline` does not exist") as string,
    });
  });
});

describe("docs/ci.md", () => {
  it("names only options that there are", () => {
    const named = readFileSync(join(root, "docs", "ci.md"), "utf8").matchAll(/(?<![\w-])--([a-z][a-z-]+)/g);
    const known = [...Object.keys(lint.options), "now", "zone"];
    expect(
      [...new Set([...named].map(([, option]) => option))].filter((option) => !known.includes(option ?? "")),
    ).toEqual([]);
  });

  it("names every input of the action with its default", () => {
    const docs = readFileSync(join(root, "docs", "ci.md"), "utf8");
    for (const [input, { default: standard }] of Object.entries(action.inputs))
      expect(docs).toContain(`| \`${input}\` | ${standard === "" ? "" : `\`${standard}\` `}|`);
  });
});
