export { dateOf, dayOf, formatDay, weekdayOf } from "./calendar";
export type { Day } from "./calendar";
export { businessDaysBetween, dayBefore, daysBetween, parseDay, today } from "./days";
export {
  atClock,
  formatClock,
  formatInstant,
  formatLocal,
  formatLocalTime,
  offsetInForce,
  toInstant,
  toLocal,
} from "./instant";
export type { Instant, LocalTime, Precision } from "./instant";
export { readDate } from "./lexer/date";
export type { StatedDate } from "./lexer/date";
export { admits, formatMinutes, readDurations, shortMinutes } from "./lexer/length";
export type { DurationMention } from "./lexer/length";
export type { StatedTime, StatedZone } from "./lexer/point";
export { matchAt, opening, skip } from "./lexer/scan";
export { findStamps, readStamp, shifted } from "./lexer/stamp";
export type { Stamp } from "./lexer/stamp";
export { plain } from "./lexer/unmarked";
export { parseZone, utc, zoneAt, zoneFault, zoneNamed } from "./lexer/zone";
export type { Zone } from "./lexer/zone";
export { formatMoment } from "./moment-format";
export type { ZonedTime } from "./moment-format";
export type { Clock } from "./now";
export { monthsBefore, periodOf, periodsBetween, unitFor } from "./period";
export type { PeriodUnit } from "./period";
export { readInstant } from "./read-instant";
