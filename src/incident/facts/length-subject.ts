import { aboutWord, roughly } from "./about";
import { anyOf, english, perLanguage, phraseTable, phraseWords, unaccented, textWords } from "../../language";
import type { LengthName, Lexicon } from "../../language";

/** What a stated length of time is the length of; empty when the text does not say. */
export type DurationSubject = LengthName | "";

/** The labels of a language; the longest that a label ends with counts. */
const readers = perLanguage(({ lengths: { labels, outage, incident }, id }) => ({
  isEnglish: id === "en",
  labels: phraseTable(
    Object.entries(labels).flatMap(([name, words]) => words.map((word) => [word, subjectNamed(name)] as const)),
  ),
  outage: new RegExp(`^ ?(?:de |d'|of |der |des )?${anyOf(outage)}`, "i"),
  incident: new RegExp(`^ ?(?:de |d'|of |der |des )?${anyOf(incident)}`, "i"),
}));

const subjects: readonly DurationSubject[] = [
  "time-to-detect",
  "time-to-acknowledge",
  "time-to-identify",
  "time-to-mitigate",
  "time-to-resolve",
  "time-to-repair",
  "full-outage",
  "outage",
  "partial-outage",
  "incident",
  "duration",
];

function subjectNamed(name: string): DurationSubject {
  return subjects.find((subject) => subject === name) ?? "";
}

/** What a label says a length is the length of: the last words of it tell, the longest first. */
function labelled(label: string, language: Lexicon): DurationSubject {
  const words = phraseWords(label);
  let best: { readonly value: DurationSubject; readonly start: number } | null = null;
  for (const { value, start, end } of readers(language).labels.find(textWords(words)))
    if (end === words.length && (best === null || start < best.start)) best = { value, start };
  return best?.value ?? "";
}

const outageBehind =
  /^[ -]{1,3}(?:long |of )?(?:(?:a|the) )?(?:(full|complete|total)|(partial)|(?:api|site|service|production|[A-Z][a-z]+) )?\s?(?:outage|downtime|unavailability|blackout)\b/;
const incidentBehind =
  /^[ -]{1,3}(?:long |of )?(?:[A-Za-z\u00c0-\u024f-]{1,20} )?(?:incident|disruption|degradation|interruption)\b/;
/** Between a verb and its length. */
const forAbout = `(?: for| an?| a total of){0,3} ?${roughly}$`;
const outageBefore = new RegExp(
  `\\b(?:(full|complete|total)|(partial)|[A-Za-z\\u00c0-\\u024f-]{1,20})?\\s?(?:outage|downtime|unavailability) (?:that |which )?(?:had |has )?(?:lasted|lasting|was|of|took|persisted)${forAbout}`,
  "i",
);
const downBefore = new RegExp(
  `\\b(?:was|were|been|being|is|are|went|completely|fully|entirely)\\s(?:(completely|fully|entirely|totally)\\s)?(?:down|unavailable|offline|inaccessible|unreachable|not (?:available|accessible|reachable))${forAbout}`,
  "iu",
);
const incidentBefore = new RegExp(
  `\\b(?:incident|disruption|degradation|interruption|issue|problem|impact|effect)s?(?: (?:of|for|to|in|on) (?:\\S{1,20} ){0,2}\\S{1,20})? (?:that |which )?(?:had |has )?(?:lasted|lasting|persisted)${forAbout}`,
  "iu",
);
const label = new RegExp(
  `([A-Za-z\\u00c0-\\u024f\\u3040-\\u9fff][A-Za-z\\u00c0-\\u024f\\u3040-\\u9fff’' -]{1,40}?)\\s{0,6}[:|=：][\\s~≈±(*]{0,6}(?:(?:environ|aprox\\.|約|约|just|${aboutWord}|${anyOf([...english.measures.atLeast, ...english.measures.atMost])})\\s?){0,2}$`,
  "i",
);

/** What a remark behind a length calls it: "(restart loop: 23:53–00:16)". */
const remark = /^\s?\(([^()\d\uFFFC]{3,50}?)(?:[:,;]|\)|\s(?:from|between|on|at)\s)/i;
const wholeRemark =
  /\b(?:full|whole|entire|total|overall|all|incident|outage|impact|duration|downtime|end[ -]to[ -]end|utc|gmt|approx\w*|about|around|roughly|from|between|see|including|excluding|estimated?)\b/i;

const wholeOf = /^\s?\((?:the )?(?:full|whole|entire|total|overall) (?:incident|outage|impact|duration)\b/i;

/** Whether the words behind a labelled length say that it is that of something else than the whole incident. */
function isOfPart(after: string): boolean {
  const words = remark.exec(after)?.[1];
  return words !== undefined && !wholeRemark.test(words);
}

/**
 * What a length of time belongs to, by the label before it or the words around it.
 *
 * @param before At most the 90 UTF-16 units before it, in one passage.
 * @param after At most the 60 behind it.
 */
export function durationSubject(before: string, after: string, language: Lexicon = english): DurationSubject {
  // "The first 10 minutes of the incident" are a part of it.
  if (/^ of the\b/.test(after)) return "";
  const named = (
    /[:|=：][^:|=：]{0,30}$/.test(before) ? label.exec(before.replace(/\s?\([^()]{1,20}\)(?=\s?[:|=])/, "")) : null
  )?.[1]
    ?.toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
  if (named !== undefined && isOfPart(after)) return "";
  if (named === undefined && wholeOf.test(after)) return "duration";
  if (named !== undefined) return labelled(named.replaceAll("-", " "), language);
  const { isEnglish, outage: behindOutage, incident: behindIncident } = readers(language);
  if (!isEnglish) {
    const words = unaccented(after);
    if (behindOutage.test(words)) return "outage";
    if (behindIncident.test(words)) return "incident";
  }
  const behind = outageBehind.exec(after);
  const outage = behind ?? outageBefore.exec(before);
  if (outage !== null)
    return outage[1] !== undefined ? "full-outage" : outage[2] !== undefined ? "partial-outage" : "outage";
  const down = downBefore.exec(before);
  if (down !== null) return down[1] === undefined ? "outage" : "full-outage";
  return incidentBehind.test(after) || incidentBefore.test(before) ? "incident" : "";
}
