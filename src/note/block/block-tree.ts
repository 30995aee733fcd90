import type { Callout, Leaf, SectionType } from "../note";
import type { Span } from "../../base";

/** What the block scanner makes of a text; the inline scanner and the note's facts stand on it. */
export interface BlockTree {
  /** In document order. */
  readonly leaves: readonly LeafBlock[];
  /** In the order of their markers, so that a parent comes before its children. */
  readonly items: readonly ItemBlock[];
  readonly quotes: readonly QuoteBlock[];
  readonly footnotes: readonly FootnoteBlock[];
  readonly roots: readonly RootBlock[];
}

/**
 * Start and end of each line's content, one after the other: without the marks of the containers
 * around it and trailing blanks, for text without indentation too.
 */
export type Lines = readonly number[];

export interface TextBlock extends Leaf {
  readonly type: "paragraph";
  readonly lines: Lines;
}

export interface HeadingBlock extends Leaf {
  readonly type: "heading";
  readonly level: number;
  /** The text, without the marks around it. */
  readonly lines: Lines;
}

export interface CodeBlock extends Leaf {
  readonly type: "code";
  readonly kind: "fenced" | "indented";
  readonly content: Span;
  readonly language: string;
}

/** A `%%` block; its lines hold links and tags that the app lists. */
export interface CommentBlock extends Leaf {
  readonly type: "comment";
  readonly content: Span;
  readonly lines: Lines;
}

export interface TableBlock extends Leaf {
  readonly type: "table";
  /** Header and body rows; the delimiter row is left out. */
  readonly lines: Lines;
}

/** A link reference definition, `[id]: target "title"`. */
export interface DefinitionBlock extends Leaf {
  readonly type: "definition";
  readonly id: string;
  readonly target: string;
}

export interface PlainBlock extends Leaf {
  readonly type: "html" | "math" | "thematicBreak";
}

export type LeafBlock = TextBlock | HeadingBlock | CodeBlock | CommentBlock | TableBlock | DefinitionBlock | PlainBlock;

export interface ItemBlock {
  readonly marker: Span;
  readonly ordered: boolean;
  /** The character in the brackets of a task; null when not a task. */
  readonly task: Span | null;
  /** Index of the item around it, or -1. */
  readonly parent: number;
  /** Index of the innermost quote around it, or -1. */
  readonly quote: number;
  /** Number of its list. */
  readonly list: number;
  readonly depth: number;
  /**
   * Where its first line starts after the marks of quotes; at its marker when a parent's marker comes before it there.
   */
  readonly lineStart: number;
  /** Columns from the end of quote marks to the first character of its content. */
  readonly contentColumn: number;
  /** Columns of blanks between marker and content. */
  readonly padding: number;
  /** The least indentation of its further lines, in columns after the marks of quotes. */
  minColumn: number;
  /** End of its last line. */
  end: number;
  /** End of the line before its first nested list; -1 when it has none or starts with it. */
  ownEnd: number;
  /** A blank line stands between it and the next item of its list. */
  blankAfter: boolean;
  /** Something stands in it. */
  filled: boolean;
  /** Index in `leaves` of the paragraph that it starts with, or -1. */
  paragraph: number;
}

export interface QuoteBlock {
  readonly start: number;
  /** End of its last line. */
  end: number;
  callout: Callout | null;
  readonly parent: number;
}

export interface FootnoteBlock {
  readonly start: number;
  /** End of its last line. */
  end: number;
  readonly id: string;
}

/** A root block, from the start of its first line, indentation included, to the end of its last. */
export interface RootBlock {
  type: SectionType;
  readonly start: number;
  end: number;
}
