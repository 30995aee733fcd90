import type { Shape } from "./shape";
import { round, shape } from "./shape";
import { textWidth } from "./text";
import type { TimelineRows } from "./timeline-rows";

/** Of letters, in SVG user units, as all lengths here. */
export const size = 12;
/** From one line of text to the next. */
export const lineHeight = 16;
/** From the top of a row to the middle of its first line. */
export const lineMiddle = 9;
/** Around the picture. */
export const margin = 6;
/** Room that ranges side by side take, each. */
export const laneWidth = 7;
/** How many ranges stand side by side at most. */
export const mostLanes = 3;

/** Where things stand from left to right. */
export interface Columns {
  readonly ticks: number;
  readonly rail: number;
  readonly leader: number;
  readonly clock: number;
  readonly text: number;
  readonly end: number;
}

/** The columns of a picture of this width, with room for so many ranges side by side. */
export function columnsOf({ axis, rows }: TimelineRows, width: number, lanes: number): Columns {
  const clockWidth = rows.reduce((most, { clock }) => Math.max(most, textWidth(clock, size * 1.15)), 0);
  const ticks = margin + (axis.kind === "elapsed" ? 40 : 32);
  const rail = ticks + 10 + lanes * laneWidth;
  const clock = rail + 28;
  return { ticks, rail, leader: rail + 8, clock, text: clock + Math.ceil(clockWidth) + 8, end: width - margin };
}

/** A text of the class `postmortem-timeline-…`, on its base line. */
export function text(
  cls: string,
  { x, y }: { readonly x: number; readonly y: number },
  content: string,
  attributes: Shape["attributes"] = {},
): Shape {
  return shape("text", { class: `postmortem-timeline-${cls}`, x: round(x), y: round(y), ...attributes }, content);
}
