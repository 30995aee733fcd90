import { withoutTail, hasDigit } from "../../base";
import type { Precision, StatedDate, Zone } from "../../time";
import { dateOf, dayOf, parseZone, plain, readDate, toInstant } from "../../time";

/** When something happened, as its source tells. */
export type Moment =
  /** Known whoever reads it; epoch milliseconds, UTC. */
  | { readonly kind: "instant"; readonly time: number; readonly precision: Precision }
  /** What somebody's wall clock showed. */
  | {
      readonly kind: "wall";
      readonly date: WallDate | null;
      /** Milliseconds since midnight. */
      readonly clock: number;
      readonly precision: Precision;
    };

/** A date as far as it is stated; null where only a clock time is. */
export type WallDate =
  | StatedDate
  /** `Yesterday`: days before the day on which the text was copied. */
  | { readonly kind: "ago"; readonly days: number };

const second = 1000;
const minute = 60 * second;

/**
 * `2025-03-10T14:06:11.339Z` and what is written like it: RFC 3339, ISO 8601 in its extended form, and what
 * databases and loggers make of them.
 */
const iso =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/;
const digitsOnly = /^\d{10}(?:\.\d{1,9})?$|^\d{13}$|^\d{16}$|^\d{19}$/;
const clockTime = /(^|[^\d:.])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])(?:\s?([ap])\.?\s?m\b\.?)?/i;
const slashedDate = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/;
/** `10/Mar/25`, as Jira writes it. */
const slashedName = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{2}|\d{4})$/;
/** `Mon Mar 10 07:13:00 2025`, as the C library and git write it: the year stands behind the clock time. */
const trailingYear = /^(\d{4})(?=$|\s)/;

/** Reads a value that stands for a moment and nothing else: a text, or a count of seconds or less since 1970. */
export function readMoment(value: unknown): Moment | null {
  if (typeof value === "number") return epoch(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text.length > 60 || !hasDigit(text)) return null;
  if (digitsOnly.test(text)) return epoch(Number(text));
  return readIso(text) ?? readWritten(text);
}

/** A count since 1970-01-01 UTC, by its size in seconds, milliseconds, microseconds or nanoseconds: 2001 to 2286. */
function epoch(count: number): Moment | null {
  for (const [unit, precision] of [
    [1000, "second"],
    [1, "millisecond"],
    [1e-3, "millisecond"],
    [1e-6, "millisecond"],
  ] as const) {
    const time = Math.floor(count * unit);
    if (time >= 1e12 && time < 1e13) return { kind: "instant", time, precision };
  }
  return null;
}

function readIso(text: string): Moment | null {
  const [, year, month, day, hour, minutes, seconds, fraction, zone] = iso.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const clock = clockOf(hour, minutes, seconds, fraction);
  // An alert that has not ended has the year 1, and no moment.
  if (year === undefined || clock === null || date.year < 1970) return null;
  const on = dayOf(date);
  if (on === null) return null;
  const precision = precisionOf(seconds, fraction);
  if (zone === undefined) return { kind: "wall", date: { kind: "date", ...date, weekday: null }, clock, precision };
  const stated = parseZone(zone);
  return stated === null ? null : { kind: "instant", time: toInstant({ day: on, clock }, stated).time, precision };
}

