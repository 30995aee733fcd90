import { describe, expect, it } from "vitest";
import { readIncident, type Incident } from "../../src/incident/incident";
import { defaultSettings } from "../../src/incident/settings";
import { computeStats, type StatsGroup } from "../../src/incident/stats";
import { libraryOf } from "../vault/library-of";

let count = 0;

function incident(properties: string): Incident {
  const path = `Postmortem ${String(++count)}.md`;
  const library = libraryOf({ [path]: `---\n${properties}\n---\n` });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, defaultSettings, { now: 0, zone: "UTC" });
}

const lasting = (minutes: number, more: string): Incident =>
  incident(`date: 2024-04-11\nstarted: 2024-04-11T06:00\nresolved: 2024-04-11T${String(6 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}\n${more}`);

const group = (groups: readonly StatsGroup[], by: string, name: string): StatsGroup | undefined => groups.find((found) => found.by === by && found.name === name);

describe("computeStats", () => {
  const stats = computeStats([
    lasting(10, "severity: SEV-1\nservices: [api]"),
    lasting(20, "severity: SEV-1\nservices: [api, db]"),
    lasting(40, "severity: SEV-2\nservices: [db]"),
    lasting(80, "severity: SEV-1\nservices: [api]"),
    incident("date: 2024-07-01\nseverity: SEV-1"),
  ]);

  it("gives n, median and quartiles over all", () => {
    expect(group(stats.groups, "all", "")).toEqual({
      by: "all", name: "", incidents: 5, metrics: [{ id: "time-to-resolve", definition: "resolved − started", n: 4, median: 30, quartiles: [17.5, 50] }],
    });
  });

  it("groups by severity, service and quarter", () => {
    expect(stats.groups.map(({ by, name, incidents, metrics }) => [by, name, incidents, metrics[0]?.n ?? 0, metrics[0]?.median])).toEqual([
      ["all", "", 5, 4, 30],
      ["severity", "SEV-1", 4, 3, 20],
      ["severity", "SEV-2", 1, 1, 40],
      ["service", "api", 3, 3, 20],
      ["service", "db", 2, 2, 30],
      ["quarter", "2024-Q2", 4, 4, 30],
      ["quarter", "2024-Q3", 1, 0, undefined],
    ]);
  });

  it("says what was left out and why", () => {
    const last = stats.leftOut.filter(({ path }) => path === `Postmortem ${String(count)}.md`);
    expect(last).toContainEqual({ path: last[0]?.path, what: "time-to-resolve", reason: "no time for `started`" });
    expect(last).toContainEqual({ path: last[0]?.path, what: "service", reason: "no service" });
    expect(stats.leftOut).toContainEqual({ path: "Postmortem 1.md", what: "time-to-detect", reason: "no time for `detected`" });
  });

  it("does not count what runs backwards", () => {
    const { groups, leftOut } = computeStats([incident("started: 2024-04-11T06:12\nresolved: 2024-04-11T05:12")]);
    expect(groups[0]?.metrics).toEqual([]);
    expect(leftOut.find(({ what }) => what === "time-to-resolve")?.reason).toBe("`resolved` cannot be counted from `started`");
  });

  it("is empty for no incident", () => {
    expect(computeStats([])).toEqual({ groups: [{ by: "all", name: "", incidents: 0, metrics: [] }], leftOut: [] });
  });
});
