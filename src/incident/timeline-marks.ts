import { matchesOf } from "../note/matches";
import type { MilestoneId } from "./incident";

/** The words that name a milestone when they stand as a mark: alone, as a label, in parentheses, as a tag. */
const names: Readonly<Record<MilestoneId, string>> = {
  started: "(?:incident |outage |impact |problem |issue |trigger )?(?:start(?:s|ed)?|began|begins?|begun)|trigger|onset|start of (?:the )?(?:incident|outage|impact)",
  detected: "(?:first |initial |incident |issue |problem )?detect(?:ed|ion)",
  acknowledged: "(?:incident |alert |page )?(?:acknowledged|acknowledgement|acknowledgment|acked|ack)",
  identified: "(?:root |issue |problem )?(?:cause )?(?:identified|identification|diagnosed|diagnosis)",
  mitigated: "(?:incident |outage |impact |issue )?(?:mitigated|mitigation|repaired|repair)",
  resolved: "(?:incident |outage |issue |problem )?(?:resolved|resolution|recovered|recovery|restored|all clear|over|ends|ended|end)|service restored|end of (?:the )?(?:incident|outage|impact)",
};

const ids: readonly MilestoneId[] = ["started", "detected", "acknowledged", "identified", "mitigated", "resolved"];

interface MilestonePatterns {
  readonly id: MilestoneId;
  /** The whole text, or a label at its start: `Detected`, `(Detection) …`, `**Detection:** …`. */
  readonly label: RegExp;
  /** In parentheses at the end: `Alert fires (Detection)`. */
  readonly remark: RegExp;
  readonly tag: RegExp;
}

function labelled(names: string): RegExp {
  const words = `(?:${names})(?: time)?`;
  return new RegExp(`^(?:(?:${words})[.!]?$|[([](?:${words})[)\\]](?!\\()|[*_]{0,3}(?:${words})[*_]{0,3}(?::[*_]{0,3}(?=\\s|$)| [-–—] ))`, "i");
}

/** Most texts have no label at all. */
const anyLabel = labelled(ids.map((id) => names[id]).join("|"));

const patterns: readonly MilestonePatterns[] = ids.map((id) => ({
  id,
  label: labelled(names[id]),
  remark: new RegExp(`[([](?:${names[id]})[)\\]]\\W*$`, "i"),
  tag: new RegExp(`(?:^|\\s)#(?:milestone/)?(?:${names[id].replaceAll(" ", "-")})(?![\\w/-])|\\bmilestone:: ?(?:${names[id]})(?!\\w)`, "i"),
}));

/** `OUTAGE BEGINS`, `INCIDENT ENDS`, in capitals or emphasised; what of begins, ends and so on it says. */
const shouted = /\b(?:OUTAGE|INCIDENT|IMPACT|ISSUE)[ -](BEGINS?|BEGAN|STARTS?|STARTED|ENDS?|ENDED|OVER|MITIGATED|RESOLVED|DETECTED|ACKNOWLEDGED|IDENTIFIED)\b|(?:\*\*|__|==)(?:The )?(?:outage|incident|impact|issue) (begins?|began|starts?|started|ends?|ended|over|mitigated|resolved|detected|acknowledged|identified)[.!]?(?:\*\*|__|==)/gi;
/** Without capitals or emphasis nothing below can match. */
const loud = /[A-Z]{3}|\*\*|__|==/;
const boundary = /(?:^|[^A-Za-z])(START|BEGINNING|END) OF (?:THE )?(?:OUTAGE|INCIDENT|IMPACT)(?![A-Za-z])/;
const capitals = /(?:^|[^A-Za-z])(MITIGATED|RESOLVED|DETECTED|ACKNOWLEDGED|IDENTIFIED)(?![A-Za-z])/;

const shoutedIds: Readonly<Record<string, MilestoneId>> = {
  begin: "started", began: "started", start: "started", end: "resolved", over: "resolved",
  mitigated: "mitigated", resolved: "resolved", detected: "detected", acknowledged: "acknowledged", identified: "identified",
};

/**
 * The milestone that an event's text marks in so many words; plain wording is no mark.
 * `OUTAGE BEGINS`, `INCIDENT ENDS` and the like after the example postmortem of the SRE book.
 */
export function markedMilestone(text: string): MilestoneId | null {
  const start = text.slice(0, 80).replace(/^[^\p{L}([*_#]+/u, "");
  const mayHoldTag = text.includes("#") || text.includes("::");
  const last = text.slice(-40);
  const end = /[)\]][^\w)\]]*$/.test(last) ? last : null;
  if (end !== null || mayHoldTag || anyLabel.test(start)) {
    const marked = patterns.find(({ label, remark, tag }) => label.test(start) || (end !== null && remark.test(end)) || (mayHoldTag && tag.test(text)));
    if (marked !== undefined) return marked.id;
  }
  if (!loud.test(text)) return null;
  for (const [whole, inCapitals, emphasised] of matchesOf(shouted, text)) {
    const word = inCapitals ?? emphasised ?? "";
    if (inCapitals !== undefined && whole !== whole.toUpperCase()) continue;
    return shoutedIds[word.toLowerCase()] ?? shoutedIds[word.toLowerCase().replace(/(?:s|ed)$/, "")] ?? null;
  }
  const edge = boundary.exec(text)?.[1];
  if (edge !== undefined) return edge === "END" ? "resolved" : "started";
  const single = capitals.exec(text)?.[1];
  return single === undefined ? null : (shoutedIds[single.toLowerCase()] ?? null);
}

/** The milestone of a log entry by its type in PagerDuty's API. */
export function logMilestone(type: string): MilestoneId | null {
  if (type === "trigger_log_entry") return "detected";
  if (type === "acknowledge_log_entry") return "acknowledged";
  return type === "resolve_log_entry" ? "resolved" : null;
}
