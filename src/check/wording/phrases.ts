import type { Incident, Passage } from "../../incident";
import { matchesOf } from "../../base";
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
  /**
   * Sources of regular expressions without capturing groups, read without regard to case and without the flag `u`,
   * which makes them slow.
   */
  readonly patterns: readonly string[];
  /** A team's own words and phrases, literally. */
  readonly phrases: readonly string[];
  /** Words and phrases that are fine, literally, also where they are part of a longer match. */
  readonly exceptions: readonly string[];
}

/**
 * Where phrases stand in a note's prose, whole words and without regard to case. Quotations, code, links and comments
 * are not searched.
 */
export function* findPhrases(
  incident: Incident,
  { patterns, phrases, exceptions }: PhraseSearch,
): Iterable<PhraseMatch> {
  const wanted = wholeWords([...phrases.map(literally), ...patterns]);
  const fine = wholeWords(exceptions.map(literally));
  if (wanted === null) return;
  for (const passage of incident.prose) {
    const exempt = fine === null ? [] : matches(fine, passage.text);
    for (const { start, end } of matches(wanted, passage.text)) {
      if (exempt.some((span) => span.start < end && start < span.end)) continue;
      const span = { start: passage.start + start, end: passage.start + end };
      yield { words: incident.note.text.slice(span.start, span.end).replace(/\s+/g, " "), span, passage, at: start };
    }
  }
}

/** One for each list of words: compiling takes longer than searching a note. */
const compiled = new Map<string, RegExp>();

function wholeWords(sources: readonly string[]): RegExp | null {
  const words = sources.filter((source) => source !== "").join("|");
  if (words === "") return null;
  const pattern = compiled.get(words) ?? new RegExp(`(^|[^\\w-])(${words})(?![\\w-])`, "gi");
  compiled.set(words, pattern);
  return pattern;
}

function matches(pattern: RegExp, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(pattern, text)) {
    const [whole, before = ""] = match;
    const span = { start: match.index + before.length, end: match.index + whole.length };
    if (!letter.test(before) && !letter.test(text.charAt(span.end))) spans.push(span);
  }
  return spans;
}

/** Beside ASCII, which the pattern itself looks at. */
const letter = /[\p{L}\p{N}]/u;

function literally(phrase: string): string {
  return phrase
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
}
