import {
  Scanner,
  hasDigit,
  holdsAny,
  isAnyLetterOrDigit,
  isMadeOf,
  isWhitespace,
  remarkAtEnd,
  withoutLead,
  withoutRemarks,
  withoutTail,
} from "../../base";
import { english, folded, lastWords, perLanguage, wordTable, wordTree } from "../../language";
import type { Lexicon, WordTree } from "../../language";
import type { Note } from "../../note";
import type { Span } from "../../base";
import type { DateOrTime, Day, Zone } from "../../time";
import { parseZone, plain, readStamp } from "../../time";
import type { MilestoneId } from "../milestones/milestone";
import { namedMilestone } from "../milestones/names";
import type { Passage } from "./prose";
import { fullDay } from "./full-day";
import { isSection } from "../../settings";

/** What a labelled line or row of a report states of its incident: "Started: 2022-01-05 11:20", "Date | 5 May 2022". */
export interface HeadFact {
  /** The milestone that the label names, or the day of the incident. */
  readonly id: MilestoneId | "date";
  /** Spans are offsets in the note. */
  readonly stamp: DateOrTime;
  readonly span: Span;
  /** As the label states it: "Started (UTC)". */
  readonly zone: Zone | null;
  /** The label speaks of the incident, or a time of day stands there: it is not the date of the report. */
  readonly certain: boolean;
}

const longestValue = 120;
const longestLabel = 40;
/** So many marks stand at most between a label, its sign and its value. */
const mostMarks = 6;

/** The labels of a language. */
const readers = perLanguage(({ calendar, clock, labels }) => {
  const dates = [...labels.date, ...labels.incidentDate, ...labels.time];
  return {
    incidentDate: wordTree(labels.incidentDate),
    date: wordTree([...labels.date, ...labels.time]),
    time: wordTree(labels.time),
    // What says only that a time follows.
    before: wordTree(dates),
    behind: wordTable([...dates, ...clock.at]),
    joints: wordTree(calendar.joints),
  };
});

/** Whether a label is one of the words, and nothing else. */
function isWhole(words: WordTree<true>, label: string): boolean {
  return words.at(label, 0)?.end === label.length;
}

/** "Date", "Incident date", "Date / time" */
function isDateLabel(label: string, language: Lexicon): boolean {
  const { date, incidentDate, time } = readers(language);
  if (isWhole(incidentDate, label)) return true;
  const scanner = new Scanner(label);
  if (date.take(scanner) === undefined) return false;
  if (scanner.isDone()) return true;
  scanner.sign(" ");
  if (scanner.sign("/&") === "") return false;
  scanner.sign(" ");
  return time.take(scanner) !== undefined && scanner.isDone();
}

/** "Start time", "Time of detection", "Resolved at" without what says only that a time follows. */
function withoutIdle(label: string, language: Lexicon): string {
  const { before, behind, joints } = readers(language);
  const scanner = new Scanner(label);
  if (before.take(scanner) === undefined || scanner.sign(" ") === "") scanner.at = 0;
  const joint = scanner.fork();
  if (scanner.at > 0 && joints.take(joint) !== undefined && joint.sign(" ") !== "") scanner.at = joint.at;
  const rest = label.slice(scanner.at);
  const end = behind.ending(lastWords(folded(rest)))?.start ?? rest.length;
  return end === 0 ? rest : rest.slice(0, end).trimEnd();
}

/** The labelled facts of a report, in the order of the text. */
export function readHead(note: Note, prose: readonly Passage[], language: Lexicon = english): readonly HeadFact[] {
  return prose.flatMap((passage, index) => {
    const { kind, path, section } = passage;
    if (path !== note.path || isSection(section, "timeline") || isSection(section, "action-items")) return [];
    if (kind === "heading") return underHeading(note, passage, prose[index + 1], language);
    return linesOf(note, passage).flatMap((line) => factIn(note, line, language) ?? []);
  });
}

