import { once } from "../base";
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
  /** The week that begins on Sunday, the one of January 1 being the first, and the year it belongs to. */
  readonly sundayWeek: number;
  readonly sundayWeekYear: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly time: number;
}

const months = once(() => english.calendar.months.map(([name = ""]) => name));
const weekdays = once(() => english.calendar.weekdays.map(([name = ""]) => name));

/** Formats that stand for others. */
const formats: Readonly<Record<string, string>> = {
  LTS: "h:mm:ss A",
  LT: "h:mm A",
  LLLL: "dddd, MMMM D, YYYY h:mm A",
  LLL: "MMMM D, YYYY h:mm A",
  LL: "MMMM D, YYYY",
  L: "MM/DD/YYYY",
  llll: "ddd, MMM D, YYYY h:mm A",
  lll: "MMM D, YYYY h:mm A",
  ll: "MMM D, YYYY",
  l: "M/D/YYYY",
};

/** A number with at least so many digits, as the lengths of the tokens of its letter tell. */
type Numbers = readonly [read: (fields: Fields) => number, ...lengths: readonly number[]];

/** Letters whose tokens are numbers of one digit or more; with an `o` behind one letter they are ordinals. */
const numbers: Readonly<Record<string, Numbers>> = {
  M: [({ month }) => month, 1, 2],
  Q: [({ month }) => Math.ceil(month / 3), 1],
  D: [({ day }) => day, 1, 2],
  d: [({ weekday }) => (weekday + 1) % 7, 1],
  e: [({ weekday }) => (weekday + 1) % 7, 1],
  E: [({ weekday }) => weekday + 1, 1],
  w: [({ sundayWeek }) => sundayWeek, 1, 2],
  W: [({ week }) => week, 1, 2],
  y: [({ year }) => year, 1, 2, 3, 4],
  H: [({ hour }) => hour, 1, 2],
  h: [({ hour }) => hour % 12 || 12, 1, 2],
  k: [({ hour }) => hour || 24, 1, 2],
  m: [({ minute }) => minute, 1, 2],
  s: [({ second }) => second, 1, 2],
};
const ordinals = "MQDdwWy";

/** All other tokens. */
const words: Readonly<Record<string, (fields: Fields) => string | number>> = {
  Y: ({ year }) => (year <= 9999 ? pad(year, 4) : `+${year}`),
  YY: ({ year }) => pad(year % 100, 2),
  YYYY: ({ year }) => pad(year, 4),
  YYYYY: ({ year }) => pad(year, 5),
  YYYYYY: ({ year }) => `+${pad(year, 6)}`,
  gg: ({ sundayWeekYear }) => pad(sundayWeekYear % 100, 2),
  gggg: ({ sundayWeekYear }) => pad(sundayWeekYear, 4),
  ggggg: ({ sundayWeekYear }) => pad(sundayWeekYear, 5),
  GG: ({ weekYear }) => pad(weekYear % 100, 2),
  GGGG: ({ weekYear }) => pad(weekYear, 4),
  GGGGG: ({ weekYear }) => pad(weekYear, 5),
  MMMM: ({ month }) => months()[month - 1] ?? "",
  MMM: ({ month }) => (months()[month - 1] ?? "").slice(0, 3),
  DDD: ({ dayOfYear }) => dayOfYear,
  DDDo: ({ dayOfYear }) => ordinal(dayOfYear),
  DDDD: ({ dayOfYear }) => pad(dayOfYear, 3),
  dddd: ({ weekday }) => weekdays()[weekday] ?? "",
  ddd: ({ weekday }) => (weekdays()[weekday] ?? "").slice(0, 3),
  dd: ({ weekday }) => (weekdays()[weekday] ?? "").slice(0, 2),
  hmm: ({ hour, minute }) => `${hour % 12 || 12}${pad(minute, 2)}`,
  hmmss: ({ hour, minute, second }) => `${hour % 12 || 12}${pad(minute, 2)}${pad(second, 2)}`,
  Hmm: ({ hour, minute }) => `${hour}${pad(minute, 2)}`,
  Hmmss: ({ hour, minute, second }) => `${hour}${pad(minute, 2)}${pad(second, 2)}`,
  A: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  a: ({ hour }) => (hour < 12 ? "am" : "pm"),
  N: () => "AD",
  NN: () => "AD",
  NNN: () => "AD",
  NNNN: () => "Anno Domini",
  NNNNN: () => "AD",
  // The library knows no names of zones.
  z: () => "",
  zz: () => "",
  ZZ: ({ offset }) => offsetText(offset, ""),
  Z: ({ offset }) => offsetText(offset, ":"),
  X: ({ time }) => Math.floor(time / 1000),
  x: ({ time }) => time,
};

