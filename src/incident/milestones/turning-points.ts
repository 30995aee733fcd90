import { withoutAbout } from "../facts/about";
import type { Lexicon } from "../../language";
import { folded, lastWords, perLanguage, textWords, wordTable } from "../../language";
import type { Note } from "../../note";
import type { Place } from "../../base";
import { fullDay } from "../facts/full-day";
import type { HeadFact } from "../facts/head";
import type { StatedFacts, TimeInProse } from "../facts/read";
import type { IncidentFields } from "../properties/read";
import type { Milestone, MilestoneId } from "./milestone";
import { milestoneIds } from "./milestone";
import { tellsTrigger, wordedMilestones } from "./wording";
import type { ProseTime } from "../facts/times";
import { leadLength, withoutTail } from "../../base";
import type { Day, Zone } from "../../time";
import { atClock, isSameWritten, readInstant, toInstant } from "../../time";
import type { Timeline, TimelineEvent } from "../timeline/timeline";

/** What milestones are read from. */
export interface MilestonesInput {
  readonly note: Note;
  readonly fields: IncidentFields;
  readonly timeline: Timeline;
  readonly facts: StatedFacts;
  readonly head: readonly HeadFact[];
  readonly day: Day | null;
  readonly zone: Zone;
  readonly language: Lexicon;
  /** The zone is that of the settings. */
  readonly isZoneAssumed: boolean;
}

/** The turning points of the incident, in the order of their ids: of each the most certain reading, or none. */
export function readMilestones(input: MilestonesInput): readonly Milestone[] {
  const certain = new Map<MilestoneId, Milestone>();
  const note = (milestone: Milestone | null): void => {
    if (milestone !== null && !certain.has(milestone.id)) certain.set(milestone.id, milestone);
  };
  for (const id of milestoneIds) note(fromProperty(id, input));
  for (const fact of input.head) note(fromHead(fact, input));
  const events = inOrder(input.timeline);
  for (const id of milestoneIds) {
    const all = events.filter((event) => event.milestone === id);
    // `Repaired: 15:55` gives the milestone its time; "16:18 Incident repaired" is a line of the story.
    const labelled = all.filter((event) => event.labelled);
    const marked = labelled.length > 0 ? labelled : all;
    const event = isLast(id) ? marked.at(-1) : marked[0];
    note(event === undefined ? null : fromEvent(id, "marked", event));
  }
  const candidates = wordedCandidates(events, input.facts, input.language);
  for (const id of milestoneIds) note(choose(id, candidates, certain.get("started") ?? null));
  return milestoneIds.flatMap((id) => certain.get(id) ?? []);
}

/** What ends something counts where it is said last, everything else where it is said first. */
function isLast(id: MilestoneId): boolean {
  return id === "mitigated" || id === "resolved";
}

function fromProperty(id: MilestoneId, input: MilestonesInput): Milestone | null {
  const { note, fields, zone, day } = input;
  const field = fields.times[id];
  if (field === undefined) return null;
  const read = readInstant(field.source, zone, day);
  if (!read.ok) return null;
  const { time, local } = read;
  const isZoned = readInstant(field.source, null, day);
  const assumes = input.isZoneAssumed && isZoned.ok && isZoned.zone === null ? (["zone"] as const) : [];
  return { id, time, local, confidence: "stated", assumes, place: { path: note.path, span: field.span } };
}

/** "Started: 2022-01-05 11:20" in the head of the report. */
function fromHead({ id, stamp, span, zone: labelled }: HeadFact, input: MilestonesInput): Milestone | null {
  const { note, zone, day, language } = input;
  if (id === "date" || stamp.kind !== "time") return null;
  const { date, clock, zone: stated } = stamp.from;
  const on = date === null ? day : fullDay(date, language);
  if (date !== null && on === null) return null;
  const local = atClock(on, clock.clock);
  const time =
    local.day === null
      ? null
      : toInstant({ day: local.day, clock: local.clock }, stated?.zone ?? labelled ?? zone).time;
  const place = { path: note.path, span };
  const assumes = input.isZoneAssumed && stated === null && labelled === null ? (["zone"] as const) : [];
  const written = { kind: "clock", ...local, precision: clock.precision } as const;
  return { id, time, local: written, confidence: "stated", assumes, place };
}

function fromEvent(id: MilestoneId, confidence: Milestone["confidence"], event: TimelineEvent): Milestone {
  return {
    id,
    time: event.time,
    local: event.local,
    confidence,
    assumes: [
      ...(event.dated === "note" || event.dated === "carried" ? (["day"] as const) : []),
      ...(event.zone?.from === "setting" ? (["zone"] as const) : []),
    ],
    place: { path: event.place.path, span: event.timeSpan },
  };
}

/** The events from the first to the last, whichever way they are written. */
function inOrder({ events, order }: Timeline): readonly TimelineEvent[] {
  if (events.every(({ time }) => time !== null)) return [...events].sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  return order === "descending" ? [...events].reverse() : events;
}

/** A reading by wording, better ranks first. */
interface Candidate {
  readonly milestone: Milestone;
  /**
   * 3: a labelled window of the whole incident; 2 and 1: the strength of the wording in an event; 0.5 of it in prose.
   */
  readonly rank: number;
}

