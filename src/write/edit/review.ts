import type { CheckContext, Diagnostic } from "../../check";
import { checkNote } from "../../check";
import { openActions, readIncident, reviewStepsOf } from "../../incident";
import type { ActionItem, ReviewStep } from "../../incident";
import { today } from "../../time";
import { isBlankValue, listIn, parseNote, propertyOf } from "../../note";
import type { Settings } from "../../settings";
import { statusOf } from "../../settings";
import { applyEdits, offsetBefore } from "../../base";
import type { Note } from "../../note";
import type { Edit } from "../../base";
import { writeProperties, type PropertyValue } from "./properties";

/** A postmortem's way to another status. */
export interface Move {
  /** A status of the settings, in any of its spellings. */
  readonly to: string;
  /** Who is asked to review it, or did: names, or links such as `[[Ada]]`. Empty: as the note has it. */
  readonly reviewers: readonly string[];
}

/** What is in the way of a move, and what it would write. Nothing has been written. */
export interface Review {
  readonly ok: true;
  readonly status: string;
  /** Errors and warnings that the note would have with that status, at their places in the note as it is now. */
  readonly problems: readonly Pick<Diagnostic, "path" | "span" | "rule" | "severity" | "message" | "help">[];
  readonly openActions: readonly ActionItem[];
  /** By when it has to have which status; those that it has are among them. */
  readonly steps: readonly ReviewStep[];
  readonly edits: readonly Edit[];
}

export interface RefusedReview {
  readonly ok: false;
  readonly message: string;
}

/** The status that a note has; one without a status has the first. */
export function statusOfNote(note: Note, settings: Settings): string {
  const [written = ""] = listIn(propertyOf(note, "status")?.value);
  return statusOf(written, settings) ?? settings.statuses[0] ?? "";
}

/**
 * The statuses that review leads to: the next one on the way, the last one, and the first one; null where the note is
 * there already.
 */
export function movesOf(
  note: Note,
  settings: Settings,
): { readonly review: string | null; readonly publish: string | null; readonly draft: string | null } {
  const { statuses } = settings;
  const at = statuses.indexOf(statusOfNote(note, settings));
  const last = statuses.length - 1;
  return {
    review: at + 1 < last ? (statuses[at + 1] ?? null) : at === last && last > 1 ? (statuses[last - 1] ?? null) : null,
    publish: at === last ? null : (statuses[last] ?? null),
    draft: at === 0 ? null : (statuses[0] ?? null),
  };
}

/**
 * Checks a postmortem as if it had the status already, so that what this status requires counts, and
 * makes the edits that give it the status. On the way the reviewers are written; the last status
 * adds the days of review and publication, unless the note has them.
 */
export function reviewNote(note: Note, move: Move, context: CheckContext): Review | RefusedReview {
  const { library, settings } = context;
  const status = statusOf(move.to, settings);
  if (status === null)
    return {
      ok: false,
      message: `\`${move.to}\` is none of ${settings.statuses.map((name) => `\`${name}\``).join(", ")}`,
    };
  const incident = readIncident(note, library, settings);
  if (incident.fields.problems.some(({ kind }) => kind === "yaml")) {
    return { ok: false, message: "the frontmatter cannot be read: mend it first" };
  }
  const plan = writeProperties(note, propertiesOf(note, status, move.reviewers, context));
  if (!plan.ok) return plan;
  const moved = parseNote(applyEdits(note.text, plan.edits) ?? note.text, note.path);
  const open = checkNote(moved, context).filter(({ severity }) => severity !== "info");
  return {
    ok: true,
    status,
    problems: open.map(({ path, rule, severity, message, help, span }) => ({
      path,
      rule,
      severity,
      message,
      ...(help !== undefined && { help }),
      span:
        path === note.path
          ? { start: offsetBefore(plan.edits, span.start), end: offsetBefore(plan.edits, span.end) }
          : span,
    })),
    openActions: openActions(incident),
    steps: reviewStepsOf(incident.fields, settings),
    edits: plan.edits,
  };
}

function propertiesOf(
  note: Note,
  status: string,
  reviewers: readonly string[],
  { settings, clock }: CheckContext,
): Readonly<Record<string, PropertyValue>> {
  const named = reviewers.map((name) => name.replace(/\s+/g, " ").trim()).filter((name) => name !== "");
  const has = (name: string): boolean => !isBlankValue(propertyOf(note, name)?.value);
  const isFinal = status === settings.statuses.at(-1);
  const isDraft = status === settings.statuses[0];
  return {
    status,
    ...(!isDraft && named.length > 0 && { reviewer: named }),
    ...(isFinal && !isDraft && (named.length > 0 || has("reviewer")) && !has("reviewed") && { reviewed: today(clock) }),
    ...(isFinal && !isDraft && !has("published") && { published: today(clock) }),
  };
}
