import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { makeVault, type Run } from "./run";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "ci.md"), "utf8");

/** The fenced blocks of a language in docs/ci.md that say something, in their order. */
function blocks(language: string, says: string): readonly string[] {
  const found = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  return found.flatMap(([, name, text = ""]) => (name === language && text.includes(says) ? [text] : []));
}

const sound = `---\ntitle: A\ndate: 2024-05-06\ntags: [postmortem]\n---\n# A\n
## Summary\n\nThe cache was full.\n\n## Timeline\n\n- 10:00 UTC Cache down\n- 10:20 UTC Cache up\n
## Impact\n\n40 requests failed.\n\n## Root cause\n\nA full disk.\n
## Action items\n\n- [x] Add an alert on disk use @ada 📅 2024-05-07\n`;
const broken = sound.replace("A full disk.", "A full disk.\n\n![[Gone]]");

const git = (cwd: string, ...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
    cwd,
    encoding: "utf8",
  });

/** A repository with one postmortem, and the command line where the recipes expect it. */
function repository(note: string): string {
  const cwd = makeVault({ "Incident-2024-05-06-a.md": note, ".gitignore": "tools/\n*.xml\n*.json\n" });
  for (const folder of ["tools", "tools/bin"]) mkdirSync(join(cwd, folder));
  copyFileSync(join(inject("built"), "dist", "postmortem.mjs"), join(cwd, "tools", "postmortem.mjs"));
  const command = join(cwd, "tools", "bin", "postmortem");
  writeFileSync(command, `#!/bin/sh\nexec node '${join(cwd, "tools", "postmortem.mjs")}' "$@"\n`);
  chmodSync(command, 0o755);
  git(cwd, "init", "-q", "-b", "main");
  git(cwd, "add", ".");
  git(cwd, "commit", "-qm", "Start");
  git(cwd, "update-ref", "refs/remotes/origin/main", "HEAD");
  return cwd;
}

/** Runs commands as a pipeline does: in a shell, up to the first that fails. */
function runAll(commands: readonly string[], cwd: string): Promise<Run> {
  const path = [join(cwd, "tools", "bin"), process.env["PATH"]].join(delimiter);
  return new Promise((resolve) => {
    execFile("bash", ["-ec", commands.join("\n")], { cwd, env: { PATH: path } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const jobs = z.record(
  z.string(),
  z.object({ script: z.array(z.string()), artifacts: z.object({ reports: z.record(z.string(), z.string()) }) }),
);

/** The scripts for GitLab and Jenkins, with the report that each leaves. */
const pipelines = [
  ...blocks("yaml", "script:").flatMap((text) =>
    Object.entries(jobs.parse(parse(text))).map(([name, { script, artifacts }]) => ({
      name,
      script,
      report: Object.values(artifacts.reports)[0] ?? "",
      hidesFailure: false,
    })),
  ),
  ...blocks("groovy", "sh '").map((text) => ({
    name: "Jenkins",
    script: [...text.matchAll(/^sh '(.*)'$/gm)].map(([, command = ""]) => command),
    report: /^junit '(.*)'$/m.exec(text)?.[1] ?? "",
    hidesFailure: true,
  })),
];

describe("the pipelines of docs/ci.md", () => {
  it("are the three that are known here", () => {
    expect(pipelines.map(({ name }) => name)).toEqual(["postmortems", "postmortem quality", "Jenkins"]);
  });

  it.each(pipelines)("$name: green and red, with a report", async ({ script, report, hidesFailure }) => {
    const green = repository(sound);
    expect(await runAll(script, green)).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(join(green, report), "utf8")).not.toContain("broken-embed");
    const red = repository(broken);
    expect(await runAll(script, red)).toMatchObject({ code: hidesFailure ? 0 : 1, stdout: "" });
    expect(readFileSync(join(red, report), "utf8")).toContain("broken-embed");
  });

  it("takes an old collection for what it is, and reports what is new", async () => {
    const [block = ""] = blocks("sh", "--update-baseline");
    const cwd = repository(broken);
    const lines = block.trim().split("\n");
    expect(await runAll(lines, cwd)).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, "Incident-2024-05-06-a.md"), broken.replace("40 requests", "See ![[Chart]], 40 requests"));
    expect(await runAll(lines.slice(1), cwd)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("`Chart` does not exist") as string,
    });
  });

  it("looks only at what has changed since the branch began", async () => {
    const [block = ""] = blocks("sh", "--changed-since");
    const cwd = repository(broken);
    writeFileSync(join(cwd, "Incident-2024-05-07-b.md"), sound);
    expect(await runAll([block.trim()], cwd)).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, "Incident-2024-05-07-b.md"), broken);
    expect(await runAll([block.trim()], cwd)).toMatchObject({ code: 1 });
  });
});

const workflow = z.array(z.object({ uses: z.string(), with: z.optional(z.record(z.string(), z.unknown())) }));
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ default: z.string() })),
    runs: z.object({
      steps: z.array(z.object({ run: z.string(), env: z.optional(z.record(z.string(), z.string())) })),
    }),
  })
  .parse(parse(readFileSync(join(root, "action.yml"), "utf8")));

