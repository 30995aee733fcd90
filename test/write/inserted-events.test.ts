import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { changeTimelineEvent, holdsTimeline, insertTimelineEvent, insertTimelineEvents } from "../../src/write/edit";
import { libraryOf } from "../vault/library-of";

const path = "Incident-2024-04-11-API.md";
const { settings } = readSettings({});

type Files = Readonly<Record<string, string>>;

const hosted = (timeline: string, properties = "date: 2024-04-11\ntimezone: UTC\n"): string =>
  `---\n${properties}---\n\n## Timeline\n\n${timeline}\n\n## Impact\n\nx\n`;
const inBerlin = (day: string): string => `date: ${day}\ntimezone: Europe/Berlin\n`;

/** Notes whose timelines are written in one way each. */
const notes: Readonly<Record<string, Files>> = {
  "twelve hours": { [path]: hosted("- 6:12 am – Deployed\n- 11:30 A.M. – Alert fires\n- 1:05 PM – Over") },
  "a zone of its own on each line": { [path]: hosted("- 06:12 CET Deployed\n- 08:40 CEST Alert fires") },
  "two zones": { [path]: hosted("- 06:12 UTC / 08:12 CEST Deployed\n- 06:30 UTC (08:30 CEST) Alert fires") },
  "a range with a zone last": { [path]: hosted("- 06:12 Deployed\n- 06:30–06:40 EST Alert fires") },
  "about, with seconds": { [path]: hosted("- 06:12:05.250 Deployed\n- ~06:30:00 Alert fires") },
  "items within items": {
    [path]: hosted("- 06:12 Deployed\n  - 06:13 by hand\n\n  More.\n- 06:30 Alert fires\n\nWords."),
  },
  "numbers, newest first": { [path]: hosted("1. 07:01 Over\n2. 06:30 Alert fires\n3. 06:12 Deployed") },
  "numbers with brackets": { [path]: hosted("8) 06:12 Deployed\n9) 06:30 Alert fires") },
  "a table, newest first": {
    [path]: hosted(
      "| What | When | By |\n| --- | --- | --- |\n| Over | 07:01 | Ada |\n| Alert | 06:30 | Bo |\n| Deployed | 06:12 | Cy |",
    ),
  },
  "a table in a list": {
    [path]: hosted("- Events\n\n  | When | What |\n  | --- | --- |\n  | 06:12 | Deployed |\n  | 06:30 | Alert |"),
  },
  "a quote": { [path]: hosted("> - 06:12 Deployed\n> - 06:30 Alert fires") },
  "a callout": { [path]: hosted("> [!info] Events\n> - 06:12 Deployed") },
  tasks: { [path]: hosted("- [x] 06:12 Deployed\n- [ ] 06:30 Alert fires") },
  "words before the time": { [path]: hosted("- Deployed at 06:12\n- Alert fires at 06:30") },
  "a label": { [path]: hosted("- **Start:** 06:12 Deployed\n- **Alert:** 06:30 fires") },
  "days above, newest first": {
    [path]: hosted("### 2024-04-12\n\n- 00:30 Over\n- 00:10 Alert fires\n\n### 2024-04-11\n\n- 23:50 Deployed"),
  },
  "days that go over midnight": { [path]: hosted("- 2024-04-11 23:50 Deployed\n- 00:10 Alert fires\n- 00:30 Over") },
  "no order": { [path]: hosted("- 06:30 Alert fires\n- 06:12 Deployed\n- 07:01 Over\n- 06:50 Restarted") },
  "only nested ones": { [path]: hosted("- Morning\n  - 06:12 Deployed\n  - 06:30 Alert fires") },
  "lines broken by hand": { [path]: hosted("06:12 Deployed\n06:30 Alert fires") },
  "bold lines": { [path]: hosted("**06:12** Deployed\n\n**06:30** Alert fires") },
  headings: { [path]: hosted("### 06:12 Deployed\n\nBy hand.\n\n### 06:30 Alert fires\n\nIt did.") },
  placeholders: { [path]: hosted("- 06:12 TODO: first\n- 06:30 TODO: second") },
  "a placeholder and an event": { [path]: hosted("- 06:12 TODO: first\n- 06:30 Alert fires") },
  "a placeholder in a table": { [path]: hosted("| When | What |\n| --- | --- |\n| 06:12 | TODO: first |") },
  "an item without a time": { [path]: hosted("Say when.\n\n- TODO: what happened\n- more") },
  "a task without a time": { [path]: hosted("- [ ] TODO: what happened") },
  "a paragraph to fill in": { [path]: hosted("<!-- none -->\n\nTODO: what happened") },
  "a placeholder, no zone": { [path]: hosted("- HH:MM TODO: first", "date: 2024-04-11\n") },
  "a placeholder, no day": { [path]: hosted("- HH:MM TODO: first", "timezone: America/New_York\n") },
  "nothing, no zone": { [path]: hosted("", "date: 2024-04-11\n") },
  "nothing, at the end": { [path]: "# API\n\n## Timeline" },
  "words, at the end": { [path]: "# API\n\n## Timeline\r\n\r\nTo come.\r\n" },
  "embedded, nothing yet": { [path]: hosted("![[Log]]\n\n![[pic.png]]"), "Log.md": "# Log\n\nWords.\n", "pic.png": "" },
  "embedded, a placeholder": { [path]: hosted("![[Log#Events]]"), "Log.md": "## Events\n\n- HH:MM TODO\n\n## More\n" },
  "embedded above, nothing yet": {
    [path]: "# API\n\n## What Happened\n\n![[Log#Impact]]\n\n## Timeline\n\n",
    "Log.md": "## Impact\n\nWords.\n\n## More\n",
  },
  "embedded twice": {
    [path]: hosted("![[Log]]\n\n![[Other]]"),
    "Log.md": "- 2024-04-11 06:12 Deployed\n",
    "Other.md": "- 2024-04-11 06:30 Alert fires",
  },
  "embedded, newest first": {
    [path]: hosted("![[Log]]"),
    "Log.md": "- 2024-04-11 07:01 Over\r\n- 2024-04-11 06:30 Alert\r\n- 2024-04-11 06:12 Deployed\r\n",
  },
  "its own and embedded": { [path]: hosted("- 06:12 Deployed\n\n![[Log]]"), "Log.md": "- 06:30 Alert fires\n" },
  "the night when the clock is set back": {
    [path]: hosted("- 01:30 Deployed\n- 02:15 Alert fires\n- 03:10 Over", inBerlin("2024-10-27")),
  },
  "the night when the clock is set forward": {
    [path]: hosted("- 01:30 Deployed\n- 03:10 Over", inBerlin("2024-03-31")),
  },
  "that night, nothing yet": { [path]: hosted("", inBerlin("2024-10-27")) },
  "set back by half an hour": {
    [path]: hosted("- 01:10 Deployed\n- 02:10 Over", "date: 2024-04-07\ntimezone: Australia/Lord_Howe\n"),
  },
  "set back in the west": {
    [path]: hosted(
      "- 00:30 Deployed\n- 01:15 Alert fires\n- 02:10 Over",
      "date: 2024-11-03\ntimezone: America/New_York\n",
    ),
  },
};

