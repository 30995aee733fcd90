import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { timelineOf } from "./timeline-reading";
import { formatWritten } from "../../src/time";
import { expectLinear, repeated } from "../linear";

/** Moments in UTC epoch milliseconds, ascending, and the zone to print them in. */
interface Incident {
  readonly times: readonly number[];
  readonly zone: string;
}

interface Format {
  readonly print: (incident: Incident) => string;
  /** Knows no more than the name of the note about the day. */
  readonly dayFromName?: true;
}

const minute = 60_000;
const words = [
  "Config deployed",
  "Alert fires",
  "Ada looks",
  "5 pods restart",
  "Traffic of 12.5 % fails",
  "v1.2.3 is rolled back",
  "**Bold** words",
  "`code` at work",
  "All is well",
];

const local = (time: number, { zone }: Incident): DateTime<true> => {
  const there = DateTime.fromMillis(time, { zone });
  if (!there.isValid) throw new Error(`no zone ${zone}`);
  return there.setLocale("en");
};
const text = (index: number): string => words[index % words.length] ?? "";
const lines = (incident: Incident, print: (there: DateTime<true>, index: number) => string): string =>
  incident.times.map((time, index) => print(local(time, incident), index)).join("\n");
/** Each day as a heading with what happened on it below. */
const byDay = (incident: Incident, day: string, print: (there: DateTime<true>, index: number) => string): string => {
  let current = "";
  return lines(incident, (there, index) => {
    const date = there.toISODate();
    const heading = date === current ? "" : `\n${there.toFormat(day)}\n\n`;
    current = date;
    return heading + print(there, index);
  });
};
const timeline = (body: string, { zone }: Incident): string => `## Timeline\n\nAll times in ${zone}\n\n${body}\n`;

