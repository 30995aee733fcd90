import { capitalized } from "../../base";
import { shortMinutes } from "../../time";
import type { Shape } from "./shape";
import { round, shape } from "./shape";
import { fitText, textWidth } from "./text";
import { longWaits } from "./time-scale";
import { clockChanges, midnightBefore } from "./timeline-axis";
import { lineHeight, lineMiddle, size, text } from "./timeline-columns";
import type { Columns } from "./timeline-columns";
import type { TimelineGap, TimelineRow, TimelineRows } from "./timeline-rows";
import { fromStart, timesOf } from "./timeline-rows";
import type { PictureWords } from "./words";

/** A row of text beside the axis. */
export interface Label {
  readonly time: number;
  readonly height: number;
  /** Draws it, for a mark at `y`, with its upper edge at `top`. */
  draw(y: number, top: number): Shape;
}

/**
 * Days, changed clocks, events, silences and shortened waits in their order. A day begins before the silence that it
 * lies in has its middle, or behind it.
 */
export function labelsOf(
  timeline: TimelineRows,
  withLabel: ReadonlySet<TimelineRow>,
  columns: Columns,
  words: PictureWords["timeline"],
): readonly Label[] {
  const { axis, gaps, rows } = timeline;
  const labels = gaps.map((gap) => gapLabel(gap, columns, words));
  for (const { from, to } of longWaits(timesOf(timeline))) {
    if (!gaps.some((gap) => gap.from === from))
      labels.push(noteLabel((from + to) / 2, words.later(shortMinutes((to - from) / 60_000)), columns));
  }
  const times = rows.map(({ time }) => time);
  for (const { time, before, after } of clockChanges(axis, times))
    labels.push(noteLabel(time, words.clocksGo(offsetName(before), offsetName(after)), columns));
  let day = rows[0]?.day ?? null;
  for (const [index, row] of rows.entries()) {
    if (!withLabel.has(row)) continue;
    if (row.day !== day && row.day !== null) labels.push(dayLabel(midnightBefore(axis, row.time), row.day, columns));
    day = row.day;
    labels.push(rowLabel(row, index, columns, words));
  }
  return labels.sort((a, b) => a.time - b.time);
}

function offsetName(minutes: number): string {
  const hours = Math.abs(minutes) / 60;
  return `UTC${minutes < 0 ? "−" : "+"}${String(Math.floor(hours))}${minutes % 60 === 0 ? "" : `:${String(Math.abs(minutes) % 60).padStart(2, "0")}`}`;
}

function rowLabel(row: TimelineRow, index: number, columns: Columns, words: PictureWords["timeline"]): Label {
  const { milestones } = row;
  const after =
    milestones
      // Before the start nothing is reached: one of the two times is wrong.
      .flatMap(({ minutes }) => (minutes === null || minutes < 0 ? [] : [`+${shortMinutes(minutes)}`]))
      .at(-1) ?? "";
  const room = columns.end - columns.text;
  const turn = capitalized(milestones.map(({ milestone }) => words.turns[milestone.id]).join(", "));
  const beside = room - textWidth(after, size) - 8;
  // A name is never broken within a word: where the length does not fit beside it, it goes before the text.
  const hasRoom = turn.split(" ").every((word) => textWidth(word, size * 1.08) <= beside);
  const names = turn === "" ? [] : fitText(turn, hasRoom ? beside : room, size * 1.08, 2);
  const lines = fitText(
    hasRoom ? row.text : [after, row.text].filter((part) => part !== "").join(" · "),
    room,
    size,
    3,
  );
  const all = [...names, ...lines];
  const emphasis = milestones.at(-1)?.milestone.id;
  return {
    time: row.time,
    height: Math.max(1, all.length) * lineHeight + 4,
    draw(y, top) {
      const middle = top + lineMiddle;
      return shape(
        "g",
        {
          class: `postmortem-timeline-row${emphasis === undefined ? "" : " postmortem-timeline-turn"}`,
          "data-row": index,
        },
        shape("title", {}, titleOf(row, words)),
        drawLeader(y, middle, columns),
        drawMark(row, emphasis, y, columns),
        text("clock", { x: columns.clock, y: middle + 4 }, row.clock),
        ...(after === "" || !hasRoom
          ? []
          : [text("after", { x: columns.end, y: middle + 4 }, after, { "text-anchor": "end" })]),
        ...all.map((line, number) =>
          text(
            number < names.length ? "milestone" : "text",
            { x: columns.text, y: middle + 4 + number * lineHeight },
            line,
          ),
        ),
      );
    },
  };
}

/** Everything about a row in words. */
function titleOf({ clock, day, milestones, text: what }: TimelineRow, words: PictureWords["timeline"]): string {
  const turns = milestones.map(({ milestone, minutes }) =>
    [words.turns[milestone.id], ...(minutes === null ? [] : [fromStart(minutes, words)])].join(" "),
  );
  return [`${day === null ? "" : `${day} `}${clock}`, capitalized(turns.join(", ")), what]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The mark of an event on the axis. */
export function drawMark({ approximate }: TimelineRow, turn: string | undefined, y: number, { rail }: Columns): Shape {
  const classes = ["mark", ...(approximate ? ["approximate"] : []), ...(turn === undefined ? [] : [turn])];
  return shape("circle", {
    class: classes.map((name) => `postmortem-timeline-${name}`).join(" "),
    cx: rail,
    cy: round(y),
    r: turn === undefined ? 3 : 5,
  });
}

function drawLeader(y: number, middle: number, { clock, leader }: Columns): Shape {
  return shape("path", {
    class: "postmortem-timeline-leader",
    d: `M${String(leader)} ${String(round(y))}L${String(clock - 8)} ${String(round(middle))}h4`,
  });
}

function gapLabel(gap: TimelineGap, columns: Columns, words: PictureWords["timeline"]): Label {
  return noteLabel((gap.from + gap.to) / 2, words.silence(shortMinutes(gap.minutes)), columns);
}

function noteLabel(time: number, words: string, columns: Columns): Label {
  const [line = ""] = fitText(words, columns.end - columns.clock, size, 1);
  return {
    time,
    height: lineHeight + 4,
    draw: (y, top) =>
      shape(
        "g",
        {},
        shape("title", {}, words),
        drawLeader(y, top + lineMiddle, columns),
        text("note", { x: columns.clock, y: top + lineMiddle + 4 }, line),
      ),
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
        shape("line", {
          class: "postmortem-timeline-tick",
          x1: columns.ticks,
          x2: columns.leader,
          y1: round(y),
          y2: round(y),
        }),
        drawLeader(y, top + lineMiddle, columns),
        text("day", { x: columns.clock, y: top + lineMiddle + 4 }, day),
      ),
  };
}

/** A thing that is to stand at `at` and needs `size` of the room below it. */
export interface LabelSpread {
  readonly at: number;
  readonly size: number;
}

/**
 * Positions as near as possible (by least squares) to where things are to stand, in their order and without overlap,
 * between `from` and `to`; the first ones win where the room does not suffice. Linear: adjacent things that would
 * overlap are pooled.
 */
export function spread(things: readonly LabelSpread[], from: number, to: number): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  const before: number[] = [];
  let total = 0;
  for (const { at, size } of things) {
    before.push(total);
    let pool = { sum: at - total, count: 1 };
    total += size;
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const highest = Math.max(from, to - total);
  const means = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(Math.max(sum / count, from), highest)),
  );
  return means.map((mean, index) => mean + (before[index] ?? 0));
}
