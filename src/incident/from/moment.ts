import { hasDigit, hasLetter, isNumber, once, singleSpaced, withoutLead, withoutTail } from "../../base";
import { english, folded, languages, lastWords, typedDays, wordTable } from "../../language";
import type { StatedDate, Zone } from "../../time";
import { dayOf, parseZone, plain, readDate, toInstant } from "../../time";

/** When something happened, as its source tells. */
export type Moment =
  /** Known whoever reads it; epoch milliseconds, UTC. */
  | { readonly kind: "instant"; readonly time: number }
  /** What somebody's wall clock showed. */
  | {
      readonly kind: "wall";
      readonly date: WallDate | null;
      /** Milliseconds since the midnight of the date: a day or more where the date stands further above. */
      readonly clock: number;
    };

/** A date as far as it is stated; null where only a clock time is. */
export type WallDate =
  | StatedDate
  /** `Yesterday`: days before the day on which the text was copied. */
  | { readonly kind: "ago"; readonly days: number };

const second = 1000;
const minute = 60 * second;

const clockTime = /(^|[^\d:.])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])(?:\s?([ap])\.?\s?m\b\.?)?/i;
const anyClock = /\d{1,2}:\d{2}/;
const slashedDate = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/;

/** Reads a value that stands for a moment and nothing else: a text, or a count of seconds or less since 1970. */
export function readMoment(value: unknown): Moment | null {
  if (typeof value === "number") return epoch(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text.length > 60 || !hasDigit(text)) return null;
  if (isCount(text)) return epoch(Number(text));
  return readWritten(text);
}

/** Whether digits count from 1970 on: seconds, which may have decimals, or smaller parts of them. */
function isCount(text: string): boolean {
  const [whole = "", decimals, ...more] = text.split(".");
  if (!isNumber(whole) || more.length > 0) return false;
  return decimals === undefined ? [10, 13, 16, 19].includes(whole.length) : whole.length === 10 && isNumber(decimals);
}

/** A count since 1970-01-01 UTC, by its size in seconds, milliseconds, microseconds or nanoseconds: 2001 to 2286. */
function epoch(count: number): Moment | null {
  const time = [1000, 1, 1e-3, 1e-6]
    .map((unit) => Math.floor(count * unit))
    .find((each) => each >= 1e12 && each < 1e13);
  return time === undefined ? null : { kind: "instant", time };
}

/** A date and a clock time, or a clock time alone, in the ways that people and programs write them. */
function readWritten(text: string): Moment | null {
  const found = clockTime.exec(text);
  if (found === null) return null;
  const [whole, lead = "", hour, minutes, seconds, fraction, half] = found;
  const clock = clockOf(halved(hour ?? "", half), minutes, seconds, fraction);
  if (clock === null) return null;
  let before = withoutJoint(text.slice(0, found.index + lead.length));
  let after = withoutLead(text.slice(found.index + whole.length), ",");
  // `Mon Mar 10 07:13:00 2025`, as the C library and git write it: the year stands behind the clock time.
  const [year = ""] = singleSpaced(after).split(" ", 1);
  if (isNumber(year) && year.length === 4 && hasLetter(before)) {
    before = `${before}, ${year}`;
    after = after.slice(year.length).trim();
  } else if (before === "" && hasDigit(after)) {
    // `14:02 10 March 2025`: as much of it as is a date; a zone may stand behind it.
    const gaps = [...after.matchAll(/\s/g)].map(({ index }) => index);
    const end = [after.length, ...gaps.reverse()].find((each) => readWallDate(after.slice(0, each)) !== null);
    if (end !== undefined) [before, after] = [after.slice(0, end), after.slice(end).trim()];
  }
  const date = before === "" ? null : readWallDate(before);
  if (before !== "" && date === null) return null;
  const isBracketed = after.startsWith("(") && after.endsWith(")");
  const zone = after === "" ? null : parseZone(isBracketed ? after.slice(1, -1) : after);
  if (after !== "" && zone === null) return null;
  const wall: Moment = { kind: "wall", date, clock };
  return zone === null ? wall : instantIn(wall, zone);
}

/** What joins a date to the clock time behind it, in any language: "at". */
const joints = once(() => wordTable(languages.flatMap(({ clock }) => clock.at)));

/** The text before a clock time, without what joins the two. */
function withoutJoint(text: string): string {
  const bare = withoutTail(text, ",-");
  if (bare.endsWith("T") && hasDigit(bare.charAt(bare.length - 2))) return bare.slice(0, -1);
  const joint = joints().ending(lastWords(folded(bare)));
  return joint === null ? bare : withoutTail(bare.slice(0, joint.start), ",-");
}

/** The moment of a wall clock in a zone; null where its date is not stated in full. */
export function instantIn(moment: Moment, zone: Zone): Extract<Moment, { kind: "instant" }> | null {
  if (moment.kind === "instant") return moment;
  const { date, clock } = moment;
  if (date?.kind !== "date" || date.year === null) return null;
  const day = dayOf({ year: date.year, month: date.month, day: date.day });
  return day === null ? null : { kind: "instant", time: toInstant({ day, clock }, zone).time };
}

/** A moment so many milliseconds later. */
export function laterBy(moment: Moment, milliseconds: number): Moment {
  return moment.kind === "instant"
    ? { ...moment, time: moment.time + milliseconds }
    : { ...moment, clock: moment.clock + milliseconds };
}

/** Whether something like a time of day stands in a text. */
export function showsClock(text: string): boolean {
  return anyClock.test(text);
}

/** A date that stands for itself: with or without a year, in figures or with the name of a month, or `Yesterday`. */
export function readWallDate(text: string): WallDate | null {
  const word = text.trim().toLowerCase();
  if (typedDays.today.includes(word)) return { kind: "ago", days: 0 };
  if (typedDays.yesterday.includes(word)) return { kind: "ago", days: 1 };
  const [, first, sign, second, year] = slashedDate.exec(text) ?? [];
  if (first !== undefined && year !== undefined)
    return figures(Number(first), Number(second), fullYear(year), sign === ".");
  const source = plain(text);
  const named = english.calendar.weekdays.findIndex((names) => names.some((name) => name.toLowerCase() === word));
  if (named >= 0) return { kind: "weekday", weekday: named };
  const read = readDate(source, 0);
  return read?.kind === "read" && read.end === source.length ? read.value : null;
}

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
