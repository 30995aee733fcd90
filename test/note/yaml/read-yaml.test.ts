import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNote } from "../../../src/note";
import type { FrontmatterEntry, YamlNode, YamlValue } from "../../../src/note";

function read(yaml: string): { values: Record<string, YamlValue>; problems: string[] } {
  const frontmatter = parseNote(`---\n${yaml}---\n`).frontmatter;
  return {
    values: Object.fromEntries((frontmatter?.entries ?? []).map(({ key, value }) => [key, value.value])),
    problems: (frontmatter?.problems ?? []).map(({ message }) => message),
  };
}

/** Key and value as they stand in the text, nested ones too. */
function places(text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const ofNode = (node: YamlNode): string[] => [
    cut(node.span),
    ...node.items.flatMap(ofNode),
    ...node.entries.flatMap(ofEntry),
  ];
  const ofEntry = (entry: FrontmatterEntry): string[] => [`${cut(entry.keySpan)}:`, ...ofNode(entry.value)];
  return (parseNote(text).frontmatter?.entries ?? []).flatMap(ofEntry);
}

describe("frontmatter values", () => {
  it("keeps dates and times as text, and the zeros of numbers in their source", () => {
    const { values } = read("date: 2024-04-11\ntime: 06:12\nid: 017\nok: true\nnone:\nlist: [a, 1]\n");
    expect(values).toEqual({ date: "2024-04-11", time: "06:12", id: 17, ok: true, none: null, list: ["a", 1] });
    expect(parseNote("---\nid: 017\n---\n").frontmatter?.entries[0]?.value.source).toBe("017");
  });

  it("knows the place of every key and value", () => {
    const text =
      "---\ntitle: \"API: down\"\ntags:\n  - a # note\n  - 'b'\nmap: { x: [1, 2] }\ntext: |\n  two\n  lines\nempty:\n---\n";
    expect(places(text)).toEqual([
      "title:",
      '"API: down"',
      "tags:",
      "- a # note\n  - 'b'",
      "a",
      "'b'",
      "map:",
      "{ x: [1, 2] }",
      "x:",
      "[1, 2]",
      "1",
      "2",
      "text:",
      "|\n  two\n  lines",
      "empty:",
      "",
    ]);
  });
});

describe("what frontmatter may hold besides", () => {
  it.each([
    ["? a: 1\n: b\n? c\n? - d\n: - e\n", { "a: 1": "b", c: null, "- d": ["e"] }],
    ["--- # start\na: 1\n... # end\n", { a: 1 }],
    ["{a: b, c: [d, {e: f}],\n g: 'h' }\n", { a: "b", c: ["d", { e: "f" }], g: "h" }],
    ["a: &x [1]\nb: {c: *x}\n&k key: *k\n", { a: [1], b: { c: [1] }, key: "key" }],
    [
      'a: !!str 12\nb: !!int "12"\nc: !<tag:yaml.org,2002:str> 1\nd: !ruby/sym e\nf: !!str\n',
      { a: "12", b: 12, c: "1", d: "e", f: "" },
    ],
    ['a: "b \\\n  \\ c\\n\\x41\\u00e9\\U0001F600"\n', { a: "b  c\nA\u00e9\u{1f600}" }],
    ["a:\n- b:\n  - c\n  d: e\n-\n  - - f\n", { a: [{ b: ["c"], d: "e" }, [["f"]]] }],
    [`long: >\n  ${"word ".repeat(5000)}\nodd: {a: b}\n`, { long: `${"word ".repeat(5000)}\n`, odd: { a: "b" } }],
  ])("%j", (yaml, expected) => {
    expect(read(yaml)).toEqual({ values: expected, problems: [] });
  });
});

