import { suppressionKey } from "../../incident";
import { keyIndent } from "../../note";
import { contains, lineBreakOf, lineEndBefore, lineStartOf, singleSpaced } from "../../base";
import type { Leaf, Note } from "../../note";
import type { Edit } from "../../base";
import type { Diagnostic } from "../diagnostic";

/**
 * What has to stay at the end of its line, as it is read from there: the dates and marks of task
 * plugins, inline fields, and a block id.
 */
const firstMark = /\s(?:[📅⏳🛫✅➕❌🔺⏫🔼🔽⏬🔁🆔⛔🏁]|[[(][\w-]+::|\^[\w-]+$)/u;

/** How far back an owner at the end of an action item is looked for, in UTF-16 units. */
const longestOwner = 200;

/**
 * The edit that silences a diagnostic where it stands, with the reason for the next reader: a
 * comment in the item or paragraph, under the heading, or before the block; in the frontmatter an
 * entry, which holds for the whole note. `note` is the one that the diagnostic stands in.
 */
export function ignoreEdit(note: Note, { rule, span }: Pick<Diagnostic, "rule" | "span">, reason: string): Edit {
  const because = singleSpaced(reason.replace(/%%+/g, "%")).trim();
  const { frontmatter, path, text } = note;
  if (frontmatter !== null && contains(frontmatter.span, { start: span.start, end: span.start }))
    return inFrontmatter(note, rule, because);

  const blankLine = lineBreakOf(text).repeat(2);
  const comment = `%% ${suppressionKey} ${rule}: ${because} %%`;
  const insert = (at: number, what: string): Edit => ({ path, span: { start: at, end: at }, text: what });
  const leaf = leafAt(note, span.start);
  const block = note.sections.find((section) => contains(section.span, { start: span.start, end: span.start }));
  if (leaf?.type === "heading" && leaf.item === null && leaf.quote === null)
    return insert(leaf.span.end, blankLine + comment);
  if (leaf?.type === "paragraph" && !isEmbedAlone(note, leaf)) {
    const words = text.slice(leaf.span.start, leaf.span.end);
    const isTask = leaf.item?.task != null;
    return insert(leaf.span.start + (isTask ? endOfWording(words) : endBefore(firstMark, words)), ` ${comment}`);
  }
  return insert(block?.span.start ?? lineStartOf(text, span.start), comment + blankLine);
}

/** An entry more of the property, written as those that it has: in a list, in a mapping, in brackets. */
function inFrontmatter({ frontmatter, path, text }: Note, rule: string, reason: string): Edit {
  const lineBreak = lineBreakOf(text);
  const item = JSON.stringify(`${rule}: ${reason}`);
  const entry = frontmatter?.entries.find(({ key }) => key === suppressionKey);
  if (entry === undefined) {
    const end = frontmatter?.content.end ?? 0;
    const empty = frontmatter === null || frontmatter.content.end <= frontmatter.content.start;
    const indent = keyIndent(text, frontmatter);
    const property = `${indent}${suppressionKey}:${lineBreak}${indent}  - ${item}`;
    return { path, span: { start: end, end }, text: empty ? property + lineBreak : lineBreak + property };
  }
  const { value } = entry;
  const last = value.items.at(-1) ?? value.entries.at(-1);
  if (last === undefined) {
    const old = value.source === "" ? "" : `${lineBreak}  - ${text.slice(value.span.start, value.span.end)}`;
    const span = { start: entry.keySpan.end, end: entry.span.end };
    return { path, span, text: `:${old}${lineBreak}  - ${item}` };
  }
  const said = value.entries.length > 0 ? `${rule}: ${JSON.stringify(reason)}` : item;
  const insert = (at: number, what: string): Edit => ({ path, span: { start: at, end: at }, text: what });
  if ("[{".includes(text.charAt(value.span.start))) return insert(last.span.end, `, ${said}`);
  const lead = text.slice(lineStartOf(text, last.span.start), last.span.start);
  return insert(lineEndBefore(text, text.indexOf("\n", last.span.end) + 1), lineBreak + lead + said);
}

function leafAt(note: Note, offset: number): Leaf | undefined {
  return note.leaves.find(({ span }) => contains(span, { start: offset, end: offset }));
}

function isEmbedAlone(note: Note, leaf: Leaf): boolean {
  return note.embeds.some(({ span }) => span.start === leaf.span.start && span.end === leaf.span.end);
}

function endBefore(mark: RegExp, words: string): number {
  return words.slice(0, mark.exec(words)?.index).trimEnd().length;
}

/** Where the words of a task end: before its owners and marks. */
function endOfWording(words: string): number {
  let end = endBefore(firstMark, words);
  for (;;) {
    const start = Math.max(0, end - longestOwner);
    const owner = /\s(?:\[\[[^[\]]*\]\]|@[\w.-]+)$/.exec(words.slice(start, end));
    if (owner === null) return end;
    end = words.slice(0, start + owner.index).trimEnd().length;
  }
}
