import { indexFrom, within } from "../../base";
import type { Embed, Heading } from "../../note";
import type { Expansion } from "../../vault";
import { headingKey } from "../../vault";

/** The deepest heading that Markdown has; what would stand deeper stays there. */
export const deepestLevel = 6;

/** By how many levels the headings of embedded text sink, so that the highest stands under a heading of `level`. */
export function shiftUnder({ note, span }: Expansion, level: number): number {
  const headings = within(note.headings, span);
  const roots = headings.filter((heading) => heading.root);
  const highest = (roots.length > 0 ? roots : headings).reduce(
    (least, heading) => Math.min(least, heading.level),
    deepestLevel,
  );
  return Math.max(0, level + 1 - highest);
}

/**
 * Level of the heading that an embed stands under in the document: in its stretch, whose headings sink by `shift`, or
 * around that.
 */
export function levelAt({ note, span }: Expansion, embed: Embed, outer: number, shift: number): number {
  for (let at = indexFrom(note.headings, embed.span.start) - 1; at >= 0; at--) {
    const heading = note.headings[at];
    if (!heading || heading.span.start < span.start) break;
    if (heading.root) return Math.min(deepestLevel, heading.level + shift);
  }
  return outer;
}

interface Entry {
  readonly heading: Heading;
  readonly index: number;
  readonly level: number;
  readonly parent: Entry | null;
}

/** The headings of a document in order, and by which words a link leads to each. */
export class Outline {
  readonly #byKey = new Map<string, Entry[]>();
  readonly #byStretch = new Map<Expansion, Map<Heading, Entry>>();
  #size = 0;
  #last: Entry | null = null;

  /** Adds the next heading, with its level in the document. */
  add(stretch: Expansion, heading: Heading, level: number): void {
    let parent = this.#last;
    while (parent && parent.level >= level) ({ parent } = parent);
    const entry = { heading, index: this.#size++, level, parent };
    this.#last = entry;
    const key = headingKey(heading.text);
    const same = this.#byKey.get(key);
    if (same) same.push(entry);
    else this.#byKey.set(key, [entry]);
    const own = this.#byStretch.get(stretch) ?? new Map<Heading, Entry>();
    own.set(heading, entry);
    this.#byStretch.set(stretch, own);
  }

  /**
   * A subpath that leads to a heading of a stretch, by its words alone or those of a heading above it too; null when
   * none does.
   */
  subpathTo(stretch: Expansion, heading: Heading): string | null {
    const entry = this.#byStretch.get(stretch)?.get(heading);
    if (!entry) return null;
    if (this.#find([entry.heading]) === entry) return `#${linkWords(heading.text)}`;
    for (let above = entry.parent; above; above = above.parent) {
      if (this.#find([above.heading, heading]) === entry)
        return `#${linkWords(above.heading.text)}#${linkWords(heading.text)}`;
    }
    return null;
  }

  /** What Obsidian finds: each heading the first of its words that is later and deeper than the one before. */
  #find(path: readonly Heading[]): Entry | null {
    let found: Entry | null = null;
    for (const heading of path) {
      found = this.#findBelow(heading, found);
      if (!found) return null;
    }
    return found;
  }

  #findBelow({ text }: Heading, above: Entry | null): Entry | null {
    const same = this.#byKey.get(headingKey(text));
    return same?.find((entry) => !above || (entry.index > above.index && entry.level > above.level)) ?? null;
  }
}

/** The words of a heading without what would end a link, as the app writes links to headings. */
function linkWords(text: string): string {
  return text
    .replace(/[:#|^\\\r\n]|%%|\[\[|\]\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
