import type { Lexicon, TextWords } from "../../language";
import { WordCursor, folded, lastWords, lastWordsBefore, perLanguage, textWords, wordTable } from "../../language";
import type { Place, Span } from "../../base";
import { hasDigit, holdsAny, withoutTail } from "../../base";
import { skipAbout, withoutAbout } from "./about";
import { fullDay } from "./full-day";
import type { Passage } from "./prose";
import { hidden } from "./prose";
import type { DateOrTime, Day, OtherTime, StatedDate, StatedTime, WrittenTime, Zone } from "../../time";
import { dateOf, dayOf, toInstant } from "../../time";

/** A clock time in prose: "acknowledged the alert at 06:25". */
export interface ProseTime {
  /** Date, clock time and zone, as far as they stand together. */
  readonly place: Place;
  /** To the minute. */
  readonly local: WrittenTime;
  /** UTC epoch milliseconds; null when no date is known. */
  readonly time: number | null;
  /** The day that the text gives, beside the time or before it; else the incident's. */
  readonly day: Day | null;
  /** Milliseconds since midnight. */
  readonly clock: number;
  /** The zone as written beside it, or null. */
  readonly zone: Zone | null;
  /** Minutes east of UTC that it was read with. */
  readonly offset: number;
  /** Minutes east of UTC in force that day where the zone's name is used; differs for `PST` in summer. */
  readonly offsetInForce: number;
  /** May be meant on a 12-hour clock, though neither `am` nor `pm` stands beside it. */
  readonly open: boolean;
}

/** Two clock times and what lies between: "06:12–06:59 UTC", "between 12:17 and 12:30". */
export interface ProseRange {
  readonly place: Place;
  readonly from: ProseTime;
  readonly to: ProseTime;
  /** From the one to the other; past midnight where the end is earlier and has no date of its own. */
  readonly minutes: number;
  /** What may be added to `minutes` any number of times: half a day without `am` and `pm`, a day without dates. */
  readonly cycle: 720 | 1440 | null;
}

/** One moment written in two zones: "11:20 UTC (6:20 AM ET)". */
export interface ZonePair {
  readonly first: ProseTime;
  readonly second: ProseTime;
}

/** A calendar date in prose, with or without a time. */
export interface ProseDate {
  readonly place: Place;
  readonly date: StatedDate;
}

/** The times and dates of one passage. */
export interface ProseTimes {
  /** Both ends of ranges are among them; further zones of a moment are not. */
  readonly times: readonly ProseTime[];
  readonly ranges: readonly ProseRange[];
  readonly pairs: readonly ZonePair[];
  readonly dates: readonly ProseDate[];
}

/**
 * The clock times and dates of each passage, in its order.
 *
 * @param context What counts where nothing is stated; without a zone, the one that the passages
 * themselves name counts, if they name only one, and after that `fallback`.
 */
export function readProseTimes(
  passages: readonly Passage[],
  context: { readonly day: Day | null; readonly zone: Zone | null; readonly language: Lexicon },
  fallback: Zone,
): readonly ProseTimes[] {
  const stamps = passages.map((passage) => passage.stamps(context.language));
  const zone = context.zone ?? onlyZone(stamps) ?? fallback;
  return passages.map((passage, index) =>
    timesOf(passage, stamps[index] ?? [], { day: context.day, zone, language: context.language }),
  );
}

/** The zone that all times with a zone are in. */
function onlyZone(stamps: readonly (readonly DateOrTime[])[]): Zone | null {
  const zones = new Map<string, Zone>();
  for (const stamp of stamps.flat()) {
    if (stamp.kind !== "time") continue;
    for (const { zone } of stamp.to === null ? [stamp.from] : [stamp.from, stamp.to])
      if (zone !== null) zones.set(zone.zone.name, zone.zone);
  }
  const [only, ...others] = zones.values();
  return only !== undefined && others.length === 0 ? only : null;
}

/** A moment, or a range, and where its words end. */
interface StatedMoment {
  readonly first: ProseTime;
  readonly end: ProseTime | null;
  readonly close: number;
}

