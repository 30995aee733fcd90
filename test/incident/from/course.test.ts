import { describe, expect, it } from "vitest";
import { finish } from "../../../src/base";
import { needsZone, nothingKnown, readSources, recognise, settle, tools } from "../../../src/incident/from";
import { formatInstant, parseDay, utc } from "../../../src/time";
import { imported, json, told, unread } from "./reading";

/** So many steps a text is read in. */
function stepsOf(text: string): number {
  const steps = readSources([{ name: "file", text }], nothingKnown);
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe("a long text", () => {
  const times = (count: number, line: (time: string, index: number) => string, head = "", tail = ""): string =>
    head +
    Array.from({ length: count }, (_, index) =>
      line(`${String(Math.floor(index / 60) % 24).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`, index),
    ).join("\n") +
    tail;
  const rule = "=".repeat(30);

  it.each<[format: string, line: (time: string, index: number) => string, head?: string, tail?: string]>([
    ["git log", (time) => `2025-03-10T${time}:00Z abcdef0 x`],
    ["copied from Discord", (time) => `mia — 03/10/2025 ${time}`],
    ["copied from Microsoft Teams", (time) => `[3/13/2025 ${time}] mia`],
    ["copied from Slack", (time) => `mia  ${time}`],
    ["links to chat messages", (_, index) => `https://acme.slack.com/archives/C0LOGIN01/p17415${10000 + index}000339`],
    ["lines with times", (time) => `2025-03-10 ${time} x`],
    ["table of events", (time) => `2025-03-10 ${time},x`, "time,what\n"],
    ["DiscordChatExporter text", (time) => `[3/13/2025 ${time}] mia`, `${rule}\nGuild: a\n`],
    ["DiscordChatExporter CSV", (time) => `1,mia,2025-03-10T${time},x`, "AuthorID,Author,Date,Content\n"],
    ["Slack messages", (_, index) => `{"ts":"17415${10000 + index}.000339","text":"x"},`, "[", "{}]"],
  ])("is read in steps: %s", (format, line, head = "", tail = "") => {
    const texts = [1, 2561].map((count) => times(count, line, head, tail));
    expect(imported(texts[0] ?? "").format).toBe(format);
    const [few = 0, many = 0] = texts.map(stepsOf);
    expect(many - few).toBeGreaterThanOrEqual(5);
    expect(many - few).toBeLessThanOrEqual(20);
  });

  it("shows what all of it is in its first hundred records", () => {
    const other = Array.from({ length: 99 }, () => ({ a: 1 }));
    const event = { time: "2025-03-10T09:00:00Z", text: "x" };
    expect(imported(json([...other, event])).format).toBe("JSON events");
    expect(imported(json([...other, {}, event])).format).toBeNull();
  });
});

describe("what was handed over", () => {
  it("is recognised where it is beyond doubt", () => {
    const said = (text: string) => recognise({ name: "", text }, nothingKnown);
    expect(said("mia  10:00 AM\ndown\n")).toEqual({ tool: "slack", format: "copied from Slack" });
    expect(said('[{"ts":"1741597200.000339","text":"x"}]')).toEqual({ tool: "slack", format: "Slack messages" });
    for (const text of [
      "time,what\n2025-03-10 10:00,x\n",
      '[{"time":"2025-03-10T09:00:00Z","text":"x"}]',
      "https://acme.slack.com/archives/C0LOGIN01/p1741597200000339",
      "# A\n\n## Timeline\n\n- 2025-03-10 10:00 x\n",
      "2025-03-10 10:00 x",
      "Issue key,Summary,Status\nSHOP-1,x,Done\n",
      "tea",
    ])
      expect(said(text), text).toBeNull();
  });

  it("says why it is not read", () => {
    expect(imported(" \n").failed).toEqual(["-: is empty"]);
    expect(imported("at 10:00\n").failed).toEqual([
      "-: holds no line that begins with a date and a time, and is of no known format",
    ]);
    expect(imported("at 1741597200\n").failed[0]).toContain("begins with a date and a time");
    expect(imported("at 174159720\n").failed[0]).toContain("holds no times");
    expect(imported("2025-03-10 10:00 x", { tool: "slack" }).failed).toEqual([
      "-: does not look like it came from `slack`",
    ]);
    expect(imported("[[1", { tool: "slack" }).failed).toEqual(["1: the file breaks off here"]);
    expect(imported("tea\n\nand more", { tool: "teams" }).unread).toEqual([
      expect.objectContaining({ line: 1, text: "tea" }),
    ]);
    expect(imported("at 10:00", { tool: "teams" }).failed).toHaveLength(1);
  });

  it("comes from one of the tools", () => {
    expect(tools).toEqual([...tools].sort());
    expect(tools).toContain("slack");
    expect(new Set(tools).size).toBe(tools.length);
  });

  it("is turned around where more of it leads back than on", () => {
    const lines = (...minutes: readonly number[]) =>
      json(minutes.map((each) => ({ time: `2025-03-10T09:0${each}:00Z`, text: String(each) })));
    const order = (text: string) =>
      finish(readSources([{ name: "file", text }], nothingKnown))
        .read[0]?.events.map((event) => event.text)
        .join("");
    expect(order(lines(3, 2, 1))).toBe("123");
    expect(order(lines(1, 2, 3))).toBe("123");
    expect(order(lines(3, 1, 2))).toBe("312");
    expect(order(lines(4, 2, 3, 1))).toBe("1324");
    expect(order(lines(2, 2, 1))).toBe("122");
  });

  it("gives a message once that it holds twice", () => {
    const message = { id: "a", time: "2025-03-10T09:00:00Z", text: "x" };
    const count = (other: object) => imported(json([message, { ...message, ...other }])).events.length;
    expect(count({})).toBe(1);
    expect(count({ id: "b" })).toBe(2);
    expect(count({ text: "y" })).toBe(2);
    expect(count({ time: "2025-03-10T09:00:01Z" })).toBe(2);
    expect(count({ time: "2025-03-10 10:00" })).toBe(2);
    const wall = { ...message, time: "2025-03-10 10:00" };
    expect(imported(json([wall, wall])).events).toHaveLength(1);
    expect(imported(json([wall, { ...wall, time: "2025-03-10 10:01" }])).events).toHaveLength(2);
    expect(imported(json([wall, message])).events).toHaveLength(2);
  });
});

describe("a clock time without a day", () => {
  const settled = (text: string, clock: number | null) => {
    const [source] = finish(readSources([{ name: "file", text }], nothingKnown)).read;
    if (source === undefined) return [];
    const around = { zone: utc, day: parseDay("2025-03-10"), clock, today: parseDay("2025-03-12") };
    return finish(settle(source, around)).events.map(({ time }) => formatInstant(time));
  };
  const hour = 3_600_000;

  it.each([
    ["10:00", null, "2025-03-10T10:00:00Z"],
    ["01:00", 23 * hour, "2025-03-11T01:00:00Z"],
    ["11:00", 23 * hour, "2025-03-10T11:00:00Z"],
    ["10:59", 23 * hour, "2025-03-11T10:59:00Z"],
    ["23:00", hour, "2025-03-09T23:00:00Z"],
    ["13:00", hour, "2025-03-10T13:00:00Z"],
    ["13:01", hour, "2025-03-09T13:01:00Z"],
  ])("lies by the beginning of the incident: %s", (time, clock, expected) => {
    expect(settled(`time,what\n${time},x\n`, clock)).toEqual([expected]);
  });

  it("goes on from the one above it, past midnight where it goes back by much", () => {
    expect(settled("time,what\n20:00,x\n14:00,x\n07:59,x\n09:00,x\n", null)).toEqual([
      "2025-03-10T20:00:00Z",
      "2025-03-10T14:00:00Z",
      "2025-03-11T07:59:00Z",
      "2025-03-11T09:00:00Z",
    ]);
  });

  it("needs a zone where neither it nor its source states one", () => {
    const needs = (text: string) => finish(readSources([{ name: "file", text }], nothingKnown)).read.map(needsZone);
    expect(needs("time,what\n10:00,x\n")).toEqual([true]);
    expect(needs("time (UTC),what\n10:00,x\n")).toEqual([false]);
    expect(needs("time,what\n2025-03-10T10:00Z,x\n")).toEqual([false]);
    expect(needs("time,what\n2025-03-10T10:00Z,x\n2025-03-10T10:00,x\n")).toEqual([true]);
  });
});

describe("dates in figures", () => {
  const days = (...dates: readonly string[]): readonly string[] => {
    const read = imported(`time,what\n${dates.map((date) => `${date} 10:00,x`).join("\n")}\n`, { zone: "UTC" });
    return [...told(read).map((each) => each.slice(0, 10)), ...unread(read)];
  };

  const reason = "which of its figures is the month cannot be told: write the month by its name";
  const unknown = [`2: ${reason}`, `3: ${reason}`];

  it.each([
    [["4/3/2025", "3/4/2025"], unknown],
    [
      ["3/4/2025", "2/4/2025"],
      ["2025-04-02", "2025-04-03"],
    ],
    [
      ["2/4/2025", "3/4/2025"],
      ["2025-04-02", "2025-04-03"],
    ],
    [
      ["3/9/2025", "3/10/2025", "3/8/2025"],
      ["2025-03-08", "2025-03-09", "2025-03-10"],
    ],
    [["2/6/2025", "2/6/2025"], unknown],
    [
      ["7/2/2025", "7/2/2025"],
      ["2025-02-07", "2025-02-07"],
    ],
    [
      ["3/3/2025", "3/3/2025"],
      ["2025-03-03", "2025-03-03"],
    ],
    [["31/3/2025", "2/13/2025"], unknown],
    [
      ["30/4/2025", "1/5/2025"],
      ["2025-04-30", "2025-05-01"],
    ],
  ])("are of one order: %j", (dates, expected) => {
    expect(days(...dates)).toEqual(expected);
  });
});
