import type { Incident, Milestone, MilestoneId, TimelineEvent } from "../../incident";
import { formatMinutes } from "../../time";
import * as z from "../../schema";
import { correct } from "../findings/choices";
import type { Finding } from "../diagnostic";
import { atPlace } from "../findings/places";
import { defineRule } from "../rule";

/**
 * What cannot come after what. A cause may be found after the service is back, and a mitigation work before the cause
 * is known.
 */
const order: readonly (readonly [MilestoneId, MilestoneId])[] = [
  ["started", "detected"],
  ["started", "acknowledged"],
  ["started", "identified"],
  ["started", "mitigated"],
  ["started", "resolved"],
  ["detected", "acknowledged"],
  ["detected", "resolved"],
  ["acknowledged", "resolved"],
  ["mitigated", "resolved"],
];

export const milestoneOrder = defineRule({
  id: "milestone-order",
  severity: "error",
  why: "Nothing is acknowledged before it is detected or resolved before it began. Such a pair is a typing error, and every metric that is computed from it is wrong. Only properties, labels in the head of the report and explicit marks in the timeline are compared, not what is guessed from the wording. A time without a date that would be right on the next day is a hint; and a time without a zone is not held against one with an offset, as which comes first would depend on the zone of the settings. A time that the properties or the head state is also held against the event that the timeline marks so, where no event has the stated time.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\nstarted: 2024-04-11T06:12\nacknowledged: 2024-04-11T06:25\nresolved: 2024-04-11T06:59\nidentified: 2024-04-11T07:30\n---",
      expect: [],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nresolved: 2024-04-11T04:59Z\n---",
      expect: [],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nresolved: 2024-04-11T05:59\n---",
      expect: ["3:11-3:27 `resolved` lies 13 minutes before `started`"],
      offers: ["Correct `resolved`", "Correct `started`"],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12Z\nresolved: 2024-04-11T06:59Z\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 06:12 OUTAGE BEGINS\n- 06:59 Traffic is back\n- 07:20 INCIDENT ENDS",
      expect: [],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12Z\nresolved: 2024-04-11T06:59Z\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 06:12 OUTAGE BEGINS\n- 07:20 INCIDENT ENDS",
      expect: ["3:11-3:28 `resolved` is 21 minutes later in the timeline"],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\ndetected: 2024-04-11T06:20\nacknowledged: 2023-04-11T06:25\nresolved: 2024-04-11T06:59\n---",
      expect: ["4:15-4:31 `acknowledged` lies 365 days 23 hours before `started`"],
    },
  ],
  *check({ incident }) {
    yield* toldTwice(incident);
    let wrong = violations(
      incident.milestones.filter(({ confidence, time }) => confidence !== "worded" && time !== null),
    );
    while (wrong.length > 0) {
      // The one that stands in most contradictions is the one to correct; of two, the one that should come later.
      const counts = new Map<Milestone, number>();
      for (const pair of wrong) for (const milestone of pair) counts.set(milestone, (counts.get(milestone) ?? 0) + 1);
      const most = Math.max(...counts.values());
      const worst =
        wrong.map(([, later]) => later).find((milestone) => counts.get(milestone) === most) ??
        wrong.map(([earlier]) => earlier).find((milestone) => counts.get(milestone) === most);
      const pair = wrong.find(([earlier, later]) => earlier === worst || later === worst);
      if (pair === undefined || worst === undefined) return;
      const [earlier, later] = pair;
      const other = worst === later ? earlier : later;
      const mayBeNextDay = isNextDay(earlier, later);
      yield {
        ...atPlace(worst.place),
        ...(mayBeNextDay && { severity: "info" as const }),
        message: `\`${worst.id}\` lies ${formatMinutes(((later.time ?? 0) - (earlier.time ?? 0)) / 60_000)} ${worst === later ? "before" : "after"} \`${other.id}\``,
        help: mayBeNextDay
          ? "state the date, if it is after midnight; else correct the time"
          : "correct one of the two times",
        choices: [worst, other].map(({ id, place }) => correct(place, `\`${id}\``)),
        related: [{ ...other.place, message: `\`${other.id}\` is here` }],
      };
      wrong = wrong.filter(([one, another]) => one !== worst && another !== worst);
    }
  },
});

/** One minute either way is rounding. */
const rounding = 60_000;

/**
 * Milestones that properties or the head of the report state with another time than the timeline, which marks them and
 * says nothing of the stated time.
 */
function* toldTwice({ milestones, timeline }: Incident): Iterable<Finding> {
  for (const milestone of milestones) {
    if (milestone.confidence !== "stated" || milestone.time === null) continue;
    const apart = ({ time }: Pick<TimelineEvent, "time">): number => (time ?? NaN) - (milestone.time ?? NaN);
    if (timeline.events.some((event) => Math.abs(apart(event)) <= rounding)) continue;
    const marked = timeline.events.filter((event) => event.milestone === milestone.id && event.time !== null);
    const labelled = marked.filter((event) => event.labelled);
    const [event, ...others] = labelled.length > 0 ? labelled : marked;
    if (event === undefined || others.length > 0 || Math.abs(apart(event)) >= 2 * halfDay) continue;
    if (milestone.assumes.includes("zone") !== (event.zone?.from === "setting")) continue;
    const eventPlace = { path: event.place.path, span: event.timeSpan };
    yield {
      ...atPlace(milestone.place),
      severity: "warning",
      message: `\`${milestone.id}\` is ${formatMinutes(apart(event) / rounding)} ${apart(event) > 0 ? "later" : "earlier"} in the timeline`,
      help: "correct one of the two times",
      choices: [correct(milestone.place, `\`${milestone.id}\``), correct(eventPlace, "the timeline")],
      related: [{ ...eventPlace, message: `the timeline has \`${milestone.id}\` here` }],
    };
  }
}

const halfDay = 43_200_000;
/** The widest two zones lie apart. */
const zones = 26 * 3_600_000;

/** Without a date of its own one of them may as well lie on the other side of midnight. */
function isNextDay(earlier: Milestone, later: Milestone): boolean {
  const back = (earlier.time ?? 0) - (later.time ?? 0);
  const isOpen = earlier.assumes.includes("day") || later.assumes.includes("day");
  return isOpen && back >= halfDay && back < 2 * halfDay;
}

/** Which of the two came first depends on a zone that nobody states. */
function hangsOnZone(one: Milestone, other: Milestone): boolean {
  const apart = Math.abs((one.time ?? 0) - (other.time ?? 0));
  return one.assumes.includes("zone") !== other.assumes.includes("zone") && apart < zones;
}

function violations(milestones: readonly Milestone[]): readonly (readonly [Milestone, Milestone])[] {
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  return order.flatMap(([first, second]) => {
    const [earlier, later] = [byId.get(first), byId.get(second)];
    return earlier === undefined ||
      later === undefined ||
      (earlier.time ?? 0) <= (later.time ?? 0) ||
      hangsOnZone(earlier, later)
      ? []
      : [[earlier, later] as const];
  });
}
