import { round } from "./shape";
import type { Shape } from "./shape";
import { shape } from "./shape";

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colours of the theme, by what they stand for. */
export type Tone = "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "grey";

/** What a colour stands for in a chart. */
export interface TexturedSeries {
  readonly name: string;
  readonly tone: Tone;
}

/** Distance of the lines of a texture, in pixels. */
const gap = 5;

/**
 * A coloured area with the texture of its place among the series, so that areas can be told apart
 * without seeing colours: plain, rising lines, dots, level lines, upright lines, falling lines.
 */
export function area(box: Box, { tone }: TexturedSeries, index: number, ...content: readonly Shape[]): Shape {
  const { x, y, width, height } = box;
  const rect = shape("rect", { x: round(x), y: round(y), width: round(width), height: round(height) });
  const d = [() => "", rising, level, level, upright, falling][index % 6]?.(box) ?? "";
  const dots =
    index % 6 === 2 ? { "stroke-dasharray": `0 ${gap - 1}`, "stroke-linecap": "round", "stroke-width": 2 } : {};
  return shape(
    "g",
    { class: `postmortem-tone-${tone}` },
    ...content,
    rect,
    ...(d === "" ? [] : [shape("path", { class: "postmortem-texture", d, ...dots })]),
  );
}

/** A small square of an area for the legend. */
export function swatch(series: TexturedSeries, index: number): Shape {
  return shape(
    "svg",
    { class: "postmortem-swatch", width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" },
    area({ x: 0, y: 0, width: 14, height: 14 }, series, index),
  );
}

function level({ x, y, width, height }: Box): string {
  return steps(height)
    .map((at) => `M${round(x + 2)} ${round(y + at)}H${round(x + Math.max(2, width - 1))}`)
    .join("");
}

function upright({ x, y, width, height }: Box): string {
  return steps(width)
    .map((at) => `M${round(x + at)} ${round(y)}V${round(y + height)}`)
    .join("");
}

/** Lines on which x + y is constant, cut at the edges. */
function rising({ x, y, width, height }: Box): string {
  return steps(width + height)
    .map((sum) => {
      const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)];
      return `M${round(x + left)} ${round(y + sum - left)}L${round(x + right)} ${round(y + sum - right)}`;
    })
    .join("");
}

function falling({ x, y, width, height }: Box): string {
  return steps(width + height)
    .map((sum) => {
      const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)];
      return `M${round(x + left)} ${round(y + height - sum + left)}L${round(x + right)} ${round(y + height - sum + right)}`;
    })
    .join("");
}

function steps(length: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((length - 2) / gap)) }, (_, index) => gap / 2 + index * gap);
}
