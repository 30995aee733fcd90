import MarkdownIt, { type Token } from "markdown-it";
import { readBlocks } from "./blocks";
import { allowDetails } from "./details";
import { readFootnotes } from "./footnotes";
import { allowHtmlBlocks } from "./html-blocks";
import type { DocumentHeading } from "./headings";
import { nameAnchors, nameHeadings } from "./headings";
import type { Beside } from "./links";
import { limitLinks } from "./links";
import type { WriteFormula } from "./math";
import { showMath } from "./math";
import { allowTags } from "./tags";

/** A document read, ready to be written as HTML. */
export interface ReadDocument {
  readonly tokens: readonly Token[];
  readonly headings: readonly DocumentHeading[];
  /** The files beside the document that it links to. */
  readonly linked: ReadonlySet<string>;
  /** HTML of a stretch of the tokens. */
  readonly write: (start: number, end: number) => string;
}

/**
 * Reads GitHub-flavoured Markdown that nobody vouches for.
 *
 * By markdown-it, because it is safe before anything is added to it: without its `html` option all markup of the note
 * is escaped, nesting is bounded, and none of some fifty hostile texts of 100 KB takes it a second. `marked` has half
 * the size, but passes HTML through, overflows the stack on `> > > …` and takes six seconds for 25 KB of `*a_`. What a
 * note may use of HTML is added tag by tag by the rules of the files next to this one, after `xss` has looked at it.
 */
export function readDocument(
  markdown: string,
  { images, files, formula }: Beside & { readonly formula?: WriteFormula | undefined },
): ReadDocument {
  const md = new MarkdownIt({ html: false, linkify: true });
  const ids = new Set<string>();
  const linked = new Set<string>();
  let headings: readonly DocumentHeading[] = [];
  for (const extend of [allowTags, allowDetails, allowHtmlBlocks, readFootnotes, readBlocks]) extend(md);
  showMath(md, formula ?? (() => null));
  md.core.ruler.push("headings", ({ tokens }) => {
    for (const id of nameAnchors(tokens)) ids.add(id);
    headings = nameHeadings(tokens, ids);
  });
  limitLinks(md, { images, files, ids, linked });
  const env = {};
  const tokens = md.parse(markdown, env);
  return {
    tokens,
    headings,
    linked,
    write: (start, end) => md.renderer.render(tokens.slice(start, end), md.options, env),
  };
}
