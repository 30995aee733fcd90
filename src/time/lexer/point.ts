import { isBlank } from "../../base";
import type { Span } from "../../base";
import type { ClockTime } from "./clock";
import { readClock } from "./clock";
import { matchAt, opening, skip } from "./scan";
import type { StatedDate } from "./date";
import { readDate, readOtherDay, readWeekday } from "./date";
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

export const roughly = opening(
  "~caer",
  /(?:[~≈±]|(?:ca|c|est|approx)\.|(?:ca|circa|approx|approximately|about|around|roughly|estimated)(?![a-z])) {0,2}/iy,
);
const beforeClock = opening(
  " ,|(@:;-tafb",
  /(?: |,|\||\(|@|:|;|-(?! ?\d{4})|T(?=\d)|(?:at|from|between|by)(?![a-z])){0,8}/iy,
);
const beforeWeekday = opening(" ,|(", /[ ,|(]{1,3}/y);
const beforeDate = opening(" ,|(", / {0,2}[,|] {0,2}| {0,2}\( ?| on (?:the )?| of | {1,2}/iy);
const behindDate = opening(" \n:|)];,.-atu", / *(?:$|[\n:|)\];,.]|-|→|(?:and|to|until)(?![a-z]))/iy);

/** Reads a date, a clock time or both, in either order, with the zone. `text` must be `plain`. */
export function readPoint(text: string, at: number): Point | null {
  const start = skip(roughly, text, at);
  const date = readDate(text, start);
  if (date !== null && date.kind !== "read") {
    const clock = readClock(text, skip(beforeClock, text, date.end));
    return { ...date, end: clock?.end ?? date.end };
  }
  const weekday = date === null ? readWeekday(text, start) : null;
  const leading: StatedDate | null =
    date?.value ?? (weekday === null ? null : { kind: "weekday", weekday: weekday.weekday });
  const dateEnd = date === null ? (weekday?.end ?? start) : behindWeekday(text, date.end);
  const gapEnd = dateEnd > start ? skip(beforeClock, text, dateEnd) : start;
  const clockAt = skip(roughly, text, gapEnd);
  const clock = gapEnd > dateEnd || dateEnd === start ? readClock(text, clockAt) : null;
  if (clock === null) return date === null ? null : { kind: "date", date: date.value, end: dateEnd };
  if (clock.kind !== "read") return clock;
  const joined = /T/i.test(text.charAt(clockAt - 1)) || (leading !== null && clock.value.precision !== "minute");
  const beside = readZone(text, clock.end, joined);
  const behind = readTrailingDate(text, beside?.span.end ?? clock.end, leading);
  const zone = beside ?? (behind.end > clock.end ? readZone(text, behind.end, false) : null);
  const end = Math.max(behind.end, zone === null ? 0 : zoneEnd(text, zone));
  return {
    kind: "time",
    time: { date: leading ?? behind.date, clock: clock.value, zone, span: { start, end } },
    approximate: clock.value.approximate || start > at || clockAt > gapEnd,
    dated: leading !== null ? "before" : behind.date !== null ? "behind" : null,
    between: gapEnd > dateEnd && /between/i.test(text.slice(dateEnd, gapEnd)),
    end,
  };
}

/** "2024-04-12 (Fri)": a date may be followed by its weekday. */
function behindWeekday(text: string, end: number): number {
  const gap = skip(beforeWeekday, text, end);
  const weekday = gap > end ? readWeekday(text, gap) : null;
  return weekday === null ? end : weekday.end + (text.charAt(weekday.end) === ")" ? 1 : 0);
}

/**
 * The zone behind a clock time: ` UTC`, `Z`, ` (PST)`. Joined to an ISO time, `-07:00` is an offset; elsewhere it would
 * be the end of a range.
 */
function readZone(text: string, at: number, joined: boolean): StatedZone | null {
  const blanks = isBlank(text.charCodeAt(at)) ? (isBlank(text.charCodeAt(at + 1)) ? 2 : 1) : 0;
  const start = at + blanks + (text.charAt(at + blanks) === "(" ? 1 : 0);
  const isSign = text.charAt(start) === "+" || text.charAt(start) === "-";
  if (isSign && (start > at + blanks || !isOffset(text, start, blanks, joined))) return null;
  const match = zoneAt(text, start);
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
): { readonly date: StatedDate | null; readonly end: number } {
  const none = { date: null, end: at };
  if (leading !== null && leading.kind !== "weekday") return none;
  const gap = matchAt(beforeDate, text, at + (text.charAt(at) === ")" ? 1 : 0))?.[0];
  if (gap === undefined) return none;
  const start = at + gap.length;
  const later = readOtherDay(text, start - (gap.trim() === "(" ? gap.length - gap.indexOf("(") : 0));
  if (later !== null) return { date: later.date, end: later.end };
  const date = readDate(text, start);
  if (date?.kind !== "read") return none;
  const certain = /on|of/.test(gap);
  if (!certain && matchAt(behindDate, text, date.end) === null && zoneAt(text, date.end + 1) === null) return none;
  return { date: date.value, end: date.end + (gap.includes("(") && text.charAt(date.end) === ")" ? 1 : 0) };
}
