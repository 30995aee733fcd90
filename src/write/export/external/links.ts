import { personIn } from "../../../incident";
import { displayOf, parseNote, plainName } from "../../../note";
import type { Settings } from "../../../settings";
import { applyEdits, firstIndex } from "../../../base";
import type { Embed, Link, Note } from "../../../note";
import type { Edit } from "../../../base";
import type { Library } from "../../../vault";
import { splitTarget } from "../../../vault";
import { commentsOf } from "../markdown/comments";
import type { Search } from "./words";
import { publicAddress } from "./words";

/** What stands for a link whose words are an address themselves. */
export const internalLink = "(internal link)";

/** Something that was taken out of the text, as it was written there. */
export interface Removed {
  readonly kind: "section" | "property" | "comment" | "attachment" | "link" | "person" | "ticket" | "address" | "word";
  readonly what: string;
  /** What stands in its place; empty for nothing. */
  readonly instead: string;
  /** The heading above it; empty for the properties and what stands above all headings. */
  readonly where: string;
}

/** Where links within links end: an image in a link in a footnote is as deep as anybody goes. */
const rounds = 5;

/**
 * Takes out comments, block ids, images and files that are not listed, and links that do not lead to a public host;
 * a link's words stay, people's names among them, which are for the search of names to find.
 */
export function withoutLinks(
  text: string,
  path: string,
  context: { readonly library: Library; readonly settings: Settings; readonly search: Search },
): { readonly text: string; readonly removed: readonly Removed[] } {
  const { library, settings, search } = context;
  const isPerson = personIn(library, settings, path);
  const isPublic = publicAddress(settings);
  const mayLeave = ({ target }: Link): boolean => isPublic(target) && search(target).length === 0;
  const listed = new Set(settings.external.attachments.map((name) => name.toLowerCase()));
  const isListed = (embed: Embed): boolean => {
    const found = embed.external ? null : library.resolve(embed.linkpath, path);
    return found?.kind === "found"
      ? listed.has(found.path.toLowerCase()) ||
          listed.has(found.path.slice(found.path.lastIndexOf("/") + 1).toLowerCase())
      : embed.external && mayLeave(embed);
  };
  const removed: Removed[] = [];
  let current = text;
  for (let round = 0; round < rounds; round++) {
    const note = parseNote(current, path);
    const edits: (Edit & Pick<Removed, "kind">)[] = [];
    const take = (kind: Removed["kind"], span: Edit["span"], instead: string): void =>
      void edits.push({ kind, path, span, text: instead });
    // An empty comment keeps two lists apart.
    for (const { span, content } of commentsOf(note))
      if (/\S/.test(current.slice(content.start, content.end))) take("comment", withBlank(current, span), "");
    for (const { idSpan } of note.blocks.values()) take("comment", withBlank(current, idSpan), "");
    for (const embed of note.embeds) if (!isListed(embed)) take("attachment", withBlank(current, embed.span), "");
    for (const link of note.links)
      if (!mayLeave(link)) take("link", link.span, wordsOf(link, isPerson(splitTarget(link.target).linkpath) === true));
    for (const { target, span } of note.referenceLinks)
      if (!isPublic(target) || search(target).length > 0) take("link", span, "");
    const outer = outermost(edits);
    const headingAt = headingsIn(note);
    if (outer.length === 0) break;
    for (const { kind, span, text: instead } of outer)
      removed.push({
        kind,
        what: current.slice(span.start, span.end).trim(),
        instead,
        where: headingAt(span.start),
      });
    current = applyEdits(current, outer) ?? current;
  }
  return { text: current, removed };
}

/** A person's link becomes the name, a link without words of its own the note of that it is internal. */
function wordsOf(link: Link, isPerson: boolean): string {
  if (isPerson) return plainName(`[[${splitTarget(link.target).linkpath}]]`);
  const words = (link.kind === "wikilink" ? wordsOfNote(link) : link.display).trim();
  return words === "" || (link.external && words === link.target) || /^\S*(?:\w:\/\/|\w\.\w)\S*$/.test(words)
    ? internalLink
    : words;
}

/** What a link to a note says; where it has no words of its own, without the folder and the id of a block. */
function wordsOfNote({ display, target }: Link): string {
  return display === displayOf(target)
    ? displayOf(target.slice(target.lastIndexOf("/", target.search(/#|$/)) + 1)).replace(/(?: > )?\^[A-Za-z\d-]+$/, "")
    : display;
}

/** The span with the blank before it that would be too many. */
function withBlank(text: string, { start, end }: Edit["span"]): Edit["span"] {
  return text.charAt(start - 1) === " " && /\s/.test(text.charAt(end)) && /\S/.test(text.charAt(start - 2))
    ? { start: start - 1, end }
    : { start, end };
}

/** Those that lie in no other one. */
function outermost<E extends Edit>(edits: readonly E[]): readonly E[] {
  const result: E[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (edit.span.start < end) continue;
    result.push(edit);
    end = edit.span.end;
  }
  return result;
}

/** Finds the heading above a place of a note; empty for the properties and what stands above all headings. */
export function headingsIn(note: Note): (offset: number) => string {
  const headings = note.headings.filter(({ root }) => root);
  return (offset) => {
    if (note.frontmatter && offset < note.frontmatter.span.end) return "";
    return headings[firstIndex(headings, ({ span }) => span.start > offset) - 1]?.text ?? "";
  };
}
