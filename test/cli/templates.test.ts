import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { makeVault, runHere } from "./run";

/** What stands in a section, and behind a label or in a cell; such a template may have no values. */
interface Words {
  readonly body: string;
  readonly value?: string;
}

/** How a template leaves a place open, and its twin: the same signs in words that say something. */
interface Kind {
  readonly open: Words;
  readonly filled: Words;
}

/** Kinds of templates by how they ask for words. */
const kinds: Readonly<Record<string, Kind>> = {
  "a word in capitals": {
    open: { body: "TODO: say what happened", value: "TBD" },
    filled: { body: "The list named TODO filled the cache, as did 40 others.", value: "40" },
  },
  "a row of letters": {
    open: { body: "XXX", value: "XXX" },
    filled: { body: "Machines of size XXXL ran out of memory.", value: "40 of size XXXL" },
  },
  "double braces": {
    open: { body: "{{summary}}", value: "{{customers}}" },
    filled: { body: "Mails said `{{name}}` in place of the name.", value: "40 who saw `{{name}}`" },
  },
  "a script's tags": {
    open: { body: "<% tp.system.prompt('What?') %>", value: "<% tp.user.count() %>" },
    filled: { body: "The page showed `<% user %>` to everybody.", value: "40 who saw `<% user %>`" },
  },
  "a shell's variables": {
    open: { body: "${what happened}", value: "${customers}" },
    filled: { body: "`${HOME}` was empty, and the cost rose by $40 an hour.", value: "40 at $3 each" },
  },
  "single braces": {
    open: { body: "{what_happened}", value: "{customers}" },
    filled: { body: "Requests to /orders/{id} failed, see step {3}.", value: "40 of /orders/{id}" },
  },
  "percent signs": {
    open: { body: "%WHAT HAPPENED%", value: "%CUSTOMERS%" },
    filled: { body: "5% of reads and 10% of writes failed.", value: "40 (5%)" },
  },
  underscores: {
    open: { body: "__WHAT_HAPPENED__", value: "__CUSTOMERS__" },
    filled: { body: "__All__ reads failed, as `__init__` did not return.", value: "__40__" },
  },
  "angle brackets": {
    open: { body: "<two sentences on what happened>", value: "<customers>" },
    filled: { body: "Reads took < 20 ms before and > 2 s after, see <https://example.com/a>.", value: "< 40" },
  },
  "single guillemets": {
    open: { body: "‹two sentences on what happened›", value: "‹customers›" },
    filled: { body: "The log said ‹cache full› and «no memory».", value: "40 in ‹north›" },
  },
  "square brackets": {
    open: { body: "[Two sentences on what happened]", value: "[number of customers]" },
    filled: { body: "The cache was full ([RFC 7231](https://example.com)) for [name redacted].", value: "40 [sic]" },
  },
  "dates in code": {
    open: { body: "`YYYY-MM-DD HH:MM`", value: "`YYYY-MM-DD`" },
    filled: { body: "`2024-05-06 10:00` stood in the log; `date +%H:%M` gave another time.", value: "`2024-05-06`" },
  },
  "comments of HTML": {
    open: { body: "<!-- A short account for managers.\nTwo sentences. -->" },
    filled: { body: "<!-- A short account for managers.\nTwo sentences. -->\nThe cache was full." },
  },
  "comments of the app": {
    open: { body: "%% A short account for managers. %%" },
    filled: { body: "%% A short account for managers. %%\n\nThe cache was full." },
  },
  "hints in italics": {
    open: { body: "_A short account for managers._\n\n*Who was hit, and how hard? Keep to facts.*" },
    filled: { body: "_A short account for managers._\n\nThe cache was full, *not* the disk." },
  },
  "labels without values": {
    open: { body: "**What failed:**\n**For how long:**\n\n- Seen by:\n- Noticed:" },
    filled: { body: "**What failed:** reads\n**For how long:** 20 minutes\n\n- Seen by: Ada\n- Noticed: at once" },
  },
  "empty cells": {
    open: { body: "| What | Answer |\n| --- | --- |\n| Failed | |\n| Noticed by | <!-- who --> |" },
    filled: { body: "| What | Answer |\n| --- | --- |\n| Failed | reads |\n| Noticed by | <!-- who --> Ada |" },
  },
  questions: {
    open: { body: "1. How was it noticed?\n2. How could it be noticed sooner?" },
    filled: { body: "1. How was it noticed?\n   By an alert.\n2. How could it be noticed sooner?\n   Not at all." },
  },
  "requests in sentences": {
    open: { body: "Describe in two sentences what happened. Please stick to facts.\n\nYour words go here." },
    filled: { body: "The describe call failed. Please note that reads went on." },
  },
};

const headings = ["Summary", "Impact", "Root cause"];

/** A note with such words in every place, and one line for each of these. */
function noteOf({ body, value }: Words): { readonly text: string; readonly places: readonly string[] } {
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
    places: [...headings.map((heading) => `## ${heading}`), ...values],
  };
}

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
  it.each(Object.entries(kinds))("is found open in every place: %s", async (_, { open }) => {
    const { text, places } = noteOf(open);
    const found = await openLines({ "Incident-2024-05-06-a.md": text }, "Incident-2024-05-06-a.md");
    const bodies = open.body.split("\n");
    // A place is told by its heading or by its own line.
    const isFound = (line: string): boolean =>
      found.includes(line) ||
      (line.startsWith("##") && bodies.some((each) => found.filter((x) => x === each).length >= headings.length));
    expect(places.filter((line) => !isFound(line))).toEqual([]);
  });

  it.each(Object.entries(kinds))("is found in nothing of its filled-in twin: %s", async (_, { filled }) => {
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
