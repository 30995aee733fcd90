import { isNumber } from "../../base";
import type { Steps } from "../../base";
import type { Day, Zone } from "../../time";
import { dateOf, dayOf, formatDay, toInstant, toLocal, weekdayOf } from "../../time";
import type { SourceEvent, Unread } from "./event";
import { excerpt } from "./event";
import type { Moment, WallDate } from "./moment";
import type { ReadSource } from "./read";

/** An event whose moment is known. */
export interface TimedEvent extends Omit<SourceEvent, "moment"> {
  /** Epoch milliseconds, UTC. */
  readonly time: number;
  /** The tool that it comes from. */
  readonly tool: string;
}

/** What tells the moments of wall clocks. */
export interface Surroundings {
  /** The zone of times that state none. */
  readonly zone: Zone;
  /** The day of the incident, if it is known. */
  readonly day: Day | null;
  /** Milliseconds since midnight at which it began, if that is known. */
  readonly clock: number | null;
  /** The day it is, on which what was copied is taken to have been copied. */
  readonly today: Day;
}

/** What came of settling the moments of a source. */
export interface Settled {
  readonly events: readonly TimedEvent[];
  readonly unread: readonly Unread[];
  readonly remarks: readonly string[];
}

/** Whether the source leaves it open in which zone its times are. */
export function needsZone({ events, zone }: Pick<ReadSource, "events" | "zone">): boolean {
  return zone === null && events.some(({ moment }) => moment.kind === "wall");
}

/** So many events are settled between two pauses. */
const stride = 512;

/** The moments of the events of one source, in its order. */
export function* settle({ events, tool }: ReadSource, around: Surroundings): Steps<Settled> {
  const days = new Days(events, around);
  const timed: TimedEvent[] = [];
  const unread: Unread[] = [];
  for (const [index, { moment, ...event }] of events.entries()) {
    if (index % stride === 0) yield;
    const time = moment.kind === "instant" ? moment.time : days.timeOf(moment);
    if (typeof time === "number") timed.push({ ...event, time, tool });
    else {
      const [kind = "", number = ""] = event.id.split(" ");
      const line = (kind === "line" || kind === "row") && isNumber(number) ? Number(number) : 1;
      unread.push({ line, text: excerpt(event.text), reason: time });
    }
  }
  return { events: timed, unread, remarks: days.remarks() };
}

type Wall = Extract<Moment, { kind: "wall" }>;

const halfHour = 1_800_000;
const halfDay = 43_200_000;
const fullDay = 2 * halfDay;
/** A clock that goes back by more than this has passed midnight. */
const turn = 6 * 3_600_000;
/** So many days after an incident people still copy from its channel. */
const fresh = 31;

/** Works out the days of a conversation or a table, from its first line to its last. */
class Days {
  private last: { readonly day: Day; readonly clock: number } | null = null;
  private readonly monthFirst: boolean | null;
  /** Something is told of the day before copying, so that neither day need be that of the incident. */
  private readonly countsBack: boolean;
  private assumed = false;
  /** Of the moment before; null at first. */
  private lastTime: number | null = null;
  /** The times of the source do not all go on. */
  private goesBack = false;
  /** The day of an hour that comes twice, as the clock is set back. */
  private twice: Day | null = null;

  constructor(
    events: readonly SourceEvent[],
    private readonly around: Surroundings,
  ) {
    this.monthFirst = orderOf(events, around.day);
    this.countsBack = events.some(
      ({ moment }) => moment.kind === "wall" && moment.date?.kind === "ago" && moment.date.days > 0,
    );
  }

  /** Epoch milliseconds, or why there are none. */
  timeOf({ date, clock: sinceDate }: Wall): number | string {
    const [later, clock] = [Math.floor(sinceDate / fullDay), sinceDate % fullDay];
    const from = date === null ? this.undated(clock) : this.dated(date, later);
    if (typeof from === "string") return from;
    const day = from + later;
    this.last = { day, clock };
    const { dst, time: first } = toInstant({ day, clock }, this.around.zone);
    if (dst === "ambiguous") this.twice ??= day;
    const before = this.lastTime ?? first;
    const second = dst === "ambiguous" && !this.goesBack && first < before ? this.secondAt(first) : first;
    const time = second >= before ? second : first;
    this.goesBack ||= time < before;
    this.lastTime = time;
    return time;
  }

