import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { readIncident } from "../../src/incident";
import type { MilestoneId } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { changeTimelineEvent, readTypedEvent, wordsOfEvent } from "../../src/write/edit";

const path = "Incident-2024-04-11-API.md";
const { settings } = readSettings({});
const note = (timeline: string): string =>
  `---\ndate: 2024-04-11\ntimezone: UTC\n---\n\n# API\n\n## Timeline\n\n${timeline}\n\n## Impact\n`;

interface Change {
  readonly moment?: string;
  readonly text?: string;
  readonly milestone?: MilestoneId | null;
}

/** The timeline after the event with this time was changed, or why it was not. */
function changed(timeline: string, at: string, change: Change): string {
  const library = createLibrary();
  library.update(path, note(timeline));
  const read = library.note(path);
  if (read === null) throw new Error("no note");
  const incident = readIncident(read, library, settings);
  const event = incident.timeline.events.find(({ raw }) => raw.includes(at));
  if (event === undefined) throw new Error(`no event at ${at}`);
  const target = { incident, library, settings };
  const { milestone = event.milestone, moment = "", text = wordsOfEvent(incident, event) } = change;
  const typed = readTypedEvent(target, { text, moment, changed: event }, Date.UTC(2024, 5, 1));
  if (!typed.ok) return typed.message;
  const plan = changeTimelineEvent(target, event, { ...typed.event, milestone });
  const after = plan.ok ? (applyEdits(note(timeline), plan.edits) ?? "overlap") : plan.message;
  return after.replace(note("\n").slice(0, 60), "").replace(/^[^]*## Timeline\n\n|\n\n## Impact\n$/g, "");
}

const list = "- **06:12** — Deployed\n  - by hand\n- **06:25** — (Detection) Alert\n- **07:00** — Traffic flows";

describe("an event that is changed", () => {
  it.each<[string, string, Change, string]>([
    ["its words", "06:25", { text: "Alert fires" }, list.replace("Alert", "Alert fires")],
    ["its time", "06:25", { moment: "06:26" }, list.replace("06:25", "06:26")],
    ["its mark", "07:00", { milestone: "resolved" }, list.replace("Traffic", "(resolved) Traffic")],
    ["no mark", "06:25", { milestone: null }, list.replace("(Detection) ", "")],
    [
      "its place, with what is nested in it",
      "06:12",
      { moment: "06:30" },
      "- **06:25** — (Detection) Alert\n- **06:30** — Deployed\n  - by hand\n- **07:00** — Traffic flows",
    ],
    [
      "to the beginning",
      "07:00",
      { moment: "06:00" },
      `- **06:00** — Traffic flows\n${list.slice(0, list.lastIndexOf("\n"))}`,
    ],
    ["nothing", "07:00", {}, "the event says so already"],
    [
      "words that say themselves what it is, unmarked",
      "07:00",
      { text: "(Detection) Alert", milestone: null },
      list.replace("Traffic flows", "(Detection) Alert"),
    ],
  ])("takes %s, and leaves the rest as it is", (_name, at, change, expected) => {
    expect(changed(list, at, change)).toBe(expected);
  });

  it.each([
    ["(Detection)  Alert", "Alert"],
    ["[Detection] Alert", "Alert"],
    ["Alert (resolved) cleared", "Alert (resolved) cleared"],
    ["(by hand) Alert", "(by hand) Alert"],
  ])("says %j without its mark", (text, words) => {
    const library = createLibrary();
    library.update(path, note(`- 06:12 ${text}`));
    const read = library.note(path);
    const incident = read && readIncident(read, library, settings);
    const [event] = incident?.timeline.events ?? [];
    expect(incident && event && wordsOfEvent(incident, event)).toBe(words);
  });

  it("moves a row of a table, newest first, and keeps its cells", () => {
    const table = (...rows: readonly string[]): string =>
      ["| Time | What | Who |", "| --- | --- | --- |", ...rows].join("\n");
    expect(
      changed(table("| 07:00 | Over | Ada |", "| 06:25 | Alert | Bo |", "| 06:12 | Deployed | Cy |"), "06:12", {
        moment: "06:40",
        text: "Deployed | again",
      }),
    ).toBe(table("| 07:00 | Over | Ada |", "| 06:40 | Deployed \\| again | Cy |", "| 06:25 | Alert | Bo |"));
  });

  it("puts an event that stands out of order at its place", () => {
    expect(changed("- 06:12 A\n- 07:00 C\n- 06:25 B\n- 07:10 D\n- 07:20 E", "06:25", {})).toBe(
      "- 06:12 A\n- 06:25 B\n- 07:00 C\n- 07:10 D\n- 07:20 E",
    );
  });

  it("leaves a time alone that says more than one moment", () => {
    expect(changed("- 06:12–06:20 Deployed\n- 07:00 Over", "06:12", { moment: "06:13" })).toContain(
      "change it in the note",
    );
    expect(changed("- 06:12–06:20 Deployed\n- 07:00 Over", "06:12", { text: "Rolled out" })).toBe(
      "- 06:12–06:20 Rolled out\n- 07:00 Over",
    );
  });

  it("stays where it is where its day goes over to those below it", () => {
    expect(changed("- 2024-04-11 06:00 A\n- 2024-04-12 00:10 B\n- 00:20 C", "00:10", { moment: "00:30" })).toBe(
      "- 2024-04-11 06:00 A\n- 2024-04-12 00:30 B\n- 00:20 C",
    );
  });
});
