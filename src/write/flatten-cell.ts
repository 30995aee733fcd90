import { enclosing } from "../base/sorted";
import type { Note } from "../note/note";
import { parseNote } from "../note/parse";

/** Markdown on one line for a table cell, its blocks parted by `<br>`; null when it has blocks that one line cannot hold. */
export function asCell(text: string): string | null {
  const note = parseNote(text);
  const lines: string[] = [];
  for (const leaf of note.leaves) {
    const line = unbroken(note.text.slice(leaf.span.start, leaf.span.end));
    if (leaf.type === "paragraph") lines.push(listMark(note, leaf.item, leaf.span.start) + line.replace(/ \^[\w-]+$/, ""));
    else if (leaf.type === "heading") lines.push(headingWords(note, leaf.span.start));
    else if (leaf.type === "comment") lines.push(line);
    else if (leaf.type !== "thematicBreak") return null;
  }
  return lines.filter((line) => line !== "").join("<br>").replace(/\\?\|/g, "\\|");
}

/** The bullet or number of an item with the box of a task, before its first paragraph. */
function listMark(note: Note, index: number, start: number): string {
  const item = note.listItems[index];
  return item?.textSpan.start === start ? `${note.text.slice(item.marker.start, start).replace(/\s+/g, " ").trim()} ` : "";
}

function headingWords(note: Note, start: number): string {
  const heading = enclosing(note.headings, start);
  const words = heading ? unbroken(note.text.slice(heading.textSpan.start, heading.textSpan.end)) : "";
  return words === "" ? "" : `**${words}**`;
}

/** Lines joined by a space, or by `<br>` where the text asks for a break; marks of quotes taken out. */
function unbroken(text: string): string {
  let joined = "";
  for (const line of text.split("\n")) {
    const hard = joined.endsWith("\\") || joined.endsWith("  ");
    const before = joined.endsWith("\\") ? joined.slice(0, -1) : joined.trimEnd();
    joined = joined === "" ? line : `${before}${hard ? "<br>" : " "}${line.replace(/^[ \t>]+/, "")}`;
  }
  return joined.trim();
}
