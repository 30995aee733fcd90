import type { Incident } from "../incident/incident";
import type { EditPlan } from "./edit-plan";
import { writeProperties } from "./properties";

/** Writes the derived metrics into the properties, in minutes, where Bases and other tools can use them. */
export function writeMetricProperties({ metrics, note }: Incident): EditPlan {
  if (metrics.length === 0) return { ok: false, message: "no metric can be derived: the note does not say when it started and when it was over" };
  return writeProperties(note, Object.fromEntries(metrics.map(({ id, minutes }) => [id, minutes])));
}
