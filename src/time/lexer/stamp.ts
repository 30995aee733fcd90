import { Scanner, hasDigit, isDigit, isLetter, isWordly } from "../../base";
import type { Span } from "../../base";
import { english, folded, isBehindStop, isEastAsian, perLanguage, textWords, treeOf, wordTree } from "../../language";
import type { Lexicon, TextWords } from "../../language";
import type { ClockPlace } from "./clock";
import type { Elapsed } from "./elapsed";
import { readElapsed } from "./elapsed";
import { plain } from "./unmarked";
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
      readonly also: readonly OtherTime[];
      readonly approximate: boolean;
      /** Milliseconds since the incident began, where that is stated too: `T0 (14:02)`. */
      readonly elapsed: number | null;
    }
  | { readonly kind: "date"; readonly span: Span; readonly date: StatedDate; readonly to: StatedDate | null }
  /** Time since the incident began, or since a time above: `T+5m`, `+5m`. */
  | ({ readonly kind: "elapsed"; readonly span: Span } & Pick<Elapsed, "milliseconds" | "since">)
  /** Clearly meant as a time, but there is none such. */
  | { readonly kind: "impossible"; readonly span: Span; readonly reason: string }
  /** Left to be filled in: `HH:MM`, `14:??`. */
  | { readonly kind: "placeholder"; readonly span: Span };

/** What prose states: a day, or a time of day with its day where it has one. */
export type DateOrTime = Extract<Stamp, { kind: "time" | "date" }>;

/** A moment or a range once more, in another zone. */
export interface OtherTime {
  /** With the bracket around it. */
  readonly span: Span;
  readonly from: StatedTime;
  readonly to: StatedTime | null;
}

/** What the words of a language mean around an expression of time. */
const readers = perLanguage(({ calendar, clock, measures, zones }) => ({
  leads: treeOf([
    ...clock.between.map((word) => [word, "between"] as const),
    ...clock.vague.map((word) => [word, "vague"] as const),
    ...[...clock.at, ...clock.from].map((word) => [word, "at"] as const),
  ]),
  // The "um" of "um die 14 Uhr" is no lead.
  about: wordTree(measures.about.filter((word) => word.includes(" "))),
  hasNoBlanks: clock.at.some((word) => isEastAsian(word.charCodeAt(0))),
  aboutInBrackets: wordTree([...measures.about, ...measures.aboutBehind]),
  connector: treeOf([
    ...clock.to.map((word) => [word, "to"] as const),
    ...clock.and.map((word) => [word, "and"] as const),
  ]),
  or: wordTree(clock.or),
  // Where an expression of time may begin, beside digits and signs; any other word is passed over.
  starts: wordTree([
    ...calendar.weekdays.flat(),
    ...calendar.months.flat(),
    ...calendar.nth,
    ...Object.values(calendar.eras).flat(),
    ...clock.between,
    ...clock.amBefore,
    ...clock.pmBefore,
    ...Object.values(zones.names)
      .flat()
      .filter((name) => isEastAsian(name.charCodeAt(0))),
    ...measures.about.filter((word) => !word.includes(" ") && word.length > 2),
  ]),
}));

/** What leads to a time: "at", "between about"; the end of it. */
interface Lead {
  readonly end: number;
  readonly between: boolean;
  readonly vague: boolean;
}

function leadAt(text: string, at: number, language: Lexicon): Lead {
  const { about, hasNoBlanks, leads } = readers(language);
  let lead = { end: at, between: false, vague: false };
  if (leads.at(text, at) === null) return lead;
  const scanner = new Scanner(text, at);
  for (let count = 0; count < 2; count++) {
    const word = about.at(text, scanner.at) === null ? leads.take(scanner) : undefined;
    const gap = scanner.run(" ", hasNoBlanks ? 1 : 2);
    if (word === undefined || (gap === "" && !hasNoBlanks)) break;
    lead = { end: scanner.at, between: lead.between || word === "between", vague: lead.vague || word === "vague" };
  }
  return lead;
}

