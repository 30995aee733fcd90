import { formatMinutes } from "../../time";
import type { Incident, ZonePair } from "../../incident";
import type { Library } from "../../vault";
import type { Finding } from "../diagnostic";
import * as z from "../../schema";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

export const zonePairMismatch = defineRule({
  id: "zone-pair-mismatch",
  severity: "error",
  why: "A moment that is written in two zones has to be the same moment in both. A slip by an hour sends the reader to the wrong place in every log.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Timeline\n\n- 11:20 UTC (7:20 AM EDT) - first alert\n- 11:40 UTC / 13:40 CEST: cause found",
      expect: [],
    },
    {
      note: "## Timeline\n\n- 11:20 UTC (6:20 AM EDT) - first alert",
      expect: ["3:14-3:25 `6:20 AM EDT` is 1 hour earlier than `11:20 UTC`"],
    },
    {
      note: "---\ndate: 2024-05-03\n---\n\n## Timeline\n\n| UTC | PDT | Event |\n|---|---|---|\n| 10:00 | 03:00 | Alert |\n| 10:30 | 02:30 | Restored |",
      path: "Incident-2024-05-03.md",
      expect: ["10:11-10:16 `02:30` in PDT is 1 hour earlier than `10:30` in UTC"],
    },
    {
      note: "## Summary\n\nFrom 10:02 to 11:32 CET (09:02–10:23 UTC) it was down.",
      expect: ["3:32-3:41 `10:23 UTC` is 9 minutes earlier than `11:32 CET`"],
    },
    {
      note: "## What Happened\n\nOn 2017-10-19 at 11:48 PM PDT (7:48 AM UTC) the site went down.",
      expect: ["3:32-3:43 `7:48 AM UTC` is 1 hour later than `2017-10-19 at 11:48 PM PDT`"],
    },
  ],
  *check({ incident, library }) {
    yield* columns(incident, library);
    for (const pair of incident.facts.zonePairs) {
      const apart = minutesApart(pair);
      if (apart === 0) continue;
      yield {
        ...atPlace(pair.second.place),
        message: `${shown(pair.second, library)} is ${formatMinutes(apart)} ${apart > 0 ? "later" : "earlier"} than ${shown(pair.first, library)}`,
        help: "correct one of the two",
        related: [{ ...pair.first.place, message: "the same moment in the other zone" }],
      };
    }
  },
});

/** A time as it is written, with its zone where that stands only at the other end of a range. */
function shown({ place, zone }: ZonePair["first"], library: Library): string {
  const words = wordsAt(library, place);
  return `\`${words}\`${zone === null || words.includes(zone.name) ? "" : ` in ${zone.name}`}`;
}

/** The same moment in two columns of a timeline. */
function* columns({ timeline }: Incident, library: Library): Iterable<Finding> {
  for (const { time, zone, also, place, timeSpan } of timeline.events) {
    for (const other of also) {
      if (!other.inColumn || time === null || zone === null || other.time === null) continue;
      const apart = nearest((other.time - time) / 60_000, 1440);
      // `PST` may be meant as what is in force that day.
      if (Math.abs(apart) <= 1 || apart === zone.offset - zone.offsetInForce) continue;
      const first = { path: place.path, span: timeSpan };
      const second = { path: place.path, span: other.span };
      yield {
        ...atPlace(second),
        message: `\`${wordsAt(library, second)}\` in ${other.name} is ${formatMinutes(apart)} ${apart > 0 ? "later" : "earlier"} than \`${wordsAt(library, first)}\` in ${zone.name}`,
        help: "correct one of the two",
        related: [{ ...first, message: "the same moment in the other zone" }],
      };
    }
  }
}

/**
 * By how much the second moment is later, days aside; 0 where any reading makes them one: `PST` taken
 * as what is in force that day, half a day more without `am` or `pm`, an hour where the date is unknown.
 */
function minutesApart({ first, second }: ZonePair): number {
  const offsets = [
    [first.offset, second.offset],
    [first.offsetInForce, second.offset],
    [first.offset, second.offsetInForce],
    [first.offsetInForce, second.offsetInForce],
  ] as const;
  const apart = offsets.map(([one, other]) => nearest((second.clock - first.clock) / 60_000 - (other - one), 1440));
  const cycle = first.open || second.open ? 720 : 1440;
  const slack = first.day === null && (first.zone?.kind !== "fixed" || second.zone?.kind !== "fixed") ? 60 : 1;
  return apart.some((minutes) => Math.abs(nearest(minutes, cycle)) <= slack) ? 0 : (apart[0] ?? 0);
}

/** The smallest number that differs from `minutes` by a multiple of `cycle`. */
function nearest(minutes: number, cycle: number): number {
  return minutes - Math.round(minutes / cycle) * cycle;
}
