import { compareTexts } from "../../base";
import { daysBetween, periodsBetween, unitFor } from "../../time";
import { chart, fitLabel, label, labelWidth } from "./chart";
import { severityTone } from "./insight-figures";
import type { Shape } from "./shape";
import { round, shape } from "./shape";
import type { PictureWords } from "./words";

/** Incidents as dots on an axis of time, a row for each severity. */
export interface IncidentAxis {
  /** What a click on a dot leads to is named by its place in this list. */
  readonly incidents: readonly AxisIncident[];
  /** The levels of the settings, worst first. */
  readonly severities: readonly string[];
  /** In pixels. */
  readonly width: number;
  readonly words: PictureWords;
}

interface AxisIncident {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly severity: string | null;
}

const rowHeight = 30;
const radius = 5;
const bottom = 22;
/** Between dots that would hide one another, in pixels. */
const step = 2 * radius + 1;
/** Dots of one day are put beside each other, a row holds so many. */
const mostBeside = 2;

/** Draws incidents in time; null when there are none. */
export function incidentAxis({ incidents, severities, width, words }: IncidentAxis): Shape | null {
  const sorted = [...incidents.entries()].sort(([, a], [, b]) => compareTexts(a.date, b.date));
  const [first, last] = [sorted[0]?.[1].date, sorted.at(-1)?.[1].date];
  if (first === undefined || last === undefined) return null;
  const unit = unitFor(first, last);
  const ticks = periodsBetween(first, last, unit).map((period) => ({ period, day: firstDay(period) }));
  const start = ticks[0]?.day ?? first;
  const present = new Set(incidents.map(({ severity }) => severity ?? ""));
  const rows = [...severities, ""].filter((severity) => present.has(severity));
  const named = (severity: string): string => severity || words.without.severity;
  const left = Math.min(width * 0.35, Math.max(...rows.map((row) => labelWidth(named(row))))) + 10;
  const days = Math.max(1, daysBetween(start, last));
  const place = (day: string): number =>
    left + radius + (Math.max(0, daysBetween(start, day)) / days) * (width - left - 2 * radius);
  const base = rows.length * rowHeight;

  const parts: Shape[] = [];
  let free = left - 1;
  for (const { day, period } of ticks) {
    const x = place(day);
    const half = labelWidth(period) / 2;
    const middle = Math.max(left + half, Math.min(width - half, x));
    if (middle - half < free) continue;
    parts.push(
      shape("line", { class: "postmortem-chart-grid", x1: round(x), x2: round(x), y1: 0, y2: base + 4 }),
      label(period, { x: middle, y: base + bottom - 5 }, { anchor: "middle" }),
    );
    free = middle + half + 8;
  }
  for (const [row, severity] of rows.entries()) {
    const y = (row + 0.5) * rowHeight;
    parts.push(label(fitLabel(named(severity), left - 8), { x: 0, y: y + 4 }, { kind: "postmortem-chart-name" }));
    let before = -Infinity;
    let beside = 0;
    for (const [index, incident] of sorted) {
      if ((incident.severity ?? "") !== severity) continue;
      const x = place(incident.date);
      beside = x - before < step ? (beside + 1) % mostBeside : 0;
      before = x;
      parts.push(
        shape(
          "g",
          { class: `postmortem-tone-${severityTone(severity, severities)}`, "data-cell": index },
          shape("title", {}, `${incident.date}, ${incident.title}`),
          shape("circle", { cx: round(x), cy: round(y + (beside === 0 ? 0 : radius + 2)), r: radius }),
        ),
      );
    }
  }
  const description = words.inTimeTold(incidents.length, first, last);
  return chart({ title: words.inTime, description, width, height: base + bottom }, parts);
}

/** The first day of a period as `periodOf` names it. */
function firstDay(period: string): string {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return `${year}-01-01`;
  const month = part.startsWith("Q") ? (Number(part.slice(1)) - 1) * 3 + 1 : Number(part);
  return `${year}-${String(month).padStart(2, "0")}-01`;
}