/** What stands between the ends of a range; `isDash` for a dash, `isAnd` for a word that needs "between". */
interface Connector {
  readonly end: number;
  readonly isDash: boolean;
  readonly isAnd: boolean;
}

function connectorAt(text: string, at: number, language: Lexicon): Connector | null {
  const scanner = new Scanner(text, at);
  scanner.run(" ", 3);
  const isDash = scanner.run("-", 2) !== "";
  if (isDash) scanner.sign(">");
  const isSign = isDash || scanner.sign("→⇒") !== "" || scanner.literal("=>") || takeDots(scanner);
  const word = isSign ? "to" : readers(language).connector.take(scanner);
  if (word === undefined) return null;
  scanner.run(" ", 3);
  return { end: scanner.at, isDash, isAnd: word === "and" };
}

function takeDots(scanner: Scanner): boolean {
  if (!scanner.literal("..")) return false;
  scanner.sign(".");
  return true;
}

/** Offset behind "(approx.)"; `at` where that does not stand. */
function skipAboutBehind(text: string, at: number, language: Lexicon): number {
  const scanner = new Scanner(text, at);
  scanner.sign(" ");
  scanner.sign("-");
  scanner.sign(" ");
  const isOpen = scanner.sign("(") !== "";
  return isOpen && readers(language).aboutInBrackets.take(scanner) !== undefined && scanner.sign(")") !== ""
    ? scanner.at
    : at;
}

/** What joins a time to the same moment in another zone: " (", " / ", " or "; null where nothing does. */
function otherAt(text: string, at: number, language: Lexicon): { readonly end: number; readonly open: boolean } | null {
  const scanner = new Scanner(text, at);
  const blanks = scanner.run(" ", 2);
  const sign = scanner.sign("(/|,;");
  if (sign !== "") {
    scanner.run(" ", 2);
    return { end: scanner.at, open: sign === "(" };
  }
  if (blanks === "" || (scanner.sign("-") === "" && readers(language).or.take(scanner) === undefined)) return null;
  return scanner.run(" ", 3) === "" ? null : { end: scanner.at, open: false };
}

/** Whether an end, a bar or a sign follows, and no words. */
function isAtEnd(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.run(" ");
  return scanner.isDone() || scanner.isAt("\n:|)];,.*-");
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
  const lead = leadAt(text, at, language);
  const start = lead.end;
  const elapsed = readElapsed(text, start);
  if (elapsed !== null) {
    const scanner = new Scanner(text, elapsed.end);
    scanner.run(" (:@,-", 4);
    const gap = scanner.at;
    const clock = gap > elapsed.end ? readMoment(text, gap, { opened: false, place: "anywhere" }, language) : null;
    if (clock?.kind === "time")
      return { ...clock, span: { start, end: clock.span.end }, elapsed: elapsed.milliseconds };
    const { milliseconds, since, end } = elapsed;
    return { kind: "elapsed", span: { start, end }, milliseconds, since };
  }
  const stamp = readMoment(text, start, { opened: lead.between, place }, language);
  return stamp?.kind === "time" && lead.vague ? { ...stamp, approximate: true } : stamp;
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
  const behind = skipAboutBehind(text, alsoEnd, language);
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
    also: stamp.also.map((other) => ({
      span: move(other.span),
      from: moveTime(other.from),
      to: other.to && moveTime(other.to),
    })),
  };
}

/** Whether what begins at `at` goes on with what stands before it: `12:30`, `v2`, `a/b`. */
function isJoined(text: string, at: number): boolean {
  if (isBehindStop(text, at)) return false;
  const before = text.charAt(at - 1);
  return isWordly(before) || "./#@$%&+-".includes(before) || (before === ":" && isWordly(text.charAt(at - 2)));
}

