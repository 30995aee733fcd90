import { insertion, lineStartOf, removal } from "../../../base";
import type { Leaf, Note } from "../../../note";
import { containerPrefix, joinableAfter, lineAt, listBefore } from "../..";
import { anchorTag } from "./anchors";
import type { MarkdownDocument } from "./document";
import { blockAnchor } from "./document";
import type { Rewrite } from "../../../base";

/** `==words==` as marked words; bold in CommonMark, plain where bold could not be told from other marks. */
export function highlightRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  return note.highlights.flatMap(({ start, end }) => {
    const words = note.text.slice(start + 2, end - 2);
    const beside = note.text.charAt(start - 1) + note.text.charAt(end);
    const bold = !/[*_]/.test(words + beside) && /^[\p{L}\p{N}](?:[^]*[\p{L}\p{N}])?$/u.test(words) ? "**" : "";
    const [open, close] = options.flavor === "commonmark" ? [bold, bold] : ["<mark>", "</mark>"];
    return [
      { span: { start, end: start + 2 }, text: open },
      { span: { start: end - 2, end }, text: close },
    ];
  });
}

/** Takes out `^id`; where a link of the document leads to one, an anchor stands before its block. */
export function blockIdRewrites({ note, options, linkedBlocks, lineBreak }: MarkdownDocument): readonly Rewrite[] {
  const { text } = note;
  return note.leaves.flatMap((leaf) => {
    const mark =
      leaf.type === "paragraph"
        ? /(?:^|[ \t\n])\^([A-Za-z\d-]+)$/.exec(
            text.slice(Math.max(leaf.span.start, leaf.span.end - 300), leaf.span.end),
          )
        : null;
    if (!mark) return [];
    const id = mark[1] ?? "";
    const start = leaf.span.end - id.length - 1;
    const block = note.blocks.get(id.toLowerCase());
    const anchor =
      block?.idSpan.start === start && linkedBlocks.has(id.toLowerCase())
        ? anchorTag(blockAnchor(id), options.flavor)
        : "";
    if (start > leaf.span.start) {
      const before = text.slice(Math.max(leaf.span.start, start - 300), start);
      const from = start - (before.length - before.trimEnd().length);
      return [
        ...(anchor === "" ? [] : [insertion(leaf.span.start, anchor)]),
        removal(trimQuote(text, leaf, from), leaf.span.end),
      ];
    }
    const before = anchor === "" || !block ? [] : [anchorAbove(note, block.span.start, anchor, lineBreak)];
    const { length } = containerPrefix(note, leaf, { start: 0, end: text.length }, { quotes: 0, column: 0 });
    const after = joinableAfter(note, leaf, length);
    const list = after === null ? null : listBefore(note, leaf);
    // The id kept two lists apart.
    if (list !== null && (after === list || after === "indented"))
      return [...before, { span: leaf.span, text: "<!-- -->" }];
    return [...before, lineRemoval(text, lineAt(note, start), leaf)];
  });
}

/** An anchor as a paragraph of its own above what starts at `offset`, in the same quotes and indentation. */
function anchorAbove(note: Note, offset: number, anchor: string, lineBreak: string): Rewrite {
  const { start, end } = lineAt(note, offset);
  const lead = /^[\s>]*/.exec(note.text.slice(start, end))?.[0] ?? "";
  return insertion(start + lead.length, anchor + lineBreak + lead.trimEnd() + lineBreak + lead);
}

/** Where the words of a paragraph end before an id that stands on a line of its own, in a quote too. */
function trimQuote(text: string, { span }: Leaf, from: number): number {
  let end = from;
  while (
    end > span.start &&
    /[\s>]/.test(text.charAt(end - 1)) &&
    text.slice(lineStartOf(text, end), end).trim().replaceAll(">", "") === ""
  )
    end--;
  return end;
}

/**
 * Takes a line out that holds nothing else, with the blank ones before it; behind the mark of a list item the mark
 * stays.
 */
function lineRemoval(text: string, line: { readonly start: number; readonly end: number }, { span }: Leaf): Rewrite {
  if (/[^\s>]/.test(text.slice(line.start, span.start))) return removal(span.start, span.end);
  let { start } = line;
  while (start > 0) {
    const above = lineStartOf(text, start - 1);
    if (/[^\s>]/.test(text.slice(above, start))) break;
    start = above;
  }
  return removal(start === 0 ? 0 : start - (text.charAt(start - 2) === "\r" ? 2 : 1), line.end);
}

/** Boxes that the host does not know as the nearest that it knows, with words for what was given up. */
export function taskRewrites({ note, options }: MarkdownDocument): readonly Rewrite[] {
  const { done, cancelled } = options.taskMarks;
  return note.listItems.flatMap(({ task, textSpan }) => {
    if (!task || task.mark === " " || /^x$/i.test(task.mark)) return [];
    const isCancelled = cancelled.includes(task.mark);
    // GitLab's box of a task that does not apply.
    if (options.flavor === "gitlab" && (isCancelled || task.mark === "~")) return [{ span: task.span, text: "~" }];
    const box = { span: task.span, text: isCancelled || done.includes(task.mark) ? "x" : " " };
    return isCancelled ? [box, insertion(textSpan.start, "(cancelled) ")] : [box];
  });
}

/** Headings that links lead to, with an anchor where the host makes none. */
export function headingRewrites({ note, options, anchors, linkedHeadings }: MarkdownDocument): readonly Rewrite[] {
  if (options.flavor !== "commonmark") return [];
  const { ofHeading, written } = anchors(note);
  return [...linkedHeadings].flatMap((heading) => {
    const anchor = ofHeading.get(heading) ?? "";
    return written.has(anchor) ? [] : [insertion(heading.textSpan.start, anchorTag(anchor, options.flavor))];
  });
}