describe("broken frontmatter", () => {
  it("names the line and column, and reads the other properties", () => {
    const { values, problems } = read("title: API: down\ndate: 2024-04-11\nlist: [a\ntags:\n- postmortem\n");
    expect(values).toEqual({ date: "2024-04-11", tags: ["postmortem"] });
    expect(problems).toEqual([
      "a value that holds a colon and a blank has to stand in quotes at line 2, column 8",
      "`[` is never closed at line 4, column 7",
    ]);
  });

  it("reports a key that is set twice and keeps the first", () => {
    const { values, problems } = read("title: a\ntitle: b\n");
    expect(problems).toEqual(["key `title` is set twice at line 3, column 1"]);
    expect(values).toEqual({ title: "b" });
    expect(parseNote("---\ntitle: a\ntitle: b\n---\n").frontmatter?.entries[0]?.value.value).toBe("a");
  });

  it("stops at aliases that stand for too many values", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(", ")}]`,
    );
    const { problems } = read(`l0: &l0 x\n${levels.join("\n")}\n`);
    expect(problems.some((message) => message.startsWith("aliases stand for too many values"))).toBe(true);
  });

  it("reports an alias without an anchor and one within its own value", () => {
    expect(read("a: *b\nc: &c [*c]\n").problems).toEqual([
      "alias `b` has no anchor at line 2, column 4",
      "alias `c` stands within its own value at line 3, column 8",
    ]);
  });

  it("leaves prototypes alone", () => {
    const frontmatter = parseNote("---\nmap:\n  __proto__: {polluted: true}\n---\n").frontmatter;
    expect(frontmatter?.entries[0]?.value.entries[0]?.key).toBe("__proto__");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("never throws, and its spans stay inside the text", () => {
    const piece = fc.constantFrom(
      "a: ",
      "b:\n",
      "- ",
      "  ",
      "\n",
      "[",
      "]",
      "{",
      "}",
      "*x",
      "&x ",
      "!t ",
      "|",
      ">",
      '"',
      "'",
      "# c",
      ": ",
      ",",
      "?",
      "\t",
      "%",
      "@",
      "~",
      "---",
      "0x1",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `---\n${pieces.join("")}\n---\n`;
        const { frontmatter } = parseNote(text);
        for (const { span } of frontmatter?.problems ?? [])
          expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        const check = (node: YamlNode): void => {
          expect(node.span.start <= node.span.end && node.span.end <= text.length).toBe(true);
          node.items.forEach(check);
          node.entries.forEach(({ value }) => {
            check(value);
          });
        };
        frontmatter?.entries.forEach(({ value }) => {
          check(value);
        });
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it.each([
    ["a: [b\n", "`[` is never closed at line 2, column 4"],
    ["a: 'b\n", "the quotation mark is never closed at line 2, column 4"],
    ['a: "C:\\Users"\n', "`\\U` has no meaning within double quotes; a backslash itself is `\\\\` at line 2, column 7"],
    ['a: "b" c\n', "text behind a value that has ended at line 2, column 8"],
    ["a: @b\n", "a value cannot start with `@` unless it stands in quotes at line 2, column 4"],
    ["a:\n\tb: c\n", "tabs cannot indent; use spaces at line 3, column 1"],
    ["a:\n    b: c\n  d: e\n", "the line is indented differently from those before it at line 4, column 3"],
    ["a: [b c: d, e: f\n", "`[` is never closed at line 2, column 4"],
    ["a: [b, , c]\n", "a value cannot start with `,` unless it stands in quotes at line 2, column 8"],
    ["a: {b: c]\n", "a comma or `}` is missing at line 2, column 9"],
    ["a: |x\n  b\n", "text behind `|` has to start on the next line at line 2, column 5"],
    [
      "a: b\n  c: d\n",
      "a colon and a blank in a text of several lines, which has to stand in quotes at line 2, column 4",
    ],
    ["a: !x!y b\n", "tag `!x!y` begins with a handle that nothing declares at line 2, column 4"],
    [`${"k".repeat(1025)}: a\n`, "a key of more than 1024 characters at line 2, column 1"],
    ["Some prose\nin two lines.\n", "properties have to be written as `key: value` at line 2, column 1"],
  ])("%j is one problem, and the property behind it is read", (yaml, problem) => {
    expect(read(`${yaml}last: 1\n`)).toEqual({ values: { last: 1 }, problems: [problem] });
  });

  it("does not take a second document for properties", () => {
    expect(read("a: 1\n...\nb: 2\n")).toEqual({
      values: { a: 1 },
      problems: ["properties have to be one document; the mark that ends it stands at line 3, column 1"],
    });
  });

  it("says so when nesting has no end", () => {
    expect(read(`a: ${"[".repeat(5000)}\nb: 1\n`).problems.length).toBeGreaterThan(0);
  });
});
