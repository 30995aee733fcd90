import type { Lexicon } from "../../language";
import { WordCursor, folded, lastWords, lastWordsBefore, perLanguage, wordTable } from "../../language";
import type { Span } from "../../base";
import { firstIndex, hasDigit, holdsAny, isMadeOf, singleSpaced, withoutLead, withoutTail } from "../../base";
import type { DurationMention } from "../../time";
import { admits } from "../../time";
import { skipAbout, withoutAbout } from "./about";
import type { Passage } from "./prose";
import { hidden } from "./prose";
import type { ProseRange } from "./times";
import { nearestMinutes } from "./times";

/** A range of clock times that a text puts beside a length of time. */
export interface DurationWindow {
  readonly range: ProseRange;
  /**
   * `is`: the length of this very range, as in "47 minutes (06:12–06:59)"; `lies-in`: some time
   * within it, as in "30 minutes of downtime between 10:00 and 12:00", which may have come in pieces.
   */
  readonly relation: "is" | "lies-in";
}

/** The words of a language around a length. */
const readers = perLanguage(({ clock, lengths }) => ({
  kind: wordTable([...lengths.kind, ...lengths.whole, ...lengths.partly]),
  noun: wordTable([...lengths.outage, ...lengths.incident, ...lengths.stretch]),
  lead: wordTable([...clock.from, ...clock.between, ...clock.at, ...lengths.namely]),
  namely: wordTable([...lengths.namely, ...lengths.during]),
  during: wordTable(lengths.during),
  on: wordTable(clock.at),
  from: wordTable(clock.from),
  between: wordTable(clock.between),
  or: wordTable(lengths.to),
  state: wordTable([...lengths.down, ...lengths.lasted, ...lengths.namely]),
  part: wordTable(lengths.part),
  partBehind: wordTable(lengths.partBehind),
  closing: wordTable([...lengths.inAll, ...lengths.outage]),
}));

/** What {@link joinedRange} looks at beside the length itself. */
export interface AroundLength {
  readonly ranges: readonly ProseRange[];
  /** Every length of the passage. */
  readonly durations: readonly DurationMention[];
  readonly sentence: Span;
  readonly language: Lexicon;
}

/**
 * The range whose length a duration states, when the two stand side by side in one sentence; null when that is not
 * certain.
 */
export function joinedRange(passage: Passage, duration: DurationMention, beside: AroundLength): DurationWindow | null {
  const joined = rangesBeside(passage, duration, beside);
  // Between two ranges the length belongs to the one that it fits.
  return (
    joined.find(({ range }) => admits(duration, nearestMinutes(range, duration.minutes))) ??
    (joined.length === 1 ? (joined[0] ?? null) : null)
  );
}

function rangesBeside(
  { text, start: offset }: Passage,
  duration: Span,
  { ranges, durations, sentence, language }: AroundLength,
): readonly DurationWindow[] {
  const first = firstIndex(ranges, ({ place }) => place.span.end - offset >= duration.start - 90);
  if ((ranges[first]?.place.span.start ?? Infinity) - offset > duration.end + 70) return [];
  const { part, partBehind } = readers(language);
  const before = folded(text.slice(Math.max(sentence.start, duration.start - 30), duration.start));
  const after = folded(text.slice(duration.end, Math.min(sentence.end, duration.end + 70)));
  if (part.ending(withoutAbout(lastWords(before), language)) !== null || new WordCursor(after).word(partBehind))
    return [];
  const found: DurationWindow[] = [];
  for (let index = first; index < ranges.length; index++) {
    const range = ranges[index];
    if (range === undefined || range.place.span.start - offset > duration.end + 70) break;
    const [start, end] = [range.place.span.start - offset, range.place.span.end - offset];
    if (start < sentence.start || end > sentence.end) continue;
    const relation =
      duration.end <= start
        ? ahead(between(text, duration.end, start), language)
        : end <= duration.start && !isClaimed(text, start, durations)
          ? back(between(text, end, duration.start), after, language)
          : null;
    if (relation !== null) found.push({ range, relation });
  }
  return found;
}

function between(text: string, start: number, end: number): string {
  return folded(singleSpaced(text.slice(start, end)));
}

