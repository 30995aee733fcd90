import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { readIncident } from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import type { PropertyValue } from "../../src/write/edit";
import { replacedMetrics, writeMetricProperties, writeProperties } from "../../src/write/edit";

/** The note after properties were written, or why they were not; every edit names its note. */
function written(text: string, properties: Readonly<Record<string, PropertyValue>>): string {
  const plan = writeProperties(parseNote(text, "A.md"), properties);
  if (!plan.ok) return plan.message;
  expect(new Set(plan.edits.map(({ path }) => path))).toEqual(new Set(["A.md"]));
  return applyEdits(text, plan.edits) ?? "overlap";
}

const byHand = "the frontmatter is written in a way that has to be changed by hand";
const soAlready = "the properties say so already";

describe("properties that are written", () => {
  it.each<[string, PropertyValue, string]>([
    ["a: 1 # why", 2, "a: 2 # why"],
    ["a: 1 # why", "x", "a: x # why"],
    ["a: x", "q: z", 'a: "q: z"'],
    ["a: x", "yes", 'a: "yes"'],
    ["a: true", false, "a: false"],
    ["a: true", true, soAlready],
    ['a: "true"', true, "a: true"],
    ["a: 1", 1, soAlready],
    ["a: 1.0", 1, soAlready],
    ['a: "1"', 1, "a: 1"],
    ["a: 1", "1", soAlready],
    ["a: 017", "017", soAlready],
    ["a: x", "x", soAlready],
    ["a: ' x '", "x", soAlready],
    ["a:", null, soAlready],
    ["a: ''", null, soAlready],
    ["a: []", null, soAlready],
    ["b: 1", null, soAlready],
    ["a: x # why", null, "a:  # why"],
    ["a: [x, q] # why", null, "a: # why"],
    ["a:\n  - x\n  - q\nb: 1", null, "a:\nb: 1"],
    ["a:", "x", "a: x"],
    ["a: # why", "x", "a: x # why"],
    ["a:\nb: 1", ["x", "q"], "a: [x, q]\nb: 1"],
    ["a: x", ["x"], soAlready],
    ["a: x, q", ["x", "q"], soAlready],
    ["a: x", ["q"], "a: q"],
    ["a: x", ["x", "q, z"], 'a: [x, "q, z"]'],
    ["a: x", ["x", "[z]"], 'a: [x, "[z]"]'],
    ["a: x", [], "a: []"],
    ["a: []", ["x"], "a: x"],
    ["a: []", ["x", "q"], "a: [x, q]"],
    ["a: ['', x]", ["q"], "a: [q]"],
    ["a: [x, q]", [], "a: []"],
    ["a: [x, 'q'] # why", ["x", "q"], soAlready],
    ["a: [x, 'q'] # why", ["q", "x"], "a: [q, x] # why"],
    ["a: [x ,  'q'] # why", ["x", "q", "z, z", "w"], "a: [x ,  'q', \"z, z\", w] # why"],
    ["a: [x, q]", ["x"], "a: [x]"],
    ["a:\n- x # one\n- q # two\nb: 1", ["x", "q", "z: 1"], 'a:\n- x # one\n- q # two\n- "z: 1"\nb: 1'],
    ["a:\n  -   x\n  -   q\nb: 1", ["z", "x, w"], "a:\n  -   z\n  -   x, w\nb: 1"],
    ["a:\n  - x\nb: 1", ["x", "q", "z"], "a:\n  - x\n  - q\n  - z\nb: 1"],
    ["a:\n  - x\n  -\nb: 1", ["x", "q"], "a:\n  - x\n  - q\nb: 1"],
    ["a:\n  -\n  -\nb: 1", ["x", "q"], "a:\n  [x, q]\nb: 1"],
    ["a:\n  - x\nb: 1", [], "a:\n  []\nb: 1"],
    ["a:\n  - &n x\nb: 1", ["x", "q"], byHand],
    ["a : [x]", null, "a :"],
    ["a :  x", null, "a :  "],
    ["a : # why", "x", "a : x # why"],
    ["a: |\n  x\n  q\nb: 1", "z", "a: z\nb: 1"],
    ["a: {b: 1}", "z", "a: z"],
    ["a: {b: 1}", null, "a: "],
    ["a:\n  b: 1\n  c: 2\nd: 3", "z", "a:\n  z\nd: 3"],
    ["a: &n x\nb: *n", "z", byHand],
    ["A: 1", 2, "A: 2"],
    ['"a": 1', 2, '"a": 2'],
    ["b: 1", "x", "b: 1\na: x"],
    ["b: 1", ["x"], "b: 1\na: x"],
    ["b: 1", [], "b: 1\na: []"],
    ["b: 1", ["x", "q"], "b: 1\na: [x, q]"],
    ["  b: 1", true, "  b: 1\n  a: true"],
    ["{b: 1}", 1, byHand],
  ])("%j gets the value %j", (before, value, after) => {
    const note = (properties: string): string => `---\n${properties}\n---\n\n# A\n`;
    const expected = after === byHand || after === soAlready ? after : note(after);
    expect(written(note(before), { a: value })).toBe(expected);
    const inLines = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(written(inLines(note(before)), { a: value })).toBe(inLines(expected));
  });

  it("come in their order into a new frontmatter, behind the mark of the byte order", () => {
    expect(written("# A\n", { a: 1, b: null, c: "x" })).toBe("---\na: 1\nc: x\n---\n# A\n");
    expect(written("\ufeff# A\r\n", { a: 1, c: ["x", "q"] })).toBe("\ufeff---\r\na: 1\r\nc: [x, q]\r\n---\r\n# A\r\n");
    expect(written("---\n---\n# A\n", { a: 1, b: "" })).toBe('---\na: 1\nb: ""\n---\n# A\n');
    expect(written("---\nb: 1\nc: 2\n---\n", { c: 3, a: 1, b: 2 })).toBe("---\nb: 2\nc: 3\na: 1\n---\n");
  });

  it("are refused where the frontmatter cannot be read or stands below other text", () => {
    expect(written("---\na: [1\n---\n", { a: 1 })).toMatch(/^the frontmatter cannot be read: /);
    expect(written("\n---\na: 1\n---\n", { a: 2 })).toBe(
      "the properties do not start on the first line: move what stands above them below",
    );
  });
});

