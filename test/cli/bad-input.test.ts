import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, postmortem, type Run } from "./run";

const name = "Incident-2024-04-11-Bad.md";

async function lint(content: string | Uint8Array): Promise<Run & { report: LintReport }> {
  const vault = makeVault({ [name]: content });
  const run = await postmortem(["lint", vault, "--format", "json"]);
  expect(readFileSync(join(vault, name)).equals(Buffer.from(content))).toBe(true);
  expect(run.stderr).toBe("");
  return { ...run, report: JSON.parse(run.stdout) as LintReport };
}

function messages({ report }: { report: LintReport }, rule: string): string[] {
  return report.diagnostics
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ start, message }) => `${start.line}:${start.column} ${message}`);
}

describe("bad input is a finding", () => {
  it("broken YAML, with its line and column", async () => {
    const run = await lint("---\ntitle: A\ndate: [2024-04-11\ntags: postmortem\n---\n# A\n");
    expect(run.code).toBe(1);
    const yaml = run.report.diagnostics.find(({ rule, start }) => rule === "invalid-frontmatter" && start.line > 2);
    expect(yaml?.start.column).toBeGreaterThan(0);
  });

  it("a key that is written twice", async () => {
    const run = await lint("---\ntitle: A\ntitle: B\n---\n");
    expect(messages(run, "invalid-frontmatter").join("\n")).toMatch(/^3:1 .*title/m);
  });

  it("a YAML bomb", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) =>
        `l${index}: &l${index} [${Array.from({ length: 10 }, () => (index === 0 ? "x" : `*l${index - 1}`)).join(", ")}]`,
    );
    const start = performance.now();
    const run = await lint(`---\n${levels.join("\n")}\n---\n`);
    expect(run.code).toBe(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("keys that mean something to JavaScript", async () => {
    const run = await lint("---\n__proto__: {polluted: true}\nconstructor: 1\ntoString: x\n---\n");
    expect(run.code).toBe(1);
  });

  it("an empty note", async () => {
    const run = await lint("");
    expect(run.code).toBe(1);
    expect(messages(run, "invalid-frontmatter")).toContain("1:1 `title` is missing");
  });

  it("ten megabytes", async () => {
    const line =
      "A paragraph of a log that somebody pasted into the note, with `code`, **bold words** and nothing else in it.\n\n";
    const run = await lint(
      `---\ntitle: A\ndate: 2024-04-11\ntags: [postmortem]\n---\n\n## Timeline\n\n- 06:12 Start\n\n${line.repeat(100_000)}`,
    );
    expect(run.code).toBe(1);
    expect(messages(run, "missing-section")).not.toEqual([]);
  }, 120_000);

  it("line ends, a byte order mark and characters of every plane keep their places", async () => {
    const run = await lint(
      "\ufeff---\r\ntitle: 🔥\r\ndate: 2024-04-11\r\ntags: [postmortem]\r\n---\r\n\r\n## Impact\r\n\r\n🔥🔥 ![[Gone]]\r\n",
    );
    expect(messages(run, "broken-embed")).toEqual([expect.stringMatching(/^9:6 /)]);
  });
});

describe("what cannot be read is an error", () => {
  it("a vault that does not exist", async () => {
    for (const command of ["lint", "inspect", "resolve"]) {
      expect(await postmortem([command, "/no/such/place"])).toEqual({
        code: 2,
        stdout: "",
        stderr: "postmortem: cannot open `/no/such/place`: no such file or folder\n",
      });
    }
  });

  it("a binary file in place of a note", async () => {
    const vault = makeVault({
      [name]: new Uint8Array([0, 1, 2, 255]),
      "Other.md": new Uint8Array([0]),
      "Incident-2024-04-12-Good.md": "",
    });
    const one = await postmortem(["lint", join(vault, name)]);
    expect(one).toEqual({ code: 2, stdout: "", stderr: `postmortem: \`${name}\` is not a text file\n` });
    const all = await postmortem(["lint", vault, "--format", "json"]);
    expect(all).toMatchObject({ code: 2, stderr: `postmortem: \`${name}\` is not a text file\n` });
    expect((JSON.parse(all.stdout) as LintReport).summary.notes).toBe(1);
  });

  it("a folder without permission, while the rest goes on", async () => {
    const vault = makeVault({ [name]: "", "closed/Incident-2024-04-12-Hidden.md": "" });
    chmodSync(vault, 0o755);
    chmodSync(join(vault, "closed"), 0);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const run = await postmortem(["lint", vault, "--format", "json"], { cwd: "/", ...nobody });
    chmodSync(join(vault, "closed"), 0o755);
    expect(run).toMatchObject({ code: 2, stderr: "postmortem: cannot read folder `closed`: permission denied\n" });
    expect((JSON.parse(run.stdout) as LintReport).summary.notes).toBe(1);
  });

  it("something that is no note", async () => {
    const vault = makeVault({ "pic.png": "x" });
    const run = await postmortem(["lint", join(vault, "pic.png")]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("is no note");
  });

  it("a note outside the vault that is named", async () => {
    const vault = makeVault({});
    const other = makeVault({ "A.md": "" });
    const run = await postmortem(["lint", join(other, "A.md"), "--vault", vault]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("does not lie in the vault");
  });

  it("notes of two vaults", async () => {
    const [one, two] = [makeVault({}), makeVault({})];
    const run = await postmortem(["lint", one, two]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("are two vaults");
  });

  it.each([
    ["not JSON", "{", "are no JSON"],
    ["a missing file", null, "cannot read the settings"],
  ])("settings that are %s", async (_name, content, message) => {
    const vault = makeVault({ [name]: "" });
    const config = join(vault, "settings.json");
    if (content !== null) writeFileSync(config, content);
    const run = await postmortem(["lint", vault, "--config", config]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("settings that do not fit, each by its name", async () => {
    const vault = makeVault({ [name]: "# A\n\n![[Gone]]\n" });
    mkdirSync(join(vault, ".obsidian/plugins/postmortem"), { recursive: true });
    writeFileSync(
      join(vault, ".obsidian/plugins/postmortem/data.json"),
      JSON.stringify({ embedDepth: "deep", rules: { "broken-embed": { severity: "info" }, "no-such-rule": {} } }),
    );
    const run = await postmortem(["lint", vault, "--format", "json"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("embedDepth");
    expect(run.stderr).toContain("there is no rule `no-such-rule`");
  });
});
