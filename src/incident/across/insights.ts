import { ageingOf, type Ageing } from "./ageing";
import { countsOf, type Counts, type PeriodCounts, type LeftOut } from "./counts";
import { factorsOf, type FactorCounts } from "./factors";
import type { IncidentRecord } from "./record";
import { metricStatistics, type MetricStatistics } from "./statistics";
import type { PeriodUnit } from "../../time";
import { monthsBefore, periodsBetween, unitFor } from "../../time";

/** Which incidents the figures are about; null: any, an empty name: those that do not say. */
export interface InsightQuery {
  /** How many calendar months back, with the current one. */
  readonly months: number | null;
  readonly severity: string | null;
  readonly service: string | null;
}

/** The figures across incidents that are asked for. */
export interface Insights {
  /** How many incidents they are about. */
  readonly incidents: number;
  readonly unit: PeriodUnit;
  /**
   * Without gaps, in their order; action items count in the period in which they were opened or closed, whenever their
   * incident was.
   */
  readonly periods: readonly PeriodCounts[];
  readonly timeToResolve: MetricStatistics;
  readonly contributing: FactorCounts;
  /** Of today, whatever the period. */
  readonly ageing: Ageing;
  /** Incidents that cannot be placed in a period. */
  readonly leftOut: readonly LeftOut[];
  readonly closedWithoutDay: number;
}

/** Works the figures out; `today` is `YYYY-MM-DD`. */
export function insightsOf(records: readonly IncidentRecord[], query: InsightQuery, today: string): Insights {
  const wanted = records.filter(({ severity, services }) => {
    if (query.severity !== null && (severity ?? "") !== query.severity) return false;
    return query.service === null || (query.service === "" ? services.length === 0 : services.includes(query.service));
  });
  const since = query.months === null ? null : monthsBefore(today, query.months - 1);
  const within = since === null ? wanted : wanted.filter(({ date }) => date !== null && date >= since && date <= today);
  const months = countsOf(wanted, "month", today);
  const first = since ?? months.periods[0]?.period ?? today;
  const last = since === null ? (months.periods.at(-1)?.period ?? today) : today;
  const unit = unitFor(first, last);
  const counts = unit === "month" ? months : countsOf(wanted, unit, today);
  return {
    incidents: within.length,
    unit,
    periods: since === null && counts.periods.length === 0 ? [] : withoutGaps(counts, first, last, unit),
    timeToResolve: metricStatistics(within, "time-to-resolve"),
    contributing: factorsOf(within),
    ageing: ageingOf(wanted, today),
    leftOut: counts.leftOut,
    closedWithoutDay: counts.closedWithoutDay,
  };
}

function withoutGaps({ periods }: Counts, first: string, last: string, unit: PeriodUnit): readonly PeriodCounts[] {
  const byPeriod = new Map(periods.map((counts) => [counts.period, counts]));
  const empty = { incidents: 0, severities: [], actionsOpened: 0, actionsClosed: 0 };
  return periodsBetween(first, last, unit).map((period) => byPeriod.get(period) ?? { period, ...empty });
}
