import type { Place } from "../../base";
import { capitalized, contains } from "../../base";
import type { Incident, Milestone } from "../../incident";
import { minutesBetween } from "../../incident";
import { shownWords } from "../../note";
import { isSameWritten, shortMinutes } from "../../time";
import { axisTime, clockAt, dayAt, timelineAxis } from "./timeline-axis";
import type { TimelineAxis } from "./timeline-axis";
import type { PictureWords } from "./words";

/** Something that happened, as one row of the timeline. */
export interface TimelineRow {
  /** On the axis, in milliseconds. */
  readonly time: number;
  /** End of a range, likewise. */
  readonly end: number | null;
  /** `06:12`; about, with `~` before it. */
  readonly clock: string;
  /** `2024-04-11`, in the zone of the axis; null where no day is known. */
  readonly day: string | null;
  readonly approximate: boolean;
  /** What happened, in plain words; empty for a turning point that no event tells of. */
  readonly text: string;
  /** The turning points that it is. */
  readonly milestones: readonly RowMilestone[];
  readonly place: Place;
}

/** A turning point of the incident. */
export interface RowMilestone {
  readonly milestone: Milestone;
  /** Minutes since the start; null for the start itself, and where the start is not known. */
  readonly minutes: number | null;
}

/** A stretch of the incident of which the timeline says nothing. */
export interface TimelineGap {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  /** Where the timeline goes on. */
  readonly next: Place;
}

/** The timeline of an incident in the order of time. */
export interface TimelineRows {
  readonly axis: TimelineAxis;
  readonly rows: readonly TimelineRow[];
  readonly gaps: readonly TimelineGap[];
  /** How many events have a time that has no place among the others: their day is not known. */
  readonly unplaced: number;
}

/** Puts events and turning points in the order of time; `zone` is a zone's name, by default the incident's own. */
export function timelineRows(incident: Incident, zone?: string): TimelineRows {
  const { milestones, timeline } = incident;
  const axis = timelineAxis(incident, zone);
  const started = milestones.find(({ id }) => id === "started");
  const ordered = timeline.order === "descending" ? [...timeline.events].reverse() : timeline.events;
  const rows: TimelineRow[] = [];
  const left = new Map(
    milestones.map((milestone) => [
      milestone,
      {
        milestone,
        minutes: started === undefined || milestone === started ? null : minutesBetween(started, milestone),
      },
    ]),
  );
  const take = (belongs: (milestone: Milestone) => boolean): readonly RowMilestone[] => {
    const taken = [...left.values()].filter(({ milestone }) => belongs(milestone));
    for (const { milestone } of taken) left.delete(milestone);
    return taken;
  };
  let before: number | null = null;
  for (const event of ordered) {
    const time = axisTime(axis, event, before);
    if (time === null) continue;
    before = time;
    const end = event.end === null ? null : axisTime(axis, event.end, time);
    const own = take(
      ({ place, local }) =>
        place.path === event.place.path && contains(event.place.span, place.span) && isSameWritten(local, event.local),
    );
    rows.push(
      row(axis, {
        time,
        end: end !== null && end > time ? end : null,
        approximate: event.approximate,
        text: shownWords(event.text.split("\n", 1)[0] ?? ""),
        milestones: own,
        place: event.place,
      }),
    );
  }
  const unplaced = timeline.events.length - rows.length;
  for (const { milestone } of [...left.values()]) {
    const time = axisTime(axis, milestone, rows[0]?.time ?? null);
    if (time === null) continue;
    const taken = take((other) => other === milestone);
    const at = rows.findIndex((other) => other.time === time);
    const same = rows[at];
    if (same === undefined)
      rows.push(
        row(axis, { time, end: null, approximate: false, text: "", milestones: taken, place: milestone.place }),
      );
    else rows[at] = { ...same, milestones: [...same.milestones, ...taken] };
  }
  const sorted = rows.sort((a, b) => a.time - b.time);
  return { axis, rows: sorted, gaps: gapsIn(sorted), unplaced };
}

function row(axis: TimelineAxis, fields: Omit<TimelineRow, "clock" | "day">): TimelineRow {
  return {
    ...fields,
    clock: `${fields.approximate ? "~" : ""}${clockAt(axis, fields.time)}`,
    day: dayAt(axis, fields.time),
  };
}

/** Minutes without an entry that are worth a remark; in an incident of more than five hours a tenth of it. */
const longestSilence = 30;

/** The silences from the start of the incident to its end, or to the last event where no end is known. */
function gapsIn(rows: readonly TimelineRow[]): readonly TimelineGap[] {
  const timeOf = (...ids: readonly string[]): number | undefined =>
    rows.find(({ milestones }) => milestones.some(({ milestone }) => ids.includes(milestone.id)))?.time;
  const from = timeOf("started") ?? rows[0]?.time ?? 0;
  const to = timeOf("resolved") ?? timeOf("mitigated") ?? rows.at(-1)?.time ?? 0;
  const least = Math.max(longestSilence, (to - from) / 60_000 / 10);
  const gaps: TimelineGap[] = [];
  let last = from;
  for (const { end, place, time } of rows) {
    if (time < from || time > to) continue;
    const minutes = Math.round((time - last) / 60_000);
    if (minutes > least) gaps.push({ from: last, to: time, minutes, next: place });
    last = Math.max(last, end ?? time);
  }
  return gaps;
}

/** Every moment that a timeline shows, the ends of ranges too, in epoch milliseconds. */
export function timesOf({ rows }: Pick<TimelineRows, "rows">): readonly number[] {
  return rows.flatMap(({ end, time }) => (end === null ? [time] : [time, end]));
}

/** What the picture of a timeline shows, in a few sentences, for those who do not see it. */
export function timelineSummary({ axis, gaps, rows, unplaced }: TimelineRows, words: PictureWords["timeline"]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return words.noEvent;
  const moment = (time: number): string =>
    [dayAt(axis, time), clockAt(axis, time)].filter((part) => part !== null).join(" ");
  const turns = rows.flatMap(({ clock, milestones }) =>
    milestones.map(({ milestone, minutes }) =>
      [words.turnAt(words.turns[milestone.id], clock), ...(minutes === null ? [] : [fromStart(minutes, words)])].join(
        ", ",
      ),
    ),
  );
  const silences = gaps.map(({ from, minutes }) => words.nothingFor(shortMinutes(minutes), moment(from)));
  const latest = rows.reduce((known, { end, time }) => Math.max(known, end ?? time), last.time);
  return [
    `${words.events(rows.length, moment(first.time), moment(latest))}${axis.zoneName === null ? "" : `, ${axis.zoneName}`}.`,
    ...[...turns, ...silences].map((told) => `${capitalized(told)}.`),
    ...(unplaced === 0 ? [] : [words.unplaced(unplaced)]),
  ].join(" ");
}

/** How long after the start something was, or before it: `13 min after the start`. */
export function fromStart(minutes: number, words: PictureWords["timeline"]): string {
  return minutes < 0 ? words.beforeStart(shortMinutes(minutes)) : words.afterStart(shortMinutes(minutes));
}
