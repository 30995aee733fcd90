import { applyEdits, findLineStarts, positionAt } from "../../base";
import type { Edit } from "../../base";
import { dayOfWritten, formatDay, readSaid, readSaidBefore, toLocal } from "../../time";
import type { Day, Zone } from "../../time";
import type { Incident, TimelineEvent } from "../../incident";
import type { EventTarget, NewEvent } from "./insert-event";
import { zoneOf } from "./insert-event";

/** An event as a person types it. */
export interface TypedEvent {
  /** What happened; a moment before it, such as `06:45`, is its time. */
  readonly text: string;
  /** A moment; empty for now. */
  readonly moment: string;
  /** The event that is changed, whose day and zone count. */
  readonly changed?: TimelineEvent;
}

/** What was understood of a typed event, or what of it was not. */
export type ReadEvent =
  | {
      readonly ok: true;
      readonly event: NewEvent;
      /** Whether its time stands before its words, whatever the other field says. */
      readonly isTimed: boolean;
      /** The day of the incident, `YYYY-MM-DD`, where the event lies on none of its days; else null. */
      readonly strayFrom: string | null;
    }
  | { readonly ok: false; readonly field: "text" | "moment"; readonly message: string };

/**
 * Reads an event that is typed while `now`, UTC epoch milliseconds, passes. A time without a day is of the last day on
 * which it has passed while the incident runs, and of the incident's day afterwards.
 */
export function readTypedEvent(target: EventTarget, typed: TypedEvent, now: number): ReadEvent {
  const { changed } = typed;
  const zone = zoneOfTyped(target, changed);
  const days = daysOf(target.incident);
  const given = changed === undefined ? null : dayOfWritten(changed.local);
  const said = <T extends { readonly time: number }>(read: (day: Day) => T | null): T | null =>
    given === null ? onItsDay(target.incident, now, zone, read) : read(given);
  const before = said((day) => readSaidBefore(typed.text, now, zone, day));
  const written =
    typed.moment.trim() === ""
      ? (changed?.time ?? now)
      : (said((day) => timed(readSaid(typed.moment, now, zone, day)))?.time ?? null);
  const moment = before?.time ?? written;
  if (moment === null)
    return { ok: false, field: "moment", message: "this is no moment such as 09:30, now, -20m or yesterday 21:30" };
  const text = before?.rest ?? typed.text.trim();
  if (text === "") return { ok: false, field: "text", message: "an event needs a few words" };
  const { day } = toLocal(moment, zone);
  const isStray = days !== null && (day < days.first || day > days.last + 1);
  const strayFrom = isStray ? formatDay(days.first) : null;
  return { ok: true, event: { text, time: moment }, isTimed: before !== null, strayFrom };
}

/**
 * Reads a moment that is typed for an incident, in a zone: epoch milliseconds, or null. A time without a day is of the
 * day that `readTypedEvent` says.
 */
export function readTypedMoment({ incident }: EventTarget, typed: string, now: number, zone: Zone): number | null {
  return onItsDay(incident, now, zone, (day) => timed(readSaid(typed, now, zone, day)))?.time ?? null;
}

function timed(time: number | null): { readonly time: number } | null {
  return time === null ? null : { time };
}

function onItsDay<T extends { readonly time: number }>(
  incident: Incident,
  now: number,
  zone: Zone,
  read: (day: Day) => T | null,
): T | null {
  const days = daysOf(incident);
  const today = toLocal(now, zone).day;
  if (days !== null && (today < days.first || today > days.last + 1)) return read(days.first);
  const said = read(today);
  return said === null || said.time <= now + tolerance ? said : read(today - 1);
}

/** A clock may go a little ahead of that of the person who types. */
const tolerance = 5 * 60_000;

/** The zone of a time that is typed: that of the event which is changed, or of those that stand there. */
export function zoneOfTyped({ incident, settings }: EventTarget, changed?: TimelineEvent): Zone {
  return zoneOf(incident, settings, changed ?? incident.timeline.events.findLast(({ nested }) => !nested) ?? null);
}

/** The first and the last day that an incident states for itself; null when it states none. */
function daysOf({ days, milestones, timeline }: Incident): { readonly first: Day; readonly last: Day } | null {
  const told = [...milestones, ...timeline.events].map(({ local }) => dayOfWritten(local));
  const known = [...days.slice(0, 1).map(({ day }) => day), ...told].filter((day) => day !== null);
  return known.length === 0
    ? null
    : { first: known.reduce((a, b) => Math.min(a, b)), last: known.reduce((a, b) => Math.max(a, b)) };
}

/** The line that edits write, between the lines beside it. */
export interface PlannedLine {
  readonly path: string;
  /** From 1, in the text as it will be. */
  readonly line: number;
  readonly text: string;
  /** The last line before it that is not blank; null for none. */
  readonly above: string | null;
  readonly below: string | null;
  /** The line as it stands now, where the edits change one. */
  readonly replaced: string | null;
}

/** The line that edits write or move, and its neighbours then; null when they do not fit. */
export function plannedLine(edits: readonly Edit[], textOf: (path: string) => string | null): PlannedLine | null {
  const edit = edits.find(({ text }) => text.trim() !== "") ?? edits[0];
  const before = edit === undefined ? null : textOf(edit.path);
  const after = before === null ? null : applyEdits(before, edits);
  if (edit === undefined || before === null || after === null) return null;
  const { length } = /^[\r\n]*/.exec(edit.text)?.[0] ?? "";
  const lines = after.split(/\r?\n/);
  const shift = edits
    .filter(({ span }) => span.end <= edit.span.start && span !== edit.span)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  const index = lineAt(after, edit.span.start + shift + length);
  return {
    path: edit.path,
    line: index + 1,
    text: lines[index] ?? "",
    above: lines.slice(0, index).findLast((line) => line.trim() !== "") ?? null,
    below: lines.slice(index + 1).find((line) => line.trim() !== "") ?? null,
    replaced: edit.span.end > edit.span.start ? (before.split(/\r?\n/)[lineAt(before, edit.span.start)] ?? null) : null,
  };
}

/** From 0. */
function lineAt(text: string, offset: number): number {
  return positionAt({ text, lineStarts: findLineStarts(text) }, offset).line - 1;
}
