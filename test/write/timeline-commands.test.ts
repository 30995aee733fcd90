import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Incident } from "../../src/incident";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { applyEdits } from "../../src/base";
import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";
import type { EditPlan } from "../../src/write/edit";
import {
  insertTimelineEvent,
  readTypedEvent,
  sortTimeline,
  timelineChart,
  writeMetricProperties,
} from "../../src/write/edit";

const path = "Incident-2024-04-11-API.md";
const clock = { now: Date.UTC(2024, 3, 11, 7, 5), zone: "UTC" };
const { settings } = readSettings({});

function vaultOf(files: Readonly<Record<string, string>>): { incident: Incident; library: Library } {
  const library = createLibrary();
  for (const [name, text] of Object.entries(files)) library.update(name, text);
  const note = library.note(path);
  if (note === null) throw new Error("the fixture has no postmortem");
  return { incident: readIncident(note, library, settings), library };
}

/** Matches a text that holds another one. */
const containing = (text: string): unknown => expect.stringContaining(text);

/** The notes after a plan, or the reason why there is none. */
function after(files: Readonly<Record<string, string>>, plan: EditPlan): Record<string, string> | string {
  if (!plan.ok) return plan.message;
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      applyEdits(
        text,
        plan.edits.filter((edit) => edit.path === name),
      ) ?? "overlap",
    ]),
  );
}

const postmortem = (timeline: string, properties = ""): string =>
  `---\ntitle: API\ndate: 2024-04-11\ntimezone: UTC\n${properties}---\n\n# API\n\n## Timeline\n\n${timeline}\n\n## Impact\n\nx\n`;

function insert(files: Readonly<Record<string, string>>, time = clock.now): Record<string, string> | string {
  const { incident, library } = vaultOf(files);
  return after(files, insertTimelineEvent({ incident, library, settings }, { text: "Pods  restarted\n", time }));
}

