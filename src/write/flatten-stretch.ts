import { enclosing, indexFrom, within } from "../base/sorted";
import type { Heading, Note } from "../note/note";
import type { Span } from "../base/span";
import type { Expansion } from "../vault/expansion";
import type { Change, Document, Place } from "./flatten-document";
import { embedChange } from "./flatten-embed";
import { footnotesWithin, inkBefore, lineAt, lineLead, marginOf, type Margin } from "./flatten-layout";
import { deepestLevel, levelAt, shiftUnder } from "./flatten-headings";
import { inlineTarget, referenceUses } from "./flatten-references";
import { relink } from "./flatten-links";

/** Writes the host note, with its embeds replaced and nothing else; returns what was written for each. */
export function writeHost(doc: Document): readonly { readonly change: Change; readonly start: number; readonly end: number }[] {
  const { host, writer } = doc;
  const written: { change: Change; start: number; end: number }[] = [];
  const changes: Change[] = host.embeds.map((expanded, index) => {
    const place = { prefix: "", level: levelAt(host, expanded.embed, 0, 0), as: "blocks" } as const;
    return embedChange(doc, host, expanded, host.embeds[index + 1], { quotes: 0, column: 0 }, place);
  });
  // An embedded heading of the same words may stand before the one that a link of the host leads to.
  if (changes.length > 0) changes.push(...linkChanges(doc, host));
  apply(doc, host, inOrder(changes), (change) => {
    const start = writer.length;
    change.write();
    written.push({ change, start, end: writer.length });
  });
  return written;
}

/** Writes embedded text as it has to read at its place: see {@link Place}. The first line starts where the text written so far ends. */
export function writeStretch(doc: Document, stretch: Expansion, place: Place): void {
  const { note, span } = stretch;
  const margin = marginOf(note, span);
  const headings = within(note.headings, span);
  const shift = shiftUnder(stretch, place.level);
  const changes = [
    ...stretch.embeds.map((expanded, index) => {
      const level = levelAt(stretch, expanded.embed, place.level, shift);
      return embedChange(doc, stretch, expanded, stretch.embeds[index + 1], margin, { ...place, level });
    }),
    ...headings.flatMap((heading) => headingChanges(doc, note, heading, shift)),
    ...linkChanges(doc, stretch),
    ...nameChanges(doc, stretch, place),
    ...breakChanges(doc, stretch, place, margin),
  ];
  apply(doc, stretch, inOrder(changes), (change) => { change.write(); });
}

/** Changes in the order of the text; the first of several at one place is the one that counts. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => a.span.start - b.span.start);
}

function apply({ writer }: Document, { note, span, trail }: Expansion, changes: readonly Change[], write: (change: Change) => void): void {
  let position = span.start;
  for (const change of changes) {
    if (change.span.start < position) continue;
    writer.copy(note, position, change.span.start, trail);
    write(change);
    position = change.span.end;
  }
  writer.copy(note, position, span.end, trail);
}

function headingChanges({ writer }: Document, note: Note, heading: Heading, shift: number): readonly Change[] {
  const level = Math.min(deepestLevel, heading.level + shift);
  if (level === heading.level) return [];
  const { span, textSpan } = heading;
  const insert = (text: string): Change => ({ span: { start: span.start, end: span.start }, write: () => { writer.write(text); } });
  if (/^#{1,6}(?:[ \t\r\n]|$)/.test(note.text.slice(span.start, span.start + 7))) return [insert("#".repeat(level - heading.level))];
  // Underlined headings have two levels only.
  const words = note.text.slice(textSpan.start, textSpan.end).replace(/\r?\n[ \t>]*/g, " ");
  return [{ span, write: () => { writer.write(`${"#".repeat(level)} ${words}`); } }];
}

