import type { Incident, MetricId } from "./incident";
import { metricEnds } from "./metrics";

/** Metrics over many incidents: never a mean, since durations of incidents are skewed. */
export interface Statistics {
  readonly incidents: number;
  readonly metrics: readonly MetricStatistics[];
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
  readonly by: "all" | "severity" | "service" | "quarter";
  /** `SEV-1`, `api`, `2024-Q2`; empty for incidents that do not say. */
  readonly name: string;
}

/** Order statistics; quartiles are interpolated between neighbours, as spreadsheets do (Hyndman and Fan, type 7). */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly least: number;
  readonly most: number;
}

/** An incident that a metric could not be taken from. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

const groupings = ["all", "severity", "service", "quarter"] as const;

/** What the metrics of incidents have in common. Groups are in the order of their names. */
export function statisticsOf(incidents: readonly Incident[]): Statistics {
  return {
    incidents: incidents.length,
    metrics: metricEnds.map(([id, end]) => {
      const leftOut: LeftOut[] = [];
      const groups = new Map<string, { by: GroupStatistics["by"]; name: string; minutes: number[] }>();
      for (const incident of incidents) {
        const metric = incident.metrics.find((candidate) => candidate.id === id);
        if (metric === undefined) {
          leftOut.push({ path: incident.note.path, reason: reasonOf(incident, end) });
          continue;
        }
        for (const by of groupings) {
          for (const name of namesOf(incident, by)) {
            const key = `${by} ${name}`;
            const group = groups.get(key) ?? { by, name, minutes: [] };
            group.minutes.push(metric.minutes);
            groups.set(key, group);
          }
        }
      }
      const sorted = [...groups.values()].sort((a, b) => groupings.indexOf(a.by) - groupings.indexOf(b.by) || (a.name < b.name ? -1 : 1));
      return { id, definition: `${end} − started`, groups: sorted.map(({ by, name, minutes }) => ({ by, name, ...spreadOf(minutes) })), leftOut };
    }),
  };
}

function reasonOf({ milestones }: Incident, end: string): string {
  const has = (id: string): boolean => milestones.some((milestone) => milestone.id === id);
  if (!has("started")) return "no start is known";
  return has(end) ? `\`${end}\` cannot be compared with \`started\`, or lies before it` : `no \`${end}\` time is known`;
}

function namesOf({ fields, milestones }: Incident, by: GroupStatistics["by"]): readonly string[] {
  switch (by) {
    case "all":
      return [""];
    case "severity":
      return [fields.severity ?? ""];
    case "service":
      return fields.services.length === 0 ? [""] : [...new Set(fields.services)];
    case "quarter": {
      const date = milestones.find(({ id, local }) => id === "started" && !local.startsWith("T"))?.local ?? fields.date ?? "";
      const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
      return [year === undefined ? "" : `${year}-Q${Math.ceil(Number(month) / 3)}`];
    }
  }
}

/** The spread of at least one value. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { n: sorted.length, median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75), least: at(0), most: at(1) };
}
