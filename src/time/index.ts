/**
 * Days, clocks and zones: reckoning with them, and reading them where a text states them.
 *
 * It promises that the same arguments give the same answer at any moment and on any machine: *now* and the zone come in
 * as a `Clock`. A zone is an IANA name or an offset, and an offset is that of the day in question. Where a change
 * of clocks makes a local time ambiguous or impossible, one rule of our own decides. What cannot be read is
 * `null` or a fault in words, never a guess.
 *
 * It does not know notes: readers take a string and an offset in it. Whether a time makes sense is for others to say.
 */

// The moment and the zone that a host passes in.
export type { Clock } from "./days";

// Reckoning with days, instants and periods.
export { dateOf, dayOf, formatDay, weekdayOf } from "./calendar";
export type { Day } from "./calendar";
export { businessDayAfter, businessDaysBetween, dayBefore, daysBetween, parseDay, today } from "./days";
export { atClock, offsetInForce, toInstant, toLocal } from "./instant";
export type { Instant, LocalTime } from "./instant";
export { monthsBefore, periodOf, periodsBetween, unitFor } from "./period";
export type { PeriodUnit } from "./period";

// Times as a text gives them, and writing them.
export {
  clockOfWritten,
  dayOfWritten,
  displayWritten,
  formatClock,
  formatInstant,
  formatLocal,
  formatWritten,
  isSameWritten,
  writtenAt,
} from "./written";
export type { Precision, WrittenTime } from "./written";

// Reading times in a text.
export { readInstant } from "./read-instant";
export { readSaid, readSaidBefore } from "./said";
export { readDate, readDayName } from "./lexer/date";
export type { StatedDate } from "./lexer/date";
export { admits, formatMinutes, readDurations, shortMinutes } from "./lexer/length";
export type { DurationMention } from "./lexer/length";
export type { StatedTime, StatedZone } from "./lexer/point";
export { matchAt, opening, skip } from "./lexer/scan";
export { findStamps, readStamp, shifted } from "./lexer/stamp";
export type { DateOrTime, OtherTime, Stamp } from "./lexer/stamp";
export { plain } from "./lexer/unmarked";
export { parseZone, utc, zoneAt, zoneFault, zoneNamed, zoneOrUtc } from "./lexer/zone";
export type { Zone } from "./lexer/zone";

// Writing them by a pattern.
export { formatMoment } from "./moment-format";
export type { ZonedTime } from "./moment-format";
