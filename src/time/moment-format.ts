import { english } from "../language";
import type { Day } from "./calendar";
import { dateOf, dayOf, weekdayOf } from "./calendar";
import { toLocal } from "./instant";
import type { Zone } from "./lexer/zone";

/** A moment (epoch milliseconds) and the zone whose calendar and wall clock it is written by. */
export interface ZonedTime {
  readonly time: number;
  readonly zone: Zone;
}

/** What the calendar and the wall clock show; weekdays count from 0 for Monday. */
interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  readonly weekday: number;
  /** The week by ISO 8601, and the year it belongs to. */
  readonly week: number;
  readonly weekYear: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly time: number;
}

const months = english.calendar.months.map(([name = ""]) => name);
const weekdays = english.calendar.weekdays.map(([name = ""]) => name);

/** How each moment token is written; a string is a format of other tokens. */
const tokens: Readonly<Record<string, string | ((fields: Fields) => string | number)>> = {
  YYYY: ({ year }) => pad(year, 4),
  YY: ({ year }) => pad(year % 100, 2),
  Y: ({ year }) => year,
  GGGG: ({ weekYear }) => pad(weekYear, 4),
  GG: ({ weekYear }) => pad(weekYear % 100, 2),
  Q: ({ month }) => Math.ceil(month / 3),
  MMMM: ({ month }) => months[month - 1] ?? "",
  MMM: ({ month }) => (months[month - 1] ?? "").slice(0, 3),
  MM: ({ month }) => pad(month, 2),
  M: ({ month }) => month,
  Do: ({ day }) => ordinal(day),
  DDDD: ({ dayOfYear }) => pad(dayOfYear, 3),
  DDD: ({ dayOfYear }) => dayOfYear,
  DD: ({ day }) => pad(day, 2),
  D: ({ day }) => day,
  dddd: ({ weekday }) => weekdays[weekday] ?? "",
  ddd: ({ weekday }) => (weekdays[weekday] ?? "").slice(0, 3),
  dd: ({ weekday }) => (weekdays[weekday] ?? "").slice(0, 2),
  d: ({ weekday }) => (weekday + 1) % 7,
  E: ({ weekday }) => weekday + 1,
  WW: ({ week }) => pad(week, 2),
  W: ({ week }) => week,
  HH: ({ hour }) => pad(hour, 2),
  H: ({ hour }) => hour,
  hh: ({ hour }) => pad(hour % 12 || 12, 2),
  h: ({ hour }) => hour % 12 || 12,
  mm: ({ minute }) => pad(minute, 2),
  m: ({ minute }) => minute,
  ss: ({ second }) => pad(second, 2),
  s: ({ second }) => second,
  SSS: ({ millisecond }) => pad(millisecond, 3),
  A: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  a: ({ hour }) => (hour < 12 ? "am" : "pm"),
  ZZ: ({ offset }) => offsetText(offset, ""),
  Z: ({ offset }) => offsetText(offset, ":"),
  X: ({ time }) => Math.floor(time / 1000),
  x: ({ time }) => time,
  LT: "h:mm A",
  L: "MM/DD/YYYY",
  LL: "MMMM D, YYYY",
  LLL: "MMMM D, YYYY h:mm A",
};

/** A bracketed literal, or the longest token at a place; anything else stands for itself. */
const formatPart =
  /\[([^[\]]*)\]|YYYY|YY|Y|GGGG|GG|Q|MMMM|MMM|MM|M|Do|DDDD|DDD|DD|D|dddd|ddd|dd|d|E|WW|W|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x|LLL|LL|LT|L/g;

/**
 * Writes a time by a format of moment.js, as the core Templates plugin takes them: `YYYY-MM-DD`,
 * `HH:mm`, `dddd, MMMM Do [at] h:mm a`. English names, whatever the system's language.
 */
export function formatMoment(time: ZonedTime, format: string): string {
  return formatFields(fieldsOf(time), format);
}

function formatFields(fields: Fields, format: string): string {
  return format.replace(formatPart, (part: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const token = tokens[part];
    if (token === undefined) return part;
    return typeof token === "string" ? formatFields(fields, token) : String(token(fields));
  });
}

function fieldsOf({ time, zone }: ZonedTime): Fields {
  const { day: onDay, clock } = toLocal(time, zone);
  const date = dateOf(onDay);
  const weekday = weekdayOf(onDay);
  // A week belongs to the year of its Thursday.
  const thursday = onDay - weekday + 3;
  const weekYear = dateOf(thursday).year;
  return {
    ...date,
    dayOfYear: onDay - firstDayOf(date.year) + 1,
    weekday,
    week: Math.floor((thursday - firstDayOf(weekYear)) / 7) + 1,
    weekYear,
    hour: Math.floor(clock / 3_600_000),
    minute: Math.floor(clock / 60_000) % 60,
    second: Math.floor(clock / 1000) % 60,
    millisecond: clock % 1000,
    offset: (onDay * 86_400_000 + clock - time) / 60_000,
    time,
  };
}

function firstDayOf(year: number): Day {
  return dayOf({ year, month: 1, day: 1 }) ?? NaN;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** `+02:00`, with what stands between hours and minutes. */
function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13;
  const suffix = teen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${suffix}`;
}