function linesOf(note: Note, { start, text, kind }: Passage): readonly Span[] {
  const source = note.text.slice(start, start + text.length);
  if (kind === "row") return [{ start, end: start + source.length }];
  const lines: Span[] = [];
  let at = start;
  for (const line of source.split("\n")) {
    lines.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return lines;
}

function factIn(note: Note, line: Span, language: Lexicon): HeadFact | null {
  const source = note.text.slice(line.start, Math.min(line.end, line.start + longestValue));
  const found = hasDigit(source) ? labelAt(source) : null;
  return found === null ? null : factOf(note, found.label, { start: line.start + found.end, end: line.end }, language);
}

/** The label that a line or row begins with, before a colon, a bar or a dash, and where its value begins. */
function labelAt(line: string): { readonly label: string; readonly end: number } | null {
  const scanner = new Scanner(line);
  scanner.blanks();
  scanner.sign("|");
  scanner.over((char) => isMadeOf(char, ">*_+#-"));
  const start = scanner.at;
  while (!scanner.isDone() && scanner.at - start <= longestLabel + mostMarks) {
    scanner.upTo(":：|–—-\n");
    const { at } = scanner;
    const sign = scanner.sign(":：|–—-");
    if (sign === "") return null;
    const isBetweenBlanks = isBlankAt(line, at - 1) && isBlankAt(line, at + 1);
    const label = withoutTail(line.slice(start, at), "*_`");
    if ((!isBetweenBlanks && holdsAny(sign, "–—-")) || label.length < 2) continue;
    if (isBetweenBlanks) scanner.sign(" \t");
    scanner.over((char) => isMadeOf(char, "*_`"), 0, mostMarks);
    return label.length > longestLabel ? null : { label, end: scanner.at };
  }
  return null;
}

function isBlankAt(text: string, at: number): boolean {
  return isWhitespace(text.charCodeAt(at));
}

/** A section that is a label, with its value as the first line. */
function underHeading(note: Note, heading: Passage, next: Passage | undefined, language: Lexicon): readonly HeadFact[] {
  if (next === undefined || next.kind !== "paragraph" || next.path !== note.path) return [];
  const [first] = linesOf(note, next);
  const fact = first && factOf(note, withoutLead(heading.text, "#"), first, language);
  // Words behind the time are a story of their own.
  return fact && isMadeOf(note.text.slice(fact.span.end, first.end), ".)*_`") ? [fact] : [];
}

function factOf(note: Note, label: string, value: Span, language: Lexicon): HeadFact | null {
  const words = withoutRemarks(plain(label), "()")
    .replace(/[^\p{L}'’/&-]+/gu, " ")
    .trim();
  const named = namedMilestone(words, language);
  const isDate = isDateLabel(words, language);
  const id = isDate ? "date" : (named ?? namedMilestone(withoutIdle(words, language), language));
  if (id === null) return null;
  const text = plain(note.text.slice(value.start, Math.min(value.end, value.start + longestValue)));
  const lead = new Scanner(text).over((char) => !isAnyLetterOrDigit(char) && !"~≈±".includes(char));
  const stamp = readStamp(text, lead.length, language);
  if (stamp?.kind !== "time" && stamp?.kind !== "date") return null;
  return {
    // `発生日時` names the day, and with a time the beginning.
    id: isDate && named !== null && stamp.kind === "time" ? named : id,
    stamp,
    span: { start: value.start + stamp.span.start, end: value.start + text.slice(0, stamp.span.end).trimEnd().length },
    zone: parseZone(remarkAtEnd(label, "(", ")"), language),
    certain: stamp.kind === "time" || isWhole(readers(language).incidentDate, words),
  };
}

/** The day that a fact names in full; null for one without its year. */
export function dayOfFact({ stamp }: HeadFact, language: Lexicon): Day | null {
  const date = stamp.kind === "date" ? stamp.date : stamp.from.date;
  return date === null ? null : fullDay(date, language);
}
