import { dayBefore, parseDay, weekdayOf } from "../../time";

/** How work is put off: by a day, by a week, to the next Monday. */
export const postponements = ["day", "week", "monday"] as const;

export type Postponement = (typeof postponements)[number];

/**
 * The new due date of an item, `YYYY-MM-DD`: counted from its own, or from today where that lies behind or is missing.
 *
 * @param today `YYYY-MM-DD`.
 */
export function postponed(due: string | null, by: Postponement, today: string): string {
  const from = due === null || due < today ? today : due;
  return dayBefore(from, by === "day" ? -1 : by === "week" ? -7 : weekdayOf(parseDay(from)) - 7);
}
