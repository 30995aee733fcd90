import type { Link, Note, Tag } from "../../note";
import { withoutBlockId } from "../../note";
import type { Span } from "../../base";
import { firstIndex } from "../../base";

/** Stands for each unit of code, so that nothing is read out of it. */
export const codeUnit = "\uFDD0";
/** Stands for each unit of a link. */
export const linkUnit = "\uFDD1";

/** The text of one action item with the things in it that are not plain words. */
export interface ActionText {
  /** Offset of the text in the note. */
  readonly start: number;
  readonly source: string;
  /** As long as `source`, with code and links blanked out by `codeUnit` and `linkUnit`. */
  readonly masked: string;
  /** Embeds, and links in code and comments, left out. */
  readonly links: readonly Link[];
  readonly tags: readonly Tag[];
  /** Comments and the block id: no part of the wording. */
  readonly asides: readonly Span[];
}

/** Cuts the texts of action items out of a note. */
export function actionTexts(note: Note): (span: Span) => ActionText {
  const hidden = [...note.code, ...note.embeds, ...note.comments].map(({ span }) => ({ span, link: null }));
  const comments = note.comments.map(({ span }) => ({ span }));
  const parts = [...hidden, ...note.links.map((link) => ({ span: link.span, link }))].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  return (span) => {
    const links: Link[] = [];
    const pieces: string[] = [];
    let position = span.start;
    for (const { span: part, link } of within(parts, span)) {
      // What lies within an earlier part, such as a link in a comment, is hidden with it.
      if (part.start < position) continue;
      if (link) links.push(link);
      pieces.push(note.text.slice(position, part.start), (link ? linkUnit : codeUnit).repeat(part.end - part.start));
      position = part.end;
    }
    const source = note.text.slice(span.start, span.end);
    const asides = within(comments, span).map((comment) => comment.span);
    const end = span.start + withoutBlockId(source).length;
    if (end < span.end) asides.push({ start: end, end: span.end });
    return {
      start: span.start,
      source,
      masked: pieces.join("") + note.text.slice(position, span.end),
      links,
      tags: within(note.tags, span),
      asides,
    };
  };
}

/** Those of a sorted list that lie within a span. */
function within<T extends { readonly span: Span }>(sorted: readonly T[], span: Span): readonly T[] {
  let at = firstIndex(sorted, (part) => part.span.start >= span.start);
  const found: T[] = [];
  for (let part = sorted[at]; part !== undefined && part.span.start < span.end; part = sorted[++at]) {
    if (part.span.end <= span.end) found.push(part);
  }
  return found;
}
