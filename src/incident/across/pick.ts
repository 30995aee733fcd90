import type { PeriodUnit } from "../../time";
import { periodOf } from "../../time";
import type { MetricId } from "../milestones/metrics";
import type { IncidentRecord } from "./record";

/** Some of the incidents that a figure counts: those behind one mark of it. All of what is given has to hold. */
export interface IncidentPick {
  /** In words, such as `2024-04, SEV-1`. */
  readonly name: string;
  readonly period?: { readonly unit: PeriodUnit; readonly name: string };
  /** Empty for those that do not say, as are services. */
  readonly severity?: string;
  readonly service?: string;
  readonly factor?: string;
  /** Those of which it is known. */
  readonly metric?: MetricId;
}

/** The incidents that a mark stands for. */
export function picked(records: readonly IncidentRecord[], pick: IncidentPick): readonly IncidentRecord[] {
  const { factor, metric, period, service, severity } = pick;
  return records.filter((record) => {
    if (period !== undefined && (record.date === null ? "" : periodOf(record.date, period.unit)) !== period.name)
      return false;
    if (severity !== undefined && (record.severity ?? "") !== severity) return false;
    if (service !== undefined && (service === "" ? record.services.length > 0 : !record.services.includes(service)))
      return false;
    if (metric !== undefined && !record.metrics.some((known) => known.id === metric && "minutes" in known))
      return false;
    return factor === undefined || record.factors.includes(factor);
  });
}
