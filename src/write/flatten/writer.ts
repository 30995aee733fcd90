import { enclosing, within } from "../../base";
import type { Leaf, Note } from "../../note";
import { parseNote } from "../../note";

/** Text under construction that remembers what it ends with. */
export class Writer {
  /** The list that ended here, when nothing has been written since. */
  #list: { readonly kind: string; readonly prefix: string; readonly end: number } | null = null;
  readonly #parts: string[] = [];
  #length = 0;
  /** Where the last character stands that is neither white space nor the mark of a quote. */
  #ink = 0;

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length;
  }

  /** The last character written, or an empty string. */
  get last(): string {
    return this.#parts.at(-1)?.at(-1) ?? "";
  }

  write(text: string): void {
    if (text === "") return;
    this.#parts.push(text);
    for (let at = text.length; at > 0; at--) {
      if (blank.has(text.charAt(at - 1))) continue;
      this.#ink = this.#length + at;
      break;
    }
    this.#length += text.length;
  }

  /** Tells that a list of this kind ends here, among lines that start with `prefix`. */
  endList(kind: string, prefix: string): void {
    this.#list = { kind, prefix, end: this.#ink };
  }

  /**
   * Whether the list that the text ends with would take in what comes next: a list of its kind, or what is `indented`.
   */
  listTakesIn(next: string, prefix: string): boolean {
    const list = this.#list;
    return list?.prefix === prefix && list.end === this.#ink && (next === "indented" || next === list.kind);
  }

  text(): string {
    return this.#parts.join("");
  }
}

const blank: ReadonlySet<string> = new Set(" \t\r\n>");

/** Markdown on one line, its blocks parted by `<br>`. */
export function onOneLine(text: string): string {
  const note = parseNote(text);
  const lines: string[] = [];
  for (const leaf of note.leaves) {
    const mark = within(note.blockMarks, leaf.span).find(({ span }) => span.end === leaf.span.end);
    const line = unbroken(note.text.slice(leaf.span.start, mark?.span.start ?? leaf.span.end));
    if (leaf.type === "paragraph") lines.push(listMark(note, leaf) + line);
    else if (leaf.type === "heading") lines.push(headingWords(note, leaf.span.start));
    else if (leaf.type !== "thematicBreak") lines.push(line);
  }
  return lines.filter((line) => line !== "").join("<br>");
}

/** The bullet or number of an item with the box of a task, before its first paragraph. */
function listMark(note: Note, { item, span: { start } }: Leaf): string {
  return item?.textSpan.start === start
    ? `${note.text.slice(item.marker.start, start).replace(/\s+/g, " ").trim()} `
    : "";
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
