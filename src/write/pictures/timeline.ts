import type { Incident } from "../../incident";
import type { Shape } from "./shape";
import { shape } from "./shape";
import { drawMark, labelsOf, spread } from "./timeline-labels";
import { fitText } from "./text";
import { timeScale } from "./time-scale";
import { columnsOf, lineMiddle, margin, mostLanes, size, text, type Columns } from "./timeline-columns";
import { drawAxis, drawRange, laneOf } from "./timeline-rail";
import type { TimelineRow, TimelineRows } from "./timeline-rows";
import { timelineRows, timelineSummary, timesOf } from "./timeline-rows";
import type { PictureWords } from "./words";
import { pictureWords } from "./words";

/** How a timeline is drawn. */
export interface TimelinePictureOptions {
  /** Name of the zone to tell times in, such as `UTC` or `Europe/Berlin`; by default the incident's own. */
  readonly zone?: string;
  /**
   * Width in SVG user units, which are pixels where the picture is shown in its own size; at least {@link leastWidth}.
   */
  readonly width: number;
  /**
   * The most events that get a text, by default all: the turning points, and others picked evenly; the rest are marks.
   */
  readonly mostTexts?: number;
  /** By default English. */
  readonly words?: PictureWords;
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
  const words = (options.words ?? pictureWords).timeline;
  if (timeline.rows.length === 0) return null;
  const width = Math.max(leastWidth, options.width);
  const lanes = laneOf(timeline.rows);
  const columns = columnsOf(timeline, width, Math.min(lanes.size, mostLanes));
  const withLabel = withText(timeline.rows, options.mostTexts ?? Infinity);
  const labels = labelsOf(timeline, withLabel, columns, words);
  const needed = labels.reduce((sum, label) => sum + label.height, 0);
  const top = headHeight;
  const room = labels.length === 1 ? needed : needed * looseness;
  const scale = timeScale(timesOf(timeline), top + lineMiddle, top + room - (labels.at(-1)?.height ?? 0) + lineMiddle);
  const places = spread(
    labels.map(({ height, time }) => ({ at: scale.at(time) - lineMiddle, size: height })),
    top,
    top + room,
  );
  const height = Math.ceil(top + room + margin);
  return shape(
    "svg",
    {
      class: "postmortem-timeline",
      role: "img",
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      xmlns: "http://www.w3.org/2000/svg",
    },
    shape("title", {}, incident.fields.title === null ? words.untitled : words.ofIncident(incident.fields.title)),
    shape("desc", {}, timelineSummary(timeline, words)),
    ...drawHead(timeline, columns, words),
    ...drawAxis(timeline, scale, columns),
    ...timeline.rows.flatMap((row) => drawRange(row, scale, columns, lanes.get(row) ?? 0)),
    ...timeline.rows.flatMap((row) =>
      withLabel.has(row) ? [] : [drawMark(row, undefined, scale.at(row.time), columns)],
    ),
    ...labels.map((label, index) => label.draw(scale.at(label.time), places[index] ?? top)),
  );
}

const headHeight = 24;
/** How much more room than the rows need the axis takes, so that they can stand near their marks. */
const looseness = 1.15;

/** The rows that have a text: the turning points, and others picked evenly up to so many. */
function withText(rows: readonly TimelineRow[], most: number): ReadonlySet<TimelineRow> {
  const turns = rows.filter(({ milestones }) => milestones.length > 0);
  const others = rows.filter(({ milestones }) => milestones.length === 0);
  const share = Math.min(1, Math.max(0, most - turns.length) / others.length);
  return new Set([
    ...turns,
    ...others.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share)),
  ]);
}

function drawHead({ axis, rows }: TimelineRows, { end }: Columns, words: PictureWords["timeline"]): readonly Shape[] {
  const day = rows[0]?.day;
  const zone = axis.zoneName ?? (axis.kind === "elapsed" ? words.sinceStart : words.asWritten);
  return [
    ...(day == null ? [] : [text("day", { x: margin, y: 14 }, day)]),
    text("zone", { x: end, y: 14 }, fitText(zone, end - margin - 90, size, 1)[0] ?? "", { "text-anchor": "end" }),
  ];
}
