import type { Day } from "../../time";
import { dayOfWritten, parseDay } from "../../time";
import type { StatedDay } from "../facts/incident-day";
import type { Incident } from "../incident";
import type { TimelineEvent } from "./timeline";

/** Events that are too far from the incident to belong to it. */
export interface OutlyingEvents {
  /** Who says when the incident was; null when nobody does, and then no event is outlying. */
  readonly incident: StatedDay | null;
  readonly events: readonly OutlyingEvent[];
}

export interface OutlyingEvent {
  readonly event: TimelineEvent;
  readonly day: Day;
}

/** How far from the incident, or from another event of it, an event may lie, in days. */
export const defaultReach = 7;
/** From an incident to the publication of its report, in days: less than a wrong month makes. */
const longestDelay = 28;

/**
 * The events that no chain of events leads to from the day of the incident: each step of a chain is
 * at most `reach` days wide, so that an incident of weeks holds together.
 */
export function outlyingEvents(
  { days, fields, note, timeline }: Pick<Incident, "days" | "fields" | "note" | "timeline">,
  reach: number,
): OutlyingEvents {
  const [incident] = days;
  if (incident === undefined) return { incident: null, events: [] };
  const dated = timeline.events.flatMap((event) => {
    const day = dayOfWritten(event.local);
    return day === null ? [] : [{ event, day }];
  });
  const known = [
    ...Object.values(fields.times)
      .map(({ source }) => parseDay(source.slice(0, "YYYY-MM-DD".length)))
      .filter((day) => !Number.isNaN(day)),
    ...timeline.days.flatMap(({ day, end }) => (end === null ? day : [day, end])),
  ];
  const sorted = [...new Set([...dated.map(({ day }) => day), ...known])].sort((a, b) => a - b);
  let [first, last] = [incident.day, incident.day];
  for (const day of sorted) if (day >= last && day - last <= reach) last = day;
  for (const day of sorted.reverse()) if (day <= first && first - day <= reach) first = day;
  const events = dated.filter(({ day }) => day < first || day > last);
  // A file may be named after the day of its publication.
  const isPublished =
    incident.from === "file name" &&
    events.length === dated.length &&
    events.every(
      ({ day, event }) => event.place.path === note.path && incident.day - day > 0 && incident.day - day < longestDelay,
    );
  return isPublished ? { incident: null, events: [] } : { incident, events };
}
