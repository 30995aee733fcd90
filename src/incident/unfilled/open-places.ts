import { firstIndex, plainWords, within } from "../../base";
import type { Span } from "../../base";
import { english } from "../../language";
import type { Lexicon } from "../../language";
import { maskedText } from "../../note";
import type { Note } from "../../note";
import type { Incident } from "../incident";
import { isDateTemplate, isValueStart, placeholderIn } from "./placeholder";
import { isUntouchedBlock } from "./untouched";

/** A place that a template left open. */
export interface OpenPlace {
  /** What stands there for the answer: `TODO`. */
  readonly mark: Span;
  /** The same with what it asks for: `TODO: name the cause`. */
  readonly span: Span;
  /** Whether it is the value of a property. */
  readonly isProperty: boolean;
}

/** The places of a note that are still to be filled in, in the order of the text: one in each line or row. */
export function* openPlaces(incident: Incident): Iterable<OpenPlace> {
  const { language, note } = incident;
  for (const span of placeholdersInFrontmatter(note, incident)) yield { mark: span, span, isProperty: true };
  const text = maskedText(note);
  for (const line of linesOf(note)) {
    const mark = line
      .map(
        (part) =>
          moved(placeholderIn(text.slice(part.start, part.end), language), part.start) ??
          dateInCode(note, part, language),
      )
      .find((span) => span !== null);
    if (mark !== undefined) yield { mark, span: withRequest(note, mark), isProperty: false };
  }
}

/** How many of a note's sections say something and leave nothing open. */
export function filledSections(incident: Incident): { readonly filled: number; readonly all: number } {
  const { language, note, sections } = incident;
  const open = [...openPlaces(incident)].map(({ mark }) => ({ span: mark }));
  const isFilled = (body: Span): boolean =>
    within(open, body).length === 0 &&
    within(note.leaves, body).some((leaf) => leaf.type !== "heading" && !isUntouchedBlock(note, leaf, language));
  return { filled: sections.filter(({ body }) => isFilled(body)).length, all: sections.length };
}

/** A placeholder with what it asks for: `TODO: name the cause` as a whole, within its cell or line. */
function withRequest({ text }: Note, { start, end }: Span): Span {
  const rest = text.slice(end, end + longestRequest);
  const request = /^:[^\n\r|]*/.exec(rest)?.[0] ?? "";
  return { start, end: end + request.trimEnd().length };
}

/** In UTF-16 units. */
const longestRequest = 500;

function moved(span: Span | null, by: number): Span | null {
  return span === null ? null : { start: span.start + by, end: span.end + by };
}

/** A pattern of a date or a time that stands as code where a value belongs: `HH:MM` at the beginning of an event. */
function dateInCode(note: Note, { start, end }: Span, language: Lexicon): Span | null {
  const first = firstIndex(note.code, ({ span }) => span.start >= start);
  const { span, content, kind } = note.code[first] ?? { span: { start: end, end }, content: { start: 0, end: 0 } };
  return kind === "inline" &&
    span.end <= end &&
    isDateTemplate(note.text.slice(content.start, content.end), language) &&
    isValueStart(note.text.slice(start, span.start))
    ? content
    : null;
}

function isStateColumn(note: Note, { start, end }: Span): boolean {
  return english.actions.columns.status.includes(plainWords(note.text.slice(start, end)));
}

/** `TODO` in a column of states is one. */
function isState(cell: string): boolean {
  return english.actions.open.includes(plainWords(cell));
}

/** The lines of a note that hold text, a table's rows as their cells. */
function* linesOf(note: Note): Iterable<readonly Span[]> {
  for (const leaf of note.leaves) {
    if (leaf.type === "code" || leaf.type === "comment" || leaf.type === "math") continue;
    if (leaf.type === "table") {
      const table = note.tables[firstIndex(note.tables, ({ span }) => span.start >= leaf.span.start)];
      const [head, ...rows] = table?.rows ?? [];
      if (head !== undefined) yield head.cells;
      const states = new Set(head?.cells.flatMap((cell, column) => (isStateColumn(note, cell) ? column : [])));
      for (const { cells } of rows)
        yield cells.filter((cell, column) => !states.has(column) || !isState(note.text.slice(cell.start, cell.end)));
      continue;
    }
    for (let start = leaf.span.start; start < leaf.span.end;) {
      const lineBreak = note.text.indexOf("\n", start);
      const end = lineBreak < 0 || lineBreak > leaf.span.end ? leaf.span.end : lineBreak;
      yield [{ start, end: note.text[end - 1] === "\r" ? end - 1 : end }];
      start = end + 1;
    }
  }
}

/** In text values that the schema found nothing wrong with. */
function* placeholdersInFrontmatter(note: Note, { fields, language }: Incident): Iterable<Span> {
  const faulty = new Set(fields.problems.map(({ key }) => key));
  for (const { key, value } of note.frontmatter?.entries ?? []) {
    if (faulty.has(key)) continue;
    for (const node of [value, ...value.items]) {
      const found =
        typeof node.value === "string"
          ? placeholderIn(note.text.slice(node.span.start, node.span.end), language)
          : null;
      if (found !== null) yield { start: node.span.start + found.start, end: node.span.start + found.end };
    }
  }
}
