import { describe, expect, it } from "vitest";
import type { Passage } from "../../src/incident";
import type { ProseTimes } from "../../src/incident/facts/times";
import { nearestMinutes, readProseTimes } from "../../src/incident/facts/times";
import { english, folded, textWords } from "../../src/language";
import { dayOf, findStamps, formatWritten } from "../../src/time";

function read(text: string): ProseTimes {
  const words = textWords(folded(text));
  const stamps: Passage["stamps"] = (language) => findStamps(text, language);
  const passage: Passage = { path: "Note.md", start: 0, text, words, stamps, section: null, kind: "paragraph" };
  const [times] = readProseTimes(
    [passage],
    { day: dayOf({ year: 2024, month: 4, day: 11 }), zone: null, language: english },
    { kind: "fixed", name: "UTC", offset: 0 },
  );
  if (times === undefined) throw new Error("one passage, one answer");
  return times;
}

const times = (text: string): string[] =>
  read(text).times.map((found) => `${formatWritten(found.local)}${found.zone === null ? "" : ` ${found.zone.name}`}`);
const ranges = (text: string): string[] =>
  read(text).ranges.map((found) => `${text.slice(found.place.span.start, found.place.span.end)} = ${found.minutes}`);
const pairs = (text: string): number[] =>
  read(text).pairs.map(({ first, second }) => ((second.time ?? 0) - (first.time ?? 0)) / 60_000);

describe("times in prose", () => {
  it.each([
    ["A config deployment at 06:12 UTC removed", ["2024-04-11T06:12 UTC"]],
    [
      "acknowledged the alert at 06:25 and identified the root cause by 06:38.",
      ["2024-04-11T06:25", "2024-04-11T06:38"],
    ],
    ["On 2023-07-20 between 12:17 and 12:30 UTC", ["2023-07-20T12:17 UTC", "2023-07-20T12:30 UTC"]],
    ["between 12:17 and 12:30 UTC on 2023-07-20, our users", ["2023-07-20T12:17 UTC", "2023-07-20T12:30 UTC"]],
    ["between 11:48 PM on October 19 and 2:40 AM on October 20", ["2024-10-19T23:48", "2024-10-20T02:40"]],
    ["On Saturday, December 17th, 2022 at roughly 12:43 UTC", ["2022-12-17T12:43 UTC"]],
    ["at 6pm PDT", ["2024-04-11T18:00 PDT"]],
    ["2024-04-11T06:12:30Z", ["2024-04-11T06:12 Z"]],
    ["from 2021-05-25 11:30 UTC until 2021-05-26 07:51 UTC", ["2021-05-25T11:30 UTC", "2021-05-26T07:51 UTC"]],
    ["2:32-2:40 PM", ["2024-04-11T14:32", "2024-04-11T14:40"]],
    ["version 1.270.0, PR #3161 and 10.240.0.7:8080 at 80%", []],
  ])("reads %s", (text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  it.each([
    ["47 minutes (06:12–06:59 UTC)", ["06:12–06:59 UTC = 47"]],
    ["from 16:16 to 19:12", ["16:16 to 19:12 = 176"]],
    ["between 23:50 and 00:20", ["23:50 and 00:20 = 30"]],
    [
      "between 11:48 PM on October 19 and 2:40 AM on October 20",
      ["11:48 PM on October 19 and 2:40 AM on October 20 = 172"],
    ],
    ["06:12 UTC – 09:02 CEST", ["06:12 UTC – 09:02 CEST = 50"]],
    ["2021-05-25 11:30 UTC until 2021-05-26 07:51 UTC", ["2021-05-25 11:30 UTC until 2021-05-26 07:51 UTC = 1221"]],
    [
      "began at 2019-06-02 11:45 and ended at 2019-06-02 15:40 (all times are US/Pacific)",
      ["2019-06-02 11:45 and ended at 2019-06-02 15:40 = 235"],
    ],
    ["at 06:12 and 06:59", []],
    ["at 06:12, 06:59", []],
  ])("ranges of %s", (text, expected) => {
    expect(ranges(text)).toEqual(expected);
  });

  it.each([
    ["11:48 PM PDT (7.48 UTC)", 60 - 1440],
    ["11:20 UTC (7:20 AM EDT)", 0],
    ["11:20 UTC / 13:20 CEST", 0],
  ])("pairs of %s", (text, expected) => {
    expect(pairs(text)).toEqual([expected]);
  });

  it.each([
    ["10:02 to 11:32 CET (09:02–10:32 UTC)", [0, 0]],
    ["10:02 to 11:32 CET (09:02–10:23 UTC)", [0, -9]],
    ["10:02–11:32 CET / 08:02–10:32 UTC", [-60, 0]],
    ["23:50–00:20 UTC (00:50–01:20 CET)", [0, 0]],
  ])("pairs of both ends of %s", (text, expected) => {
    expect(pairs(text).map((minutes) => ((((minutes + 720) % 1440) + 1440) % 1440) - 720)).toEqual(expected);
  });

  it("takes no two moments for one", () => {
    expect(pairs("11:20 UTC and 13:20 CEST")).toEqual([]);
    expect(pairs("10:02 to 11:32 CET (09:02 UTC)")).toEqual([]);
  });
});

describe("nearestMinutes", () => {
  it.each([
    [{ minutes: 47, cycle: 1440 as const }, 45, 47],
    [{ minutes: 47, cycle: 1440 as const }, 1490, 1487],
    [{ minutes: 945, cycle: 720 as const }, 225, 225],
    [{ minutes: 47, cycle: null }, 1490, 47],
  ])("%o for %i: %i", (range, stated, expected) => {
    expect(nearestMinutes(range, stated)).toBe(expected);
  });
});
