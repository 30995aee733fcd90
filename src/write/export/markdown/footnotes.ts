import { enclosing, lineStartOf, removal, rewritten, within } from "../../../base";
import type { Footnote, Note } from "../../../note";
import { inlineFootnoteEnd, parseNote } from "../../../note";
import type { Rewrite, Span } from "../../../base";
import { anchorTag } from "./anchors";

/** The text with `^[notes in the line]` as footnotes of their own at its end: no host knows them otherwise. */
export function withNamedFootnotes(text: string, lineBreak: string): string {
  const note = parseNote(text);
  const taken = new Set(note.footnotes.map(({ id }) => id.toLowerCase()));
  let number = 0;
  const added: string[] = [];
  const rewrites = notesInLine(note).map((span): Rewrite => {
    do number++;
    while (taken.has(String(number)));
    const words = text
      .slice(span.start + 2, span.end - 1)
      .split("\n")
      .map((line, index) => (index === 0 ? line : line.replace(/^[\s>]+/, "")).trimEnd())
      .filter((line) => line !== "")
      .join(" ")
      .trim();
    added.push(`[^${number}]: ${words}`);
    return { span, text: `[^${number}]` };
  });
  if (added.length === 0) return text;
  return rewritten(text, rewrites).trimEnd() + [``, ...added].join(lineBreak + lineBreak) + lineBreak;
}

/** Every `^[so]`, with links in it too. */
function notesInLine({ text, leaves, code, math, links }: Note): readonly Span[] {
  const literal = [...code, ...links, ...math.map((span) => ({ span }))].sort((a, b) => a.span.start - b.span.start);
  const notes: Span[] = [];
  for (const { type, span } of leaves) {
    if (type !== "paragraph" && type !== "heading" && type !== "table") continue;
    const words = text.slice(span.start, span.end);
    for (let at = words.indexOf("^["); at >= 0; at = words.indexOf("^[", at)) {
      const end =
        words.charAt(at - 1) === "\\" || enclosing(literal, span.start + at)
          ? -1
          : inlineFootnoteEnd(words, at, words.length);
      if (end > 0) notes.push({ start: span.start + at, end: span.start + end });
      at = Math.max(at + 2, end);
    }
  }
  return notes;
}

/** The text with its footnotes in a section of notes at its end, for hosts that know no footnotes. */
export function withNotesSection(text: string, lineBreak: string): string {
  const note = parseNote(text);
  const definitions = new Map([...note.footnotes].reverse().map((footnote) => [footnote.id.toLowerCase(), footnote]));
  const numbers = new Map<Footnote, number>();
  const marks = note.footnoteRefs.flatMap(({ id, span }): readonly Rewrite[] => {
    const footnote = definitions.get(id.toLowerCase());
    if (!footnote) return [];
    const number = numbers.get(footnote) ?? numbers.size + 1;
    numbers.set(footnote, number);
    return [{ span, text: mark(number) }];
  });
  if (note.footnotes.length === 0) return text;
  const notes = [...numbers].map(
    ([footnote, number]) =>
      `${anchorTag(`note-${number}`, "commonmark")}**${number}.** ${wordsOf(note, footnote, marks)}`,
  );
  const body = rewritten(text, [
    ...marks,
    ...note.footnotes.map((footnote) => definitionRemoval(text, footnote)),
  ]).trimEnd();
  return notes.length === 0 ? body + lineBreak : [body, "## Notes", ...notes].join(lineBreak + lineBreak) + lineBreak;
}

function mark(number: number): string {
  return `[\\[${number}\\]](#note-${number})`;
}

/** What a footnote says, its further lines no longer indented, nor within what the footnote stands in. */
function wordsOf({ text }: Note, { span }: Footnote, marks: readonly Rewrite[]): string {
  const shifted = within(marks, span).map((each) => ({
    ...each,
    span: { start: each.span.start - span.start, end: each.span.end - span.start },
  }));
  const written = rewritten(text.slice(span.start, span.end), shifted);
  const lead = text.slice(lineStartOf(text, span.start), span.start);
  const [indent = "", ...quotes] = lead.split(">").reverse();
  const before = new RegExp(`\\n(?:[ \\t]*>){0,${quotes.length}}(?: {1,${indent.length + 4}}|\\t)?`, "g");
  return written.replace(/^\[\^[^\]]*\]:\s*/, "").replace(before, "\n");
}

/** Takes a definition out with the blank lines before it. */
function definitionRemoval(text: string, { span }: Footnote): Rewrite {
  let { start } = span;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return removal(start, span.end);
}
