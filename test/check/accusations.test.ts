import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";
import { formatWritten } from "../../src/time";

const path = "Incident-2024-04-11.md";
const { settings } = readSettings({});

/** The findings of some rules as `rule:line`. */
function found(text: string, ...rules: readonly string[]): readonly string[] {
  const library = libraryOf({ [path]: text });
  const clock = { now: Date.parse("2026-11-29T12:00:00Z"), zone: "UTC" };
  return checkNotes({ paths: [path], library, settings, clock })
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, span }) => `${rule}:${text.slice(0, span.start).split("\n").length}`);
}

function incidentOf(text: string): ReturnType<typeof readIncident> {
  const library = libraryOf({ [path]: text });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, settings);
}

describe("the state of an action item", () => {
  const note = (head: string, ...states: string[]): string =>
    `## Action Items\n\n| Task | Owner | Due | ${head} |\n|---|---|---|---|\n${states
      .map((state, index) => `| Add an alert on disk ${index} | Ann | 2026-03-01 | ${state} |`)
      .join("\n")}\n`;
  const done = ["**Done**", "**Done** (`1c7f`)", "*done* - merged", "`done`", "~~Open~~ Done", "<b>Done</b>"];

  it("is seen through marks around it, and under any head", () => {
    for (const head of ["Status", "State", "Where we are"]) {
      const text = note(head, ...(head === "Where we are" ? ["**Done**", "`done`", "✅", ":white_check_mark:"] : done));
      expect(new Set(incidentOf(text).actions.map(({ state }) => state)), head).toEqual(new Set(["done"]));
      expect(found(text, "overdue-action-item", "action-item-without-due-date"), head).toEqual([]);
    }
    expect(incidentOf(note("Status", "~~Done~~ Open", "**open**", "[ ]")).actions.map(({ state }) => state)).toEqual([
      "open",
      "open",
      "open",
    ]);
  });

  it("is no placeholder in a column of states, and is one elsewhere", () => {
    expect(found(note("Status", "TODO", "todo", "WIP"), "unfilled-placeholder")).toEqual([]);
    expect(found(note("Notes", "TODO"), "unfilled-placeholder")).toEqual(["unfilled-placeholder:5"]);
  });
});

describe("a figure", () => {
  const figures = (text: string): readonly string[] =>
    incidentOf(text).facts.figures.map(({ value, unit }) => `${value} ${unit}`);

  it("is no number of a section", () => {
    expect(figures("### 1.2 Customers affected\n\n**2.1 Requests lost**\n\n1.2 million customers were hit.\n")).toEqual(
      ["1200000 customer"],
    );
    expect(
      found(
        "## 1. Summary\n\n### 1.2 Customers affected\n\nMany.\n\n## 2. Impact\n\n- 340 customers",
        "figure-mismatch",
      ),
    ).toEqual([]);
  });

  it("is no day, year, name or status code", () => {
    for (const text of [
      "Release 20220106 sequences were missing.",
      "The 20220106 sequences were missing.",
      "Build 4711 messages were lost.",
      "All requests returned 500 messages of one kind.",
      "The proxy responded with 503 pages.",
      "In 2021 customers saw this once.",
      "Since 2019 users had asked for it.",
      "Port 8080 connections were refused.",
      "Revision 88 pods crashed.",
    ])
      expect(figures(text), text).toEqual([]);
    expect(figures("We lost 500 messages and 2000 users saw 171 sequences.")).toEqual([
      "500 message",
      "2000 user",
      "171 sequence",
    ]);
  });
});

describe("the date of a report", () => {
  it("is no date of the incident", () => {
    for (const words of [
      "as of 2022-08-27 10:00",
      "status of 27 August 2022",
      "(last update: 2022-08-27)",
      "published on August 27, 2022",
    ])
      expect(
        found(`---\ndate: 2024-04-11\n---\n\n# Login outage, ${words}\n\nGone since then.\n`, "date-mismatch"),
        words,
      ).toEqual([]);
    expect(found("---\ndate: 2024-04-11\n---\n\n# Login outage of 2022-08-27\n", "date-mismatch")).toHaveLength(1);
  });

  it("gives the events no day", () => {
    const library = libraryOf({ "Outage.md": "Last updated 2022-08-27.\n\n## Timeline\n\n- 10:00 UTC Down\n" });
    const note = library.note("Outage.md");
    expect(
      note && readIncident(note, library, settings).timeline.events.map(({ local }) => formatWritten(local)),
    ).toEqual(["T10:00"]);
  });
});

describe("a tag of HTML", () => {
  it("with an attribute is no placeholder", () => {
    for (const tag of [
      "<span v-pre>",
      "<div hidden>",
      "<a name>",
      "<time data-x>",
      "<my-box v-once>",
      "<details open>",
    ])
      expect(found(`Built from ${tag} blocks.`, "unfilled-placeholder"), tag).toEqual([]);
    for (const asked of ["<service name>", "<time of detection>", "<title of the incident>", "<root-cause>"])
      expect(found(`Built from ${asked} blocks.`, "unfilled-placeholder"), asked).toEqual(["unfilled-placeholder:1"]);
  });
});

describe("two lengths under one label", () => {
  const note = (cell: string): string =>
    `| Field | Value |\n|---|---|\n| **Duration** | ${cell} |\n\n## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n` +
    "| 2024-04-11 23:53 | Outage begins |\n| 2024-04-12 00:16 | Container healthy |\n| 2024-04-14 10:26 | Incident resolved |\n";
  const rules = ["metric-mismatch", "duration-mismatch"] as const;

  it("belong each to the words and times beside it", () => {
    const part = "~23 minutes (restart loop: 2024-04-11 23:53 UTC to 2024-04-12 00:16 UTC)";
    expect(found(note(`${part} / ~2 days 10 hours (full incident, green at 10:26)`), ...rules)).toEqual([]);
    expect(found(note(part), ...rules)).toEqual([]);
    expect(found(note(part.replace("23 minutes", "43 minutes")), ...rules)).toEqual(["duration-mismatch:3"]);
    expect(found(note("~23 minutes (restart loop) / 8 hours (full incident)"), ...rules)).toEqual([
      "metric-mismatch:3",
    ]);
    expect(found(note("23 minutes"), ...rules)).toEqual(["metric-mismatch:3"]);
  });
});
