import { enclosing, indexFrom, within } from "../../base";
import type { Span } from "../../base";
import type { Embed, Heading, Leaf, Note } from "../../note";
import { fits, isInline, unfit } from "../../vault";
import type { ExpandedEmbed, Expansion, NarrowPlace } from "../../vault";
import { isWholeTask, joinableAfter, joinableStart, lastList, listBefore, mannerOf, missingEnd } from "./blocks";
import type { CellBlocks, Change, Document, InsertionPlace, TextEmbed } from "./document";
import { cellMark, remarkBlock, remarkWords, startBlock } from "./document";
import { deepestLevel, levelAt, shiftUnder } from "./headings";
import type { Margin } from "./layout";
import { containerPrefix, footnotesWithin, inkBefore, lineAt, lineLead, marginOf, standing } from "./layout";
import { relink, wikiPath } from "./links";
import { asCharacter, looseMarks, partnersOf } from "./loose-marks";
import { inlineTarget, referenceUses } from "./references";
import { onOneLine, Writer } from "./writer";

/** Writes the host note, with its embeds replaced and nothing else; returns what was written for each. */
export function writeHost(
  doc: Document,
): readonly { readonly change: Change; readonly start: number; readonly end: number }[] {
  const { host, writer } = doc;
  const written: { change: Change; start: number; end: number }[] = [];
  const changes = host.embeds.map((expanded, index) => {
    const place = { prefix: "", level: levelAt(host, expanded.embed, 0, 0), as: "blocks" } as const;
    const margin = { quotes: 0, column: 0 };
    return embedChange(doc, { outer: host, expanded, next: host.embeds[index + 1], margin }, place);
  });
  // An embedded heading of the same words may stand before the one that a link of the host leads to.
  apply(doc, host, inOrder([...changes, ...linkChanges(doc, host)]), (change) => {
    const start = writer.length;
    change.write();
    written.push({ change, start, end: writer.length });
  });
  return written;
}

/**
 * Writes embedded text as it has to read at its place: see {@link InsertionPlace}. The first line starts where the text
 * written so far ends.
 */
export function writeStretch(doc: Document, stretch: Expansion, place: InsertionPlace): void {
  const { note, span } = stretch;
  const margin = marginOf(note, span);
  const headings = within(note.headings, span);
  const shift = shiftUnder(stretch, place.level);
  const changes = [
    ...stretch.embeds.map((expanded, index) => {
      const level = levelAt(stretch, expanded.embed, place.level, shift);
      return embedChange(
        doc,
        { outer: stretch, expanded, next: stretch.embeds[index + 1], margin },
        { ...place, level },
      );
    }),
    ...headings.flatMap((heading) => headingChanges(doc, note, heading, shift)),
    ...linkChanges(doc, stretch),
    ...nameChanges(doc, stretch, place),
    ...breakChanges(doc, stretch, place, margin),
    ...looseChanges(doc, stretch, place),
  ];
  apply(doc, stretch, inOrder(changes), (change) => {
    change.write();
  });
}

/** Changes in the order of the text; the first of several at one place is the one that counts. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => a.span.start - b.span.start);
}

function apply(
  { writer }: Document,
  { note, span }: Expansion,
  changes: readonly Change[],
  write: (change: Change) => void,
): void {
  let position = span.start;
  for (const change of changes) {
    if (change.span.start < position) continue;
    writer.write(note.text.slice(position, change.span.start));
    write(change);
    position = change.span.end;
  }
  writer.write(note.text.slice(position, span.end));
}

function headingChanges({ writer }: Document, note: Note, heading: Heading, shift: number): readonly Change[] {
  const level = Math.min(deepestLevel, heading.level + shift);
  if (level === heading.level) return [];
  const { span, textSpan } = heading;
  const insert = (text: string): Change => ({
    span: { start: span.start, end: span.start },
    write: () => {
      writer.write(text);
    },
  });
  if (/^#{1,6}(?:[ \t\r\n]|$)/.test(note.text.slice(span.start, span.start + 7)))
    return [insert("#".repeat(level - heading.level))];
  // Underlined headings have two levels only.
  const words = note.text.slice(textSpan.start, textSpan.end).replace(/\r?\n[ \t>]*/g, " ");
  return [
    {
      span,
      write: () => {
        writer.write(`${"#".repeat(level)} ${words}`);
      },
    },
  ];
}

