import type { Incident, OutlyingEvent } from "../../incident";
import { defaultReach, outlyingEvents } from "../../incident";
import { folded, perLanguage, textWords, wordTable } from "../../language";
import type { Day } from "../../time";
import { formatDay } from "../../time";
import * as z from "../../schema";
import { atPlace } from "../findings/places";
import { defineRule } from "../rule";
import { described } from "../../settings";

/** In days. */
const longestRunUp = 180;

export const eventOutsideIncident = defineRule({
  id: "event-outside-incident",
  severity: "warning",
  why: "A wrong year or month throws an event out of the incident and every metric with it; and an embedded timeline that was not emptied after the last incident tells another story. An event belongs to the incident if steps of at most `days` lead to it from the incident's date.",
  options: () => z.object({ days: described("How far a step may lead, in days.", z.number().check(z.nonnegative())) }),
  defaults: { days: defaultReach },
  examples: [
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 2024-04-10 17:41 Merged\n- 2024-04-11 06:12 Deployed\n- 2024-04-17 09:00 Closed",
      expect: [],
    },
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 2024-04-11 06:12 Deployed\n- 2023-04-11 06:25 Acknowledged\n- 2024-04-11 06:59 Restored",
      expect: ["6:3-6:19 this is on 2023-04-11, 366 days before the incident"],
    },
    {
      note: "---\ndate: 2024-04-11\n---\n\n## Timeline\n\n![[Incident Timeline]]",
      vault: { "Incident Timeline.md": "All times in UTC.\n\n- 2024-02-02 10:00 Alert\n- 2024-02-02 10:40 Restored" },
      expect: [
        "Incident Timeline.md 3:3-3:19 this is on 2024-02-02, 69 days before the incident, and so is one more event",
      ],
    },
    {
      note: "---\ndate: 2024-04-11\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 2024-03-12 14:06 Beta made available\n- 2024-03-13 09:30 First customers invited\n- 2024-04-11 06:12 Deployed to all",
      expect: [],
    },
  ],
  *check({ incident, options }) {
    const { incident: stated, events } = outlyingEvents(incident, options.days);
    if (stated === null) return;
    const background = runUp(events, incident, stated.day);
    for (const [first, ...more] of runs(events.filter((outlying) => !background.has(outlying)))) {
      const apart = Math.abs(first.day - stated.day);
      const others =
        more.length === 0
          ? ""
          : `, and so ${more.length === 1 ? "is one more event" : `are ${more.length} more events`}`;
      yield {
        ...atPlace({ path: first.event.place.path, span: first.event.timeSpan }),
        message: `this is on ${formatDay(first.day)}, ${apart} days ${first.day < stated.day ? "before" : "after"} the incident${others}`,
        help: `correct the date, or take the event out; the incident is of ${formatDay(stated.day)} by its ${stated.from}`,
        related: stated.place === null ? [] : [{ ...stated.place, message: "the day of the incident" }],
      };
    }
  },
});

const readers = perLanguage(({ story }) => ({ dormant: wordTable(story.dormant) }));

/**
 * What led to the incident: a timeline may begin with it, day by day in order, if it
 * goes on to the incident. A single day out of place is a slip, unless it tells where the fault comes from; and so is
 * one of another year.
 */
function runUp(
  outlying: readonly OutlyingEvent[],
  { timeline: { events }, language }: Pick<Incident, "timeline" | "language">,
  incident: Day,
): ReadonlySet<OutlyingEvent> {
  const head: OutlyingEvent[] = [];
  for (const [index, event] of events.entries()) {
    const next = outlying[index];
    const before = head.at(-1)?.day ?? incident - longestRunUp;
    if (next?.event !== event || event.dated !== "line" || next.day < before || next.day > incident) break;
    head.push(next);
  }
  const leadsTo = events[head.length];
  const isTold = leadsTo !== undefined && head.every(({ event }) => event.place.path === leadsTo.place.path);
  const first = textWords(folded(head[0]?.event.text ?? ""));
  const isLong = new Set(head.map(({ day }) => day)).size > 1 || readers(language).dormant.isIn(first);
  return new Set(isTold && isLong ? head : []);
}

type Run = [OutlyingEvent, ...OutlyingEvent[]];

/** Events one after another on the same day and in the same note are one slip. */
function runs(events: readonly OutlyingEvent[]): readonly Run[] {
  const found: Run[] = [];
  for (const outlying of events) {
    const run = found.at(-1);
    if (run !== undefined && run[0].day === outlying.day && run[0].event.place.path === outlying.event.place.path)
      run.push(outlying);
    else found.push([outlying]);
  }
  return found;
}
