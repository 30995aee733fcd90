import { folded, textWords } from "../../language";
import type { Lexicon, TextWords } from "../../language";
import type { Link, Note, Quote } from "../../note";
import { Latest, holdsAny, isMadeOf } from "../../base";
import type { Span } from "../../base";
import { findStamps } from "../../time";
import type { DateOrTime } from "../../time";
import type { PostmortemSection } from "../sections";
import type { SectionId } from "../../settings";

/** One heading, paragraph or table row in the writer's own words. */
export interface Passage {
  readonly path: string;
  /** Offset of its first character in the note. */
  readonly start: number;
  /**
   * Its text, unit for unit as long as the source: marks, line breaks and link targets are spaces;
   * code, comments, quotations and note names are runs of `hidden`.
   */
  readonly text: string;
  /** The words of its text, folded. */
  readonly words: TextWords;
  /** Every date and time in its text, read when first asked for. */
  readonly stamps: (language: Lexicon) => readonly DateOrTime[];
  /** Id of the innermost known section around it, or null. */
  readonly section: SectionId | null;
  readonly kind: "heading" | "paragraph" | "row";
}

/** Stands for text that is not the writer's prose, so that what is left and right of it does not touch. */
export const hidden = "\uFFFC";

/** Callouts that hold somebody else's words. */
const quotingCallouts: ReadonlySet<string> = new Set(["quote", "cite"]);

/**
 * The prose of a note, in the order of the text: headings, paragraphs, list items and table rows,
 * callouts included; block quotes and everything that is no prose left out. Linear in the text.
 */
export function readProse(note: Note, sections: readonly PostmortemSection[]): readonly Passage[] {
  const masks = readMasks(note);
  const passages: Passage[] = [];
  const section = sectionFinder(sections);
  let next = 0;
  let table = 0;
  const add = (kind: Passage["kind"], span: Span): void => {
    while (next < masks.length && (masks[next]?.end ?? 0) <= span.start) next++;
    const text = maskedText(note.text, span, masks, next);
    const words = textWords(folded(text));
    passages.push({
      path: note.path,
      start: span.start,
      text,
      words,
      stamps: stampsIn(text, words),
      section: section(span.start),
      kind,
    });
  };
  for (const leaf of note.leaves) {
    if (isQuoted(leaf.quote)) continue;
    if (leaf.type === "heading" || leaf.type === "paragraph") add(leaf.type, leaf.span);
    if (leaf.type !== "table") continue;
    while (table < note.tables.length && (note.tables[table]?.span.start ?? 0) < leaf.span.start) table++;
    for (const row of note.tables[table]?.rows ?? []) add("row", row.span);
  }
  return passages;
}

function stampsIn(text: string, words: TextWords): Passage["stamps"] {
  const known = new Latest<Lexicon, readonly DateOrTime[]>();
  return (language) => known.get(language, () => findStamps(text, language, words));
}

/** Tells the innermost known section around an offset, for offsets that only grow. */
function sectionFinder(sections: readonly PostmortemSection[]): (offset: number) => SectionId | null {
  const open: PostmortemSection[] = [];
  let next = 0;
  return (offset) => {
    for (
      let section = sections[next];
      section !== undefined && section.span.start <= offset;
      section = sections[++next]
    )
      open.push(section);
    while ((open.at(-1)?.span.end ?? Infinity) <= offset) open.pop();
    return open.at(-1)?.id ?? null;
  };
}

function isQuoted(innermost: Quote | null): boolean {
  for (let quote = innermost; quote !== null; quote = quote.parent)
    if (quote.callout === null || quotingCallouts.has(quote.callout.type.toLowerCase())) return true;
  return false;
}

interface Mask extends Span {
  readonly fill: string;
}

/** Everything inline that is not prose, sorted, without overlaps that matter: later masks only add. */
function readMasks(note: Note): readonly Mask[] {
  const masks: Mask[] = [];
  const hide = (span: Span): void => void masks.push({ ...span, fill: hidden });
  for (const code of note.code) hide(code.span);
  for (const comment of note.comments) hide(comment.span);
  note.math.forEach(hide);
  for (const embed of note.embeds) hide(embed.span);
  for (const link of note.links) masks.push(...linkMasks(note.text, link));
  return masks.sort((a, b) => a.start - b.start);
}

/** A link keeps its shown text; a bare address or note name is no prose. */
function linkMasks(text: string, link: Link): Mask[] {
  const source = text.slice(link.span.start, link.span.end);
  const at =
    link.kind === "autolink" || link.display === ""
      ? -1
      : link.kind === "markdown"
        ? source.indexOf(link.display)
        : source.lastIndexOf(link.display);
  const named = link.kind === "wikilink" && !source.includes("|");
  if (at < 0 || named) return [{ ...link.span, fill: hidden }];
  const shown = link.span.start + at;
  return [
    { start: link.span.start, end: shown, fill: " " },
    { start: shown + link.display.length, end: link.span.end, fill: " " },
  ];
}

function maskedText(text: string, span: Span, masks: readonly Mask[], first: number): string {
  let result = "";
  let at = span.start;
  for (let index = first; index < masks.length; index++) {
    const mask = masks[index];
    if (mask === undefined || mask.start >= span.end) break;
    const start = Math.max(mask.start, at);
    const end = Math.min(mask.end, span.end);
    if (end <= start) continue;
    result += text.slice(at, start) + mask.fill.repeat(end - start);
    at = end;
  }
  result += text.slice(at, span.end);
  return hideWords(result);
}

/**
 * What stands before underscores that begin emphasis, and after those that end it; at the edges of the text nothing
 * does.
 */
const opens = `(${hidden}`;
const closes = `).,:;!?${hidden}`;

/** Blanks inline marks; hides words between quotation marks and struck-out ones. */
function hideWords(text: string): string {
  if (!holdsAny(text, '"“«~*=<_\\\r\n')) return text;
  return text
    .replace(/~~[^~\n]{1,500}~~|"[^"\n]{1,300}"|“[^“”\n]{1,300}”|«[^«»\n]{1,300}»/g, (found) =>
      hidden.repeat(found.length),
    )
    .replace(/\r?\n[ \t]*(?:>[ \t]?)*|\*+|==|<\/?[a-z][^<>\n]{0,200}>|\\(?=[!-/:-@[-`{-~])/gi, (found) =>
      " ".repeat(found.length),
    )
    .replace(/_+/g, (run, at: number, whole: string) =>
      isMadeOf(whole.charAt(at - 1), opens) || isMadeOf(whole.charAt(at + run.length), closes)
        ? " ".repeat(run.length)
        : run,
    );
}
