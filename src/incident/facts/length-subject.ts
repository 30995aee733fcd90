import type { Lexicon, LengthName } from "../../language";
import {
  WordCursor,
  english,
  folded,
  isEastAsian,
  lastWords,
  lastWordsBefore,
  perLanguage,
  phraseTable,
  phraseWords,
  textWords,
  wordTable,
} from "../../language";
import { holdsAny, singleSpaced } from "../../base";
import { labelBefore, withoutAbout } from "./about";
import { hidden } from "./prose";

/** What a stated length of time is the length of; empty when the text does not say. */
export type DurationSubject = LengthName | "";

/** The words of a language that tell what a length is of; of labels the longest that one ends with counts. */
const readers = perLanguage(({ clock, lengths, measures }) => {
  const { whole, incident, outage, stretch, down, been, lasted, outageWas } = lengths;
  const lists = { whole, down, been, lasted: [...lasted, ...outageWas], outage };
  const happening = { incident: [...incident, ...stretch], lasted };
  return {
    labels: phraseTable(
      Object.entries(lengths.labels).flatMap(([name, words]) =>
        words.map((word) => [word, subjectNamed(name)] as const),
      ),
    ),
    outage: wordTable(outage),
    incident: wordTable(incident),
    thing: wordTable([...outage, ...incident, ...stretch]),
    kind: wordTable(lengths.kind),
    whole: wordTable(whole),
    partly: wordTable(lengths.partly),
    filler: wordTable([
      ...[lengths.during, lengths.namely, lengths.numbers[1] ?? [], measures.atLeast, measures.atMost].flat(),
    ]),
    outageLasted: wordTable(["{outage} [that/which] [had/has] {lasted}"], lists),
    incidentLasted: wordTable(["{incident} [of/for/to/in/on …] [that/which] [had/has] {lasted}"], happening),
    wholeDown: wordTable(["{been} {whole} {down}", "{whole} {whole} {down}"], lists),
    isDown: wordTable(["{been} {down}", "{whole} {down}"], lists),
    at: wordTable([...clock.from, ...clock.between, ...clock.at]),
    wholeRemark: wordTable([
      ...[whole, incident, outage, stretch, lengths.remark, measures.about, clock.from, clock.between].flat(),
    ]),
  };
});

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
  return readers(language).labels.ending(lastWords(phraseWords(label)))?.value ?? "";
}

const stops = `():,;0123456789${hidden}`;

/** The words that begin a remark in brackets, up to a sign or a time: "(restart loop: 23:53–00:16)". */
function remarkIn(after: string, language: Lexicon): string {
  if (!after.startsWith("(")) return "";
  let end = 1;
  while (end < after.length && !stops.includes(after.charAt(end))) end++;
  const inner = after.slice(1, end);
  const time = readers(language)
    .at.find(textWords(inner))
    .find(({ start }) => start > 0);
  return (time !== undefined ? inner.slice(0, time.start) : holdsAny(after.charAt(end), ":,;)") ? inner : "").trim();
}

/** Whether the words behind a labelled length say that it is that of something else than the whole incident. */
function isOfPart(after: string, language: Lexicon): boolean {
  const words = remarkIn(after, language);
  return words.length >= 3 && words.length <= 50 && !readers(language).wholeRemark.isIn(textWords(words));
}

/** "(the whole outage)" */
function isOfWhole(after: string, language: Lexicon): boolean {
  const { kind, thing, whole } = readers(language);
  const cursor = new WordCursor(after);
  if (!cursor.sign("(")) return false;
  cursor.words(kind, 1);
  return cursor.word(whole) && cursor.word(thing);
}

/** "47 minutes of full outage", "a 47-minute API outage", "20 minutes of API degradation". */
function subjectBehind(after: string, original: string, language: Lexicon): DurationSubject {
  const { incident, kind, outage, partly, whole } = readers(language);
  const isJoined = isEastAsian(after.charCodeAt(0));
  if (!isJoined && !holdsAny(after.charAt(0), " -")) return "";
  const cursor = new WordCursor(after);
  cursor.sign("-");
  let subject: DurationSubject = "outage";
  for (let count = 0; count < 5; count++) {
    if (cursor.word(outage)) return subject;
    if (cursor.word(incident)) return "incident";
    if (cursor.word(whole)) subject = "full-outage";
    else if (cursor.word(partly)) subject = "partial-outage";
    else if (!cursor.word(kind)) break;
  }
  // A name: "47 minutes of Slack outage".
  const isName = original.charAt(cursor.at) !== cursor.text.charAt(cursor.at);
  cursor.anyWord();
  return cursor.word(incident) ? "incident" : isName && cursor.word(outage) ? "outage" : "";
}

/** "the site was completely down for", "the incident lasted". */
function subjectBefore(before: string, language: Lexicon): DurationSubject {
  const { filler, incidentLasted, isDown, outageLasted, partly, whole, wholeDown } = readers(language);
  let words = withoutAbout(lastWords(before), language);
  for (let count = 0; count < 4; count++) {
    const outage = outageLasted.ending(words);
    if (outage !== null) {
      const kinds = lastWordsBefore(words, outage.start);
      return whole.ending(kinds) !== null ? "full-outage" : partly.ending(kinds) !== null ? "partial-outage" : "outage";
    }
    if (wholeDown.ending(words) !== null) return "full-outage";
    if (isDown.ending(words) !== null) return "outage";
    if (incidentLasted.ending(words) !== null) return "incident";
    const spare = filler.ending(words);
    if (spare === null) break;
    words = lastWordsBefore(words, spare.start);
  }
  return "";
}

/**
 * What a length of time belongs to, by the label before it or the words around it.
 *
 * @param before At most the 90 UTF-16 units before it, in one passage.
 * @param after At most the 60 behind it.
 */
export function durationSubject(before: string, after: string, language: Lexicon = english): DurationSubject {
  const ahead = folded(singleSpaced(before));
  const behind = folded(singleSpaced(after));
  // "The first 10 minutes of the incident" are a part of it.
  if (behind.startsWith(" of the ")) return "";
  const label = labelBefore(ahead, language);
  if (label !== null)
    return isOfPart(behind.trimStart(), language) ? "" : labelled(label.words.replaceAll("-", " "), language);
  if (isOfWhole(behind, language)) return "duration";
  return subjectBehind(behind, singleSpaced(after), language) || subjectBefore(ahead, language);
}
