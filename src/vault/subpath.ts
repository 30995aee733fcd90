import { sectionEnds } from "../note";
import type { Heading, ListItem, Note } from "../note";
import { Latest, textStart } from "../base";
import type { Span } from "../base";
import { within } from "../base";

/** The part of a note that the part of a link from `#` on names; `span` is what an embed of it shows. */
export type SubpathTarget =
  | { readonly kind: "note"; readonly span: Span }
  /** From the heading to the next equal or higher one, without the blank lines at its end. */
  | { readonly kind: "heading"; readonly heading: Heading; readonly span: Span }
  /** A list item is shown with everything nested in it. */
  | { readonly kind: "block"; readonly item: ListItem | null; readonly span: Span }
  /** The text of a footnote, without its mark. */
  | { readonly kind: "footnote"; readonly span: Span };

/**
 * Finds what a subpath names, by Obsidian's rules: `#A#B` is the first B after A that is deeper, the first of
 * equal headings wins, case and punctuation do not count, and a `#^id` that no block has is read as a heading.
 * An empty subpath is the note without its frontmatter. Null when nothing matches.
 */
export function findSubpath(note: Note, subpath: string): SubpathTarget | null {
  const segments = subpath
    .split("#")
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "");
  const [first] = segments;
  if (first === undefined)
    return {
      kind: "note",
      span: trimBlankLines(note.text, { start: bodyStart(note), end: note.text.length }),
    };
  const block = segments.length === 1 ? (findBlock(note, first) ?? findFootnote(note, first)) : null;
  return block ?? findHeading(note, segments);
}

/** Behind the frontmatter, or behind the byte order mark of a note that has none. */
function bodyStart({ frontmatter, text }: Note): number {
  return frontmatter?.span.end ?? textStart(text);
}

/** A heading or a subpath's segment as they are compared: punctuation and line ends are spaces, case does not count. */
export function headingKey(text: string): string {
  return text
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function findBlock(note: Note, segment: string): SubpathTarget | null {
  const block = segment.startsWith("^") ? note.blocks.get(segment.slice(1).toLowerCase()) : undefined;
  if (!block) return null;
  const { item } = block;
  return { kind: "block", item, span: trimBlankLines(note.text, item?.fullSpan ?? block.span) };
}

function findFootnote(note: Note, segment: string): SubpathTarget | null {
  const footnote = note.footnotes.find(({ id }) => `[^${id}]` === segment);
  if (!footnote) return null;
  const mark = /^\[\^[^\]]*\]:\s*/.exec(note.text.slice(footnote.span.start, footnote.span.end))?.[0] ?? "";
  return {
    kind: "footnote",
    span: trimBlankLines(note.text, { start: footnote.span.start + mark.length, end: footnote.span.end }),
  };
}

function findHeading(note: Note, segments: readonly string[]): SubpathTarget | null {
  const index = headingIndex(note);
  let found: Entry | undefined;
  for (const segment of segments) {
    found = findAfter(index.get(headingKey(segment)) ?? [], found);
    if (!found) return null;
  }
  return found
    ? {
        kind: "heading",
        heading: found.heading,
        span: trimBlankLines(note.text, { start: found.heading.span.start, end: found.end }),
      }
    : null;
}

/** The first entry, or the first one later and deeper than `parent`. */
function findAfter(entries: readonly Entry[], parent: Entry | undefined): Entry | undefined {
  if (!parent) return entries[0];
  const { span, level } = parent.heading;
  return entries.find(({ heading }) => heading.span.start > span.start && heading.level > level);
}

interface Entry {
  readonly heading: Heading;
  /** Where the next equal or higher heading starts, or the end of the text. */
  readonly end: number;
}

class HeadingIndex extends Latest<Note, ReadonlyMap<string, readonly Entry[]>> {}

/** The root headings of a note by their key, in document order; built once per note, since many embeds may ask. */
function headingIndex(note: Note): ReadonlyMap<string, readonly Entry[]> {
  return note.memory.part(HeadingIndex).get(note, indexHeadings);
}

function indexHeadings(note: Note): ReadonlyMap<string, readonly Entry[]> {
  const ends = sectionEnds(note);
  const index = new Map<string, Entry[]>();
  for (const [at, heading] of note.headings.entries()) {
    if (!heading.root) continue;
    const entry = { heading, end: ends[at]?.end ?? note.text.length };
    // The app names a heading with its block id, people without.
    const [mark] = within(note.blockMarks, heading.span);
    const names = mark ? [heading.text, `${heading.text} ${mark.id}`] : [heading.text];
    for (const key of new Set(names.map(headingKey))) {
      const same = index.get(key);
      if (same) same.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/** The span without blank lines before and after; indentation of its first line stays. */
function trimBlankLines(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  for (let at = start; at < end && isBlank(text.charCodeAt(at)); at++) if (text.charCodeAt(at) === 10) start = at + 1;
  return { start, end };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}
