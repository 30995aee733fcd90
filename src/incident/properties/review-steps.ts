import type { Settings } from "../../settings";
import { isRequired, statusOf } from "../../settings";
import { businessDayAfter } from "../../time";
import type { IncidentFields } from "./read";

/** A status that a postmortem has to have by some day. */
export interface ReviewStep {
  readonly status: string;
  /** Business days after the incident. */
  readonly days: number;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** Whether the postmortem has this status, or a later one. */
  readonly reached: boolean;
}

/**
 * The steps that the settings ask for, in the order of the statuses; the last one goes by the severity. None while the
 * date of the incident is not known.
 */
export function reviewStepsOf(
  { date, severity, status }: Pick<IncidentFields, "date" | "severity" | "status">,
  settings: Settings,
): readonly ReviewStep[] {
  if (date === null) return [];
  const { reviewSteps, staleDraft, statuses } = settings;
  const between = new Map(Object.entries(reviewSteps).map(([name, days]) => [statusOf(name, settings), days] as const));
  return statuses.flatMap((name, index) => {
    const isLast = index === statuses.length - 1;
    const days = isLast ? (staleDraft[severity ?? ""] ?? staleDraft["other"]) : between.get(name);
    if (days === undefined) return [];
    const due = businessDayAfter(date, Math.floor(days));
    return [{ status: name, days, due, reached: isRequired(name, status, settings) }];
  });
}
