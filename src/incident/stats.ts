import type { Incident, MetricId } from "./incident";
import { metricEnds } from "./metrics";
import { dateOf } from "./time/calendar";

/** Metrics across incidents. */
export interface Stats {
  /** All incidents first, then by severity, service and quarter, each in the order of names. */
  readonly groups: readonly StatsGroup[];
  readonly leftOut: readonly LeftOut[];
}

export interface StatsGroup {
  readonly by: "all" | "severity" | "service" | "quarter";
  /** The severity, the service, `2024-Q2`; empty for all. */
  readonly name: string;
  /** How many incidents are in the group, with metrics or without. */
  readonly incidents: number;
  /** In the order of the incident's course; a metric that no incident of the group has is left out. */
  readonly metrics: readonly MetricStats[];
}

/** How one metric is spread, in minutes. Durations are skewed, so there is no mean. */
export interface MetricStats {
  readonly id: MetricId;
  /** In words: `acknowledged − started`. */
  readonly definition: string;
  readonly n: number;
  readonly median: number;
  /** First and third quartile, interpolated between the two nearest values (method 7 of Hyndman and Fan, as in spreadsheets). */
  readonly quartiles: readonly [number, number];
}

/** Something that counts nowhere, or not in the groups of one kind. */
export interface LeftOut {
  readonly path: string;
  /** What is missing: a metric, or the property that a group goes by. */
  readonly what: MetricId | "severity" | "service" | "quarter";
  /** In words: `no time for `resolved``. */
  readonly reason: string;
}

/** The spread of every metric over all incidents and by severity, service and quarter. An incident with several services counts for each. */
export function computeStats(incidents: readonly Incident[]): Stats {
  const named = (by: StatsGroup["by"], namesOf: (incident: Incident) => readonly string[]): StatsGroup[] => {
    const names = [...new Set(incidents.flatMap(namesOf))].sort();
    return names.map((name) => groupOf(by, name, incidents.filter((incident) => namesOf(incident).includes(name))));
  };
  return {
    groups: [
      groupOf("all", "", incidents),
      ...named("severity", ({ fields }) => (fields.severity === null ? [] : [fields.severity])),
      ...named("service", ({ fields }) => fields.services),
      ...named("quarter", (incident) => [quarterOf(incident)].filter((quarter) => quarter !== null)),
    ],
    leftOut: incidents.flatMap(missingIn),
  };
}

function groupOf(by: StatsGroup["by"], name: string, incidents: readonly Incident[]): StatsGroup {
  const metrics = metricEnds.flatMap(([id, end]): MetricStats[] => {
    const values = incidents.flatMap((incident) => incident.metrics.find((metric) => metric.id === id)?.minutes ?? []).sort((a, b) => a - b);
    return values.length === 0 ? [] : [{ id, definition: `${end} − started`, n: values.length, median: quantile(values, 0.5), quartiles: [quantile(values, 0.25), quantile(values, 0.75)] }];
  });
  return { by, name, incidents: incidents.length, metrics };
}

/** The value below which `share` of the sorted, non-empty values lie. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}

/** `2024-Q2`, by the day of the incident. */
function quarterOf({ days }: Incident): string | null {
  const [first] = days;
  if (first === undefined) return null;
  const { year, month } = dateOf(first.day);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

function missingIn(incident: Incident): readonly LeftOut[] {
  const { note: { path }, fields, milestones, metrics } = incident;
  const missing: LeftOut[] = [];
  const hasStart = milestones.some(({ id }) => id === "started");
  for (const [id, end] of metricEnds) {
    if (metrics.some((metric) => metric.id === id)) continue;
    const hasEnd = milestones.some((milestone) => milestone.id === end);
    missing.push({ path, what: id, reason: !hasStart ? "no time for `started`" : hasEnd ? `\`${end}\` cannot be counted from \`started\`` : `no time for \`${end}\`` });
  }
  if (fields.severity === null) missing.push({ path, what: "severity", reason: "no severity" });
  if (fields.services.length === 0) missing.push({ path, what: "service", reason: "no service" });
  if (quarterOf(incident) === null) missing.push({ path, what: "quarter", reason: "no date" });
  return missing;
}
