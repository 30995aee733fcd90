import { listActions, recordOf } from "../incident";
import { parseDay, today } from "../time";
import type { IncidentReport, ReportFormat, ReportSource } from "../write/export";
import { incidentReport, reportFormats } from "../write/export";
import type { CommandContext, CommandWords } from "./command";
import { incidentsAt } from "./incidents";

export const reportCommand = {
  name: "report",
  summary: "Write a report on many incidents: numbers, trends, what came again, what is open",
  options: {
    since: { type: "string", value: "YYYY-MM-DD", description: "first day; the first incident's when left out" },
    until: { type: "string", value: "YYYY-MM-DD", description: "last day; today when left out" },
    to: { type: "string", value: "format", description: `${reportFormats.join(", ")}; markdown when left out` },
  },
} as const satisfies CommandWords;

/** What is asked for. */
export interface ReportRequest {
  /** `YYYY-MM-DD`; undefined where nobody said. */
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly format: ReportFormat;
  readonly linkTo: ReportSource["linkTo"];
}

/** A report on the postmortems at `paths`, or in words why there is none. */
export function reportIncidents(
  paths: readonly string[],
  context: CommandContext,
  { format, linkTo, since, until = today(context.clock) }: ReportRequest,
): IncidentReport {
  for (const day of [since ?? until, until])
    if (Number.isNaN(parseDay(day))) return { problem: `\`${day}\` is no day such as \`2024-04-11\`` };
  if (since !== undefined && since > until) return { problem: `\`${since}\` is later than \`${until}\`` };
  const incidents = incidentsAt(paths, context);
  return incidentReport(
    {
      records: incidents.map(recordOf),
      actions: listActions(incidents, context.clock),
      settings: context.settings,
      since: since ?? null,
      until,
      linkTo,
    },
    format,
  );
}
