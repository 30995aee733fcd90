import type { Shape } from "./shape";
import { round, shape } from "./shape";

/** Size of all text in charts, in pixels. */
export const fontSize = 11;

/**
 * About how wide a text is drawn, in pixels: charts are laid out where nothing can be measured. Rather too wide than
 * too narrow.
 */
export function labelWidth(text: string): number {
  return Array.from(text).length * fontSize * 0.6;
}

/** As much of a text as fits a width, with `…` for the rest. */
export function fitLabel(text: string, width: number): string {
  const characters = Array.from(text);
  const most = Math.max(1, Math.floor(width / (fontSize * 0.6)));
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

interface LabelLook {
  /** Which part of the text stands at its place. */
  readonly anchor?: "start" | "middle" | "end";
  /** CSS class. */
  readonly kind?: string;
}

/** A text of a chart at its baseline. */
export function label(
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  { anchor = "start", kind = "postmortem-chart-label" }: LabelLook = {},
): Shape {
  return shape("text", { class: kind, x: round(x), y: round(y), "font-size": fontSize, "text-anchor": anchor }, text);
}

interface ChartFrame {
  readonly title: string;
  readonly description: string;
  /** In pixels, as is the height. */
  readonly width: number;
  readonly height: number;
}

/** The picture around the parts of a chart, with what a screen reader says of it. */
export function chart({ title, description, width, height }: ChartFrame, parts: readonly Shape[]): Shape {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return shape(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "postmortem-chart", role: "img", ...size },
    shape("title", {}, title),
    shape("desc", {}, description),
    ...parts,
  );
}
