import type { Shape } from "./shape";
import { round, shape } from "./shape";
import type { Stretch, TimeScale } from "./time-scale";
import { clockAt, dayAt, tickStep, ticksBetween } from "./timeline-axis";
import { laneWidth, mostLanes, text, type Columns } from "./timeline-columns";
import type { TimelineRow, TimelineRows } from "./timeline-rows";

/** The axis with its ticks, the incident's own stretch, silences and breaks. */
export function drawAxis(
  { axis, gaps, rows }: TimelineRows,
  scale: TimeScale,
  { rail, ticks }: Columns,
): readonly Shape[] {
  const vertical = (cls: string, from: number, to: number): Shape =>
    shape("line", {
      class: `postmortem-timeline-${cls}`,
      x1: rail,
      x2: rail,
      y1: round(scale.at(from)),
      y2: round(scale.at(to)),
    });
  const [first, last] = [scale.runs[0]?.from ?? 0, scale.runs.at(-1)?.to ?? 0];
  const started = rows.find(({ milestones }) => milestones.some(({ milestone }) => milestone.id === "started"));
  const ended = rows.findLast(({ milestones }) =>
    milestones.some(({ milestone }) => milestone.id === "mitigated" || milestone.id === "resolved"),
  );
  const active =
    started !== undefined && ended !== undefined && started.time < ended.time
      ? [vertical("active", started.time, ended.time)]
      : [];
  return [
    vertical("rail", first, last),
    ...active,
    ...gaps.map(({ from, to }) => vertical("silence", from, to)),
    ...scale.breaks.map((stretch) => drawBreak(stretch, scale, rail)),
    ...drawTicks({ axis }, scale, ticks),
  ];
}

/** The axis is cut by two strokes. */
function drawBreak({ from, to }: Stretch, scale: TimeScale, rail: number): Shape {
  const middle = round((scale.at(from) + scale.at(to)) / 2);
  const stroke = (y: number): string => `M${String(rail - 6)} ${String(round(y + 2))}l12 -4`;
  return shape("path", { class: "postmortem-timeline-break", d: stroke(middle - 2) + stroke(middle + 2) });
}

/** The least distance between two ticks. */
const tickDistance = 34;

function drawTicks({ axis }: Pick<TimelineRows, "axis">, scale: TimeScale, x: number): readonly Shape[] {
  if (scale.perMillisecond === 0) return [];
  const step = tickStep(tickDistance / scale.perMillisecond);
  const isDays = step >= 86_400_000;
  return scale.runs
    .flatMap(({ from, to }) => ticksBetween(axis, from, to, step))
    .flatMap((time) => {
      const y = round(scale.at(time));
      const words = isDays ? (dayAt(axis, time)?.slice(5) ?? "") : clockAt(axis, time);
      return [
        shape("line", { class: "postmortem-timeline-tick", x1: x, x2: x + 4, y1: y, y2: y }),
        text("tick-text", { x: x - 3, y: y + 3 }, words, { "text-anchor": "end" }),
      ];
    });
}

/** Ranges that overlap get lanes of their own, counted from 1, as far as there are any. */
export function laneOf(rows: readonly TimelineRow[]): ReadonlyMap<TimelineRow, number> {
  const free: number[] = [];
  const lanes = new Map<TimelineRow, number>();
  for (const row of rows) {
    if (row.end === null) continue;
    const lane = free.findIndex((end) => end <= row.time);
    const chosen = lane >= 0 ? lane : Math.min(free.length, mostLanes - 1);
    free[chosen] = Math.max(free[chosen] ?? row.end, row.end);
    lanes.set(row, chosen + 1);
  }
  return lanes;
}

/** The bar of an event that lasted; nothing for others. */
export function drawRange(
  { approximate, end, time }: TimelineRow,
  scale: TimeScale,
  { rail }: Columns,
  lane: number,
): readonly Shape[] {
  if (end === null) return [];
  const y = scale.at(time);
  const cls = `postmortem-timeline-range${approximate ? " postmortem-timeline-approximate" : ""}`;
  return [
    shape("rect", {
      class: cls,
      x: rail - lane * laneWidth - 2,
      y: round(y),
      width: 4,
      height: round(Math.max(1, scale.at(end) - y)),
      rx: 2,
    }),
  ];
}
