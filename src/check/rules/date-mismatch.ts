import type { HeadFact, Incident, StatedDay } from "../../incident";
import { dayOfFact, defaultReach } from "../../incident";
import type { Day } from "../../time";
import { clockOfWritten, dayOf, dayOfWritten, formatDay, parseDay, weekdayOf } from "../../time";
import * as z from "../../schema";
import type { Library } from "../../vault";
import type { Place } from "../../base";
import type { Finding, Fix } from "../diagnostic";
import { writeInstead } from "../findings/choices";
import { atPlace, sourceAt, wholeNoteSpan, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

export const dateMismatch = defineRule({
  id: "date-mismatch",
  severity: "warning",
  why: "The property `date`, the file name, the title, the first heading and labels such as `Date:` or `Started:` name the same day, and the timeline lies around it. A `Date:` some weeks after the incident may be that of the report. Copied notes keep one of the old ones, and then the incident is filed, sorted and counted under the wrong day.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\ndate: 2024-04-11\nstarted: 2024-04-11T06:12\n---\n\n# API outage of April 11, 2024\n\nOn Thursday, April 11, 2024 the API failed.",
      expect: [],
    },
    {
      note: "---\ndate: 2024-04-12\n---\n\n# API outage of 2024-04-11",
      expect: ["2:7-2:17 the date is 2024-04-12, but the file name and the heading say 2024-04-11"],
      offers: ["Write `2024-04-11` instead of `2024-04-12`"],
    },
    {
      note: "---\ndate: 2024-04-11\nstarted: 2024-05-11T06:12\n---\n\n# API outage",
      expect: ["3:10-3:26 `started` is on 2024-05-11, but the incident on 2024-04-11"],
      offers: ["Write `2024-04-11` instead of `2024-05-11`", "Write `2024-05-11` instead of `2024-04-11`"],
    },
    {
      note: "---\ndate: 2024-04-11\n---\n\n- **Date:** 2024-03-11\n\n## Timeline\n\nAll times in UTC.\n\n- 2024-04-11 06:12 Deployed",
      expect: ["5:13-5:23 this is 2024-03-11, but the date is 2024-04-11"],
    },
    {
      note: "# API outage\n\nOn Friday, April 11, 2024 the API failed.",
      expect: ["3:4-3:26 2024-04-11 is a Thursday"],
    },
  ],
  *check({ note, incident, library }) {
    yield* betweenDays(incident, library, wholeNoteSpan(note));
    yield* started(incident, library);
    yield* labelled(incident);
    yield* weekdays(incident);
  },
});

function* betweenDays({ days, note }: Incident, library: Library, whole: Finding["span"]): Iterable<Finding> {
  const [first, ...others] = days;
  if (first === undefined) return;
  const differing = others.filter(({ day }) => day !== first.day);
  const [other] = differing;
  if (other === undefined) return;
  // One against several that agree: then it is the one that is wrong.
  const alone = differing.length === others.length && differing.every(({ day }) => day === other.day);
  const help = "correct the one that is wrong";
  if (alone) {
    const places = inList(differing.map(({ from }) => `the ${from}`));
    yield {
      span: first.place?.span ?? other.place?.span ?? whole,
      message: `the ${first.from} is ${formatDay(first.day)}, but ${places} ${differing.length === 1 ? "says" : "say"} ${formatDay(other.day)}`,
      help,
      choices: [
        ...writeDay(library, first.place, other.day),
        ...(differing.length === 1 ? writeDay(library, other.place, first.day) : []),
      ],
      related: differing.flatMap(relatedDay),
    };
    return;
  }
  for (const day of differing) {
    yield {
      ...atPlace(day.place ?? { path: note.path, span: whole }),
      message: `the ${day.from} says ${formatDay(day.day)}, but the ${first.from} ${formatDay(first.day)}`,
      help,
      choices: [...writeDay(library, day.place, first.day), ...writeDay(library, first.place, day.day)],
      related: relatedDay(first),
    };
  }
}

/** Writes a day in the place of one that is written as `YYYY-MM-DD`; a clock that follows it stays. */
function writeDay(library: Library, place: Place | null, day: Day): readonly Fix[] {
  if (place === null) return [];
  const { path, span } = place;
  const written = { path, span: { start: span.start, end: Math.min(span.start + "YYYY-MM-DD".length, span.end) } };
  return Number.isNaN(parseDay(sourceAt(library, written))) ? [] : [writeInstead(library, written, formatDay(day))];
}

