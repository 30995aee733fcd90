import { hasDigit } from "../../base";
import type { Span } from "../../base";
import { anyOf, english, folded, initials, perLanguage } from "../../language";
import type { Lexicon } from "../../language";
import type { ClockPlace } from "./clock";
import { readElapsed } from "./elapsed";
import { plain } from "./unmarked";
import { matchAt, opening, skip } from "./scan";
import type { Point, StatedTime } from "./point";
import { readPoint } from "./point";
import type { StatedDate } from "./date";

/** An expression of time, read as far as it goes; spans are offsets in the text that was read. */
export type Stamp =
  | {
      readonly kind: "time";
      readonly span: Span;
      readonly from: StatedTime;
      /** The end of a range. */
      readonly to: StatedTime | null;
      /** The same moment in other zones: `11:20 UTC (6:20 AM ET)`. */
      readonly also: readonly StatedTime[];
      readonly approximate: boolean;
      /** Milliseconds since the incident began, where that is stated too: `T0 (14:02)`. */
      readonly elapsed: number | null;
    }
  | { readonly kind: "date"; readonly span: Span; readonly date: StatedDate; readonly to: StatedDate | null }
  /** Time since the incident began: `T+5m`. */
  | { readonly kind: "elapsed"; readonly span: Span; readonly milliseconds: number }
  /** Clearly meant as a time, but there is none such. */
  | { readonly kind: "impossible"; readonly span: Span; readonly reason: string }
  /** Left to be filled in: `HH:MM`, `14:??`. */
  | { readonly kind: "placeholder"; readonly span: Span };

const behindElapsed = opening(" (:@,-", /[ (:@,-]{1,4}/y);
const beforeOther = opening(" (/|,;", / {0,2}(?:[(/|,;]| or | - ) {0,2}/iy);
const behindShort = opening(" \n:|)];,.*-", / *(?:$|[\n:|)\];,.*-])/y);
const isLatin = /^[a-z]/;

/** The patterns of a language. */
const readers = perLanguage(({ calendar, clock, measures }) => {
  const leads = [...clock.at, ...clock.from, ...clock.between, ...clock.vague];
  // The "um" of "um die 14 Uhr" is no lead.
  const about = anyOf(measures.about.filter((word) => word.includes(" ")));
  const starts = [
    ...calendar.weekdays.flat(),
    ...calendar.months.flat(),
    ...calendar.nth,
    ...clock.between,
    ...clock.amBefore,
    ...clock.pmBefore,
    ...measures.about.filter((word) => !word.includes(" ") && word.length > 2),
  ].map(folded);
  return {
    lead: opening(
      initials(leads),
      new RegExp(`(?:(?!${about})${anyOf(leads)}${clock.at.some(isAsian) ? " ?" : " {1,2}"}){0,2}`, "iy"),
    ),
    vague: new RegExp(anyOf(clock.vague), "i"),
    between: new RegExp(anyOf(clock.between), "i"),
    roughlyBehind: opening(
      " -(",
      new RegExp(
        ` ?-? ?\\((?:${anyOf([...measures.about, ...measures.aboutBehind, "approximate", "estimate"])})\\)`,
        "iy",
      ),
    ),
    connector: opening(
      ` -=.→~${initials([...clock.to, ...clock.and])}`,
      new RegExp(` {0,3}(-{1,2}>?|→|=>|⇒|\\.{2,3}|${anyOf(clock.to)}|(${anyOf(clock.and)})) {0,3}`, "iy"),
    ),
    // Where an expression of time may begin; any other word is passed over.
    beginning: new RegExp(
      `\\b${anyOf(starts.filter((word) => isLatin.test(word)))}|${anyOf(starts.filter((word) => !isLatin.test(word)))}|\\d+|[~≈±]`,
      "gi",
    ),
  };
});

function isAsian(word: string): boolean {
  return word.charCodeAt(0) > 0x2e7f;
}

/**
 * Reads the expression of time that begins at `at`, behind a leading "at", "on" or "between". `text` must be `plain`.
 *
 * @param place Where it begins.
 */
