import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";
import { formatWritten } from "../../src/time";

const { settings } = readSettings({});

function incidentOf(text: string, path = "Outage.md"): ReturnType<typeof readIncident> {
  const library = libraryOf({ [path]: text });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, settings);
}

/** `id local confidence` of the milestones. */
const milestones = (text: string): readonly string[] =>
  incidentOf(text).milestones.map(({ id, local, confidence }) => `${id} ${formatWritten(local)} ${confidence}`);

/** Findings as `severity rule:line`. */
function found(text: string, path: string, ...rules: readonly string[]): readonly string[] {
  const library = libraryOf({ [path]: text });
  const clock = { now: Date.parse("2024-06-01T12:00:00Z"), zone: "UTC" };
  return checkNotes({ paths: [path], library, settings, clock })
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, severity, span }) => `${severity} ${rule}:${text.slice(0, span.start).split("\n").length}`);
}

describe("the head of a report", () => {
  const timeline = "## Timeline\n\n- 11:20 Stopped\n- 12:05 A user reports an error\n- 13:50 Done\n";
  const table = (...rows: readonly (readonly [string, string])[]): string =>
    `| Field | Value |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n\n`;
  const expected = [
    "started 2024-05-03T11:20 stated",
    "detected 2024-05-03T12:00 stated",
    "resolved 2024-05-03T13:50 stated",
  ];

  it("gives milestones and the day of the events", () => {
    for (const head of [
      table(
        ["**Started**", "2024-05-03 11:20"],
        ["**Detected**", "`2024-05-03 12:00`"],
        ["Resolved", "2024-05-03 13:50"],
      ),
      table(["Start time", "2024-05-03 11:20 UTC"], ["Time of detection", "12:00 UTC"], ["End time", "13:50 UTC"]),
      "- **Started:** 3 May 2024, 11:20\n- **Detected at:** 12:00\n- **Resolved:** 13:50\n\n",
      "Start: 2024-05-03 11:20\nFirst detected: 12:00\nEnd: 13:50\n\n",
      table(
        ["Début de l'incident", "03/05/2024 à 11:20"],
        ["Heure de détection", "12:00"],
        ["Fin de l’incident", "03/05/2024 à 13:50"],
      ) + "Le portail était en panne, et le service est rétabli.\n\n",
    ]) {
      expect(milestones(head + timeline), head).toEqual(expected);
      expect(incidentOf(head + timeline).timeline.events.map(({ local }) => formatWritten(local))[0], head).toBe(
        "2024-05-03T11:20",
      );
    }
  });

  it("is held against a stated length, in another month too", () => {
    const head = (end: string, length: string): string =>
      table(["Started", "2024-05-03 11:20"], ["Resolved", end], ["Duration", length]);
    expect(found(head("2024-05-03 13:50", "4 hours"), "Outage.md", "metric-mismatch")).toEqual([
      "warning metric-mismatch:5",
    ]);
    expect(found(head("2024-05-03 13:50", "2.5 hours"), "Outage.md", "metric-mismatch")).toEqual([]);
    expect(found(head("2024-07-03 13:50", "2.5 hours"), "Outage.md", "metric-mismatch")).toEqual([
      "warning metric-mismatch:5",
    ]);
  });

  it("names a day that fits the incident or its report, or is a finding", () => {
    const body =
      "## Timeline\n\nAll times in UTC.\n\n- 2024-05-03 11:20 Stopped **START OF OUTAGE**\n- 2024-05-04 13:50 Done\n";
    const at = "2024-05-03 Outage.md";
    for (const [head, isWrong] of [
      ["## Date\n\n2024-04-03\n\n", true],
      ["- **Date:** 2024-04-03\n\n", true],
      ["Date/time: 2024-05-04 11:20 UTC\n\n", true],
      ["- **Date:** 2024-05-20\n\n", false],
      ["- **Incident date:** 2024-05-20\n\n", true],
      ["- **Date:** 2024-05-03\n\n", false],
      ["Date/time: 2024-05-03 11:20 UTC\n\n", false],
    ] as const)
      expect(found(head + body, at, "date-mismatch").length > 0, head).toBe(isWrong);
  });
});

describe("a length and its range", () => {
  it("are compared on neighbouring lines and with words between the times", () => {
    const range = "May 3 2024, 20:30 UTC - May 4 2024, 15:30 UTC";
    for (const [text, isWrong] of [
      [`- Date: ${range}\n- Duration: 12 hours\n`, true],
      [`- Date: ${range}\n- Duration: 19 hours\n`, false],
      [`| Date | ${range} |\n|---|---|\n| Severity | 1 |\n| Duration | 12 hours |\n`, true],
      ["It took ~3.5 hours from the audit (~17:04) to the confirmed close (18:31).\n", true],
      ["It took ~1.5 hours from the audit (~17:04) to the confirmed close (18:31).\n", false],
    ] as const)
      expect(found(text, "2024-05-03.md", "duration-mismatch").length > 0, text).toBe(isWrong);
  });
});