const formats: Readonly<Record<string, Format>> = {
  "list with dates": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `- ${there.toFormat("yyyy-MM-dd HH:mm")}: ${text(index)}`),
        incident,
      ),
  },
  "list with ISO instants": {
    print: (incident) => `## Timeline\n\n${lines(incident, (there, index) => `* ${there.toISO()} - ${text(index)}`)}\n`,
  },
  "list with offsets": {
    print: (incident) =>
      `## Timeline\n\n${lines(incident, (there, index) => `* **${there.toFormat("yyyy-MM-dd HH:mm 'UTC'ZZ")}** ${text(index)}`)}\n`,
  },
  "list under day headings": {
    print: (incident) =>
      timeline(
        byDay(incident, "### yyyy-MM-dd", (there, index) => `- **${there.toFormat("HH:mm")}** — ${text(index)}`),
        incident,
      ),
  },
  "list under days in words": {
    print: (incident) =>
      timeline(
        byDay(incident, "**cccc, d LLLL yyyy**", (there, index) => `1. \`${there.toFormat("HH:mm")}\` ${text(index)}`),
        incident,
      ),
  },
  "12-hour clock": {
    print: (incident) =>
      timeline(
        byDay(incident, "### LLL d, yyyy", (there, index) => `- ${there.toFormat("h:mm a")}: ${text(index)}`),
        incident,
      ),
  },
  "12-hour clock, glued": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `- ${there.toFormat("LLL d yyyy, hh:mma")} | ${text(index)}`),
        incident,
      ),
  },
  "day first": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `- ${there.toFormat("d. LLLL yyyy, HH:mm")} – ${text(index)}`),
        incident,
      ),
  },
  "heading for each event": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `### ${there.toFormat("yyyy-MM-dd HH:mm")}\n\n${text(index)}.\n`),
        incident,
      ),
  },
  table: {
    print: (incident) =>
      timeline(
        `| Time | Event |\n|---|---|\n${lines(incident, (there, index) => `| ${there.toFormat("yyyy/MM/dd HH:mm")} | ${text(index)} |`)}`,
        incident,
      ),
  },
  "table with a date column": {
    print: (incident) =>
      `## Timeline\n\n| Date | Time (${incident.zone}) | Who | Event |\n|:--|--:|---|---|\n${lines(incident, (there, index) => `| ${there.toFormat("yyyy-MM-dd")} | ${there.toFormat("HH:mm")} | @ada | ${text(index)} |`)}\n`,
  },
  paragraphs: {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `${there.toFormat("yyyy-MM-dd HH:mm")} ${text(index)}\n`),
        incident,
      ),
  },
  "lines of one paragraph": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `**${there.toFormat("yyyy-MM-dd HH:mm")}** - ${text(index)}  `),
        incident,
      ),
  },
  callout: {
    print: (incident) =>
      `## Timeline\n\n> [!info] All times in ${incident.zone}\n${lines(incident, (there, index) => `> - ${there.toFormat("yyyy-MM-dd HH:mm")} ${text(index)}`)}\n`,
  },
  "newest first": {
    print: (incident) =>
      timeline(
        [...lines(incident, (there, index) => `- ${there.toFormat("yyyy-MM-dd HH:mm")} ${text(index)}`).split("\n")]
          .reverse()
          .join("\n"),
        incident,
      ),
  },
  "zone in a property": {
    print: (incident) =>
      `---\ntimezone: ${incident.zone}\n---\n\n## Timeline\n\n${lines(incident, (there, index) => `- ${there.toFormat("yyyy-MM-dd HH:mm")} ${text(index)}`)}\n`,
  },
  "nested below the day": {
    print: (incident) =>
      timeline(
        byDay(
          incident,
          "- yyyy-MM-dd",
          (there, index) => `  - ${there.toFormat("HH:mm")} ${text(index)}\n    - more about it`,
        ).replace(/\n{2,}/g, "\n"),
        incident,
      ),
  },
  "without a year": {
    print: (incident) =>
      timeline(
        lines(incident, (there, index) => `- ${there.toFormat("LLL d HH:mm")} ${text(index)}`),
        incident,
      ),
    dayFromName: true,
  },
  "the date once for each day": {
    print: (incident) =>
      timeline(
        byDay(incident, "", (there) => there.toFormat("HH:mm"))
          .split("\n")
          .filter((line) => line !== "")
          .map((_, index) => {
            const there = local(incident.times[index] ?? 0, incident);
            const before = index === 0 ? "" : local(incident.times[index - 1] ?? 0, incident).toISODate();
            return `- ${there.toFormat(there.toISODate() === before ? "HH:mm" : "yyyy-MM-dd HH:mm")} ${text(index)}`;
          })
          .join("\n"),
        incident,
      ),
  },
  "seconds elapsed": {
    print: (incident) =>
      `## Timeline\n\n- T0 (${local(incident.times[0] ?? 0, incident).toFormat("yyyy-MM-dd HH:mm")} ${incident.zone}): ${text(0)}\n${incident.times
        .slice(1)
        .map((time, index) => `- T+${(time - (incident.times[0] ?? 0)) / minute}m: ${text(index + 1)}`)
        .join("\n")}\n`,
  },
};

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "America/St_Johns",
  "US/Pacific",
];

/** From 1 to 12 moments a minute to nine hours apart, whose wall clock readings occur once each. */
const incidents = fc
  .record({
    start: fc.integer({ min: Date.UTC(2015, 0, 1) / minute, max: Date.UTC(2026, 0, 1) / minute }),
    steps: fc.array(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 540 })), {
      minLength: 0,
      maxLength: 11,
    }),
    zone: fc.constantFrom(...zones),
  })
  .map(({ start, steps, zone }): Incident => ({
    zone,
    times: steps.reduce<number[]>((times, step) => [...times, (times.at(-1) ?? 0) + step * minute], [start * minute]),
  }))
  .filter((incident) => incident.times.every((time) => local(time, incident).getPossibleOffsets().length === 1));

describe("a timeline that was printed", () => {
  it.each(Object.entries(formats))("reads back as the same instants: %s", (_, { print, dayFromName }) => {
    fc.assert(
      fc.property(incidents, (incident) => {
        const path =
          dayFromName === true ? `${local(incident.times[0] ?? 0, incident).toISODate()} Outage.md` : "Outage.md";
        const { events } = timelineOf(`# Outage\n\n${print(incident)}\n## Action items\n\n- [ ] Sleep until 10:00\n`, {
          path,
        });
        const read = events.filter(({ nested }) => !nested).map(({ time }) => time);
        expect(print === formats["newest first"]?.print ? read.reverse() : read).toEqual(incident.times);
        expect(
          events.map(({ place, timeSpan }) => place.span.start <= timeSpan.start && timeSpan.end <= place.span.end),
        ).not.toContain(false);
      }),
      { seed: 20240411, numRuns: 16 },
    );
  });
});

