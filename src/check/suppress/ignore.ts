import { suppressionKey } from "../../incident";
import { keyIndent } from "../../note";
import { contains, lineStartOf, singleSpaced } from "../../base";
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

  const comment = `%% ${suppressionKey} ${rule}: ${because} %%`;
  const insert = (at: number, what: string): Edit => ({ path, span: { start: at, end: at }, text: what });
  const leaf = leafAt(note, span.start);
  const block = note.sections.find((section) => contains(section.span, { start: span.start, end: span.start }));
  if (leaf?.type === "heading" && leaf.item === null && leaf.quote === null)
    return insert(leaf.span.end, `\n\n${comment}`);
  if (leaf?.type === "paragraph" && !isEmbedAlone(note, leaf)) {
    const words = text.slice(leaf.span.start, leaf.span.end);
    const isTask = leaf.item?.task != null;
    return insert(leaf.span.start + (isTask ? endOfWording(words) : endBefore(firstMark, words)), ` ${comment}`);
  }
  return insert(block?.span.start ?? lineStartOf(text, span.start), `${comment}\n\n`);
}

function inFrontmatter({ frontmatter, path, text }: Note, rule: string, reason: string): Edit {
  const item = JSON.stringify(`${rule}: ${reason}`);
  const entry = frontmatter?.entries.find(({ key }) => key === suppressionKey);
  const last = entry?.value.items.at(-1);
  if (entry === undefined) {
    const end = frontmatter?.content.end ?? 0;
    const empty = frontmatter === null || frontmatter.content.end <= frontmatter.content.start;
    const indent = keyIndent(text, frontmatter);
    return {
      path,
      span: { start: end, end },
      text: `${empty ? "" : "\n"}${indent}${suppressionKey}:\n${indent}  - ${item}${empty ? "\n" : ""}`,
    };
  }
  if (last !== undefined && text.charAt(entry.value.span.start) === "[") {
    return { path, span: { start: last.span.end, end: last.span.end }, text: `, ${item}` };
  }
  if (last !== undefined) {
    const start = lineStartOf(text, last.span.start);
    const dash = text.indexOf("-", start);
    return { path, span: { start: last.span.end, end: last.span.end }, text: `\n${text.slice(start, dash)}- ${item}` };
  }
  const old = entry.value.source === "" ? "" : `\n  - ${entry.value.source}`;
  return { path, span: { start: entry.keySpan.end, end: entry.span.end }, text: `:${old}\n  - ${item}` };
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
