import { applyEdits, findLineStarts, positionAt } from "../../base";
import type { Edit } from "../../base";
import { dayOfWritten, formatDay, readSaid, readSaidBefore, toLocal } from "../../time";
import type { Day, Zone } from "../../time";
import type { Incident } from "../../incident";
import type { EventTarget, NewEvent } from "./insert-event";
import { zoneOf } from "./insert-event";

/** An event as a person types it. */
export interface TypedEvent {
  /** What happened; a moment before it, such as `06:45`, is its time. */
  readonly text: string;
  /** A moment; empty for now. */
  readonly moment: string;
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
  | { readonly ok: false; readonly field: keyof TypedEvent; readonly message: string };

/**
 * Reads an event that is typed while `now`, UTC epoch milliseconds, passes. A time without a day is of the last day on
 * which it has passed while the incident runs, and of the incident's day afterwards.
 */
export function readTypedEvent(target: EventTarget, typed: TypedEvent, now: number): ReadEvent {
  const zone = zoneOfTyped(target);
  const days = daysOf(target.incident);
  const before = onItsDay(target.incident, now, zone, (day) => readSaidBefore(typed.text, now, zone, day));
  const moment = before?.time ?? (typed.moment.trim() === "" ? now : readTypedMoment(target, typed.moment, now, zone));
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
  const read = onItsDay(incident, now, zone, (day) => {
    const time = readSaid(typed, now, zone, day);
    return time === null ? null : { time };
  });
  return read?.time ?? null;
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

/** The zone in which a time that is typed is meant: that of the events which stand there. */
export function zoneOfTyped({ incident, settings }: Pick<EventTarget, "incident" | "settings">): Zone {
  return zoneOf(incident, settings, incident.timeline.events.findLast(({ nested }) => !nested) ?? null);
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

/** What edits to one line of a note make of it; null when they do not fit. */
export function plannedLine(edits: readonly Edit[], textOf: (path: string) => string | null): PlannedLine | null {
  const [edit] = edits;
  const before = edit === undefined ? null : textOf(edit.path);
  const after = before === null ? null : applyEdits(before, edits);
  if (edit === undefined || before === null || after === null) return null;
  const { length } = /^[\r\n]*/.exec(edit.text)?.[0] ?? "";
  const lines = after.split(/\r?\n/);
  const index = lineAt(after, edit.span.start + length);
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