/**
 * Every date and time in a text, in their order; expressions that cannot be read are left out.
 *
 * @param words The words of the text, folded, where they were read before.
 */
export function findStamps(
  source: string,
  language: Lexicon = english,
  words: TextWords | null = null,
): readonly DateOrTime[] {
  if (!hasDigit(source)) return [];
  const text = plain(source).replaceAll("\n", " ");
  const found: DateOrTime[] = [];
  let end = 0;
  const { starts } = readers(language);
  const all = (words ?? textWords(folded(source))).words;
  for (let index = 0; index < all.length; index += 3) {
    const at = all[index] ?? 0;
    if (at < end) continue;
    const isNumber = isDigit(text.charCodeAt(at));
    // "Day2", "Mar5"
    const isNumbered = isDigit(text.charCodeAt((all[index + 1] ?? 0) - 1));
    if (!isNumber && !isNumbered && !starts.mayBeginWith(all[index + 2] ?? 0)) continue;
    const word = isNumber ? null : starts.at(text, at);
    if (!isNumber && (word === null || (isLetter(text.charCodeAt(at)) && isWordly(text.charAt(at - 1))))) continue;
    const stamp = stampFrom(text, aboutBefore(text, at, end), at, language);
    if (stamp !== null) found.push(stamp);
    end = stamp?.span.end ?? word?.end ?? 0;
  }
  return found;
}

/** The date or time at an offset, with the sign before it if it can be read so. */
function stampFrom(text: string, sign: number, at: number, language: Lexicon): DateOrTime | null {
  for (const start of sign < at ? [sign, at] : [at]) {
    const stamp = start === 0 || !isJoined(text, start) ? readStamp(text, start, language) : null;
    if (stamp?.kind === "time" || stamp?.kind === "date") return stamp;
  }
  return null;
}

/** Offset of a sign for "about" before an offset, not before `least`; `at` where none stands there. */
function aboutBefore(text: string, at: number, least: number): number {
  let before = at - 1;
  while (before > least && text.charAt(before) === " ") before--;
  return before >= least && isAbout(text.charCodeAt(before)) ? before : at;
}

/** One of `~≈±`. */
function isAbout(code: number): boolean {
  return code === 0x7e || code === 0x2248 || code === 0xb1;
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
  const joint = from.kind === "time" || from.kind === "date" ? connectorAt(text, from.end, language) : null;
  if (joint === null || (joint.isAnd && !opened && !(from.kind === "time" && from.between))) return alone;
  const placeOfEnd = from.kind === "time" && from.dated !== null ? "behind date" : place;
  const to = readPoint(text, joint.end, language, placeOfEnd);
  if (to === null || to.kind === "placeholder") return alone;
  if (to.kind === "impossible") return from.kind === "time" ? { from, to } : alone;
  if (from.kind !== to.kind) return alone;
  if (from.kind === "time" && to.kind === "time" && joint.isDash) {
    // "10:00 - May 5, 9:00 release" and "10:00 - 3 PM call" go on with words.
    if (to.dated === "before" && from.dated === null && to.time.date?.kind !== "later") return alone;
    if (from.time.clock.minutes && !to.time.clock.minutes && !isAtEnd(text, to.end)) return alone;
  }
  return { from, to };
}

/** Readings of the same moment or range in other zones, each with its zone. */
function readOthers(text: string, at: number, language: Lexicon): OtherTime[] {
  const found: OtherTime[] = [];
  for (let end = at; found.length < 3;) {
    const gap = otherAt(text, end, language);
    if (gap === null) break;
    const range = readRange(text, gap.end, { opened: false, place: "anywhere" }, language);
    if (range?.from.kind !== "time") break;
    const [from, to] = shared(range.from.time, range.to?.kind === "time" ? range.to.time : null);
    if (from.zone === null) break;
    end = range.to?.end ?? range.from.end;
    if (gap.open && text.charAt(end) === ")") end += 1;
    found.push({ span: { start: from.span.start, end }, from, to });
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
