import { compareTexts } from "../../base";
import type { IncidentRecord } from "./record";
import type { PeriodUnit } from "../../time";
import { periodOf } from "../../time";

/** An incident that a figure could not be taken from. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** What happened in one month, quarter or year. */
export interface PeriodCounts {
  /** `2024-04`, `2024-Q2` or `2024`. */
  readonly period: string;
  readonly incidents: number;
  /** Of these, by severity; the empty name stands for incidents that state none. In the order of the names. */
  readonly severities: readonly { readonly name: string; readonly n: number }[];
  readonly actionsOpened: number;
  readonly actionsClosed: number;
}

/** The periods in which something happened, in their order. */
export interface Counts {
  readonly periods: readonly PeriodCounts[];
  readonly leftOut: readonly LeftOut[];
  /** Action items that are done or given up, without the day: they are counted on the day they were opened. */
  readonly closedWithoutDay: number;
}

interface Tally {
  incidents: number;
  opened: number;
  closed: number;
  readonly severities: Map<string, number>;
}

/**
 * Counts incidents in the period in which they began, and action items in those in which they were
 * opened and closed. A day after `today` (`YYYY-MM-DD`) is a slip of the pen, and is left out.
 */
export function countsOf(records: readonly IncidentRecord[], unit: PeriodUnit, today: string): Counts {
  const tallies = new Map<string, Tally>();
  const leftOut: LeftOut[] = [];
  let closedWithoutDay = 0;
  // Many things happen on one day: its period is worked out once.
  const byDay = new Map<string, Tally>();
  const tallyOf = (day: string): Tally => {
    const known = byDay.get(day);
    if (known !== undefined) return known;
    const period = periodOf(day, unit);
    const tally = tallies.get(period) ?? { incidents: 0, opened: 0, closed: 0, severities: new Map<string, number>() };
    tallies.set(period, tally);
    byDay.set(day, tally);
    return tally;
  };
  for (const { actions, date, path, severity } of records) {
    if (date === null || date > today)
      leftOut.push({ path, reason: date === null ? "no date is known" : "its date lies in the future" });
    else {
      const tally = tallyOf(date);
      tally.incidents++;
      tally.severities.set(severity ?? "", (tally.severities.get(severity ?? "") ?? 0) + 1);
    }
    for (const { closed, open, opened } of actions) {
      // What no day is known of is counted nowhere.
      if (opened !== null && opened <= today) tallyOf(opened).opened++;
      if (open) continue;
      if (closed === null && opened !== null) closedWithoutDay++;
      const day = closed ?? opened;
      if (day !== null && day <= today) tallyOf(day).closed++;
    }
  }
  const sorted = [...tallies].sort(([a], [b]) => compareTexts(a, b));
  const periods = sorted.map(([period, { closed, incidents, opened, severities }]) => ({
    period,
    incidents,
    severities: [...severities].sort(([a], [b]) => compareTexts(a, b)).map(([name, n]) => ({ name, n })),
    actionsOpened: opened,
    actionsClosed: closed,
  }));
  return { periods, leftOut, closedWithoutDay };
}
