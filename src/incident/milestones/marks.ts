import { english } from "../../language";
import type { Lexicon } from "../../language";
import { matchesOf } from "../../base";
import type { MilestoneId } from "./milestone";
import { namedMilestone } from "./names";

/**
 * A name as a label: the whole text, in brackets at its start, or before a colon or dash: `Detected`, `(Detection) …`,
 * `**Detection:** …`.
 */
const label =
  /^(?:([\p{L}' ]{2,36})[.!]?$|[([（]([\p{L} ]{2,30})[)\]）](?!\()|[*_]{0,3}(\p{L}[\p{L}' ]{1,36}?)[*_]{0,3}(?: ?:[*_]{0,3}(?=\s|$)|：| [-–—] ))/iu;
/** At the end: `Alert fires (Detection)`. */
const remark = /[([（]([\p{L} ]{2,30})[)\]）][^\p{L}\p{N})\]）]*$/iu;
const tag = /(?:^|\s)#(?:milestone\/)?([a-z-]{3,30})(?![\w/-])/gi;
const field = /\bmilestone:: ?([a-z]{3,20}(?: [a-z]{2,20}){0,3})(?!\w)/gi;

/** `OUTAGE BEGINS`, `INCIDENT ENDS`, in capitals or emphasised; what of begins, ends and so on it says. */
const shouted =
  /\b(?:OUTAGE|INCIDENT|IMPACT|ISSUE)[ -](BEGINS?|BEGAN|STARTS?|STARTED|ENDS?|ENDED|OVER|MITIGATED|RESOLVED|DETECTED|ACKNOWLEDGED|IDENTIFIED)\b|(?:\*\*|__|==)(?:The )?(?:outage|incident|impact|issue) (begins?|began|starts?|started|ends?|ended|over|mitigated|resolved|detected|acknowledged|identified)[.!]?(?:\*\*|__|==)/gi;
/** Without capitals or emphasis nothing below can match. */
const loud = /[A-Z]{3}|\*\*|__|==/;
const boundary = /(?:^|[^A-Za-z])(START|BEGINNING|END) OF (?:THE )?(?:OUTAGE|INCIDENT|IMPACT)(?![A-Za-z])/;
const capitals = /(?:^|[^A-Za-z])(MITIGATED|RESOLVED|DETECTED|ACKNOWLEDGED|IDENTIFIED)(?![A-Za-z])/;

const shoutedIds: Readonly<Record<string, MilestoneId>> = {
  begin: "started",
  began: "started",
  start: "started",
  end: "resolved",
  over: "resolved",
  mitigated: "mitigated",
  resolved: "resolved",
  detected: "detected",
  acknowledged: "acknowledged",
  identified: "identified",
};

/**
 * The milestone that an event's text marks in so many words; plain wording is no mark.
 * `OUTAGE BEGINS`, `INCIDENT ENDS` and the like after the example postmortem of the SRE book.
 */
export function markedMilestone(text: string, language: Lexicon = english): MilestoneId | null {
  const named =
    labelOf(text, language) ??
    namedMilestone(remark.exec(text.slice(-40))?.[1] ?? "", language) ??
    taggedMilestone(text);
  if (named !== null) return named;
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

function labelOf(text: string, language: Lexicon): MilestoneId | null {
  const [, alone, bracketed, before] = label.exec(text.slice(0, 80).replace(/^[^\p{L}([*_#]+/u, "")) ?? [];
  return namedMilestone((alone ?? bracketed ?? before ?? "").replace(/ time$/i, ""), language);
}

/** By `#detected`, `#milestone/detected` or `[milestone:: detected]`. */
function taggedMilestone(text: string): MilestoneId | null {
  for (const [, name = ""] of text.includes("#") ? matchesOf(tag, text) : []) {
    const id = namedMilestone(name.replaceAll("-", " "));
    if (id !== null) return id;
  }
  for (const [, name = ""] of text.includes("::") ? matchesOf(field, text) : []) {
    for (let words = name; words !== ""; words = words.slice(0, Math.max(0, words.lastIndexOf(" ")))) {
      const id = namedMilestone(words);
      if (id !== null) return id;
    }
  }
  return null;
}

/** The milestone of a log entry by its type in PagerDuty's API. */
export function logMilestone(type: string): MilestoneId | null {
  if (type === "trigger_log_entry") return "detected";
  if (type === "acknowledge_log_entry") return "acknowledged";
  return type === "resolve_log_entry" ? "resolved" : null;
}