export function readStamp(
  text: string,
  at: number,
  language: Lexicon = english,
  place: ClockPlace = "anywhere",
): Stamp | null {
  const { lead, between, vague } = readers(language);
  const start = skip(lead, text, at);
  const elapsed = readElapsed(text, start);
  if (elapsed !== null) {
    const gap = skip(behindElapsed, text, elapsed.end);
    const clock = gap > elapsed.end ? readMoment(text, gap, { opened: false, place: "anywhere" }, language) : null;
    if (clock?.kind === "time")
      return { ...clock, span: { start, end: clock.span.end }, elapsed: elapsed.milliseconds };
    return { kind: "elapsed", span: { start, end: elapsed.end }, milliseconds: elapsed.milliseconds };
  }
  const led = text.slice(at, start);
  const stamp = readMoment(text, start, { opened: between.test(led), place }, language);
  return stamp?.kind === "time" && vague.test(led) ? { ...stamp, approximate: true } : stamp;
}

/** What is known of a place where a time or a range may stand. */
interface Expectation {
  /** By "between". */
  readonly opened: boolean;
  readonly place: ClockPlace;
}

/** Reads a date, a time or a range. */
function readMoment(
  text: string,
  start: number,
  expectation: Expectation,
  language: Lexicon,
): Exclude<Stamp, { kind: "elapsed" }> | null {
  const range = readRange(text, start, expectation, language);
  if (range === null) return null;
  const { from, to } = range;
  const span = { start, end: to?.end ?? from.end };
  if (from.kind === "date") {
    const last = to?.kind === "date" ? to.date : null;
    return { kind: "date", span, date: withYearOf(from.date, last), to: last };
  }
  if (from.kind === "placeholder") return { kind: "placeholder", span };
  if (from.kind === "impossible") return { kind: "impossible", span, reason: from.reason };
  if (to?.kind === "impossible") return { kind: "impossible", span, reason: to.reason };
  const end = to?.kind === "time" ? to : null;
  const also = readOthers(text, span.end, language);
  const alsoEnd = also.at(-1)?.span.end ?? span.end;
  const behind = skip(readers(language).roughlyBehind, text, alsoEnd);
  const dated =
    end?.dated === "behind" && from.dated === null && end.time.date?.kind !== "later"
      ? { ...from.time, date: end.time.date }
      : from.time;
  const [first, last] = shared(dated, end?.time ?? null);
  const approximate = from.approximate || end?.approximate === true || behind > alsoEnd;
  return { kind: "time", span: { start, end: behind }, from: first, to: last, also, approximate, elapsed: null };
}

/** "October 21 to October 30, 2025": the year stands at the end of the range. */
function withYearOf(from: StatedDate, to: StatedDate | null): StatedDate {
  if (from.kind !== "date" || from.year !== null || to?.kind !== "date" || to.year === null) return from;
  const isBefore = from.month < to.month || (from.month === to.month && from.day <= to.day);
  return { ...from, year: isBefore ? to.year : to.year - 1 };
}

/** The same stamp with every span moved by `by`: from a piece of text to the whole. */
export function shifted<Some extends Stamp>(stamp: Some, by: number): Some {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  const moveTime = (time: StatedTime): StatedTime => ({
    ...time,
    span: move(time.span),
    zone: time.zone && { ...time.zone, span: move(time.zone.span) },
  });
  const span = move(stamp.span);
  if (stamp.kind !== "time") return { ...stamp, span };
  return {
    ...stamp,
    span,
    from: moveTime(stamp.from),
    to: stamp.to && moveTime(stamp.to),
    also: stamp.also.map(moveTime),
  };
}

