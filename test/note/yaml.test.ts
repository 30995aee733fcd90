import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { parseNote } from "../../src/note/parse";
import type { FrontmatterEntry, YamlNode, YamlValue } from "../../src/note/frontmatter";

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
  const ofNode = (node: YamlNode): string[] => [cut(node.span), ...node.items.flatMap(ofNode), ...node.entries.flatMap(ofEntry)];
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
    const text = '---\ntitle: "API: down"\ntags:\n  - a # note\n  - \'b\'\nmap: { x: [1, 2] }\ntext: |\n  two\n  lines\nempty:\n---\n';
    expect(places(text)).toEqual([
      "title:", '"API: down"', "tags:", "- a # note\n  - 'b'", "a", "'b'", "map:", "{ x: [1, 2] }", "x:", "[1, 2]", "1", "2", "text:", "|\n  two\n  lines", "empty:", "",
    ]);
  });

  it("agrees with another YAML library on whatever that one prints", () => {
    const scalar = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: "grapheme", maxLength: 6 }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
    const key = fc.stringMatching(/^[A-Za-z][\w -]{0,8}[a-z]$/);
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: "small" }, scalar, fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true })),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 6, noNullPrototype: true }), fc.constantFrom(20, 80, 0), (document, lineWidth) => {
        const yaml = stringify(document, { lineWidth });
        fc.pre(!/^---/m.test(yaml) && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(yaml.replace(/[\n\t]/g, "")));
        const { values, problems } = read(yaml);
        expect(problems).toEqual([]);
        expect(values).toEqual(parse(yaml));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("broken frontmatter", () => {
  it("names the line and column, and reads the other properties", () => {
    const { values, problems } = read("title: API: down\ndate: 2024-04-11\nlist: [a\ntags:\n- postmortem\n");
    expect(values).toEqual({ date: "2024-04-11", tags: ["postmortem"] });
    expect(problems).toEqual([expect.stringContaining("line 2, column 8"), expect.stringContaining("line 5, column 1")]);
  });

  it("reports a key that is set twice and keeps the first", () => {
    const { values, problems } = read("title: a\ntitle: b\n");
    expect(problems).toEqual(["key `title` is set twice at line 3, column 1"]);
    expect(values).toEqual({ title: "b" });
    expect(parseNote("---\ntitle: a\ntitle: b\n---\n").frontmatter?.entries[0]?.value.value).toBe("a");
  });

  it("stops at aliases that stand for too many values", () => {
    const levels = Array.from({ length: 12 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(", ")}]`);
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
    const piece = fc.constantFrom("a: ", "b:\n", "- ", "  ", "\n", "[", "]", "{", "}", "*x", "&x ", "!t ", "|", ">", '"', "'", "# c", ": ", ",", "?", "\t", "%", "@", "~", "---", "0x1");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `---\n${pieces.join("")}\n---\n`;
        const { frontmatter } = parseNote(text);
        for (const { span } of frontmatter?.problems ?? []) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        const check = (node: YamlNode): void => {
          expect(node.span.start <= node.span.end && node.span.end <= text.length).toBe(true);
          node.items.forEach(check);
          node.entries.forEach(({ value }) => { check(value); });
        };
        frontmatter?.entries.forEach(({ value }) => { check(value); });
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it("says so when nesting has no end", () => {
    expect(read(`a: ${"[".repeat(5000)}\nb: 1\n`).problems.length).toBeGreaterThan(0);
  });
});