function targetOf(files: Files) {
  const library = libraryOf(files);
  const note = library.note(path);
  if (note === null) throw new Error("no postmortem");
  return { incident: readIncident(note, library, settings), library, settings };
}

type Plan = ReturnType<typeof insertTimelineEvents>;

/** What a plan makes of the notes, without what none of them is about. */
function told(files: Files, plan: Plan): string {
  if (!plan.ok) return `no: ${plan.message}`;
  if (plan.edits.length === 0) return "nothing";
  return [...new Set(plan.edits.map((edit) => edit.path))]
    .map((at) => {
      const text =
        applyEdits(
          files[at] ?? "",
          plan.edits.filter((edit) => edit.path === at),
        ) ?? "do not fit";
      const body = text.replace(/^---\n[^]*?\n---\n/, "").replace(/\n## Impact\n[^]*$/, "");
      return `${at === path ? "" : `${at}:\n`}${body.trim().replaceAll("\r", "␍")}`;
    })
    .join("\n");
}

/** Moments before, among and behind the events of a note: those of the events, and around them. */
function momentsFor(files: Files): readonly number[] {
  const known = targetOf(files).incident.timeline.events.flatMap(({ time }) => time ?? []);
  if (known.length === 0) return [Date.UTC(2024, 3, 11, 7, 5), Date.UTC(2024, 9, 27, 1, 20)];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const minutes = (count: number): number => count * 60_000;
  const among = [Math.round((first + last) / 2), last - minutes(50), last - minutes(30)];
  const all = [
    first - minutes(40),
    ...among.filter((time) => time > first),
    last + minutes(5),
    last + minutes(24 * 60),
  ];
  return all.sort((a, b) => a - b);
}

const approved = (name: string): string => join(import.meta.dirname, "approved/events", name);

describe("events among others", () => {
  it("stand as was looked at once, one by one and together", async () => {
    const parts = Object.entries(notes).flatMap(([name, files]) => {
      const target = targetOf(files);
      const moments = momentsFor(files);
      const events = moments.map((time, index) => ({ text: `New ${index + 1} | \`x\``, time }));
      return [
        `### ${name}: ${holdsTimeline(target.incident, target.library, "Log.md") ? "in the log" : holdsTimeline(target.incident, target.library, path) ? "here" : "nowhere"}`,
        ...events.flatMap((event) => [
          `${new Date(event.time).toISOString()}:`,
          told(files, insertTimelineEvent(target, event)),
          "",
        ]),
        "all:",
        told(files, insertTimelineEvents(target, events)),
        "",
      ];
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(approved("inserted.txt"));
  });

  it("are moved as was looked at once", async () => {
    const parts = Object.entries(notes).flatMap(([name, files]) => {
      const target = targetOf(files);
      const changes = target.incident.timeline.events.flatMap((event) =>
        momentsFor(files).map((time) => ({ event, change: { text: event.text, time, milestone: event.milestone } })),
      );
      return changes.flatMap(({ event, change }) => [
        `### ${name}: “${event.raw}” to ${new Date(change.time).toISOString()}`,
        told(files, changeTimelineEvent(target, event, change)),
        "",
      ]);
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(approved("moved.txt"));
  });

  it("are none, or have no words", () => {
    const target = targetOf({ [path]: hosted("- 06:12 Deployed") });
    expect(insertTimelineEvents(target, [])).toEqual({ ok: true, edits: [] });
    expect(insertTimelineEvent(target, { text: " \n ", time: 0 })).toEqual({
      ok: false,
      message: "an event needs a few words",
    });
  });
});
