import type { Note } from "../../../note";
import { findSubpath, isNotePath, splitTarget } from "../../../vault";
import type { MarkdownDocument } from "./document";
import { blockAnchor } from "./document";

/**
 * The destination of a link in the exported document; null when it leads nowhere there, so that only its words stay.
 */
export function destinationOf(doc: MarkdownDocument, target: string): string | null {
  const { library, note, options, place } = doc;
  const { linkpath, subpath } = splitTarget(target);
  const found = library.resolve(linkpath, note.path);
  if (found.kind !== "found") return null;
  if (found.path === note.path) return ownPart(doc, subpath);
  if (!isNotePath(found.path)) return place.copyOf(found.path) + (/^#page=\d+$/.test(subpath) ? subpath : "");
  if (options.links === "text") return null;
  const other = library.note(found.path);
  return place.wayTo(found.path) + (other && subpath !== "" ? partOf(doc, other, subpath) : "");
}

/** The way to a part of the document itself. */
function ownPart({ note, anchors, linkedHeadings, linkedBlocks }: MarkdownDocument, subpath: string): string | null {
  const { ofHeading, toHeading, written } = anchors(note);
  const found = subpath === "" ? null : findSubpath(note, subpath);
  if (found?.kind === "block") {
    const id = subpath.slice(subpath.indexOf("^") + 1).trim();
    linkedBlocks.add(id.toLowerCase());
    return `#${blockAnchor(id)}`;
  }
  if (written.has(subpath.slice(1))) return subpath;
  const heading = found?.kind === "heading" ? found.heading : toHeading.get(subpath.slice(1));
  if (!heading) return null;
  linkedHeadings.add(heading);
  return `#${ofHeading.get(heading) ?? ""}`;
}

/** `#` and the anchor of a part of another note, as the host that shows its file has it; empty for what has none. */
function partOf({ anchors }: MarkdownDocument, other: Note, subpath: string): string {
  const { ofHeading, toHeading } = anchors(other);
  const found = findSubpath(other, subpath);
  const heading = found?.kind === "heading" ? found.heading : toHeading.get(subpath.slice(1));
  return heading ? `#${ofHeading.get(heading) ?? ""}` : "";
}
