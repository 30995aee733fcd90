import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { makeVault } from "./cli/run";

const root = join(import.meta.dirname, "..");
const files = ["package.json", "package-lock.json", "manifest.json", "versions.json", "CHANGELOG.md"];

const who = { GIT_AUTHOR_NAME: "T", GIT_AUTHOR_EMAIL: "t@x", GIT_COMMITTER_NAME: "T", GIT_COMMITTER_EMAIL: "t@x" };
const env = { ...process.env, ...who };

/** A repository with what states the version, as it was committed. */
function repository(changelog: string): string {
  const folder = makeVault({});
  for (const file of [...files, ".gitignore"]) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, "CHANGELOG.md"), changelog);
  // In place of the build, which takes long and needs what is installed.
  writeFileSync(
    join(folder, "esbuild.config.mjs"),
    'import { mkdirSync, writeFileSync } from "node:fs";\nmkdirSync("dist", { recursive: true });\nwriteFileSync("dist/postmortem.mjs", "built");\n',
  );
  git(folder, "init", "-q");
  commitAll(folder);
  return folder;
}

function git(cwd: string, ...args: string[]): string {
  return spawnSync("git", args, { cwd, encoding: "utf8", env }).stdout;
}

function commitAll(cwd: string): void {
  git(cwd, "add", ".");
  git(cwd, "commit", "-qm", "A");
}

function release(cwd: string, ...args: string[]): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "release.mjs"), ...args], {
    cwd,
    encoding: "utf8",
    env,
  });
  return { code: status, stderr };
}

const contentOf = (folder: string): readonly string[] => files.map((file) => readFileSync(join(folder, file), "utf8"));
const changelog = "# Changelog\n\n## 9.8.7, not yet released\n\n- New\n\n## 0.1.0, 2026-01-01\n";

describe("a release", () => {
  it("has its version everywhere, and its day in the changelog", () => {
    const folder = repository(changelog);
    expect(release(folder, "9.8.7", "2027-01-02")).toEqual({ code: 0, stderr: "" });
    const [pack = "", lock = "", manifest = "", versions = "", log] = contentOf(folder);
    for (const text of [pack, manifest]) expect(JSON.parse(text)).toMatchObject({ version: "9.8.7" });
    expect(JSON.parse(lock)).toMatchObject({ version: "9.8.7", packages: { "": { version: "9.8.7" } } });
    const { minAppVersion } = JSON.parse(manifest) as { minAppVersion: string };
    expect(JSON.parse(versions)).toMatchObject({ "9.8.7": minAppVersion, "0.1.0": "1.13.1" });
    expect(log).toBe(changelog.replace("not yet released", "2027-01-02"));
  });

  it.each([
    ["no version", [], "name the version"],
    ["a version that is none", ["v9.8.7"], "name the version"],
    ["an older version", ["0.0.9"], "does not come after"],
    ["a version that the changelog does not know", ["9.9.9"], "CHANGELOG.md does not say what is new"],
  ])("is refused for %s, and nothing is written", (_, args, why) => {
    const folder = repository(changelog);
    const before = contentOf(folder);
    expect(release(folder, ...args)).toEqual({ code: 2, stderr: expect.stringContaining(why) as string });
    expect(contentOf(folder)).toEqual(before);
  });

  it("is refused where something is not committed, and nothing is written", () => {
    const folder = repository(changelog);
    writeFileSync(join(folder, "new.ts"), "");
    const before = contentOf(folder);
    expect(release(folder, "9.8.7")).toEqual({ code: 2, stderr: expect.stringContaining("?? new.ts") as string });
    expect(contentOf(folder)).toEqual(before);
  });

  it("is tagged with the built command line, which the branch does not hold", () => {
    const folder = repository(changelog);
    release(folder, "9.8.7", "2027-01-02");
    commitAll(folder);
    expect(release(folder, "tag")).toEqual({ code: 0, stderr: "" });
    expect(git(folder, "show", "9.8.7:dist/postmortem.mjs")).toBe("built");
    expect(git(folder, "diff", "--name-only", "HEAD", "9.8.7")).toBe("dist/postmortem.mjs\n");
    expect(git(folder, "log", "--format=%P", "-1", "9.8.7")).toBe(git(folder, "log", "--format=%H", "-1"));
    expect(git(folder, "status", "--porcelain")).toBe("");
    expect(release(folder, "tag")).toMatchObject({ code: 2, stderr: expect.stringContaining("already") as string });
  });

  it("is not tagged before its day stands in the changelog", () => {
    const folder = repository(changelog.replace("0.1.0, 2026-01-01", "0.1.0, not yet released"));
    expect(release(folder, "tag")).toMatchObject({ code: 2, stderr: expect.stringContaining("no day for") as string });
    expect(git(folder, "tag")).toBe("");
  });

  it("is refused by the workflow where the tag holds something else than its sources give, or nothing", () => {
    const workflow = z
      .object({ jobs: z.object({ build: z.object({ steps: z.array(z.object({ run: z.optional(z.string()) })) }) }) })
      .parse(parse(readFileSync(join(root, ".github", "workflows", "release.yml"), "utf8")));
    const steps = workflow.jobs.build.steps.flatMap(({ run }) => (run?.includes("tagged.mjs") === true ? [run] : []));
    const compare = (tagged: string | null): number | null => {
      const cwd = makeVault({});
      mkdirSync(join(cwd, "dist"));
      const file = join(cwd, "dist", "postmortem.mjs");
      if (tagged !== null) writeFileSync(file, tagged);
      const script = [steps[0], `printf built > '${file}'`, ...steps.slice(1)].join("\n");
      return spawnSync("bash", ["-e", "-c", script], { cwd, env: { ...env, RUNNER_TEMP: cwd } }).status;
    };
    expect(steps).toHaveLength(2);
    expect(["built", "other", null].map(compare)).toEqual([0, 1, 1]);
  });
});