describe("the metrics in the properties", () => {
  const incidentOf = (properties: string) => {
    const text = `---\ntimezone: UTC\nstarted: 2024-04-11T06:12\nacknowledged: 2024-04-11T06:25\nresolved: 2024-04-11T06:59\n${properties}---\n\n# A\n`;
    const library = createLibrary();
    library.update("A.md", text);
    const note = library.note("A.md");
    if (note === null) throw new Error("A.md is not held");
    return readIncident(note, library, defaultSettings);
  };

  it.each([
    ["", []],
    ["time-to-resolve: 47\ntime-to-acknowledge:\n", []],
    ["time-to-resolve: about 40\n", [{ name: "time-to-resolve", before: "about 40", after: 47 }]],
    [
      "time-to-resolve: [40,  50]\ntime-to-acknowledge: 012\n",
      [
        { name: "time-to-resolve", before: "[40,  50]", after: 47 },
        { name: "time-to-acknowledge", before: "012", after: 13 },
      ],
    ],
  ])("are named where another value would go: %j", (properties, replaced) => {
    const found = replacedMetrics(incidentOf(properties));
    expect([...found].sort((a, b) => b.after - a.after)).toEqual(replaced);
  });

  it("are all written, those that stand there are left", () => {
    const incident = incidentOf("time-to-resolve: 47 # so\n");
    const plan = writeMetricProperties(incident);
    expect(plan.ok ? applyEdits(incident.note.text, plan.edits) : plan.message).toContain(
      "\ntime-to-resolve: 47 # so\ntime-to-acknowledge: 13\n---\n",
    );
  });
});
