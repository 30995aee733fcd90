import type { Span } from "../../base";
import type { Note } from "../../note";
import type { Fix } from "../diagnostic";
import { readSuppressions } from "./suppression";
import { withoutSuppression } from "./suppression-findings";

/** A rule that a note says to ignore, in one place or as a whole. */
export interface Ignored {
  readonly rule: string;
  /** Where it says so. */
  readonly span: Span;
  /** Why, in the writer's words; empty when left out. */
  readonly reason: string;
  /** Takes that out of the note; null where it has to be done by hand. */
  readonly fix: Fix | null;
}

/** What a note says to ignore, in the order of its text. */
export function ignoredIn(note: Note): readonly Ignored[] {
  const all = readSuppressions(note).filter(({ rule }) => rule !== "");
  return all.map((suppression, index) => ({
    rule: suppression.rule,
    span: suppression.ruleSpan,
    reason: suppression.reason,
    fix: withoutSuppression(note, suppression, all[index - 1], all[index + 1]),
  }));
}