  /** When the wall clock shows again what it showed at an instant: after it was set back, by an hour or half of one. */
  private secondAt(first: number): number {
    const { zone } = this.around;
    const { clock } = toLocal(first, zone);
    const later = [halfHour, 2 * halfHour].map((step) => first + step);
    return later.find((time) => toLocal(time, zone).clock === clock) ?? first;
  }

  remarks(): readonly string[] {
    const { day } = this.around;
    const { assumed, twice } = this;
    return [
      ...(assumed && day !== null ? [`"Today" is taken for ${formatDay(day)}, the day of the incident.`] : []),
      ...(twice === null
        ? []
        : [
            `On ${formatDay(twice)} the clock was set back: times of the hour that came twice are taken for the first, and for the second once they go back.`,
          ]),
    ];
  }

  private undated(clock: number): Day | string {
    const { last } = this;
    if (last !== null) return clock < last.clock - turn ? last.day + 1 : last.day;
    const { day, clock: start } = this.around;
    if (day === null) return "it tells no day, and neither does the note";
    if (start === null) return day;
    // An incident that began before midnight goes on after it.
    return start - clock > halfDay ? day + 1 : clock - start > halfDay ? day - 1 : day;
  }

  /** A date without its year: the one nearest to the incident, else the last one that is not ahead. */
  private inItsYear(month: number, dayOfMonth: number): Day | string {
    const { day, today } = this.around;
    const { year } = dateOf(day ?? today);
    const days = [year + 1, year, year - 1].flatMap((each) => dayOf({ year: each, month, day: dayOfMonth }) ?? []);
    // Where it was written it may be a day later already.
    const found =
      day === null
        ? days.find((each) => each <= today + 1)
        : [...days].sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[0];
    return found ?? "its date does not exist";
  }

  /** The day of a date; `later`: so many days after it is when something happened. */
  private dated(date: WallDate, later: number): Day | string {
    const { day, today } = this.around;
    const unknown = "its date cannot be read";
    switch (date.kind) {
      case "date":
        return date.year === null
          ? this.inItsYear(date.month, date.day)
          : (dayOf({ year: date.year, month: date.month, day: date.day }) ?? unknown);
      case "numeric": {
        const { year, first, second } = date;
        if (this.monthFirst === null && first !== second)
          return "which of its figures is the month cannot be told: write the month by its name";
        const [month, dayOfMonth] = this.monthFirst === false ? [second, first] : [first, second];
        if (year === null) return this.inItsYear(month, dayOfMonth);
        return dayOf({ year, month, day: dayOfMonth }) ?? unknown;
      }
      case "ago": {
        const isFresh = day === null || (today >= day && today <= day + fresh);
        const found = (isFresh ? today : day) - date.days;
        const goesBack = this.last !== null && found + later < this.last.day;
        if (goesBack || (!isFresh && this.countsBack)) return "it counts from the day of copying, which is not known";
        this.assumed ||= !isFresh;
        return found;
      }
      case "weekday": {
        const from = day ?? today - 6;
        return from + ((date.weekday - weekdayOf(from) + 7) % 7);
      }
      default:
        return unknown;
    }
  }
}

/**
 * Whether the month comes first in the dates of a source that are written in figures: as all of them can be read, else
 * as they come in order, else as they lie by the incident. Null when nothing decides.
 */
function orderOf(events: readonly SourceEvent[], day: Day | null): boolean | null {
  const dates = events.flatMap(({ moment }) =>
    moment.kind === "wall" && moment.date?.kind === "numeric" ? [{ ...moment.date, clock: moment.clock }] : [],
  );
  const read = (monthFirst: boolean): readonly number[] | null => {
    const times = dates.flatMap(({ year, first, second, clock }) => {
      const [month, dayOfMonth] = monthFirst ? [first, second] : [second, first];
      const on = dayOf({ year: year ?? (day === null ? 2000 : dateOf(day).year), month, day: dayOfMonth });
      return on === null ? [] : [on * fullDay + clock];
    });
    return times.length === dates.length ? times : null;
  };
  const [month, dayFirst] = [read(true), read(false)];
  if (month === null || dayFirst === null) return month === null && dayFirst === null ? null : month !== null;
  const [inOrder, otherInOrder] = [isOrdered(month), isOrdered(dayFirst)];
  if (inOrder !== otherInOrder) return inOrder;
  if (day === null) return null;
  const [near, otherNear] = [month, dayFirst].map((times) =>
    times.every((time) => Math.abs(Math.floor(time / fullDay) - day) <= fresh),
  );
  return near === otherNear ? null : (near ?? null);
}

function isOrdered(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}
