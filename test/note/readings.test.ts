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
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "none";
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

describe("a note of everything that is hard to read", () => {
  it.each(names)("%s is read as it was approved", async (name) => {
    const note = parseNote(readFileSync(join(folder, name), "utf8"), name);
    const metadata = JSON.stringify(toCachedMetadata(note), null, 1).replace(/\n +/g, " ");
    await expect(`${reading(note)}## as the app's cache has it\n${metadata}\n`).toMatchFileSnapshot(
      `readings/${name.replace(/md$/, "txt")}`,
    );
  });
});
