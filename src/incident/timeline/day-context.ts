import { folded, perLanguage, textWords, unaccented, wordTable, wordTree } from "../../language";
import type { Lexicon, WordTree } from "../../language";
import { Scanner, charAt, hasDigit, holdsAny, isAnyCapital, isMadeOf, matchesOf, once, withoutTail } from "../../base";
import type { Span } from "../../base";
import type { Note } from "../../note";
import type { IncidentFields } from "../properties/read";
import type { StatedDay } from "../facts/incident-day";
import { statedDays } from "../facts/incident-day";
import { fullDay } from "../facts/full-day";
import { isSection } from "../../settings";
import { dayOfFact, readHead } from "../facts/head";
import { isReportDate } from "../facts/report-date";
import type { Passage } from "../facts/prose";
import { readLine } from "./line";
import type { Day, StatedDate } from "../../time";
import { dateOf, dayOf, findStamps, plain, readDate, weekdayOf } from "../../time";

/** What the notes that a timeline is read from say about days, beside the timeline itself. */
export interface DayContext {
  /**
   * The day of the incident, by property, file name, title or, failing that, the first date in the prose; null when
   * nothing says.
   */
  day(): Day | null;
  /** The day that the note itself states as that of its incident, and how often; null if only its file name does. */
  stated(): { readonly day: Day; readonly times: number } | null;
  /** Whether the prose names this day. */
  mentions(day: Day): boolean;
  /** The day that a date means, seen from a day nearby; null when year, or month and day, stay open. */
  resolve(date: StatedDate, near: Day | null): Day | null;
}

const longestLabelled = 80;

/** The labels of a language. */
const readers = perLanguage(({ calendar, clock, labels }) => ({
  date: wordTree([...labels.date, ...labels.incidentDate, ...labels.window]),
  incidentDate: wordTree(labels.incidentDate),
  report: wordTree(labels.reportDate),
  byline: wordTree(labels.byline),
  at: wordTree([...clock.at, ...clock.from, ...calendar.joints, ...calendar.articles]),
  // A label that tells the day of the incident from that of the report.
  incident: wordTable(labels.incidentDate),
}));

/** What stands behind one of the words that a line begins with; null where it begins with none. */
function behindLabel(text: string, words: WordTree<true>): Scanner | null {
  const scanner = new Scanner(unaccented(text.slice(0, longestLabelled)));
  scanner.run(" \t\r\n\u00a0|*_>-");
  return words.take(scanner) === undefined ? null : scanner;
}

/** Whether a colon or a bar follows, within so many characters that are no digits. */
function isBeforeColon(scanner: Scanner, reach: number): boolean {
  for (let at = scanner.at; at <= scanner.at + reach; at++) {
    const char = scanner.text.charAt(at);
    if (holdsAny(char, ":|：")) return true;
    if (char === "" || hasDigit(char)) return false;
  }
  return false;
}

function isDateLabel(text: string, language: Lexicon): boolean {
  const { date, incidentDate } = readers(language);
  const label = behindLabel(text, date);
  if (label !== null && isBeforeColon(label, 24)) return true;
  const own = behindLabel(text, incidentDate);
  own?.run(" *_", 4);
  return own?.isDigit() === true;
}

/** "Last update: …": the day of the report, not of what it tells. */
function opensReport(text: string, language: Lexicon): boolean {
  const { at, report } = readers(language);
  const label = behindLabel(text, report);
  if (label === null || isBeforeColon(label, 12)) return label !== null;
  if (label.run(" *_") === "") return false;
  if (at.take(label) !== undefined) label.sign(" ");
  return label.isDigit();
}

/** "By Ada Park, 5 March 2026": who wrote the report, and when. */
function isByline(text: string, language: Lexicon): boolean {
  const name = text.length > longestByline ? null : behindLabel(text, readers(language).byline);
  if (name === null || name.run(" *_") === "" || !isAnyCapital(charAt(text, name.at))) return false;
  return !holdsAny(withoutTail(text, " *_").slice(-1), ".!?:") && readDate(plain(text), name.at, language) === null;
}

const longestByline = 120;

function namesIncidentDate(text: string, language: Lexicon): boolean {
  return readers(language).incident.isIn(textWords(folded(text)));
}

/** Failing all else, the first full date of the prose, in languages whose sentences often begin with one. */
function firstDay(prose: readonly Passage[], language: Lexicon): Day | null {
  if (language.id === "en") return null;
  for (const { text, stamps } of prose) {
    const isOfReport = opensReport(text, language) || isByline(text, language);
    const [day] = isOfReport ? [] : fullDays(text, language, stamps(language));
    if (day !== undefined) return day;
  }
  return null;
}

/** Facts that stand beside one another in a line. */
function factsOf(line: string): readonly string[] {
  return line.replaceAll(" • ", " · ").replaceAll(" | ", " · ").split(" · ");
}

/** UTF-16 units that are looked at beside a day. */
const longestFact = 200;

