import type { YamlValue } from "../yaml/node";

/** Line and column count from 0, as the app counts them. */
export interface Loc {
  readonly line: number;
  readonly col: number;
  readonly offset: number;
}

export interface Pos {
  readonly start: Loc;
  readonly end: Loc;
}

interface CacheItem {
  readonly position: Pos;
}

interface Reference {
  readonly link: string;
  readonly original: string;
  readonly displayText: string;
}

export interface ReferenceCache extends Reference, CacheItem {}

export interface FrontmatterLinkCache extends Reference {
  readonly key: string;
}

export interface SectionCache extends CacheItem {
  readonly type: string;
  readonly id?: string;
}

export interface ListItemCache extends CacheItem {
  readonly parent: number;
  readonly task?: string;
  readonly id?: string;
}

/** The shape of `CachedMetadata` in Obsidian's API, which code below the plugin cannot import. */
export interface CachedMetadata {
  readonly links?: ReferenceCache[];
  readonly embeds?: ReferenceCache[];
  readonly tags?: (CacheItem & { readonly tag: string })[];
  readonly headings?: (CacheItem & { readonly heading: string; readonly level: number })[];
  readonly footnotes?: (CacheItem & { readonly id: string })[];
  readonly footnoteRefs?: (CacheItem & { readonly id: string })[];
  readonly referenceLinks?: (CacheItem & { readonly id: string; readonly link: string })[];
  readonly sections?: SectionCache[];
  readonly listItems?: ListItemCache[];
  readonly frontmatter?: Record<string, YamlValue>;
  readonly frontmatterPosition?: Pos;
  readonly frontmatterLinks?: FrontmatterLinkCache[];
  readonly blocks?: Record<string, CacheItem & { readonly id: string }>;
}
