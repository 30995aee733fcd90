import type { Incident, Passage } from "../../incident";
import { matchesOf } from "../../base";
import type { Memory, Span } from "../../base";

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
 *
 * @param memory Keeps the compiled search for the next note.
 */
export function* findPhrases(
  incident: Incident,
  { patterns, phrases, exceptions }: PhraseSearch,
  memory: Memory,
): Iterable<PhraseMatch> {
  const compiled = memory.part(CompiledSearches);
  const wanted = compiled.wholeWords([...phrases.map(literally), ...patterns]);
  const fine = compiled.wholeWords(exceptions.map(literally));
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

/** Rules times their lists of words; the settings may change many times while an app runs. */
const maxCompiled = 16;

/** One for each list of words: compiling takes longer than searching a note. */
class CompiledSearches {
  readonly #byWords = new Map<string, RegExp>();

  wholeWords(sources: readonly string[]): RegExp | null {
    const words = sources.filter((source) => source !== "").join("|");
    if (words === "") return null;
    const known = this.#byWords.get(words);
    if (known !== undefined) return known;
    const pattern = new RegExp(`(^|[^\\w-])(${words})(?![\\w-])`, "gi");
    if (this.#byWords.size >= maxCompiled) this.#byWords.clear();
    this.#byWords.set(words, pattern);
    return pattern;
  }
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
