import type { PhraseTable } from "../../language";
import type { Incident, Passage } from "../../incident";
import { matchesOf, singleSpaced } from "../../base";
import type { Span } from "../../base";

/** Words found in the writer's own prose. */
export interface PhraseMatch {
  readonly words: string;
  readonly span: Span;
  /** The prose around it, and where the words start in it. */
  readonly passage: Passage;
  readonly at: number;
}

/** What to look for, and what to leave alone. */
export interface PhraseSearch {
  /** The phrases of the note's language. */
  readonly table: PhraseTable<true>;
  /** A team's own words and phrases, literally. */
  readonly phrases: readonly string[];
  /** Words and phrases that are fine, literally, also where they are part of a longer match. */
  readonly exceptions: readonly string[];
}

/**
 * Where phrases stand in a note's prose, whole words and without regard to case. Quotations, code, links and comments
 * are not searched.
 */
export function* findPhrases(incident: Incident, { table, phrases, exceptions }: PhraseSearch): Iterable<PhraseMatch> {
  const own = wholeWords(phrases);
  const fine = wholeWords(exceptions);
  for (const passage of incident.prose) {
    const exempt = matches(fine, passage.text);
    const found = [...matches(own, passage.text), ...table.find(passage.words)];
    for (const { start, end } of apart(found, passage.text)) {
      if (exempt.some((span) => span.start < end && start < span.end)) continue;
      const span = { start: passage.start + start, end: passage.start + end };
      yield { words: singleSpaced(incident.note.text.slice(span.start, span.end)), span, passage, at: start };
    }
  }
}

/** In the order of the text, without what overlaps one before, and without parts of words. */
function apart(found: readonly Span[], text: string): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const isWithin = text.charAt(span.start - 1) === "-" || text.charAt(span.end) === "-";
    if (!isWithin && span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

function wholeWords(phrases: readonly string[]): RegExp | null {
  const words = phrases
    .map(literally)
    .filter((source) => source !== "")
    .join("|");
  return words === "" ? null : new RegExp(`(^|[^\\w-])(${words})(?![\\w-])`, "gi");
}

function matches(pattern: RegExp | null, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of pattern === null ? [] : matchesOf(pattern, text)) {
    const [whole, before = ""] = match;
    const span = { start: match.index + before.length, end: match.index + whole.length };
    if (!letter.test(before) && !letter.test(text.charAt(span.end))) spans.push(span);
  }
  return spans;
}

/** Beside ASCII, which the pattern itself looks at. */
const letter = /[\p{L}\p{N}]/u;

function literally(phrase: string): string {
  return singleSpaced(phrase.trim())
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replaceAll(" ", "\\s+");
}
