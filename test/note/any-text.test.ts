import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrontmatterEntry, Note, YamlNode } from "../../src/note";
import { parseNote, toCachedMetadata } from "../../src/note";
import type { Span } from "../../src/base";
import { contains } from "../../src/base";

const RUNS = Number(process.env["RUNS"] ?? 300);

/** Pieces of Markdown, put together without sense. */
const piece = fc.constantFrom(
  "---\n",
  "a: b\n",
  "- x\n",
  "# ",
  "\n",
  "\r\n",
  "\r",
  "  ",
  "\t",
  "> ",
  "- ",
  "- [ ] ",
  "- [/] ",
  "1. ",
  "```",
  "~~~\n",
  "`",
  "``",
  "$",
  "$$",
  "%%",
  "<!--",
  "-->",
  "[",
  "]",
  "(",
  ")",
  "![",
  "[[",
  "]]",
  "![[",
  "|",
  "\\|",
  "| a |\n|-|\n",
  "#tag",
  "#",
  "^id",
  " ^id\n",
  "^[",
  "[^1]",
  "[^1]: ",
  "[a]: b",
  "[!note]- ",
  "==",
  "*",
  "<a b>",
  "<https://a.b>",
  "https://a.b/(c).",
  "\\",
  "%20",
  "a",
  "word ",
  "é",
  "\u{1f600}",
  "\ud800",
  "\u200b",
  "\u00a0",
  "\ufeff",
  "\u0000",
);
const madeUp = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

const folders = ["../../examples/vault", "../../../shared/seed"].map((folder) => join(import.meta.dirname, folder));
const realNotes = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => readFileSync(join(folder, name))),
  );

/** A real note of which single bytes were replaced, put in or left out, and that may have been cut off. */
const damaged = fc
  .tuple(
    fc.constantFrom(...realNotes),
    fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(2)), { maxLength: 12 }),
    fc.nat(),
  )
  .map(([note, changes, length]) => {
    const bytes = [...note];
    for (const [at, byte, kind] of changes)
      bytes.splice(at % bytes.length, kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [byte]));
    return Buffer.from(bytes.slice(0, length % 4 === 0 ? length % bytes.length : undefined)).toString("utf8");
  });

