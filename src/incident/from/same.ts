import { plainWords } from "../../base";
import type { MilestoneId } from "../milestones/milestone";
import { markedMilestone } from "../milestones/marks";
import { wordedMilestones } from "../milestones/wording";
import type { TimedEvent } from "./settle";

/** How chat says that somebody has taken an alert, and how bots begin one. */
const idioms = [
  { id: "acknowledged", pattern: /^\W{0,8}(?::[a-z_]{1,30}:\s*)?ack(?:ed|ing)?\b/i },
  { id: "detected", pattern: /^\W{0,8}(?::[a-z_]{1,30}:\s*)?(?:triggered|firing)\b/i },
] as const;

/** The milestone that a text tells of as a timeline is read: by a mark or by its wording. */
export function milestoneIn(text: string): MilestoneId | null {
  const marked = markedMilestone(text);
  if (marked !== null) return marked;
  const worded = [...wordedMilestones(text)].sort((a, b) => b.strength - a.strength)[0];
  return worded?.id ?? null;
}

/** The same, in the idioms of chat and bots too: good enough to compare events, not to state a milestone. */
export function turningPointIn(text: string): MilestoneId | null {
  return milestoneIn(text) ?? idioms.find(({ pattern }) => pattern.test(text))?.id ?? null;
}

/** Words for what a timeline tells besides its milestones: something was changed, or moved to another state. */
const telling: readonly string[] = [
  "deploy",
  "deployed",
  "deploying",
  "deployment",
  "deploys",
  "failed over",
  "failover",
  "feature flag",
  "hotfix",
  "incident",
  "mitigated",
  "outage",
  "page sent",
  "reboot",
  "rebooted",
  "released",
  "resolved",
  "restart",
  "restarted",
  "restarting",
  "revert",
  "reverted",
  "reverting",
  "roll back",
  "rollback",
  "rolled back",
  "rolling back",
  "root cause",
  "scaled up",
  "sev1",
  "sev2",
  "sev3",
  "sev 1",
  "sev 2",
  "sev 3",
  "status page",
  "back to normal",
  "escalated",
];

/** Whether a timeline is likely to want an event: marked, from a machine, or in the words of such. */
export function isSuggested({ kind, marked, milestone, routine, text }: TimedEvent): boolean {
  if (routine) return false;
  if (marked || milestone !== null || kind !== "message") return true;
  if (turningPointIn(text) !== null) return true;
  const words = ` ${plainWords(text)} `;
  return telling.some((word) => words.includes(` ${word} `));
}

const minute = 60_000;
const reference = /#\d{1,8}\b/g;

function referencesIn(text: string): readonly string[] {
  return text.match(reference) ?? [];
}

/** Whether two events of different tools are one: within a minute, and of the same milestone, alert or words. */
function isSame(a: TimedEvent, b: TimedEvent): boolean {
  if (a.tool === b.tool || Math.abs(a.time - b.time) > minute) return false;
  if (plainWords(a.text) === plainWords(b.text)) return true;
  const isMachine = a.kind !== "message" && b.kind !== "message";
  const shared = referencesIn(a.text).some((number) => referencesIn(b.text).includes(number));
  if (isMachine && shared) return true;
  if (a.milestone === null && b.milestone === null) return false;
  const milestone = a.milestone ?? turningPointIn(a.text);
  return milestone !== null && milestone === (b.milestone ?? turningPointIn(b.text));
}

/**
 * For each event that tells of what an earlier one in the list tells, that one: the same message of the same tool, or
 * the same moment from another. The events must be in the order of their times.
 */
export function duplicatesAmong(events: readonly TimedEvent[]): ReadonlyMap<TimedEvent, TimedEvent> {
  const found = new Map<TimedEvent, TimedEvent>();
  const seen = new Map<string, TimedEvent>();
  const hasSeveral = events.some(({ tool }) => tool !== events[0]?.tool);
  for (const [index, event] of events.entries()) {
    const key = `${event.tool}\n${event.id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, event);
    const again = first?.time === event.time && first.text === event.text ? first : undefined;
    const same = again ?? (hasSeveral ? earlierSame(events, index, found) : undefined);
    if (same !== undefined) found.set(event, same);
  }
  return found;
}

/** In a burst only so many are compared. */
const nearest = 64;

function earlierSame(
  events: readonly TimedEvent[],
  index: number,
  found: ReadonlyMap<TimedEvent, TimedEvent>,
): TimedEvent | undefined {
  const event = events[index];
  for (let at = index - 1; event !== undefined && at >= Math.max(0, index - nearest); at -= 1) {
    const other = events[at];
    if (other === undefined || event.time - other.time > minute) break;
    if (!found.has(other) && isSame(other, event)) return other;
  }
  return undefined;
}
