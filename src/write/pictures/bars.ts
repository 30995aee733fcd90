import { chart, label, labelWidth } from "./chart";
import type { Box, TexturedSeries } from "./texture";
import { area } from "./texture";
import type { Shape } from "./shape";
import { round, shape } from "./shape";

/** Counts as bars: one bar per label, with a part for each series. */
export interface BarChart {
  readonly title: string;
  /** What the picture shows, for a reader who does not see it. */
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  readonly series: readonly TexturedSeries[];
  /** From left to right; as many counts as there are series. */
  readonly bars: readonly { readonly label: string; readonly counts: readonly number[] }[];
  /** Parts on top of each other, or side by side. */
  readonly arrangement: "stacked" | "beside";
  /** Names the cell of the table behind each part, where the picture leads there. */
  readonly cellOf?: (bar: number, series: number) => string;
}

const height = 200;
const top = 18;
const bottom = 24;
/** No bar gets wider than this. */
const widest = 56;

/** Draws counts as bars, with an axis of whole numbers. */
export function barChart({ arrangement, bars, cellOf, description, series, title, width }: BarChart): Shape {
  const totals = bars.map(({ counts }) =>
    arrangement === "stacked" ? counts.reduce((sum, count) => sum + count, 0) : Math.max(0, ...counts),
  );
  const step = axisStep(Math.max(1, ...totals));
  const most = Math.ceil(Math.max(1, ...totals) / step) * step;
  const left = Math.ceil(labelWidth(String(most))) + 10;
  const slot = (width - left) / Math.max(1, bars.length);
  const barWidth = Math.min(
    widest * (arrangement === "beside" ? series.length : 1),
    Math.max(Math.min(slot, 1), slot * 0.72),
  );
  const base = height - bottom;
  const scale = (base - top) / most;

  const parts: Shape[] = [];
  for (let value = 0; value <= most; value += step) {
    const y = round(base - value * scale);
    parts.push(
      shape("line", {
        class: value === 0 ? "postmortem-chart-axis" : "postmortem-chart-grid",
        x1: left,
        x2: width,
        y1: y,
        y2: y,
      }),
      label(String(value), { x: left - 6, y: y + 4 }, { anchor: "end" }),
    );
  }
  const totalsFit =
    Math.max(...totals.map((total) => labelWidth(String(total)))) <=
    (arrangement === "stacked" ? slot : barWidth / Math.max(1, series.length));
  let free = 0;
  for (const [index, bar] of bars.entries()) {
    const start = left + index * slot + (slot - barWidth) / 2;
    let y = base;
    for (const [place, one] of series.entries()) {
      const count = bar.counts[place] ?? 0;
      if (count <= 0) continue;
      const partWidth = arrangement === "stacked" ? barWidth : barWidth / series.length;
      const box: Box = {
        x: arrangement === "stacked" ? start : start + place * partWidth,
        y: y - count * scale,
        width: partWidth,
        height: count * scale,
      };
      const part = area(box, one, place, shape("title", {}, `${bar.label}, ${one.name}: ${count}`));
      parts.push(cellOf === undefined ? part : shape("g", { "data-cell": cellOf(index, place) }, part));
      if (arrangement === "stacked") y = box.y;
      else if (totalsFit)
        parts.push(
          label(
            String(count),
            { x: box.x + partWidth / 2, y: box.y - 4 },
            { anchor: "middle", kind: "postmortem-chart-value" },
          ),
        );
    }
    const total = totals[index] ?? 0;
    const middle = start + barWidth / 2;
    if (arrangement === "stacked" && totalsFit && total > 0)
      parts.push(label(String(total), { x: middle, y: y - 4 }, { anchor: "middle", kind: "postmortem-chart-value" }));
    // A label that would run into the one before it is left out; the table has them all.
    const half = labelWidth(bar.label) / 2;
    const x = Math.max(half, Math.min(width - half, middle));
    if (x - half < free) continue;
    parts.push(label(bar.label, { x, y: height - 7 }, { anchor: "middle" }));
    free = x + half + 6;
  }
  return chart({ title, description, width, height }, parts);
}

/** The smallest of 1, 2, 5, 10, 20, … that needs at most five steps. */
function axisStep(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) if (most <= 5 * step) return step;
  }
}
