import type { Span } from "./span";

/** What YAML can say. Dates stay strings; mappings have no prototype. */
export type YamlValue = null | boolean | number | string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** The block between the first line's `---` and the next `---`. */
export interface Frontmatter {
  /** From the opening `---` to the end of the closing one, newline excluded. */
  readonly span: Span;
  /** The YAML between the two marks. */
  readonly content: Span;
  /** The top-level entries in the order of the text. On a duplicate key the first one counts. */
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/** One key of a mapping with its value; nested mappings and lists keep the spans of their parts. */
export interface FrontmatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
  /** Key to the end of the value, without the newline. */
  readonly span: Span;
}

/** A value with the place it stands at; an absent value has an empty span after the colon. */
export interface YamlNode {
  readonly value: YamlValue;
  readonly span: Span;
  /** The source text of a scalar, so that `017` and `1.10` keep their zeros; empty for collections. */
  readonly source: string;
  readonly items: readonly YamlNode[];
  readonly entries: readonly FrontmatterEntry[];
}

/** Something that is wrong with the YAML itself. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}
