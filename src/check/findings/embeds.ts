import { contains, firstIndex, nearest, digitsOf, holdsAny } from "../../base";
import type { Embed, Link, Note } from "../../note";
import type { EmbedProblem, EmbedProblemKind, Expansion } from "../../vault";
import { unfitEmbeds } from "../../vault";
import type { Finding, Fix, MissingNote } from "../diagnostic";
import type { RuleInput } from "../rule";
import { newSection, sectionAtEnd } from "./insert-section";

/** The links among `links` that lead into the vault and that a reader sees: not those in comments. */
export function visibleLinks<L extends Link>(note: Note, links: readonly L[]): readonly L[] {
  return links.filter(({ external, span }) => {
    const comment = note.comments[firstIndex(note.comments, ({ span: { end } }) => end >= span.end)];
    return !external && (comment === undefined || !contains(comment.span, span));
  });
}

/**
 * What to do about a link to a heading that is not there: the one heading of the target that was probably meant. The
 * app tells apart what looks the same: `é` as one character, and as a letter with an accent behind it.
 */
export function headingAdvice(
  note: Note,
  link: Link,
  target: Note,
  subpath: string,
): Pick<Finding, "help" | "fix" | "choices"> {
  const wanted = subpath.slice(subpath.lastIndexOf("#") + 1);
  const alike = target.headings.find(({ text }) => text !== wanted && text.normalize() === wanted.normalize())?.text;
  if (alike !== undefined) {
    const fix = renameSubpath(note, link, wanted, alike);
    return {
      help: "the heading looks the same, but its accents are other characters: write it as it stands there",
      ...(fix !== null && { fix }),
    };
  }
  const meant = wanted.startsWith("^") ? null : nearestHeading(wanted, target);
  if (meant === null)
    return {
      help: `name a heading or block that \`${target.path}\` has`,
      choices: [...newHeading(target, subpath), ...wholeNote(note, link, subpath)],
    };
  const fix = renameSubpath(note, link, wanted, meant);
  return { help: `did you mean \`#${meant}\`?`, ...(fix !== null && { fix }) };
}

/** The heading that the part of a link behind its note names; null for a block, and for several headings. */
export function headingOf(subpath: string): string | null {
  const heading = (subpath.startsWith("#") ? subpath.slice(1) : subpath).trim();
  return heading === "" || holdsAny(heading, "#^") ? null : heading;
}

/** The heading that a link names, added to the note that it leads to. */
function newHeading(target: Note, subpath: string): readonly Fix[] {
  const heading = headingOf(subpath);
  const edit = heading === null ? null : sectionAtEnd(target, 2, heading);
  return heading === null || edit === null
    ? []
    : [{ title: `Add the heading \`${heading}\` to \`${target.path}\``, edits: [edit] }];
}

/** A link that leads to the whole of its note. */
function wholeNote(note: Note, { targetSpan }: Link, subpath: string): readonly Fix[] {
  const source = note.text.slice(targetSpan.start, targetSpan.end);
  if (!source.endsWith(subpath) || source === subpath) return [];
  const span = { start: targetSpan.end - subpath.length, end: targetSpan.end };
  return [{ title: `Lead to the whole note, without \`${subpath}\``, edits: [{ path: note.path, span, text: "" }] }];
}

/** Whether a path names a file that is no note, by its ending. */
export function isFile(path: string): boolean {
  const ending = /\.([a-z\d]{2,5})$/i.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && ending !== "md";
}

/** The note that a link names, with the heading that it names; not for what is no note, such as a picture. */
export function missingNote(linkpath: string, subpath: string, text: string): readonly MissingNote[] {
  const creates = linkpath.toLowerCase().endsWith(".md") ? linkpath.slice(0, -".md".length) : linkpath;
  if (isFile(creates) || holdsAny(creates, '\\:*?"<>|')) return [];
  const heading = headingOf(subpath);
  return [
    {
      title: `Create \`${creates}\``,
      creates,
      text: heading !== null ? `${newSection(2, heading, "\n")}\n` : text,
    },
  ];
}

/** Numbers are never slips of the keyboard: `Step 2` does not mean `Step 3`. */
function nearestHeading(wanted: string, target: Note): string | null {
  const digits = digitsOf(wanted);
  const candidates = target.headings.filter(
    ({ root, text }) => root && digitsOf(text) === digits && !holdsAny(text, "#|^[]\\"),
  );
  return nearest(wanted, new Set(candidates.map(({ text }) => text)));
}

function renameSubpath(note: Note, link: Link, wanted: string, meant: string): Fix | null {
  const source = note.text.slice(link.targetSpan.start, link.targetSpan.end);
  if (link.kind !== "wikilink" || !source.endsWith(wanted)) return null;
  const span = { start: link.targetSpan.end - wanted.length, end: link.targetSpan.end };
  return { title: `Change to \`#${meant}\``, edits: [{ path: note.path, span, text: meant }] };
}

/** An embed that shows nothing, in the checked note or in one that it embeds, and why. */
export interface FailedEmbed {
  readonly embed: Embed;
  readonly problem: EmbedProblem;
}

/**
 * What fails of all that the visible embeds of a note show, at any depth; what is shown, and has no room where it
 * stands in a document that replaces the embed, too.
 */
export function failedEmbeds(
  { note, incident }: RuleInput<object>,
  wanted: (kind: EmbedProblemKind) => boolean,
): readonly FailedEmbed[] {
  const all = [...failuresIn(incident.shown), ...unfitEmbeds(incident.shown)];
  const failures = all.filter(({ problem }) => wanted(problem.kind));
  if (failures.length === 0) return [];
  const visible = new Set(visibleLinks(note, note.embeds).map(({ span }) => span.start));
  return failures.filter(({ problem }) => visible.has(problem.place.span.start));
}

/** What fails in an expansion, at any depth. */
export function failuresIn({ embeds }: Expansion): readonly FailedEmbed[] {
  return embeds.flatMap((embed) => (embed.kind === "problem" ? [embed] : failuresIn(embed.shown)));
}

/** A finding at the note's own embed, with the embed that failed further down. */
export function embedFinding({ place, trail, message }: EmbedProblem): Finding {
  const inner = trail.slice(1).at(-1);
  return {
    span: place.span,
    message,
    ...(inner !== undefined && { related: [{ ...inner, message: "the embed that fails" }] }),
  };
}
