import { describe, expect, it } from "vitest";
import { finish } from "../../../src/base";
import { nothingKnown, readSources } from "../../../src/incident/from";
import { imported, json, told, unread } from "./reading";
import { expectLinear, repeated } from "../../linear";

describe("what nobody would write", () => {
  it("is told with its place where it is no JSON", () => {
    expect(imported('{\n "log_entries": [\n  {"id": 1,,}\n ]\n}').failed).toEqual(["3: this is no JSON"]);
    expect(imported('[{"time": "2025-03-10T09:00:00Z", "text": "down"},\n {"time": ').failed).toEqual([
      "2: the file breaks off here",
    ]);
    expect(imported('[{"text": "down\n').failed).toEqual(["1: a text that begins here has no end"]);
    expect(imported("").failed).toEqual(["-: is empty"]);
    expect(imported("[]").failed[0]).toMatch(/holds no list of events/);
  });

  it.each([
    ["lists", "[".repeat(10_000) + "]".repeat(10_000)],
    ["objects", '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000)],
    ["unclosed lists", "[".repeat(10_000)],
  ])("is left alone: 10,000 %s in one another", (_, text) => {
    expect(imported(text).events).toEqual([]);
    const record = `[{"time":"2025-03-10T09:00:00Z","text":"down","more":${text}},{"text":"up"}]`;
    const read = imported(record);
    expect(read.failed.length + told(read).length).toBe(1);
  });

  it("changes no prototype", () => {
    const text =
      '[{"__proto__":{"time":"2025-03-10T09:00:00Z"},"constructor":{"text":"x"},"text":"down"},{"time":"2025-03-10T09:00:00Z","text":"up","actor":{"__proto__":{"name":"root"}}}]';
    expect(told(imported(text))).toEqual(["2025-03-10T09:00:00Z -: up"]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("time");
    const slack = json([
      { ts: "1741597200.000001", type: "message", subtype: "toString", user: "__proto__", text: "hi" },
    ]);
    expect(told(imported(slack))).toEqual(["2025-03-10T09:00:00Z __proto__: hi"]);
  });

  it("shows nothing that hides: control characters and marks of direction are gone", () => {
    const read = imported(
      json([{ time: "2025-03-10T09:00:00Z", text: "a\u0000b\u202ec\r\nd\u200b", url: "javascript:alert(1)" }]),
    );
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: abc d"]);
    expect(read.events[0]?.url).toBeNull();
  });

  it("is text, formulas and markup alike", () => {
    const csv = `time,what\n2025-03-10T09:00:00Z,"=HYPERLINK(""http://x"",""y"")"\n2025-03-10T09:01:00Z,<img src=x onerror=y>\n`;
    expect(told(imported(csv))).toEqual([
      '2025-03-10T09:00:00Z -: =HYPERLINK("http://x","y")',
      "2025-03-10T09:01:00Z -: <img src=x onerror=y>",
    ]);
  });

  it("is no time where none can be meant", () => {
    const records = [
      "2025-13-40T09:00:00Z",
      "2025-03-10T25:00:00Z",
      "2025-03-10",
      12,
      -1,
      1e300,
      null,
      true,
      {},
      [],
      "",
    ].map((time) => ({ time, text: "x" }));
    const read = imported(json([{ time: "2025-03-10T09:00:00Z", text: "x" }, ...records]));
    expect(told(read)).toHaveLength(1);
    expect(read.unread).toHaveLength(records.length);
  });

  it("is too long to be read at some length", () => {
    expect(imported("x".repeat(64_000_001)).failed[0]).toMatch(/too long/);
  });

  it("is a quotation mark that is never closed", () => {
    const read = imported('time,what\n2025-03-10T09:00:00Z,down\n2025-03-10T09:01:00Z,"up\nand\nso on\n');
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z -: down", "2025-03-10T09:01:00Z -: up and so on"]);
  });

  it("takes no longer than in proportion to its length", async () => {
    for (const [head, piece, tail] of [
      ["mia\n  3:06 PM\n", ":a", ""],
      ["", "a ", "— Today at 3:06 PM"],
      ["[", " ", "3:06 PM] a"],
      ["", "\n", "mia  3:06 PM"],
      ["x", "\t", ""],
      ["time,what\n", '"', ""],
      ['[{"ts":"1741597200.000001","type":"message","text":"', "<@", '"}]'],
    ] as const)
      await expectLinear((text) => imported(text), repeated(piece, head, tail));
    for (const piece of ["<a href='", "<!--", "<div "])
      await expectLinear((html) => imported("x", { html }), repeated(piece));
  });

  describe("a file of a megabyte, which is parsed in parts", () => {
    const event = (index: number): object => ({
      time: new Date(Date.UTC(2025, 2, 10, 9) + index * 1000).toISOString(),
      text: `${index} says "]}, \\\\" and \\\\`,
      ["__proto__"]: { text: "x" },
      more: [{}, [], "\\", { "a,b]": [index, null, true, -1e3] }, "y".repeat(300)],
    });
    const events = Array.from({ length: 2000 }, (_, index) => event(index));
    const cells = Array.from({ length: 2000 }, (_, index) =>
      [
        new Date(Date.UTC(2025, 2, 10, 9) + index * 1000).toISOString(),
        `${index} says "]}, \\\\" and \\\\`,
        `${"y".repeat(300)}\n"a",\r\n`,
      ].map((cell) => `"${cell.replaceAll('"', '""')}"`),
    );
    const table = ["time,text,more", ...cells.map((each) => each.join(","))].join("\n");

    it.each([
      ["a list", json(events)],
      ["a list in objects", JSON.stringify({ page: { ["__proto__"]: 1, rows: events, next: null }, total: 2 })],
      ["one object in each line", events.map((each) => JSON.stringify(each)).join("\n")],
      ["a table with line breaks in its cells", table],
      ["two pages", `${json(events)}\n${json(events.slice(0, 3))}`],
    ])("reads as it is: %s", (_, text) => {
      const steps = readSources([{ name: "file", text }], nothingKnown);
      let [count, step] = [0, steps.next()];
      for (; step.done !== true; step = steps.next()) count += 1;
      expect(count).toBeGreaterThan(4);
      const read = step.value.read[0]?.events ?? [];
      expect(read.map((each) => each.text).slice(0, 2000)).toEqual(
        Array.from({ length: 2000 }, (__, index) => `${index} says "]}, \\\\" and \\\\`.replace(/\s+/g, " ")),
      );
    });

    /** The longest text that is parsed at once. */
    function longestParsed(text: string): number {
      const { parse } = JSON;
      let longest = 0;
      JSON.parse = (source, reviver) => {
        longest = Math.max(longest, source.length);
        const value: unknown = parse(source, reviver);
        return value;
      };
      try {
        finish(readSources([{ name: "file", text }], nothingKnown));
      } finally {
        JSON.parse = parse;
      }
      return longest;
    }
    const within = (depth: number): string => `${'{"a":'.repeat(depth)}${JSON.stringify(events)}${"}".repeat(depth)}`;

    it.each([
      ["a list", within(0)],
      ["a list in an object", JSON.stringify({ page: { rows: events, next: null }, total: 2 })],
      ["a list three objects deep", within(3)],
      ["one object in each line", events.map((each) => JSON.stringify(each)).join("\n")],
    ])("is never held up by more than a quarter of it: %s", (_, text) => {
      expect(text.length).toBeGreaterThan(800_000);
      expect(longestParsed(text)).toBeLessThan(255_000);
    });

    it("is parsed at once where it is deeper still", () => {
      expect(longestParsed(within(4))).toBe(JSON.stringify(events).length);
    });

    it("names the lines of a table, and reads on behind a long cell", () => {
      const long = `2025-03-10T09:00:00Z,"${"a\n".repeat(100_000)}",x\n`;
      const read = imported(`${table}\nsoon,x,x\n${long}late,x,x\n2025-03-10T12:00:00Z,up,x`);
      expect(read.events).toHaveLength(2002);
      expect(unread(read)).toEqual([
        "6002: it has no time that can be read",
        "106004: it has no time that can be read",
      ]);
    });

    const lines = json(events);
    const lineOf = (index: number): number => lines.slice(0, index).split("\n").length;
    const late = lines.lastIndexOf("null");
    it.each([
      ["a comma too many", lines.replace(/\]$/, ",]"), `${lineOf(lines.length)}: this is no JSON`],
      ["a comma behind a long part", `[${json("x".repeat(300_000))},\n]`, "2: this is no JSON"],
      ["two commas", lines.replace("\n },", "\n },,"), `${lineOf(lines.indexOf("\n },") + 1)}: this is no JSON`],
      ["no end", lines.slice(0, -1), `${lineOf(lines.length)}: the file breaks off here`],
      ["the wrong bracket", lines.replace(/\]$/, "}"), `${lineOf(lines.length)}: this is no JSON`],
      ["a word", `${lines.slice(0, late)}nil${lines.slice(late + 4)}`, `${lineOf(late)}: this is no JSON`],
      ["a text without end", `${lines.slice(0, late)}"`, `${lineOf(late)}: a text that begins here has no end`],
      ["more behind it", `${lines} x`, `${lineOf(lines.length)}: this is no JSON`],
    ])("is told with its place where it has %s", (_, text, fault) => {
      expect(imported(text).failed).toEqual([fault]);
    });
  });

  it("is read once: ten thousand messages take less than a second", () => {
    const messages = Array.from({ length: 10_000 }, (_, index) => ({
      type: "message",
      user: `U0${String(index % 40).padStart(7, "0")}`,
      ts: `${1741597200 + index * 7}.000001`,
      text: `message ${index} about <https://example.org/${index}|the service> &amp; <@U00000001>`,
    }));
    const text = json(messages);
    imported(text);
    // Work, not waiting: other tests run beside this one.
    const before = process.cpuUsage();
    expect(imported(text).events).toHaveLength(10_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(unread(imported(text))).toEqual([]);
  });
});
