import { dayBefore, parseDay, weekdayOf } from "../../time";

/** How work is put off, by what a menu says. */
export const postponements = {
  day: "+1 day",
  week: "+1 week",
  monday: "Next Monday",
} as const;

export type Postponement = keyof typeof postponements;

/**
 * The new due date of an item, `YYYY-MM-DD`: counted from its own, or from today where that lies behind or is missing.
 *
 * @param today `YYYY-MM-DD`.
 */
export function postponed(due: string | null, by: Postponement, today: string): string {
  const from = due === null || due < today ? today : due;
  return dayBefore(from, by === "day" ? -1 : by === "week" ? -7 : weekdayOf(parseDay(from)) - 7);
}
