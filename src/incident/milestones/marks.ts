import { english, folded, perLanguage, phraseWords, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import { hasLetter, isMadeOf, matchesOf } from "../../base";
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

/** The words of a language around a mark. */
const readers = perLanguage(({ calendar, story }) => ({
  alone: new Set(story.shouted.map(folded)),
  articles: wordTable(calendar.articles),
}));

/** Marks of emphasis that make a name of two words or more stand out. */
const emphases = ["**", "__", "=="];
const mostWords = 5;

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
  return emphasised(text, language) ?? inCapitals(text, language);
}

/** `**Outage begins.**` */
function emphasised(text: string, language: Lexicon): MilestoneId | null {
  for (const mark of emphases) {
    const parts = text.includes(mark) ? text.split(mark) : [];
    for (const [index, part] of parts.entries()) {
      if (index % 2 === 0 || index === parts.length - 1 || part.length > longestMark) continue;
      const words = phraseWords(part);
      const lead = readers(language).articles.at(words, 0)?.end ?? 0;
      const bare = words.slice(lead).trim();
      const id = bare.includes(" ") ? namedMilestone(bare, language) : null;
      if (id !== null) return id;
    }
  }
  return null;
}

const longestMark = 40;

/** `OUTAGE BEGINS`, `START OF THE INCIDENT`, and some words in capitals alone. */
function inCapitals(text: string, language: Lexicon): MilestoneId | null {
  const runs = capitalRuns(text);
  for (const words of runs)
    for (let start = 0; start < words.length; start++)
      for (let end = Math.min(words.length, start + mostWords); end > start + 1; end--) {
        const id = namedMilestone(words.slice(start, end).join(" "), language);
        if (id !== null) return id;
      }
  const alone = runs.flat().find((word) => readers(language).alone.has(folded(word)));
  return alone === undefined ? null : namedMilestone(alone, language);
}

/** The words in capitals that stand beside one another with blanks or hyphens between. */
function capitalRuns(text: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let last = -1;
  for (const match of matchesOf(capitals, text)) {
    const end = match.index + match[0].length;
    if (hasLetter(text.charAt(match.index - 1)) || hasLetter(text.charAt(end))) continue;
    if (last >= 0 && isMadeOf(text.slice(last, match.index), "-") && match.index - last === 1)
      runs.at(-1)?.push(match[0]);
    else runs.push([match[0]]);
    last = end;
  }
  return runs;
}

const capitals = /\p{Lu}{2,}/gu;

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
