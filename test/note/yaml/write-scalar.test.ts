import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { escapeDoubleQuoted, parseNote, yamlScalar } from "../../../src/note";

describe("a text written as a scalar", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(...Array.from("-?:#[]{}!&*|>'\"%@` ,\\\n\t\rab1.~=\u0085\u2028\ufeff")) }),
    fc.string({ unit: fc.constantFrom(..."0189.,:_+-eExobfainy".split("")), maxLength: 6 }),
  );

  it("reads back as the same text, whatever it is", () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const version of ["1.1", "1.2"] as const) {
          expect(parse(`key: ${yamlScalar(value)}`, { version })).toEqual({ key: value });
          expect(parse(`- ${yamlScalar(value)}`, { version })).toEqual([value]);
          expect(parse(`[${yamlScalar(value, true)}, x]`, { version })).toEqual([value, "x"]);
          expect(parse(`"${escapeDoubleQuoted(value)}"`, { version })).toBe(value);
        }
        const { frontmatter } = parseNote(`---\nkey: ${yamlScalar(value)}\n---\n`);
        expect(frontmatter?.entries.map((entry) => entry.value.value)).toEqual([value]);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it.each([
    ...[
      "a",
      "API outage",
      "2024-04-11T06:12",
      "a:b",
      "a#b",
      "it's",
      'a "b"',
      "a-b",
      "nullable",
      "yes, sir",
      "1a",
      "v1.2",
    ],
    ...["e1", ".a", "é", "a [b]", "x,y", "0xyz", "0b", "12:a", "infinite", "a%", "a@b.c"],
  ])("stays plain where that is safe: %s", (value) => {
    expect(yamlScalar(value)).toBe(value);
  });

  it.each([
    ...[
      "",
      " a",
      "a ",
      "~",
      "null",
      "True",
      "FALSE",
      "yes",
      "No",
      "on",
      "OFF",
      "y",
      "N",
      "1",
      "-1",
      "+1.5",
      "1e3",
      "1_000",
    ],
    ...[".inf", "-.INF", ".nan", "0x1F", "0o17", "0b1", "12:30", "1:2:3", "a: b", "a:", "a #b", "1,5", "-1e-3", ".5"],
    ...[
      "- a",
      "-a1x",
      "-.",
      "12:",
      "? a",
      ": a",
      ",a",
      "[a]",
      "{a}",
      "#a",
      "&a",
      "*a",
      "!a",
      "|a",
      ">a",
      "'a'",
      '"a"',
      "%a",
      "@a",
      "`a`",
      "=",
      "<a",
    ],
    ...["a\nb", "a\tb", "a\u2028b", "\ufeffa", "a\ud800"],
  ])("stands in quotes where another reader would see something else: %j", (value) => {
    expect(yamlScalar(value)).toBe(`"${escapeDoubleQuoted(value)}"`);
  });

  it.each(["a, b", "a [b", "a] b", "a {b", "a} b"])("stands in quotes within brackets alone: %s", (value) => {
    expect(yamlScalar(value)).toBe(value);
    expect(yamlScalar(value, true)).toBe(`"${value}"`);
  });
});
