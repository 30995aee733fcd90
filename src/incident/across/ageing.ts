import { dayBefore } from "../../time";
import type { IncidentRecord } from "./record";

/** For how long the open action items have been open. */
export interface Ageing {
  readonly n: number;
  readonly overdue: number;
  /** From young to old; together with `withoutDay` they hold every open item once. */
  readonly ages: readonly AgeGroup[];
  /** Open items of incidents without a date, themselves without one. */
  readonly withoutDay: number;
}

/** Open action items of a similar age, in days since they were opened. */
export interface AgeGroup {
  readonly from: number;
  /** With this day; null for no end. */
  readonly to: number | null;
  readonly n: number;
  /** Of these, how many should have been done by now. */
  readonly overdue: number;
}

/** The last day of each age group but the oldest: a week, a month, a quarter, half a year. */
const limits = [7, 30, 90, 180] as const;

/** Sorts the open action items by age; `today` is `YYYY-MM-DD`. */
export function ageingOf(records: readonly IncidentRecord[], today: string): Ageing {
  const groups = [...limits, null].map((to, index) => ({
    from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1,
    to,
    n: 0,
    overdue: 0,
  }));
  const since = limits.map((limit) => dayBefore(today, limit));
  let n = 0;
  let overdue = 0;
  let withoutDay = 0;
  for (const { due, open, opened } of records.flatMap(({ actions }) => actions)) {
    if (!open) continue;
    const late = (due ?? today) < today ? 1 : 0;
    n++;
    overdue += late;
    // What is older than all of them is in the last group.
    const group = opened === null ? undefined : groups.at(since.findIndex((day) => opened >= day));
    if (group === undefined) withoutDay++;
    else {
      group.n++;
      group.overdue += late;
    }
  }
  return { n, overdue, ages: groups, withoutDay };
}