describe("insert timeline event", () => {
  it.each([
    ["a list", "- 06:12 Deployed", "- 06:12 Deployed\n- 07:05 Pods restarted"],
    [
      "bold times with a separator",
      "* **06:12** — Deployed\n  - by hand",
      "* **06:12** — Deployed\n  - by hand\n* **07:05** — Pods restarted",
    ],
    ["twelve hours", "- 6:12 AM: Deployed", "- 6:12 AM: Deployed\n- 7:05 AM: Pods restarted"],
    ["a zone behind the time", "- 06:12 UTC: Deployed", "- 06:12 UTC: Deployed\n- 07:05 UTC: Pods restarted"],
    [
      "dates on each line",
      "- 2024-04-11 06:12 Deployed",
      "- 2024-04-11 06:12 Deployed\n- 2024-04-11 07:05 Pods restarted",
    ],
    ["numbers", "1. 06:12 Deployed\n2. 06:20 Alert", "1. 06:12 Deployed\n2. 06:20 Alert\n3. 07:05 Pods restarted"],
    [
      "the newest first",
      "- 06:30 Alert\n- 06:20 Odd\n- 06:12 Deployed",
      "- 07:05 Pods restarted\n- 06:30 Alert\n- 06:20 Odd\n- 06:12 Deployed",
    ],
    [
      "a table",
      "| Time | What | Who |\n| --- | --- | --- |\n| 06:12 | Deployed | Ada |",
      "| Time | What | Who |\n| --- | --- | --- |\n| 06:12 | Deployed | Ada |\n| 07:05 | Pods restarted |  |",
    ],
    [
      "an item that is broken by hand",
      "- 06:12 – Alert<br>06:20 – Acked",
      "- 06:12 – Alert<br>06:20 – Acked\n- 07:05 – Pods restarted",
    ],
    [
      "a paragraph that is broken by hand",
      "06:12 - Alert<br>06:20 - Acked",
      "06:12 - Alert<br>06:20 - Acked\n\n- 07:05 Pods restarted",
    ],
    [
      "such a paragraph, the newest first",
      "06:30 - C<br>\n06:20 - B<br>06:12 - A",
      "- 07:05 Pods restarted\n\n06:30 - C<br>\n06:20 - B<br>06:12 - A",
    ],
    ["an empty section", "<!-- what happened -->", "<!-- what happened -->\n\n- 2024-04-11 07:05 Pods restarted"],
    ["what a template asks for", "TODO: say what happened", "- 07:05 Pods restarted"],
    ["a template's event", "* **06:12** — TODO: the first sign", "* **07:05** — Pods restarted"],
    ["a template's event without a time", "Times are UTC.\n\n- HH:MM TODO", "Times are UTC.\n\n- 07:05 Pods restarted"],
    ["at its place", "- 06:12 Deployed\n- 08:00 Over", "- 06:12 Deployed\n- 07:05 Pods restarted\n- 08:00 Over"],
  ])("writes like its neighbours: %s", (_name, before, expected) => {
    expect(insert({ [path]: postmortem(before) })).toEqual({ [path]: containing(`## Timeline\n\n${expected}\n`) });
  });

  it.each([
    ["06:45 Alert", "", "2024-04-11 06:45 Alert"],
    ["06:45: Alert", "", "2024-04-11 06:45 Alert"],
    ["-20m Rolled back", "now", "2024-04-11 06:45 Rolled back"],
    ["yesterday 21:30 – Deployed", "", "2024-04-10 21:30 Deployed stray from 2024-04-11"],
    ["now it holds", "06:50", "2024-04-11 06:50 now it holds"],
    ["20 pods are gone", "", "2024-04-11 07:05 20 pods are gone"],
    // Later than now: it was yesterday.
    ["Odd log lines", "23:50", "2024-04-10 23:50 Odd log lines stray from 2024-04-11"],
    ["06:45", "", "an event needs a few words"],
    ["Alert", "soon", "this is no moment such as 09:30, now, -20m or yesterday 21:30"],
  ])("reads what is typed: %s, %s", (text, moment, expected) => {
    const { incident, library } = vaultOf({ [path]: postmortem("- 06:12 Deployed") });
    const read = readTypedEvent({ incident, library, settings }, { text, moment }, clock.now);
    const day = (time: number): string => new Date(time).toISOString().slice(0, 16).replace("T", " ");
    const stray = read.ok && read.strayFrom !== null ? ` stray from ${read.strayFrom}` : "";
    expect(read.ok ? `${day(read.event.time)} ${read.event.text}${stray}` : read.message).toBe(expected);
  });

  it("takes a clock time for the incident's day once that is past", () => {
    const { incident, library } = vaultOf({ [path]: postmortem("- 06:12 Deployed") });
    const later = Date.UTC(2024, 5, 1, 9);
    expect(readTypedEvent({ incident, library, settings }, { text: "Alert", moment: "23:50" }, later)).toMatchObject({
      event: { time: Date.UTC(2024, 3, 11, 23, 50) },
      strayFrom: null,
    });
  });

  it("writes the day when it is another one", () => {
    expect(insert({ [path]: postmortem("- 23:50 Alert") }, Date.UTC(2024, 3, 12, 0, 10))).toEqual({
      [path]: containing("- 23:50 Alert\n- 2024-04-12 00:10 Pods restarted"),
    });
  });

  it("writes into the note that the timeline is embedded from", () => {
    const files = {
      [path]: postmortem("![[Incident Timeline#Key Events]]"),
      "Incident Timeline.md": "All times UTC\n\n## Key Events\n\n- 2024-04-11 06:12 Deployed\n\n## Links\n",
    };
    expect(insert(files)).toEqual({
      ...files,
      "Incident Timeline.md": containing("06:12 Deployed\n- 2024-04-11 07:05 Pods restarted\n\n## Links"),
    });
  });

  it("writes the first event of an embedded section that is still empty", () => {
    const files = {
      [path]: postmortem("![[Incident Timeline#Key Events]]"),
      "Incident Timeline.md": "## Key Events\n",
    };
    expect(insert(files)).toEqual({
      ...files,
      "Incident Timeline.md": "## Key Events\n\n- 2024-04-11 07:05 Pods restarted\n",
    });
  });

  it("says what is missing where there is no timeline", () => {
    expect(insert({ [path]: "# API\n" })).toContain("no timeline section");
  });

  it("reads back as the event that was meant", () => {
    const form = fc.constantFrom(
      "- 06:12 Deployed",
      "- **06:12:30** - Deployed",
      "- 6:12 am Deployed",
      "- 2024-04-11T06:12Z Deployed",
      "| Time | What |\n| - | - |\n| 06:12 | Deployed |",
      "1) 06:12: Deployed",
    );
    fc.assert(
      fc.property(form, fc.integer({ min: 0, max: 1079 }), (timeline, minutes) => {
        const time = Date.UTC(2024, 3, 11, 6, 12) + minutes * 60_000;
        const files = { [path]: postmortem(timeline) };
        const result = insert(files, time);
        if (typeof result === "string") throw new Error(result);
        const { events } = vaultOf(result).incident.timeline;
        expect(events.map((event) => [event.text, Math.floor((event.time ?? 0) / 60_000)])).toEqual([
          ["Deployed", expect.any(Number)],
          ["Pods restarted", time / 60_000],
        ]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

function sort(files: Readonly<Record<string, string>>): Record<string, string> | string {
  const { incident, library } = vaultOf(files);
  return after(files, sortTimeline(incident, { library, settings }));
}

describe("sort timeline", () => {
  it("moves events with what is nested in them", () => {
    const before = "- 06:25 Acknowledged\n  - by phone\n\n- 06:12 Deployed\n- a remark\n- 06:20 Alert";
    const expected = "- 06:12 Deployed\n- a remark\n\n- 06:20 Alert\n- 06:25 Acknowledged\n  - by phone";
    expect(sort({ [path]: postmortem(before) })).toEqual({ [path]: containing(expected) });
  });

  it("leaves what is nested in an event in the order that it has", () => {
    const before = "- 06:25 Rollback\n  - 06:40 second\n  - 06:30 first\n- 06:12 Deployed";
    const expected = "- 06:12 Deployed\n- 06:25 Rollback\n  - 06:40 second\n  - 06:30 first";
    expect(sort({ [path]: postmortem(before) })).toEqual({ [path]: containing(expected) });
  });

  it("moves table rows", () => {
    const head = "| Time | What |\n| --- | --- |\n";
    expect(sort({ [path]: postmortem(`${head}| 06:25 | Alert |\n| 06:12 | Deployed |`) })).toEqual({
      [path]: containing(`${head}| 06:12 | Deployed |\n| 06:25 | Alert |`),
    });
  });

  it("leaves a timeline that is in order", () => {
    expect(sort({ [path]: postmortem("- 06:12 a\n- 06:25 b") })).toBe("the timeline is in order");
    expect(sort({ [path]: postmortem("- 06:25 c\n- 06:20 b\n- 06:12 a") })).toBe("the timeline is in order");
  });

  it("never changes what a time means, though days carry from line to line", () => {
    const line = fc.record({
      day: fc.constantFrom("", "2024-04-11 ", "2024-04-12 ", "Apr 13, "),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 7 }), (lines) => {
        const timeline = lines
          .map(({ day, hour }, index) => `- ${day}${String(hour).padStart(2, "0")}:15 event ${index}`)
          .join("\n");
        const files = { [path]: postmortem(timeline) };
        const told = (vault: Record<string, string>): readonly string[] =>
          vaultOf(vault)
            .incident.timeline.events.map(({ text, time }) => `${time ?? "?"} ${text}`)
            .sort();
        const result = sort(files);
        if (typeof result !== "string") expect(told(result)).toEqual(told(files));
        else if (result.includes("would change what their times mean")) refused++;
      }),
      { seed: 13, numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it("loses no line and no character, whatever the order", () => {
    const line = fc.record({
      minutes: fc.integer({ min: 0, max: 600 }),
      words: fc.stringMatching(/^[a-z]{1,8}$/),
      nested: fc.boolean(),
      gap: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), (lines) => {
        const timeline = lines
          .map(
            ({ gap, minutes, nested, words }) =>
              `- 2024-04-11 ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")} ${words}${nested ? "\n  - more" : ""}${gap ? "\n" : ""}`,
          )
          .join("\n");
        const files = { [path]: postmortem(timeline) };
        const result = sort(files);
        if (typeof result === "string") return;
        const letters = (text: string | undefined): string =>
          Array.from(text ?? "")
            .sort()
            .join("");
        expect(letters(result[path])).toBe(letters(files[path]));
        expect(sort(result)).toBe("the timeline is in order");
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe("write metrics to properties", () => {
  const timeline = "- 06:12 OUTAGE BEGINS\n- 06:25 (Acknowledged) by Ada\n- 06:59 INCIDENT ENDS";

  it("adds what is missing and corrects what differs, leaving the rest as it is", () => {
    const files = { [path]: postmortem(timeline, "time-to-resolve: 40 # minutes\n") };
    const result = after(files, writeMetricProperties(vaultOf(files).incident));
    expect(result).toEqual({
      [path]: postmortem(timeline, "time-to-resolve: 47 # minutes\ntime-to-acknowledge: 13\n"),
    });
    if (typeof result === "string") throw new Error(result);
    expect(after(result, writeMetricProperties(vaultOf(result).incident))).toBe("the properties say so already");
  });

  it("says when there is nothing to derive", () => {
    const files = { [path]: postmortem("- 06:12 Something") };
    expect(after(files, writeMetricProperties(vaultOf(files).incident))).toContain("no metric can be derived");
  });
});

describe("insert timeline chart", () => {
  it("draws metrics as bars and events as points, with labels that Mermaid can read", () => {
    const { incident } = vaultOf({
      [path]: postmortem("- 06:12 OUTAGE BEGINS: [[Ada|she]] saw `a;b` #1\n- 06:59 INCIDENT ENDS"),
    });
    expect(timelineChart(incident)).toBe(
      [
        "```mermaid",
        "gantt",
        "    title API (UTC)",
        "    dateFormat YYYY-MM-DDTHH:mm:ss",
        "    axisFormat %H:%M",
        "    section Metrics",
        "    Time to resolve, 47 min : 2024-04-11T06:12:00, 2024-04-11T06:59:00",
        "    section Events",
        "    · OUTAGE BEGINS she saw a b 1 : milestone, 2024-04-11T06:12:00, 0m",
        "    · INCIDENT ENDS : milestone, 2024-04-11T06:59:00, 0m",
        "```",
      ].join("\n"),
    );
  });

  it("shortens what is long, and names what is nothing but marks", () => {
    const { incident } = vaultOf({ [path]: postmortem(`- 06:12 ${"Pods restart ".repeat(12)}\n- 06:59 ;;;`) });
    const labels = (timelineChart(incident) ?? "")
      .split("\n")
      .flatMap((line) => / {4}· (.*) : milestone/.exec(line)?.[1] ?? []);
    expect(labels).toEqual([expect.stringMatching(/^(?:Pods restart ){3,}.*…$/), "Event"]);
    expect(labels[0]?.length).toBeLessThanOrEqual(80);
  });

  it("is not drawn without a known moment", () => {
    expect(timelineChart(vaultOf({ [path]: "# API\n\n## Timeline\n\nnothing\n" }).incident)).toBeNull();
  });
});
