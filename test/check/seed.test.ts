import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import type { Diagnostic } from "../../src/check";
import { parseNote } from "../../src/note";
import { positionAt } from "../../src/base";
import { scaffold } from "../../src/write";
import { inputOf } from "./replay";

const name = "Incident-2024-04-11-API-Outage.md";
const vault = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "examples", "vault");
const examples = Object.fromEntries(
  readdirSync(vault)
    .filter((file) => file.endsWith(".md"))
    .map((file) => [file, readFileSync(join(vault, file), "utf8")]),
);

/** `severity line rule`. */
function found(notes: Readonly<Record<string, string>>, path: string): readonly string[] {
  const note = parseNote(notes[path] ?? "", path);
  const line = ({ span }: Diagnostic): number => positionAt(note, span.start).line;
  return checkNotes(inputOf(notes, { paths: [path] })).map(
    (diagnostic) => `${diagnostic.severity} ${line(diagnostic)} ${diagnostic.rule}`,
  );
}

describe("a note that was just started", () => {
  const started =
    "---\ntitle:\ntags:\naliases:\n---\n\n# API Outage Retro — 2024-04-11\n\n## What Happened\n\nTODO: summarize the outage\n\n## Timeline\n\nTODO: embed timeline\n\n## Root Cause\n\nTODO: fill in\n\n## Action Items\n\n- [ ] TODO\n";

  it("is told what is missing, and nothing else", () => {
    expect(found({ [name]: started }, name)).toEqual([
      "error 1 invalid-frontmatter",
      "error 2 invalid-frontmatter",
      "error 3 invalid-frontmatter",
      "error 7 missing-section",
      "warning 11 unfilled-placeholder",
      "warning 15 unfilled-placeholder",
      "warning 19 unfilled-placeholder",
      "warning 23 unfilled-placeholder",
    ]);
  });
});

describe("a note that Postmortem made", () => {
  it.each([
    ["bare", { title: "API Outage", date: "2024-05-14" }],
    [
      "with everything known",
      {
        title: 'API: "Outage"',
        date: "2024-05-14",
        severity: "SEV-2",
        status: "draft",
        owner: "[[Ada]]",
        services: ["api", "Payments API"],
        started: "06:12",
        timezone: "Europe/Berlin",
        timeline: "Incident Timeline#Key Events",
      },
    ],
  ])("asks for its placeholders alone, %s", (_, request) => {
    const made = scaffold(request, inputOf({}));
    expect(made.ok).toBe(true);
    if (!made.ok) return;
    const timeline = made.timelineNote === null ? {} : { [made.timelineNote.path]: made.timelineNote.text };
    const lines = found({ ...timeline, "Ada.md": "", [made.path]: made.text }, made.path);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => !line.endsWith("unfilled-placeholder"))).toEqual([]);
  });
});

describe("the finished postmortem of the example vault", () => {
  const items = [44, 45, 46, 47, 48];

  it("lacks only owners and due dates", () => {
    const warnings = found(examples, name).filter((line) => !line.startsWith("info"));
    expect(warnings).toEqual(
      items.flatMap((line) => [
        `warning ${line} action-item-without-due-date`,
        `warning ${line} action-item-without-owner`,
      ]),
    );
  });

  it("alone in a vault, shows that its timeline is not there", () => {
    const alone = found({ [name]: examples[name] ?? "" }, name);
    expect(alone.filter((line) => line.startsWith("error"))).toEqual(["error 22 broken-embed"]);
    expect(alone.filter((line) => line.endsWith("broken-link"))).toEqual(
      [18, 18, 33, 47, 52, 53, 54].map((line) => `warning ${line} broken-link`),
    );
  });
});
