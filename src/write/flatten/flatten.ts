import type { Note } from "../../note";
import type { Edit } from "../../base";
import type { EmbedProblem, Expansion, Library } from "../../vault";
import { expand, maxEmbeddedLength } from "../../vault";
import { missingEnd } from "./blocks";
import type { Document } from "./document";
import { nameAll } from "./names";
import { writeCells, writeHost, writeStretch } from "./stretch";
import { Writer } from "./writer";

export interface FlattenOptions {
  /** How many embeds deep to follow. */
  readonly depth: number;
  /** Writes `%% from [[Note#Heading]] %%` before what an embed brought in. */
  readonly markOrigin?: boolean;
  /** Remarks do not name the embeds that they stand for, since the names of notes must not leave. */
  readonly nameless?: boolean;
  /**
   * Leaves the note's own embeds that cannot be shown as they are, to be mended, where otherwise a remark takes their
   * place.
   */
  readonly keepUnresolved?: boolean;
  /**
   * Writes blocks in table cells as footnotes, whose names begin with `cellMark`, for a reader that puts them into
   * their cells; otherwise a remark takes their place.
   */
  readonly blocksInCells?: boolean;
}

/** A note as a document that stands alone. */
export interface Flattened {
  readonly text: string;
  /**
   * The same as edits of the note, one for each embed and one for the footnotes that came along: its own text is left
   * alone.
   */
  readonly edits: readonly Edit[];
  /** What could not be included: a visible remark stands for it in the text, unless it was to be kept. */
  readonly problems: readonly EmbedProblem[];
}

/**
 * The note at `path` with every embed of text replaced by what it shows; null when the library does not hold it.
 *
 * Embedded headings move below the one that they are embedded under, at most to level 6; properties of embedded
 * notes are left out; links, attachments, footnotes and block ids keep leading to what they led to. In lists,
 * quotes and callouts every line gets its indentation and marks, a table cell gets one line. Flattening a
 * flattened note changes nothing.
 */
export function flatten(library: Library, path: string, options: FlattenOptions): Flattened | null {
  const note = library.note(path);
  if (!note) return null;
  const room = { left: maxEmbeddedLength };
  const open = (origin: Note, span: Expansion["span"]) => expand(library, origin, span, { ...options, room });
  const whole = open(note, { start: 0, end: note.text.length });
  const keepUnresolved = options.keepUnresolved ?? false;
  const host = keepUnresolved ? { ...whole, embeds: whole.embeds.filter(({ kind }) => kind === "text") } : whole;
  const kept = whole.embeds.flatMap((expanded) =>
    keepUnresolved && expanded.kind === "problem" ? [expanded.problem] : [],
  );
  const names = nameAll(host, (origin, footnote) => open(origin, footnote.span));
  const lineBreak = note.text.includes("\r\n") ? "\r\n" : "\n";
  const writer = new Writer();
  const doc: Document = {
    library,
    host,
    names,
    lineBreak,
    markOrigin: options.markOrigin ?? false,
    named: options.nameless !== true,
    keepUnresolved,
    writer,
    problems: [],
    cells: options.blocksInCells === true ? [] : null,
  };
  const written = writeHost(doc);
  const { length } = writer;
  writeFootnotes(doc);
  const text = writer.text();
  const edits = written.map(({ change, start, end }) => ({ path, span: change.span, text: text.slice(start, end) }));
  if (writer.length > length)
    edits.push({ path, span: { start: note.text.length, end: note.text.length }, text: text.slice(length) });
  const problems = [...kept, ...doc.problems];
  return {
    text,
    edits: edits.filter((edit) => edit.text !== note.text.slice(edit.span.start, edit.span.end)),
    problems: problems.sort((a, b) => a.place.span.start - b.place.span.start),
  };
}

/** Writes the footnotes of embedded notes at the end of the document. */
function writeFootnotes(doc: Document): void {
  const {
    host: { note, span },
    names,
    lineBreak,
    writer,
    cells,
  } = doc;
  if (names.footnotes.length === 0 && (cells ?? []).length === 0) return;
  const unended = missingEnd(note, span);
  if (unended) writer.write(lineBreak + unended);
  if (unended || !note.text.endsWith("\n")) writer.write(lineBreak);
  for (const { stretch } of names.footnotes) {
    writer.write(lineBreak);
    writeStretch(doc, stretch, { prefix: "", level: 0, as: "blocks" });
    writer.write(lineBreak);
  }
  writeCells(doc);
}
