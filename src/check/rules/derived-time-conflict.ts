import { anyOf, english } from "../../language";
import { admits, formatMinutes } from "../../time";
import type { Incident, Milestone, StatedDuration } from "../../incident";
import { minutesBetween, wordedMilestones } from "../../incident";
import * as z from "../../schema";
import type { Library } from "../../vault";
import type { Finding } from "../diagnostic";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

export const derivedTimeConflict = defineRule({
  id: "derived-time-conflict",
  severity: "info",
  why: '"Within 19 minutes" and "40 minutes later" are clock times in disguise. Added to the time they count from, they can contradict another statement that reads well by itself. Such sentences often allow a second reading, so this is a hint.',
  options: z.object({}),
  defaults: {},
  examples: [
    {
      note: "## What Happened\n\nThe outage began at 06:12 UTC. The alert was acknowledged within 13 minutes, and the root cause was identified 26 minutes later.\n\n- 06:25 UTC",
      expect: [],
    },
    {
      note: "## What Happened\n\nA deployment at 06:12 UTC removed the limit. Postgres ran out of connections within 19 minutes, resulting in a 47-minute full outage.\n\n## Impact\n\n- **Duration:** 47 minutes (06:12–06:59 UTC)",
      expect: [
        "3:112-3:121 a full outage of `47-minute` does not fit: `within 19 minutes` leaves 28 minutes of the 47 minutes",
      ],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nacknowledged: 2024-04-11T06:25\n---\n\nThe on-call engineer acknowledged the alert within 5 minutes.",
      expect: ["6:52-6:61 `5 minutes`, but `acknowledged` is 13 minutes after `started`"],
    },
    {
      note: "---\nstarted: 2024-04-11T06:12\nidentified: 2024-04-11T08:25\n---\n\nThe root cause was identified within 1 hour of the first meeting.",
      expect: [],
    },
    {
      note: "## What Happened\n\nThe pool ran dry at 14:02 UTC. 40 minutes later, at 14:52, the disk was full.",
      expect: ["3:32-3:42 `40 minutes` after `14:02 UTC` is not `14:52`, which is 50 minutes after it"],
    },
  ],
  *check({ incident, library }) {
    const { durations } = incident.facts;
    for (const [index, duration] of durations.entries()) {
      if (duration.counted === null) continue;
      const found =
        beforeFullOutage(duration, durations[index + 1], incident, library) ??
        besideClock(duration, library) ??
        ofMilestone(duration, incident, library);
      if (found !== null) yield found;
    }
  },
});

/** A full outage that lasts as long as the whole incident, though what led to it took its time. */
function beforeFullOutage(
  derived: StatedDuration,
  outage: StatedDuration | undefined,
  { milestones }: Incident,
  library: Library,
): Finding | null {
  if (outage?.subject !== "full-outage" || outage.bound !== null || outage.place.path !== derived.place.path)
    return null;
  const { text, place } = derived.sentence;
  if (outage.place.span.end > place.span.end) return null;
  const between = text.slice(derived.place.span.end - place.span.start, outage.place.span.start - place.span.start);
  const [started, resolved] = [
    milestones.find(({ id }) => id === "started"),
    milestones.find(({ id }) => id === "resolved"),
  ];
  if (
    started === undefined ||
    resolved === undefined ||
    !/\b(?:result(?:ed|ing) in|caus(?:ed|ing)|led to|leading to)\b/i.test(between)
  )
    return null;
  // Counted from the start, as far as the text says; else it proves nothing.
  if (derived.previous === null || (started.time !== null && derived.previous.time !== started.time)) return null;
  const whole = minutesBetween(started, resolved);
  if (
    whole === null ||
    derived.minutes >= whole ||
    outage.minutes < whole - derived.minutes ||
    admits(outage, whole - derived.minutes)
  )
    return null;
  return {
    ...atPlace(outage.place),
    message: `a full outage of \`${wordsAt(library, outage.place)}\` does not fit: \`${derived.counted ?? ""} ${wordsAt(library, derived.place)}\` leaves ${formatMinutes(whole - derived.minutes)} of the ${formatMinutes(whole)}`,
    help: "say when the full outage began, or call the whole time something else",
    related: [{ ...derived.place, message: `${formatMinutes(derived.minutes)} pass before it` }],
  };
}

