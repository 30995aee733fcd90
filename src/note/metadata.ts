import type { CachedMetadata, FrontmatterLinkCache, ListItemCache, Pos, ReferenceCache, SectionCache } from "./cached-metadata";
import { displayOf } from "./link-target";
import type { FrontmatterEntry, YamlNode } from "./frontmatter";
import type { Link, ListItem, Note } from "./note";
import { positionAt } from "./position";
import type { Span } from "./span";
import { readWikilink } from "./wikilink";

/** The note as Obsidian's metadata cache describes it; a key is absent where the app leaves it absent. */
export function toCachedMetadata(note: Note): CachedMetadata {
  const at = (span: Span): Pos => ({ start: location(note, span.start), end: location(note, span.end) });
  const reference = (link: Link): ReferenceCache => ({
    position: at(link.span), link: link.target, original: note.text.slice(link.span.start, link.span.end), displayText: link.display,
  });
  const { frontmatter } = note;
  const properties = frontmatter === null || frontmatter.problems.length > 0 || frontmatter.entries.length === 0 ? null : frontmatter;
  const blocks = [...note.blocks].map(([key, { id, span }]) => [key, { id, position: at(span) }] as const);
  return {
    ...list("headings", note.headings.filter(({ root }) => root).map(({ text, level, span }) => ({ heading: text, level, position: at(span) }))),
    ...list("sections", note.sections.map(({ type, id, span }): SectionCache => ({ type, position: at(span), ...(id === undefined ? {} : { id }) }))),
    ...list("listItems", listItems(note, at)),
    ...list("links", note.links.filter(({ external }) => !external).map(reference)),
    ...list("embeds", note.embeds.filter(({ external }) => !external).map(reference)),
    ...list("tags", note.tags.map(({ tag, span }) => ({ tag, position: at(span) }))),
    ...list("footnotes", note.footnotes.filter(({ id }) => id !== "").map(({ id, span }) => ({ id, position: at(span) }))),
    ...list("footnoteRefs", note.footnoteRefs.map(({ id, span }) => ({ id, position: at(span) }))),
    ...list("referenceLinks", note.referenceLinks.map(({ id, target, span }) => ({ id, link: target, position: at(span) }))),
    ...(blocks.length === 0 ? {} : { blocks: Object.fromEntries(blocks) }),
    ...(properties === null
      ? {}
      : {
          frontmatter: Object.fromEntries(firstOfEach(properties.entries).map(({ key, value }) => [key, value.value])),
          frontmatterPosition: at(properties.span),
          frontmatterLinks: firstOfEach(properties.entries).flatMap(({ key, value }) => frontmatterLinks(key, value)),
        }),
  };
}

function list<Key extends string, Entry>(key: Key, entries: Entry[]): { [K in Key]?: Entry[] } {
  return entries.length === 0 ? {} : ({ [key]: entries } as { [K in Key]?: Entry[] });
}

function location(note: Note, offset: number): Pos["start"] {
  const { line, column } = positionAt(note, offset);
  return { line: line - 1, col: column - 1, offset };
}

function listItems(note: Note, at: (span: Span) => Pos): ListItemCache[] {
  const firstLines = new Map<number, number>();
  return note.listItems.map((item): ListItemCache => {
    const position = at(item.span);
    const firstLine = firstLines.get(item.list) ?? position.start.line;
    firstLines.set(item.list, firstLine);
    return {
      position, parent: parentLine(note, item, firstLine, at),
      ...(item.id === undefined ? {} : { id: item.id }),
      ...(item.task === null ? {} : { task: item.task.mark }),
    };
  });
}

/** The parent's line; for a root item minus the line of its list's first item, and -1 where that is 0. */
function parentLine(note: Note, item: ListItem, firstLine: number, at: (span: Span) => Pos): number {
  const parent = note.listItems[item.parent];
  if (parent !== undefined) return at(parent.span).start.line;
  return firstLine === 0 ? -1 : -firstLine;
}

function firstOfEach(entries: readonly FrontmatterEntry[]): FrontmatterEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** Values that are one wikilink and nothing else; a nested value's key is its path, such as `related.0`. */
function frontmatterLinks(key: string, node: YamlNode): FrontmatterLinkCache[] {
  const { value } = node;
  if (typeof value === "string") {
    const link = readWholeWikilink(value);
    return link === null ? [] : [{ key, original: value, ...link }];
  }
  return [
    ...node.items.flatMap((item, index) => frontmatterLinks(`${key}.${index}`, item)),
    ...firstOfEach(node.entries).flatMap((entry) => frontmatterLinks(`${key}.${entry.key}`, entry.value)),
  ];
}

function readWholeWikilink(value: string): { link: string; displayText: string } | null {
  if (!value.startsWith("[[") || value.indexOf("]]") !== value.length - 2) return null;
  const link = readWikilink(value, 2, value.length - 2, false);
  return link === null ? null : { link: link.target, displayText: link.alias ?? displayOf(link.target) };
}
