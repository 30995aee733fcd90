import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, runHere } from "./run";

/** How a template leaves a place open: the body of a section, and a value behind a label or in a cell. */
interface Kind {
  readonly body: string;
  /** Absent where such a template has no values. */
  readonly value?: string;
}

/** Kinds of templates by how they ask for words. */
const kinds: Readonly<Record<string, Kind>> = {
  "a word in capitals": { body: "TODO: say what happened", value: "TBD" },
  "a row of letters": { body: "XXX", value: "XXX" },
  "double braces": { body: "{{summary}}", value: "{{customers}}" },
  "a script's tags": { body: "<% tp.system.prompt('What?') %>", value: "<% tp.user.count() %>" },
  "a shell's variables": { body: "${what happened}", value: "${customers}" },
  "single braces": { body: "{what_happened}", value: "{customers}" },
  "percent signs": { body: "%WHAT HAPPENED%", value: "%CUSTOMERS%" },
  underscores: { body: "__WHAT_HAPPENED__", value: "__CUSTOMERS__" },
  "angle brackets": { body: "<two sentences on what happened>", value: "<customers>" },
  "single guillemets": { body: "‹two sentences on what happened›", value: "‹customers›" },
  "square brackets": { body: "[Two sentences on what happened]", value: "[number of customers]" },
  "dates in code": { body: "`YYYY-MM-DD HH:MM`", value: "`YYYY-MM-DD`" },
  "comments of HTML": { body: "<!-- A short account for managers.\nTwo sentences. -->" },
  "comments of the app": { body: "%% A short account for managers. %%" },
  "hints in italics": { body: "_A short account for managers._\n\n*Who was hit, and how hard? Keep to facts.*" },
  "labels without values": { body: "**What failed:**\n**For how long:**\n\n- Seen by:\n- Noticed:" },
  "empty cells": { body: "| What | Answer |\n| --- | --- |\n| Failed | |\n| Noticed by | <!-- who --> |" },
  questions: { body: "1. How was it noticed?\n2. How could it be noticed sooner?" },
  "requests in sentences": {
    body: "Describe in two sentences what happened. Please stick to facts.\n\nYour words go here.",
  },
};

const headings = ["Summary", "Impact", "Root cause"];

/** A note of a kind, with one line for each place that is open. */
function noteOf({ body, value }: Kind): { readonly text: string; readonly open: readonly string[] } {
  const values = value === undefined ? [] : [`- **Customers:** ${value}`, `| Customers | ${value} |`];
  const sections = headings.map((heading) => `## ${heading}\n\n${body}\n`);
  return {
    text: [
      "---\ntitle: Cache outage\ndate: 2024-05-06\ntags: [postmortem]\nstatus: published\n---\n# Cache outage\n",
      ...sections,
      ...(value === undefined
        ? []
        : [
            `## Facts\n\n- **Service:** cache\n${values[0] ?? ""}\n\n| What | How many |\n| --- | --- |\n| Requests | 40 |\n${values[1] ?? ""}\n`,
          ]),
      "## Timeline\n\nAll times are in UTC.\n\n- 10:00 Cache down\n- 10:20 Cache up\n",
      "## Action items\n\n- [x] Describe the restart in the runbook @ada 📅 2024-05-07\n",
    ].join("\n"),
    open: [...headings.map((heading) => `## ${heading}`), ...values],
  };
}

const filled: Kind = {
  body: "The cache ran out of memory ([RFC 7231](https://example.com), `${heap}`), for 20 minutes.\n\n**Seen by:** _nobody_ [name redacted], see step {3} and 5% or 10%.",
  value: "40",
};

/** What stands on the lines that a run finds open. */
async function openLines(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const cwd = makeVault(files);
  const { stdout } = await runHere(["lint", path, "--vault", ".", "--format", "json"], { cwd });
  const { diagnostics } = JSON.parse(stdout) as LintReport;
  const lines = (files[path] ?? "").split("\n");
  return diagnostics
    .filter(({ rule }) => rule === "unfilled-placeholder" || rule === "empty-section")
    .map(({ start }) => lines[start.line - 1] ?? "");
}

describe("a template that was left as it is, and published", () => {
  it.each(Object.entries(kinds))("is found open in every place: %s", async (_, kind) => {
    const { text, open } = noteOf(kind);
    const found = await openLines({ "Incident-2024-05-06-a.md": text }, "Incident-2024-05-06-a.md");
    const bodies = kind.body.split("\n");
    // A place is told by its heading or by its own line.
    const isFound = (line: string): boolean =>
      found.includes(line) ||
      (line.startsWith("##") && bodies.some((each) => found.filter((x) => x === each).length >= headings.length));
    expect(open.filter((line) => !isFound(line))).toEqual([]);
  });

  it("is found in nothing that was filled in", async () => {
    const { text } = noteOf(filled);
    expect(await openLines({ "Incident-2024-05-06-a.md": text }, "Incident-2024-05-06-a.md")).toEqual([]);
  });
});

describe("a line of the team's own template", () => {
  const asked = "Name the teams that were paged, and in which order.";
  const kept = "This review looks at systems and not at people.";
  const template = `## Summary\n\n${kept}\n\n${asked}\n\n## Impact\n\n| Who | How many |\n| --- | --- |\n| Customers who saw errors | a number |\n`;
  const note = (lines: readonly string[]): string =>
    `---\ndate: 2024-05-06\nstatus: published\n---\n## Summary\n\nThe cache was full.\n\n${lines.join("\n\n")}\n`;
  const settings = JSON.stringify({
    newNote: { template: "Templates/Postmortem" },
    rules: { "missing-section": { severity: "off" } },
  });
  const messages = async (cwd: string, ...args: string[]): Promise<readonly string[]> => {
    const { stdout } = await runHere(["lint", ".", "--format", "json", ...args], { cwd });
    const { diagnostics } = JSON.parse(stdout) as LintReport;
    return diagnostics
      .filter(({ message }) => message.includes("as it does in the template"))
      .map(({ path, severity, start }) => `${path}:${start.line} ${severity}`);
  };
  const files = {
    "postmortem.config.json": settings,
    "Templates/Postmortem.md": template,
    "Incident-2024-05-06-a.md": note([kept, asked, "| Customers who saw errors | a number |"]),
  };

  it("is found where it stands unchanged, unless half of the finished notes keep it", async () => {
    const others = Object.fromEntries(
      ["b", "c", "d"].map((name) => [`Incident-2024-05-07-${name}.md`, note([kept, "Core, then storage."])]),
    );
    expect(await messages(makeVault({ ...files, ...others }))).toEqual([
      "Incident-2024-05-06-a.md:11 error",
      "Incident-2024-05-06-a.md:13 error",
    ]);
  });

  it("is told as a hint while there are few notes to compare, and anew when they change", async () => {
    const cwd = makeVault(files);
    const cached = ["--cache-location", ".cache"];
    const all = [9, 11, 13].map((line) => `Incident-2024-05-06-a.md:${line} info`);
    expect(await messages(cwd, ...cached)).toEqual(all);
    expect(await messages(cwd, ...cached)).toEqual(all);
    writeFileSync(join(cwd, "Incident-2024-05-07-b.md"), note([kept]));
    expect(await messages(cwd, ...cached)).toEqual(all.slice(1));
    writeFileSync(join(cwd, "Templates/Postmortem.md"), template.replace(asked, "Something else."));
    expect(await messages(cwd, ...cached)).toEqual(all.slice(2));
  });
});