/** A length directly before a range has the better claim to it. */
function isClaimed(text: string, start: number, durations: readonly DurationMention[]): boolean {
  const last = durations[firstIndex(durations, ({ end }) => end > start) - 1];
  if (last === undefined || start - last.end > 14) return false;
  const gap = text.slice(last.end, start);
  const isClosed = gap.includes(")") && !gap.includes("(");
  return !hasDigit(gap) && !gap.includes("\n") && !isClosed;
}

/** What stands between a length and the range behind it. */
function ahead(gap: string, language: Lexicon): DurationWindow["relation"] | null {
  const { kind, noun, lead, on, from, between, namely } = readers(language);
  if (isNamed(gap, language) || isFromWords(gap, language)) return "is";
  const cursor = new WordCursor(gap);
  cursor.sign("-");
  cursor.words(kind, 4);
  cursor.word(noun);
  // "47 minutes (06:12–06:59)", "47 minutes of downtime, from 06:12 to 06:59"
  const bracketed = cursor.fork();
  if (bracketed.sign("([,:;–—-")) {
    for (let count = 0; count < 2 && bracketed.word(lead); count++) bracketed.sign(",");
    skipAbout(bracketed, language);
    bracketed.sign("(");
    if (bracketed.isDone()) return "is";
  }
  if (cursor.word(on)) cursor.anyWord();
  const amid = cursor.fork();
  if (amid.word(between)) {
    skipAbout(amid, language);
    return amid.isDone() ? "lies-in" : null;
  }
  cursor.word(namely);
  if (!cursor.word(from)) return null;
  skipAbout(cursor, language);
  return cursor.isDone() ? "is" : null;
}

/** "(restart loop: 23:53–00:16)" names what the range is of. */
function isNamed(gap: string, language: Lexicon): boolean {
  const words = withoutAbout(lastWords(gap), language).text.trimStart();
  return words.startsWith("(") && words.endsWith(":") && isPlainWords(words.slice(1, -1), "()");
}

/** "3.5 hours from the audit (17:04) to the close (18:31)". */
function isFromWords(gap: string, language: Lexicon): boolean {
  const { from, namely } = readers(language);
  const cursor = new WordCursor(gap);
  cursor.word(namely);
  return (
    cursor.word(from) && isPlainWords(withoutTail(withoutAbout(lastWords(cursor.rest), language).text, "("), ".:;,|")
  );
}

/** What stands between a range and the length behind it. */
function back(gap: string, after: string, language: Lexicon): DurationWindow["relation"] | null {
  const { closing, during, namely, or } = readers(language);
  const cursor = new WordCursor(gap);
  if (cursor.isDone()) return null;
  cursor.sign(")");
  const plain = cursor.fork();
  if (plain.word(during) && plain.isDone()) return "lies-in";
  if (!cursor.sign("([,:;=–—-")) cursor.word(or);
  if (cursor.isDone() && isMadeOf(gap, "),:;–—-")) {
    const rest = new WordCursor(after);
    return rest.isDone() || rest.sign(").,;!") || rest.word(closing) ? "is" : "lies-in";
  }
  for (let count = 0; count < 3 && cursor.word(namely); count++) {
    cursor.sign(",");
    cursor.sign(":");
  }
  skipAbout(cursor, language);
  cursor.sign("(");
  return cursor.isDone() ? "is" : isDownFor(gap, language) ? "lies-in" : null;
}

/** "…, and the site was down for" */
function isDownFor(gap: string, language: Lexicon): boolean {
  const { during, state } = readers(language);
  let words = withoutAbout(lastWords(gap), language);
  for (let count = 0; count < 2; count++) words = lastWordsBefore(words, during.ending(words)?.start ?? Infinity);
  const found = state.ending(words);
  return found !== null && isPlainWords(withoutLead(words.text.slice(0, found.start), "),"), ":;()");
}

const longestWords = 50;

/** Whether a text is a few words without digits, these signs, and what is not the writer's prose. */
function isPlainWords(words: string, signs: string): boolean {
  return words.length <= longestWords && !hasDigit(words) && !holdsAny(words, signs + hidden);
}
