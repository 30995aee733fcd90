import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import {
  changeTimelineEvent,
  insertTimelineEvent,
  lineEdits,
  plannedLine,
  readTypedEvent,
  sortTimeline,
  wordsOfEvent,
  type EditPlan,
} from "../../src/write/edit";
import { libraryOf } from "../vault/library-of";

const path = "Incident-2024-04-11-API.md";
const { settings } = readSettings({});
const hosted = (timeline: string, properties = "date: 2024-04-11\ntimezone: UTC\n"): string =>
  `---\n${properties}---\n\n## Timeline\n\n${timeline}\n\n## Impact\n\nx\n`;

type Files = Readonly<Record<string, string>>;

/** Notes whose timelines are written in one way each. */
const written: Readonly<Record<string, Files>> = {
  "a list": { [path]: hosted("- 06:12 Deployed\n- 06:30 (Detection) Alert fires\n- 07:01 Restored") },
  "a list, out of order": { [path]: hosted("- 06:30 Alert fires\n- 06:12 Deployed\n  - by hand\n- 07:01 Restored") },
  "newest first": { [path]: hosted("- 07:01 Restored\n- 06:30 Alert fires\n- 06:12 Deployed") },
  "a table": {
    [path]: hosted(
      "| Time | What |\n| --- | --- |\n| 06:12 | Deployed |\n| 06:30 | Alert \\| fires |\n| 07:01 | Restored |",
    ),
  },
  "days above": {
    [path]: hosted("### 2024-04-10\n\n- 23:50 Deployed\n\n### 2024-04-11\n\n- 00:10 Alert fires\n- 00:30 Restored"),
  },
  "days on the line, with seconds": {
    [path]: hosted("* **2024-04-11 06:12:05** – Deployed\n* **2024-04-11 06:30:10** – Alert fires"),
  },
  "another zone": {
    [path]: hosted(
      "- 2:12 PM PDT: Deployed\n- 2:30 PM PDT: Alert fires",
      "date: 2024-04-11\ntimezone: America/Los_Angeles\n",
    ),
  },
  "since the start": { [path]: hosted("- +0:00 Deployed\n- +0:18 Alert fires\n- +0:49 Restored") },
  "ranges and about": { [path]: hosted("- 06:12–06:20 Deployed\n- ~06:30 Alert fires\n- 06:40, 06:50 Restarted") },
  "a line to fill in": { [path]: hosted("- 06:12 TODO: the first sign of trouble") },
  nothing: { [path]: hosted("") },
  "no section": { [path]: "---\ndate: 2024-04-11\n---\n\n# API\n" },
  embedded: {
    [path]: hosted("![[Log#Events]]"),
    "Log.md": "# Log\r\n\r\n## Events\r\n\r\n- 06:12 Deployed\r\n- 06:30 Alert fires\r\n",
  },
  "an embed of nothing": { [path]: hosted("![[Gone]]") },
};

const typed = [
  ["Looked", ""],
  ["06:20 Looked at `df`", ""],
  ["Looked | twice", "06:31"],
  ["Looked", "-20m"],
  ["Looked", "yesterday 21:30"],
  ["Looked", "2024-05-02 10:00"],
  ["Looked", "some day"],
  ["  ", ""],
  ["06:20", ""],
] as const;

const moments = { "while it runs": Date.UTC(2024, 3, 11, 7, 5), "weeks later": Date.UTC(2024, 4, 2, 9, 0) } as const;

function targetOf(files: Files) {
  const library = libraryOf(files);
  const note = library.note(path);
  if (note === null) throw new Error("no postmortem");
  return { incident: readIncident(note, library, settings), library, settings };
}

