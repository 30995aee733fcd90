import type { Note } from "../../note";
import type { DayContext } from "./day-context";
import type { Anchor, Entry, EventStamp, Scope, ScopeDate } from "./entry";
import { rootOf } from "./entry";
import type { Series } from "./series";
import { readSeries } from "./series";
import type { Day, StatedTime } from "../../time";
import { atClock } from "../../time";

/** A day, where it is known, with milliseconds since midnight. */
export interface DatedTime {
  readonly day: Day | null;
  readonly clock: number;
}

/**
 * Who says on which day an event was: its own line, a heading or line above it, what is said about all events,
 * an event before it, or the note as a whole; null when nobody does.
 */
export type DateOrigin = "line" | "above" | "preamble" | "carried" | "note" | null;

/** An event with its day. */
export interface DatedEntry {
  readonly entry: Entry;
  /** That of `entry`. */
  readonly stamp: Extract<EventStamp, { kind: "time" }>;
  readonly start: DatedTime;
  readonly end: DatedTime | null;
  readonly dated: DateOrigin;
}

const halfDay = 43_200_000;
/** A date further than this from the incident does not carry over to the events below, unless the prose knows it. */
const plausibleDays = 31;
/** A list this long that turns just once, from the evening to the early hours, has passed midnight. */
const convincingLength = 4;

/**
 * Works out the day of every event with a clock time: as its line states, else as stated above it, else as the
 * event before it, else the day of the incident. Midnight is passed only where more than one time against the order
 * says so. `lastDay` is the day on which the incident ended, if a property tells.
 */
export function dateEntries(
  items: readonly (Entry | Anchor)[],
  contextOf: (note: Note) => DayContext,
  lastDay: Day | null,
): DatedEntries {
  const walk = new DateWalk(items, contextOf, lastDay);
  return { dated: items.flatMap((item, index) => walk.step(item, index) ?? []), days: walk.days };
}

/** Events with their days. */
export interface DatedEntries {
  readonly dated: readonly DatedEntry[];
  /** The first and the last day of what is told of days alone, where they are known. */
  readonly days: ReadonlyMap<Anchor, { readonly day: Day; readonly end: Day | null }>;
}

class DateWalk {
  readonly days = new Map<Anchor, { readonly day: Day; readonly end: Day | null }>();
  private readonly series: ReadonlyMap<number, Series>;
  private readonly nextDated: readonly (Entry | Anchor | undefined)[];
  private governing: ScopeDate | null = null;
  /** The day that was reached. */
  private current: Day | null = null;
  /** The last day of a range such as "May 12 – May 13". */
  private rangeEnd: Day | null = null;
  /** What a line stated against the date that governs it. */
  private exception: Day | null = null;
  private last: DatedEntry | null = null;
  private note: Note | null = null;
  /** The root of the part of the timeline that is gone through. */
  private part: Scope | null = null;
  /** The day of the first event. */
  private first: Day | null = null;

  constructor(
    items: readonly (Entry | Anchor)[],
    private readonly contextOf: (note: Note) => DayContext,
    private readonly lastDay: Day | null,
  ) {
    this.series = readSeries(items);
    this.nextDated = followingDates(items);
  }

  step(item: Entry | Anchor, index: number): DatedEntry | null {
    const context = this.contextOf(item.note);
    if (this.note !== item.note) {
      this.note = item.note;
      this.governing = null;
      this.current = context.day();
    }
    if (item.kind === "anchor") {
      const day = context.resolve(item.date, this.current);
      if (item.told !== null && day !== null)
        this.days.set(item, { day, end: item.told.to === null ? null : context.resolve(item.told.to, day) });
      this.carry(day, context);
      return null;
    }
    this.enter(rootOf(item.scope), context);
    this.govern(item.date ?? preambleDate(item), context);
    const { stamp } = item;
    if (stamp.kind === "elapsed") return null;
    const { from, to } = stamp;
    const own = from.date === null ? null : this.ownDay(from.date, item, context);
    const afternoon = this.series.get(item.series)?.passesNoon === true ? halfDay : 0;
    const clock = from.clock.clock + (from.clock.clock < (this.before(item)?.start.clock ?? 0) ? afternoon : 0);
    const day = from.date === null ? this.impliedDay(item, clock, index) : own;
    const dated = day === null ? null : from.date !== null ? "line" : this.origin(day, context);
    this.last = {
      entry: item,
      stamp,
      start: atClock(day, clock),
      end: to === null ? null : endOf(to, day, clock, afternoon, context),
      dated,
    };
    this.first ??= day;
    return this.last;
  }

  /** Another timeline of the same incident begins anew. */
  private enter(part: Scope, context: DayContext): void {
    if (this.part !== null && this.part !== part) {
      this.governing = null;
      this.exception = null;
      this.rangeEnd = null;
      this.current = context.day() ?? this.first;
    }
    this.part = part;
  }

