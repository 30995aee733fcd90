import type { Around, DefinitionBlock, LeafBlock } from "./block-tree";
import * as Char from "../char-codes";
import { trimEnd } from "../../base";
import { commentMark } from "../marks/verbatim";
import { readDefinition } from "./definition";
import { leafContent } from "./leaf-content";
import type { LeafKind } from "./leaf-kind";
import type { Span } from "../../base";

/** Where a leaf stands in its container. */
interface LeafPlace {
  readonly isRoot: boolean;
  /** It is the first block of the item that it stands in. */
  readonly opensItem: boolean;
}

/** A leaf that further lines may still belong to. */
export class OpenLeaf {
  /** Start and end of each line's content, one after the other. */
  readonly lines: number[] = [];
  /** End of its last line when that line holds no content: a closing fence, a table's delimiter row. */
  closedAt: number | null = null;
  /** Its last line is indented as code would be, which no table's header may be. */
  deep = false;

  constructor(
    readonly kind: LeafKind,
    readonly start: number,
    readonly around: Around,
    readonly place: LeafPlace,
  ) {}

  get end(): number {
    return this.lines[this.lines.length - 1] ?? this.start;
  }

  /** Start of the last line's content. */
  get lastStart(): number {
    return this.lines[this.lines.length - 2] ?? this.start;
  }
}

/** The finished block. */
export function finishLeaf(text: string, leaf: OpenLeaf): LeafBlock {
  const { kind, around, closedAt, lines } = leaf;
  const start = kind.type === "paragraph" ? (lines[0] ?? leaf.start) : leaf.start;
  const end = closedAt !== null ? trimEnd(text, start, closedAt) : lastVisible(lines, start);
  const span = { start, end };
  switch (kind.type) {
    case "paragraph":
    case "title":
      return { type: "paragraph", span, ...around, lines };
    case "table":
      return { type: "table", span, ...around, lines };
    case "html":
    case "math":
      return { type: kind.type, span, ...around };
    case "indented":
      return { type: "code", kind: "indented", span, ...around, content: span, language: "" };
    case "fenced":
      return {
        type: "code",
        kind: "fenced",
        span,
        ...around,
        content: fencedContent(leaf, span),
        language: kind.fence.language,
      };
    case "comment": {
      const close = commentMark(text, lines.length > 2 ? leaf.lastStart : start + 2, leaf.end);
      if (close < 0)
        return {
          type: "comment",
          span,
          ...around,
          lines,
          content: { start: start + 2, end: Math.max(end, start + 2) },
        };
      return {
        type: "comment",
        span: { start, end: close + 2 },
        ...around,
        lines,
        content: { start: start + 2, end: close },
      };
    }
  }
}

/** From the first line after the fence to the last before the closing one; empty where there is none. */
function fencedContent({ lines, end, closedAt }: OpenLeaf, span: Span): Span {
  const contentEnd = closedAt === null ? span.end : end;
  return { start: Math.min(lines[2] ?? contentEnd, contentEnd), end: contentEnd };
}

/** The end of the last line that is not blank. */
function lastVisible(lines: readonly number[], start: number): number {
  for (let index = lines.length - 1; index > 0; index -= 2) {
    const end = lines[index] ?? start;
    if ((lines[index - 1] ?? start) < end) return end;
  }
  return start;
}

/** Takes the link reference definitions that a paragraph starts with out of it. */
export function takeDefinitions(text: string, leaf: OpenLeaf): DefinitionBlock[] {
  const { lines, around } = leaf;
  if (text.charCodeAt(leaf.start) !== Char.openBracket) return [];
  const { source, shift, start, end } = leafContent(text, lines);
  const blocks: DefinitionBlock[] = [];
  let at = start;
  for (
    let definition = readDefinition(source, at, end);
    definition !== null;
    definition = readDefinition(source, at, end)
  ) {
    const { id, target, next } = definition;
    blocks.push({
      type: "definition",
      span: { start: at + shift, end: definition.end + shift },
      ...around,
      id,
      target,
    });
    at = next;
  }
  let taken = 0;
  while (taken < lines.length && (lines[taken] ?? 0) < at + shift) taken += 2;
  lines.splice(0, taken);
  return blocks;
}
