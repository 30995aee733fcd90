import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, postmortem, runHere } from "./run";

const examples = join(import.meta.dirname, "../../examples");

/** A folder with what `npm start` runs. */
function checkout(): string {
  const folder = makeVault({});
  cpSync(examples, join(folder, "examples"), { recursive: true });
  cpSync(join(inject("built"), "dist"), join(folder, "dist"), { recursive: true });
  return folder;
}

describe("the example vault", () => {
  it("has something to show for every group of rules", async () => {
    const run = await runHere(["lint", join(examples, "vault"), "--format", "json", "--now", "2024-12-01T09:00Z"]);
    const rules = new Set((JSON.parse(run.stdout) as LintReport).diagnostics.map(({ rule }) => rule));
    for (const rule of [
      "deprecated-property",
      "empty-section",
      "broken-embed",
      "timeline-out-of-order",
      "duration-mismatch",
      "overdue-action-item",
      "blame-language",
      "stale-draft",
    ]) {
      expect(rules).toContain(rule);
    }
  });

  it("leads a newcomer through the main job, and leaves nothing behind", async () => {
    const folder = checkout();
    const before = readdirSync(join(folder, "examples/vault")).map((name) => [
      name,
      name.endsWith(".md") ? readFileSync(join(folder, "examples/vault", name), "utf8") : "",
    ]);
    mkdirSync(join(folder, "tmp"));
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["examples/start.mjs"], {
      cwd: folder,
      env: { CI: "true", PATH: process.env["PATH"], TMPDIR: join(folder, "tmp") },
    });
    expect(stderr).toBe("");
    expect(stdout).toContain("![[Incident Timeline#Key Events]]");
    expect(stdout).toContain("- 06:12 Config deployment");
    expect(stdout).toContain("is still to be filled in");
    expect(stdout).toContain("What next");
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);
    for (const [name, text] of before)
      if (text !== "") expect(readFileSync(join(folder, "examples/vault", name ?? ""), "utf8")).toBe(text);
  });

  it("gives way to a person's own notes, which stay as they are", () => {
    const cwd = checkout();
    const vault = makeVault({ "Incident-2024-05-06-a.md": "# A\n", "b.md": "# B\n" });
    const start = (...args: string[]) =>
      spawnSync(process.execPath, ["examples/start.mjs", ...args], { cwd, encoding: "utf8" });
    const shown = start("--vault", vault, "--once");
    expect(shown).toMatchObject({ status: 0, stderr: "" });
    expect(shown.stdout).toContain("1 of 2 notes ");
    expect(shown.stdout).toContain("section `Timeline` is missing");
    expect(shown.stdout).not.toContain("Search Outage");
    expect(readdirSync(vault)).toEqual(["Incident-2024-05-06-a.md", "b.md"]);
    expect(readFileSync(join(vault, "b.md"), "utf8")).toBe("# B\n");
    for (const named of [[], [join(vault, "c")]]) {
      const refused = start("--vault", ...named);
      expect(refused).toMatchObject({ status: 2, stdout: "" });
      expect(refused.stderr).toMatch(/npm start -- --vault|needs a folder/);
    }
  });

  it("is read alike by the built program and within the tests", async () => {
    const args = ["stats", join(examples, "vault"), "--format", "json"];
    expect(await postmortem(args)).toEqual(await runHere(args));
  });
});
