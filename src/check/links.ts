import { firstIndex } from "../base/sorted";
import { nearest } from "../base/nearest";
import type { Link, Note } from "../note/note";
import { contains } from "../base/span";
import type { Finding, Fix } from "./diagnostic";

/** The links among `links` that lead into the vault and that a reader sees: not those in comments. */
export function visibleLinks<L extends Link>(note: Note, links: readonly L[]): readonly L[] {
  return links.filter(({ external, span }) => {
    const comment = note.comments[firstIndex(note.comments, ({ span: { end } }) => end >= span.end)];
    return !external && (comment === undefined || !contains(comment.span, span));
  });
}

/** What to do about a link to a heading that is not there: the one heading of the target that was probably meant. */
export function headingAdvice(note: Note, link: Link, target: Note, subpath: string): Pick<Finding, "help" | "fix"> {
  const wanted = subpath.slice(subpath.lastIndexOf("#") + 1);
  const meant = wanted.startsWith("^") ? null : nearestHeading(wanted, target);
  if (meant === null) return { help: `name a heading or block that \`${target.path}\` has` };
  const fix = renameSubpath(note, link, wanted, meant);
  return { help: `did you mean \`#${meant}\`?`, ...(fix !== null && { fix }) };
}

/** Numbers are never slips of the keyboard: `Step 2` does not mean `Step 3`. */
function nearestHeading(wanted: string, target: Note): string | null {
  const digits = wanted.replace(/\D/g, "");
  const candidates = target.headings.filter(({ root, text }) => root && text.replace(/\D/g, "") === digits && !/[#|^[\]\\]/.test(text));
  return nearest(wanted, new Set(candidates.map(({ text }) => text)));
}

function renameSubpath(note: Note, link: Link, wanted: string, meant: string): Fix | null {
  const source = note.text.slice(link.targetSpan.start, link.targetSpan.end);
  if (link.kind !== "wikilink" || !source.endsWith(wanted)) return null;
  const span = { start: link.targetSpan.end - wanted.length, end: link.targetSpan.end };
  return { title: `Change to \`#${meant}\``, edits: [{ path: note.path, span, text: meant }] };
}
