import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, postmortem } from "./run";
import { before } from "./seed";

const exampleVault = join(import.meta.dirname, "../../examples/vault");
const name = "Incident-2024-04-11-API-Outage.md";
const after = readFileSync(join(exampleVault, name), "utf8");

async function lint(args: readonly string[]): Promise<{ code: number | null; report: LintReport; lines: string[] }> {
  const run = await postmortem(["lint", ...args, "--format", "json"]);
  expect(run.stderr).toBe("");
  const report = JSON.parse(run.stdout) as LintReport;
  const severe = report.diagnostics.filter(({ severity }) => severity !== "info");
  return {
    code: run.code,
    report,
    lines: severe.map(({ start, severity, rule }) => `${start.line} ${severity} ${rule}`),
  };
}

describe("the note that the project started from", () => {
  it("is told what it lacks", async () => {
    const { code, report, lines } = await lint([makeVault({ [name]: before })]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      "1 error invalid-frontmatter",
      "2 error invalid-frontmatter",
      "3 error invalid-frontmatter",
      "7 error missing-section",
      "11 warning unfilled-placeholder",
      "15 warning unfilled-placeholder",
      "19 warning unfilled-placeholder",
      "23 warning unfilled-placeholder",
    ]);
    expect(report.diagnostics.slice(0, 4).map(({ message }) => message)).toEqual([
      "`date` is missing",
      "`title` has no value",
      "`tags` has no value",
      "section `Impact` is missing",
    ]);
    expect(report).toMatchObject({ version: 1, summary: { notes: 1, errors: 4, warnings: 4 } });
  });

  it("wants owners and due dates once it is written, in the vault with its timeline", async () => {
    const { code, report, lines } = await lint([join(exampleVault, name)]);
    const items = [44, 45, 46, 47, 48];
    expect(lines).toEqual(
      items.flatMap((line) => [
        `${line} warning action-item-without-due-date`,
        `${line} warning action-item-without-owner`,
      ]),
    );
    expect(report.summary).toMatchObject({ notes: 1, errors: 0, warnings: 10 });
    expect(code).toBe(0);
  });

  it("misses its timeline and its links when it stands alone", async () => {
    const { code, lines } = await lint([makeVault({ [name]: after })]);
    expect(code).toBe(1);
    expect(lines.filter((line) => !line.includes("action-item"))).toEqual([
      "18 warning broken-link",
      "18 warning broken-link",
      "22 error broken-embed",
      "33 warning broken-link",
      "47 warning broken-link",
      "52 warning broken-link",
      "53 warning broken-link",
      "54 warning broken-link",
    ]);
  });

  it("has exact places", async () => {
    const { report } = await lint([makeVault({ [name]: after })]);
    const embed = report.diagnostics.find(({ rule }) => rule === "broken-embed");
    expect(embed).toMatchObject({
      path: name,
      start: { line: 22, column: 1, offset: after.indexOf("![[") },
      fixable: false,
    });
    expect(after.slice(embed?.start.offset, embed?.end.offset)).toBe("![[Incident Timeline#Key Events]]");
  });

  it("is made anew with nothing but things to fill in", async () => {
    const vault = makeVault({});
    expect(await postmortem(["new", vault, "--title", "API Outage", "--date", "2024-04-11"])).toMatchObject({
      code: 0,
      stdout: `${name}\n`,
    });
    expect(readFileSync(join(vault, name), "utf8")).toContain("\n# API Outage Retro — 2024-04-11\n");
    const { lines } = await lint([vault]);
    expect(new Set(lines.map((line) => line.replace(/^\d+ /, "")))).toEqual(new Set(["warning unfilled-placeholder"]));
  });
});