function timesOf(
  passage: Passage,
  stamps: readonly DateOrTime[],
  context: { readonly day: Day | null; readonly zone: Zone; readonly language: Lexicon },
): ProseTimes {
  const times: ProseTime[] = [];
  const ranges: ProseRange[] = [];
  const pairs: ZonePair[] = [];
  const dates: ProseDate[] = [];
  const place = ({ start, end }: Span): Place => {
    // The bracket around a second zone is no part of the time.
    const closed = passage.text.charAt(end - 1) === ")" && !passage.text.slice(start, end).includes("(");
    return { path: passage.path, span: { start: passage.start + start, end: passage.start + end - (closed ? 1 : 0) } };
  };
  const read = (stated: StatedTime, on: Day | null): ProseTime => {
    const { clock } = stated.clock;
    const open = stated.clock.open && stated.clock.half === null && passage.text.charAt(stated.span.start) !== "0";
    const zone = stated.zone?.zone ?? null;
    const instant = toInstant({ day: on ?? 0, clock }, zone ?? context.zone);
    return {
      place: place(stated.span),
      local: { kind: "clock", day: on, clock, precision: "minute" },
      time: on === null ? null : instant.time,
      day: on,
      clock,
      zone,
      offset: instant.offset,
      offsetInForce: instant.offsetInForce,
      open,
    };
  };
  const readEnd = (from: StatedTime, to: StatedTime, on: Day | null): ProseTime => {
    const isNextDay = to.date === null && on !== null && to.clock.clock < from.clock.clock;
    return read(to, isNextDay ? on + 1 : (dayFrom(to.date, context.day, context.language) ?? on));
  };
  /** A moment or both ends of a range, each with the same in another zone. */
  const pairsOf = (stated: StatedMoment, { span, from, to }: OtherTime): ZonePair[] => {
    const { first, end, close } = stated;
    if (!isRestated(passage.text.slice(close, span.start), context.language) || (end === null) !== (to === null))
      return [];
    const second = read(from, dayFrom(from.date, context.day, context.language) ?? first.day);
    const both = [{ first, second }, ...(end && to ? [{ first: end, second: readEnd(from, to, second.day) }] : [])];
    return both.filter(
      (pair) => pair.first.zone !== null && pair.second.zone !== null && pair.first.zone.name !== pair.second.zone.name,
    );
  };
  let day = context.day;
  let last: { readonly stated: StatedTime; readonly time: ProseTime } | null = null;
  for (const stamp of stamps) {
    if (stamp.kind === "date") {
      dates.push({ place: place(stamp.span), date: stamp.date });
      day = dayFrom(stamp.date, context.day, context.language) ?? day;
    }
    if (stamp.kind !== "time") continue;
    const { from, to, also } = stamp;
    for (const { date, span } of to === null ? [from] : [from, to])
      if (date !== null) dates.push({ place: place(span), date });
    day = dayFrom(from.date, context.day, context.language) ?? day;
    const first = read(from, day);
    times.push(first);
    if (
      last !== null &&
      (beganAndEnded(passage.text, last.stated.span, from.span, context.language) ||
        fromAndTo(passage.text, last.stated.span, from.span, context.language))
    )
      ranges.push(rangeOf(last.time, first, last.stated, from));
    last = to === null ? { stated: from, time: first } : null;
    const end = to && readEnd(from, to, day);
    pairs.push(...also.flatMap((other) => pairsOf({ first, end, close: (to ?? from).span.end }, other)));
    if (to === null || end === null) continue;
    day = dayFrom(to.date, context.day, context.language) ?? day;
    times.push(end);
    ranges.push(rangeOf(first, end, from, to));
  }
  return { times, ranges, pairs, dates };
}

/** The words of a language around two times. */
const readers = perLanguage(({ clock, lengths, story }) => ({
  or: wordTable(lengths.to),
  namely: wordTable(lengths.namely),
  began: wordTable(story.began),
  ended: wordTable(["{and} [was/were/had] {ended}"], { and: [...clock.and, ...story.until], ended: story.ended }),
  at: wordTable(clock.at),
  from: wordTable([...clock.from, ...clock.between]),
  to: wordTable([...clock.to, ...clock.and]),
}));

