import type { Precision } from "../instant";
import type { Reading } from "./scan";
import { digits, matchAt, opening, skip } from "./scan";
import { zoneAt } from "./zone";

/** A time of day as written. */
export interface ClockTime {
  /** Milliseconds since midnight; 24:00 is the whole day. */
  readonly clock: number;
  readonly precision: Precision;
  /**
   * Which half of the day is written beside it; null for a 24-hour time. A redundant `pm`, as in `17:14pm`, is no half.
   */
  readonly half: "am" | "pm" | null;
  /** Could still take the half that its partner in a range has: `2:32` in `2:32–2:40 AM`. */
  readonly open: boolean;
  /** Has minutes. */
  readonly minutes: boolean;
  readonly approximate: boolean;
}

const withColon = opening(digits, /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?|:(?:xx|\?\?))?(?!\d|:\d|\.\d)/iy);
const withDot = opening(digits, /(\d{1,2})\.(\d{2})(?!\d|\.\d)/y);
const hourOnly = opening(digits, /(\d{1,2})(?= ?(?:am|pm|a\.m|p\.m)(?![a-z]))/iy);
const withH = opening(digits, /(\d{2})h(\d{2})(?![\da-z])/iy);
const military = opening("012", /([01]\d|2[0-3])([0-5]\d)(?= ?(?:Z|UTC|GMT|utc|hrs|hours|h)(?![A-Za-z]))/y);
const halfOfDay = opening(" ap", / {0,2}([ap])\.?m(?:\.(?![a-z]))?(?![a-z])|([ap])(?![a-z.])/iy);
const template = opening(
  `ht${digits}`,
  /(?:hh|\d{1,2}):(?:mm|xx|\?\?|--|\d[x?])(?::ss)?(?![a-y\d])|T ?\+ ?[xn](?![a-z])/iy,
);
const hourWord = opening(" huo", / ?(?:hrs?|hours?|h|uhr|o'clock)(?![a-z])/iy);
const durationWord = opening(" -ms%", / ?-?(?:min|mins|minutes?|sec|secs|seconds?|%)(?![a-z])/iy);
const roughly = opening(" -i~?", / ?-?ish(?![a-z])|~|\?/iy);

/** `7.48` is a time only where half of day or zone follow; else it is a number. */
function readDotted(text: string, at: number): RegExpExecArray | null {
  const found = matchAt(withDot, text, at);
  if (found === null) return null;
  const end = at + found[0].length;
  return matchAt(halfOfDay, text, end) !== null || (text[end] === " " && zoneAt(text, end + 1) !== null) ? found : null;
}

/** The time of day that begins at `at`. `text` must be `plain`. */
export function readClock(text: string, at: number): Reading<ClockTime> | null {
  const found =
    matchAt(withColon, text, at) ??
    matchAt(hourOnly, text, at) ??
    matchAt(military, text, at) ??
    readDotted(text, at) ??
    matchAt(withH, text, at);
  if (found === null) {
    const blanks = matchAt(template, text, at);
    return blanks === null ? null : { kind: "placeholder", end: at + blanks[0].length };
  }
  const [whole, hours = "", minutes, seconds, fraction] = found;
  let end = at + whole.length;
  const half = matchAt(halfOfDay, text, end);
  if (half !== null) end += half[0].length;
  else if (matchAt(durationWord, text, end) !== null) return null;
  else end = skip(hourWord, text, end);
  const afterRoughly = skip(roughly, text, end);
  const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (hour > 24 || (hour === 24 && minute + second > 0))
    return { kind: "impossible", reason: `hour ${hour} does not exist`, end };
  if (minute > 59) return { kind: "impossible", reason: `minute ${minute} does not exist`, end };
  if (second > 60) return { kind: "impossible", reason: `second ${second} does not exist`, end };
  const letter = (half?.[1] ?? half?.[2])?.toLowerCase();
  const written = letter === undefined ? null : letter === "p" ? "pm" : "am";
  const value: ClockTime = {
    clock:
      ((inHalf(hour, written) * 60 + minute) * 60 + Math.min(second, 59)) * 1000 +
      Math.floor(Number(`0.${fraction ?? "0"}`) * 1000),
    precision: fraction !== undefined ? "millisecond" : seconds !== undefined ? "second" : "minute",
    half: hour > 12 ? null : written,
    open: written === null && hour >= 1 && hour <= 12,
    minutes: minutes !== undefined,
    approximate: afterRoughly > end,
  };
  return { kind: "read", value, end: afterRoughly };
}

/** The hour of a 24-hour clock. */
export function inHalf(hour: number, half: "am" | "pm" | null): number {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}
