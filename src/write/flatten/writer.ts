import { enclosing, within } from "../../base";
import type { Place, Span } from "../../base";
import type { Leaf, Note } from "../../note";
import { parseNote } from "../../note";
import type { EmbedProblem, ExpandOptions, Expansion, Library } from "../../vault";
import { expand } from "../../vault";

/** One stretch of resolved text and where it came from, character for character. */
export interface Piece {
  /** Where this piece stands in the resolved text. */
  readonly span: Span;
  /** The text it is a copy of. */
  readonly origin: Place;
  /** The embeds that led here, outermost first; empty for the note's own text. */
  readonly trail: readonly Place[];
}

/** A note's text with embeds replaced by what they show; every piece keeps its origin. */
export interface ResolvedText {
  readonly text: string;
  /** In the order of the text, without gaps; an empty text has none. */
  readonly pieces: readonly Piece[];
  readonly problems: readonly EmbedProblem[];
}

/**
 * The text of a place with every embed of text replaced by what it shows; what cannot be shown stays as
 * written and is a problem. Attachments stay as written too. A note that is not held gives an empty text.
 */
export function resolveText(library: Library, place: Place, options: ExpandOptions): ResolvedText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const problems: EmbedProblem[] = [];
  let length = 0;
  const copy = ({ note, trail }: Expansion, start: number, end: number): void => {
    if (end <= start) return;
    parts.push(note.text.slice(start, end));
    pieces.push({
      span: { start: length, end: length + end - start },
      origin: { path: note.path, span: { start, end } },
      trail,
    });
    length += end - start;
  };
  const write = (expansion: Expansion): void => {
    let position = expansion.span.start;
    for (const expanded of expansion.embeds) {
      if (expanded.kind === "problem") {
        problems.push(expanded.problem);
        continue;
      }
      copy(expansion, position, expanded.embed.span.start);
      write(expanded.shown);
      position = expanded.embed.span.end;
    }
    copy(expansion, position, expansion.span.end);
  };
  const note = library.note(place.path);
  if (note !== null) write(expand(library, note, place.span, options));
  return { text: parts.join(""), pieces, problems };
}

/** Text under construction that remembers which stretches are copies of which note. */
export class Writer {
  readonly pieces: Piece[] = [];
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

  /** Writes a note's text from `start` to `end`; `trail` holds the embeds that led to it. */
  copy(note: Note, start: number, end: number, trail: readonly Place[]): void {
    if (end <= start) return;
    this.pieces.push({
      span: { start: this.#length, end: this.#length + end - start },
      origin: { path: note.path, span: { start, end } },
      trail,
    });
    this.write(note.text.slice(start, end));
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