/** Whether what stands around a day says that it is that of the report: "Posted by the team on 17 February 2026". */
function isOfReport(source: string, { start, end }: Span, language: Lexicon): boolean {
  // With what stands before the line, or the sign of where it is cut.
  const near = `${start > longestFact ? "…" : "\n"}${source.slice(Math.max(0, start - longestFact), start)}`;
  const fact = factsOf(near.slice(near.lastIndexOf("\n") + 1)).at(-1) ?? "";
  if (opensReport(fact, language)) return true;
  const [rest = ""] = source.slice(end, end + longestFact).split("\n", 1);
  return isMadeOf(rest, ".)*_") && !hasDigit(fact) && behindLabel(fact, readers(language).report)?.sign(" ") === " ";
}

/** In the lines of a quote or of a paragraph at the beginning of a note, as some write their facts. */
function quotedDay(note: Note, language: Lexicon): Day | null {
  for (const line of note.text.slice(0, 3000).split("\n")) {
    if (language.id === "en" && !line.startsWith(">")) continue;
    for (const part of factsOf(line)) {
      if (!isDateLabel(part, language) || opensReport(part, language)) continue;
      const [day] = fullDays(part.slice(0, 2 * longestLabelled), language);
      if (day !== undefined) return day;
    }
  }
  return null;
}

