import { formatCsv } from "../../../base";
import type { Ageing, FactorCounts, GroupStatistics, MetricStatistics, PeriodCounts } from "../../../incident";
import type { PeriodUnit } from "../../../time";

/** The numbers across incidents that a table for other programs has. */
export interface Figures {
  readonly metrics: readonly MetricStatistics[];
  readonly unit: PeriodUnit;
  readonly periods: readonly PeriodCounts[];
  readonly contributing: FactorCounts;
  readonly openActions: Ageing;
}

const spread = {
  n: "incidents",
  median: "median minutes",
  lowerQuartile: "lower quartile minutes",
  upperQuartile: "upper quartile minutes",
  least: "shortest minutes",
  most: "longest minutes",
} as const satisfies Partial<Record<keyof GroupStatistics, string>>;
const spreadKeys = ["n", "median", "lowerQuartile", "upperQuartile", "least", "most"] as const;

/**
 * The figures as CSV for spreadsheets and other programs, one number a line: which figure, what it is counted by, the
 * group, which number, and the number. Durations are in minutes.
 */
export function figuresCsv({ contributing, metrics, openActions, periods, unit }: Figures): string {
  const rows: (readonly (string | number)[])[] = [];
  for (const { groups, id } of metrics)
    for (const group of groups)
      for (const key of spreadKeys) rows.push([id, group.by, group.name, spread[key], group[key]]);
  for (const { actionsClosed, actionsOpened, incidents, period, severities } of periods) {
    rows.push(["incidents", unit, period, "incidents", incidents]);
    for (const { n, name } of severities) rows.push(["incidents", unit, period, name || "no severity", n]);
    rows.push(
      ["action items", unit, period, "opened", actionsOpened],
      ["action items", unit, period, "closed", actionsClosed],
    );
  }
  for (const { n, name, quarters, services } of contributing.factors) {
    rows.push(["contributing factors", "all", "", name, n]);
    for (const quarter of quarters) rows.push(["contributing factors", "quarter", quarter.name, name, quarter.n]);
    for (const service of services) rows.push(["contributing factors", "service", service.name, name, service.n]);
  }
  for (const { from, n, overdue, to } of openActions.ages) {
    const age = to === null ? `${from}+` : `${from} to ${to}`;
    rows.push(
      ["open action items", "age in days", age, "open", n],
      ["open action items", "age in days", age, "overdue", overdue],
    );
  }
  return formatCsv(["figure", "by", "group", "number", "value"], rows);
}
