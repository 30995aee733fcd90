import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault, postmortem } from "./run";

const exampleVault = join(import.meta.dirname, "../../examples/vault");
const seedNote = join(exampleVault, "Incident-2024-04-11-API-Outage.md");

function hash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

describe("`resolve`", () => {
  it("prints the note with the timeline in its place, and leaves the source alone", async () => {
    const before = hash(seedNote);
    const run = await postmortem(["resolve", seedNote]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("- 06:12 Config deployment");
    expect(run.stdout).toContain("- 06:59 Config reverted");
    expect(run.stdout).not.toContain("![[");
    expect(hash(seedNote)).toBe(before);
  });

  it("says where embedded text comes from when asked to", async () => {
    const vault = makeVault({ "A.md": "![[B]]\n", "B.md": "b" });
    expect((await postmortem(["resolve", join(vault, "A.md"), "--mark-origin"])).stdout).toBe("%% from [[B]] %% b\n");
  });

  it("writes to a file, again and again, but never over a note of the vault", async () => {
    const vault = makeVault({ "A.md": "![[B]]\n", "B.md": "b" });
    const elsewhere = join(makeVault({}), "report.md");
    for (let time = 0; time < 2; time++) {
      expect(await postmortem(["resolve", join(vault, "A.md"), "-o", elsewhere])).toEqual({
        code: 0,
        stdout: "",
        stderr: "",
      });
    }
    expect(readFileSync(elsewhere, "utf8")).toContain("b");
    const run = await postmortem(["resolve", join(vault, "A.md"), "-o", join(vault, "B.md")]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("is not overwritten");
    expect(readFileSync(join(vault, "B.md"), "utf8")).toBe("b");
  });

  it("says what it could not show, and where", async () => {
    const vault = makeVault({ "A.md": "text\n\n![[Gone#Part]]\n" });
    const run = await postmortem(["resolve", "A.md"], { cwd: vault });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("A.md:3:1");
    expect(run.stdout).toContain("text\n");
  });

  it("finds the note in the vault that is named", async () => {
    const vault = makeVault({ "Deep/A.md": "![[B]]", "B.md": "from the root" });
    expect((await postmortem(["resolve", "Deep/A.md", "--vault", vault])).stdout).toContain("from the root");
  });
});
