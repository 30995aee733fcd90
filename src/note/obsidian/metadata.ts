import type { CachedMetadata, ListItemCache, Pos, ReferenceCache, SectionCache } from "./cached-metadata";
import type { Link, ListItem, Note } from "../note";
import { positionAt, within } from "../../base";
import type { Span } from "../../base";

/** The note as Obsidian's metadata cache describes it; a key is absent where the app leaves it absent. */
export function toCachedMetadata(note: Note): CachedMetadata {
  const at = (span: Span): Pos => ({ start: location(note, span.start), end: location(note, span.end) });
  const reference = (link: Link): ReferenceCache => ({
    position: at(link.span),
    link: link.target,
    original: note.text.slice(link.span.start, link.span.end),
    displayText: link.display,
  });
  const headings = note.headings
    .filter(({ root }) => root)
    .map(({ text, level, span }) => {
      const [mark] = within(note.blockMarks, span);
      return { heading: mark ? `${text} ^${mark.id}`.trimStart() : text, level, position: at(span) };
    });
  const sections = note.sections.map(({ type, id, span }): SectionCache => ({
    type,
    position: at(span),
    ...(id !== undefined && { id }),
  }));
  const items = listItems(note, at);
  const links = note.links.filter(({ external }) => !external).map(reference);
  const embeds = note.embeds.filter(({ external }) => !external).map(reference);
  const tags = note.tags.map(({ tag, span }) => ({ tag, position: at(span) }));
  const footnotes = note.footnotes.filter(({ id }) => id !== "").map(({ id, span }) => ({ id, position: at(span) }));
  const footnoteRefs = note.footnoteRefs.map(({ id, span }) => ({ id, position: at(span) }));
  const referenceLinks = note.referenceLinks.map(({ id, target, span }) => ({ id, link: target, position: at(span) }));
  const blocks = [...note.blocks].map(([key, { id, span }]) => [key, { id, position: at(span) }] as const);
  return {
    ...(headings.length > 0 && { headings }),
    ...(sections.length > 0 && { sections }),
    ...(items.length > 0 && { listItems: items }),
    ...(links.length > 0 && { links }),
    ...(embeds.length > 0 && { embeds }),
    ...(tags.length > 0 && { tags }),
    ...(footnotes.length > 0 && { footnotes }),
    ...(footnoteRefs.length > 0 && { footnoteRefs }),
    ...(referenceLinks.length > 0 && { referenceLinks }),
    ...(blocks.length > 0 && { blocks: Object.fromEntries(blocks) }),
    ...properties(note, at),
  };
}

/** The keys of the frontmatter, none when it is empty or cannot be read as a whole. */
function properties({ frontmatter, propertyLinks }: Note, at: (span: Span) => Pos): CachedMetadata {
  if (frontmatter === null || frontmatter.problems.length > 0 || frontmatter.entries.length === 0) return {};
  const { entries, span } = frontmatter;
  return {
    frontmatter: Object.fromEntries(entries.map(({ key, value }) => [key, value.value])),
    frontmatterPosition: at(span),
    frontmatterLinks: propertyLinks.map(({ key, value, target, display }) => ({
      key,
      original: value,
      link: target,
      displayText: display,
    })),
  };
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
      position,
      parent: parentLine(item, firstLine, at),
      ...(item.id !== undefined && { id: item.id }),
      ...(item.task !== null && { task: item.task.mark }),
    };
  });
}

/** The parent's line; for a root item minus the line of its list's first item, and -1 where that is 0. */
function parentLine(item: ListItem, firstLine: number, at: (span: Span) => Pos): number {
  if (item.parent !== null) return at(item.parent.span).start.line;
  return firstLine === 0 ? -1 : -firstLine;
}
