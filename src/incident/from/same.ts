import type { Steps } from "../../base";
import { once, plainWords } from "../../base";
import { languages, phraseWords, textWords, wordTable } from "../../language";
import type { MilestoneId } from "../milestones/milestone";
import { markedMilestone } from "../milestones/marks";
import { wordedMilestones } from "../milestones/wording";
import type { TimedEvent } from "./settle";

/** How chat says that somebody has taken an alert, and how bots begin one, in any language. */
const idioms = once(() =>
  (["taken", "raised"] as const).map((name) => ({
    id: name === "taken" ? ("acknowledged" as const) : ("detected" as const),
    words: wordTable(languages.flatMap(({ imports }) => imports[name]).map((word) => `^${word}`)),
  })),
);

/** Words for what a timeline tells besides its milestones: something was changed, or moved to another state. */
const telling = once(() => wordTable(languages.flatMap(({ imports }) => imports.telling)));

/** What stands before the first word of a message: its emoji. */
const emoji = /^[^\p{L}\p{N}:]{0,8}:[a-z_]{1,30}:/u;

/** The milestone that a text tells of as a timeline is read: by a mark or by its wording. */
export function milestoneIn(text: string): MilestoneId | null {
  const marked = markedMilestone(text);
  if (marked !== null) return marked;
  const worded = [...wordedMilestones(text)].sort((a, b) => b.strength - a.strength)[0];
  return worded?.id ?? null;
}

/** The same, in the idioms of chat and bots too: good enough to compare events, not to state a milestone. */
export function turningPointIn(text: string): MilestoneId | null {
  const milestone = milestoneIn(text);
  if (milestone !== null) return milestone;
  const beginning = textWords(phraseWords(text.slice(0, 80).replace(emoji, "")));
  return idioms().find(({ words }) => words.isIn(beginning))?.id ?? null;
}

/** Whether a timeline is likely to want an event: marked, from a machine, or in the words of such. */
export function isSuggested({ kind, marked, milestone, routine, text }: TimedEvent): boolean {
  if (routine) return false;
  if (marked || milestone !== null || kind !== "message") return true;
  if (turningPointIn(text) !== null) return true;
  return telling().isIn(textWords(phraseWords(text)));
}

const minute = 60_000;
const reference = /#\d{1,8}\b/g;

/** What two events are compared by, worked out once for each. */
interface Looks {
  readonly event: TimedEvent;
  readonly words: () => string;
  readonly references: () => readonly string[];
  readonly turningPoint: () => MilestoneId | null;
}

function looksOf(event: TimedEvent): Looks {
  return {
    event,
    words: once(() => plainWords(event.text)),
    references: once(() => event.text.match(reference) ?? []),
    turningPoint: once(() => event.milestone ?? turningPointIn(event.text)),
  };
}

/** Whether two events of about the same time are one: of different tools, and of the same milestone, alert or words. */
function isSame(a: Looks, b: Looks): boolean {
  if (a.event.tool === b.event.tool) return false;
  if (a.words() === b.words()) return true;
  const isMachine = a.event.kind !== "message" && b.event.kind !== "message";
  if (isMachine && a.references().some((number) => b.references().includes(number))) return true;
  if (a.event.milestone === null && b.event.milestone === null) return false;
  return a.turningPoint() === b.turningPoint();
}

/**
 * For each event that tells of what an earlier one in the list tells, that one: the same message of the same tool, or
 * the same moment from another. The events must be in the order of their times.
 */
export function* duplicatesAmong(events: readonly TimedEvent[]): Steps<ReadonlyMap<TimedEvent, TimedEvent>> {
  const found = new Map<TimedEvent, TimedEvent>();
  const seen = new Map<string, TimedEvent>();
  const hasSeveral = events.some(({ tool }) => tool !== events[0]?.tool);
  /** Those before, within a minute, that are no duplicates themselves; the nearest last. */
  let before: Looks[] = [];
  for (const [index, event] of events.entries()) {
    if (index % stride === 0) yield;
    const key = `${event.tool}\n${event.id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, event);
    const again = first?.time === event.time && first.text === event.text ? first : undefined;
    const looks = looksOf(event);
    if (hasSeveral) before = before.slice(-nearest).filter((other) => event.time - other.event.time <= minute);
    const same = again ?? before.findLast((other) => isSame(other, looks))?.event;
    if (same !== undefined) found.set(event, same);
    else if (hasSeveral) before.push(looks);
  }
  return found;
}

/** In a burst only so many are compared. */
const nearest = 64;
/** So many events are looked at between two pauses. */
const stride = 128;
