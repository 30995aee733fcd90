import { Validator } from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { formatGithub } from "../../src/cli/format/github.mts";
import { formatJunit } from "../../src/cli/format/junit.mts";
import { formatSarif } from "../../src/cli/format/sarif.mts";
import { formatText } from "../../src/cli/format/text.mts";
import { guarded, styleFor } from "../../src/cli/terminal.mts";
import type { LintReport, ReportedDiagnostic } from "../../src/write";
import { makeVault, runHere } from "./run";

function diagnostic(path: string, line: number, more: Partial<ReportedDiagnostic>): ReportedDiagnostic {
  const start = { line, column: 3, offset: line * 10 };
  return {
    path,
    start,
    end: { line, column: 8, offset: line * 10 + 5 },
    rule: "broken-embed",
    severity: "error",
    message: "`B` does not exist",
    fixable: false,
    ...more,
  };
}

const report: LintReport = {
  version: 1,
  diagnostics: [
    diagnostic("Incidents/A, b.md", 3, { help: "create the note" }),
    diagnostic("Incidents/A, b.md", 12, {
      help: "create the note",
      severity: "warning",
      rule: "broken-link",
      fixable: true,
    }),
    diagnostic("Incidents/A, b.md", 13, {
      severity: "info",
      message: '50 % <b>\u001b[2J</b>\n& "more"',
      end: { line: 15, column: 1, offset: 170 },
      related: [
        {
          path: "Timeline.md",
          message: "the other end",
          start: { line: 7, column: 1, offset: 60 },
          end: { line: 7, column: 4, offset: 63 },
        },
      ],
    }),
    diagnostic("Timeline.md", 1, {}),
  ],
  checked: ["Clean.md", "Incidents/A, b.md", "Other.md"],
  summary: { notes: 3, errors: 2, warnings: 1, infos: 1 },
};
const none = { errors: 0, warnings: 0, infos: 0 };
const clean: LintReport = { version: 1, diagnostics: [], checked: ["A.md", "B.md"], summary: { notes: 2, ...none } };
const empty: LintReport = { version: 1, diagnostics: [], checked: [], summary: { notes: 0, ...none } };

const shown = (path: string): string => (path === "Timeline.md" ? "/elsewhere/Timeline.md" : `vault/${path}`);
const io = guarded({
  stdout: { write: () => true },
  stderr: { write: () => true },
  env: {},
  cwd: "/",
  now: () => 0,
  zone: "UTC",
  stdin: () => Promise.resolve(""),
  ask: null,
  version: "1.2.3",
});
const plain = styleFor(io.stdout, io);

describe("reports", () => {
  it("for people", async () => {
    await expect(formatText(report, shown, plain)).toMatchFileSnapshot("approved/report.txt");
  });

  it("for people, when there is nothing to report", () => {
    expect(formatText(clean, shown, plain)).toBe("2 postmortems checked: no problems\n");
    expect(formatText(empty, shown, plain)).toBe("no postmortems found\n");
  });

  it("for GitHub", async () => {
    await expect(formatGithub(report, shown)).toMatchFileSnapshot("approved/report.github.txt");
    expect(formatGithub(clean, shown)).toBe("");
  });

  it("for code scanning", () => {
    const log: unknown = JSON.parse(formatSarif(report, shown, "1.2.3"));
    expect(log).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "postmortem", version: "1.2.3" } },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "broken-embed",
              level: "error",
              message: { text: "`B` does not exist; create the note" },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "vault/Incidents/A%2C%20b.md" },
                    region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 8 },
                  },
                },
              ],
            },
            { level: "warning" },
            {
              level: "note",
              relatedLocations: [
                {
                  message: { text: "the other end" },
                  physicalLocation: { artifactLocation: { uri: "file:///elsewhere/Timeline.md" } },
                },
              ],
            },
            {},
          ],
        },
      ],
    });
  });

  it("for CI servers, as well-formed XML", async () => {
    await expect(formatJunit(report, shown, { maxWarnings: Infinity })).toMatchFileSnapshot(
      "approved/report.junit.xml",
    );
    expect(formatJunit(clean, shown, { maxWarnings: 0 })).toContain('tests="2" failures="0"');
  });
});