/** A date and a clock time, or a clock time alone, in the ways that people and programs write them. */
function readWritten(text: string): Moment | null {
  const found = clockTime.exec(text);
  if (found === null) return null;
  const [whole, lead = "", hour, minutes, seconds, fraction, half] = found;
  const clock = clockOf(halved(hour ?? "", half), minutes, seconds, fraction);
  if (clock === null) return null;
  let before = withoutTail(text.slice(0, found.index + lead.length), ",T-", /\b(?:at|um)$/i);
  let after = text
    .slice(found.index + whole.length)
    .replace(/^[\s,]+/, "")
    .trim();
  const year = trailingYear.exec(after)?.[1];
  if (year !== undefined && /[A-Za-z]/.test(before)) {
    before = `${before}, ${year}`;
    after = after.slice(year.length).trim();
  } else if (before === "" && hasDigit(after)) {
    // `14:02 10.03.2025`
    const gap = after.search(/\s(?=[A-Za-z+(])/);
    const date = gap < 0 ? after : after.slice(0, gap);
    if (readWallDate(date) !== null) [before, after] = [date, gap < 0 ? "" : after.slice(gap).trim()];
  }
  const date = before === "" ? null : readWallDate(before);
  if (before !== "" && date === null) return null;
  const zone = after === "" ? null : parseZone(after.replace(/^\((.*)\)$/, "$1"));
  if (after !== "" && zone === null) return null;
  const wall: Moment = { kind: "wall", date, clock, precision: precisionOf(seconds, fraction) };
  return zone === null ? wall : instantIn(wall, zone);
}

/** The moment of a wall clock in a zone; null where its date is not stated in full. */
export function instantIn(moment: Moment, zone: Zone): Moment | null {
  if (moment.kind === "instant") return moment;
  const { date, clock, precision } = moment;
  if (date?.kind !== "date" || date.year === null) return null;
  const day = dayOf({ year: date.year, month: date.month, day: date.day });
  return day === null ? null : { kind: "instant", time: toInstant({ day, clock }, zone).time, precision };
}

/** A moment so many milliseconds later; null where the year is not known. */
export function laterBy(moment: Moment, milliseconds: number): Moment | null {
  if (moment.kind === "instant") return { ...moment, time: moment.time + milliseconds };
  const { date, clock } = moment;
  if (date?.kind !== "date" || date.year === null) return null;
  const day = dayOf({ year: date.year, month: date.month, day: date.day });
  if (day === null) return null;
  const days = Math.floor((clock + milliseconds) / 86_400_000);
  return {
    ...moment,
    date: { kind: "date", ...dateOf(day + days), weekday: null },
    clock: clock + milliseconds - days * 86_400_000,
  };
}

/** A date that stands for itself: with or without a year, in figures or with the name of a month, or `Yesterday`. */
export function readWallDate(text: string): WallDate | null {
  const word = text.trim().toLowerCase();
  if (word === "today") return { kind: "ago", days: 0 };
  if (word === "yesterday") return { kind: "ago", days: 1 };
  const [, first, sign, second, year] = slashedDate.exec(text) ?? [];
  if (first !== undefined && year !== undefined)
    return figures(Number(first), Number(second), fullYear(year), sign === ".");
  const [, day, month, ofYear] = slashedName.exec(text) ?? [];
  const source = plain(ofYear === undefined ? text : `${day ?? ""} ${month ?? ""} ${fullYear(ofYear)}`);
  const named = weekdays.findIndex((name) => word === name || word === name.slice(0, 3));
  if (named >= 0) return { kind: "weekday", weekday: named };
  const read = readDate(source, 0);
  return read?.kind === "read" && read.end === source.length ? read.value : null;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * `3/10/2025` is the tenth of March or the third of October: the file as a whole decides. With dots the day comes
 * first.
 */
function figures(first: number, second: number, year: number, dotted: boolean): WallDate | null {
  if (dotted)
    return dayOf({ year, month: second, day: first }) === null
      ? null
      : { kind: "date", year, month: second, day: first, weekday: null };
  const isDate =
    dayOf({ year, month: first, day: second }) !== null || dayOf({ year, month: second, day: first }) !== null;
  return isDate ? { kind: "numeric", year, first, second } : null;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function halved(hour: string, half: string | undefined): string {
  if (half === undefined || Number(hour) > 12) return hour;
  return String((Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0));
}

function precisionOf(seconds: string | undefined, fraction: string | undefined): Precision {
  return fraction !== undefined ? "millisecond" : seconds !== undefined ? "second" : "minute";
}

/** Milliseconds since midnight; null for a time that no clock shows. */
function clockOf(
  hour: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string | undefined,
): number | null {
  const [h, m, s] = [Number(hour), Number(minutes), Number(seconds ?? 0)];
  if (!(h < 24 && m < 60 && s < 61)) return null;
  return h * 60 * minute + m * minute + Math.min(s, 59) * second + Math.floor(Number(`0.${fraction ?? "0"}`) * 1000);
}