/** Whether what stands between two times makes the second one the first again; after a comma it is another moment. */
function isRestated(gap: string, language: Lexicon): boolean {
  const { or, namely } = readers(language);
  const cursor = new WordCursor(folded(gap));
  cursor.sign(")");
  if (!cursor.sign("(/=") && !cursor.word(or)) return false;
  if (cursor.word(namely)) cursor.sign(",");
  skipAbout(cursor, language);
  return cursor.isDone();
}

/** "began at 11:45 and ended at 15:40". */
function beganAndEnded(text: string, from: Span, to: Span, language: Lexicon): boolean {
  if (to.start - from.end >= 50) return false;
  const { began, ended } = readers(language);
  const before = withoutAt(text.slice(Math.max(0, from.start - 30), from.start), language);
  const gap = withoutAt(text.slice(from.end, to.start), language);
  return began.ending(before) !== null && ended.ending(gap)?.start === (gap.text.startsWith(",") ? 2 : 1);
}

/** The folded text without "at about" at its end. */
function withoutAt(before: string, language: Lexicon): TextWords {
  let words = withoutAbout(lastWords(folded(before)), language);
  for (let count = 0; count < 2; count++)
    words = lastWordsBefore(words, readers(language).at.ending(words)?.start ?? Infinity);
  return words;
}

/** "from the audit (~17:04) to the confirmed close (18:31)". */
function fromAndTo(text: string, from: Span, to: Span, language: Lexicon): boolean {
  if (to.start - from.end >= 60) return false;
  const words = readers(language);
  const ahead = lastWords(folded(text.slice(Math.max(0, from.start - 60), from.start)));
  const before = withoutTail(withoutAbout(ahead, language).text, "(");
  const lead = words.from.find(textWords(before)).some(({ end }) => isPlainWords(before.slice(end).trim()));
  if (!lead) return false;
  const gap = new WordCursor(folded(text.slice(from.end, to.start)));
  gap.sign(")");
  gap.sign(",");
  return gap.word(words.to) && isPlainWords(withoutTail(withoutAbout(lastWords(gap.rest), language).text, "("));
}

/** Whether a text is a few words without digits and signs. */
function isPlainWords(words: string): boolean {
  return words.length >= 2 && words.length <= 50 && !hasDigit(words) && !holdsAny(words, `.:;,|${hidden}`);
}

/** The day of a date, its year taken from the incident where it has none. */
function dayFrom(date: StatedDate | null, incident: Day | null, language: Lexicon): Day | null {
  if (date?.kind === "numeric") return fullDay(date, language);
  if (date?.kind !== "date") return null;
  const year = date.year ?? (incident === null ? null : dateOf(incident).year);
  return year === null ? null : dayOf({ year, month: date.month, day: date.day });
}

function rangeOf(first: ProseTime, last: ProseTime, from: StatedTime, to: StatedTime): ProseRange {
  const place = { path: first.place.path, span: { start: first.place.span.start, end: last.place.span.end } };
  if (from.date !== null && to.date !== null && first.time !== null && last.time !== null) {
    return { place, from: first, to: last, minutes: (last.time - first.time) / 60_000, cycle: null };
  }
  const halves = first.open && last.open;
  const apart = (last.clock - first.clock) / 60_000 - (last.offset - first.offset);
  return { place, from: first, to: last, minutes: ((apart % 1440) + 1440) % 1440, cycle: halves ? 720 : 1440 };
}

/** Of all lengths that a range can have, the one nearest to a stated length. */
export function nearestMinutes({ minutes, cycle }: Pick<ProseRange, "minutes" | "cycle">, stated: number): number {
  if (cycle === null || (cycle === 1440 && stated < 1440)) return minutes;
  const least = minutes % cycle;
  return least + Math.max(0, Math.round((stated - least) / cycle)) * cycle;
}
