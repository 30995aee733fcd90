import type { Note } from "../note/note";
import type { Span } from "../base/span";

/** Where a finding about the note as a whole stands: its first-level heading, else its first line. */
export function wholeNoteSpan(note: Note): Span {
  const title = note.headings.find(({ level, root }) => level === 1 && root);
  if (title !== undefined) return title.textSpan;
  const end = note.text.search(/\r?\n/);
  return { start: 0, end: end < 0 ? note.text.length : end };
}