function linkChanges({ library, names, host, writer }: Document, stretch: Expansion): readonly Change[] {
  const { note, span } = stretch;
  const replaced = new Set(stretch.embeds.map(({ embed }) => embed));
  const kept = within(note.embeds, span).filter((embed) => !replaced.has(embed));
  const references = stretch === host ? [] : referenceUses(note, span);
  const inlined = references.map((use) => ({ span: use.span, write: () => { writer.write(inlineTarget(library, note, use.definition, host.note.path)); } }));
  const relinked = [...within(note.links, span), ...kept].flatMap((link) => {
    const inTable = enclosing(note.leaves, link.span.start)?.type === "table";
    const change = relink(library, names, link, stretch, host.note.path, inTable);
    return change ? [{ span: change.span, write: () => { writer.write(change.text); } }] : [];
  });
  return [...inlined, ...relinked];
}

/** Changes of block ids, footnotes and link definitions. The text of a footnote goes to the end of the document, a definition into its links. */
function nameChanges(doc: Document, stretch: Expansion, place: Place): readonly Change[] {
  const { names, writer, host } = doc;
  const { note, span } = stretch;
  const changes: Change[] = [];
  const change = (start: number, end: number, text: string) => {
    if (note.text.slice(start, end) !== text) changes.push({ span: { start, end }, write: () => { writer.write(text); } });
  };
  for (const { span: mark, name } of names.blockMarks(stretch)) {
    if (place.as === "blocks") change(mark.start, mark.end, `^${name}`);
    else change(inkBefore(note.text, span.start, mark.start), mark.end, "");
  }
  const remove = ({ start, end }: Span) => {
    if (start > span.start) change(inkBefore(note.text, span.start, start), end, "");
    else change(start, end + (/^\s*/.exec(note.text.slice(end, span.end))?.[0].length ?? 0), "");
  };
  for (const footnote of footnotesWithin(note, span)) {
    const { start, end } = footnote.span;
    if (start === span.start && end === span.end) change(start + 2, start + 2 + footnote.id.length, names.footnote(note, footnote.id) ?? footnote.id);
    else remove(footnote.span);
  }
  for (const leaf of within(note.leaves, span)) if (leaf.type === "definition") remove(leaf.span);
  if (note.path !== host.note.path) {
    for (const { id, span: mark } of within(note.footnoteRefs, span)) {
      const name = names.footnote(note, id);
      // Without a footnote the mark is mere text, and the host may have a footnote of that name.
      if (name === null) change(mark.start, mark.start, "\\");
      else change(mark.start + 2, mark.end - 1, name);
    }
  }
  const first = enclosing(note.leaves, span.start);
  // `---` would be a property block at the start of a note, and part of the bullet after `-`.
  if (first?.type === "thematicBreak") change(first.span.start, first.span.end, "___");
  return changes;
}

/** Line breaks, with what the lines of the stretch start with in the document. */
function breakChanges({ writer, lineBreak }: Document, { note, span }: Expansion, place: Place, margin: Margin): readonly Change[] {
  const { text } = note;
  const moved = place.prefix !== "" || margin.column > 0 || margin.quotes > 0;
  const changes: Change[] = [];
  const change = (start: number, end: number, written: string) => {
    if (text.slice(start, end) !== written) changes.push({ span: { start, end }, write: () => { writer.write(written); } });
  };
  if (moved) {
    const leaf = note.leaves[indexFrom(note.leaves, span.start)];
    const end = leaf && leaf.span.start < lineAt(note, span.start).end ? leaf.span.start : span.start;
    change(span.start, end, spaced(text.slice(span.start, end), margin.column));
  }
  for (let feed = text.indexOf("\n", span.start); feed >= 0 && feed < span.end; feed = text.indexOf("\n", feed + 1)) {
    const start = feed > span.start && text[feed - 1] === "\r" ? feed - 1 : feed;
    const lead = moved || place.as === "line" ? lineLead(note, feed + 1, margin) : { end: feed + 1, text: "" };
    const end = Math.min(lead.end, span.end);
    const blank = end === span.end || text[end] === "\n" || text[end] === "\r";
    const written = place.prefix + lead.text;
    change(start, end, place.as === "line" ? " " : lineBreak + (blank ? written.trimEnd() : written));
  }
  return changes;
}

/** The text with its tabs as spaces, when it starts at `column`. */
function spaced(text: string, column: number): string {
  let spaces = "";
  for (const unit of text) spaces += unit === "\t" ? " ".repeat(4 - ((column + spaces.length) % 4)) : unit;
  return spaces;
}