const tokens = [
  "10:00",
  "25:10",
  "00:10",
  "23:50",
  "7.48",
  "11pm-ish",
  "1:13 PM",
  "14:??",
  "HH:MM",
  "T+5m",
  "T0",
  "2024-04-11",
  "0000-01-01",
  "9999-12-31",
  "2024-13-40",
  "20202-01-16",
  "03-04-2017",
  "Feb 29",
  "Monday",
  "next day",
  "Day 2",
  "19. April",
  "UTC",
  "PST",
  "Europe/Berlin",
  "UC/Pacific",
  "UTC+2",
  "Z",
  "All times in",
  "between",
  "and",
  "at",
  "to",
  "~",
  "-",
  "–",
  "→",
  ":",
  "(",
  ")",
  "[",
  "](x)",
  "**",
  "`",
  "|",
  "{{",
  "}}",
  "~~",
  "> ",
  "- ",
  "  - ",
  "1. ",
  "### ",
  "## Timeline",
  "\n",
  "\n\n",
  "\n| - | - |\n",
  "```\n",
  "![[Log]]",
  "[[2024-04-11]]",
  "^id",
  "OUTAGE BEGINS",
  "(Detection)",
  "\u00a0",
  "\u202e",
  "🔥",
  "e\u0301",
  "word",
];

describe("any text", () => {
  it("is read without a crash, each event with its places inside the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...tokens), { maxLength: 60 }),
        fc.constantFrom(" ", "", "\n"),
        (parts, joint) => {
          const text = parts.join(joint);
          const log = "- 06:12 UTC a\n\n![[Outage]]\n";
          const { events, unreadable } = timelineOf(text, { path: "Outage.md", others: { "Log.md": log } });
          for (const { place, timeSpan, textSpan, raw, local } of events) {
            const source = place.path === "Log.md" ? log : text;
            expect([
              place.span.start >= 0,
              place.span.end <= source.length,
              timeSpan.start < timeSpan.end,
              textSpan.start <= textSpan.end,
              textSpan.end <= source.length,
            ]).not.toContain(false);
            expect(source.slice(timeSpan.start, timeSpan.end)).toBe(raw);
            expect(formatWritten(local)).toMatch(
              /^(?:\d{4}-\d{2}-\d{2})?T(?:[+-]\d{2,}:)?\d{2}(?::\d{2}){0,2}(?:\.\d{3})?$/,
            );
          }
          for (const { place, raw } of unreadable)
            expect((place.path === "Log.md" ? log : text).slice(place.span.start, place.span.end)).toBe(raw);
        },
      ),
      { seed: 3, numRuns: 250 },
    );
  });
});

describe("hostile text", () => {
  it.each([
    ["clock times", "10:00 "],
    ["brackets", "("],
    ["open links", "]("],
    ["links", "[1]("],
    ["stars", "*"],
    ["underscores", "a_"],
    ["tildes", "~~"],
    ["slashes", "1/"],
    ["colons", "1:"],
    ["months", "May 1 "],
    ["betweens", "between 1 "],
    ["elapsed times", "T+1h "],
    ["elapsed parts", "1h"],
    ["blanks", "10:00                    "],
    ["zones", "UTC+1/"],
    ["words for times", "all times in "],
    ["names of zones", "Europe/A "],
    ["footnotes", "[^a"],
    ["tags", "<a"],
    ["quoted strings", '{"\\"'],
    ["headings", "### a (10:00)\n"],
    ["rows", "| 10:00 | x |\n"],
    ["names", "Ada\n 3:13 PM\n"],
    ["dates", "2024-04-11 "],
    ["commas", "Mon, "],
    ["parentheses", ") "],
    ["bars", "| "],
  ])("made of %s is read in time", async (_, unit) => {
    for (const [head, tail] of [
      ["## Timeline\n\n", ""],
      ["## Timeline\n\n- 10:00 ", "x\n"],
      ["# Report\n\n", "\n"],
      ["## Timeline\n\n```json\n[", "\n```\n"],
    ] as const)
      await expectLinear(timelineOf, repeated(unit, head, tail));
  });
});
