import { english, folded, perLanguage, phraseWords, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import {
  Scanner,
  charAt,
  hasLetter,
  isAnyLetter,
  isLetter,
  isMadeOf,
  isWhitespace,
  matchesOf,
  remarkAtEnd,
} from "../../base";
import type { MilestoneId } from "./milestone";
import { namedMilestone } from "./names";

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
    labelOf(text, language) ?? namedMilestone(lastRemark(text.slice(-longestMark)), language) ?? taggedMilestone(text);
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

const opening = "([（";
const closing = ")]）";

function isOfRemark(char: string): boolean {
  return char === " " || isAnyLetter(char);
}

function isOfLabel(char: string): boolean {
  return char === "'" || isOfRemark(char);
}

/** A remark of letters and blanks alone that stands next, in brackets; empty for none. */
function takeRemark(scanner: Scanner): string {
  if (scanner.sign(opening) === "") return "";
  const words = scanner.over(isOfRemark, 2, 30);
  return scanner.sign(closing) === "" ? "" : words;
}

/** A remark of letters and blanks alone that a text ends with: `Alert fires (Detection)`. */
function lastRemark(text: string): string {
  const words = remarkAtEnd(text, opening, closing);
  const scanner = new Scanner(words);
  return scanner.over(isOfRemark, 2, 30) === words ? words : "";
}

/**
 * The milestone of a name as a label: the whole text, in brackets at its start, or before a colon or dash: `Detected`,
 * `(Detection) …`, `**Detection:** …`.
 */
function labelOf(text: string, language: Lexicon): MilestoneId | null {
  const scanner = new Scanner(text.slice(0, 2 * longestMark));
  scanner.over((char) => !isAnyLetter(char) && !"([*_#".includes(char));
  const label = wholeLabel(scanner.fork()) || takeRemarkLabel(scanner.fork()) || labelBefore(scanner);
  const isTime = label.toLowerCase().endsWith(" time");
  return namedMilestone(isTime ? label.slice(0, -" time".length) : label, language);
}

/** `Detected.`, `**Detected**` */
function wholeLabel(scanner: Scanner): string {
  scanner.run("*_", 3);
  const words = scanner.over(isOfLabel, 2, 36);
  scanner.run("*_.!", 4);
  return scanner.isDone() ? words : "";
}

/** `(Detection) …`, but no link. */
function takeRemarkLabel(scanner: Scanner): string {
  const words = takeRemark(scanner);
  return scanner.isAt("(") ? "" : words;
}

/** `**Detection:** …`, `Detection – …` */
function labelBefore(scanner: Scanner): string {
  scanner.run("*_", 3);
  const words = scanner.over(isOfLabel, 2, 38);
  if (!isAnyLetter(charAt(words, 0))) return "";
  if (scanner.run("*_", 3) !== "") scanner.sign(" ");
  const isBehindBlank = scanner.text.charAt(scanner.at - 1) === " ";
  const sign = scanner.sign(":：–—-");
  if (sign === ":") scanner.run("*_", 3);
  const isColon = sign === "：" || (sign === ":" && (scanner.isDone() || scanner.blank()));
  const isDash = sign !== "" && isBehindBlank && scanner.sign(" ") !== "";
  return isColon || isDash ? words.trimEnd() : "";
}

/** By `#detected`, `#milestone/detected` or `[milestone:: detected]`. */
function taggedMilestone(text: string): MilestoneId | null {
  for (const name of [...tagsIn(text), ...fieldsIn(text)]) {
    for (let words = name; words !== ""; words = words.slice(0, Math.max(0, words.lastIndexOf(" ")))) {
      const id = namedMilestone(words);
      if (id !== null) return id;
    }
  }
  return null;
}

/** The words of tags: of `#milestone/detected` the last. */
function tagsIn(text: string): readonly string[] {
  const tags: string[] = [];
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    if (at > 0 && !isWhitespace(text.charCodeAt(at - 1))) continue;
    const scanner = new Scanner(text, at + 1);
    scanner.literal("milestone/");
    const tag = scanner.over((char) => char === "-" || isLetter(char.charCodeAt(0)), 3, 30);
    if (!scanner.isAt("/-") && !isWordNext(scanner)) tags.push(tag.replaceAll("-", " "));
  }
  return tags;
}

const field = "milestone::";

/** The first words of inline fields that name a milestone. */
function fieldsIn(text: string): readonly string[] {
  const fields: string[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(field); at >= 0; at = lower.indexOf(field, at + 1)) {
    const scanner = new Scanner(text, at + field.length);
    scanner.sign(" ");
    const words = scanner.over((char) => char === " " || isLetter(char.charCodeAt(0)), 3, 80);
    fields.push(isWordNext(scanner) ? words.slice(0, Math.max(0, words.lastIndexOf(" "))) : words);
  }
  return fields;
}

/** Whether a letter from A to Z, a digit or an underscore stands next. */
function isWordNext(scanner: Scanner): boolean {
  return scanner.isLetter() || scanner.isDigit() || scanner.isAt("_");
}

/** The milestone of a log entry by its type in PagerDuty's API. */
export function logMilestone(type: string): MilestoneId | null {
  if (type === "trigger_log_entry") return "detected";
  if (type === "acknowledge_log_entry") return "acknowledged";
  return type === "resolve_log_entry" ? "resolved" : null;
}
