import {
  anyOf,
  english,
  folded,
  isEastAsian,
  perLanguage,
  phraseTable,
  phraseWords,
  wordTable,
  textWords,
  withDigraphs,
} from "../../language";
import type { Lexicon, PhraseTable } from "../../language";
import { Scanner, holdsAny } from "../../base";
import { milestoneIds, type MilestoneId } from "./milestone";

/** What a clause says about the course of the incident; a stronger wording wins over a weaker one. */
export interface WordedMilestone {
  readonly id: MilestoneId;
  /** 2: names the milestone (`incident resolved`); 1: describes it (`service restored`). */
  readonly strength: 1 | 2;
}

/** The tables of a language. */
const readers = perLanguage(({ story, clock, measures }) => {
  const { milestones, lists } = story;
  return {
    wordings: phraseTable<WordedMilestone>(
      milestoneIds.flatMap((id) => [
        ...milestones[id].states.map((phrase) => [phrase, { id, strength: 2 }] as const),
        ...milestones[id].tells.map((phrase) => [phrase, { id, strength: 1 }] as const),
      ]),
      lists,
    ),
    // What may stand between the trouble and what became of it: "the incident has now been fully resolved".
    // Behind an apostrophe they belong to the word before: the "est" of "n'est pas".
    fillers: new RegExp(`(^| )(?:${anyOf(story.fillers)} )+`, "g"),
    doubt: wordTable(story.doubt),
    doubtBehind: wordTable(story.doubtBehind),
    change: wordTable(story.change),
    effect: wordTable(story.effect),
    atTime: wordTable([...clock.at, ...measures.about]),
    better: wordTable(lists["better"] ?? []),
    alert: wordTable(story.alert),
  };
});

/** The most words of "PagerDuty alert:", and the most UTF-16 units. */
const mostInAlert = 3;
const longestAlert = 60;

/** Stands between the words of two sentences: no doubt of one is about the next. */
const betweenSentences = "|";

function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const isEnd = holdsAny(char, "。！？") || (holdsAny(char, ".!?") && text.charAt(at + 1) === " ");
    if (!isEnd) continue;
    sentences.push(text.slice(start, at));
    start = at + 1;
  }
  return [...sentences, text.slice(start)];
}

/** Within so many UTF-16 units before a wording a word of doubt turns it; where words have no blanks, within fewer. */
const reachOfDoubt = 30;
const reachWithoutBlanks = 5;

/**
 * The milestones that a clause states, by its wording alone; at most one strength each. Made for
 * precision: what is negated, planned or supposed counts for nothing.
 *
 * @param clause Plain words without marks; only its first 300 UTF-16 units are read.
 */
export function wordedMilestones(clause: string, language: Lexicon = english): readonly WordedMilestone[] {
  const read = withDigraphs(clause.slice(0, 300));
  const words = sentencesOf(read).map(phraseWords).join(` ${betweenSentences} `);
  const { fillers } = readers(language);
  const bare = words.replace(fillers, "$1");
  const strengths = new Map<MilestoneId, 1 | 2>();
  for (const text of bare === words ? [words] : [words, bare]) {
    for (const { id, strength } of toldIn(text, language))
      if ((strengths.get(id) ?? 0) < strength) strengths.set(id, strength);
  }
  if (!strengths.has("detected") && isAlert(read.toLowerCase(), language)) strengths.set("detected", 1);
  return milestoneIds.flatMap((id) => {
    const strength = strengths.get(id);
    return strength === undefined ? [] : [{ id, strength }];
  });
}

/** "PagerDuty alert: errors spike", not followed by news of the recovery. */
function isAlert(text: string, language: Lexicon): boolean {
  const end = text.slice(0, longestAlert).search(/[:：]/);
  const label = end < 0 ? "" : phraseWords(text.slice(0, end));
  const { alert, better } = readers(language);
  if (label.split(" ").length > mostInAlert || alert.ending(textWords(label)) === null) return false;
  return !better.isIn(textWords(folded(text.slice(end + 1, end + 81))));
}

function toldIn(text: string, language: Lexicon): readonly WordedMilestone[] {
  const { wordings, doubt, doubtBehind } = readers(language);
  const words = textWords(text);
  const found = wordings.find(words);
  if (found.length === 0) return [];
  const doubts = doubt.find(words);
  return found.flatMap(({ value, start, end, gap }) => {
    const reach = isEastAsian(text.charCodeAt(start)) ? reachWithoutBlanks : reachOfDoubt;
    // A doubt may hold the wording: `增加告警` tells of no alert.
    const isDoubted = doubts.some(
      (word) =>
        word.start >= start - reach &&
        word.start < start &&
        word.end <= end &&
        !text.slice(word.end, start).includes(betweenSentences),
    );
    const isElsewhere = standsAt(doubtBehind, text, end) || isOfAnotherTime(text, end, language);
    return isDoubted || (gap !== "" && doubt.isIn(textWords(gap))) || isElsewhere ? [] : value;
  });
}

function standsAt(table: PhraseTable<true>, text: string, at: number): boolean {
  return table.at(text, text.charAt(at) === " " ? at + 1 : at) !== null;
}

/** "… acknowledges at 03:21": behind a wording another time than that of the event, its colon left out. */
function isOfAnotherTime(text: string, end: number, language: Lexicon): boolean {
  const lead = readers(language).atTime.at(text, end + 1);
  if (lead === null) return false;
  const scanner = new Scanner(text, lead.end);
  return scanner.blank() && scanner.digits(1, 2) !== "" && scanner.blank() && scanner.digits(2) !== "";
}

/** Whether a sentence tells how the trouble came about: a change, then what it did. */
export function tellsTrigger(before: string, after: string, language: Lexicon = english): boolean {
  const { change, effect, atTime } = readers(language);
  const behind = textWords(folded(after));
  if (change.isIn(textWords(folded(before)))) return effect.isIn(behind);
  const lead = folded(before.trim());
  return (lead === "" || atTime.whole(lead) !== null) && change.isIn(behind) && effect.isIn(behind);
}