function wordedCandidates(
  events: readonly TimelineEvent[],
  facts: StatedFacts,
  language: Lexicon,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const { windows } = facts;
  const [whole] = windows;
  // Several windows are several incidents.
  if (
    whole !== undefined &&
    windows.every(
      ({ from, to }) => isSameWritten(from.local, whole.from.local) && isSameWritten(to.local, whole.to.local),
    )
  ) {
    candidates.push(
      { milestone: fromTime("started", whole.from), rank: 3 },
      { milestone: fromTime("resolved", whole.to), rank: 3 },
    );
  }
  for (const event of events) {
    for (const { id, strength } of wordedMilestones(event.text, language))
      candidates.push({ milestone: fromEvent(id, "worded", event), rank: strength });
  }
  for (const time of facts.times) {
    for (const { id, strength } of wordedMilestones(clauseOf(time, language), language))
      candidates.push({ milestone: fromTime(id, time), rank: strength / 2 });
    if (tellsTrigger(time.before, time.after, language))
      candidates.push({ milestone: fromTime("started", time), rank: 1 });
  }
  return candidates;
}

function fromTime(
  id: MilestoneId,
  { place, time, local }: Pick<ProseTime, "place" | "time" | "local"> & { readonly place: Place },
): Milestone {
  return { id, time, local, confidence: "worded", assumes: [], place };
}

/** The words of a language around the clause that a time dates. */
const readers = perLanguage(({ clock, story }) => ({
  then: wordTable(story.then),
  clause: wordTable(story.clause),
  at: wordTable(clock.at),
}));

/** The clause that a time dates: the words before it, or, at the start of a sentence, those behind it. */
function clauseOf({ before, after }: TimeInProse, language: Lexicon): string {
  const words = withoutJoint(before, language).trimEnd();
  const head = withoutAt(words, language);
  if (head !== "") return words === head ? "" : lastClause(head, language);
  return firstClause(withoutJoint(after, language), language);
}

/** The text without the signs and the words that join it to what stands before: "…, and then". */
function withoutJoint(text: string, language: Lexicon): string {
  const words = folded(text);
  const { then } = readers(language);
  let at = leadLength(words, joints);
  for (let next = then.at(words, at); next !== null; next = then.at(words, at))
    at = next.end + leadLength(words.slice(next.end), joints);
  return text.slice(at);
}

const joints = ",;:–—-";

/** The text without the words that lead to a time: "… at about". */
function withoutAt(text: string, language: Lexicon): string {
  const words = folded(text);
  for (let end = words.length; ;) {
    const left = withoutAbout(lastWords(withoutTail(words.slice(0, end), "~(,@–—-")), language);
    const start = readers(language).at.ending(left)?.start ?? left.text.length;
    if (start === end) return text.slice(0, end);
    end = start;
  }
}

/** Signs between clauses. */
const ends = [",", ";", ":"];

/** The last clause of a text. */
function lastClause(text: string, language: Lexicon): string {
  const words = folded(text);
  const last = readers(language).clause.find(textWords(words)).at(-1)?.end ?? 0;
  return text.slice(Math.max(last, ...ends.map((sign) => words.lastIndexOf(sign) + 1)));
}

/** The first clause of a text; a word that opens the next one stays, as that of "acknowledges that". */
function firstClause(text: string, language: Lexicon): string {
  const words = folded(text);
  const [next] = readers(language).clause.find(textWords(words));
  const signs = ends.map((sign) => words.indexOf(sign)).filter((at) => at >= 0);
  return text.slice(0, Math.min(next?.end ?? text.length, ...signs));
}

function choose(id: MilestoneId, candidates: readonly Candidate[], started: Milestone | null): Milestone | null {
  const possible = candidates
    .filter(({ milestone }) => milestone.id === id)
    .map(({ milestone, rank }) => ({
      milestone: started === null ? milestone : overMidnight(milestone, started),
      rank,
    }))
    .filter(({ milestone }) => started?.time == null || milestone.time === null || milestone.time >= started.time);
  if (id === "started" && !possible.some(({ rank }) => rank === 3))
    return earliest(possible.map(({ milestone }) => milestone));
  const best = Math.max(...possible.map(({ rank }) => rank));
  const chosen = possible.filter(({ rank }) => rank === best).map(({ milestone }) => milestone);
  return (isLast(id) && best !== 3 ? chosen.at(-1) : chosen[0]) ?? null;
}

function earliest(milestones: readonly Milestone[]): Milestone | null {
  let first: Milestone | null = null;
  for (const milestone of milestones)
    if (first === null || (milestone.time !== null && (first.time === null || milestone.time < first.time)))
      first = milestone;
  return first;
}

const day = 86_400_000;

/** A time of day in prose that lies far before the start is of the next day. */
function overMidnight(milestone: Milestone, started: Milestone): Milestone {
  if (
    milestone.time === null ||
    started.time === null ||
    started.time - milestone.time < day / 2 ||
    started.time - milestone.time > day
  )
    return milestone;
  return { ...milestone, time: milestone.time + day };
}
