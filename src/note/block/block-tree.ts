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

/** The innermost list item and quote around a block. */
export interface Around {
  readonly item: ItemBlock | null;
  readonly quote: QuoteBlock | null;
}

interface PlacedLeaf extends Around, Pick<Leaf, "type" | "span"> {}

export interface TextBlock extends PlacedLeaf {
  readonly type: "paragraph";
  readonly lines: Lines;
}

export interface HeadingBlock extends PlacedLeaf {
  readonly type: "heading";
  readonly level: number;
  /** The text, without the marks around it. */
  readonly lines: Lines;
}

export interface CodeBlock extends PlacedLeaf {
  readonly type: "code";
  readonly kind: "fenced" | "indented";
  readonly content: Span;
  readonly language: string;
}

/** A `%%` block; its lines hold links and tags that the app lists. */
export interface CommentBlock extends PlacedLeaf {
  readonly type: "comment";
  readonly content: Span;
  readonly lines: Lines;
}

export interface TableBlock extends PlacedLeaf {
  readonly type: "table";
  /** Header and body rows; the delimiter row is left out. */
  readonly lines: Lines;
}

/** A link reference definition, `[id]: target "title"`. */
export interface DefinitionBlock extends PlacedLeaf {
  readonly type: "definition";
  readonly id: string;
  readonly target: string;
}

export interface PlainBlock extends PlacedLeaf {
  readonly type: "html" | "math" | "thematicBreak";
}

export type LeafBlock = TextBlock | HeadingBlock | CodeBlock | CommentBlock | TableBlock | DefinitionBlock | PlainBlock;

export interface ItemBlock {
  readonly marker: Span;
  readonly ordered: boolean;
  /** The character in the brackets of a task; null when not a task. */
  readonly task: Span | null;
  /** The item around it. */
  readonly parent: ItemBlock | null;
  /** The innermost quote around it. */
  readonly quote: QuoteBlock | null;
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
  /** End of the line before its first nested list; null when it has none or starts with it. */
  ownEnd: number | null;
  /** A blank line stands between it and the next item of its list. */
  blankAfter: boolean;
  /** Something stands in it. */
  filled: boolean;
  /** The paragraph that it starts with. */
  paragraph: LeafBlock | null;
}

export interface QuoteBlock {
  readonly start: number;
  /** End of its last line. */
  end: number;
  callout: Callout | null;
  readonly parent: QuoteBlock | null;
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
