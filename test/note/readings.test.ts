import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Note } from "../../src/note";
import { parseNote, toCachedMetadata } from "../../src/note";

const folder = join(import.meta.dirname, "readings");
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));

/** A value as one line: spans as their words, what it lies in by its own first words, and nothing twice. */
function told(value: unknown, text: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => told(each, text)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return value === undefined ? "none" : JSON.stringify(value);
  const fields = Object.entries(value);
  const [start, end] = [Reflect.get(value, "start"), Reflect.get(value, "end")] as unknown[];
  if (fields.length === 2 && typeof start === "number" && typeof end === "number")
    return `${start}-${end} ${JSON.stringify(text.slice(start, end))}`;
  return `{ ${fields
    .map(([key, field]) =>
      ["parent", "item", "quote"].includes(key) && field !== null
        ? `${key}: in ${told(Reflect.get(field as object, "span"), text).slice(0, 24)}`
        : `${key}: ${told(field, text)}`,
    )
    .join(", ")} }`;
}

/** All that was read, one fact a line. */
function reading(note: Note): string {
  const { text, frontmatter, blocks, lineStarts, headings, sections, leaves, listItems, quotes, tables } = note;
  const { links, propertyLinks, embeds, tags, blockMarks, comments, code, math, highlights } = note;
  const { footnotes, footnoteRefs, referenceLinks } = note;
  const blocksAndTables = { headings, sections, leaves, listItems, quotes, tables, blocks: [...blocks.values()] };
  const marks = { links, embeds, tags, blockMarks, comments, code, math, highlights };
  const references = { footnotes, footnoteRefs, referenceLinks, propertyLinks };
  return [
    `lines at ${lineStarts.join(" ")}`,
    ...Object.entries({ ...blocksAndTables, ...marks, ...references }).flatMap(([kind, facts]) =>
      facts.length === 0 ? [] : [`## ${kind}`, ...facts.map((fact) => told(fact, text))],
    ),
    "## frontmatter",
    told(frontmatter, text),
    "",
  ].join("\n");
}

/** Properties that are hard to read, each in a note of its own: one that is broken would end the rest. */
const properties = [
  "k: [a: 1, b]",
  "k: [a : 1]",
  "k: [a\n: 1]",
  "k: [? a : b, ? c, ?]",
  'k: ["a":1, "b" :2, [c]: d, {e: f}: g]',
  "{a, b: , : c, ? d, ? e : f}",
  "{a: [1, 2,], }",
  "{a: b\n  c, d:\n e}",
  "k: [a, b] # c",
  "k: [a, b] c",
  "k: [a #b\n, c]",
  "k: [&x a, *x, !t b, & c]",
  "a:\n- 1\n- 2\nb: c",
  "a:\n  - b: 1\n    c: 2\n  -\n    d\n  - - e\n    - f",
  "k:\n- a\n -b",
  "k:\n- a\n  - b\n c",
  "a: b: c",
  "a: 'b\n\n  c'",
  'a: "b \\\n  c\\x41\\U0001F600\\q"',
  "a: |\n\n   b\n  c\nd: e",
  "a: |1-\n  b\n\nc: d",
  "a: >+\n  b\n   c\n\n  d\n\n\n",
  "a: |9\n b",
  "a: |\n\tb",
  "a: |x\n b",
  "a:\n\n\n",
  "? a\n? b\n: c\n: d",
  "---\na: b\n---\nc: d",
  "a: b\n...\nc",
  "a:\tb\n\tc: d",
  "a: b\n c: d",
  "a: b\n# x\n  c",
  "*a : b",
  "&a b: &c d\ne: *a\nf: *c",
  "<<: {a: 1}\na: 2",
  "a: !!str 1\nb: !!int x\nc: ! d",
  '"a": b\n\'c\': d\n"e" f: g',
  "a: 0o17\nb: 0x1f\nc: .inf\nd: -.5\ne: 1_000\nf: +1\ng: 1e3\nh: NaN",
  "a: @b\nc: `d\ne: %f",
  "%YAML 1.2\na: b",
];

describe("a note of everything that is hard to read", () => {
  it.each(names)("%s is read as it was approved", async (name) => {
    const note = parseNote(readFileSync(join(folder, name), "utf8"), name);
    const metadata = JSON.stringify(toCachedMetadata(note), null, 1).replace(/\n +/g, " ");
    await expect(`${reading(note)}## as the app's cache has it\n${metadata}\n`).toMatchFileSnapshot(
      `readings/${name.replace(/md$/, "txt")}`,
    );
  });
});

it("properties in every style are read as they were approved", async () => {
  const read = properties.map((yaml) => {
    const text = `---\n${yaml}\n---\n`;
    return `${text}${told(parseNote(text).frontmatter, text)}\n`;
  });
  await expect(read.join("\n")).toMatchFileSnapshot("readings/properties-in-every-style.txt");
});
