import { isBlank, isNumber } from "../../base";
import type { Span } from "../../base";
import { anyOf, english, initials, perLanguage } from "../../language";
import type { Lexicon } from "../../language";
import type { ClockPlace, ClockTime } from "./clock";
import { readClock, skipRoughly } from "./clock";
import { matchAt, opening, skip } from "./scan";
import type { StatedDate } from "./date";
import { readDate, readNextDay, readOtherDay, readWeekday } from "./date";
import { zoneAt, type Zone } from "./zone";

/** One time as written: the parts that stand there, in whatever order. */
export interface StatedTime {
  readonly date: StatedDate | null;
  readonly clock: ClockTime;
  readonly zone: StatedZone | null;
  readonly span: Span;
}

/** A zone and where it stands. */
export interface StatedZone {
  readonly zone: Zone;
  readonly span: Span;
}

/** What was found where a date, a clock time or both are expected. */
export type Point =
  | {
      readonly kind: "time";
      readonly time: StatedTime;
      readonly approximate: boolean;
      readonly dated: "before" | "behind" | null;
      /** Introduced by "between". */ readonly between: boolean;
      readonly end: number;
    }
  | { readonly kind: "date"; readonly date: StatedDate; readonly end: number }
  | { readonly kind: "impossible"; readonly reason: string; readonly end: number }
  | { readonly kind: "placeholder"; readonly end: number };

/** The patterns of a language. */
const readers = perLanguage(({ calendar, clock, measures }) => {
  const at = [...clock.at, ...clock.from, ...clock.between];
  const joints = anyOf([...clock.at, ...calendar.joints]);
  return {
    roughly: opening(`~${initials(measures.about)}`, new RegExp(`(?:[~≈±]|${anyOf(measures.about)}) {0,2}`, "iy")),
    beforeClock: opening(
      ` ,|(@:;-t${initials(at)}`,
      new RegExp(`(?: |,|\\||\\(|@|:|;|-(?! ?\\d{4})|T(?=\\d)|${anyOf(at)}){0,8}`, "iy"),
    ),
    between: new RegExp(anyOf(clock.between), "i"),
    beforeDate: opening(" ,|(", new RegExp(` {0,2}[,|] {0,2}| {0,2}\\( ?| (?:on|of|${joints}) (?:the )?| {1,2}`, "iy")),
    behindDate: opening(
      ` \n:|)];,.-${initials([...clock.and, ...clock.to])}`,
      new RegExp(` *(?:$|[\\n:|)\\];,.]|-|→|${anyOf([...clock.and, ...clock.to])})`, "iy"),
    ),
  };
});
const beforeWeekday = opening(" ,|(", /[ ,|(]{1,3}/y);

/** Digits and signs as in a clock time, behind a date. */
const likeClock = opening(
  " Tt",
  /(?: {1,2}|T)(\d{1,4}[:;]\d{0,4}(?:[:;.,]\d{0,4}){0,3}|\d{1,2}\.\d{2}\.\d{2}|\d{3,4})/iy,
);
const behindLikeClock = opening(" \n|),;.-", / *(?:$|[\n|)])| {1,2}(?=[^\d\s])|[,;.](?: |$)/y);

/**
 * Reads a date, a clock time or both, in either order, with the zone. `text` must be `plain`.
 *
 * @param place Where it begins.
 */
export function readPoint(
  text: string,
  at: number,
  language: Lexicon = english,
  place: ClockPlace = "anywhere",
): Point | null {
  const { roughly, beforeClock, between } = readers(language);
  const start = skip(roughly, text, at);
  const date = readDate(text, start, language);
  if (date !== null && date.kind !== "read") {
    const clock = readClock(text, skip(beforeClock, text, date.end), language);
    return { ...date, end: clock?.end ?? date.end };
  }
  const beside = date === null ? readNamedDay(text, start, language) : null;
  const leading: StatedDate | null = date?.value ?? beside?.date ?? null;
  const dateEnd = date === null ? (beside?.end ?? start) : behindWeekday(text, date.end, language);
  const gapEnd = dateEnd > start ? skip(beforeClock, text, dateEnd) : start;
  const clockAt = skip(roughly, text, gapEnd);
  const mayFollow =
    gapEnd > dateEnd ||
    dateEnd === start ||
    leading?.kind === "later" ||
    isEastAsian(text, dateEnd) ||
    text.charAt(dateEnd - 1) === ")";
  const clock = mayFollow ? readClock(text, clockAt, language, leading === null ? place : "behind date") : null;
  if (clock === null) {
    const malformed = leading === null ? null : readMalformed(text, dateEnd);
    if (malformed !== null || leading === null) return malformed;
    return leading.kind === "weekday" ? null : { kind: "date", date: leading, end: dateEnd };
  }
  if (clock.kind !== "read") return clock;
  const joined =
    text.charAt(clockAt - 1).toLowerCase() === "t" || (leading !== null && clock.value.precision !== "minute");
  const own = readZone(text, clock.end, joined, language);
  const behind = readTrailingDate(text, own?.span.end ?? clock.end, leading, language);
  const zone = own ?? (behind.end > clock.end ? readZone(text, behind.end, false, language) : null);
  const end = Math.max(behind.end, zone === null ? 0 : zoneEnd(text, zone));
  const afterRoughly = isEastAsian(text, end) || isEastAsian(text, end + 1) ? skipRoughly(text, end, language) : end;
  return {
    kind: "time",
    time: { date: leading ?? behind.date, clock: clock.value, zone, span: { start, end: afterRoughly } },
    approximate: clock.value.approximate || start > at || clockAt > gapEnd || afterRoughly > end,
    dated: leading !== null ? "before" : behind.date !== null ? "behind" : null,
    between: gapEnd > dateEnd && between.test(text.slice(dateEnd, gapEnd)),
    end: afterRoughly,
  };
}

