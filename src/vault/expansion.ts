import { enclosing, within } from "../base";
import type { Embed, Note } from "../note";
import type { Place, Span } from "../base";
import { withNote } from "./edited-library";
import { embedProblem, resolveEmbed, type Trail, type EmbedProblem } from "./embed";
import { maxEmbedDepth, type Library } from "./library";
import { noteName } from "./link";

/** A stretch of a note, and what stands in the place of each embed in it. */
export interface Expansion {
  readonly note: Note;
  readonly span: Span;
  /** The embeds that led here, outermost first; empty for the text that was asked for. */
  readonly trail: readonly Place[];
  /**
   * In the order of the text. Attachments, what lies on the web and embeds in comments are left out: they stay as
   * written.
   */
  readonly embeds: readonly ExpandedEmbed[];
}

/** An embed of text, or of something that cannot be shown; `span` is that of the embed. */
export type ExpandedEmbed =
  | { readonly kind: "text"; readonly embed: Embed; readonly span: Span; readonly shown: Expansion }
  | { readonly kind: "problem"; readonly embed: Embed; readonly span: Span; readonly problem: EmbedProblem };

export interface ExpandOptions {
  /** How many embeds deep to follow: 1 follows those of the text itself. At most {@link maxEmbedDepth}. */
  readonly depth: number;
  /** What is left for this and other expansions that make one text. */
  readonly room?: EmbedRoom;
}

/**
 * The most text that the embeds of one note may bring in, in UTF-16 units: a few embeds of embeds of embeds can
 * multiply without end.
 */
export const maxEmbeddedLength = 20_000_000;

/** What each embed counts on top of its text, shown or not, so that many tiny ones end too. */
const embedCost = 500;

/** What is left of {@link maxEmbeddedLength}, for several expansions that make one text. */
export interface EmbedRoom {
  left: number;
}

/** Follows every embed in a span of a note, which need not lie in the library. Linear in the text that comes of it. */
export function expand(
  library: Library,
  note: Note,
  span: Span,
  { depth: wanted, room = { left: maxEmbeddedLength } }: ExpandOptions,
): Expansion {
  const depth = Math.min(wanted, maxEmbedDepth);
  const held = withNote(library, note);

  const follow = (embed: Embed, from: string, outer: readonly Place[]): ExpandedEmbed | null => {
    room.left -= embedCost;
    const resolved = resolveEmbed(held, embed, from, outer);
    if (resolved.kind === "problem") return { embed, span: embed.span, ...resolved };
    if (resolved.kind !== "text") return null;
    const { path, span } = resolved.place;
    const trail: Trail = [...outer, { path: from, span: embed.span }];
    const size = span.end - span.start;
    if (trail.length > depth)
      return {
        kind: "problem",
        embed,
        span: embed.span,
        problem: embedProblem("too-deep", `embeds are more than ${depth} deep`, trail, noteName(path)),
      };
    if (size > room.left)
      return {
        kind: "problem",
        embed,
        span: embed.span,
        problem: embedProblem("too-large", "embeds bring in too much text", trail, noteName(path)),
      };
    room.left -= size;
    const shown = held.note(path);
    return shown && { kind: "text", embed, span: embed.span, shown: open(shown, span, trail) };
  };

  /** Calls itself once for each step of the trail, so at most {@link maxEmbedDepth} times within itself. */
  const open = (note: Note, span: Span, trail: readonly Place[]): Expansion => {
    const embeds = shownEmbeds(note, span).map((embed) => follow(embed, note.path, trail));
    return { note, span, trail, embeds: embeds.filter((embed) => embed !== null) };
  };

  return open(note, span, []);
}

/** The part of an expansion that lies in a span of its note. */
export function part({ note, embeds, trail }: Expansion, span: Span): Expansion {
  return { note, span, trail, embeds: within(embeds, span) };
}

/** The embeds in a span that the app shows: one in a comment is none. */
export function shownEmbeds(note: Note, span: Span): readonly Embed[] {
  return within(note.embeds, span).filter((embed) => !enclosing(note.comments, embed.span.start));
}
