import { anyOf, initials, perLanguage, unaccented } from "../../language";
import type { Lexicon } from "../../language";
import type { Precision } from "../written";
import type { Reading } from "./scan";
import { digits, letters, matchAt, opening, skip } from "./scan";
import { zoneAt } from "./zone";
import type { Span } from "../../base";

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
const withH = opening(digits, /(\d{2})h(\d{2})(?![\da-z])/iy);
const fourDigits = opening("012", /([01]\d|2[0-3])([0-5]\d)(?!\d)/y);
/** `7.48` and `0757` without a sign that they are times. */
const loose = opening(digits, /(\d{1,2})\.(\d{2})(?!\d|\.\d)|(\d{2})(\d{2})(?!\d|[.,:]\d)/y);
/** What behind such digits does not count something: an end, a sign, a capital. */
const behindLoose = opening(
  ` \n:|)];,.-${letters}`,
  / *(?:$|[\n|)\];]|[:,.](?: |$)|-{1,2}>? ?(?:\d|[A-Z]| |$)|[A-Z][a-z]|[A-Z] )/y,
);
const template = opening(
  `ht${digits}`,
  /(?:hh|\d{1,2}):(?:mm|xx|\?\?|--|\d[x?])(?::ss)?(?![a-y\d])|T ?\+ ?[xn](?![a-z])/iy,
);
/** The patterns of a language. */
const readers = perLanguage(({ clock, figures, lengths, measures }) => {
  const [am, pm] = [anyOf(clock.am), anyOf(clock.pm)];
  const counted = [...lengths.units.minute, ...lengths.units.second].filter((unit) => unit.length > 1 || unit > "z");
  // `3時間` is a length.
  const hour = `(?!${anyOf(lengths.units.hour.filter((unit) => unit > "z"))})${anyOf(clock.hour)}`;
  const scales = [...Object.values(figures.scales), figures.percent].flat();
  const units = Object.values(lengths.units).flat();
  return {
    hourOnly: opening(digits, new RegExp(`(\\d{1,2})(?= ?(?:${am}|${pm}))`, "iy")),
    half: opening(" ap", new RegExp(` {0,2}(?:(${am})|(${pm}))|(?:(a)|(p))(?![a-z.])`, "iy")),
    before: opening(
      initials([...clock.amBefore, ...clock.pmBefore]),
      new RegExp(`(?:(${anyOf(clock.amBefore)})|(${anyOf(clock.pmBefore)})) ?(?=\\d)`, "iy"),
    ),
    // "18 Uhr 30", `6時25分`, `3点半`: the word makes it a time of day.
    marked: opening(
      digits,
      new RegExp(
        `(\\d{1,2}) ?${hour}(?: ?(\\d{1,2})(?!\\d)(?: ?${anyOf(clock.minute)})?| ?(${anyOf(clock.half)}))?`,
        "iy",
      ),
    ),
    // "6h12", "15 h 16", "15h": may be a length as well.
    either: opening(
      digits,
      new RegExp(
        `(\\d{1,2}) ?${anyOf(clock.maybeHour).replaceAll("(?![a-z])", "")}(?: ?([0-5]\\d)(?![\\d:]|[.,]\\d)|(?![a-z\\d]))`,
        "iy",
      ),
    ),
    hasEither: clock.maybeHour.length > 0,
    hourBehind: opening(
      " -bu",
      new RegExp(`(?: ?(?:-|${anyOf([...clock.to, ...clock.and])}) ?\\d{1,2}\\.\\d{2})? {1,2}${hour}`, "iy"),
    ),
    idle: opening(
      ` ${initials([...clock.idle, ...clock.hour])}`,
      new RegExp(
        ` ?${anyOf([...clock.idle, ...clock.hour.filter((word) => word < "~"), ...clock.maybeHour])}(?![\\d])`,
        "iy",
      ),
    ),
    // "1.50 million", "2.10 GB", "1.5 or 2"
    scaled: new RegExp(
      `^ ?(?:%|[$€£]|(?:[kmgtp]i?b|ms|per|times|of)(?![a-z])|${anyOf([...scales, ...units, ...clock.to, ...clock.and])})`,
      "i",
    ),
    counted: opening(` -%${initials(counted)}`, new RegExp(` ?-?(?:${anyOf(counted)}|%)`, "iy")),
    roughly: opening(
      ` -~?${initials(measures.aboutBehind)}`,
      new RegExp(` ?-?${anyOf(measures.aboutBehind)}|~(?! ?\\d)|\\?`, "iy"),
    ),
    // "for 15 h 16": a length.
    cue: new RegExp(`(?:^|[^a-z])${anyOf(lengths.cues)}[ :*|]{0,4}(?:${anyOf(measures.about)}|[~≈])? ?$`, "i"),
    // "at 15h": a time of day.
    at: new RegExp(
      `(?:(?:^|[^a-z])${anyOf([...clock.at, ...clock.from, ...clock.between, ...clock.to, ...measures.about])}|[~≈]) {0,2}$`,
      "i",
    ),
  };
});

/** What stands behind "15h" where a line goes on with what happened then. */
const behindAlone = /^ *(?:$|[:|)\]]|-(?= ))/;

/** Offset behind a word or sign of `at` that makes the time before it approximate: `頃`. */
export function skipRoughly(text: string, at: number, language: Lexicon): number {
  return skip(readers(language).roughly, text, at);
}

