import { shortMinutes } from "../incident/duration";
import type { Incident } from "../incident/incident";
import { shape, type Shape } from "./picture";
import { spread } from "./spread";
import { fitText, textWidth } from "./text-width";
import { longWaits, timeScale, type Stretch, type TimeScale } from "./time-scale";
import { clockAt, clockChanges, dayAt, midnightBefore, tickStep, ticksBetween } from "./timeline-axis";
import { timelineRows, type TimelineGap, type TimelineRow, type TimelineRows } from "./timeline-rows";
import { sinceStart, timelineSummary } from "./timeline-summary";

/** How a timeline is drawn. */
export interface TimelinePictureOptions {
  /** Name of the zone to tell times in, such as `UTC` or `Europe/Berlin`; by default the incident's own. */
  readonly zone?: string;
  /** Width in SVG user units, which are pixels where the picture is shown in its own size; at least {@link leastWidth}. */
  readonly width: number;
  /** The most events that get a text, by default all: the turning points, and others picked evenly; the rest are marks. */
  readonly mostTexts?: number;
}

/** A narrower picture has no room for text. */
export const leastWidth = 240;

/**
 * The timeline of an incident as a picture: down its left side an axis to scale, broken where a long wait would
 * flatten the rest, with a mark for each event and a bar for each range; beside it one row of text per event, as near
 * to its mark as the rows above and below allow. Null when no event and no turning point has a time.
 *
 * The host gives the look by class, all of them below `svg.postmortem-timeline`, each with this prefix:
 * `-zone` `-day` `-clock` `-text` `-milestone` `-after` (texts: zone, day, clock, what happened, name of a turning
 * point, time since the start) · `-note` (texts: silences, changed clocks) · `-tick` `-tick-text` · `-rail`
 * `-active` (the axis, and its part from start to end of the incident) · `-silence` `-break` (on the axis) ·
 * `-leader` · `-mark` `-range` (with `-approximate`, and `-started` to `-resolved` for a turning point).
 * Each event is a group `-row` whose `data-row` is its number in `timelineRows(…).rows`, with its full text as `title`.
 */
export function timelinePicture(incident: Incident, options: TimelinePictureOptions): Shape | null {
  const timeline = timelineRows(incident, options.zone);
  if (timeline.rows.length === 0) return null;
  const width = Math.max(leastWidth, options.width);
  const lanes = laneOf(timeline.rows);
  const columns = columnsOf(timeline, width, Math.min(lanes.size, mostLanes));
  const told = withText(timeline.rows, options.mostTexts ?? Infinity);
  const labels = labelsOf(timeline, told, columns);
  const needed = labels.reduce((sum, label) => sum + label.height, 0);
  const top = headHeight;
  const room = labels.length === 1 ? needed : needed * looseness;
  const scale = timeScale(timesOf(timeline), top + anchor, top + room - (labels.at(-1)?.height ?? 0) + anchor);
  const places = spread(labels.map(({ height, time }) => ({ at: scale.at(time) - anchor, size: height })), top, top + room);
  const height = Math.ceil(top + room + margin);
  return shape(
    "svg",
    { class: "postmortem-timeline", role: "img", width, height, viewBox: `0 0 ${String(width)} ${String(height)}`, xmlns: "http://www.w3.org/2000/svg" },
    shape("title", {}, `Timeline of ${incident.fields.title ?? "the incident"}`),
    shape("desc", {}, timelineSummary(timeline)),
    ...drawHead(timeline, columns),
    ...drawAxis(timeline, scale, columns),
    ...timeline.rows.flatMap((row) => drawRange(row, scale, columns, lanes.get(row) ?? 0)),
    ...timeline.rows.flatMap((row) => (told.has(row) ? [] : [drawMark(row, undefined, scale.at(row.time), columns)])),
    ...labels.map((label, index) => label.draw(scale.at(label.time), places[index] ?? top)),
  );
}

const size = 12;
const lineHeight = 16;
/** From the top of a row to the middle of its first line. */
const anchor = 9;
const margin = 6;
const headHeight = 24;
const laneWidth = 7;
const mostLanes = 3;
/** How much more room than the rows need the axis takes, so that they can stand near their marks. */
const looseness = 1.15;

/** Where things stand from left to right. */
interface Columns {
  readonly ticks: number;
  readonly rail: number;
  readonly leader: number;
  readonly clock: number;
  readonly text: number;
  readonly end: number;
}

