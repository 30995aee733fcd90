import { admits, formatMinutes } from "../../time";
import { folded, perLanguage, textWords, wordTable } from "../../language";
import type { Incident, Milestone, MilestoneId, StatedDuration } from "../../incident";
import { minutesBetween } from "../../incident";
import * as z from "../../schema";
import type { Place } from "../../base";
import { writeLength } from "../findings/choices";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

/** The milestone that a metric runs to, and others that it may run to as well; tools and teams differ. */
const ends: Readonly<Partial<Record<StatedDuration["subject"], readonly MilestoneId[]>>> = {
  "time-to-detect": ["detected"],
  "time-to-acknowledge": ["acknowledged"],
  "time-to-identify": ["identified"],
  "time-to-mitigate": ["mitigated"],
  // "Time to repair" is until the repair, which a report may leave out.
  "time-to-repair": ["mitigated", "resolved"],
  "time-to-resolve": ["resolved", "mitigated"],
  incident: ["resolved", "mitigated"],
  duration: ["resolved", "mitigated"],
};

const readers = perLanguage(({ lengths, story }) => ({
  // Someone who counts support hours only is right by another clock.
  otherClock: wordTable(lengths.otherClock),
  declared: wordTable(story.declared),
}));

export const metricMismatch = defineRule({
  id: "metric-mismatch",
  severity: "warning",
  why: "A written time to resolve goes into reports and averages as it stands. It has to be what the note's own milestones give. A metric may be counted from the start or from the detection, and how long the cause took to find from when somebody took it up; only one that fits none of these is reported.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\nstarted: 2024-04-11T06:12\ndetected: 2024-04-11T06:20\nresolved: 2024-04-11T06:59\ntime-to-resolve: 47\n---\n\n- **Time to detect:** 8 minutes\n- **Time to resolve:** 39 minutes",
      expect: [],
    },
    {
      note: "---\ndate: 2021-05-10\nstarted: 2021-05-10T12:15\nresolved: 2021-05-11T10:00\n---\n\n- **Time to resolve**: 4h 45m",
      path: "Incident-2021-05-10-Example.md",
      expect: ["7:24-7:30 `4h 45m` are stated, but from started to resolved it is 21 hours 45 minutes"],
      offers: ["Write `21 hours 45 minutes` instead of `4h 45m`"],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nacknowledged: 2024-04-11T06:25\nidentified: 2024-04-11T06:40\n---\n\n- **Time to identify:** 15 minutes",
      expect: [],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nacknowledged: 2024-04-11T06:25\ntime-to-acknowledge: 31\n---",
      expect: ["4:22-4:24 `31` minutes are stated, but from started to acknowledged it is 13 minutes"],
      offers: ["Write `13` instead of `31`"],
    },
  ],
  *check({ incident, library }) {
    const milestones = new Map(incident.milestones.map((milestone) => [milestone.id, milestone]));
    const froms = [
      ...(["started", "detected"] as const).flatMap((id) => milestones.get(id) ?? []),
      ...declarations(incident),
    ];
    // Some count how long the cause took to find from when somebody took it up.
    const taken = milestones.get("acknowledged") ?? [];
    for (const { stated, subject, place, unit } of statedMetrics(incident)) {
      const [end, ...others] = ends[subject] ?? [];
      if (end === undefined || !milestones.has(end)) continue;
      const starts = subject === "time-to-identify" ? froms.concat(taken) : froms;
      const spans = [end, ...others].flatMap((id) => starts.flatMap((from) => spanBetween(from, milestones.get(id))));
      const [first] = spans;
      if (
        first === undefined ||
        spans.some(({ minutes }) => admits(stated, minutes) || Math.abs(minutes - stated.minutes) <= 2)
      )
        continue;
      yield {
        ...atPlace(place),
        ...((first.from.confidence === "worded" || first.to.confidence === "worded") && { severity: "info" as const }),
        message: `\`${wordsAt(library, place)}\`${unit} are stated, but from ${first.from.id} to ${first.to.id} it is ${formatMinutes(first.minutes)}`,
        help: "correct the metric or the milestones",
        choices: writeLength({ incident, library }, { place, minutes: stated.minutes }, first.minutes),
        related: [
          { ...first.from.place, message: `\`${first.from.id}\` is here` },
          { ...first.to.place, message: `\`${first.to.id}\` is here` },
        ],
      };
    }
  },
});

/**
 * Some count from the moment at which somebody called it an incident; and where no start is known the first event may
 * be it.
 */
function declarations({ language, milestones, timeline }: Incident): readonly Milestone[] {
  const [first] = milestones;
  const declared = timeline.events.filter(
    ({ text }, index) =>
      (index === 0 && first?.id === "detected") || readers(language).declared.isIn(textWords(folded(text))),
  );
  return declared.map(({ time, local, place, timeSpan }) => ({
    id: "detected",
    time,
    local,
    confidence: "worded",
    assumes: [],
    place: { path: place.path, span: timeSpan },
  }));
}

interface StatedMetric {
  readonly stated: Pick<StatedDuration, "minutes" | "most" | "step" | "approximate" | "bound">;
  readonly subject: StatedDuration["subject"];
  readonly place: Place;
  /** What the written number lacks. */
  readonly unit: string;
}

/** Metrics in the prose, and those in the properties, which are minutes. */
function* statedMetrics({ note, fields, facts, language }: Incident): Iterable<StatedMetric> {
  const { otherClock } = readers(language);
  for (const duration of facts.durations) {
    // What is the length of times beside it is the concern of `duration-mismatch`.
    const isOther = duration.counted !== null || duration.window?.relation === "is";
    if (!isOther && !otherClock.isIn(textWords(folded(duration.sentence.text))))
      yield { stated: duration, subject: duration.subject, place: duration.place, unit: "" };
  }
  for (const subject of [
    "time-to-detect",
    "time-to-acknowledge",
    "time-to-identify",
    "time-to-mitigate",
    "time-to-resolve",
  ] as const) {
    const value = fields.entries.get(subject)?.value;
    if (typeof value?.value !== "number") continue;
    yield {
      stated: { minutes: value.value, most: value.value, step: 1, approximate: false, bound: null },
      subject,
      place: { path: note.path, span: value.span },
      unit: " minutes",
    };
  }
}

interface MilestoneSpan {
  readonly from: Milestone;
  readonly to: Milestone;
  readonly minutes: number;
}

function spanBetween(from: Milestone, to: Milestone | undefined): readonly MilestoneSpan[] {
  const minutes = to === undefined || from.id === to.id ? null : minutesBetween(from, to);
  return to === undefined || minutes === null || minutes < 0 ? [] : [{ from, to, minutes }];
}
