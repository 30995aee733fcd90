import { ageingOf, type Ageing } from "./ageing";
import { countsOf, type Counts, type PeriodCounts, type LeftOut } from "./counts";
import { factorsOf, type FactorCounts } from "./factors";
import { followUpsOf, headlinesOf, on, type Days, type FollowUps, type Headline } from "./headlines";
import type { IncidentRecord } from "./record";
import { metricStatistics, type MetricStatistics } from "./statistics";
import type { PeriodUnit } from "../../time";
import { dayBefore, daysBetween, monthsBefore, periodsBetween, unitFor } from "../../time";

/** Which incidents the figures are about; null: any, an empty name: those that do not say. */
export interface InsightQuery {
  /** How many calendar months back, with the current one. */
  readonly months: number | null;
  /** The first day, in place of `months`. */
  readonly since?: string;
  readonly severity: string | null;
  readonly service: string | null;
}

/** The figures across incidents that are asked for. */
export interface Insights {
  /** How many incidents they are about. */
  readonly incidents: number;
  readonly records: readonly IncidentRecord[];
  readonly unit: PeriodUnit;
  /**
   * Without gaps, in their order; action items count in the period in which they were opened or closed, whenever their
   * incident was.
   */
  readonly periods: readonly PeriodCounts[];
  /** Compared with as many days before, where the days are limited. */
  readonly headlines: readonly Headline[];
  readonly timeToDetect: MetricStatistics;
  readonly timeToAcknowledge: MetricStatistics;
  readonly timeToResolve: MetricStatistics;
  readonly followUps: FollowUps;
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
  const since = query.since ?? (query.months === null ? null : monthsBefore(today, query.months - 1));
  const within = since === null ? wanted : on(wanted, { since, until: today });
  const days = { since: since ?? "", until: today };
  const months = countsOf(wanted, "month", today);
  const first = since ?? months.periods[0]?.period ?? today;
  const last = since === null ? (months.periods.at(-1)?.period ?? today) : today;
  const unit = unitFor(first, last);
  const counts = unit === "month" ? months : countsOf(wanted, unit, today);
  return {
    incidents: within.length,
    records: within,
    unit,
    periods: since === null && counts.periods.length === 0 ? [] : withoutGaps(counts, first, last, unit),
    headlines: headlinesOf(wanted, days, since === null ? null : knownBefore(wanted, days)),
    timeToDetect: metricStatistics(within, "time-to-detect"),
    timeToAcknowledge: metricStatistics(within, "time-to-acknowledge"),
    timeToResolve: metricStatistics(within, "time-to-resolve"),
    followUps: followUpsOf(wanted, days),
    contributing: factorsOf(within),
    ageing: ageingOf(wanted, today),
    leftOut: counts.leftOut,
    closedWithoutDay: counts.closedWithoutDay,
  };
}

/** As many days before these; null where incidents do not go back so far, and a comparison would mislead. */
function knownBefore(records: readonly IncidentRecord[], { since, until }: Days): Days | null {
  const last = dayBefore(since, 1);
  const first = dayBefore(last, daysBetween(since, until));
  return records.some(({ date }) => date !== null && date <= first) ? { since: first, until: last } : null;
}

function withoutGaps({ periods }: Counts, first: string, last: string, unit: PeriodUnit): readonly PeriodCounts[] {
  const byPeriod = new Map(periods.map((counts) => [counts.period, counts]));
  const empty = { incidents: 0, severities: [], actionsOpened: 0, actionsClosed: 0 };
  return periodsBetween(first, last, unit).map((period) => byPeriod.get(period) ?? { period, ...empty });
}
