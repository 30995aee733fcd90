import type { Embed } from "../note/note";
import { contains, type Place, type Span } from "../note/span";
import type { Library } from "./library";
import { isNotePath, noteName } from "./link";
import type { EmbedProblem, EmbedProblemKind, Piece, ResolvedText } from "./resolved-text";
import { findSubpath } from "./subpath";

/** What an embed shows. */
export type ResolvedEmbed =
  /** Part of a note: `place` is the section, block or whole body that is shown. */
  | { readonly kind: "text"; readonly place: Place }
  /** An image, PDF, canvas or other file that is shown as it is. */
  | { readonly kind: "attachment"; readonly path: string }
  | { readonly kind: "external" }
  | { readonly kind: "problem"; readonly problem: EmbedProblem };

/** The most embeds that are followed inside one another, whatever the settings say. */
export const maxEmbedDepth = 100;

/** The most text that the embeds of one note may bring in, in UTF-16 units: a few embeds of embeds of embeds can multiply without end. */
export const maxEmbeddedLength = 20_000_000;

/** What each embed counts on top of its text, so that many tiny ones end too. */
const embedCost = 200;

/**
 * Finds what an embed shows. `trail` holds the embeds that led to it, outermost first: an embed that
 * shows text around itself or one of them again is a cycle. The same embed twice side by side is none.
 */
export function resolveEmbed(library: Library, embed: Embed, from: string, trail: readonly Place[] = []): ResolvedEmbed {
  if (embed.external) return { kind: "external" };
  const problem = (kind: EmbedProblemKind, what: string, end: string): ResolvedEmbed => ({
    kind: "problem",
    problem: embedProblem(kind, what, [...trail, { path: from, span: embed.span }], end),
  });
  const target = library.resolve(embed.linkpath, from);
  if (target.kind === "outside") return problem("outside-vault", `\`${embed.linkpath}\` lies outside the vault`, embed.linkpath);
  if (target.kind === "missing") return problem("missing-note", `\`${embed.linkpath}\` does not exist`, embed.linkpath);
  const { path } = target;
  if (!isNotePath(path)) return { kind: "attachment", path };
  const note = library.note(path);
  const name = noteName(path);
  if (!note) return problem("unreadable", `\`${name}\` could not be read`, name);
  const found = findSubpath(note, embed.subpath);
  const shown = name + embed.subpath;
  if (!found) return problem("missing-section", `\`${name}\` has no ${describeSubpath(embed.subpath)}`, shown);
  const around = (place: Place) => place.path === path && contains(found.span, place.span);
  if (around({ path: from, span: embed.span }) || trail.some(around)) return problem("cycle", `\`${shown}\` embeds itself`, shown);
  const body = found.kind === "heading" ? { start: found.heading.span.end, end: found.span.end } : found.span;
  if (note.text.slice(body.start, body.end).trim() === "") return problem("empty", `\`${shown}\` is empty`, shown);
  return { kind: "text", place: { path, span: found.span } };
}

export interface ResolveOptions {
  /** How many embeds deep to follow: 1 follows those of the text itself. At most {@link maxEmbedDepth}. */
  readonly depth: number;
}

/**
 * The text of a place with every embed of text replaced by what it shows; what cannot be shown stays as
 * written and is a problem. Attachments stay as written too. A note that is not held gives an empty text.
 */
export function resolveText(library: Library, place: Place, options: ResolveOptions): ResolvedText {
  const depth = Math.min(options.depth, maxEmbedDepth);
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const problems: EmbedProblem[] = [];
  let length = 0;
  let embedded = 0;
  const copy = (frame: Frame, end: number): void => {
    const { place: { path }, position, trail, text } = frame;
    if (end <= position) return;
    parts.push(text.slice(position, end));
    pieces.push({ span: { start: length, end: length + end - position }, origin: { path, span: { start: position, end } }, trail });
    length += end - position;
  };

  const stack: Frame[] = [];
  const open = (place: Place, trail: readonly Place[]): void => {
    const note = library.note(place.path);
    if (note) stack.push({ place, trail, text: note.text, embeds: embedsWithin(note.embeds, place.span), next: 0, position: place.span.start });
  };
  open(place, []);
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const embed = frame.embeds[frame.next++];
    if (!embed) {
      copy(frame, frame.place.span.end);
      stack.pop();
      continue;
    }
    const step = { path: frame.place.path, span: embed.span };
    let resolved = resolveEmbed(library, embed, frame.place.path, frame.trail);
    if (resolved.kind === "text") {
      const { path, span } = resolved.place;
      const trail: Trail = [...frame.trail, step];
      const size = span.end - span.start + embedCost;
      if (trail.length > depth) resolved = { kind: "problem", problem: embedProblem("too-deep", `embeds are more than ${depth} deep`, trail, noteName(path)) };
      else if (embedded + size > maxEmbeddedLength) resolved = { kind: "problem", problem: embedProblem("too-large", "embeds bring in too much text", trail, noteName(path)) };
      else {
        embedded += size;
        copy(frame, embed.span.start);
        frame.position = embed.span.end;
        open(resolved.place, trail);
      }
    }
    if (resolved.kind === "problem") problems.push(resolved.problem);
  }
  return { text: parts.join(""), pieces, problems };
}

/** A place that is being copied. */
interface Frame {
  readonly place: Place;
  readonly trail: readonly Place[];
  readonly text: string;
  readonly embeds: readonly Embed[];
  next: number;
  position: number;
}

/** The embeds that lie in a span; `embeds` are in document order. */
function embedsWithin(embeds: readonly Embed[], span: Span): readonly Embed[] {
  let low = 0;
  let high = embeds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((embeds[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((embeds[end]?.span.end ?? Infinity) <= span.end) end++;
  return embeds.slice(low, end);
}

type Trail = readonly [...Place[], Place];

/** A problem at the last step of a trail; `end` names what that step would have shown. */
function embedProblem(kind: EmbedProblemKind, what: string, trail: Trail, end: string): EmbedProblem {
  const names = [...trail.map((step) => noteName(step.path)), end];
  const message = trail.length > 1 || kind === "cycle" ? `${what}: ${names.join(" → ")}` : what;
  return { kind, place: trail[0], trail, message };
}

function describeSubpath(subpath: string): string {
  const parts = subpath.split("#").filter((part) => part.trim() !== "");
  return `${parts[0]?.startsWith("^") ? "block" : "heading"} \`${parts.join(" > ")}\``;
}
