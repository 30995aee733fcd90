import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Incident } from "../../src/incident";
import { readIncident } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import type { Shape } from "../../src/write";
import { pictureText, timelinePicture, timelineRows } from "../../src/write";
import { textWidth } from "../../src/write/pictures/text";
import { libraryOf } from "../vault/library-of";

const vault = join(import.meta.dirname, "../../examples/vault");
const examples = Object.fromEntries(
  readdirSync(vault)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(vault, name), "utf8")]),
);

function incidentOf(files: Readonly<Record<string, string>>, path: string): Incident {
  const library = libraryOf(files);
  const note = library.note(path);
  if (note === null) throw new Error(`no note ${path}`);
  return readIncident(note, library, defaultSettings);
}

/** The incident of a note that has only a timeline, below some properties. */
function told(
  lines: readonly string[],
  properties: readonly string[] = ["date: 2024-04-11"],
  path = "Postmortem A.md",
): Incident {
  return incidentOf(
    { [path]: `---\n${properties.join("\n")}\n---\n\n## Timeline\n\n${lines.map((line) => `- ${line}`).join("\n")}\n` },
    path,
  );
}

function drawn(incident: Incident, options: Partial<Parameters<typeof timelinePicture>[1]> = {}): Shape {
  const picture = timelinePicture(incident, { width: 300, ...options });
  if (picture === null) throw new Error("nothing was drawn");
  return picture;
}

function all(picture: Shape): readonly Shape[] {
  return [picture, ...picture.content.flatMap((part) => (typeof part === "string" ? [] : all(part)))];
}

const withClass = (picture: Shape, name: string): readonly Shape[] =>
  all(picture).filter(({ attributes }) =>
    String(attributes["class"] ?? "")
      .split(" ")
      .includes(`postmortem-timeline-${name}`),
  );
const wordsIn = ({ content }: Shape): string => content.filter((part) => typeof part === "string").join("");
const textsOf = (picture: Shape, name: string): readonly string[] => withClass(picture, name).map(wordsIn);
const numberOf = ({ attributes }: Shape, name: string): number => Number(attributes[name]);