/** What a workflow of the page gives the action, as a runner fills it in. */
function inputsOf(block: string): Readonly<Record<string, string>> {
  const steps = workflow.parse(parse(/^( *)- uses[^]*/m.exec(block)?.[0] ?? ""));
  const given = steps.find(({ uses }) => uses.startsWith("OWNER/REPOSITORY"))?.with ?? {};
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      String(value).replace("${{ github.base_ref }}", "main").replace("${{ matrix.shard }}", "1/1"),
    ]),
  );
}

describe("the workflows of docs/ci.md", () => {
  it.each(blocks("yaml", "uses: OWNER/REPOSITORY").map((block, index) => ({ block, index })))(
    "number $index: green and red",
    ({ block }) => {
      const inputs = inputsOf(block);
      const run = (note: string): number | null => {
        const cwd = repository(sound);
        writeFileSync(join(cwd, "Incident-2024-05-06-a.md"), note);
        for (const { run, env = {} } of action.runs.steps) {
          const values = Object.entries(env).map(([key, value]) => {
            const name = /inputs\.([\w-]+)/.exec(value)?.[1] ?? "";
            return [key, inputs[name] ?? action.inputs[name]?.default ?? ""] as const;
          });
          const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
            cwd,
            env: { ...Object.fromEntries(values), PATH: process.env["PATH"], GITHUB_ACTION_PATH: inject("built") },
          });
          if (result.status !== 0) return result.status;
        }
        return 0;
      };
      expect(run(`${sound}\nMore.\n`)).toBe(0);
      expect(run(broken)).toBe(1);
    },
  );
});

const hasPreCommit = spawnSync("pre-commit", ["--version"]).status === 0;

// Where the program is missing there is nothing to try; `.ci/run` installs it.
describe.skipIf(!hasPreCommit)("the hook of docs/ci.md, by pre-commit itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-hook-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  /** What a tag holds of the package: the built command line, the hook, and a script whose banner npm prints. */
  const hooks = join(folder, "hooks");
  const preCommit = (cwd: string, ...args: string[]): { readonly status: number | null; readonly said: string } => {
    const store = { PRE_COMMIT_HOME: join(folder, "store"), npm_config_cache: join(folder, "npm") };
    const env = { ...process.env, ...store, npm_config_offline: "true" };
    const { status, stdout, stderr } = spawnSync("pre-commit", [...args, "--color=never"], {
      cwd,
      env,
      encoding: "utf8",
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const withHook = (cwd: string): string => {
    const [block = ""] = blocks("yaml", "id: postmortem");
    const config = block.replace("https://example.com/OWNER/REPOSITORY", hooks).replace("VERSION", "1.0.0");
    writeFileSync(join(cwd, ".pre-commit-config.yaml"), config);
    git(cwd, "add", ".pre-commit-config.yaml");
    return cwd;
  };

  beforeAll(() => {
    mkdirSync(join(hooks, "dist"), { recursive: true });
    for (const file of [".pre-commit-hooks.yaml", ".npmrc"]) copyFileSync(join(root, file), join(hooks, file));
    copyFileSync(join(inject("built"), "dist", "postmortem.mjs"), join(hooks, "dist", "postmortem.mjs"));
    const manifest = { name: "postmortem", version: "1.0.0", type: "module", scripts: { prepare: "node -e 0" } };
    const parts = { bin: { postmortem: "dist/postmortem.mjs" }, files: ["dist"] };
    writeFileSync(join(hooks, "package.json"), JSON.stringify({ ...manifest, ...parts }));
    git(hooks, "init", "-q", "-b", "main");
    git(hooks, "add", "-f", ".");
    git(hooks, "commit", "-qm", "Start");
    git(hooks, "tag", "1.0.0");
    const scratch = join(folder, "scratch");
    mkdirSync(scratch);
    git(scratch, "init", "-q");
    expect(preCommit(withHook(scratch), "install-hooks")).toMatchObject({ status: 0 });
  });

  it("passes what is right", () => {
    const cwd = withHook(repository(sound));
    writeFileSync(join(cwd, "README.md"), "# Ours\n");
    git(cwd, "add", "README.md");
    expect(preCommit(cwd, "run")).toMatchObject({ status: 0, said: expect.stringContaining("Passed") as string });
  });

  it("stops what is not, in the words of the README", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const [, shown = ""] = /```console\n\$ pre-commit run\n([^]*?)```/.exec(readme) ?? [];

    const cwd = withHook(repository(sound));
    writeFileSync(join(cwd, "Incident-2024-05-06-a.md"), broken);
    git(cwd, "add", "Incident-2024-05-06-a.md");
    const { status, said } = preCommit(cwd, "run");
    expect({ status, said: said.trimEnd() }).toEqual({ status: 1, said: shown.trimEnd() });
  });
});