describe.each([
  ["pieces of Markdown", madeUp],
  ["damaged notes", damaged],
  ["any characters", fc.string({ unit: "binary", maxLength: 200 })],
])("a note of %s", (_name, text) => {
  it("is read without an exception, every fact at its place in the text", () => {
    fc.assert(
      fc.property(text, (source) => {
        checkNote(parseNote(source));
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });

  it("says the same with CRLF line ends", () => {
    fc.assert(
      fc.property(text, (source) => {
        const unix = source.replaceAll("\r", "");
        expect(spoken(parseNote(unix.replaceAll("\n", "\r\n")))).toEqual(spoken(parseNote(unix)));
      }),
      { numRuns: RUNS / 2, seed: 12 },
    );
  });
});

function checkNote(note: Note): void {
  const { text } = note;
  const whole = { start: 0, end: text.length };
  const within = (outer: Span, ...inner: readonly Span[]): void => {
    for (const span of inner) {
      if (!(span.start <= span.end && contains(outer, span)))
        throw new Error(`${JSON.stringify(span)} does not lie in ${JSON.stringify(outer)}`);
    }
  };
  const ordered = (spans: readonly Span[]): void => {
    spans.reduce(
      (before, span) => {
        if (span.start < before.start) throw new Error(`${JSON.stringify(span)} comes after ${JSON.stringify(before)}`);
        return span;
      },
      { start: 0, end: 0 },
    );
  };
  const apart = (spans: readonly Span[]): void => {
    spans.reduce(
      (before, span) => {
        if (span.start < before.end) throw new Error(`${JSON.stringify(span)} overlaps ${JSON.stringify(before)}`);
        return span;
      },
      { start: 0, end: 0 },
    );
  };

  expect(note.lineStarts).toEqual([0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]);
  apart(note.sections.map(({ span }) => span));
  apart(note.leaves.map(({ span }) => span));
  apart(note.tags.map(({ span }) => span));
  for (const facts of [
    note.sections,
    note.leaves,
    note.headings,
    note.quotes,
    note.tables,
    note.links,
    note.embeds,
    note.tags,
    note.comments,
    note.code,
    note.footnotes,
    note.footnoteRefs,
    note.referenceLinks,
  ]) {
    within(whole, ...facts.map(({ span }) => span));
    ordered(facts.map(({ span }) => span));
  }
  within(whole, ...note.math, ...note.highlights);
  ordered(note.math);
  ordered(note.highlights);

  for (const { span, textSpan } of note.headings) within(span, textSpan);
  for (const { span, content } of [...note.comments, ...note.code]) within(span, content);
  for (const { span, targetSpan } of [...note.links, ...note.embeds]) within(span, targetSpan);
  for (const { tag, span } of note.tags) expect(text.slice(span.start, span.end)).toBe(tag);
  for (const { span, rows } of note.tables) {
    within(span, ...rows.map((row) => row.span));
    for (const row of rows) within(row.span, ...row.cells);
  }
  for (const quote of note.quotes) {
    within(quote.parent?.span ?? whole, quote.span);
    if (quote.callout !== null) within(quote.span, quote.callout.title);
  }
  ordered(note.listItems.map(({ marker }) => marker));
  for (const item of note.listItems) {
    within(whole, item.span);
    within(item.parent?.fullSpan ?? whole, item.fullSpan);
    within(item.fullSpan, item.marker, item.textSpan, ...(item.task === null ? [] : [item.task.span]));
    expect(item.depth).toBe((item.parent?.depth ?? -1) + 1);
    if (item.task !== null) expect(text.slice(item.task.span.start, item.task.span.end)).toBe(item.task.mark);
  }
  for (const leaf of note.leaves) {
    within(leaf.item?.fullSpan ?? whole, leaf.span);
    within(leaf.quote?.span ?? whole, leaf.span);
  }
  for (const { id, span, idSpan } of note.blocks.values()) {
    within(whole, span);
    expect(text.slice(idSpan.start, idSpan.end)).toBe(`^${id}`);
  }
  if (note.frontmatter !== null) {
    within(note.frontmatter.span, note.frontmatter.content, ...note.frontmatter.problems.map(({ span }) => span));
    note.frontmatter.entries.forEach((entry) => {
      checkEntry(entry, note.frontmatter?.content ?? whole);
    });
  }
  expect(() => JSON.stringify(toCachedMetadata(note))).not.toThrow();

  function checkEntry({ keySpan, span, value }: FrontmatterEntry, outer: Span): void {
    within(outer, span);
    within(span, keySpan);
    checkNode(value, outer);
  }

  function checkNode({ span, items, entries }: YamlNode, outer: Span): void {
    within(outer, span);
    // An alias stands at its own place, what it stands for elsewhere.
    if (text.charAt(span.start) === "*") return;
    items.forEach((item) => {
      checkNode(item, outer);
    });
    entries.forEach((entry) => {
      checkEntry(entry, outer);
    });
  }
}

/** What a note says, apart from the places. */
function spoken(note: Note): unknown {
  const cut = ({ start, end }: Span): string => note.text.slice(start, end).replaceAll("\r", "");
  return {
    headings: note.headings.map(({ level, textSpan }) => [level, cut(textSpan)]),
    sections: note.sections.map(({ type, id, span }) => [type, id, cut(span)]),
    leaves: note.leaves.map(({ type, item, quote, span }) => [
      type,
      item && note.listItems.indexOf(item),
      quote && note.quotes.indexOf(quote),
      cut(span),
    ]),
    items: note.listItems.map(({ marker, task, textSpan, span, parent, list }) => [
      cut(marker),
      task?.mark,
      cut(textSpan),
      cut(span),
      parent && note.listItems.indexOf(parent),
      list,
    ]),
    links: [...note.links, ...note.embeds].map(({ kind, span }) => [kind, cut(span)]),
    marks: [...note.tags, ...note.comments, ...note.code, ...note.footnotes, ...note.footnoteRefs].map(({ span }) =>
      cut(span),
    ),
    spans: [...note.math, ...note.highlights].map(cut),
    blocks: [...note.blocks].map(([key, { span }]) => [key, cut(span)]),
    frontmatter: note.frontmatter?.entries.map(({ key, value }) => [
      key,
      JSON.stringify(value.value).replaceAll("\\r", ""),
    ]),
  };
}
