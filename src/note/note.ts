import type { Frontmatter } from "./yaml/frontmatter";
import type { Memory, Span } from "../base";

/**
 * Everything that the text of one note says, each fact with its span in `text`.
 *
 * Lists are in document order. A fact inside a comment, code or math is not listed, except where
 * Obsidian itself lists it (tags and links inside `%%` comments).
 */
export interface Note {
  /** Path in the vault, with `/` and extension; empty for text that lies nowhere yet. */
  readonly path: string;
  readonly text: string;
  /** Offset of each line's first character; `lineStarts[0]` is 0. Lines end with LF or CRLF. */
  readonly lineStarts: readonly number[];
  readonly frontmatter: Frontmatter | null;
  readonly headings: readonly Heading[];
  /** The root blocks, as Obsidian's `CachedMetadata.sections` lists them, frontmatter included. */
  readonly sections: readonly Section[];
  /** Every leaf block at any depth: paragraphs of list items, quotes and callouts too. */
  readonly leaves: readonly Leaf[];
  readonly listItems: readonly ListItem[];
  readonly quotes: readonly Quote[];
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
  /** Links among the values of the properties. */
  readonly propertyLinks: readonly PropertyLink[];
  readonly embeds: readonly Embed[];
  readonly tags: readonly Tag[];
  /** Block ids; the key is the id in lower case, the first of two equal ids wins. */
  readonly blocks: ReadonlyMap<string, BlockId>;
  /** Every `^id`, those that repeat an earlier one too. */
  readonly blockMarks: readonly BlockMark[];
  readonly comments: readonly Comment[];
  readonly code: readonly Code[];
  readonly math: readonly Span[];
  readonly highlights: readonly Span[];
  readonly footnotes: readonly Footnote[];
  readonly footnoteRefs: readonly FootnoteRef[];
  readonly referenceLinks: readonly ReferenceLink[];
  /** What was worked out of this note, such as {@link maskedText}. */
  readonly memory: Memory;
}

/** A heading. `text` is the source between the marks, trimmed: links and emphasis as written. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The whole heading: for `## A` from the first `#`, for setext both lines. */
  readonly span: Span;
  readonly textSpan: Span;
  /** Stands at the root; false inside a list item, quote or callout. */
  readonly root: boolean;
}

/** Section types as the app names them; open-ended in its API. */
export type SectionType =
  | "yaml"
  | "heading"
  | "paragraph"
  | "list"
  | "code"
  | "blockquote"
  | "callout"
  | "table"
  | "html"
  | "comment"
  | "math"
  | "thematicBreak"
  | "footnoteDefinition"
  | "definition";

/** One root block. */
export interface Section {
  readonly type: SectionType;
  /** The block id of this block, as written. */
  readonly id?: string;
  readonly span: Span;
}

/** A block without block children; the title of a callout is one too. */
export interface Leaf {
  readonly type:
    "heading" | "paragraph" | "code" | "table" | "html" | "comment" | "math" | "thematicBreak" | "definition";
  /** From its first character to its last visible one; marks of lists, task boxes and quotes before it are left out. */
  readonly span: Span;
  /** The innermost list item around it. */
  readonly item: ListItem | null;
  /** The innermost quote or callout around it. */
  readonly quote: Quote | null;
}

/** A list item, with the position that Obsidian gives it: it ends before its nested list. */
export interface ListItem {
  readonly span: Span;
  /** The bullet or number with its delimiter: `-`, `*`, `+`, `1.`, `2)`. */
  readonly marker: Span;
  readonly ordered: boolean;
  /** The one character between the brackets of a task, with its span; null when not a task. */
  readonly task: { readonly mark: string; readonly span: Span } | null;
  /** The paragraph that it starts with, after marker and task box; an empty span when something else stands first. */
  readonly textSpan: Span;
  /** The item with everything nested in it. */
  readonly fullSpan: Span;
  /** The item that it is nested in. */
  readonly parent: ListItem | null;
  /** Number of the list that this item is in: items of one list share it. */
  readonly list: number;
  /** 0 for an item of an outermost list. */
  readonly depth: number;
  /** The block id of this item, as written. */
  readonly id?: string;
}

/** A block quote, or a callout when `callout` is set. */
export interface Quote {
  readonly span: Span;
  readonly callout: Callout | null;
  /** The quote around it. */
  readonly parent: Quote | null;
}

/** `> [!type|metadata]± title`. */
export interface Callout {
  /** The type as written, such as `NOTE`; compare without case. */
  readonly type: string;
  readonly title: Span;
  readonly fold: "" | "+" | "-";
}

export interface Table {
  readonly span: Span;
  /** The first row is the header; the delimiter row is left out. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  /** The trimmed content of each cell, `\|` not yet unescaped. */
  readonly cells: readonly Span[];
}

/** A link to a note or file of the vault, or out of it. */
export interface Link {
  readonly kind: "wikilink" | "markdown" | "autolink";
  readonly span: Span;
  /** Decoded target: `Note#Heading` for links into the vault, the address for others. */
  readonly target: string;
  /** Where `target` stands in the text. */
  readonly targetSpan: Span;
  /** What Obsidian shows: the alias, the Markdown text, or `A > B` for `[[A#B]]`. */
  readonly display: string;
  /** Has a scheme such as `https:`: not a link into the vault. */
  readonly external: boolean;
}

/** A property's value, or an entry of a list in it, that is one wikilink and nothing else. */
export interface PropertyLink extends Link {
  /** The property; for a nested value its path, such as `related.0`. */
  readonly key: string;
  /** The link as written, without the quotation marks of YAML. */
  readonly value: string;
}

/** An embed: `![[target|alias]]` or `![alt](target)`. */
export interface Embed extends Link {
  /** The part of the target before the first `#`, trimmed; empty for the same note. */
  readonly linkpath: string;
  /** The part from the first `#` on, `#` included; empty when there is none. */
  readonly subpath: string;
  /** Width and height in pixels from `|300` or `|300x200`. */
  readonly size: { readonly width: number; readonly height: number | null } | null;
}

/** A tag in the body, with its `#`, as written. */
export interface Tag {
  readonly tag: string;
  readonly span: Span;
}

/** A `^id` at the end of a heading or of a line of a paragraph; `span` is with the `^`. */
export interface BlockMark {
  readonly id: string;
  readonly span: Span;
}

/** A block that a `^id` names. */
export interface BlockId {
  readonly id: string;
  /** The list item, as `ListItem.span`, or the root block. */
  readonly span: Span;
  /** The mark itself, `^` included. */
  readonly idSpan: Span;
  /** The block, when it is a list item. */
  readonly item: ListItem | null;
}

export interface Comment {
  readonly kind: "obsidian" | "html";
  /** With the marks. */
  readonly span: Span;
  /** Without the marks. */
  readonly content: Span;
  /** A block of its own, as against a comment within a paragraph. */
  readonly block: boolean;
}

export interface Code {
  readonly kind: "inline" | "fenced" | "indented";
  /** With the fence or backticks. */
  readonly span: Span;
  readonly content: Span;
  /** The first word of a fence's info string; empty otherwise. */
  readonly language: string;
}

export interface Footnote {
  /** Empty for an inline footnote, `^[text]`. */
  readonly id: string;
  readonly span: Span;
}

/** `[^id]` in the text. */
export interface FootnoteRef {
  readonly id: string;
  readonly span: Span;
}

/** `[id]: target "title"`. */
export interface ReferenceLink {
  readonly id: string;
  readonly target: string;
  readonly span: Span;
}