  /** Takes up the date that governs the next events, when it is another one than before. */
  private govern(date: ScopeDate | null, context: DayContext): void {
    if (date === this.governing) return;
    this.governing = date;
    this.exception = null;
    this.rangeEnd = date?.to == null ? null : context.resolve(date.to, this.current);
    if (date !== null) this.current = context.resolve(date.date, this.current);
  }

  private carry(day: Day | null, context: DayContext): void {
    if (this.governing !== null) this.exception = day;
    else if (day !== null && isPlausible(day, context)) this.current = day;
  }

  private ownDay(date: NonNullable<StatedTime["date"]>, item: Entry, context: DayContext): Day | null {
    const before = this.before(item);
    if (date.kind !== "later") {
      const day = context.resolve(date, this.current);
      this.carry(day, context);
      return day;
    }
    this.current = context.resolve(date, before?.start.day ?? this.current);
    return this.current;
  }

  /** The day of an event that states none. */
  private impliedDay(item: Entry, clock: number, index: number): Day | null {
    const { direction = 1 } = this.series.get(item.series) ?? {};
    const before = this.before(item);
    const goesBack = (day: Day | null): boolean =>
      before?.start.day != null && day !== null && direction * (order({ day, clock }) - order(before.start)) < 0;
    if (!goesBack(this.current)) return this.current;
    if (this.exception !== null && !goesBack(this.exception)) this.current = this.exception;
    else if (
      this.current !== null &&
      before !== null &&
      direction * (before.start.clock - clock) >= halfDay &&
      this.provesMidnight(before, this.current + direction, index)
    )
      this.current += direction;
    return this.current;
  }

  /** Whether something besides the clock times says that the events have come to `day`. */
  private provesMidnight(before: DatedEntry, day: Day, index: number): boolean {
    const series = this.series.get(before.entry.series);
    const following = this.nextDated[index];
    const limit = following === undefined ? null : this.dayOf(following, day);
    if (limit !== null) return (limit - day) * (series?.direction ?? 1) >= 0;
    if ([this.rangeEnd, this.lastDay, before.end?.day ?? null].some((end) => end !== null && end >= day)) return true;
    return series !== undefined && series.turns === 1 && series.length >= convincingLength;
  }

  private before(item: Entry): DatedEntry | null {
    return this.last?.entry.series === item.series ? this.last : null;
  }

  private dayOf(item: Entry | Anchor, near: Day): Day | null {
    const date = ownDate(item);
    return date === null ? null : this.contextOf(item.note).resolve(date, near);
  }

  private origin(day: Day, context: DayContext): DateOrigin {
    if (this.governing !== null) return this.governing.from;
    return day === context.day() ? "note" : "carried";
  }
}

function order({ day, clock }: { readonly day: Day | null; readonly clock: number }): number {
  return (day ?? 0) * 2 * halfDay + clock;
}

/** What is said about the date of all events, under the innermost heading that says it. */
function preambleDate(entry: Entry): ScopeDate | null {
  for (let scope: Entry["scope"] | null = entry.scope; scope !== null; scope = scope.parent) {
    if (scope.preamble.date !== null) return scope.preamble.date;
  }
  return null;
}

/** A date far from the incident's, which the prose names while it does not know this one, is a slip of its line. */
function isPlausible(day: Day, context: DayContext): boolean {
  const incident = context.day();
  return (
    incident === null ||
    Math.abs(day - incident) <= plausibleDays ||
    context.mentions(day) ||
    !context.mentions(incident)
  );
}

/** `afternoon` is what to add to a clock of twelve hours that has passed noon. */
function endOf(to: StatedTime, day: Day | null, start: number, afternoon: number, context: DayContext): DatedTime {
  const stated = to.date === null || to.date.kind === "later" ? null : context.resolve(to.date, day);
  if (stated !== null) return atClock(stated, to.clock.clock);
  const clock = to.clock.clock + (to.clock.clock < start ? afternoon : 0);
  const isNextDay = clock < start || to.date?.kind === "later";
  return atClock(day === null ? null : day + (isNextDay ? 1 : 0), clock);
}

function ownDate(item: Entry | Anchor): StatedTime["date"] {
  return item.kind === "anchor" ? item.date : item.stamp.kind === "time" ? item.stamp.from.date : null;
}

/** For each item the next one that states a date of its own. */
function followingDates(items: readonly (Entry | Anchor)[]): readonly (Entry | Anchor | undefined)[] {
  const following = new Array<Entry | Anchor | undefined>(items.length);
  let next: Entry | Anchor | undefined;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    const item = items[index];
    if (item !== undefined && ownDate(item) !== null) next = item;
  }
  return following;
}
