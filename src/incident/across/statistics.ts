import { compareTexts } from "../../base";
import type { MetricId } from "../milestones/metrics";
import { metricEnds } from "../milestones/metrics";
import { ageingOf } from "./ageing";
import type { Ageing } from "./ageing";
import { countsOf } from "./counts";
import type { LeftOut, PeriodCounts } from "./counts";
import { factorsOf } from "./factors";
import type { FactorCounts } from "./factors";
import type { Grouping, IncidentRecord } from "./record";
import { groupings, groupsOf } from "./record";

/** Order statistics; quartiles are interpolated between neighbours, as spreadsheets do (Hyndman and Fan, type 7). */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly least: number;
  readonly most: number;
}

/** Fewer incidents say little about the next one. */
export const telling = 5;

/** The spread of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return {
    n: sorted.length,
    median: at(0.5),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    least: at(0),
    most: at(1),
  };
}

/**
 * Metrics over many incidents, never a mean, since durations of incidents are skewed; what happened in each month; and
 * what is still to be done.
 */
export interface Statistics {
  readonly incidents: number;
  readonly metrics: readonly MetricStatistics[];
  /** Months in which something happened. */
  readonly months: readonly PeriodCounts[];
  /** Incidents that no month counts. */
  readonly monthsLeftOut: readonly LeftOut[];
  readonly openActions: Ageing;
  readonly contributing: FactorCounts;
}

/** One metric over all incidents, and by severity, service and quarter. */
export interface MetricStatistics {
  readonly id: MetricId;
  /** In words: `resolved − started`. */
  readonly definition: string;
  readonly groups: readonly GroupStatistics[];
  readonly leftOut: readonly LeftOut[];
}

/** The spread of one metric within a group, in minutes. */
export interface GroupStatistics extends Spread {
  readonly by: Grouping;
  /** `SEV-1`, `api`, `2024-Q2`; empty for incidents that do not say. */
  readonly name: string;
}

/** What incidents have in common; `today` is `YYYY-MM-DD`. */
export function statisticsOf(records: readonly IncidentRecord[], today: string): Statistics {
  const { leftOut, periods } = countsOf(records, "month", today);
  return {
    incidents: records.length,
    metrics: metricEnds.map(([id]) => metricStatistics(records, id)),
    months: periods,
    monthsLeftOut: leftOut,
    openActions: ageingOf(records, today),
    contributing: factorsOf(records),
  };
}

/** One metric over incidents. Groups are in the order of their names. */
export function metricStatistics(records: readonly IncidentRecord[], id: MetricId): MetricStatistics {
  const leftOut: LeftOut[] = [];
  const groups = new Map<string, { by: GroupStatistics["by"]; name: string; minutes: number[] }>();
  for (const record of records) {
    const metric = record.metrics.find((candidate) => candidate.id === id);
    if (metric === undefined) continue;
    if ("reason" in metric) {
      leftOut.push({ path: record.path, reason: metric.reason });
      continue;
    }
    for (const by of groupings) {
      for (const name of groupsOf(record, by)) {
        const key = `${by} ${name}`;
        const group = groups.get(key) ?? { by, name, minutes: [] };
        group.minutes.push(metric.minutes);
        groups.set(key, group);
      }
    }
  }
  const sorted = [...groups.values()].sort(
    (a, b) => groupings.indexOf(a.by) - groupings.indexOf(b.by) || compareTexts(a.name, b.name),
  );
  const end = metricEnds.find(([metric]) => metric === id)?.[1] ?? "resolved";
  return {
    id,
    definition: `${end} − started`,
    groups: sorted.map(({ by, name, minutes }) => ({ by, name, ...spreadOf(minutes) })),
    leftOut,
  };
}
