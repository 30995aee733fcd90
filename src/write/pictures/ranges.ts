import type { Spread } from "../../incident";
import { telling } from "../../incident";
import { compactMinutes, minuteMarks } from "./text";
import type { PictureWords } from "./words";
import { chart, fitLabel, label, labelWidth } from "./chart";
import type { Shape } from "./shape";
import { round, shape } from "./shape";

/** Durations of several groups as boxes with whiskers. */
export interface SpreadChart {
  readonly title: string;
  /** What the picture shows, for a reader who does not see it. */
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  /** From top to bottom; in minutes. */
  readonly rows: readonly { readonly name: string; readonly spread: Spread }[];
  /** Names the cell of the table behind a row, where the picture leads there. */
  readonly cellOf?: (row: number) => string;
  readonly words: PictureWords;
}

const rowHeight = 38;
const boxHeight = 12;
const side = 10;
const bottom = 22;

/**
 * Draws durations on one axis: the box from the lower to the upper quartile, a stroke at the median,
 * whiskers to the shortest and the longest. The axis is logarithmic, since a few incidents take
 * many times as long as most. Groups with too few incidents to tell anything are drawn dashed.
 */
export function spreadChart({ cellOf, description, rows, title, width, words }: SpreadChart): Shape {
  const height = rows.length * rowHeight + bottom;
  const marks = minuteMarks(
    Math.min(...rows.map(({ spread }) => spread.least)),
    Math.max(...rows.map(({ spread }) => spread.most)),
  );
  const [first = 1, last = 2] = [marks[0], marks.at(-1)];
  const place = (minutes: number): number => {
    const share = Math.log(Math.max(first, Math.min(last, minutes)) / first) / Math.log(last / first);
    return round(side + share * (width - 2 * side));
  };

  const parts: Shape[] = [];
  const base = height - bottom;
  let free = 0;
  for (const mark of marks) {
    const x = place(mark);
    const text = compactMinutes(mark);
    const half = labelWidth(text) / 2;
    const middle = Math.max(half, Math.min(width - half, x));
    if (middle - half < free) continue;
    parts.push(
      shape("line", { class: "postmortem-chart-grid", x1: x, x2: x, y1: 0, y2: base + 4 }),
      label(text, { x: middle, y: height - 5 }, { anchor: "middle" }),
    );
    free = middle + half + 8;
  }
  for (const [index, { name, spread }] of rows.entries()) {
    const drawn = row({ name, spread, words }, index * rowHeight, width, place);
    if (cellOf === undefined) parts.push(...drawn);
    else parts.push(shape("g", { "data-cell": cellOf(index) }, ...drawn));
  }
  return chart({ title, description, width, height }, parts);
}

function row(
  { name, spread, words }: { readonly name: string; readonly spread: Spread; readonly words: PictureWords },
  top: number,
  width: number,
  place: (minutes: number) => number,
): readonly Shape[] {
  const { least, lowerQuartile, median, most, n, upperQuartile } = spread;
  const says = words.medianOf(compactMinutes(median), n);
  const room = width - labelWidth(says) - 12;
  const texts = [
    label(fitLabel(name, room), { x: 0, y: top + 12 }, { kind: "postmortem-chart-name" }),
    label(says, { x: width, y: top + 12 }, { anchor: "end" }),
  ];
  const middle = top + 25;
  const upper = middle - boxHeight / 2;
  const stroke = (at: number, half: number, kind: string): Shape =>
    shape("line", { class: kind, x1: place(at), x2: place(at), y1: middle - half, y2: middle + half });
  const quartiles = words.spread(
    compactMinutes(lowerQuartile),
    compactMinutes(upperQuartile),
    compactMinutes(least),
    compactMinutes(most),
  );
  const group = (...content: readonly Shape[]): Shape =>
    shape(
      "g",
      { class: n < telling ? "postmortem-spread postmortem-few" : "postmortem-spread" },
      shape("title", {}, `${name}: ${says}; ${quartiles}`),
      ...content,
    );
  if (n === 1) return [...texts, group(shape("circle", { cx: place(median), cy: middle, r: 4 }))];
  const box = shape("rect", {
    x: place(lowerQuartile),
    y: upper,
    width: round(Math.max(2, place(upperQuartile) - place(lowerQuartile))),
    height: boxHeight,
  });
  const whiskers = shape("line", {
    class: "postmortem-whisker",
    x1: place(least),
    x2: place(most),
    y1: middle,
    y2: middle,
  });
  return [
    ...texts,
    group(
      whiskers,
      stroke(least, 4, "postmortem-whisker"),
      stroke(most, 4, "postmortem-whisker"),
      box,
      stroke(median, boxHeight / 2 + 1, "postmortem-median"),
    ),
  ];
}
