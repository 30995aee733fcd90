import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { factText, setFact } from "../../src/write/edit";

const path = "Incident-2024-04-11-API.md";
const now = Date.UTC(2024, 3, 11, 7, 5);
const { settings } = readSettings({});

/** What a field says at first, and the note after something was typed into it. */
function typed(text: string, name: string, value: string): readonly [string, string] {
  const library = createLibrary();
  library.update(path, text);
  const note = library.note(path);
  const field = settings.fields.find((declared) => declared.name === name);
  if (note === null || field === undefined) throw new Error(`no property ${name}`);
  const incident = readIncident(note, library, settings);
  const plan = setFact({ incident, library, settings }, field, value, now);
  return [factText(incident, field), plan.ok ? (applyEdits(text, plan.edits) ?? "overlap") : plan.message];
}

describe("a fact that is typed", () => {
  it.each([
    ["started", "", "06:45", "", "started: 2024-04-11T06:45"],
    ["started", "started: 2024-04-11 06:12:30", "-20m", "2024-04-11 06:12:30", "started: 2024-04-11 06:45:00"],
    [
      "started",
      "started: 2024-04-11T08:12+02:00",
      "06:45",
      "2024-04-11T08:12+02:00",
      "started: 2024-04-11T08:45+02:00",
    ],
    [
      "started",
      "started: 2024-04-11T06:12 # guess",
      "yesterday 23:00",
      "2024-04-11 06:12",
      "started: 2024-04-10T23:00 # guess",
    ],
    ["started", "started: 2024-04-11T06:12", "", "2024-04-11 06:12", "started: "],
    ["severity", "severity: sev2 # for now", "SEV-1", "sev2", "severity: SEV-1 # for now"],
    ["owner", 'owner: "[[People/Ada|A.]]"', "Ada, Bo", "Ada", 'owner: ["[[People/Ada|A.]]", Bo]'],
    ["owner", "owner:\n  - '@ada'\n  - Bo", "ada", "ada, Bo", 'owner:\n  - "@ada"'],
    ["owner", "owner:\n  - Bo", "", "Bo", "owner:"],
    ["services", "services: [api]", "api, web", "api", "services: [api, web]"],
    ["time-to-resolve", "time-to-resolve: 5", "7", "5", "time-to-resolve: 7"],
    ["title", "title: API", "API: gone", "API", 'title: "API: gone"'],
    ["title", "title: API", "", "API", "title: "],
    ["title", "", " New ", "", "title: New"],
    [
      "started",
      "started: 2024-04-11T06:12:05.250Z",
      "06:45:30",
      "2024-04-11T06:12:05.250Z",
      "started: 2024-04-11T06:45:30Z",
    ],
    ["started", "started: 2024-04-11 06:12 CEST", "06:45", "2024-04-11 06:12 CEST", "started: 2024-04-11 08:45 CEST"],
    ["started", "started: yes", "06:45", "yes", "started: 2024-04-11T06:45"],
    ["started", "started: 2024-04-11", "now", "2024-04-11", "started: 2024-04-11T07:05"],
    ["time-to-resolve", "time-to-resolve: 5", "about 7", "5", "time-to-resolve: about 7"],
    ["time-to-resolve", "time-to-resolve:", "7.5", "", "time-to-resolve: 7.5"],
    ["owner", "owner: Ada", "Ada, , Bo,", "Ada", "owner: [Ada, Bo]"],
    ["services", "services: api", "", "api", "services: "],
    [
      "services",
      "services:\n  - api # old\n  - web\n",
      "api, web, db",
      "api, web",
      "services:\n  - api # old\n  - web\n  - db\n",
    ],
    ["services", "services: [api, web]", "web, api", "api, web", "services: [web, api]"],
    ["tags", "tags: [a, b]", "b", "a, b", "tags: [b]"],
  ])("%s: writes what is meant, and nothing else: %s, %s", (name, before, value, shown, after) => {
    const note = (properties: string): string => `---\ntimezone: UTC\n${properties}${properties && "\n"}---\n\n# API\n`;
    expect(typed(note(before), name, value)).toEqual([shown, note(after)]);
  });

  it("writes a cell of metadata as it has to stand there, empty and with bars too", () => {
    const table = (owner: string): string =>
      `# API\n\n| Field | Value |\n| --- | --- |\n| Owner | ${owner} |\n| Status | draft |\n| Title | A |\n`;
    expect(typed(table("Ada"), "owner", "Ada, Bo | Cy")[1]).toBe(table("Ada, Bo \\| Cy"));
    expect(typed(table("Ada"), "owner", "")[1]).toBe(table(""));
    expect(typed(table("Ada"), "title", "B | C")[1]).toBe(table("Ada").replace("| A |", "| B \\| C |"));
  });

  it("refuses what is no moment", () => {
    expect(typed("# API\n", "started", "soon")[1]).toContain("no moment");
  });

  it("changes a table of metadata where that holds the fact", () => {
    const table = (severity: string): string =>
      `# API\n\n| Field | Value |\n| --- | --- |\n| Severity | ${severity} |\n| Status | draft |\n| Owner | Ada |\n`;
    expect(typed(table("SEV-2"), "severity", "SEV-1")).toEqual(["SEV-2", table("SEV-1")]);
  });
});