/** Whether "15h" or "15 h 16" is a time of day and no length, by what stands around it. */
function isOfDay(text: string, { start: at, end }: Span, isFull: boolean, language: Lexicon): boolean {
  const { cue, at: before } = readers(language);
  const lead = unaccented(text.slice(Math.max(0, at - 28), at));
  if (cue.test(lead)) return false;
  if (isFull) return true;
  if (before.test(lead) || zoneAt(text, end + 1, language) !== null) return true;
  return lead.trim() === "" && behindAlone.test(text.slice(end, end + 8));
}

/** `7.48` is a time only where half of day, zone or a word such as "Uhr" follow; else it is a number. */
function readDotted(text: string, at: number, language: Lexicon): RegExpExecArray | null {
  const found = matchAt(withDot, text, at);
  if (found === null) return null;
  const end = at + found[0].length;
  const { half, hourBehind } = readers(language);
  return matchAt(half, text, end) !== null ||
    matchAt(hourBehind, text, end) !== null ||
    (text[end] === " " && zoneAt(text, end + 1, language) !== null)
    ? found
    : null;
}

/** `0757` is a time where a word for hours or a zone follows. */
function readMilitary(text: string, at: number, language: Lexicon): RegExpExecArray | null {
  const found = matchAt(fourDigits, text, at);
  if (found === null) return null;
  const end = at + found[0].length;
  const gap = text.charAt(end) === " " ? 1 : 0;
  const isMarked =
    skip(readers(language).idle, text, end) > end ||
    (/[A-Za-z]/.test(text.charAt(end + gap)) && zoneAt(text, end + gap, language) !== null);
  return isMarked ? found : null;
}

/** What is known of a place where a time may stand: it lies behind a date, or opens a line of a timeline. */
export type ClockPlace = "anywhere" | "behind date" | "line start";

/** `7.48` or `0757` where only a time is expected, unless it counts what stands behind it. */
function readLoose(text: string, at: number, place: ClockPlace, language: Lexicon): RegExpExecArray | null {
  const found = matchAt(loose, text, at);
  if (found === null) return null;
  const [whole, hours, minutes, twoDigits, lastTwo] = found;
  const end = at + whole.length;
  const isClock = Number(hours ?? twoDigits) < 24 && Number(minutes ?? lastTwo) < 60;
  const behind = text.slice(end, end + 24);
  if (!isClock || /^ *\d/.test(behind)) return null;
  const isFree = place === "line start" && hours !== undefined && !readers(language).scaled.test(behind);
  if (!isFree && matchAt(behindLoose, text, end) === null && zoneAt(text, end + 1, language) === null) return null;
  return hours === undefined ? matchAt(fourDigits, text, at) : found;
}

/**
 * The time of day that begins at `at`. `text` must be `plain`.
 *
 * @param place Behind a date "15h" can only be a time of day; and there and at the start of a line so can `7.48` and
 * `0757`.
 */
export function readClock(
  text: string,
  at: number,
  language: Lexicon,
  place: ClockPlace = "anywhere",
): Reading<ClockTime> | null {
  const reader = readers(language);
  const lead = matchAt(reader.before, text, at);
  const start = at + (lead?.[0].length ?? 0);
  const found =
    matchAt(withColon, text, start) ??
    matchAt(reader.hourOnly, text, start) ??
    readMilitary(text, start, language) ??
    readDotted(text, start, language) ??
    matchAt(withH, text, start) ??
    readWorded(text, start, place === "behind date", language) ??
    (place === "anywhere" ? null : readLoose(text, start, place, language));
  if (found === null) {
    const blanks = matchAt(template, text, at);
    return blanks === null ? null : { kind: "placeholder", end: at + blanks[0].length };
  }
  const [whole, hours = "", minutes, seconds, fraction] = found;
  let end = start + whole.length;
  const half = lead === null ? matchAt(reader.half, text, end) : null;
  if (half !== null) end += half[0].length;
  else if (matchAt(reader.counted, text, end) !== null) return null;
  else end = skip(reader.idle, text, end);
  const afterRoughly = skip(reader.roughly, text, end);
  const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (hour > 24 || (hour === 24 && minute + second > 0))
    return { kind: "impossible", reason: `hour ${hour} does not exist`, end };
  if (minute > 59) return { kind: "impossible", reason: `minute ${minute} does not exist`, end };
  if (second > 60) return { kind: "impossible", reason: `second ${second} does not exist`, end };
  const [isAm, isPm] = [lead?.[1] ?? half?.[1] ?? half?.[3], lead?.[2] ?? half?.[2] ?? half?.[4]];
  const written = isAm !== undefined ? "am" : isPm !== undefined ? "pm" : null;
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

/** "18 Uhr 30", `6時25分`, "6h12", "15 h 16", and "15h" where it is no length; `seconds` and fraction stay open. */
function readWorded(text: string, at: number, isDated: boolean, language: Lexicon): RegExpExecArray | null {
  const { marked, either, hasEither } = readers(language);
  const certain = matchAt(marked, text, at);
  if (certain !== null) return withMinutes(certain, certain[3] === undefined ? certain[2] : "30");
  const found = hasEither ? matchAt(either, text, at) : null;
  if (found === null) return null;
  const end = at + found[0].length;
  return isDated || isOfDay(text, { start: at, end }, found[2] !== undefined, language)
    ? withMinutes(found, found[2])
    : null;
}

/** The match with its minutes, and nothing for seconds. */
function withMinutes(found: RegExpExecArray, minutes: string | undefined): RegExpExecArray {
  found.length = 2;
  if (minutes !== undefined) found[2] = minutes;
  return found;
}

/** The hour of a 24-hour clock. */
export function inHalf(hour: number, half: "am" | "pm" | null): number {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}