/** `a`, `a and b`, `a, b and c`. */
function inList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function relatedDay({ day, place }: StatedDay): NonNullable<Finding["related"]> {
  return place === null ? [] : [{ ...place, message: `${formatDay(day)} here` }];
}

/** `date` is the day on which the incident began; a start with a zone of its own may be a day off it. */
function* started({ fields, milestones, days }: Incident, library: Library): Iterable<Finding> {
  const milestone = milestones.find(({ id, confidence }) => id === "started" && confidence === "stated");
  const date = days.find(({ from }) => from === "date");
  const day = dayOfWritten(milestone?.local);
  if (milestone === undefined || date === undefined || day === null) return;
  const zoned = /[Z+]|-\d{2}:?\d{2}$|[a-z]$/i.test(wordsAt(library, milestone.place).slice(16));
  if (Math.abs(day - date.day) <= (zoned ? 1 : 0)) return;
  yield {
    span: fields.times.started?.span ?? milestone.place.span,
    message: `\`started\` is on ${formatDay(day)}, but the incident on ${formatDay(date.day)}`,
    help: "correct the one that is wrong",
    choices: [...writeDay(library, milestone.place, date.day), ...writeDay(library, date.place, day)],
    related: relatedDay(date),
  };
}

/** From an incident to its report, in days. */
const longestDelay = 60;

/** Labels in the text against the other days of the note and its timeline. */
function* labelled({ head, days, timeline, note, language }: Incident): Iterable<Finding> {
  const ofEvents = timeline.events.flatMap((event) =>
    event.dated === "line" || event.dated === "above" || event.dated === "carried"
      ? (dayOfWritten(event.local) ?? [])
      : [],
  );
  const known = [...days.map(({ day }) => day), ...ofEvents, ...timeline.days.map(({ day }) => day)];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  for (const fact of head) {
    const day = dayOfFact(fact, language);
    if (day === null || known.length === 0) continue;
    const moved = movedStart(fact, day, timeline);
    if (moved !== null) {
      yield { ...moved, ...atPlace({ path: note.path, span: fact.span }) };
      continue;
    }
    const isNear = first - 1 <= day && day <= last + 1;
    const isReport = !fact.certain && day > last && day - last <= longestDelay;
    // An incident may last for weeks; its start may have gone unnoticed as long.
    const isOfIncident = fact.id !== "date" && Math.abs(day - (day < first ? first : last)) <= defaultReach;
    if (isNear || isReport || isOfIncident) continue;
    const [stated] = days;
    yield {
      ...atPlace({ path: note.path, span: fact.span }),
      message:
        stated === undefined
          ? `this is ${formatDay(day)}, but the timeline begins on ${formatDay(first)}`
          : `this is ${formatDay(day)}, but the ${stated.from} ${stated.from === "date" ? "is" : "says"} ${formatDay(stated.day)}`,
      help: "correct the one that is wrong",
      related: stated === undefined ? [] : relatedDay(stated),
    };
  }
}

const minute = 60_000;

/** The start with the same clock time on another day than in the timeline. */
function movedStart({ id, stamp }: HeadFact, day: Day, { events }: Incident["timeline"]): Omit<Finding, "span"> | null {
  if (stamp.kind !== "time" || (id !== "date" && id !== "started")) return null;
  const clock = stamp.from.clock.clock;
  const start = events.find(({ milestone }) => milestone === "started") ?? events[0];
  const other = dayOfWritten(start?.local);
  const stated = clockOfWritten(start?.local);
  if (start === undefined || other === null || stated === null || other === day) return null;
  if (Math.floor(clock / minute) !== Math.floor(stated / minute)) return null;
  const apart = Math.abs(day - other);
  return {
    message: `this is ${formatDay(day)}, but the timeline begins ${apart} ${apart === 1 ? "day" : "days"} ${other < day ? "earlier" : "later"} at the same time`,
    help: "correct the one that is wrong",
    related: [{ path: start.place.path, span: start.timeSpan, message: `${formatDay(other)} here` }],
  };
}

const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** "Friday, April 11, 2024" names a day that was a Thursday. */
function* weekdays({ facts }: Incident): Iterable<Finding> {
  for (const { date, place } of facts.dates) {
    if (date.kind !== "date" || date.year === null || date.weekday === null) continue;
    const day: Day | null = dayOf({ year: date.year, month: date.month, day: date.day });
    if (day === null || weekdayOf(day) === date.weekday) continue;
    yield {
      ...atPlace(place),
      message: `${formatDay(day)} is a ${names[weekdayOf(day)] ?? ""}`,
      help: "correct the weekday or the date",
    };
  }
}
