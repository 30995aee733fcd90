import * as Char from "../char-codes";
import { closesFence, closesMath, commentMark, openFence, opensComment, opensMath } from "../marks/verbatim";
import { CODE_INDENT } from "./containers";
import type { Fence } from "../marks/verbatim";
import { closesHtmlBlock, openHtmlBlock, type HtmlEnd } from "./html-block";
import type { LineCursor } from "./line-cursor";
import type { SectionType } from "../note";

/** What an open leaf is; `title` is the first line of a callout. */
export type LeafKind =
  | { readonly type: "paragraph" | "title" | "indented" | "comment" | "math" | "table" }
  | { readonly type: "fenced"; readonly fence: Fence }
  | { readonly type: "html"; readonly end: HtmlEnd };

export function sectionTypeOf({ type }: LeafKind): SectionType {
  switch (type) {
    case "fenced":
    case "indented":
      return "code";
    case "title":
      return "paragraph";
    default:
      return type;
  }
}

/** The block of code, HTML, math or comment that the line opens with its next character, or null. */
export function openVerbatim({ text, next, end, nextCode }: LineCursor, interrupts: boolean): LeafKind | null {
  switch (nextCode) {
    case Char.backtick:
    case Char.tilde: {
      const fence = openFence(text, next, end);
      return fence === null ? null : { type: "fenced", fence };
    }
    case Char.lessThan: {
      const htmlEnd = openHtmlBlock(text, next, end, interrupts);
      return htmlEnd === null ? null : { type: "html", end: htmlEnd };
    }
    case Char.dollar:
      return opensMath(text, next, end) ? { type: "math" } : null;
    case Char.percent:
      return opensComment(text, next, end) ? { type: "comment" } : null;
    default:
      return null;
  }
}

/**
 * What a further line is to an open leaf: content, content that ends it, its closing mark, or
 * nothing, when the leaf has ended before it or its further lines are text.
 */
export function continueLeaf(kind: LeafKind, line: LineCursor): "content" | "last" | "mark" | "none" {
  const { text, next, end, rest } = line;
  switch (kind.type) {
    case "fenced":
      return line.indent < CODE_INDENT && closesFence(text, next, end, kind.fence) ? "mark" : "content";
    case "indented":
      return line.indent < CODE_INDENT && !line.blank ? "none" : "content";
    case "html":
      if (line.blank && kind.end === "blank") return "none";
      return closesHtmlBlock(text, rest, end, kind.end) ? "last" : "content";
    case "comment":
      return commentMark(text, rest, end) >= 0 ? "last" : "content";
    case "math":
      return closesMath(text, rest, end) ? "last" : "content";
    default:
      return "none";
  }
}

/** Whether a leaf ends with the line that opens it. */
export function endsAtOnce(kind: LeafKind, { text, next, end }: LineCursor): boolean {
  if (kind.type === "html") return closesHtmlBlock(text, next, end, kind.end);
  return kind.type === "comment" && commentMark(text, next + 2, end) >= 0;
}