/** One line of a timeline, with a day or without, at any time of the day, with or without an end. */
const line = fc
  .record({
    day: fc.option(fc.integer({ min: 1, max: 28 }), { freq: 3 }),
    hour: fc.nat({ max: 23 }),
    minute: fc.nat({ max: 59 }),
    length: fc.option(fc.nat({ max: 120 }), { freq: 4 }),
    about: fc.boolean(),
    words: fc.string({ maxLength: 60 }),
  })
  .map(({ about, day, hour, length, minute, words }) => {
    const clock = (total: number): string =>
      `${String(Math.floor(total / 60) % 24).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
    const start = hour * 60 + minute;
    return `${day === null ? "" : `2024-04-${String(day).padStart(2, "0")} `}${about ? "~" : ""}${clock(start)}${length === null ? "" : `–${clock(start + length)}`} ${words.replace(/[\n\r]/g, " ")}`;
  });

const anyTimeline = fc.record({
  lines: fc.oneof(
    { weight: 9, arbitrary: fc.array(line, { maxLength: 40 }) },
    { weight: 1, arbitrary: fc.array(line, { minLength: 500, maxLength: 500 }) },
  ),
  properties: fc.constantFrom(
    ["date: 2024-04-11"],
    ["title: Nobody knows the day"],
    ["date: 2024-03-31", "timezone: Europe/Berlin", "started: 2024-03-31T01:30", "resolved: 2024-04-02T03:30"],
  ),
  zone: fc.constantFrom(undefined, "UTC", "America/New_York", "Asia/Kathmandu", "no zone"),
  width: fc.constantFrom(0, 240, 300, 700),
});

function each(check: (picture: Shape, incident: Incident, zone: string | undefined) => void): void {
  fc.assert(
    fc.property(anyTimeline, ({ lines, properties, width, zone }) => {
      const incident = told(lines, properties);
      const picture = timelinePicture(incident, { width, ...(zone === undefined ? {} : { zone }) });
      if (picture === null) expect(timelineRows(incident, zone).rows).toEqual([]);
      else check(picture, incident, zone);
    }),
    { seed: 4, numRuns: 60 },
  );
}

/** Timelines of few and many events, short and long, with all that may stand beside a time. */
const kinds: Readonly<Record<string, readonly [lines: readonly string[], properties?: readonly string[]]>> = {
  "one moment": [["06:12 Deployed"]],
  "two at once": [["06:12 Deployed", "06:12 Alert fires"]],
  "a few seconds": [["06:12:01 Deployed", "06:12:04 Alert fires", "06:12:59 INCIDENT ENDS"]],
  "an hour with all milestones": [
    [
      "06:00 OUTAGE BEGINS",
      "06:05 (Detection) Alert fires",
      "06:07 (Acknowledged) by Ada",
      "06:20 (Identified) a full disk, which nobody had thought of, since it had been enlarged the week before",
      "06:40 (Mitigated) by failing over",
      "07:00 INCIDENT ENDS",
      "07:30 Postmortem begun",
    ],
  ],
  "ranges beside each other": [
    [
      "06:00–07:00 Errors",
      "06:10–06:50 Slow answers",
      "06:20–06:30 Failover",
      "06:25–08:00 Queue drains",
      "06:26–06:27 Restart",
      "~06:40 Looked at it",
      "07:30–07:40 Second restart",
    ],
  ],
  "days apart": [
    [
      "2024-04-01 06:12 Deployed",
      "2024-04-01 23:59 Odd",
      "2024-04-09 00:01 Alert fires",
      "2024-04-09 INCIDENT ENDS",
      "2024-06-30 12:00 Closed",
    ],
  ],
  "over a change of the clock": [
    ["2024-03-31 01:30 OUTAGE BEGINS", "03:15 Alert fires", "04:00 INCIDENT ENDS"],
    ["date: 2024-03-31", "timezone: Europe/Berlin"],
  ],
  "no known day": [["06:12 Deployed", "06:30 Alert fires", "about noon Over"], ["title: A"]],
  "back to another half hour": [
    [
      "2024-04-07 01:20 OUTAGE BEGINS",
      "01:25 (Acknowledged) by Ada",
      "01:50 (Detection) (Mitigated) An alert, and the fix, in the same minute",
      "02:10 Slow for one, then for all of those who came by the second region",
      "03:40–03:45 INCIDENT ENDS",
    ],
    ["date: 2024-04-07", "timezone: Australia/Lord_Howe"],
  ],
  "newest first with a start of its own": [
    ["08:00 INCIDENT ENDS", "07:10 Still slow", "06:30 (Identified) the pool", "06:05 (Detection) Alert fires"],
    ["date: 2024-04-11", "timezone: UTC", "started: 2024-04-11T06:20", "resolved: 2024-04-11T07:30"],
  ],
  "months and a minute": [
    [
      "2023-12-31 23:58 UTC Deployed",
      "2023-12-31 23:59 UTC OUTAGE BEGINS",
      "2024-01-01 00:01 UTC (Detection) Alert fires",
      "2024-01-01 00:02–04:00 UTC Restoring",
      "2024-01-01 03:30 UTC (Mitigated) by hand",
      "2024-01-09 10:00 UTC INCIDENT ENDS",
      "2024-03-15 10:00 UTC Closed",
      "2024-03-15 10:20 UTC Closed again",
    ],
    ["date: 2023-12-31", "timezone: Asia/Kathmandu"],
  ],
  "long words": [
    [
      "06:12 Supercalifragilisticexpialidocious-".concat("x".repeat(90)),
      "06:13 日本語のとても長い文がここに続いていきます。".repeat(4),
      "06:14 ",
    ],
  ],
  "many in few minutes": [
    Array.from(
      { length: 30 },
      (_, index) =>
        `06:${String(10 + Math.floor(index / 3)).padStart(2, "0")} Step ${index + 1} of a long repair that took a while`,
    ),
  ],
};

describe("the picture of a timeline", () => {
  it.each(Object.keys(kinds))("is as was looked at once: %s", async (kind) => {
    const [lines, properties] = kinds[kind] ?? [[]];
    const incident = told(lines, properties);
    const parts = [
      drawn(incident, { width: 300 }),
      drawn(incident, { width: 720, mostTexts: 3 }),
      drawn(incident, { width: 500, zone: "America/New_York" }),
    ].map((picture) => pictureText(picture).replaceAll("><", ">\n<"));
    await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, "approved/timelines", `${kind.replaceAll(" ", "-")}.txt`),
    );
  });

  it.each(Object.keys(examples).filter((name) => name.startsWith("Incident-")))("of %s", async (name) => {
    const incident = incidentOf(examples, name);
    for (const width of [300, 700]) {
      const markup = pictureText(drawn(incident, { width })).replaceAll("><", ">\n<");
      await expect(`${markup}\n`).toMatchFileSnapshot(
        join(import.meta.dirname, "approved", `timeline-${name.slice(9, 19)}-${String(width)}.svg`),
      );
    }
  });

  it("names turning points with the time since the start", () => {
    const picture = drawn(incidentOf(examples, "Incident-2024-04-11-API-Outage.md"));
    expect(textsOf(picture, "milestone")).toEqual(["Started", "Acknowledged", "Identified", "Resolved"]);
    expect(textsOf(picture, "after")).toEqual(["+13 min", "+26 min", "+47 min"]);
  });

  it("tells times in another zone on request", () => {
    const incident = incidentOf(examples, "Incident-2024-11-05-Certificate-Expiry.md");
    expect(textsOf(drawn(incident), "clock")).toEqual(["23:41", "23:47", "23:58", "00:17", "00:29"]);
    expect(textsOf(drawn(incident), "day")).toEqual(["2024-11-05", "2024-11-06"]);
    expect(textsOf(drawn(incident, { zone: "UTC" }), "clock")).toEqual(["22:41", "22:47", "22:58", "23:17", "23:29"]);
    expect(textsOf(drawn(incident, { zone: "UTC" }), "zone")).toEqual(["UTC"]);
    expect(textsOf(drawn(incident, { zone: "UTC" }), "day")).toEqual(["2024-11-05"]);
  });

  it("remarks silences while the incident lasts, and only then", () => {
    const picture = drawn(
      told([
        "09:00 Deployment",
        "10:00 Outage starts",
        "10:20–10:50 Rollback",
        "11:30 Alert fires again",
        "11:40 Service restored",
        "13:00 Review",
      ]),
    );
    expect(textsOf(picture, "note")).toEqual(["40 min without an entry"]);
    expect(withClass(picture, "silence")).toHaveLength(1);
    expect(withClass(picture, "range")).toHaveLength(1);
  });

  it("breaks the axis where a wait of days would flatten the rest, and says how long it was", () => {
    const picture = drawn(
      told([
        "2024-04-11 10:00 One",
        "2024-04-11 10:20 Two",
        "2024-04-11 10:40 Three",
        "2024-04-15 09:00 Four",
        "2024-04-15 09:30 Five",
      ]),
    );
    expect(withClass(picture, "break")).toHaveLength(1);
    expect(textsOf(picture, "note")).toEqual(["3 d 22 h without an entry"]);
    const [one, two, three, four, five] = withClass(picture, "mark").map((mark) => numberOf(mark, "cy"));
    expect((five ?? 0) - (four ?? 0)).toBeCloseTo(1.5 * ((two ?? 0) - (one ?? 0)), 0);
    expect((three ?? 0) - (two ?? 0)).toBeCloseTo((two ?? 0) - (one ?? 0), 0);
  });

  it("has few ticks, however long it took", () => {
    const months = Array.from(
      { length: 48 },
      (_, n) => `${2019 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
    );
    const picture = drawn(told(months.map((month) => `${month}-02 10:00 One`)));
    expect(textsOf(picture, "tick-text").slice(0, 3)).toEqual(["01-24", "02-21", "03-21"]);
    const ticks = withClass(picture, "tick-text").map((tick) => numberOf(tick, "y"));
    expect(Math.min(...ticks.slice(1).map((y, index) => y - (ticks[index] ?? 0)))).toBeGreaterThanOrEqual(34);
  });

  it("tells where the clocks were changed", () => {
    const picture = drawn(
      told(
        ["2024-03-31 01:10 Outage starts", "01:40 Alert", "03:20 Service restored"],
        ["date: 2024-03-31", "timezone: Europe/Berlin"],
      ),
    );
    expect(textsOf(picture, "note")).toContain("Clocks go from UTC+1 to UTC+2");
  });

  it("takes times without a day as one goes after the other, past midnight too", () => {
    const picture = drawn(
      told(["10:00 Outage starts", "10:20 Alert", "23:50 Still down", "00:10 Service restored"], ["title: x"]),
      { zone: "Asia/Tokyo" },
    );
    expect(textsOf(picture, "clock")).toEqual(["10:00", "10:20", "23:50", "00:10"]);
    expect(textsOf(picture, "zone")).toEqual(["times as written"]);
  });

  it("marks what is approximate, in its own way", () => {
    const picture = drawn(told(["~10:00 Alert fires", "10:20 Service restored"]));
    expect(withClass(picture, "approximate")).toHaveLength(1);
    expect(textsOf(picture, "clock")).toEqual(["~10:00", "10:20"]);
  });

  it("gives a text to turning points and some events only, on request, and a mark to all", () => {
    const picture = drawn(
      told(["10:00 Outage starts", "10:01 One", "10:02 Two", "10:03 Three", "10:30 Service restored"]),
      { mostTexts: 3 },
    );
    expect(textsOf(picture, "clock")).toEqual(["10:00", "10:03", "10:30"]);
    expect(withClass(picture, "mark")).toHaveLength(5);
    expect(withClass(picture, "row").map(({ attributes }) => attributes["data-row"])).toEqual([0, 3, 4]);
  });

  it("is null without times", () => {
    expect(timelinePicture(told([]), { width: 300 })).toBeNull();
    expect(timelinePicture(told(["Nobody wrote down when"]), { width: 300 })).toBeNull();
  });

  it("gives the full text where it shortens", () => {
    const words = "The on-call engineer wrote down every single thing that happened, ".repeat(4).trim();
    const [row] = withClass(drawn(told([`10:00 ${words}`, "10:10 Done"])), "row");
    expect(row?.content[0]).toMatchObject({ tag: "title", content: [expect.stringContaining(words)] });
  });
});

