import type { Link, Note } from "../../note";
import type { Span } from "../../base";
import type { Expansion, Library } from "../../vault";
import { findSubpath, headingKey, isNotePath, splitTarget } from "../../vault";
import type { Names } from "./names";

/** New text for a part of a link. */
export interface Relinked {
  readonly span: Span;
  readonly text: string;
}

/** The document that links are rewritten for. */
interface LinkHost {
  readonly library: Library;
  readonly names: Names;
  /** Path of the host note. */
  readonly host: string;
}

/**
 * Rewrites a link or the embed of an attachment in embedded text so that it leads to the same place from the
 * host note; null when it does so as it is. What it led to in its own note is linked within the document where
 * that part of the note came along, else in the note.
 */
export function relink(
  { library, names, host }: LinkHost,
  stretch: Expansion,
  link: Link,
  inTable: boolean,
): Relinked | null {
  if (link.external) return null;
  const { note } = stretch;
  const { linkpath, subpath } = splitTarget(link.target);
  const target = library.resolve(linkpath, note.path);
  if (target.kind !== "found") {
    // A link that leads nowhere must not find something from the host note.
    const found = target.kind === "missing" && library.resolve(linkpath, host).kind === "found";
    return found ? replaced(link, note, `/${pathFrom(linkpath, note.path)}${subpath}`, inTable) : null;
  }
  const inside = target.path === note.path ? insideSubpath(names, stretch, subpath) : null;
  const own = note.path === host;
  if (inside !== null)
    return inside === subpath && (own || linkpath === "")
      ? null
      : replaced(link, note, (own ? linkpath : "") + inside, inTable);
  if (leadsTo(library, linkpath, target.path, host)) {
    // Other programs read a Markdown link from the note's folder only.
    const isRelative = link.kind === "markdown" && pathFrom(linkpath, note.path) === target.path;
    if (!isRelative || pathFrom(linkpath, host) === target.path) return null;
  }
  const path =
    link.kind === "markdown" ? relativePath(library, target.path, host) : wikiPath(library, target.path, host);
  return replaced(link, note, path + subpath, inTable);
}

/** The words that name a note in a wikilink of the host: as short as they lead there. */
export function wikiPath(library: Library, path: string, host: string): string {
  const short = isNotePath(path) ? path.slice(0, -3) : path;
  return [short, path].find((words) => leadsTo(library, words, path, host)) ?? `/${path}`;
}

/** The destination of a Markdown link in the host note to what `target` is in the note at `from`. */
export function relativeTarget(library: Library, target: string, from: string, host: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return /[\s()]/.test(target) ? `<${target}>` : target;
  const { linkpath, subpath } = splitTarget(target);
  const found = library.resolve(linkpath, from);
  return encode((found.kind === "found" ? relativePath(library, found.path, host) : linkpath) + subpath);
}

/**
 * The subpath in the document of a part of the stretch's own note; null when that part did not come along or no words
 * lead there.
 */
function insideSubpath(names: Names, stretch: Expansion, subpath: string): string | null {
  const found = subpath === "" ? null : findSubpath(stretch.note, subpath);
  if (found?.kind === "heading") {
    const inside = names.outline.subpathTo(stretch, found.heading);
    return inside !== null && headingKey(inside) === headingKey(subpath) ? subpath : inside;
  }
  const name = found?.kind === "block" ? names.block(stretch, subpath.slice(subpath.indexOf("^") + 1)) : null;
  return name === null ? null : `#^${name}`;
}

function leadsTo(library: Library, linkpath: string, path: string, from: string): boolean {
  const target = library.resolve(linkpath, from);
  return target.kind === "found" && target.path === path;
}

function replaced(link: Link, note: Note, target: string, inTable: boolean): Relinked {
  const span = link.targetSpan;
  if (link.kind === "markdown") return { span, text: encode(target) };
  const aliased =
    note.text.startsWith("|", span.end) ||
    note.text.startsWith("\\|", span.end) ||
    note.text.startsWith("!", link.span.start);
  return { span, text: target + (aliased ? "" : `${inTable ? "\\|" : "|"}${link.display}`) };
}

/** The way to a file from the folder of `host`, by which both Obsidian and other programs find it. */
function relativePath(library: Library, path: string, host: string): string {
  const from = host.split("/").slice(0, -1);
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const relative = [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
  return leadsTo(library, relative, path, host) ? relative : `./${relative}`;
}

/** The words read as a path from the folder of `from` alone. */
function pathFrom(linkpath: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of linkpath.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Escapes what would end the destination of a Markdown link. */
function encode(target: string): string {
  return target.replace(/[\s%()<>"?\\]/g, (mark) =>
    mark === "(" ? "%28" : mark === ")" ? "%29" : encodeURIComponent(mark),
  );
}
