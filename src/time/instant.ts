import { IANAZone } from "luxon";
import type { Day } from "./calendar";
import type { Zone } from "./lexer/zone";

const minute = 60_000;
const day = 86_400_000;

/** A reading of calendar and wall clock, without a zone. */
export interface LocalTime {
  readonly day: Day;
  /** Milliseconds since midnight. */
  readonly clock: number;
}

/** A clock time on a day that may be unknown; 24:00 is midnight of the next one. */
export function atClock(onDay: Day | null, clock: number): { readonly day: Day | null; readonly clock: number } {
  return clock < day ? { day: onDay, clock } : { day: onDay === null ? null : onDay + 1, clock: clock - day };
}

/** The moment that a wall clock reading means in a zone. */
export interface Instant {
  /** Epoch milliseconds, UTC. */
  readonly time: number;
  /** Minutes east of UTC that the reading was taken with: what the zone's name states. */
  readonly offset: number;
  /** Minutes east of UTC in force at that moment in the zone's region; differs from `offset` for `PST` in summer. */
  readonly offsetInForce: number;
  /** The reading occurred twice that day, or never. */
  readonly dst: "ambiguous" | "nonexistent" | null;
}

/** Minutes east of UTC in force in an IANA region at an instant (epoch milliseconds). */
function regionOffset(region: string, time: number): number {
  return IANAZone.create(region).offset(time);
}

/** Minutes east of UTC in force at an instant (epoch milliseconds); an abbreviation counts for its region. */
export function offsetInForce(zone: Zone, time: number): number {
  return zone.kind === "fixed" ? zone.offset : regionOffset(zone.region, time);
}

/**
 * The moment of a wall clock reading. The outcome is fixed by the time zone database alone: of two
 * moments the earlier one is meant; a reading that the clocks skipped is moved on by what they skipped.
 */
export function toInstant(local: LocalTime, zone: Zone): Instant {
  const asUtc = local.day * day + local.clock;
  if (zone.kind !== "region") {
    const time = asUtc - zone.offset * minute;
    return { time, offset: zone.offset, offsetInForce: statedOrInForce(zone, time), dst: null };
  }
  // No region changes its clocks twice within two days, so these two are all the candidates.
  const before = regionOffset(zone.region, asUtc - day);
  const after = regionOffset(zone.region, asUtc + day);
  if (before === after) return { time: asUtc - before * minute, offset: before, offsetInForce: before, dst: null };
  const holds = (offset: number): boolean => regionOffset(zone.region, asUtc - offset * minute) === offset;
  const offset = holds(before) || !holds(after) ? before : after;
  const time = asUtc - offset * minute;
  const dst = holds(before) !== holds(after) ? null : holds(before) ? "ambiguous" : "nonexistent";
  const inForce = regionOffset(zone.region, time);
  return { time, offset: inForce, offsetInForce: inForce, dst };
}

/** Mountain Standard Time is kept all year in Arizona, so it is never the wrong name. */
function statedOrInForce(zone: Exclude<Zone, { kind: "region" }>, time: number): number {
  return zone.name.toUpperCase() === "MST" ? zone.offset : offsetInForce(zone, time);
}

/**
 * What calendar and wall clock show at an instant (epoch milliseconds), by the zone's stated offset where it states
 * one.
 */
export function toLocal(time: number, zone: Zone): LocalTime {
  const asUtc = time + (zone.kind === "region" ? regionOffset(zone.region, time) : zone.offset) * minute;
  const dayNumber = Math.floor(asUtc / day);
  return { day: dayNumber, clock: asUtc - dayNumber * day };
}