/** Whether what begins at `at` goes on with what stands before it: `12:30`, `v2`, `a/b`. */
function isJoined(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (
    /[\w./#@$%&+-]/.test(before) ||
    (before === ":" && /[\w]/.test(text.charAt(at - 2)) && text.charCodeAt(at - 2) < 0x80)
  );
}

/** Every date and time in a text, in their order; expressions that cannot be read are left out. */
export function findStamps(source: string, language: Lexicon = english): readonly Stamp[] {
  if (!hasDigit(source)) return [];
  const text = plain(source).replaceAll("\n", " ");
  const found: Stamp[] = [];
  const { beginning } = readers(language);
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    if (match.index > 0 && isJoined(text, match.index)) continue;
    const stamp = readStamp(text, match.index, language);
    if (stamp?.kind !== "time" && stamp?.kind !== "date") continue;
    found.push(stamp);
    beginning.lastIndex = stamp.span.end;
  }
  return found;
}

function readRange(
  text: string,
  at: number,
  { opened, place }: Expectation,
  language: Lexicon,
): { readonly from: Point; readonly to: Point | null } | null {
  const from = readPoint(text, at, language, place);
  if (from === null) return null;
  const alone = { from, to: null };
  const joint =
    from.kind === "time" || from.kind === "date" ? matchAt(readers(language).connector, text, from.end) : null;
  if (joint === null) return alone;
  const word = joint[1] ?? "";
  if (joint[2] !== undefined && !opened && !(from.kind === "time" && from.between)) return alone;
  const placeOfEnd = from.kind === "time" && from.dated !== null ? "behind date" : place;
  const to = readPoint(text, from.end + joint[0].length, language, placeOfEnd);
  if (to === null || to.kind === "placeholder") return alone;
  if (to.kind === "impossible") return from.kind === "time" ? { from, to } : alone;
  if (from.kind !== to.kind) return alone;
  if (from.kind === "time" && to.kind === "time" && word.startsWith("-")) {
    // "10:00 - May 5, 9:00 release" and "10:00 - 3 PM call" go on with words.
    if (to.dated === "before" && from.dated === null && to.time.date?.kind !== "later") return alone;
    if (from.time.clock.minutes && !to.time.clock.minutes && matchAt(behindShort, text, to.end) === null) return alone;
  }
  return { from, to };
}

/** Readings of the same moment in other zones, each with its zone. */
function readOthers(text: string, at: number, language: Lexicon): StatedTime[] {
  const found: StatedTime[] = [];
  for (let end = at; found.length < 3;) {
    const gap = matchAt(beforeOther, text, end)?.[0];
    if (gap === undefined) break;
    const range = readRange(text, end + gap.length, { opened: false, place: "anywhere" }, language);
    if (range?.from.kind !== "time") break;
    const time = shared(range.from.time, range.to?.kind === "time" ? range.to.time : null)[0];
    if (time.zone === null) break;
    end = range.to?.end ?? range.from.end;
    if (gap.includes("(") && text.charAt(end) === ")") end += 1;
    found.push({ ...time, span: { start: time.span.start, end } });
  }
  return found;
}

const halfDay = 43_200_000;

/** A range whose ends share what only one of them states: `2:32–2:40 AM`, `14:02 → 14:37 PT`. */
function shared(from: StatedTime, to: StatedTime | null): readonly [StatedTime, StatedTime | null] {
  if (to === null) return [from, null];
  const zone = from.zone ?? to.zone;
  let [first, last] = [from.clock, to.clock];
  const afternoon = (clock: number): number => (clock % halfDay) + halfDay;
  if (first.open && last.half !== null) {
    const sameHalf = last.half === "pm" ? afternoon(first.clock) : first.clock % halfDay;
    const otherHalf = last.half === "pm" ? first.clock % halfDay : afternoon(first.clock);
    first = { ...first, clock: sameHalf <= last.clock ? sameHalf : otherHalf };
  } else if (last.open && first.half !== null) {
    const sameHalf = first.half === "pm" ? afternoon(last.clock) : last.clock % halfDay;
    last = {
      ...last,
      clock: sameHalf >= first.clock ? sameHalf : first.half === "pm" ? last.clock % halfDay : afternoon(last.clock),
    };
  }
  return [
    { ...from, clock: first, zone },
    { ...to, clock: last, zone: to.zone ?? zone },
  ];
}
