import { matchesOf } from "../../base";
import type { Span } from "../../base";
import { plain, zoneAt } from "../../time";
import { anyOf, english, perLanguage } from "../../language";
import type { Lexicon } from "../../language";
import type { Zone } from "../../time";

/** What a text says about the zone of the times around it: "All times in PST", "(UTC)", "Timezone: CET (GMT+1)". */
export interface ZoneStatement {
  readonly zone: Zone;
  /** What stands in parentheses behind it: `UTC-7` in "PST (UTC-7)". */
  readonly remark: Zone | null;
  readonly span: Span;
}

/** A name where a zone is expected, which names none: `UC/Pacific`. */
export interface UnknownZone {
  readonly name: string;
  readonly span: Span;
}

const cue = /\b(?:all (?:the )?(?:dates|events|entries|timestamps?|times?)|times?(?:stamps?)?|time ?zones?|tz)\b/gi;
const strongCue =
  /\ball (?:the )?(?:dates and )?(?:times?|timestamps?|events|entries)\b|\b(?:times?|timestamps?) (?:below|above|listed|shown|given|are|is|in)\b|\btime ?zones?\b/gi;
const reach = 80;
const word = /[A-Za-z+−-][A-Za-z0-9_+/:−-]*|[\u2e80-\u9fff]/g;

/** Words for times of the other languages. */
const cues = perLanguage(({ zones }) => ({
  weak: new RegExp(`(?:^|\\b)${anyOf([...zones.cues, ...zones.all])}`, "gi"),
  strong: new RegExp(`(?:^|\\b)${anyOf(zones.all)}`, "gi"),
}));

function cueFor(how: "weak" | "strong", language: Lexicon): RegExp {
  if (language.id === "en") return how === "strong" ? strongCue : cue;
  return cues(language)[how];
}
const behindCue =
  /^(?:zone)?s?(?: (?:below|above|listed|shown|given|noted|here|are|is|were|in|the))*:? +(?:in |as )?([A-Z][A-Za-z]{1,12}\/[A-Z][A-Za-z_]{2,30}|[A-Z]{3,5})(?![A-Za-z/])/;

/**
 * The zone that a sentence about times states. In a heading (`short`) any zone counts; in other text of the timeline
 * one in the same sentence behind a word for times; `strong` asks for words about all of them.
 */
export function readZoneStatement(
  source: string,
  how: "short" | "weak" | "strong",
  language: Lexicon = english,
): ZoneStatement | null {
  const text = plain(source).replaceAll("\n", " ");
  if (how === "short" || (how === "weak" && text.trim().length <= 24)) return firstZone(text, 0, text.length, language);
  for (const match of matchesOf(cueFor(how, language), text)) {
    const end = match.index + match[0].length;
    const found = firstZone(text, end, sentenceEnd(text, end), language) ?? zoneBefore(text, match.index, match[0]);
    if (found !== null) return found;
  }
  return null;
}

/** The name behind "All times in" that is no zone. */
export function readUnknownZone(source: string, language: Lexicon = english): UnknownZone | null {
  const text = plain(source).replaceAll("\n", " ");
  for (const match of matchesOf(strongCue, text)) {
    const start = match.index + match[0].length;
    const name = behindCue.exec(text.slice(start, start + reach));
    if (name?.[1] === undefined) continue;
    const at = start + name[0].length - name[1].length;
    if (zoneAt(text, at, language) === null) return { name: name[1], span: { start: at, end: at + name[1].length } };
  }
  return null;
}

function sentenceEnd(text: string, from: number): number {
  const rest = text.slice(from, from + reach);
  const stop = /[.!?;](?=\s|$)/.exec(rest);
  return from + (stop?.index ?? rest.length);
}

function firstZone(text: string, from: number, to: number, language: Lexicon): ZoneStatement | null {
  word.lastIndex = from;
  for (let match = word.exec(text); match !== null && match.index < to; match = word.exec(text)) {
    if (/[\d:]/.test(text.charAt(match.index - 1)) || (/^[+-]/.test(match[0]) && !/^[+-]\d\d:?\d\d/.test(match[0])))
      continue;
    const found = zoneAt(text, match.index, language);
    if (found !== null)
      return { zone: found.zone, remark: readRemark(text, found.end), span: { start: match.index, end: found.end } };
  }
  return null;
}

/** "UTC times", "in UTC time". */
function zoneBefore(text: string, at: number, cueWord: string): ZoneStatement | null {
  if (!/^times?/i.test(cueWord)) return null;
  const start = Math.max(text.lastIndexOf(" ", at - 2), text.lastIndexOf("(", at - 2)) + 1;
  const found = at > start ? zoneAt(text, start) : null;
  return found === null || found.end < at - 1
    ? null
    : { zone: found.zone, remark: null, span: { start, end: found.end } };
}

function readRemark(text: string, at: number): Zone | null {
  const open = /^ {0,2}\( ?/.exec(text.slice(at, at + 4));
  return open === null ? null : (zoneAt(text, at + open[0].length)?.zone ?? null);
}
