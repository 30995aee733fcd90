import { hasDigit, leadLength, plainWords } from "../../base";
import { WordCursor, folded, perLanguage, textWords, wordTable } from "../../language";
import type { Lexicon, PhraseTable } from "../../language";
import { admits, formatMinutes } from "../../time";
import type { Incident, Milestone, StatedDuration, WordedMilestone } from "../../incident";
import { minutesBetween, wordedMilestones } from "../../incident";
import * as z from "../../schema";
import type { Library } from "../../vault";
import type { Finding } from "../diagnostic";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

/** The words of a language around a length that counts from another moment. */
const readers = perLanguage(({ calendar, clock, figures, lengths, measures, story }) => ({
  at: wordTable([...clock.at, ...calendar.joints]),
  later: wordTable(lengths.later),
  effect: wordTable(story.effect),
  counting: wordTable([...lengths.counting, ...lengths.after, ...clock.from]),
  // Moments of an incident that a length may count from; others are none.
  origin: wordTable(lengths.origin),
  joint: wordTable([...story.then, ...story.clause]),
  empty: wordTable([...measures.about, ...measures.atMost, ...figures.light]),
}));

export const derivedTimeConflict = defineRule({
  id: "derived-time-conflict",
  severity: "info",
  why: '"Within 19 minutes" and "40 minutes later" are clock times in disguise. Added to the time they count from, they can contradict another statement that reads well by itself. Such sentences often allow a second reading, so this is a hint.',
  options: () => z.object({}),
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
    {
      note: "## What Happened\n\nThe queue stood from 10:02 to 11:32 UTC. It was seen 8 minutes after it began, and the cause 20 minutes later, at 10:30.",
      expect: [],
    },
  ],
  *check({ incident, library }) {
    const { durations } = incident.facts;
    for (const [index, duration] of durations.entries()) {
      if (duration.counted === null) continue;
      const found =
        beforeFullOutage(duration, durations[index + 1], incident, library) ??
        (isStep(durations[index - 1], duration, incident.language)
          ? null
          : besideClock(duration, incident.language, library)) ??
        ofMilestone(duration, incident, library);
      if (found !== null) yield found;
    }
  },
});

/** A full outage that lasts as long as the whole incident, though what led to it took its time. */
function beforeFullOutage(
  derived: StatedDuration,
  outage: StatedDuration | undefined,
  incident: Incident,
  library: Library,
): Finding | null {
  const { milestones } = incident;
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
    !readers(incident.language).effect.isIn(textWords(folded(between)))
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
function besideClock(derived: StatedDuration, language: Lexicon, library: Library): Finding | null {
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
  if (!isLaterAt(gap, language)) return null;
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

/** "8 minutes after it began", between the last clock time and a length: what is later than that counts from there. */
function isStep(step: StatedDuration | undefined, { previous, place }: StatedDuration, language: Lexicon): boolean {
  if (step === undefined || step.place.path !== place.path || step.place.span.start < (previous?.place.span.end ?? 0))
    return false;
  const { sentence } = step;
  const behind = new WordCursor(folded(sentence.text.slice(step.place.span.end - sentence.place.span.start)));
  return behind.word(readers(language).later);
}

/** " later, at " */
function isLaterAt(gap: string, language: Lexicon): boolean {
  const { at, later } = readers(language);
  const cursor = new WordCursor(folded(gap));
  if (!cursor.word(later)) return false;
  cursor.sign(",");
  cursor.sign("(");
  cursor.words(at, 1);
  return cursor.isDone();
}

/**
 * "acknowledged within 5 minutes", held against the milestones: of the start, of the detection, or of the time before
 * it.
 */
function ofMilestone(derived: StatedDuration, { language, milestones }: Incident, library: Library): Finding | null {
  if (namesOtherOrigin(derived, language)) return null;
  const milestone = milestoneOf(derived, milestones, language);
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
function namesOtherOrigin({ sentence, place }: StatedDuration, language: Lexicon): boolean {
  const { counting, origin } = readers(language);
  const behind = new WordCursor(folded(sentence.text.slice(place.span.end - sentence.place.span.start)));
  if (!behind.word(counting)) return false;
  const [named = ""] = behind.rest.slice(0, longestOrigin).split(ofClause, 1);
  return named !== "" && !hasDigit(named) && !origin.isIn(textWords(named));
}

const longestOrigin = 60;
/** Signs that part clauses. */
const ofClause = /[,;:]/;

function milestoneOf(
  { sentence, place }: StatedDuration,
  milestones: readonly Milestone[],
  language: Lexicon,
): Milestone | undefined {
  const [start, end] = [place.span.start - sentence.place.span.start, place.span.end - sentence.place.span.start];
  const before = clauses(sentence.text.slice(0, start), language).at(-1) ?? "";
  const behind = behindLater(sentence.text.slice(end), language) ?? "";
  const clause = hasMeaning(before, language) ? before : behind;
  // A verb may close the clause: "wurde innerhalb von 5 Minuten quittiert".
  const closing = plainWords(behind).split(" ").length <= mostClosing ? behind : "";
  const worded = strongestIn(clause, language) ?? strongestIn(`${before} ${closing}`, language);
  return worded === undefined ? undefined : milestones.find(({ id }) => id === worded.id);
}

/** "Acknowledged the alert" tells of the alert by the way. */
function strongestIn(clause: string, language: Lexicon): WordedMilestone | undefined {
  return [...wordedMilestones(clause, language)].sort((a, b) => b.strength - a.strength)[0];
}

/** So many words close a clause at most. */
const mostClosing = 2;

/** The clauses of a text, without the words that join them. */
function clauses(text: string, language: Lexicon): readonly string[] {
  return without(readers(language).joint, text).flatMap((part) => part.split(ofClause));
}

/** What stands between the phrases of a table. */
function without(table: PhraseTable<true>, text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of table.find(textWords(folded(text)))) {
    if (start >= from) parts.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return [...parts, text.slice(from)];
}

/** The first clause behind a length: "later, the cause was found". */
function behindLater(text: string, language: Lexicon): string | undefined {
  const cursor = new WordCursor(folded(text));
  cursor.words(readers(language).later, 1);
  return clauses(text.slice(cursor.at + leadLength(cursor.rest, ",")), language)[0];
}

/** Whether more than a short word stands before a length, beside those that only lead to it: "after only about". */
function hasMeaning(text: string, language: Lexicon): boolean {
  const groups = without(readers(language).empty, text)
    .join("")
    .match(/\p{L}{3}/gu);
  return (groups?.length ?? 0) >= 2;
}
