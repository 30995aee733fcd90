import { describe, expect, it } from "vitest";
import { languageNamed, type Lexicon } from "../../src/language";
import { admits, readDurations } from "../../src/time";
import { expectLinear, repeated } from "../linear";

const read = (text: string, language?: Lexicon): string[] =>
  readDurations(text, language).map((found) => {
    const marks = [
      found.approximate ? "~" : "",
      found.bound ?? "",
      found.bare ? "bare" : "",
      found.most === found.minutes ? "" : `to ${found.most}`,
    ].filter((mark) => mark !== "");
    return [
      `${text.slice(found.start, found.end)} = ${Number(found.minutes.toFixed(2))}/${Number(found.step.toFixed(2))}`,
      ...marks,
    ].join(" ");
  });

describe("readDurations", () => {
  it.each([
    ["47 minutes (06:12–06:59 UTC)", ["47 minutes = 47/1"]],
    ["resulting in a 47-minute full outage", ["47-minute = 47/1"]],
    ["a forty-seven minute outage", ["forty-seven minute = 47/1"]],
    ["1h31", ["1h31 = 91/1"]],
    ["Time to resolve: 9h46", ["9h46 = 586/1"]],
    ["print do DM às 21h45, no ar às 22h11", []],
    ["Durée : 14h30 – 15h10", []],
    ["4h 33m and 4h45m", ["4h 33m = 273/1", "4h45m = 285/1"]],
    ["down for nine hours", ["nine hours = 540/60"]],
    ["1 hour and 5 minutes", ["1 hour and 5 minutes = 65/1"]],
    ["2 hours, 3 minutes", ["2 hours, 3 minutes = 123/1"]],
    ["5 hours 26 minutes", ["5 hours 26 minutes = 326/1"]],
    ["lasted for 184 min", ["184 min = 184/1"]],
    ["downtime: 66 min", ["66 min = 66/1"]],
    ["1.5 hours", ["1.5 hours = 90/30"]],
    ["an hour and a half", ["an hour and a half = 90/30"]],
    ["one and a half hours", ["one and a half hours = 90/30"]],
    ["half an hour", ["half an hour = 30/30"]],
    ["about half an hour", ["half an hour = 30/30 ~"]],
    ["1,440 minutes", ["1,440 minutes = 1440/1"]],
    ["2 days 3 hours", ["2 days 3 hours = 3060/60"]],
    ["90 seconds", ["90 seconds = 1.5/0.02"]],
    ["about 1h50m", ["1h50m = 110/1 ~"]],
    ["For about 13 minutes", ["13 minutes = 13/1 ~"]],
    ["~30min", ["30min = 30/1 ~"]],
    ["outages of 10-30 minutes", ["10-30 minutes = 10/1 to 30"]],
    ["5 to 10 minutes", ["5 to 10 minutes = 5/1 to 10"]],
    ["between 20 and 25 minutes", ["20 and 25 minutes = 20/1 to 25"]],
    ["between about 20 minutes and 25 minutes", ["20 minutes and 25 minutes = 20/1 ~ to 25"]],
    ["between 1 hour and 90 minutes", ["1 hour and 90 minutes = 60/1 to 90"]],
    ["replicas 20 and 25 minutes", ["25 minutes = 25/1"]],
    ["down 1h-2h", ["1h-2h = 60/60 to 120"]],
    ["1h 30m – 2h 10m", ["1h 30m – 2h 10m = 90/1 to 130"]],
    ["30 minutes to 1 hour", ["30 minutes to 1 hour = 30/60 to 60"]],
    ["grew from 5 minutes to 30 minutes", ["5 minutes = 5/1", "30 minutes = 30/1"]],
    ["cut 30 minutes to 5 minutes", ["30 minutes = 30/1", "5 minutes = 5/1"]],
    ["1h to 1h30", ["1h to 1h30 = 60/1 to 90"]],
    ["twenty five minutes", ["twenty five minutes = 25/1"]],
    ["2 and a half hours", ["2 and a half hours = 150/30"]],
    ["30 seconds of downtime", ["30 seconds = 0.5/0.02"]],
    ["over 5 hours", ["5 hours = 300/60 at-least"]],
    ["4+ hour detection delay", ["4+ hour = 240/60 at-least"]],
    [">15min to start", ["15min = 15/1 at-least"]],
    ["within 19 minutes", ["19 minutes = 19/1 at-most"]],
    ["within ten minutes", ["ten minutes = 10/1 at-most"]],
    ["up to an hour", ["an hour = 60/60 at-most"]],
    ["TTR 90m", ["90m = 90/1 bare"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "at 06:12 UTC",
    "2024-04-11",
    "500-connection limit",
    "$5m",
    "v1.2.3 hours",
    "port 8080",
    "10 minutely",
    "3 machines",
    "4.71K requests per second",
    "5xx",
    "a second pull request",
    "100s of requests",
    "an h",
    "T+5m",
    "a minor issue",
    "99% of",
    "id-12 day",
    "x12 hours",
  ])("finds none in %s", (text) => {
    expect(read(text).filter((found) => !found.endsWith("bare"))).toEqual([]);
  });

  it.each([
    ["故障持续了一个半小时", ["一个半小时 = 90/30"]],
    ["持续两小时半", ["两小时半 = 150/30"]],
    ["中断三十五分钟", ["三十五分钟 = 35/1"]],
    ["一百零五分钟", ["一百零五分钟 = 105/1"]],
    ["约半小时", ["半小时 = 30/30 ~"]],
    ["3个半小时", ["3个半小时 = 210/30"]],
    ["一小时零五分钟", ["一小时零五分钟 = 65/1"]],
    ["三到五天", ["三到五天 = 4320/1440 bare to 7200"]],
    ["第三天", []],
    ["第三十天", []],
    ["几十分钟", []],
    ["两三天", []],
    ["三分之一", ["三分 = 3/1 bare"]],
  ])("reads the numerals of %s", (text, expected) => {
    expect(read(text, languageNamed("zh") ?? undefined)).toEqual(expected);
  });

  it("stays linear on hostile text", async () => {
    for (const piece of ["1 ", "1h ", "a", "half an ", "1-", "1 to ", "twenty-", "9,999,", "one and a "])
      await expectLinear((text) => readDurations(text), repeated(piece));
  });
});

describe("admits", () => {
  const admit = (text: string, minutes: number): boolean =>
    readDurations(text).every((stated) => admits(stated, minutes));
  it.each([
    ["47 minutes", 47, true],
    ["47 minutes", 48, true],
    ["47 minutes", 49, false],
    ["184 min", 176, false],
    ["nine hours", 560, true],
    ["nine hours", 684, false],
    ["about 13 minutes", 14, true],
    ["about 13 minutes", 20, false],
    ["over 5 hours", 326, true],
    ["over 5 hours", 250, false],
    ["within 19 minutes", 4, true],
    ["within 19 minutes", 25, false],
    ["10-30 minutes", 20, true],
    ["1.5 hours", 100, true],
    ["1.5 hours", 120, false],
  ])("%s, %i minutes: %s", (text, minutes, expected) => {
    expect(admit(text, minutes)).toBe(expected);
  });
});