describe("a list of key events beside the timeline", () => {
  const key =
    "**Key events**\n\n- First detected 2024-05-03 13:15 UTC\n- Repaired 2024-05-03 15:55 UTC\n- Resolved 2024-05-03 16:30 UTC\n\n";
  const timeline =
    "## Timeline\n\n- 2024-05-03 13:00 UTC Deployed\n- 2024-05-03 13:15 UTC Errors rise\n- 2024-05-03 16:00 UTC Watched\n";

  it("counts, and the same moment in both is one event", () => {
    const { timeline: read, milestones: points } = incidentOf(key + timeline);
    expect(read.events.map(({ local }) => formatWritten(local).slice(11)).sort()).toEqual([
      "13:00",
      "13:15",
      "15:55",
      "16:00",
      "16:30",
    ]);
    expect(points.map(({ id, local }) => `${id} ${formatWritten(local).slice(11)}`)).toEqual([
      "detected 13:15",
      "mitigated 15:55",
      "resolved 16:30",
    ]);
  });
});

describe("common wordings", () => {
  it("tell that something was detected, and that it works again", () => {
    const told = (text: string): readonly string[] =>
      incidentOf(`## Timeline\n\n- 10:00 UTC ${text}\n`, "2024-05-03.md").milestones.map(({ id }) => id);
    for (const text of [
      "The on-call team is alerted that writes fail",
      "The team receives an alert",
      "An alarm posts to Slack",
      "The loss was detected by a customer",
    ])
      expect(told(text), text).toContain("detected");
    for (const text of ["We restored the server", "The site is back online"])
      expect(told(text), text).toContain("resolved");
    expect(told("We will restore the server")).toEqual([]);
  });
});

describe("what only a guess decides", () => {
  it("is no error of order", () => {
    const rule = "milestone-order";
    const events = "## Timeline\n\nAll times in UTC.\n\n- 23:50 **OUTAGE BEGINS**\n- 00:10 **OUTAGE ENDS**\n";
    expect(found(events, "2024-05-03.md", rule)).toEqual([`info ${rule}:6`]);
    const zoned = (end: string): string => `---\nstarted: 2024-05-03T10:00\nresolved: ${end}\n---\n`;
    expect(found(zoned("2024-05-03T09:00+02:00"), "Incident.md", rule)).toEqual([]);
    expect(found(zoned("2024-05-03T09:00"), "Incident.md", rule)).toEqual([`error ${rule}:3`]);
    expect(found(zoned("2024-05-01T09:00+02:00"), "Incident.md", rule)).toEqual([`error ${rule}:3`]);
  });
});

describe("a change of clocks", () => {
  const note = (...lines: readonly string[]): string =>
    `---\ntimezone: Europe/Berlin\n---\n\n## Timeline\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

  it("doubles an hour that is read in order, and skips one that is reported once", () => {
    const rules = ["timeline-out-of-order", "unreadable-time"];
    const doubled = note("02:10 Alert", "02:50 Ack", "02:20 Fix", "03:10 Done");
    expect(found(doubled, "2024-10-27.md", ...rules).filter((finding) => !finding.startsWith("info"))).toEqual([]);
    expect(
      incidentOf(doubled, "2024-10-27.md").timeline.events.map(({ time }) => new Date(time ?? 0).toISOString()),
    ).toEqual(["00:10", "00:50", "01:20", "02:10"].map((clock) => `2024-10-27T${clock}:00.000Z`));
    expect(found(note("01:50 Alert", "02:30 Ack", "03:10 Fix"), "2024-03-31.md", ...rules)).toEqual([
      "warning unreadable-time:8",
    ]);
  });
});

describe("marks of an action item", () => {
  const items = (text: string): ReturnType<typeof incidentOf>["actions"] =>
    incidentOf(`## Action Items\n\n- [ ] ${text}\n`).actions;

  it("may have blanks inside their brackets", () => {
    const [item] = items("Rotate the key [ owner:: Mia ] ( due:: 2024-05-12 )");
    expect([item?.text, item?.owners, item?.due?.date]).toEqual(["Rotate the key", ["Mia"], "2024-05-12"]);
  });

  it("do not take a calendar sign among words for a date", () => {
    for (const text of ["Fix the 📅 picker", "Add a 📅 button to the form", "Show 📅 dates in the list @mia"]) {
      const [item] = items(text);
      expect([item?.malformed, item?.due], text).toEqual([[], null]);
      expect(item?.text, text).toContain("📅");
    }
    expect(items("Fix the picker 📅 friday")[0]?.malformed).toHaveLength(1);
  });
});
