import type { Note } from "../../note";
import type { DayContext } from "./day-context";
import type { DayEntry, Entry, EventStamp, Scope, ScopeDate } from "./entry";
import { rootOf } from "./entry";
import type { Series } from "./series";
import { readSeries } from "./series";
import type { Day, StatedDate, StatedTime } from "../../time";
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
/** A list this long that turns just once by half a day has passed midnight; a shorter one where it turns at night. */
const convincingLength = 4;

/**
 * Works out the day of every event with a clock time: as its line states, else as stated above it, else as the
 * event before it, else the day of the incident. Midnight is passed only where more than one time against the order
 * says so. `lastDay` is the day on which the incident ended, if a property tells.
 */
export function dateEntries(
  items: readonly (Entry | DayEntry)[],
  contextOf: (note: Note) => DayContext,
  lastDay: Day | null,
): DatedEntries {
  const walk = new DateWalk(items, contextOf, lastDay);
  return { dated: items.flatMap((item, index) => walk.step(item, index) ?? []), days: walk.days };
}

/** Events with their days. */
export interface DatedEntries {
  readonly dated: readonly DatedEntry[];
  /** The first and the last day of each entry without a clock time, where they are known. */
  readonly days: ReadonlyMap<DayEntry, { readonly day: Day; readonly end: Day | null }>;
}

class DateWalk {
  readonly days = new Map<DayEntry, { readonly day: Day; readonly end: Day | null }>();
  private readonly series: ReadonlyMap<number, Series>;
  private readonly nextDated: readonly (Entry | DayEntry | undefined)[];
  private readonly nextUndated: readonly (number | undefined)[];
  private scopeDate: ScopeDate | null = null;
  /** The day that was reached. */
  private current: Day | null = null;
  /** The last day that was named, or that of the incident: what "next day" and `+1` count from, as in a timetable. */
  private named: Day | null = null;
  /** The last "next day" with its day. */
  private counted: { readonly date: StatedDate; readonly day: Day | null } | null = null;
  /** The last day of a range such as "May 12 – May 13". */
  private rangeEnd: Day | null = null;
  /** What a line stated against the date in force. */
  private exception: Day | null = null;
  private last: DatedEntry | null = null;
  private note: Note | null = null;
  /** The root of the part of the timeline that is gone through. */
  private part: Scope | null = null;
  /** The day of the first event. */
  private first: Day | null = null;

  constructor(
    items: readonly (Entry | DayEntry)[],
    private readonly contextOf: (note: Note) => DayContext,
    private readonly lastDay: Day | null,
  ) {
    this.series = readSeries(items);
    this.nextDated = followingDates(items);
    this.nextUndated = followingUndated(items);
  }

  step(item: Entry | DayEntry, index: number): DatedEntry | null {
    const context = this.contextOf(item.note);
    if (this.note !== item.note) {
      this.note = item.note;
      this.scopeDate = null;
      this.current = context.day();
      this.named = this.current;
    }
    if (item.kind === "day") {
      this.stepDay(item, index, context);
      return null;
    }
    this.enter(rootOf(item.scope), context);
    this.takeUp(item.date ?? preambleDate(item), item, context);
    const { stamp } = item;
    if (stamp.kind === "elapsed") return null;
    const { from, to } = stamp;
    const own = from.date === null ? null : this.ownDay(from.date, item, index, context);
    const afternoon = this.series.get(item.series)?.passesNoon === true ? halfDay : 0;
    const before = this.before(item);
    const isLater = before?.entry.date === item.date && from.clock.clock < before.start.clock;
    const clock = from.clock.clock + (isLater ? afternoon : 0);
    const day = from.date === null ? this.impliedDay(item, clock, index) : own;
    const dated = day === null ? null : from.date !== null ? "line" : this.origin(day, context);
    this.last = {
      entry: item,
      stamp,
      start: atClock(day, clock),
      end: to === null ? null : endOf(to, { day, clock }, afternoon, context),
      dated,
    };
    // 24:00 is the end of its day: what follows lies after it.
    if (clock >= 2 * halfDay && this.directionOf(item) > 0 && day !== null) this.current = day + 1;
    this.first ??= day;
    return this.last;
  }

  /** A day without a clock time. */
  private stepDay(item: DayEntry, index: number, context: DayContext): void {
    const day = this.resolve(item.date, 1, context);
    if (item.description !== null && day !== null)
      this.days.set(item, {
        day,
        end: item.description.to === null ? null : context.resolve(item.description.to, day),
      });
    if (!this.isBackground(item, day, index, context)) this.carry(day, context);
  }

  /**
   * Whether a day tells only of what led to the incident: it lies before the day that the note states, on which nothing
   * of the timeline would be, were the events below of the day above them.
   */
  private isBackground(item: Entry | DayEntry, day: Day | null, index: number, context: DayContext): boolean {
    const stated = context.stated();
    if (day === null || stated === null || day >= stated.day) return false;
    // A time with a date of its own far from the day that is stated twice.
    if (item.kind === "event" && (stated.times < 2 || stated.day - day < 2 || context.mentions(day))) return false;
    if (item.kind === "day" && item.description === null) return false;
    if (this.last?.start.day != null && this.last.start.day > day) return false;
    const below = this.nextUndated[index];
    const next = below === undefined ? undefined : this.nextDated[below];
    const nextDay = next === undefined ? null : this.dayOf(next, stated.day);
    return below !== undefined && (nextDay === null || nextDay > stated.day);
  }

  private directionOf(item: Entry): 1 | -1 {
    return this.series.get(item.series)?.direction ?? 1;
  }

