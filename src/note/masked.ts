import { Latest } from "../base";
import type { Note } from "./note";

/**
 * Stands for each UTF-16 unit that nobody reads as words: neither a letter nor a space, so nothing is matched across
 * it.
 */
const mask = "\ufffc";

class MaskedText extends Latest<Note, string> {}

/**
 * The text of a note with code, math, comments, links, embeds and frontmatter masked, quotations
 * left in. Line breaks stay, so offsets are those of the note.
 */
export function maskedText(note: Note): string {
  return note.memory.part(MaskedText).get(note, maskText);
}

function maskText(note: Note): string {
  const masked = [...note.code, ...note.comments, ...note.links, ...note.embeds, ...note.referenceLinks].map(
    ({ span }) => span,
  );
  masked.push(...note.math);
  if (note.frontmatter !== null) masked.push(note.frontmatter.span);
  masked.sort((a, b) => a.start - b.start);
  let result = "";
  let position = 0;
  for (const { start, end } of masked) {
    if (end <= position) continue;
    const from = Math.max(start, position);
    result += note.text.slice(position, from) + hide(note.text.slice(from, end));
    position = end;
  }
  return result + note.text.slice(position);
}

function hide(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, mask) : mask.repeat(text.length);
}