/** "40 minutes later, at 14:52". */
function besideClock(derived: StatedDuration, library: Library): Finding | null {
  const { previous, next, place, sentence } = derived;
  if (
    previous === null ||
    next === null ||
    derived.counted !== "after" ||
    next.place.span.start > sentence.place.span.end
  )
    return null;
  const gap = sentence.text.slice(
    place.span.end - sentence.place.span.start,
    next.place.span.start - sentence.place.span.start,
  );
  if (!/^ (?:later|afterwards),? ?\(?(?:at )?$/i.test(gap)) return null;
  const minutes = ((next.clock - previous.clock) / 60_000 - (next.offset - previous.offset) + 1440) % 1440;
  if (admits(derived, minutes)) return null;
  const words = {
    derived: wordsAt(library, place),
    previous: wordsAt(library, previous.place),
    next: wordsAt(library, next.place),
  };
  return {
    ...atPlace(place),
    message: `\`${words.derived}\` after \`${words.previous}\` is not \`${words.next}\`, which is ${formatMinutes(minutes)} after it`,
    help: "correct the length or one of the times",
    related: [
      { ...previous.place, message: "counted from here" },
      { ...next.place, message: "to here" },
    ],
  };
}

/**
 * "acknowledged within 5 minutes", held against the milestones: of the start, of the detection, or of the time before
 * it.
 */
function ofMilestone(derived: StatedDuration, { milestones }: Incident, library: Library): Finding | null {
  if (namesOtherOrigin(derived)) return null;
  const milestone = milestoneOf(derived, milestones);
  if (milestone === undefined || milestone.confidence === "worded" || milestone.time === null) return null;
  const { time } = milestone;
  const froms = milestones.filter((other) => other !== milestone && other.time !== null && other.time <= time);
  const [first] = froms;
  const counted = [
    ...froms.map((from) => (time - (from.time ?? 0)) / 60_000),
    ...(derived.previous?.time == null ? [] : [(time - derived.previous.time) / 60_000]),
  ];
  const fits = counted.some((minutes) =>
    derived.counted === "within" ? minutes <= derived.most + 1 : admits(derived, minutes),
  );
  if (first?.id !== "started" || fits) return null;
  return {
    ...atPlace(derived.place),
    message: `\`${wordsAt(library, derived.place)}\`, but \`${milestone.id}\` is ${formatMinutes((time - (first.time ?? 0)) / 60_000)} after \`${first.id}\``,
    help: "correct the length or the milestone",
    related: [
      { ...milestone.place, message: `\`${milestone.id}\` is here` },
      { ...first.place, message: `\`${first.id}\` is here` },
    ],
  };
}

/** "Within 1 hour of the investigation" counts from something that is no milestone. */
function namesOtherOrigin({ sentence, place }: StatedDuration): boolean {
  const [, origin] =
    /^ (?:of|after|from|since|following) ([^,;:]{1,60})/.exec(
      sentence.text.slice(place.span.end - sentence.place.span.start),
    ) ?? [];
  return (
    origin !== undefined &&
    !/\b(?:start|beg[iau]n|onset|outage|incident|impact|disruption|problem|issue|failure|alert|page|alarm|detect|report|acknowledg|identif|mitigat|deploy|error|crash|trigger|spike|fir(?:ed|ing))|\d/i.test(
      origin,
    )
  );
}

function milestoneOf({ sentence, place }: StatedDuration, milestones: readonly Milestone[]): Milestone | undefined {
  const [start, end] = [place.span.start - sentence.place.span.start, place.span.end - sentence.place.span.start];
  const before =
    sentence.text
      .slice(0, start)
      .split(/[,;:]|\b(?:and|but|then|which|who|that|after)\b/i)
      .at(-1) ?? "";
  const clause = hasWords(before.replace(emptyWords, ""))
    ? before
    : (sentence.text
        .slice(end)
        .replace(/^\s*(?:later|afterwards|after)?[\s,]*/i, "")
        .split(/[,;:]|\b(?:and|but|then|which|that|after)\b/i)[0] ?? "");
  const [worded] = wordedMilestones(clause);
  return worded === undefined ? undefined : milestones.find(({ id }) => id === worded.id);
}

/** Words before a length that do not say what it is the length of. */
const emptyWords = new RegExp(
  `\\b${anyOf([...english.measures.about, ...english.measures.atMost, "only", "just"])}`,
  "gi",
);

/** Whether there is more than a short word. */
function hasWords(text: string): boolean {
  return (text.match(/\p{L}{3}/gu)?.length ?? 0) >= 2;
}