describe("any timeline", () => {
  it("stays inside of its box", () => {
    each((picture) => {
      const [width, height] = [numberOf(picture, "width"), numberOf(picture, "height")];
      const isOutside = (part: Shape): boolean =>
        Object.entries(part.attributes).some(
          ([name, value]) =>
            (/^c?x[12]?$/.test(name) && !(Number(value) >= 0 && Number(value) <= width)) ||
            (/^c?y[12]?$/.test(name) && !(Number(value) >= 0 && Number(value) <= height)),
        ) ||
        (part.tag === "text" &&
          part.attributes["text-anchor"] === undefined &&
          numberOf(part, "x") + textWidth(wordsIn(part), 12) > width) ||
        (part.tag === "rect" && numberOf(part, "y") + numberOf(part, "height") > height);
      expect(all(picture).filter(isOutside)).toEqual([]);
    });
  });

  it("keeps the order of time, and the scale between breaks", () => {
    each((picture, incident, zone) => {
      const { rows } = timelineRows(incident, zone);
      const marks = withClass(picture, "mark").map((mark) => numberOf(mark, "cy"));
      const clocks = withClass(picture, "clock").map((clock) => numberOf(clock, "y"));
      expect(marks).toHaveLength(rows.length);
      expect(marks).toEqual([...marks].sort((a, b) => a - b));
      expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
      if (withClass(picture, "break").length > 0) return;
      const perMinute = (index: number): number =>
        ((marks[index] ?? 0) - (marks[0] ?? 0)) / (((rows[index]?.time ?? 0) - (rows[0]?.time ?? 0)) / 60_000);
      for (const index of rows.keys()) {
        if ((marks[index] ?? 0) - (marks[0] ?? 0) > 20)
          expect(perMinute(index) / perMinute(rows.length - 1)).toBeCloseTo(1, 1);
      }
    });
  });

  it("has no text over another", () => {
    each((picture) => {
      const lines = all(picture).filter(
        ({ attributes, tag }) =>
          tag === "text" &&
          /-(?:text|milestone|note|day)$/.test(String(attributes["class"])) &&
          !/tick/.test(String(attributes["class"])),
      );
      const ys = lines.map((text) => numberOf(text, "y")).sort((a, b) => a - b);
      expect(ys.filter((y, index) => index > 0 && y - (ys[index - 1] ?? 0) < 14)).toEqual([]);
      const ticks = withClass(picture, "tick-text")
        .map((text) => numberOf(text, "y"))
        .sort((a, b) => a - b);
      expect(ticks.filter((y, index) => index > 0 && y - (ticks[index - 1] ?? 0) < 12)).toEqual([]);
    });
  });
});
