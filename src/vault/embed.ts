import type { Embed } from "../note";
import { propertyOf } from "../note";
import type { Place } from "../base";
import { contains } from "../base";
import type { Library } from "./library";
import { isNotePath, noteName } from "./link";
import { findSubpath } from "./subpath";

/** Why an embed could not be shown. */
export interface EmbedProblem {
  readonly kind: EmbedProblemKind;
  /** The embed in the note that is being resolved: the first step of the trail. */
  readonly place: Place;
  /** Every embed on the way, outermost first; the last one is the one that failed. */
  readonly trail: readonly Place[];
  /** In words, with the whole trail where it has more than one step. */
  readonly message: string;
}

export type EmbedProblemKind =
  | "missing-note"
  | "missing-section"
  | "outside-vault"
  /** The file is there, the host could not read it. */
  | "unreadable"
  | "empty"
  | "cycle"
  /** More embeds inside one another than the limit. */
  | "too-deep"
  /** The embeds together bring in more text than the limit. */
  | "too-large"
  /** A note of the Excalidraw plugin: its text is data, and only that plugin draws it. */
  | "drawing"
  /** What it shows needs more room than a heading or a table cell has; only where embeds are replaced for good. */
  | "unfit";

/** What an embed shows. */
export type ResolvedEmbed =
  /** Part of a note: `place` is the section, block or whole body that is shown. */
  | { readonly kind: "text"; readonly place: Place }
  /** An image, PDF, canvas or other file that is shown as it is. */
  | { readonly kind: "attachment"; readonly path: string }
  | { readonly kind: "external" }
  | { readonly kind: "problem"; readonly problem: EmbedProblem };

/**
 * Finds what an embed shows. `trail` holds the embeds that led to it, outermost first: an embed that
 * shows text around itself or one of them again is a cycle. The same embed twice side by side is none.
 */
export function resolveEmbed(
  library: Library,
  embed: Embed,
  from: string,
  trail: readonly Place[] = [],
): ResolvedEmbed {
  if (embed.external) return { kind: "external" };
  const problem = (kind: EmbedProblemKind, what: string, end: string): ResolvedEmbed => ({
    kind: "problem",
    problem: embedProblem(kind, what, [...trail, { path: from, span: embed.span }], end),
  });
  const target = library.resolve(embed.linkpath, from);
  if (target.kind === "outside")
    return problem("outside-vault", `\`${embed.linkpath}\` lies outside the vault`, embed.linkpath);
  if (target.kind === "missing") return problem("missing-note", `\`${embed.linkpath}\` does not exist`, embed.linkpath);
  const { path } = target;
  if (!isNotePath(path)) return { kind: "attachment", path };
  const note = library.note(path);
  const name = noteName(path);
  if (!note) return problem("unreadable", `\`${name}\` could not be read`, name);
  if (propertyOf(note, "excalidraw-plugin") !== null)
    return problem("drawing", `\`${name}\` is a drawing that only the plugin Excalidraw shows`, name);
  const found = findSubpath(note, embed.subpath);
  const shown = name + embed.subpath;
  if (!found) return problem("missing-section", `\`${name}\` has no ${describeSubpath(embed.subpath)}`, shown);
  const around = (place: Place) => place.path === path && contains(found.span, place.span);
  if (around({ path: from, span: embed.span }) || trail.some(around))
    return problem("cycle", `\`${shown}\` embeds itself`, shown);
  const body = found.kind === "heading" ? { start: found.heading.span.end, end: found.span.end } : found.span;
  if (note.text.slice(body.start, body.end).trim() === "") return problem("empty", `\`${shown}\` is empty`, shown);
  return { kind: "text", place: { path, span: found.span } };
}

/** The embeds that lead to a place, outermost first. */
export type Trail = readonly [...Place[], Place];

/** A problem at the last step of a trail; `end` names what that step would have shown. */
export function embedProblem(kind: EmbedProblemKind, what: string, trail: Trail, end: string): EmbedProblem {
  const names = [...trail.map((step) => noteName(step.path)), end];
  const message = trail.length > 1 || kind === "cycle" ? `${what}: ${names.join(" → ")}` : what;
  return { kind, place: trail[0], trail, message };
}

function describeSubpath(subpath: string): string {
  const parts = subpath.split("#").filter((part) => part.trim() !== "");
  return `${parts[0]?.startsWith("^") ? "block" : "heading"} \`${parts.join(" > ")}\``;
}
