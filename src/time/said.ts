import { hasDigit, holdsAny, isMadeOf, singleSpaced, withoutTail } from "../base";
import { typedDays } from "../language";
import type { Day } from "./calendar";
import { toLocal } from "./instant";
import { readDurations } from "./lexer/length";
import type { Zone } from "./lexer/zone";
import { readInstant } from "./read-instant";

const minute = 60_000;

/**
 * Reads a moment as a person types it into a field: `09:30`, `now`, `-20m`, `20 min ago`, `yesterday 21:30`, a date
 * with a time.
 *
 * @param now UTC epoch milliseconds
 * @param day The day of a time that states none
 * @returns UTC epoch milliseconds, or null for what is no moment
 */
export function readSaid(source: string, now: number, zone: Zone, day: Day | null): number | null {
  // Names of zones keep their case.
  const text = source.trim();
  const lower = text.toLowerCase();
  const thisMinute = Math.floor(now / minute) * minute;
  if (typedDays.now.includes(lower)) return thisMinute;
  const length = lengthBefore(lower);
  const [ago] = length === undefined ? [] : readDurations(length);
  if (ago !== undefined && length !== undefined)
    return ago.start === 0 && ago.end === length.length ? thisMinute - ago.minutes * minute : null;
  const [first = "", ...rest] = singleSpaced(text).split(" ");
  const named = first.toLowerCase();
  const back = typedDays.yesterday.includes(named) ? 1 : typedDays.today.includes(named) ? 0 : null;
  const read =
    back === null ? readInstant(text, zone, day) : readInstant(rest.join(" "), zone, toLocal(now, zone).day - back);
  return read.ok ? read.time : null;
}

/** The most words of a moment: `yesterday 9:30 pm UTC`. */
const mostWords = 4;

/**
 * Reads a moment that stands before other words, as in `06:45 Alert fires` and `-20m: rolled back`; what follows it is
 * the rest. A moment without a digit is none here: "now" begins sentences.
 *
 * @param now UTC epoch milliseconds
 * @param day The day of a time that states none
 */
export function readSaidBefore(
  source: string,
  now: number,
  zone: Zone,
  day: Day | null,
): { /** UTC epoch milliseconds. */ readonly time: number; readonly rest: string } | null {
  const words = singleSpaced(source.trim()).split(" ");
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const said = withoutTail(words.slice(0, count).join(" "), ":,");
    const time = hasDigit(said) ? readSaid(said, now, zone, day) : null;
    const isParted = isMadeOf(words[count] ?? "x", "-–—:·|");
    const rest = words.slice(isParted ? count + 1 : count).join(" ");
    if (time !== null) return { time, rest };
  }
  return null;
}

/** The length in `-20m` and `20 min ago`; undefined where none stands. */
function lengthBefore(text: string): string | undefined {
  if (holdsAny(text.charAt(0), "-−–")) return text.slice(1).trimStart();
  const ago = typedDays.ago.find((word) => text.endsWith(` ${word}`));
  return ago === undefined ? undefined : text.slice(0, -ago.length - 1).trimEnd();
}
