import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Note } from "../../src/note";
import { maskedText, parseNote, sectionEnds, toCachedMetadata } from "../../src/note";
import { hardProperties } from "./yaml/samples";

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
    "## where the sections of headings end",
    ...sectionEnds(note).map((end) => told(end, text)),
    "## without what nobody reads as words",
    // One sign for all of it and for line ends, which are there as they were.
    maskedText(note).replaceAll("\ufffc", "¤").replaceAll("\r", "␍"),
    "",
  ].join("\n");
}

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
  const read = hardProperties.map((yaml) => {
    const text = `---\n${yaml}\n---\n`;
    return `${text}${told(parseNote(text).frontmatter, text)}\n`;
  });
  await expect(read.join("\n")).toMatchFileSnapshot("readings/properties-in-every-style.txt");
});

/** Marks within lines, whole. What stands in them shows how far they are read: `#t` is a tag where it is in none. */
const marks = [
  "`#t`#t",
  "``#t`#t``",
  "\\`#t\\`",
  "%%#t%%#t",
  "<!--#t-->#t",
  "<https://a.b/#t>",
  "<a+b-c.d_e:#t>",
  "<a@b.c>#t",
  "<b c=\"#t\" d='#t' _e.f-g:h = #t i>#t",
  "</b >#t",
  "</b #t>#t",
  "</b/#t>",
  "<b/>#t",
  "<b />#t",
  "[[a#b|c]]#t",
  "![[a#b|c|10x20]]#t",
  "[^a]#t",
  "^[a #t]#t",
  "[a](b)#t",
  '[a](<b c> "d")#t',
  "[a]( b(c)d 'e' )#t",
  "![a|10](b (c\\)d))#t",
  "[a\\]b](c\\(d)#t",
  "[a][b]#t",
  "$#t$#t",
  "$$#t$$#t",
  "==a #t== #t",
  "https://a.b/(c)#t.",
  "(http://a.b/c)!#t",
  "#a/b-c_d #1 ##a",
  "**#a** *_#b_* a*#c* ~~#d",
  "a ^id",
];

/** What a text says beside its words, on one line. */
function saidIn(text: string): string {
  const { tags, links, embeds, comments, code, math, highlights, footnotes, footnoteRefs, referenceLinks, blockMarks } =
    parseNote(text);
  const kinds = { tags, links, embeds, comments, code, math, highlights, footnotes, footnoteRefs, referenceLinks };
  const said = Object.entries({ ...kinds, blockMarks }).flatMap(([kind, facts]) =>
    facts.map((fact) => `${kind} ${told("span" in fact ? fact.span : fact, text)}`),
  );
  return said.length === 0 ? "nothing" : said.join(", ");
}

it("marks that are cut off, by the end of the text or of a cell, are read as they were approved", async () => {
  const read = marks.flatMap((mark) =>
    Array.from({ length: mark.length + 1 }, (_, at) => {
      const [before, behind] = [mark.slice(0, at), mark.slice(at)];
      const cells = `|a|b|\n|-|-|\n|${before}|${behind}|\n`;
      return `${before} ¦ ${behind}\n  alone: ${saidIn(before)}\n  in cells: ${saidIn(cells)}\n`;
    }),
  );
  await expect(read.join("")).toMatchFileSnapshot("readings/cut-off-marks.txt");
});

/** What begins blocks, and goes on on a second line. */
const blocks = [
  "### a ##b ##",
  "- [x] a\n  b",
  "* \t- b\n\t  c",
  "12) a\n    b",
  "1234567890. a",
  "> [!a-b|c]+ d\n> e",
  ">\t> a\nb",
  "```a b\nc\n````",
  "~~~ a`b\nc\n ~~~",
  "$$a\n$b\nc$$",
  "%% a\nb %%",
  "%%a%%\nb",
  "| a\\| | b |\n|:-:|--:|\n| c | d | e",
  "a | b\n-|-\nc",
  "a | b\n- | -\nc",
  "[^a-b]: c\n    d",
  '[a\\]b]: <c d> "e\nf"',
  "[a]: b\n'c' d",
  "* * *\n**_",
  "---\n- - -",
  "a\n=== \n--",
  "    a\n\n\tb",
  "<div\na>\n</DIV>",
  "<pre>\n\n</pre>a",
  "<!--\n\n-->a",
  "<?a\n\n?>b",
  "<!A\n\nb>c",
  "<![CDATA[\n\n]]>a",
  "<b c='d'>\ne",
  "</b >\nc",
  "</b c>\nd",
  "</b/>",
  "a ^b-1\n^c",
];

/** Its blocks, on one line. */
function blocksOf(text: string): string {
  const { leaves, headings, listItems, quotes, footnotes, sections, blocks: named } = parseNote(text);
  const items = listItems.map(({ depth, task }) => `${task === null ? "item" : `task ${task.mark}`} ${depth}`);
  return [
    ...sections.map(({ type, span }) => `${type} ${span.start}-${span.end}`),
    ...leaves.map(({ type, span }) => `.${type} ${span.start}-${span.end}`),
    ...headings.map(({ level, text: words }) => `h${level} ${JSON.stringify(words)}`),
    ...items,
    ...quotes.map(({ callout }) => (callout === null ? "quote" : `callout ${callout.type} ${told(callout, text)}`)),
    ...footnotes.map(({ id }) => `footnote ${id}`),
    ...[...named.keys()].map((id) => `^${id}`),
  ].join(", ");
}

it("blocks that are cut off, alone, in a paragraph and in an item, are read as they were approved", async () => {
  const read = blocks.flatMap((block) =>
    Array.from({ length: block.length }, (_, at) => {
      const begun = block.slice(0, at + 1);
      const [last, shown] = [begun.replaceAll("\n", "\n  "), JSON.stringify(begun)];
      const places = [begun, `p\n${begun}\nq\n`, `- p\n\n  ${last}\n\n  q\n`, `> ${begun}\nq`];
      return `${shown}\n${places.map((text) => `  ${blocksOf(text)}\n`).join("")}`;
    }),
  );
  await expect(read.join("")).toMatchFileSnapshot("readings/cut-off-blocks.txt");
});
