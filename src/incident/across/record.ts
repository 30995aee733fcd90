import type { Incident } from "../incident";
import type { MetricId } from "../milestones/metrics";
import { writtenActions } from "../actions/written";
import { metricEnds } from "../milestones/metrics";
import { noteName } from "../../vault";
import { dayOfWritten, formatDay, periodOf } from "../../time";

/** What figures across incidents need of one of them: small enough to be kept for every postmortem of a vault. */
export interface IncidentRecord {
  readonly path: string;
  /** The name of its note when it has none. */
  readonly title: string;
  /** As the settings name it. */
  readonly status: string | null;
  /** `YYYY-MM-DD`, when it started, else the day that the note gives; null when it says neither. */
  readonly date: string | null;
  readonly severity: string | null;
  readonly services: readonly string[];
  /** Contributing factors, as the settings name them. */
  readonly factors: readonly string[];
  readonly metrics: readonly MetricRecord[];
  readonly actions: readonly ActionRecord[];
}

/** A metric in whole minutes, or why the incident has none. */
export type MetricRecord =
  { readonly id: MetricId; readonly minutes: number } | { readonly id: MetricId; readonly reason: string };

/** What figures need of an action item; its days are `YYYY-MM-DD`. */
export interface ActionRecord {
  readonly open: boolean;
  /** When it was created (Tasks' ➕), else the day of the incident; null when neither is known. */
  readonly opened: string | null;
  /** When it was done (✅) or given up (❌), as the note says; null when it does not. */
  readonly closed: string | null;
  readonly due: string | null;
}

/** What incidents are put into groups by. */
export const groupings = ["all", "severity", "service", "quarter"] as const;

export type Grouping = (typeof groupings)[number];

/** The groups that an incident is in: one for each service that it names, the empty name where it does not say. */
export function groupsOf({ date, severity, services }: IncidentRecord, by: Grouping): readonly string[] {
  switch (by) {
    case "all":
      return [""];
    case "severity":
      return [severity ?? ""];
    case "service":
      return services.length === 0 ? [""] : services;
    case "quarter":
      return [date === null ? "" : periodOf(date, "quarter")];
  }
}

/** The record of an incident. Action items that are still to be written do not count. */
export function recordOf(incident: Incident): IncidentRecord {
  const { fields, note } = incident;
  const date = dateOf(incident);
  return {
    path: note.path,
    title: fields.title ?? noteName(note.path),
    status: fields.status,
    date,
    severity: fields.severity,
    services: [...new Set(fields.services)],
    factors: fields.factors,
    metrics: metricEnds.map(([id, end]) => {
      const metric = incident.metrics.find((candidate) => candidate.id === id);
      return metric === undefined ? { id, reason: reasonOf(incident, end) } : { id, minutes: metric.minutes };
    }),
    actions: writtenActions(incident).map(({ cancelledOn, created, doneOn, due, state }) => ({
      open: state === "open",
      opened: created?.date ?? date,
      closed: { open: null, done: doneOn, cancelled: cancelledOn }[state]?.date ?? null,
      due: due?.date ?? null,
    })),
  };
}

function dateOf({ days, milestones }: Incident): string | null {
  const started = milestones.find(({ id }) => id === "started");
  const day = dayOfWritten(started?.local) ?? days[0]?.day ?? null;
  return day === null ? null : formatDay(day);
}

function reasonOf({ milestones }: Incident, end: string): string {
  const has = (id: string): boolean => milestones.some((milestone) => milestone.id === id);
  if (!has("started")) return "no start is known";
  return has(end) ? `\`${end}\` cannot be compared with \`started\`, or lies before it` : `no \`${end}\` time is known`;
}