/** `2020-02-06 07:7:47`: behind a date a time was meant that cannot be read. */
function readMalformed(text: string, at: number): Point | null {
  const found = matchAt(likeClock, text, at);
  const [whole = "", token = ""] = found ?? [];
  const end = at + whole.length;
  if (found === null || matchAt(behindLikeClock, text, end) === null) return null;
  // A number may count what stands behind it.
  if (isNumber(token) && !/^ *(?:$|[\n|])/.test(text.slice(end, end + 8))) return null;
  return { kind: "impossible", reason: "hours and minutes need two digits each, with a colon between them", end };
}

/** A weekday, "The next morning", `翌02:13`. */
function readNamedDay(text: string, at: number, language: Lexicon): LeadingDay | null {
  const weekday = readWeekdayAt(text, at, language);
  return weekday ?? readLaterDay(text, at, language) ?? readNextDay(text, at, language);
}

function readWeekdayAt(text: string, at: number, language: Lexicon): LeadingDay | null {
  const weekday = readWeekday(text, at, language);
  return weekday === null ? null : { date: { kind: "weekday", weekday: weekday.weekday }, end: weekday.end };
}

interface LeadingDay {
  readonly date: StatedDate;
  readonly end: number;
}

/** `翌02:13`: another day directly before its time. */
function readLaterDay(text: string, at: number, language: Lexicon): LeadingDay | null {
  return text.charCodeAt(at) > 0x2e7f ? readOtherDay(text, at, language) : null;
}

/** Whether a character of East Asia, whose words have no blanks between them, stands beside an offset. */
function isEastAsian(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x2e7f || text.charCodeAt(at - 1) > 0x2e7f;
}

/** "2024-04-12 (Fri)": a date may be followed by its weekday. */
function behindWeekday(text: string, end: number, language: Lexicon): number {
  const gap = skip(beforeWeekday, text, end);
  const isApart = gap > end || isEastAsian(text, end);
  // A bracket may be part of the name: `（月）`.
  const weekday = isApart
    ? (readWeekday(text, gap, language) ?? readWeekday(text, Math.max(end, gap - 1), language))
    : null;
  return weekday === null ? end : weekday.end + (text.charAt(weekday.end) === ")" ? 1 : 0);
}

/**
 * The zone behind a clock time: ` UTC`, `Z`, ` (PST)`. Joined to an ISO time, `-07:00` is an offset; elsewhere it would
 * be the end of a range.
 */
function readZone(text: string, at: number, joined: boolean, language: Lexicon): StatedZone | null {
  const blanks = isBlank(text.charCodeAt(at)) ? (isBlank(text.charCodeAt(at + 1)) ? 2 : 1) : 0;
  const start = at + blanks + (text.charAt(at + blanks) === "(" ? 1 : 0);
  const isSign = text.charAt(start) === "+" || text.charAt(start) === "-";
  if (isSign && (start > at + blanks || !isOffset(text, start, blanks, joined))) return null;
  const match = zoneAt(text, start, language);
  if (match === null || (start > at + blanks && text.charAt(match.end) !== ")")) return null;
  return { zone: match.zone, span: { start, end: match.end } };
}

function isOffset(text: string, at: number, blanks: number, joined: boolean): boolean {
  if (blanks === 0) return joined || text.charAt(at) === "+";
  return blanks === 1 && /^(?:[+-]\d{4}|\+\d{2}:\d{2})(?![\d:])/.test(text.slice(at, at + 7));
}

function zoneEnd(text: string, zone: StatedZone): number {
  return zone.span.end + (text.charAt(zone.span.start - 1) === "(" ? 1 : 0);
}

/**
 * The date behind a clock time, where it is the whole of what follows: "on October 19", ", 21st Oct |", "(next day)".
 */
function readTrailingDate(
  text: string,
  at: number,
  leading: StatedDate | null,
  language: Lexicon,
): { readonly date: StatedDate | null; readonly end: number } {
  const none = { date: null, end: at };
  if (leading !== null && leading.kind !== "weekday") return none;
  const { beforeDate, behindDate } = readers(language);
  const gap = matchAt(beforeDate, text, at + (text.charAt(at) === ")" ? 1 : 0))?.[0];
  if (gap === undefined) return none;
  const start = at + gap.length;
  const later = readOtherDay(text, start - (gap.trim() === "(" ? gap.length - gap.indexOf("(") : 0), language);
  if (later !== null) return { date: later.date, end: later.end };
  const date = readDate(text, start, language);
  if (date?.kind !== "read") return none;
  const certain = /[a-z]/i.test(gap);
  if (!certain && matchAt(behindDate, text, date.end) === null && zoneAt(text, date.end + 1, language) === null)
    return none;
  return { date: date.value, end: date.end + (gap.includes("(") && text.charAt(date.end) === ")" ? 1 : 0) };
}
