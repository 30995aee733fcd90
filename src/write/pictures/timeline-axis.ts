import type { Incident, Timeline } from "../../incident";
import { clockOfWritten, formatClock, formatDay, offsetInForce, toInstant, toLocal, utc, zoneOrUtc } from "../../time";
import type { Zone } from "../../time";

/**
 * What the times of a timeline are counted from: the calendar, midnight of a day that nobody names, or the beginning
 * of the incident.
 */
export type AxisKind = "calendar" | "clock" | "elapsed";

/** Reads times onto one scale in milliseconds, and writes them as a clock in one zone shows them. */
export interface TimelineAxis {
  readonly kind: AxisKind;
  /** As stated or chosen; null where times cannot be given in a zone. */
  readonly zoneName: string | null;
  readonly zone: Zone;
}

/** The zone that an incident tells its times in: its property, else what its timeline says or is read in. */
export function incidentZone({ fields, timeline }: Pick<Incident, "fields" | "timeline">): string {
  const read = timeline.events.find(({ zone }) => zone !== null)?.zone?.name;
  return fields.timezone ?? timeline.zone ?? read ?? "UTC";
}

/** The axis for an incident; `zone` is a zone's name, by default the incident's own. */
export function timelineAxis(
  incident: Pick<Incident, "fields" | "timeline" | "milestones">,
  zone: string = incidentZone(incident),
): TimelineAxis {
  const times = [...incident.timeline.events, ...incident.milestones];
  if (times.length === 0 || times.some(({ time }) => time !== null)) {
    const known = zoneOrUtc(zone);
    return { kind: "calendar", zoneName: known === utc ? "UTC" : zone, zone: known };
  }
  const isElapsed = times.every(({ local }) => local.kind === "elapsed");
  return { kind: isElapsed ? "elapsed" : "clock", zoneName: null, zone: utc };
}

/** A time as the note gives it. */
export type StatedMoment = Pick<Timeline["events"][number], "local" | "time">;

/**
 * Position on the axis of a time that comes after `before`: a clock that goes back by half a day has passed midnight.
 * Null when it cannot be placed.
 */
export function axisTime({ kind }: TimelineAxis, { local, time }: StatedMoment, before: number | null): number | null {
  if (kind === "calendar") return time;
  if (kind === "elapsed") return local.kind === "elapsed" ? local.since : null;
  const clock = clockOfWritten(local);
  if (clock === null || before === null) return clock;
  const sameDay = Math.floor(before / day) * day + clock;
  return sameDay < before - day / 2 ? sameDay + day : sameDay;
}

const day = 86_400_000;

/** The clock at a time of the axis: `06:12`, or `+0:05` since the beginning. */
export function clockAt({ kind, zone }: TimelineAxis, time: number): string {
  if (kind !== "elapsed") return formatClock(toLocal(time, zone).clock);
  const minutes = Math.floor(Math.abs(time) / 60_000);
  return `${time < 0 ? "−" : "+"}${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `2024-04-11`; null where no day is known. */
export function dayAt({ kind, zone }: TimelineAxis, time: number): string | null {
  return kind === "calendar" ? formatDay(toLocal(time, zone).day) : null;
}

/** The midnight at or before a time of the axis. */
export function midnightBefore({ zone }: TimelineAxis, time: number): number {
  return toInstant({ day: toLocal(time, zone).day, clock: 0 }, zone).time;
}

/** The clocks of the zone were changed. */
export interface ClockChange {
  readonly time: number;
  /** Minutes east of UTC before and after. */
  readonly before: number;
  readonly after: number;
}

/** The changes of the clocks between times of the axis in their order, one between two neighbours. */
export function clockChanges({ kind, zone }: TimelineAxis, times: readonly number[]): readonly ClockChange[] {
  if (kind !== "calendar" || zone.kind !== "region") return [];
  return times.flatMap((to, index): ClockChange[] => {
    let from = times[index - 1] ?? to;
    const before = offsetInForce(zone, from);
    const after = offsetInForce(zone, to);
    if (before === after) return [];
    let end = to;
    while (end - from > 60_000) {
      const middle = Math.floor((from + end) / 2);
      if (offsetInForce(zone, middle) === before) from = middle;
      else end = middle;
    }
    return [{ time: Math.floor(end / 60_000) * 60_000, before, after }];
  });
}

/** Lengths between two ticks, in milliseconds. */
const tickSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * 60_000);

/** The shortest length between ticks that is at least `least` milliseconds. */
export function tickStep(least: number): number {
  let step = tickSteps.find((length) => length >= least) ?? 14 * day;
  while (step < least) step *= 2;
  return step;
}

/** The times between two others, ends included, at which the clock shows a multiple of `step`. */
export function ticksBetween({ kind, zone }: TimelineAxis, from: number, to: number, step: number): readonly number[] {
  const local = (time: number): number => {
    const { clock, day: number } = toLocal(time, zone);
    return kind === "elapsed" ? time : number * day + clock;
  };
  const ticks: number[] = [];
  const beyond = (time: number): number =>
    ((local(time) % step) + step) % step === 0 ? 0 : step - (((local(time) % step) + step) % step);
  let time = from + beyond(from);
  while (time <= to) {
    ticks.push(time);
    const next = time + step;
    // Longer steps keep to the clock when it is changed on the way.
    const shift = step > 3_600_000 ? local(time) + step - local(next) : 0;
    time = next + (shift > -step ? shift : 0);
  }
  return ticks;
}