function columnsOf({ axis, rows }: TimelineRows, width: number, lanes: number): Columns {
  const clockWidth = rows.reduce((most, { clock }) => Math.max(most, textWidth(clock, size * 1.15)), 0);
  const ticks = margin + (axis.kind === "elapsed" ? 40 : 32);
  const rail = ticks + 10 + lanes * laneWidth;
  const clock = rail + 28;
  return { ticks, rail, leader: rail + 8, clock, text: clock + Math.ceil(clockWidth) + 8, end: width - margin };
}

/** A row of text beside the axis. */
interface Label {
  readonly time: number;
  readonly height: number;
  /** Draws it, for a mark at `y`, with its upper edge at `top`. */
  draw(y: number, top: number): Shape;
}

function timesOf({ rows }: Pick<TimelineRows, "rows">): readonly number[] {
  return rows.flatMap(({ end, time }) => (end === null ? [time] : [time, end]));
}

function withText(rows: readonly TimelineRow[], most: number): ReadonlySet<TimelineRow> {
  const turns = rows.filter(({ milestones }) => milestones.length > 0);
  const others = rows.filter(({ milestones }) => milestones.length === 0);
  const share = Math.min(1, Math.max(0, most - turns.length) / others.length);
  return new Set([...turns, ...others.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))]);
}

/** Days, changed clocks, events, silences and shortened waits in their order. A day begins before the silence that it lies in has its middle, or behind it. */
function labelsOf(timeline: TimelineRows, told: ReadonlySet<TimelineRow>, columns: Columns): readonly Label[] {
  const { axis, gaps, rows } = timeline;
  const labels: Label[] = [];
  const changes = clockChanges(axis, rows.map(({ time }) => time));
  let [nextGap, nextChange] = [0, 0];
  let day = rows[0]?.day ?? null;
  for (const { from, to } of longWaits(timesOf(timeline))) {
    if (!gaps.some((gap) => gap.from === from)) labels.push(noteLabel((from + to) / 2, `${shortMinutes((to - from) / 60_000)} later`, columns));
  }
  for (const [index, row] of rows.entries()) {
    if (!told.has(row)) continue;
    for (let gap = gaps[nextGap]; gap !== undefined && gap.to <= row.time; gap = gaps[++nextGap]) labels.push(gapLabel(gap, columns));
    for (let change = changes[nextChange]; change !== undefined && change.time <= row.time; change = changes[++nextChange]) {
      labels.push(noteLabel(change.time, `Clocks go from ${offsetName(change.before)} to ${offsetName(change.after)}`, columns));
    }
    if (row.day !== day && row.day !== null) labels.push(dayLabel(midnightBefore(axis, row.time), row.day, columns));
    day = row.day;
    labels.push(rowLabel(row, index, columns));
  }
  return labels.sort((a, b) => a.time - b.time);
}

function offsetName(minutes: number): string {
  const hours = Math.abs(minutes) / 60;
  return `UTC${minutes < 0 ? "−" : "+"}${String(Math.floor(hours))}${minutes % 60 === 0 ? "" : `:${String(Math.abs(minutes) % 60).padStart(2, "0")}`}`;
}

function text(cls: string, x: number, y: number, content: string, attributes: Shape["attributes"] = {}): Shape {
  return shape("text", { class: `postmortem-timeline-${cls}`, x: round(x), y: round(y), ...attributes }, content);
}

function rowLabel(row: TimelineRow, index: number, columns: Columns): Label {
  const { milestones } = row;
  const after = milestones.flatMap(({ minutes }) => (minutes === null ? [] : [`${minutes < 0 ? "−" : "+"}${shortMinutes(minutes)}`])).at(-1) ?? "";
  const room = columns.end - columns.text;
  const names = milestones.length === 0 ? [] : fitText(sentence(milestones.map(({ milestone }) => milestone.id).join(", ")), room - textWidth(after, size) - 8, size * 1.08, 2);
  const lines = fitText(row.text, room, size, 3);
  const all = [...names, ...lines];
  const emphasis = milestones.at(-1)?.milestone.id;
  return {
    time: row.time,
    height: Math.max(1, all.length) * lineHeight + 4,
    draw(y, top) {
      const middle = top + anchor;
      return shape(
        "g",
        { class: `postmortem-timeline-row${emphasis === undefined ? "" : " postmortem-timeline-turn"}`, "data-row": index },
        shape("title", {}, titleOf(row)),
        drawLeader(y, middle, columns),
        drawMark(row, emphasis, y, columns),
        text("clock", columns.clock, middle + 4, row.clock),
        ...(after === "" ? [] : [text("after", columns.end, middle + 4, after, { "text-anchor": "end" })]),
        ...all.map((line, number) => text(number < names.length ? "milestone" : "text", columns.text, middle + 4 + number * lineHeight, line)),
      );
    },
  };
}