  /**
   * The day that a date means where it stands: "next day" counts from the last day that was named, a weekday goes on
   * from the day that was reached.
   */
  private resolve(date: StatedDate, direction: 1 | -1, context: DayContext): Day | null {
    if (date.kind === "later") {
      // A heading tells its day before the first event below it asks for it.
      const here = date.days === 0 ? (this.exception ?? this.current ?? context.day()) : this.named;
      const from = date.since === "above" ? (this.current ?? this.named) : here;
      const day = this.counted?.date === date ? this.counted.day : from === null ? null : from + date.days;
      this.counted = { date, day };
      return day;
    }
    const day = context.resolve(date, this.current);
    if (date.kind !== "weekday" || day === null || this.scopeDate === null) return day;
    const isBack = direction * (day - (this.current ?? day)) < 0;
    return isBack ? day + direction * 7 : day;
  }

  /** Another timeline of the same incident begins anew. */
  private enter(part: Scope, context: DayContext): void {
    if (this.part !== null && this.part !== part) {
      this.scopeDate = null;
      this.exception = null;
      this.rangeEnd = null;
      this.current = context.day() ?? this.first;
      this.named = this.current;
    }
    this.part = part;
  }

  /** Takes up the date in force for the next events, when it is another one than before. */
  private takeUp(date: ScopeDate | null, item: Entry, context: DayContext): void {
    if (date === this.scopeDate) return;
    const day = date === null ? this.current : this.resolve(date.date, this.directionOf(item), context);
    this.scopeDate = date;
    this.exception = null;
    this.rangeEnd = date?.to == null ? null : context.resolve(date.to, this.current);
    if (date === null) return;
    this.current = day;
    this.named = day ?? this.named;
  }

  private carry(day: Day | null, context: DayContext): void {
    this.named = day ?? this.named;
    if (this.scopeDate !== null) this.exception = day;
    else if (day !== null && isPlausible(day, context)) this.current = day;
  }

  private ownDay(date: StatedDate, item: Entry, index: number, context: DayContext): Day | null {
    if (date.kind !== "later") {
      const day = context.resolve(date, this.current);
      if (!this.isBackground(item, day, index, context)) this.carry(day, context);
      return day;
    }
    this.current = this.resolve(date, 1, context);
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
    else if (this.named !== null && this.named !== this.current && !goesBack(this.named)) this.current = this.named;
    else if (
      this.current !== null &&
      before !== null &&
      direction * (before.start.clock - clock) >= halfDay &&
      this.provesMidnight(before, this.current + direction, clock, index)
    )
      this.current += direction;
    return this.current;
  }

  /** Whether something besides the clock times says that the events have come to `day`. */
  private provesMidnight(before: DatedEntry, day: Day, clock: number, index: number): boolean {
    const series = this.series.get(before.entry.series);
    const following = this.nextDated[index];
    const limit = following === undefined ? null : this.dayOf(following, day);
    if (limit !== null) return (limit - day) * (series?.direction ?? 1) >= 0;
    if ([this.rangeEnd, this.lastDay, before.end?.day ?? null].some((end) => end !== null && end >= day)) return true;
    if (series?.turns !== 1) return false;
    return series.length >= convincingLength || (series.length > 2 && isNight(before.start.clock, clock));
  }

  private before(item: Entry): DatedEntry | null {
    return this.last?.entry.series === item.series ? this.last : null;
  }

  private dayOf(item: Entry | DayEntry, near: Day): Day | null {
    const date = ownDate(item);
    if (date?.kind === "later") return this.named === null ? null : this.named + date.days;
    return date === null ? null : this.contextOf(item.note).resolve(date, near);
  }

  private origin(day: Day, context: DayContext): DateOrigin {
    if (this.scopeDate !== null) return this.scopeDate.from;
    return day === context.day() ? "note" : "carried";
  }
}

/** From the late evening to the early morning, or, newest first, back. */
function isNight(before: number, after: number): boolean {
  return Math.max(before, after) >= 1.5 * halfDay && Math.min(before, after) < 0.5 * halfDay;
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
function endOf(to: StatedTime, { day, clock: start }: DatedTime, afternoon: number, context: DayContext): DatedTime {
  const stated = to.date === null || to.date.kind === "later" ? null : context.resolve(to.date, day);
  if (stated !== null) return atClock(stated, to.clock.clock);
  const clock = to.clock.clock + (to.clock.clock < start ? afternoon : 0);
  const isNextDay = clock < start || to.date?.kind === "later";
  return atClock(day === null ? null : day + (isNextDay ? 1 : 0), clock);
}

function ownDate(item: Entry | DayEntry): StatedTime["date"] {
  return item.kind === "day" ? item.date : item.stamp.kind === "time" ? item.stamp.from.date : null;
}

/** For each item the index of the next event that states no date. */
function followingUndated(items: readonly (Entry | DayEntry)[]): readonly (number | undefined)[] {
  const following = new Array<number | undefined>(items.length);
  let next: number | undefined;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    const item = items[index];
    if (item?.kind === "event" && ownDate(item) === null) next = index;
  }
  return following;
}

/** For each item the next one that states a date of its own. */
function followingDates(items: readonly (Entry | DayEntry)[]): readonly (Entry | DayEntry | undefined)[] {
  const following = new Array<Entry | DayEntry | undefined>(items.length);
  let next: Entry | DayEntry | undefined;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    const item = items[index];
    if (item !== undefined && ownDate(item) !== null) next = item;
  }
  return following;
}
