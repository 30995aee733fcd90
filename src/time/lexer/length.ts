import { matchesOf } from "../../base";
import type { Span } from "../../base";

/** A length of time in words or digits, as one place of a text states it. */
export interface DurationMention extends Span {
  readonly minutes: number;
  /** The upper end where two are given, as in "10-30 minutes"; else equal to `minutes`. */
  readonly most: number;
  /** The unit of its last digit in minutes: 1 for "1h 28m", 60 for "nine hours", 30 for "1.5 hours". */
  readonly step: number;
  readonly approximate: boolean;
  /** "over 5 hours" and "4+ hours" are `at-least`, "within 19 minutes" and "up to an hour" `at-most`. */
  readonly bound: "at-least" | "at-most" | null;
  /** A lone `90m` or `2d`, which can also mean metres, millions or dimensions. */
  readonly bare: boolean;
}

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  half: 0.5,
};

const minutesOf: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440, w: 10080 };

const word =
  "(?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)|half an?|(?:one|two|three|four|five|six|seven|eight|nine) and a half|" +
  Object.keys(numberWords)
    .sort((a, b) => b.length - a.length)
    .join("|");
const digits = "\\d{1,3}(?:,\\d{3})+|\\d{1,5}(?:\\.\\d{1,2})?½?|½";
const amount = `${digits}|${word}`;
const unit = "s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?";

/** One amount with its unit: `47 minutes`, `47-minute`, `10-30 min`, `4+ hours`, `1h31`, `half an hour`. */
const part = new RegExp(
  `(^|[^\\w.,:$€£/#-])(?:(?:(${digits})\\s?[-–]\\s?|(${amount})\\s(?:to|or)\\s))?(?:((?:${digits})(?=[ +-]?[ -]?[a-z])|(?:${word})(?=[ -]))(\\+?)[ -]?(${unit})(?![\\w\\u00c0-\\u024f])|(\\d{1,3})\\s?h\\s?([0-5]\\d)(?:m|min)?(?![\\w:]))(\\sand\\sa\\shalf)?`,
  "gi",
);
/** Without one of these no length is stated; most paragraphs have none. */
const unitWord = /\d\s?[smhdw]|second|minute|min\b|hour|hrs?\b|day|week/i;
/** What may stand between the parts of one length: `1 hour and 5 minutes`, `1h 28m`, `2 hours, 3 minutes`. */
const joint = /^(?:,?\s?(?:and\s|&\s)?)$/i;

const about =
  /(?:[~≈]|\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|nearly|almost|close to|some|an? estimated|estimated|just (?:over|under)))\s?(?:a\s|an\s|the\s)?$/i;
const atLeast = /(?:[>≥]=?|\b(?:over|more than|at least|longer than|exceeding|upwards? of))\s?$/i;
const atMost =
  /(?:[<≤]=?|\b(?:within|under|less than|up to|at most|no more than|fewer than|not more than|maximum of|max\.?))\s?(?:about\s|around\s|approximately\s|roughly\s|the (?:first|next)\s|a\s)?$/i;

/** The lengths of time that a text states, in its order. Linear in the text. */
export function readDurations(text: string): readonly DurationMention[] {
  const mentions: (DurationMention & Pick<Part, "unit">)[] = [];
  if (!unitWord.test(text)) return mentions;
  for (const match of matchesOf(part, text)) {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    // "a second pull request" counts no time.
    if (/^an? second$/i.test(text.slice(start, end))) continue;
    const piece =
      match[7] !== undefined && isClock(text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12))
        ? null
        : readPart(match);
    if (piece === null || (piece.unit < 1 && ofMany.test(text.slice(end, end + 14)))) continue;
    const last = mentions.at(-1);
    if (
      last !== undefined &&
      piece.unit < last.unit &&
      last.most === last.minutes &&
      joint.test(text.slice(last.end, start))
    ) {
      const minutes = last.minutes + piece.minutes;
      mentions[mentions.length - 1] = {
        start: last.start,
        end,
        minutes,
        most: minutes,
        step: piece.step,
        approximate: last.approximate,
        bound: last.bound,
        bare: false,
        unit: piece.unit,
      };
      continue;
    }
    const before = text.slice(Math.max(0, start - 30), start);
    const bound = piece.plus || atLeast.test(before) ? "at-least" : atMost.test(before) ? "at-most" : null;
    mentions.push({
      start,
      end,
      minutes: piece.minutes,
      most: piece.most,
      step: piece.step,
      approximate: about.test(before),
      bound,
      bare: piece.bare,
      unit: piece.unit,
    });
  }
  return mentions;
}