const numericDate = /(?:^|[^\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:19|20)\d{2}(?![\d/-])/g;

/** What tells the days of a note. */
interface DaySources {
  readonly prose: () => readonly Passage[];
  readonly fields: IncidentFields;
}

/** Reads the days that a note is about; `outer` is the note that embeds it. Nothing is read before it is needed. */
export function dayContext(
  note: Note,
  { prose, fields }: DaySources,
  outer: DayContext | null,
  language: Lexicon,
): DayContext {
  const inProse = once(() => proseDays(note, prose(), language));
  const labelled = once(() => labelledDay(prose(), language));
  const byName = once(() => statedDays(note, fields, language));
  // When something is due is not when it happened.
  const ofThePast = once(() => prose().filter(({ section }) => !isSection(section, "action-items")));
  // What led to it may have come about long before.
  const ofIncident = once(() => ofThePast().filter(({ section }) => !isSection(section, "root-cause")));
  const ownDay = once(
    () =>
      statedDay(note, byName(), prose, language) ??
      labelled() ??
      headDay(note, prose(), language) ??
      quotedDay(note, language) ??
      outer?.day() ??
      proseDays(note, ofIncident(), language)[0] ??
      firstDay(ofIncident(), language) ??
      proseDays(note, ofThePast(), language)[0] ??
      firstDay(ofThePast(), language),
  );
  const stated = once(() => {
    const label = labelled();
    const days = [...byName().flatMap(({ day, from }) => (from === "title" ? [] : day)), label];
    const day = ownDay();
    const times = days.filter((each) => each === day).length;
    const isOwn = label === day || byName().some(({ from, day: each }) => from !== "file name" && each === day);
    return day === null || !isOwn ? null : { day, times };
  });
  const habit = once(() => numericHabit(note));
  return {
    day: ownDay,
    stated: () => stated() ?? outer?.stated() ?? null,
    mentions: (day) => inProse().includes(day) || outer?.mentions(day) === true,
    resolve(date, near) {
      const from = near ?? ownDay();
      if (date.kind === "numeric") return numericDay(date, habit() ?? customOf(language), ownDay());
      if (date.kind === "nth") return nthDay(date.number, ownDay());
      if (date.kind === "later") return from === null ? null : from + date.days;
      if (date.kind === "of month") return from === null ? null : nearestOfMonth(date.day, from);
      if (date.kind === "weekday") return from === null ? null : nearestWeekday(date.weekday, from);
      if (date.kind === "garbled") return garbledDay(date, from);
      return date.year === null ? nearestYear(date, from) : dayOf({ ...date, year: date.year });
    },
  };
}

/** The full dates that a text holds. */
function fullDays(text: string, language: Lexicon, stamps = findStamps(text, language)): readonly Day[] {
  return stamps.flatMap((stamp) => {
    if (isReportDate(text, stamp.span, language)) return [];
    const date = stamp.kind === "date" ? stamp.date : stamp.from.date;
    return (date === null ? null : fullDay(date, language)) ?? [];
  });
}

/** By property, file name or title; a file may be named after the day of its report, if a label beside it says so. */
function statedDay(
  note: Note,
  [stated]: readonly StatedDay[],
  prose: () => readonly Passage[],
  language: Lexicon,
): Day | null {
  const isLabelled = stated?.from === "file name" && namesIncidentDate(note.text.slice(0, 2000), language);
  return (
    (isLabelled
      ? labelledDay(
          prose().filter(({ text }) => namesIncidentDate(text.slice(0, longestLabelled), language)),
          language,
        )
      : null) ??
    stated?.day ??
    null
  );
}

/** `**Date:** 2024-04-11`, `Incident date | 11 April 2024`. */
function labelledDay(prose: readonly Passage[], language: Lexicon): Day | null {
  const passage = prose.find(
    ({ text }) => isDateLabel(text, language) && fullDays(text.slice(0, longestLabelled), language).length > 0,
  );
  return passage === undefined ? null : (fullDays(passage.text, language, passage.stamps(language))[0] ?? null);
}

/** The first day that a label such as "Started" gives. */
function headDay(note: Note, prose: readonly Passage[], language: Lexicon): Day | null {
  return readHead(note, prose, language).flatMap((fact) => dayOfFact(fact, language) ?? [])[0] ?? null;
}

/** The days that sentences name, lines of a timeline left out: a slip there must not prove itself. */
function proseDays(note: Note, prose: readonly Passage[], language: Lexicon): readonly Day[] {
  return prose.flatMap(({ path, start, text, kind, stamps }) => {
    if (kind !== "paragraph" || isByline(text, language) || readLine(text, language)?.form === "bare") return [];
    // Where its lines end is seen in the note alone.
    const source = path === note.path ? note.text.slice(start, start + text.length) : text;
    const told = stamps(language).filter(({ span }) => !isOfReport(source, span, language));
    return fullDays(text, language, told);
  });
}

/** Whether this note writes 12/31/2017 or 31/12/2017, or both; null when none of its dates tells. */
function numericHabit(note: Note): "month first" | "day first" | "mixed" | null {
  let [first, second] = [false, false];
  for (const match of matchesOf(numericDate, note.text)) {
    const date = readDate(plain(match[0]), match[0].search(/\d/));
    if (date?.kind !== "read" || date.value.kind !== "date") continue;
    if (Number(match[3]) > 12) first = true;
    else if (Number(match[1]) > 12) second = true;
  }
  if (first && second) return "mixed";
  return first ? "month first" : second ? "day first" : null;
}

/** The order that the language of the note goes by. */
function customOf({ calendar }: Lexicon): "month first" | "day first" | null {
  const [first] = calendar.first;
  return first === undefined ? null : `${first} first`;
}

/**
 * Failing a habit of the note, the reading that lies within a month of the incident, if just one does; without a year
 * in that of the incident or one beside it.
 */
function numericDay(
  { year, first, second }: Extract<StatedDate, { kind: "numeric" }>,
  habit: ReturnType<typeof numericHabit>,
  near: Day | null,
): Day | null {
  const reading = (month: number, day: number): Day | null =>
    year === null ? nearestYear({ kind: "date", year, month, day, weekday: null }, near) : dayOf({ year, month, day });
  const [american, other] = [reading(first, second), reading(second, first)];
  if (habit !== null) return habit === "month first" ? american : habit === "day first" ? other : null;
  const close = [american, other].filter((day) => day !== null && near !== null && Math.abs(day - near) <= 15);
  return close.length === 1 ? (close[0] ?? null) : null;
}

function nthDay(number: number, first: Day | null): Day | null {
  return first === null || number === 0 ? null : first + number - 1;
}

function nearestWeekday(weekday: number, near: Day): Day {
  const ahead = (weekday - weekdayOf(near) + 7) % 7;
  return ahead > 3 ? near + ahead - 7 : near + ahead;
}

/** The day of this number in the month, or in one beside it, that is nearest. */
function nearestOfMonth(day: number, near: Day): Day | null {
  const { year, month } = dateOf(near);
  const days = [-1, 0, 1].flatMap((by) => {
    const months = year * 12 + month - 1 + by;
    return dayOf({ year: Math.floor(months / 12), month: (months % 12) + 1, day }) ?? [];
  });
  return days.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

/** The year that brings the date nearest; one in which its weekday is right goes first. */
function nearestYear({ month, day, weekday }: Extract<StatedDate, { kind: "date" }>, near: Day | null): Day | null {
  if (near === null) return null;
  const { year } = dateOf(near);
  const days = [year - 1, year, year + 1].flatMap((candidate) => dayOf({ year: candidate, month, day }) ?? []);
  const fitting = days.filter((candidate) => weekday === null || weekdayOf(candidate) === weekday);
  const nearest = (from: readonly Day[]): Day | null =>
    from.reduce<Day | null>(
      (best, candidate) => (best === null || Math.abs(candidate - near) < Math.abs(best - near) ? candidate : best),
      null,
    );
  const best = nearest(days);
  const right = nearest(fitting);
  return right !== null && Math.abs(right - near) <= 200 ? right : best;
}

/** `20202` beside 2020: the year that lies nearby, if one digit less gives it. */
function garbledDay({ year, month, day }: Extract<StatedDate, { kind: "garbled" }>, near: Day | null): Day | null {
  if (near === null) return null;
  const nearby = dateOf(near).year;
  const isNear = Array.from(year).some((_, index) => year.slice(0, index) + year.slice(index + 1) === String(nearby));
  return isNear ? dayOf({ year: nearby, month, day }) : null;
}
