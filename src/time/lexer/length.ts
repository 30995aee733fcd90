import { digitsOf, hasDigit } from "../../base";
import type { Span } from "../../base";
import { anyOf, english, folded, perLanguage, unaccented } from "../../language";
import type { Lexicon } from "../../language";

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

const minutesOf = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10080 } as const;
const unitNames = ["second", "minute", "hour", "day", "week"] as const;

/** The patterns of a language, and what its words count. */
const readers = perLanguage(({ lengths, measures, clock }) => {
  const numbers = new Map(
    Object.entries(lengths.numbers).flatMap(([value, words]) =>
      words.map((word) => [folded(word), Number(value)] as const),
    ),
  );
  const units = new Map(
    unitNames.flatMap((name) => lengths.units[name].map((word) => [folded(word), minutesOf[name]] as const)),
  );
  const [tens, ones] = [valued(numbers, 20, 90), valued(numbers, 1, 9)];
  const fractions = valued(numbers, 0.25, 0.75);
  const articles = anyOf(valued(numbers, 1, 1));
  const word = `${anyOf(tens).replaceAll("(?![a-z])", "")}-${anyOf(ones)}|${anyOf(fractions)}(?: ${articles})?|${anyOf(ones)} and ${articles} half|${anyOf([...numbers.keys()])}`;
  const [grouped, point] = [group(measures.thousands), group(measures.decimals)];
  const digits = `\\d{1,3}(?:${grouped}\\d{3})+(?!\\d)|\\d{1,5}(?:${point}\\d{1,2}(?!\\d))?½?|½`;
  // "1 h 30" is one length where hours are written so.
  const isHourFirst = clock.maybeHour.length > 0;
  const unit = anyOf([...units.keys()]).replaceAll("(?![a-z])", "(?![a-z\\d])");
  const [about, atLeast, atMost] = [measures.about, measures.atLeast, measures.atMost].map((words) => anyOf(words));
  return {
    numbers,
    fractions,
    units,
    decimal: new RegExp(point),
    grouped: new RegExp(`^\\d{1,3}(?:${grouped}\\d{3})+$`),
    letters: new Set(lengths.letters),
    // One amount with its unit: `47 minutes`, `47-minute`, `10-30 min`, `4+ hours`, `1h31`, `half an hour`.
    part: new RegExp(
      `(^|[^\\w.,:$€£/#-])(?:(?:(${digits})\\s?[-–~]\\s?|(${digits}|${word})\\s?${anyOf(lengths.to)}\\s?))?` +
        `(?:((?:${digits})(?=[ +-]?[ -]?[^\\s\\d])|(?:${word})(?=[ -]))(\\+?)[ -]?(${unit})(?![a-z_\\u00c0-\\u024f]${isHourFirst ? `|\\s?[0-5]\\d(?!\\d|\\s?(?:${unit}))` : ""})` +
        `|(\\d{1,3})\\s?h\\s?([0-5]\\d)(?:m|min)?(?![\\w:]))(\\s?${anyOf(lengths.andHalf)})?`,
      "gi",
    ),
    // Without one of these no length is stated; most paragraphs have none.
    unitWord: new RegExp(
      `\\d\\s?${unit.replaceAll("(?![a-z\\d])", "")}|${anyOf([...units.keys()].filter((name) => name.length > 1 || name > "z"))}`,
      "i",
    ),
    // Between the parts of one length: `1 hour and 5 minutes`, `1h 28m`, `2 hours, 3 minutes`.
    joint: new RegExp(`^(?:,?\\s?(?:${anyOf(lengths.and)}\\s?)?)$`, "i"),
    about: new RegExp(`(?:[~≈±]|(?:^|[^a-z])${about ?? ""})\\s?(?:(?:${articles}|the)\\s)?$`, "i"),
    atLeast: new RegExp(`(?:[>≥]=?|(?:^|[^a-z])${atLeast ?? ""})\\s?$`, "i"),
    atMost: new RegExp(
      `(?:[<≤]=?|(?:^|[^a-z])${atMost ?? ""})\\s?(?:(?:${about ?? ""}|the (?:first|next)|a)\\s)?$`,
      "i",
    ),
    clockBefore: new RegExp(
      `(?:(?:^|[^a-z])${anyOf([...clock.at, ...clock.from, "until", "um", "vers", "as"])}\\s|\\dh\\s?\\d\\d\\s?[-–—→]\\s?)$`,
      "i",
    ),
  };
});

