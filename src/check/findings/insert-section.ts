import type { PostmortemSection } from "../../incident";
import type { SectionDeclaration, SectionId } from "../../settings";
import { Latest, lineBreakOf, textStart } from "../../base";
import { parseNote } from "../../note";
import type { Note } from "../../note";
import type { Edit } from "../../base";

/**
 * The edit that adds a section to a note: behind the section that comes before it in the declared
 * order, else before the one that comes after it, else at the end. Null where a heading would not
 * become one, because the note ends within an open code block, comment or the like.
 */
export function insertSection(
  note: Note,
  missing: SectionDeclaration,
  present: readonly PostmortemSection[],
  declared: readonly SectionDeclaration[],
): Edit | null {
  const rank = (id: SectionId): number => declared.findIndex((section) => section.id === id);
  const own = rank(missing.id);
  const before = present.filter(({ id }) => rank(id) < own).sort((a, b) => rank(b.id) - rank(a.id))[0];
  const after = present.filter(({ id }) => rank(id) > own).sort((a, b) => rank(a.id) - rank(b.id))[0];
  const neighbour = before ?? after;
  const level = neighbour === undefined ? 2 : (note.headings[neighbour.heading ?? -1]?.level ?? 2);
  const offset = before?.span.end ?? after?.span.start ?? note.text.length;
  if (note.text.slice(offset).trim() === "") return sectionAtEnd(note, level, missing.heading);
  const lineBreak = lineBreakOf(note.text);
  const text = newSection(level, missing.heading, lineBreak);
  return {
    path: note.path,
    span: { start: offset, end: offset },
    text: blankLineBefore(note.text, offset, lineBreak) + text + lineBreak + lineBreak,
  };
}

/** The edit that adds a section at the end of a note; null where a heading would not become one. */
export function sectionAtEnd(note: Note, level: number, heading: string, body = unwritten): Edit | null {
  if (endsOpen(note)) return null;
  // By the lines, as many links may ask about one note whose first line is long.
  const lineBreak = note.text.charAt((note.lineStarts[1] ?? 1) - 2) === "\r" ? "\r\n" : "\n";
  const start = textStart(note.text);
  const place = Math.max(start, note.text.trimEnd().length);
  const lead = place === start ? "" : lineBreak + lineBreak;
  return {
    path: note.path,
    span: { start: place, end: place },
    text: lead + newSection(level, heading, lineBreak, body),
  };
}

/** What a section says that is still to be written. */
const unwritten = "TODO: fill in";

/** A section; `body` holds its lines with `\n` between them. */
export function newSection(level: number, heading: string, lineBreak: string, body = unwritten): string {
  return `${"#".repeat(level)} ${heading}${lineBreak}${lineBreak}${body.replaceAll("\n", lineBreak)}`;
}

/** The line breaks that are missing for an empty line before `offset`. */
function blankLineBefore(text: string, offset: number, lineBreak: string): string {
  const before = text.slice(Math.max(0, offset - 4), offset).replaceAll("\r", "");
  if (offset === 0 || before.endsWith("\n\n")) return "";
  return before.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
}

class EndsOpen extends Latest<Note, boolean> {}

/** Whether a heading added at the end would be none, for the last block goes on there. */
function endsOpen(note: Note): boolean {
  return note.memory.part(EndsOpen).get(note, ({ sections, text }) => {
    const last = sections.at(-1);
    if (last === undefined) return false;
    const source = text.slice(last.span.start, last.span.end).trimEnd();
    // Readers of HTML take what follows into a tag that is open, though it is another block.
    const isInTag = last.type === "html" && !source.endsWith(">");
    return isInTag || parseNote(`${source}\n\n# End`).headings.at(-1)?.text !== "End";
  });
}