/** Everything about a row in words. */
function titleOf({ clock, day, milestones, text: what }: TimelineRow): string {
  const turns = milestones.map(({ milestone, minutes }) => (minutes === null ? milestone.id : `${milestone.id} ${sinceStart(minutes)}`));
  return [`${day === null ? "" : `${day} `}${clock}`, sentence(turns.join(", ")), what].filter((part) => part !== "").join(" · ");
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function drawMark({ approximate }: TimelineRow, turn: string | undefined, y: number, { rail }: Columns): Shape {
  const classes = ["mark", ...(approximate ? ["approximate"] : []), ...(turn === undefined ? [] : [turn])];
  return shape("circle", { class: classes.map((name) => `postmortem-timeline-${name}`).join(" "), cx: rail, cy: round(y), r: turn === undefined ? 3 : 5 });
}

function drawLeader(y: number, middle: number, { clock, leader }: Columns): Shape {
  return shape("path", { class: "postmortem-timeline-leader", d: `M${String(leader)} ${String(round(y))}L${String(clock - 8)} ${String(round(middle))}h4` });
}

function gapLabel(gap: TimelineGap, columns: Columns): Label {
  return noteLabel((gap.from + gap.to) / 2, `${shortMinutes(gap.minutes)} without an entry`, columns);
}

function noteLabel(time: number, words: string, columns: Columns): Label {
  const [line = ""] = fitText(words, columns.end - columns.clock, size, 1);
  return {
    time,
    height: lineHeight + 4,
    draw: (y, top) => shape("g", {}, shape("title", {}, words), drawLeader(y, top + anchor, columns), text("note", columns.clock, top + anchor + 4, line)),
  };
}

function dayLabel(time: number, day: string, columns: Columns): Label {
  return {
    time,
    height: lineHeight + 6,
    draw: (y, top) =>
      shape(
        "g",
        {},
        shape("line", { class: "postmortem-timeline-tick", x1: columns.ticks, x2: columns.leader, y1: round(y), y2: round(y) }),
        drawLeader(y, top + anchor, columns),
        text("day", columns.clock, top + anchor + 4, day),
      ),
  };
}

function drawHead({ axis, rows }: TimelineRows, { end }: Columns): readonly Shape[] {
  const day = rows[0]?.day;
  const zone = axis.zoneName ?? (axis.kind === "elapsed" ? "since the start" : "times as written");
  return [...(day == null ? [] : [text("day", margin, 14, day)]), text("zone", end, 14, fitText(zone, end - margin - 90, size, 1)[0] ?? "", { "text-anchor": "end" })];
}

function drawAxis({ axis, gaps, rows }: TimelineRows, scale: TimeScale, { rail, ticks }: Columns): readonly Shape[] {
  const vertical = (cls: string, from: number, to: number): Shape =>
    shape("line", { class: `postmortem-timeline-${cls}`, x1: rail, x2: rail, y1: round(scale.at(from)), y2: round(scale.at(to)) });
  const [first, last] = [scale.runs[0]?.from ?? 0, scale.runs.at(-1)?.to ?? 0];
  const started = rows.find(({ milestones }) => milestones.some(({ milestone }) => milestone.id === "started"));
  const ended = rows.findLast(({ milestones }) => milestones.some(({ milestone }) => milestone.id === "mitigated" || milestone.id === "resolved"));
  const active = started !== undefined && ended !== undefined && started.time < ended.time ? [vertical("active", started.time, ended.time)] : [];
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
        text("tick-text", x - 3, y + 3, words, { "text-anchor": "end" }),
      ];
    });
}

/** Ranges that overlap get lanes of their own, counted from 1, as far as there are any. */
function laneOf(rows: readonly TimelineRow[]): ReadonlyMap<TimelineRow, number> {
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

function drawRange({ approximate, end, time }: TimelineRow, scale: TimeScale, { rail }: Columns, lane: number): readonly Shape[] {
  if (end === null) return [];
  const y = scale.at(time);
  const cls = `postmortem-timeline-range${approximate ? " postmortem-timeline-approximate" : ""}`;
  return [shape("rect", { class: cls, x: rail - lane * laneWidth - 2, y: round(y), width: 4, height: round(Math.max(1, scale.at(end) - y)), rx: 2 })];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
