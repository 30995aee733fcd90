import { daysBetween } from "../../time";
import type { IncidentRecord } from "./record";
import type { Spread } from "./statistics";
import { spreadOf } from "./statistics";

/** From one day to another, both `YYYY-MM-DD` and both within. */
export interface Days {
  readonly since: string;
  readonly until: string;
}

/** The few numbers that tell how it goes, each of a stretch of days and of as many days before it. */
export interface Headline {
  readonly id: "incidents" | "time-to-resolve" | "open-actions" | "closed-in-time";
  /** A count, minutes, a count at the end of the stretch, a share of 1; null when nothing is known. */
  readonly value: number | null;
  /** The same of the days before; null when nothing is known of them. */
  readonly before: number | null;
}

/** What became of the action items that were due. */
export interface FollowUps {
  /** Items that were due, of which it is known when they were closed, or that are open. */
  readonly due: number;
  /** Of these, closed by that day. */
  readonly inTime: number;
  /** Days from opening to closing, of items that were closed; null for none. */
  readonly daysOpen: Spread | null;
}

/** What became of the action items that were due or closed on these days. */
export function followUpsOf(records: readonly IncidentRecord[], { since, until }: Days): FollowUps {
  const within = (day: string | null): day is string => day !== null && day >= since && day <= until;
  let due = 0;
  let inTime = 0;
  const daysOpen: number[] = [];
  for (const action of records.flatMap(({ actions }) => actions)) {
    if (within(action.due) && (action.open || action.closed !== null)) {
      due += 1;
      if (action.closed !== null && action.closed <= action.due) inTime += 1;
    }
    if (action.opened !== null && within(action.closed)) daysOpen.push(daysBetween(action.opened, action.closed));
  }
  return { due, inTime, daysOpen: daysOpen.length === 0 ? null : spreadOf(daysOpen) };
}

/** The numbers of these days, and of those `before`. */
export function headlinesOf(records: readonly IncidentRecord[], days: Days, before: Days | null): readonly Headline[] {
  return (Object.keys(numbers) as readonly Headline["id"][]).map((id) => ({
    id,
    value: numbers[id](records, days),
    before: before === null ? null : numbers[id](records, before),
  }));
}

const numbers: Readonly<Record<Headline["id"], (records: readonly IncidentRecord[], days: Days) => number | null>> = {
  incidents: (records, days) => on(records, days).length,
  "time-to-resolve": (records, days) => {
    const minutes = on(records, days).flatMap(({ metrics }) =>
      metrics.flatMap((metric) => (metric.id === "time-to-resolve" && "minutes" in metric ? [metric.minutes] : [])),
    );
    return minutes.length === 0 ? null : spreadOf(minutes).median;
  },
  "open-actions": (records, { until }) =>
    records
      .flatMap(({ actions }) => actions)
      .filter(
        ({ closed, open, opened }) =>
          (opened === null || opened <= until) && (open || (closed !== null && closed > until)),
      ).length,
  "closed-in-time": (records, days) => {
    const { due, inTime } = followUpsOf(records, days);
    return due === 0 ? null : inTime / due;
  },
};

/** The incidents that began on these days. */
export function on(records: readonly IncidentRecord[], { since, until }: Days): readonly IncidentRecord[] {
  return records.filter(({ date }) => date !== null && date >= since && date <= until);
}
