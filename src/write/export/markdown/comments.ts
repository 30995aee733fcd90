import { enclosing, indexFrom, removal, rewritten } from "../../../base";
import type { Comment, Leaf, Note } from "../../../note";
import type { Rewrite, Span } from "../../../base";
import { lineAt, plainStart } from "../..";

/**
 * The note's text without comments: whole lines go where they hold nothing else, and what stood apart stays apart.
 * An empty `<!-- -->` stays, since all it does is part two lists. With `showOrigins` the comments that flattening
 * leaves at embedded text are shown as words.
 */
export function withoutComments(note: Note, showOrigins: boolean): string {
  const rewrites: Rewrite[] = [];
  const comments = commentsOf(note);
  for (let index = 0; ; index++) {
    const comment = comments[index];
    if (!comment) break;
    const origin = showOrigins
      ? /^ from (\[\[.+\]\]) $/.exec(note.text.slice(comment.content.start, comment.content.end))?.[1]
      : undefined;
    if (origin !== undefined) rewrites.push({ span: comment.span, text: `*(from ${origin})*` });
    else if (!isSeparator(note, comment)) {
      const lines = wholeLines(note, comments, index);
      if (lines) index = lines.last;
      rewrites.push(lines ? lineRemoval(note, lines.span) : wordRemoval(note, comment, rewrites.at(-1)?.span.end ?? 0));
    }
  }
  return rewritten(
    note.text,
    [...rewrites, ...idsOfComments(note)].sort((a, b) => a.span.start - b.span.start),
  );
}

/**
 * The comments of a note, each from its mark to its mark: what stands behind one that begins a line is none of it,
 * though Markdown counts it to its block.
 */
export function commentsOf({ text, comments }: Note): readonly Comment[] {
  return comments.flatMap((comment): readonly Comment[] => {
    if (comment.kind !== "html" || !comment.block) return [comment];
    const { start: from, end: to } = comment.span;
    const block = text.slice(from, to);
    const apart: Comment[] = [];
    for (let open = 0; open >= 0;) {
      const close = block.indexOf("-->", open + 4);
      const end = close < 0 ? block.length : close;
      apart.push({
        ...comment,
        span: { start: from + open, end: Math.min(from + end + 3, to) },
        content: { start: Math.min(from + open + 4, to), end: from + end },
      });
      open = block.indexOf("<!--", end);
    }
    return apart;
  });
}

/** The ids of comments, which would be words once their block is gone. */
function idsOfComments(note: Note): readonly Rewrite[] {
  return note.blockMarks.flatMap(({ id, span: { start, end } }) => {
    const block = note.blocks.get(id.toLowerCase());
    const isComments = block?.idSpan.start === start && enclosing(note.comments, block.span.start) !== null;
    return isComments && !enclosing(note.comments, start) ? [removal(start, end)] : [];
  });
}

function isSeparator({ text }: Note, { kind, content }: Comment): boolean {
  return kind === "html" && text.slice(content.start, content.end).trim() === "";
}

/**
 * The lines that a comment, and those that follow it directly, fill alone; null where something else stands with it.
 */
function wholeLines(
  note: Note,
  comments: readonly Comment[],
  index: number,
): { readonly span: Span; readonly last: number } | null {
  const first = comments[index]?.span ?? { start: 0, end: 0 };
  const { start } = lineAt(note, first.start);
  if (/[^\s>]/.test(note.text.slice(start, first.start))) return null;
  let last = index;
  let { end } = first;
  let whole = null;
  for (;;) {
    const line = lineAt(note, end);
    if (isBlank(note, end, line.end)) whole = { span: { start, end: line.end }, last };
    const next = comments[last + 1];
    if (!next || !isBlank(note, end, next.span.start) || isSeparator(note, next)) return whole;
    last++;
    ({ end } = next.span);
  }
}

function isBlank({ text }: Note, start: number, end: number): boolean {
  return start <= end && !/[^\s>]/.test(text.slice(start, end));
}

/** Takes lines out, and as many blank ones with them as are too many then. */
function lineRemoval(note: Note, { start, end }: Span): Rewrite {
  const { text } = note;
  const first = note.frontmatter ? text.indexOf("\n", note.frontmatter.span.end) + 1 : 0;
  const above = start > first ? lineAt(note, start - 1) : null;
  const nextStart = text.indexOf("\n", end) + 1;
  const below = nextStart > 0 && nextStart < text.length ? lineAt(note, nextStart) : null;
  const blankAbove = !above || isBlank(note, above.start, above.end);
  const blankBelow = !below || isBlank(note, below.start, below.end);
  const before = note.leaves[indexFrom(note.leaves, start) - 1];
  const after = note.leaves[indexFrom(note.leaves, end)];
  // Indented code would be taken in by the list above it.
  const joins =
    before?.item != null &&
    after?.item === null &&
    /^[\s>]*(?:\t| {4})/.test(text.slice(lineAt(note, after.span.start).start, after.span.end));
  if (joins) return { span: { start, end }, text: "<!-- -->" };
  if (blankAbove && blankBelow) {
    if (below) return removal(start, text.indexOf("\n", below.end) + 1 || text.length);
    return removal(above ? above.start : start, text.length);
  }
  const lead = /^[\s>]*/.exec(text.slice(start, end))?.[0] ?? "";
  if (!blankAbove && !blankBelow && !staysApart(before, after)) return { span: { start, end }, text: lead.trimEnd() };
  return removal(start, nextStart || text.length);
}

/** Whether what follows starts an item of the list above, and so needs no blank line to be told from it. */
function staysApart(before: Leaf | undefined, after: Leaf | undefined): boolean {
  return before?.item != null && after !== undefined && after.item?.textSpan.start === after.span.start;
}

/** Takes a comment out from among words, with the blank that it leaves double, if that lies behind `from`. */
function wordRemoval(note: Note, comment: Comment, from: number): Rewrite {
  const { text } = note;
  let { start, end } = comment.span;
  const leaf = enclosing(note.leaves, start);
  const isFirst = start === leaf?.span.start || isBlank(note, lineAt(note, start).start, start);
  if (isFirst || isSpace(text, start - 1)) while (isSpace(text, end)) end++;
  const isLast = end >= text.length || /[\r\n]/.test(text.charAt(end));
  if (isLast) while (start > from && isSpace(text, start - 1)) start--;
  if (!isFirst || isLast) return removal(start, end);
  const begun = plainStart(text, end);
  return { span: { start, end: begun.end }, text: begun.words };
}

function isSpace(text: string, offset: number): boolean {
  return text.charAt(offset) === " " || text.charAt(offset) === "\t";
}
