import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { propertiesSchema, readFields, reviewStepsOf } from "../../src/incident";
import { parseNote } from "../../src/note";
import type { Settings } from "../../src/settings";
import { defaultSettings, readSettings } from "../../src/settings";
import { broken, keys, lists, needed, tables, values } from "./frontmatters";

const { settings: own } = readSettings({
  severities: ["Minor", "Major", "Critical"],
  reviewSteps: { "In Review": 3.5 },
  staleDraft: { Major: 5, other: 10 },
  fields: [
    { name: "reviewer", required: "in review" },
    { name: "phase", type: "enum", values: ["Detect", "Repair"] },
    { name: "runbook", type: "link" },
    { name: "teams", type: "list", contains: ["ops"] },
    { name: "labels", type: "tags", contains: ["team/ops", "x"] },
    { name: "paid", type: "checkbox" },
    { name: "cost", type: "number" },
    { name: "seen", type: "datetime" },
    { name: "day", type: "date" },
    { name: "zone", type: "timezone" },
  ],
});

/** What is read of a note, and of each problem its place, its words and what its replacement makes of the note. */
function reading(text: string, path: string, settings: Settings): readonly string[] {
  const { entries, problems, ...fields } = readFields(parseNote(text, path), settings);
  const set = Object.entries(fields).filter(([, value]) => !["null", "[]", "{}"].includes(JSON.stringify(value)));
  return [
    JSON.stringify(Object.fromEntries(set)),
    [...entries].map(([name, { value }]) => `${name}=${JSON.stringify(value.value)}`).join(" "),
    ...problems.flatMap(({ help, key, kind, message, replacement, span }) => {
      const place = JSON.stringify(text.slice(span.start, span.end));
      return [
        `${kind} ${key} at ${span.start} ${place}: ${message}${help === undefined ? "" : `; ${help}`}`,
        ...(replacement ? [`  ${replacement.title}: ${JSON.stringify(applyEdits(text, [replacement]))}`] : []),
      ];
    }),
  ];
}

function section(name: string, texts: readonly string[], settings: Settings, path = "Note.md"): string {
  const lines = texts.flatMap((text) => [
    JSON.stringify(text),
    ...reading(text, path, settings).map((line) => `  ${line}`),
  ]);
  return [`## ${name}`, ...lines, ""].join("\n");
}

async function isApproved(name: string, sections: readonly string[]): Promise<void> {
  await expect(sections.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "readings/alone", `${name}.txt`));
}

describe("the properties of a note are read as they were looked at once:", () => {
  it("what is no YAML, and what is missing", async () => {
    await isApproved("frontmatters", [
      section("broken", broken, defaultSettings),
      section("needed", needed, defaultSettings),
      section("in a note with a day", [...broken.slice(-12), ...needed], defaultSettings, "a/Incident-2024-04-11-A.md"),
    ]);
  });

  it("values, lists and names", async () => {
    await isApproved("values", [
      section("lists", lists, defaultSettings),
      section("values", values, own),
      section("names", keys, own),
      section("tables", tables, own),
    ]);
  });
});

describe("the JSON schema of properties", () => {
  it("is what was looked at once", async () => {
    const { settings } = readSettings({
      severities: ["1", "12", "Low"],
      statuses: ["draft", "in review", "published"],
      factors: [],
      fields: [
        { name: "title", description: "" },
        { name: "date", required: "draft" },
        { name: "reviewer", required: "published" },
        { name: "owner", required: "in review" },
        { name: "status", required: true },
        { name: "level", type: "enum", values: ["a", "1234567890"] },
        { name: "labels", type: "tags", contains: ["team/ops", "a.b-c"] },
        { name: "teams", type: "list", contains: ["Ops", "C++"] },
        { name: "runbook", type: "link", required: true },
      ],
    });
    const shown = [propertiesSchema(settings), propertiesSchema(own)].map((schema) => JSON.stringify(schema, null, 1));
    await isApproved("properties-schema", shown);
  });
});

describe("the steps of a review", () => {
  it.each([
    [{ date: null, severity: null, status: null }, []],
    [{ date: "2024-04-11", severity: null, status: null }, ["in review 3.5 2024-04-16", "published 10 2024-04-25"]],
    [
      { date: "2024-04-11", severity: "Major", status: "in review" },
      ["in review 3.5 2024-04-16 reached", "published 5 2024-04-18"],
    ],
    [
      { date: "2024-04-12", severity: "Minor", status: "published" },
      ["in review 3.5 2024-04-17 reached", "published 10 2024-04-26 reached"],
    ],
  ])("of %j", (fields, steps) => {
    const told = reviewStepsOf(fields, own).map(
      ({ days, due, reached, status }) => `${status} ${days} ${due}${reached ? " reached" : ""}`,
    );
    expect(told).toEqual(steps);
  });

  it("are none where the settings ask for none", () => {
    const { settings } = readSettings({ staleDraft: {} });
    expect(reviewStepsOf({ date: "2024-04-11", severity: null, status: null }, settings)).toEqual([]);
  });
});