/** Every token. */
const tokens: ReadonlySet<string> = new Set([
  ...Object.keys(formats),
  ...Object.keys(words),
  ...Object.entries(numbers).flatMap(([letter, [, ...lengths]]) => lengths.map((length) => letter.repeat(length))),
  ...Array.from(ordinals, (letter) => `${letter}o`),
  ...Array.from({ length: 9 }, (_, index) => "S".repeat(index + 1)),
]);
const longestToken = 9;

/** The longest token at a place; empty where none stands. */
function tokenAt(format: string, at: number): string {
  for (let length = longestToken; length > 0; length--) {
    const token = format.slice(at, at + length);
    if (tokens.has(token)) return token;
  }
  return "";
}

/**
 * Writes a time by a format of moment.js, as the core Templates plugin takes them: `YYYY-MM-DD`,
 * `HH:mm`, `dddd, MMMM Do [at] h:mm a`. English names, whatever the system's language.
 */
export function formatMoment(time: ZonedTime, format: string): string {
  return formatFields(fieldsOf(time), format);
}

function formatFields(fields: Fields, format: string): string {
  let written = "";
  for (let at = 0; at < format.length;) {
    const literalEnd = format.charAt(at) === "[" ? literalEndAt(format, at) : -1;
    const escaped = format.charAt(at) === "\\" ? tokenAt(format, at + 1) : "";
    const token = tokenAt(format, at);
    if (literalEnd > 0) written += format.slice(at + 1, literalEnd);
    else if (escaped !== "") written += escaped;
    else if (token === "") written += format.charAt(at);
    else written += partText(token, fields);
    at = literalEnd > 0 ? literalEnd + 1 : at + Math.max(1, token.length, escaped === "" ? 0 : escaped.length + 1);
  }
  return written;
}

/** The bracket that closes a literal: the last one before another opens; -1 for none. */
function literalEndAt(format: string, open: number): number {
  const next = format.indexOf("[", open + 1);
  const close = format.slice(open, next < 0 ? format.length : next).lastIndexOf("]");
  return close < 0 ? -1 : open + close;
}

function partText(token: string, fields: Fields): string {
  const other = formats[token];
  return other === undefined ? String(tokenText(token, fields)) : formatFields(fields, other);
}

function tokenText(token: string, fields: Fields): string | number {
  const word = words[token];
  if (word !== undefined) return word(fields);
  if (token.startsWith("S")) return pad(fields.millisecond, 3).padEnd(9, "0").slice(0, token.length);
  const letter = token.charAt(0);
  const number = numbers[letter];
  if (number === undefined) return token;
  const [read, ...lengths] = number;
  const value = read(fields);
  if (token === `${letter}o`) return ordinals.includes(letter) ? ordinal(value) : `${value}o`;
  return lengths.includes(token.length) ? pad(value, token.length) : token;
}

function fieldsOf({ time, zone }: ZonedTime): Fields {
  const { day: onDay, clock } = toLocal(time, zone);
  const date = dateOf(onDay);
  const weekday = weekdayOf(onDay);
  // A week belongs to the year of its Thursday.
  const thursday = onDay - weekday + 3;
  const weekYear = dateOf(thursday).year;
  const saturday = onDay - ((weekday + 1) % 7) + 6;
  const sundayWeekYear = dateOf(saturday).year;
  return {
    ...date,
    dayOfYear: onDay - firstDayOf(date.year) + 1,
    weekday,
    week: Math.floor((thursday - firstDayOf(weekYear)) / 7) + 1,
    weekYear,
    sundayWeek: Math.floor((saturday - firstDayOf(sundayWeekYear)) / 7) + 1,
    sundayWeekYear,
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
  const teen = day % 100 >= 11 && day % 100 <= 13;
  const suffix = teen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${suffix}`;
}
