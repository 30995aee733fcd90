import type { Callout, SectionType } from "./note";

/** What the block scanner makes of a text; the inline scanner and the note's facts stand on it. */
export interface BlockTree {
  /** In document order. */
  readonly leaves: readonly LeafBlock[];
  /** In the order of their markers, so a parent comes before its children. */
  readonly items: readonly ItemBlock[];
  readonly quotes: readonly QuoteBlock[];
  readonly footnotes: readonly FootnoteBlock[];
  readonly roots: readonly RootBlock[];
}

/**
 * Pairs of offsets: start and end of each line's content, without the marks of the containers
 * around it, indentation and trailing blanks.
 */
export type Lines = readonly number[];

interface LeafPlace {
  readonly start: number;
  readonly end: number;
  /** Index of the innermost list item, quote or callout around it, or -1. */
  readonly item: number;
  readonly quote: number;
}

export interface TextBlock extends LeafPlace {
  readonly type: "paragraph";
  readonly lines: Lines;
}

export interface HeadingBlock extends LeafPlace {
  readonly type: "heading";
  readonly level: number;
  readonly lines: Lines;
}

export interface CodeBlock extends LeafPlace {
  readonly type: "code";
  readonly fenced: boolean;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly language: string;
}

export interface HtmlBlock extends LeafPlace {
  readonly type: "html";
}

/** A `%%` block; its lines hold links and tags that the app lists. */
export interface CommentBlock extends LeafPlace {
  readonly type: "comment";
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly lines: Lines;
}

export interface TableBlock extends LeafPlace {
  readonly type: "table";
  /** Header and body rows; the delimiter row is left out. */
  readonly lines: Lines;
}

/** A link reference definition, `[id]: target "title"`. */
export interface DefinitionBlock extends LeafPlace {
  readonly type: "definition";
  readonly id: string;
  readonly target: string;
}

export interface PlainBlock extends LeafPlace {
  readonly type: "math" | "thematicBreak";
}

export type LeafBlock =
  | TextBlock | HeadingBlock | CodeBlock | HtmlBlock | CommentBlock | TableBlock | DefinitionBlock | PlainBlock;

export interface ItemBlock {
  readonly markerStart: number;
  readonly markerEnd: number;
  readonly ordered: boolean;
  /** Offset of the character in the task's brackets and of its closing bracket; -1 when not a task. */
  readonly taskStart: number;
  readonly taskEnd: number;
  readonly parent: number;
  /** Index of the innermost quote around it, or -1. */
  readonly quote: number;
  readonly list: number;
  readonly depth: number;
  /** Stands on the line of its parent's marker. */
  readonly onParentLine: boolean;
  /** Where the line of the marker starts after the marks of the quotes around it. */
  readonly lineStart: number;
  /** Columns from there to the first character of the item's content. */
  readonly contentColumn: number;
  /** Blanks between marker and content. */
  readonly padding: number;
  /** The smallest indentation of its other lines, in columns after the marks of the quotes around it. */
  minColumn: number;
  /** End of the last line that belongs to it. */
  end: number;
  /** End of the last line before its first nested list; -1 without one, or when the list comes first. */
  ownEnd: number;
  /** A blank line stands between it and the next item of its list. */
  blankAfter: boolean;
  /** Index in `leaves` of its first child when that is a paragraph; else -1. */
  firstParagraph: number;
  /** Something stands in it. */
  filled: boolean;
}

export interface QuoteBlock {
  readonly start: number;
  end: number;
  callout: Callout | null;
  readonly parent: number;
}

export interface FootnoteBlock {
  readonly start: number;
  end: number;
  readonly id: string;
}

/** A root block; it starts with its line, indentation included, and ends with its last line. */
export interface RootBlock {
  type: SectionType;
  readonly start: number;
  end: number;
}
