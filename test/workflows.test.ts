import { readdirSync, readFileSync } from "node:fs";
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