/** What a plan makes of the notes, without what none of them is about. */
function told(files: Files, plan: EditPlan): string {
  if (!plan.ok) return `no: ${plan.message}`;
  const paths = [...new Set(plan.edits.map((edit) => edit.path))];
  return paths
    .map((at) => {
      const edits = plan.edits.filter((edit) => edit.path === at);
      const text = applyEdits(files[at] ?? "", edits) ?? "do not fit";
      const body = text.replace(/^---\n[^]*?\n---\n/, "").replace(/\n## Impact\n[^]*$/, "");
      return `${at === path ? "" : `${at}:\n`}${body.trim().replaceAll("\r", "␍")}`;
    })
    .join("\n");
}

const approved = (name: string): string => join(import.meta.dirname, "approved/events", name);

describe("an event", () => {
  it.each(Object.entries(moments))("that is typed %s is written as was looked at once", async (when, now) => {
    const parts = Object.entries(written).flatMap(([name, files]) =>
      typed.flatMap(([text, moment]) => {
        const target = targetOf(files);
        const head = `### ${name}: “${text}”, “${moment}”`;
        const read = readTypedEvent(target, { text, moment }, now);
        if (!read.ok) return [head, `not read: ${read.field}: ${read.message}`, ""];
        const plan = insertTimelineEvent(target, read.event);
        const line = plan.ok ? plannedLine(plan.edits, (at) => files[at] ?? null) : null;
        const { event, isTimed, strayFrom } = read;
        const facts = `${new Date(event.time).toISOString()}${isTimed ? ", timed" : ""}${strayFrom === null ? "" : `, far from ${strayFrom}`}`;
        return [head, facts, told(files, plan), `line: ${JSON.stringify(line)}`, ""];
      }),
    );
    await expect(parts.join("\n")).toMatchFileSnapshot(approved(`typed-${when.replaceAll(" ", "-")}.txt`));
  });

  it("that is changed, and a timeline that is sorted, are as was looked at once", async () => {
    const parts = Object.entries(written).flatMap(([name, files]) => {
      const target = targetOf(files);
      const { incident } = target;
      const changes = incident.timeline.events.flatMap((event) => {
        const text = wordsOfEvent(incident, event);
        const now = moments["while it runs"];
        const time = event.time ?? now;
        const plans = {
          "nothing else": { text, time, milestone: event.milestone },
          "other words": { text: "Other words", time, milestone: null },
          "19 minutes later": { text, time: time + 19 * 60_000, milestone: event.milestone },
          "a day later": { text, time: time + 86_400_000, milestone: event.milestone },
          "a mark": { text, time, milestone: "identified" as const },
        };
        return Object.entries(plans).flatMap(([what, change]) => {
          const plan = changeTimelineEvent(target, event, change);
          const line = plan.ok ? plannedLine(plan.edits, (at) => files[at] ?? null) : null;
          return [
            `### ${name}: “${event.raw} ${text}”, ${what}`,
            told(files, plan),
            `line: ${JSON.stringify(line)}`,
            "",
          ];
        });
      });
      return [...changes, `### ${name}: sorted`, told(files, sortTimeline(incident, target)), ""];
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(approved("changed.txt"));
  });
});

describe("two texts as edits", () => {
  const lines = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n", "long line\n", "d"), { maxLength: 12 });

  it("become one another", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [old, now] = [before.join(""), after.join("")];
        expect(applyEdits(old, lineEdits("x.md", old, now))).toBe(now);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it.each([
    ["the same", "a\nb\n", "a\nb\n", []],
    ["a line changed", "a\nb\nc\n", "a\nx\nc\n", ["2-4 x⏎"]],
    ["a line more", "a\nc\n", "a\nb\nc\n", ["2-2 b⏎"]],
    ["a line less", "a\nb\nc\n", "a\nc\n", ["2-4 "]],
    ["lines moved", "a\nb\nc\nd\n", "c\na\nb\nd\n", ["0-0 c⏎", "4-6 "]],
    ["all at the end", "a", "a\nb", ["0-1 a⏎b"]],
    ["blank lines, which are shared by chance", "a\n\nb\n", "x\n\ny\n\nb\n", ["0-3 x⏎⏎y⏎⏎"]],
  ])("leave shared lines untouched: %s", (_, before, after, expected) => {
    const told = lineEdits("x.md", before, after).map(
      ({ span, text }) => `${span.start}-${span.end} ${text.replaceAll("\n", "⏎")}`,
    );
    expect(told).toEqual(expected);
  });
});