function linkChanges({ library, names, host, writer }: Document, stretch: Expansion): readonly Change[] {
  const { note, span } = stretch;
  const replaced = new Set(stretch.embeds.map(({ embed }) => embed));
  const kept = within(note.embeds, span).filter((embed) => !replaced.has(embed));
  const references = stretch === host ? [] : referenceUses(note, span);
  const inlined = references.map((use) => ({
    span: use.span,
    write: () => {
      writer.write(inlineTarget(library, note, use.definition, host.note.path));
    },
  }));
  const relinked = [...within(note.links, span), ...kept].flatMap((link) => {
    const inTable = enclosing(note.leaves, link.span.start)?.type === "table";
    const change = relink({ library, names, host: host.note.path }, stretch, link, inTable);
    return change
      ? [
          {
            span: change.span,
            write: () => {
              writer.write(change.text);
            },
          },
        ]
      : [];
  });
  return [...inlined, ...relinked];
}

/**
 * Changes of block ids, footnotes and link definitions. The text of a footnote goes to the end of the document, a
 * definition into its links.
 */
function nameChanges(doc: Document, stretch: Expansion, place: InsertionPlace): readonly Change[] {
  const { names, writer, host } = doc;
  const { note, span } = stretch;
  const changes: Change[] = [];
  const change = (start: number, end: number, text: string) => {
    if (note.text.slice(start, end) !== text)
      changes.push({
        span: { start, end },
        write: () => {
          writer.write(text);
        },
      });
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
    if (start === span.start && end === span.end)
      change(start + 2, start + 2 + footnote.id.length, names.footnote(note, footnote.id) ?? footnote.id);
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
function breakChanges(
  { writer, lineBreak }: Document,
  { note, span }: Expansion,
  place: InsertionPlace,
  margin: Margin,
): readonly Change[] {
  const { text } = note;
  const moved = place.prefix !== "" || margin.column > 0 || margin.quotes > 0;
  const changes: Change[] = [];
  const change = (start: number, end: number, written: string) => {
    if (text.slice(start, end) !== written)
      changes.push({
        span: { start, end },
        write: () => {
          writer.write(written);
        },
      });
  };
  if (moved) {
    const leaf = note.leaves[indexFrom(note.leaves, span.start)];
    let end = leaf && leaf.span.start < lineAt(note, span.start).end ? leaf.span.start : span.start;
    while (text[end] === " " || text[end] === "\t") end++;
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

/** Marks that would pair with one beyond the edges of the text, as the characters that they are. */
function looseChanges(
  { writer }: Document,
  { note, span }: Expansion,
  { partners }: InsertionPlace,
): readonly Change[] {
  if (!partners || partners.size === 0) return [];
  return looseMarks(note.text.slice(span.start, span.end))
    .filter(({ mark }) => partners.has(mark))
    .map(({ mark, start }) => ({
      span: { start: span.start + start, end: span.start + start + 1 },
      write: () => {
        writer.write(asCharacter(mark));
      },
    }));
}

/** How far around an embed its paragraph is searched for marks, in UTF-16 units: a paragraph may hold many embeds. */
const reach = 1000;

/** What would pair with the loose marks of the paragraph around an embed, and of what else is embedded in it. */
function partnersAround({ note, embeds }: Expansion, { span }: Embed): ReadonlySet<string> {
  const leaf = enclosing(note.leaves, span.start)?.span ?? span;
  const before = note.text.slice(Math.max(leaf.start, span.start - reach), span.start);
  const after = note.text.slice(span.end, Math.min(leaf.end, span.end + reach));
  const index = indexFrom(embeds, span.start);
  const beside = [embeds[index - 1], embeds[index + 1]].map((other) =>
    other?.kind === "text" && other.span.start >= leaf.start && other.span.end <= leaf.end
      ? other.shown.note.text.slice(other.shown.span.start, other.shown.span.end).slice(0, reach)
      : "",
  );
  return new Set([...partnersOf(before, after), ...partnersOf(beside[0] ?? "", beside[1] ?? "")]);
}

/** An embed with the text that it stands in. */
interface Embedding {
  readonly outer: Expansion;
  readonly expanded: ExpandedEmbed;
  /** The embed that follows in `outer`. */
  readonly next: ExpandedEmbed | undefined;
  /** Of `outer`. */
  readonly margin: Margin;
}

/** What is written for an embed; `outside` is the place of the text that it stands in. */
function embedChange(doc: Document, embedding: Embedding, outside: InsertionPlace): Change {
  const { outer, expanded, margin } = embedding;
  const { note, span } = outer;
  const { embed } = expanded;
  const leaf = enclosing(note.leaves, embed.span.start);
  const place = leaf ? { ...outside, prefix: outside.prefix + containerPrefix(note, leaf, span, margin) } : outside;
  const as = mannerOf(note, expanded, outside.as);
  if (leaf && as === "blocks") return blockChange(doc, embedding, leaf, { outside, prefix: place.prefix });
  const isLine = as === "footnote" && (expanded.kind === "problem" || isInline(expanded.shown));
  const write =
    !isLine && (as === "cell" || as === "footnote")
      ? () => {
          writeOnOneLine(doc, outer, expanded, { level: outside.level, as });
        }
      : () => {
          writeWords(doc, outer, expanded, { ...place, as: isLine ? "line" : as });
        };
  return { span: embed.span, write };
}

/** Where the blocks of an embed are put. */
interface BlockPlace {
  /** The place of the text that the embed stands in. */
  readonly outside: InsertionPlace;
  /** What every line but the first starts with. */
  readonly prefix: string;
}

/** Replaces an embed by blocks, and parts what stands around it from them; `leaf` is the paragraph that it is in. */
function blockChange(doc: Document, embedding: Embedding, leaf: Leaf, { outside, prefix }: BlockPlace): Change {
  const { writer } = doc;
  const { outer, expanded, margin } = embedding;
  const { note } = outer;
  const { first, wordsBefore } = standing(note, leaf, expanded.embed.span);
  const place: InsertionPlace = { ...outside, prefix };
  const before = first && !wordsBefore ? listBefore(note, leaf) : null;
  const head = headOf(doc, embedding, leaf, { outside, prefix });
  const tail = tailOf(embedding, leaf);
  return {
    span: { start: head.start, end: tail.end },
    write() {
      head.write();
      if (before) writer.endList(before, prefix);
      if (expanded.kind === "text" && isWholeTask(leaf, expanded.embed.span)) {
        writer.write(originLink(doc, expanded));
        startBlock(doc, prefix);
      }
      writeBlocks(doc, expanded, place);
      if (tail.words !== null) {
        startBlock(doc, prefix);
        writer.write(tail.words);
      } else if (tail.last) {
        const after = joinableAfter(note, leaf, margin.column + prefix.length - outside.prefix.length);
        if (!after || !writer.listTakesIn(after, prefix)) return;
        startBlock(doc, prefix);
        writer.write("<!-- -->");
      }
    },
  };
}

/** Where the replacement of an embed by blocks starts, and what parts it from what stands before. */
function headOf(
  doc: Document,
  { outer, expanded }: Embedding,
  leaf: Leaf,
  { outside, prefix }: BlockPlace,
): { readonly start: number; write(): void } {
  const { note, span } = outer;
  const { embed } = expanded;
  const { text } = note;
  const { line, first, wordsBefore } = standing(note, leaf, embed.span);
  const parted = () => {
    startBlock(doc, prefix);
  };
  if (wordsBefore) return { start: inkBefore(text, span.start, embed.span.start), write: parted };
  const from = Math.max(line.start, span.start);
  const start = breakBefore(text, from, span.start);
  if (!first || followsTitle(note, leaf)) return { start, write: parted };
  const lead = text.slice(from, leaf.span.start);
  const inner = prefix.slice(outside.prefix.length);
  if (/[^\s>]/.test(lead) || lead === inner) return { start: embed.span.start, write: () => undefined };
  return {
    start,
    write: () => {
      doc.writer.write(start < from ? doc.lineBreak + prefix : inner);
    },
  };
}

interface Tail {
  readonly end: number;
  /** How the words that follow in the paragraph have to begin, as far as `end`; null when none follow here. */
  readonly words: string | null;
  /** Nothing of the paragraph follows. */
  readonly last: boolean;
}

/** Where the replacement of an embed by blocks ends, and what becomes of the rest of the paragraph. */
function tailOf({ outer, expanded, next, margin }: Embedding, leaf: Leaf): Tail {
  const { note } = outer;
  const { embed } = expanded;
  const { text } = note;
  const { line, wordsAfter } = standing(note, leaf, embed.span);
  const nextInLeaf = next && next.embed.span.start < leaf.span.end ? next : null;
  if (
    nextInLeaf &&
    /^[\s>]*$/.test(text.slice(embed.span.end, nextInLeaf.embed.span.start)) &&
    mannerOf(note, nextInLeaf, "blocks") === "blocks"
  ) {
    return { end: wordsAfter ? embed.span.end : line.end, words: null, last: false };
  }
  if (!wordsAfter && leaf.span.end <= line.end) return { end: line.end, words: null, last: true };
  const start = wordsAfter
    ? inkAfter(text, embed.span.end)
    : lineLead(note, text.indexOf("\n", line.end) + 1, margin).end;
  return { ...plainStart(text, start), last: false };
}

/**
 * Words that start a paragraph, as far as they would start another block there; `end` is where they go on as they are.
 */
export function plainStart(text: string, start: number): { readonly end: number; readonly words: string } {
  const line = text.slice(start, start + 200);
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(line)?.[0];
  if (number !== undefined) return { end: start + number.length, words: `${number}\\` };
  const block = /^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|```|~~~|(?:---|\*\*\*|___)|\[[^\]\n]{1,99}\]:)/.test(line);
  return { end: start, words: block ? "\\" : "" };
}

function writeBlocks(doc: Document, expanded: ExpandedEmbed, place: InsertionPlace): void {
  const { writer, lineBreak } = doc;
  const { prefix } = place;
  if (expanded.kind === "problem") {
    doc.problems.push(expanded.problem);
    writer.write(remarkBlock(expanded.embed, expanded.problem, doc.named));
    return;
  }
  const { shown } = expanded;
  const { note, span } = shown;
  if (doc.markOrigin) {
    writer.write(`%% from ${originLink(doc, expanded)} %%`);
    if (isInline(shown)) writer.write(" ");
    else startBlock(doc, prefix);
  }
  const start = joinableStart(note, span);
  if (start && writer.listTakesIn(start, prefix)) {
    writer.write("<!-- -->");
    startBlock(doc, prefix);
  }
  writeStretch(doc, shown, { ...place, as: "blocks" });
  const end = missingEnd(note, span);
  if (end) writer.write(lineBreak + prefix + end);
  const last = lastList(note, span);
  if (last) writer.endList(last, prefix);
}

/** Writes an embed among the words of a paragraph or of a line. */
function writeWords(doc: Document, outer: Expansion, expanded: ExpandedEmbed, place: InsertionPlace): void {
  const { writer } = doc;
  if (expanded.kind === "problem") {
    doc.problems.push(expanded.problem);
    writer.write(remarkWords(expanded.embed, expanded.problem, doc.named));
    return;
  }
  const { shown, embed } = expanded;
  if (!isInline(shown)) {
    writeUnfit(doc, outer, expanded, "line");
    return;
  }
  // An exclamation mark before a link would make a new embed.
  if (writer.last === "!" && shown.note.text[shown.span.start] === "[") writer.write(" ");
  if (doc.markOrigin) writer.write(`%% from ${originLink(doc, expanded)} %% `);
  // The remark on where a text comes from is a comment too.
  const origins = doc.markOrigin ? ["%%"] : [];
  const partners = new Set([...(place.partners ?? []), ...origins, ...partnersAround(outer, embed)]);
  writeStretch(doc, shown, { ...place, partners });
  if (writer.last === "!" && outer.note.text[embed.span.end] === "[") writer.write(" ");
}

/** Writes an embed into a table cell or a footnote of the line, its blocks parted by `<br>`. */
function writeOnOneLine(
  doc: Document,
  outer: Expansion,
  expanded: ExpandedEmbed,
  { level, as }: { readonly level: number; readonly as: "cell" | "footnote" },
): void {
  if (expanded.kind === "text" && as === "cell" && doc.cells && !isInline(expanded.shown)) {
    writeCellReference(doc, doc.cells, expanded, level);
    return;
  }
  if (expanded.kind === "text" && !fits(expanded.shown, as)) {
    writeUnfit(doc, outer, expanded, as);
    return;
  }
  const inner: Document = { ...doc, writer: new Writer() };
  if (expanded.kind === "problem") writeWords(inner, outer, expanded, { prefix: "", level, as: "line" });
  else writeBlocks(inner, expanded, { prefix: "", level, as: "blocks" });
  const line = onOneLine(inner.writer.text());
  doc.writer.write(as === "cell" ? line.replace(/\\?\|/g, "\\|") : line);
}

/** Writes a reference to blocks that stand at the end of the document until its writer puts them into their cell. */
function writeCellReference({ names, writer }: Document, cells: CellBlocks[], embed: TextEmbed, level: number): void {
  const name = names.freshFootnote(cellMark);
  cells.push({ name, embed, level });
  writer.write(`[^${name}]`);
}

/** Writes the blocks of all cells; while they are written there may come more. */
export function writeCells(doc: Document): void {
  const { cells, writer, lineBreak } = doc;
  for (const { name, embed, level } of cells ?? []) {
    writer.write(`${lineBreak}[^${name}]:${lineBreak}    `);
    writeBlocks(doc, embed, { prefix: "    ", level, as: "blocks" });
    writer.write(lineBreak);
  }
}

/** Writes a link to what cannot stand in a place of one line, with a remark. */
function writeUnfit(doc: Document, outer: Expansion, expanded: TextEmbed, place: NarrowPlace): void {
  const { embed } = expanded;
  const problem = unfit(outer, expanded, place);
  doc.problems.push(problem);
  const kept = doc.keepUnresolved && outer === doc.host;
  doc.writer.write(
    kept
      ? outer.note.text.slice(embed.span.start, embed.span.end)
      : `${originLink(doc, expanded)} ${remarkWords(embed, problem, doc.named)}`,
  );
}

function originLink({ library, host }: Document, { embed, shown }: TextEmbed): string {
  return `[[${wikiPath(library, shown.note.path, host.note.path)}${embed.subpath}]]`;
}

/** Whether a paragraph stands on the line below the title of its callout: not every block can start there. */
function followsTitle(note: Note, leaf: Leaf): boolean {
  const title = leaf.quote?.callout?.title;
  return title !== undefined && /^[ \t]*\r?\n[ \t>]*$/.test(note.text.slice(title.end, leaf.span.start));
}

/** Offset of the line break that ends the line before `line`; `start` where there is none in the stretch. */
function breakBefore(text: string, line: number, start: number): number {
  if (line <= start) return start;
  return line - 2 >= start && text[line - 2] === "\r" ? line - 2 : line - 1;
}

function inkAfter(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
