import { Scanner, hasDigit, holdsAny, isLetterOrDigit } from "../../base";
import type { Span } from "../../base";
import { plain, zoneAt } from "../../time";
import { english, perLanguage, wordTree } from "../../language";
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

const reach = 80;
const word = /[A-Za-z+−-][A-Za-z0-9_+/:−-]*|[\u2e80-\u9fff]/g;

/** Words for times, and what may stand between them and their zone. */
const readers = perLanguage(({ zones }) => ({
  cues: wordTree(zones.cues),
  weak: wordTree([...zones.cues, ...zones.all]),
  strong: wordTree(zones.all),
  joints: wordTree(zones.joints),
}));

/** The places of words for times. */
function cuesIn(text: string, how: "weak" | "strong", language: Lexicon): readonly Span[] {
  const cues = readers(language)[how];
  const found: Span[] = [];
  for (let at = 0; at < text.length;) {
    const isInWord = isLetterOrDigit(text.charCodeAt(at)) && isLetterOrDigit(text.charCodeAt(at - 1));
    const end = isInWord ? undefined : cues.at(text, at)?.end;
    if (end !== undefined) found.push({ start: at, end });
    at = end ?? at + 1;
  }
  return found;
}

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
  for (const cue of cuesIn(text, how, language)) {
    const found = firstZone(text, cue.end, sentenceEnd(text, cue.end), language) ?? zoneBefore(text, cue, language);
    if (found !== null) return found;
  }
  return null;
}

/** The name behind "All times in" that is no zone. */
export function readUnknownZone(source: string, language: Lexicon = english): UnknownZone | null {
  const text = plain(source).replaceAll("\n", " ");
  for (const cue of cuesIn(text, "strong", language)) {
    const at = nameBehind(text, cue.end, language);
    const name = new Scanner(text, at).run(ofName, reach);
    if (isLikeZone(name) && zoneAt(text, at, language) === null)
      return { name, span: { start: at, end: at + name.length } };
  }
  return null;
}

const ofName = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/";

/** Offset of what may be a name, behind a word for times: "shown below are in: ". */
function nameBehind(text: string, end: number, language: Lexicon): number {
  const scanner = new Scanner(text, end);
  for (;;) {
    const { at } = scanner;
    scanner.sign(":");
    if (scanner.run(" ") === "" || readers(language).joints.take(scanner) === undefined) {
      scanner.at = at;
      break;
    }
  }
  scanner.sign(":");
  scanner.run(" ");
  return scanner.at;
}

/** Whether a name looks like that of a zone: `UC/Pacific`, `XYZ`. */
function isLikeZone(name: string): boolean {
  const [region, city, ...more] = name.split("/");
  if (city === undefined)
    return name.length >= 3 && name.length <= 5 && name === name.toUpperCase() && !name.includes("_");
  const isCapital = (part = ""): boolean => part.charAt(0) !== part.charAt(0).toLowerCase();
  return more.length === 0 && isCapital(region) && isCapital(city) && (region?.length ?? 0) > 1 && city.length > 2;
}

function sentenceEnd(text: string, from: number): number {
  const rest = text.slice(from, from + reach);
  const stop = /[.!?;](?=\s|$)/.exec(rest);
  return from + (stop?.index ?? rest.length);
}

function firstZone(text: string, from: number, to: number, language: Lexicon): ZoneStatement | null {
  word.lastIndex = from;
  for (let match = word.exec(text); match !== null && match.index < to; match = word.exec(text)) {
    const before = text.charAt(match.index - 1);
    if (hasDigit(before) || before === ":" || (holdsAny(match[0].charAt(0), "+-") && !isOffset(match[0]))) continue;
    const found = zoneAt(text, match.index, language);
    if (found !== null)
      return { zone: found.zone, remark: readRemark(text, found.end), span: { start: match.index, end: found.end } };
  }
  return null;
}

/** `+0200`, `-07:00` */
function isOffset(source: string): boolean {
  const scanner = new Scanner(source, 1);
  return scanner.digits(2) !== "" && (scanner.sign(":"), scanner.digits(2)) !== "";
}

/** "UTC times", "in UTC time". */
function zoneBefore(text: string, { start: at, end }: Span, language: Lexicon): ZoneStatement | null {
  if (readers(language).cues.at(text, at)?.end !== end) return null;
  const start = Math.max(text.lastIndexOf(" ", at - 2), text.lastIndexOf("(", at - 2)) + 1;
  const found = at > start ? zoneAt(text, start) : null;
  return found === null || found.end < at - 1
    ? null
    : { zone: found.zone, remark: null, span: { start, end: found.end } };
}

function readRemark(text: string, at: number): Zone | null {
  const scanner = new Scanner(text, at);
  scanner.run(" ", 2);
  if (scanner.sign("(") === "") return null;
  scanner.sign(" ");
  return zoneAt(text, scanner.at)?.zone ?? null;
}