/** The words for whole numbers in a range. */
function valued(numbers: ReadonlyMap<string, number>, least: number, most: number): readonly string[] {
  return [...numbers].filter(([, value]) => value >= least && value <= most).map(([word]) => word);
}

/** Signs as a class of characters. */
function group(signs: readonly string[]): string {
  return `[${signs.join("").replace(/[\]\\^-]/g, "\\$&")}]`;
}

/** Every match; where words have no blanks, the last character of one is what stands before the next. */
function partsOf(part: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  part.lastIndex = 0;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    found.push(match);
    if (text.charCodeAt(part.lastIndex - 1) > 0x2e7f) part.lastIndex -= 1;
  }
  return found;
}

/** The lengths of time that a text states, in its order. Linear in the text. */
export function readDurations(source: string, language: Lexicon = english): readonly DurationMention[] {
  const reader = readers(language);
  const text = unaccented(source);
  const mentions: (DurationMention & Pick<Part, "unit">)[] = [];
  if (!reader.unitWord.test(text)) return mentions;
  for (const match of partsOf(reader.part, text)) {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    // "a second pull request" counts no time.
    if (/^an? second$/i.test(text.slice(start, end))) continue;
    const piece =
      match[7] !== undefined &&
      (reader.clockBefore.test(text.slice(Math.max(0, start - 12), start)) ||
        clockBehind.test(text.slice(end, end + 12)))
        ? null
        : readPart(match, language);
    if (piece === null || (piece.unit < 1 && ofMany.test(text.slice(end, end + 14)))) continue;
    const last = mentions.at(-1);
    if (
      last !== undefined &&
      piece.unit < last.unit &&
      last.most === last.minutes &&
      reader.joint.test(text.slice(last.end, start))
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
    // "No more than" holds "more than".
    const [isMost, isLeast] = [reader.atMost.test(before), piece.plus || reader.atLeast.test(before)];
    const bound = isMost ? "at-most" : isLeast ? "at-least" : null;
    mentions.push({
      start,
      end,
      minutes: piece.minutes,
      most: piece.most,
      step: piece.step,
      approximate: reader.about.test(before),
      bound,
      bare: piece.bare,
      unit: piece.unit,
    });
  }
  return mentions;
}

/** "14h30 – 15h10": times of day, as several languages write them. */
const clockBehind = /^\s?[-–—→]\s?\d{1,2}\s?h\s?[0-5]\d/i;
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

function readPart(match: RegExpExecArray, language: Lexicon): Part | null {
  const { units, letters } = readers(language);
  const [, , digitsLow, wordLow, high, plus, unitWord, hours, minutes, andHalf] = match;
  const low = digitsLow ?? wordLow;
  if (hours !== undefined) {
    const total = Number(hours) * 60 + Number(minutes);
    return { minutes: total, most: total, step: 1, unit: 1, plus: false, bare: false };
  }
  if (high === undefined || unitWord === undefined) return null;
  const unitMinutes = units.get(folded(unitWord)) ?? 1;
  const most = readAmount(high, language);
  const least = low === undefined ? most : readAmount(low, language);
  if (most === null || least === null || least.value > most.value) return null;
  const half = andHalf === undefined ? 0 : 0.5;
  return {
    minutes: (least.value + half) * unitMinutes,
    most: (most.value + half) * unitMinutes,
    step: (half > 0 ? 0.5 : most.step) * unitMinutes,
    unit: unitMinutes,
    plus: plus === "+",
    bare: letters.has(unitWord.toLowerCase()),
  };
}

/** The value of digits or number words, and what its last digit counts. */
function readAmount(source: string, language: Lexicon): { readonly value: number; readonly step: number } | null {
  const { numbers, fractions, grouped, decimal } = readers(language);
  const words = folded(source);
  if (hasDigit(words) || words.includes("½")) {
    const half = words.endsWith("½");
    const bare = words.replace("½", "");
    const digits = grouped.test(bare) ? digitsOf(bare) : bare.replace(decimal, ".");
    const decimals = digits.split(".")[1] ?? "";
    return {
      value: Number(digits) + (half ? 0.5 : 0),
      step: half || /^50?$/.test(decimals) ? 0.5 : 10 ** -decimals.length,
    };
  }
  const fraction = fractions.find((name) => words === name || words.startsWith(`${name} `));
  if (fraction !== undefined) {
    const value = numbers.get(fraction) ?? 1;
    return { value, step: value === 0.5 ? 0.5 : 0.25 };
  }
  const [whole = "", more] = words.split(/-| and an? /);
  const value = numbers.get(whole);
  const rest = more === undefined ? 0 : numbers.get(more);
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