/** "às 21h45", "14h30 – 15h10": a time of day, as several languages write it. */
function isClock(before: string, after: string): boolean {
  return (
    /(?:\b(?:at|from|until|vers|um)|às|à)\s$|\dh\s?\d\d\s?[-–—→]\s?$/i.test(before) ||
    /^\s?[-–—→]\s?\d{1,2}\s?h\s?[0-5]\d/i.test(after)
  );
}

/** "100s of requests" is no time. */
const ofMany = /^\sof\s/i;

interface Part {
  readonly minutes: number;
  readonly most: number;
  readonly step: number;
  readonly unit: number;
  readonly plus: boolean;
  readonly bare: boolean;
}

function readPart(match: RegExpExecArray): Part | null {
  const [, , digitsLow, wordLow, high, plus, unitWord, hours, minutes, andHalf] = match;
  const low = digitsLow ?? wordLow;
  if (hours !== undefined) {
    const total = Number(hours) * 60 + Number(minutes);
    return { minutes: total, most: total, step: 1, unit: 1, plus: false, bare: false };
  }
  if (high === undefined || unitWord === undefined) return null;
  const unitMinutes = minutesOf[unitWord.charAt(0).toLowerCase()] ?? 1;
  const most = readAmount(high);
  const least = low === undefined ? most : readAmount(low);
  if (most === null || least === null || least.value > most.value) return null;
  const half = andHalf === undefined ? 0 : 0.5;
  return {
    minutes: (least.value + half) * unitMinutes,
    most: (most.value + half) * unitMinutes,
    step: (half > 0 ? 0.5 : most.step) * unitMinutes,
    unit: unitMinutes,
    plus: plus === "+",
    bare: /^[mdw]$/i.test(unitWord),
  };
}

/** The value of digits or number words, and what its last digit counts. */
function readAmount(source: string): { readonly value: number; readonly step: number } | null {
  const words = source.toLowerCase();
  if (/\d|½/.test(words)) {
    const half = words.endsWith("½");
    const digits = words.replace(/[,½]/g, "");
    const decimals = digits.split(".")[1] ?? "";
    return {
      value: Number(digits) + (half ? 0.5 : 0),
      step: half || /^50?$/.test(decimals) ? 0.5 : 10 ** -decimals.length,
    };
  }
  if (words.startsWith("half")) return { value: 0.5, step: 0.5 };
  const [whole = "", more] = words.split(/-| and a /);
  const value = numberWords[whole];
  const rest = more === undefined ? 0 : numberWords[more];
  return value === undefined || rest === undefined ? null : { value: value + rest, step: rest === 0.5 ? 0.5 : 1 };
}

/**
 * Whether a stated length can mean the given minutes between two times that are written to the minute.
 *
 * One minute either way is rounding; whole and half hours may be rounded to themselves; an
 * approximate length may be a tenth off, or half its last digit's unit.
 */
export function admits(
  stated: Pick<DurationMention, "minutes" | "most" | "step" | "approximate" | "bound">,
  minutes: number,
): boolean {
  const rounding = stated.step > 1 ? stated.step / 2 : 1;
  const tolerance = stated.approximate
    ? Math.max(rounding, 2, 0.1 * stated.most, stated.step >= 60 ? 0.75 * stated.step : 0)
    : rounding;
  const low = stated.bound === "at-most" ? 0 : stated.minutes - tolerance;
  const high = stated.bound === "at-least" ? Infinity : stated.most + tolerance;
  return low <= minutes && minutes <= high;
}

/** Minutes in words: `47 minutes`, `1 hour 5 minutes`, `3 days 2 hours`; the sign is left out. */
export function formatMinutes(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const counts =
    whole >= 6000
      ? ([
          [Math.floor(whole / 1440), "day"],
          [Math.floor((whole % 1440) / 60), "hour"],
        ] as const)
      : ([
          [Math.floor(whole / 60), "hour"],
          [whole % 60, "minute"],
        ] as const);
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
  return words.join(" ") || "0 minutes";
}

/** Minutes in few characters: `47 min`, `1 h 5 min`, `3 d 2 h`; the sign is left out. */
export function shortMinutes(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const counts =
    whole >= 1440
      ? ([
          [Math.floor(whole / 1440), "d"],
          [Math.floor((whole % 1440) / 60), "h"],
        ] as const)
      : ([
          [Math.floor(whole / 60), "h"],
          [whole % 60, "min"],
        ] as const);
  return (
    counts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(" ") || "0 min"
  );
}
