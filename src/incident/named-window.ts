import type { Place } from "../base/span";
import type { Timeline, TimelineEvent } from "./timeline";

/** A stretch of time that the timeline itself marks by name. */
export interface NamedWindow {
  readonly minutes: number;
  readonly from: Place;
  readonly to: Place;
}

const marks = {
  outage: { begins: /\boutage (?:begins|began|starts|started)\b/i, ends: /\boutage (?:ends|ended|over|is over)\b/i },
} as const;

/** The stretches with exactly one event that says `OUTAGE BEGINS` and one that says `OUTAGE ENDS`. */
export function namedWindows({ events }: Timeline): ReadonlyMap<keyof typeof marks, NamedWindow> {
  const windows = new Map<keyof typeof marks, NamedWindow>();
  const [from, ...begins] = events.filter(({ text }) => marks.outage.begins.test(text));
  const [to, ...ends] = events.filter(({ text }) => marks.outage.ends.test(text));
  if (from === undefined || to === undefined || begins.length > 0 || ends.length > 0 || from.time === null || to.time === null || to.time < from.time) return windows;
  return windows.set("outage", { minutes: (to.time - from.time) / 60_000, from: timePlace(from), to: timePlace(to) });
}

function timePlace(event: TimelineEvent): Place {
  return { path: event.place.path, span: event.timeSpan };
}
