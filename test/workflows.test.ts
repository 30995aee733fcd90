import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const folder = join(import.meta.dirname, "../.github/workflows");
const names = readdirSync(folder);

const permissions = z.record(z.string(), z.enum(["read", "write", "none"]));
const workflow = z.object({
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissions.optional(),
      "timeout-minutes": z.number(),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

describe.each(names)("the workflow %s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const { permissions: granted, jobs } = workflow.parse(parse(text));

  it("takes each action at a commit, and says of which version that is", () => {
    const used = text.match(/uses:.*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/^uses: [\w.-]+(?:\/[\w.-]+)+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it("may read alone, but for jobs that start nothing of the repository", () => {
    expect(granted).toEqual({ contents: "read" });
    for (const job of Object.values(jobs)) {
      const writes = Object.values(job.permissions ?? {}).includes("write");
      const runs = job.steps.flatMap(({ run }) => run ?? []);
      if (writes)
        expect(runs.filter((run) => !/^(?:gh release create |npm publish .*--ignore-scripts )/.test(run))).toEqual([]);
    }
  });

  it("puts nothing that somebody else may have written into a command", () => {
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });
});

describe("a release", () => {
  const version = "7.8.9";
  const right = {
    "manifest.json": { version, minAppVersion: "1.13.1" },
    "package.json": { version },
    "package-lock.json": { version },
    "versions.json": { [version]: "1.13.1" },
  };
  const { build } = workflow.parse(parse(readFileSync(join(folder, "release.yml"), "utf8"))).jobs;
  const check = build?.steps.find(({ run }) => run?.includes("versions.json"))?.run ?? "exit 0";

  it.each([
    ["is made of a tag that every file has for its version", {}, true],
    [
      "is not made when the plugin has another version",
      { "manifest.json": { ...right["manifest.json"], version: "7.8.8" } },
      false,
    ],
    ["is not made when the package has another version", { "package.json": { version: "7.8.8" } }, false],
    ["is not made when the app is not told which version of it the plugin needs", { "versions.json": {} }, false],
  ])("%s", (_, wrong, isMade) => {
    const place = mkdtempSync(join(tmpdir(), "postmortem-release-"));
    for (const [name, content] of Object.entries({ ...right, ...wrong }))
      writeFileSync(join(place, name), JSON.stringify(content));
    // As the runner does: the first command that fails ends the step.
    const { status } = spawnSync("bash", ["-e", "-c", check], {
      cwd: place,
      env: { ...process.env, GITHUB_REF_NAME: version },
    });
    rmSync(place, { recursive: true });
    expect(status === 0).toBe(isMade);
  });
});
