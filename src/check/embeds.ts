import type { Embed } from "../note/note";
import type { Expansion } from "../vault/expansion";
import type { EmbedProblem, EmbedProblemKind } from "../vault/embed";
import type { Finding } from "./diagnostic";
import { visibleLinks } from "./links";
import type { RuleInput } from "./rule";

/** An embed that shows nothing, in the checked note or in one that it embeds, and why. */
export interface FailedEmbed {
  readonly embed: Embed;
  readonly problem: EmbedProblem;
}

/** What fails of all that the visible embeds of a note show, at any depth. */
export function failedEmbeds({ note, incident }: RuleInput<object>, wanted: (kind: EmbedProblemKind) => boolean): readonly FailedEmbed[] {
  const failures = failuresIn(incident.shown).filter(({ problem }) => wanted(problem.kind));
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
  const last = trail.at(-1);
  const related = trail.length > 1 && last !== undefined ? [{ ...last, message: "the embed that fails" }] : [];
  return { span: place.span, message, ...(related.length > 0 && { related }) };
}