describe("a report for machines has the shape that they are promised", () => {
  const files = {
    "Incident-2024-04-11-ä #1, 100% [a].md":
      "---\ntitle: A\ndate: 2024-04-11\ntags: [postmortem]\nstarted: 2024-04-11T09:00Z\nresolved: 2024-04-11T08:00Z\n---\n# A \u0007<b>\n\n![[Log]]\n\n![[Gone]]\n\nA careless operator said TODO.\n",
    "Incident-2024-04-12-b.md": "",
    "Log.md": "## Timeline\n\n- 09:00 UTC Down\n- 08:00 UTC Up\n",
  };
  /** The report of a run over them, and how many problems there are. */
  const reported = async (format: string): Promise<{ readonly stdout: string; readonly problems: number }> => {
    const cwd = makeVault(files);
    const { stdout } = await runHere(["lint", ".", "--format", format], { cwd });
    const json = JSON.parse((await runHere(["lint", ".", "--format", "json"], { cwd })).stdout) as LintReport;
    expect(json.diagnostics.some(({ related = [] }) => related.length > 0)).toBe(true);
    return { stdout, problems: json.diagnostics.length };
  };

  it("SARIF, by its schema", async () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "schemas", "sarif-2.1.0-rtm.5.json"), "utf8"),
    ) as Schema;
    const validator = new Validator(schema, "4", false);
    const { stdout, problems } = await reported("sarif");
    const log = JSON.parse(stdout) as { runs: { results: unknown[] }[] };
    expect(validator.validate(log).errors).toEqual([]);
    expect(log.runs[0]?.results).toHaveLength(problems);
  });

  it("GitLab's, by its description of the format", async () => {
    const issue = z.strictObject({
      description: z.string().check(z.minLength(1)),
      check_name: z.string().check(z.minLength(1)),
      fingerprint: z.string().check(z.regex(/^[\da-f]{64}$/)),
      severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
      location: z.strictObject({
        path: z.string().check(z.regex(/^[^/]/)),
        lines: z.strictObject({ begin: z.int().check(z.positive()), end: z.int().check(z.positive()) }),
      }),
    });
    const { stdout, problems } = await reported("gitlab");
    const issues = z.array(issue).parse(JSON.parse(stdout));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(problems);
  });

  it("JUnit, with counts that agree", async () => {
    const { stdout, problems } = await reported("junit");
    const { documentElement: root } = new JSDOM(stdout, { contentType: "text/xml" }).window.document;
    const shapes: Readonly<Record<string, readonly [within: string, ...attributes: string[]]>> = {
      testsuites: ["", "name", "tests", "failures"],
      testsuite: ["testsuites", "name", "tests", "failures"],
      testcase: ["testsuite", "classname", "name"],
      failure: ["testcase", "type", "message"],
      "system-out": ["testcase"],
    };
    for (const element of [root, ...root.querySelectorAll("*")]) {
      const [within, ...attributes] = shapes[element.tagName] ?? [`no place for ${element.tagName}`];
      expect([element.parentElement?.tagName ?? "", ...element.getAttributeNames()]).toEqual([within, ...attributes]);
    }
    const counted = [root, ...root.querySelectorAll("testsuite")];
    for (const element of counted)
      for (const [name, selector] of [
        ["tests", "testcase"],
        ["failures", "failure"],
      ] as const)
        expect(element.getAttribute(name)).toBe(String(element.querySelectorAll(selector).length));
    expect(root.querySelectorAll("testcase")).toHaveLength(problems);
  });
});

describe("colours", () => {
  const terminal = { ...io.stdout, isTTY: true };

  it("are for terminals", () => {
    const style = styleFor(terminal, io);
    expect(formatText(report, shown, style)).toContain("\u001b[31merror  \u001b[39m");
    expect(formatText(report, shown, plain)).not.toContain("\u001b");
  });

  it("are left out where a person wants none", () => {
    expect(styleFor(terminal, { ...io, env: { NO_COLOR: "1" } }).red("x")).toBe("x");
    expect(styleFor(terminal, { ...io, env: { NO_COLOR: "" } }).red("x")).not.toBe("x");
    expect(styleFor(terminal, { ...io, env: { TERM: "dumb" } }).red("x")).toBe("x");
  });
});
