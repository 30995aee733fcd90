import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSimpleYaml } from "../../src/note/simple-yaml";
import { readYaml } from "../../src/note/yaml";

const RUNS = Number(process.env["RUNS"] ?? 1000);

const word = fc.constantFrom(
  "a", "API outage", "2024-04-11", "06:12", "017", "1.10", "-1", "1e3", "0x1F", "true", "No", "null", "~", "[[A|b]]", "https://a.b/c?d", "a: b", "a:b", "a:", "a #b", "a#b", "é\u4e8b", "\u{1f600}", "\u2028",
  "don't", "\"q\"", "\"it's\"", "'q'", "'it''s'", "\"a\\nb\"", "\"[[A]]\"", "\"\"", "[]", "[a, b]", "[ a , \"b c\", 1 ]", "[a, ]", "[a: b]", "[[a]]", "{a: b}", "|", ">-", "&x a", "*x", "!t a", "%a", "@a", "- a", "? a", "a\tb", "a  ", "", "...", "\ufeff",
);
const key = fc.constantFrom("title", "tags", "creation date", "A-b_c", "é", "1", "\"k\"", "a b ", "", "__proto__", "null", "true");
const indent = fc.constantFrom("", "  ", "    ", "\t");

const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, fc.constantFrom(": ", ":", ":  ", " : "), word).map((parts) => parts.join("")) },
  { weight: 3, arbitrary: fc.tuple(indent, fc.constantFrom("- ", "-  ", "-"), word).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(indent, word).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.constantFrom("", "  ", "# comment", "  # comment") },
);

/** Frontmatter as most people write it, for the quick way to be taken often. */
const ordinary = fc.array(
  fc.tuple(fc.constantFrom("title", "date", "tags", "severity", "creation date"), fc.constantFrom(": a", ": 2024-04-11", ":", ": ", ": \"[[A]]\"", ": [a, b]", ":\n  - a\n  - 'b c'", ":\n- a\n\n- 1", ": 017")).map((parts) => parts.join("")),
  { maxLength: 5 },
);

describe("the quick way through simple frontmatter", () => {
  it("reads what all of YAML reads, or leaves it to that", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(fc.array(line, { maxLength: 6 }), ordinary), fc.constantFrom("\n", "\r\n"), fc.boolean(), (lines, lineBreak, last) => {
        const before = "---\n";
        const source = lines.join("\n").replaceAll("\n", lineBreak) + (last ? lineBreak : "");
        const text = `${before}${source}\n---\n`;
        const content = { start: before.length, end: before.length + source.length };
        const simple = readSimpleYaml(text, content);
        if (simple === null) return;
        taken++;
        expect({ entries: simple, problems: [] }).toEqual(readYaml(text, content));
      }),
      { numRuns: RUNS, seed: 5 },
    );
    expect(taken).toBeGreaterThan(RUNS / 4);
  });

  it("is taken for the frontmatter of an ordinary postmortem", () => {
    const text = "title: \"API outage: what we know\"\ndate: 2024-04-11\ntags:\n  - postmortem\naliases: []\nseverity: SEV-1\nowner: \"[[Ada]]\"\nservices: [api, web]\nstarted: 2024-04-11T06:12\n";
    expect(readSimpleYaml(text, { start: 0, end: text.length })?.map(({ key }) => key)).toEqual(["title", "date", "tags", "aliases", "severity", "owner", "services", "started"]);
  });
});
