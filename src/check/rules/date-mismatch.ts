import type { Incident, StatedDay } from "../../incident";
import type { Day } from "../../time";
import { dayOf, formatDay, weekdayOf } from "../../time";
import * as z from "../../schema";
import type { Library } from "../../vault";
import type { Finding } from "../diagnostic";
import { at, wholeNoteSpan, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

export const dateMismatch = defineRule({
  id: "date-mismatch",
  severity: "warning",
  why: "The property `date`, the file name, the title and the first heading name the same day. Copied notes keep one of the old ones, and then the incident is filed, sorted and counted under the wrong day.",
  options: z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\ndate: 2024-04-11\nstarted: 2024-04-11T06:12\n---\n\n# API outage of April 11, 2024\n\nOn Thursday, April 11, 2024 the API failed.",
      expect: [],
    },
    {
      note: "---\ndate: 2024-04-12\n---\n\n# API outage of 2024-04-11",
      expect: ["2:7-2:17 the date is 2024-04-12, but 2024-04-11 in the file name and the heading"],
    },
    {
      note: "---\ndate: 2024-04-11\nstarted: 2024-05-11T06:12\n---\n\n# API outage",
      expect: ["3:10-3:26 `started` is on 2024-05-11, but the incident on 2024-04-11"],
    },
    {
      note: "# API outage\n\nOn Friday, April 11, 2024 the API failed.",
      expect: ["3:4-3:26 2024-04-11 is a Thursday"],
    },
  ],
  *check({ note, incident, library }) {
    yield* betweenDays(incident, wholeNoteSpan(note));
    yield* started(incident, library);
    yield* weekdays(incident);
  },
});

function* betweenDays({ days, note }: Incident, whole: Finding["span"]): Iterable<Finding> {
  const [first, ...others] = days;
  if (first === undefined) return;
  const differing = others.filter(({ day }) => day !== first.day);
  const [other] = differing;
  if (other === undefined) return;
  // One against several that agree: then it is the one that is wrong.
  const alone = differing.length === others.length && differing.every(({ day }) => day === other.day);
  const help = "correct the one that is wrong";
  if (alone) {
    const places = differing.map(({ from }) => `the ${from}`).join(" and ");
    yield {
      span: first.place?.span ?? other.place?.span ?? whole,
      message: `the ${first.from} is ${formatDay(first.day)}, but ${formatDay(other.day)} in ${places}`,
      help,
      related: differing.flatMap(relatedDay),
    };
    return;
  }
  for (const day of differing) {
    yield {
      ...at(day.place ?? { path: note.path, span: whole }),
      message: `the ${day.from} says ${formatDay(day.day)}, but the ${first.from} ${formatDay(first.day)}`,
      help,
      related: relatedDay(first),
    };
  }
}

function relatedDay({ day, place }: StatedDay): NonNullable<Finding["related"]> {
  return place === null ? [] : [{ ...place, message: `${formatDay(day)} here` }];
}

/** `date` is the day on which the incident began; a start with a zone of its own may be a day off it. */
function* started({ fields, milestones, days }: Incident, library: Library): Iterable<Finding> {
  const milestone = milestones.find(({ id, confidence }) => id === "started" && confidence === "stated");
  const date = days.find(({ from }) => from === "date");
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(milestone?.local ?? "") ?? [];
  if (milestone === undefined || date === undefined || year === undefined) return;
  const day = dayOf({ year: Number(year), month: Number(month), day: Number(dayOfMonth) });
  const zoned = /[Z+]|-\d{2}:?\d{2}$|[a-z]$/i.test(wordsAt(library, milestone.place).slice(16));
  if (day === null || Math.abs(day - date.day) <= (zoned ? 1 : 0)) return;
  yield {
    span: fields.times.started?.span ?? milestone.place.span,
    message: `\`started\` is on ${formatDay(day)}, but the incident on ${formatDay(date.day)}`,
    help: "correct the one that is wrong",
    related: relatedDay(date),
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
      ...at(place),
      message: `${formatDay(day)} is a ${names[weekdayOf(day)] ?? ""}`,
      help: "correct the weekday or the date",
    };
  }
}
