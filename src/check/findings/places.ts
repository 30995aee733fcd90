import { lineEndBefore } from "../../base";
import type { Place, Span } from "../../base";
import type { Note } from "../../note";
import type { Library } from "../../vault";

/** A place as a finding names it. */
export function atPlace({ path, span }: Place): { readonly path: string; readonly span: Span } {
  return { path, span };
}

/** What stands at a place; nothing where its note is gone. */
export function sourceAt(library: Library, { path, span }: Place): string {
  return library.text(path)?.slice(span.start, span.end) ?? "";
}

/** The words at a place for use in a message: one line, without marks, at most 80 UTF-16 units. */
export function wordsAt(library: Library, place: Place): string {
  const words = sourceAt(library, place)
    .replace(/[`*=]|\s+/g, (found) => (found.trim() === "" ? " " : ""))
    .trim();
  return words.length <= 80 ? words : `${words.slice(0, 79).trimEnd()}…`;
}

/** Where a finding about the note as a whole stands: its first-level heading, else its first line. */
export function wholeNoteSpan(note: Note): Span {
  const title = note.headings.find(({ level, root }) => level === 1 && root);
  if (title !== undefined) return title.textSpan;
  const second = note.lineStarts[1];
  return { start: 0, end: second === undefined ? note.text.length : lineEndBefore(note.text, second) };
}
