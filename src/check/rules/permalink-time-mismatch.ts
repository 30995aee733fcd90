import { formatInstant, formatMinutes } from "../../time";
import { readPermalinks } from "../../incident";
import type { TimelineEvent } from "../../incident";
import * as z from "../../schema";
import type { Place } from "../../base";
import { atPlace } from "../findings/places";
import { defineRule } from "../rule";
import { described } from "../../settings";

const minute = 60_000;
const day = 86_400_000;
/** Zones differ by quarters of an hour at the finest. */
const quarter = 15 * minute;

export const permalinkTimeMismatch = defineRule({
  id: "permalink-time-mismatch",
  severity: "warning",
  why: "The address of a Slack message holds the second at which it was posted. An event that links to it and states another time has a wrong clock or a wrong zone. A message more than a day away is taken for a reference to another conversation.",
  options: () =>
    z.object({
      minutes: described("How far the two times may lie apart, in minutes.", z.number().check(z.nonnegative())),
    }),
  defaults: { minutes: 5 },
  examples: [
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 2023-11-01 10:15 [PagerDuty alert](https://example.slack.com/archives/C0123ABCD/p1698833753123456)",
      path: "Incident-2023-11-01-Example.md",
      expect: [],
    },
    {
      note: "## Timeline\n\n- 2023-11-01 10:15 London time: [alert](https://example.slack.com/archives/C0123ABCD/p1698833753123456)\n- 2023-07-03 09:30 Europe/London: [alert](https://example.slack.com/archives/C0123ABCD/p1688376600123456)",
      path: "Incident-2023-11-01-Example.md",
      expect: ["4:68-4:105 this message was posted at 2023-07-03T09:30:00Z, 1 hour after the event"],
    },
  ],
  *check({ incident, library, options }) {
    for (const event of incident.timeline.events) {
      if (event.time === null) continue;
      const text = library.text(event.place.path) ?? "";
      const { start, end } = event.place.span;
      // Of several links one may be the event's own and the others its context.
      const messages = readPermalinks(text.slice(start, end)).map((link) => ({
        link,
        apart: minutesApart(link.time, event, options.minutes),
      }));
      const [first] = messages;
      if (first === undefined || messages.some(({ apart }) => apart === 0)) continue;
      const place: Place = {
        path: event.place.path,
        span: { start: start + first.link.start, end: start + first.link.end },
      };
      yield {
        ...atPlace(place),
        message: `this message was posted at ${formatInstant(first.link.time)}, ${formatMinutes(first.apart)} ${first.apart > 0 ? "after" : "before"} the event`,
        help: "correct the time of the event, or its zone",
        related: [
          { path: event.place.path, span: event.timeSpan, message: `the event is at ${formatInstant(event.time)}` },
        ],
      };
    }
  },
});

/**
 * How many minutes after the event a message was posted; 0 where the two can be one moment, or have nothing to do with
 * each other.
 */
function minutesApart(posted: number, { time, end, zone, approximate }: TimelineEvent, tolerance: number): number {
  const from = time ?? 0;
  const until = end?.time ?? from;
  const reach = (approximate ? Math.max(15, tolerance) : tolerance) * minute;
  if (from - reach <= posted && posted <= until + reach + minute) return 0;
  const apart = posted > until ? posted - until : posted - from;
  const slip = Math.abs(apart - Math.round(apart / day) * day);
  if (Math.abs(apart) > day && slip > reach) return 0;
  // Nobody states the zone, so any zone may be meant.
  const unzoned = Math.abs(apart - Math.round(apart / quarter) * quarter);
  if (zone?.from === "setting" && unzoned <= reach && Math.abs(apart) <= 14 * 60 * minute + reach) return 0;
  return Math.round(apart / minute);
}
