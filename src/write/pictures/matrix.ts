import { chart, fitLabel, label, labelWidth } from "./chart";
import type { Shape } from "./shape";
import { round, shape } from "./shape";

/** Counts in rows and columns: the more, the stronger the colour. */
export interface MatrixChart {
  readonly title: string;
  /** What the picture shows, for a reader who does not see it. */
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  /** Of these the first ones that have room are drawn, or the last ones. */
  readonly columns: readonly string[];
  readonly keep: "first" | "last";
  /** From top to bottom; as many counts as there are columns. */
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** Names the cell of the table behind each cell of the picture. */
  readonly cellOf: (row: number, column: number) => string;
}

const rowHeight = 26;
const top = 22;
const narrowest = 58;
const widest = 96;

/** Draws counts as a table of coloured cells, each with its number; nothing stands for none. */
export function matrixChart({ cellOf, columns, description, keep, rows, title, width }: MatrixChart): Shape {
  const left = Math.min(width * 0.4, Math.max(...rows.map(({ name }) => labelWidth(name))) + 10);
  const room = Math.max(1, Math.floor((width - left) / narrowest));
  const start = keep === "first" ? 0 : Math.max(0, columns.length - room);
  const shown = columns.slice(start, start + room);
  const slot = Math.min(widest, (width - left) / Math.max(1, shown.length));
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const parts: Shape[] = shown.map((name, index) =>
    label(fitLabel(name, slot - 4), { x: left + (index + 0.5) * slot, y: 13 }, { anchor: "middle" }),
  );
  for (const [at, { counts, name }] of rows.entries()) {
    const y = top + at * rowHeight;
    parts.push(label(fitLabel(name, left - 8), { x: 0, y: y + 17 }, { kind: "postmortem-chart-name" }));
    for (const [index, column] of shown.entries()) {
      const count = counts[start + index] ?? 0;
      if (count <= 0) continue;
      const x = left + index * slot;
      parts.push(
        shape(
          "g",
          { class: "postmortem-tone-blue", "data-cell": cellOf(at, start + index) },
          shape("title", {}, `${name}, ${column}: ${count}`),
          shape("rect", {
            x: round(x),
            y,
            width: round(slot),
            height: rowHeight,
            "fill-opacity": round(0.15 + 0.45 * (count / most)),
          }),
          label(String(count), { x: x + slot / 2, y: y + 17 }, { anchor: "middle", kind: "postmortem-chart-value" }),
        ),
      );
    }
  }
  return chart({ title, description, width, height: top + rows.length * rowHeight + 2 }, parts);
}
