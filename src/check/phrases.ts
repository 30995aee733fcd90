import { readProse, type Passage } from "../incident/prose";
import type { Incident } from "../incident/incident";
import type { Span } from "../note/span";

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
  /** Sources of regular expressions without capturing groups. */
  readonly patterns: readonly string[];
  /** A team's own words and phrases, literally. */
  readonly phrases: readonly string[];
  /** Words and phrases that are fine, literally, also where they are part of a longer match. */
  readonly exceptions: readonly string[];
}

/** Where phrases stand in a note's prose, whole words and without regard to case. Quotations, code, links and comments are not searched. */
export function* findPhrases(incident: Incident, { patterns, phrases, exceptions }: PhraseSearch): Iterable<PhraseMatch> {
  const wanted = wholeWords([...phrases.map(literally), ...patterns]);
  const fine = wholeWords(exceptions.map(literally));
  if (wanted === null) return;
  for (const passage of proseOf(incident)) {
    const exempt = fine === null ? [] : [...matches(fine, passage.text)];
    for (const { start, end } of matches(wanted, passage.text)) {
      if (exempt.some((span) => span.start < end && start < span.end)) continue;
      const span = { start: passage.start + start, end: passage.start + end };
      yield { words: incident.note.text.slice(span.start, span.end).replace(/\s+/g, " "), span, passage, at: start };
    }
  }
}

const proses = new WeakMap<Incident, readonly Passage[]>();

/** Read once for all rules that look at the wording. */
function proseOf(incident: Incident): readonly Passage[] {
  const known = proses.get(incident);
  if (known !== undefined) return known;
  const prose = readProse(incident.note, incident.sections);
  proses.set(incident, prose);
  return prose;
}

/** One for each list of words: compiling takes longer than searching a note. */
const compiled = new Map<string, RegExp>();

function wholeWords(sources: readonly string[]): RegExp | null {
  if (sources.length === 0) return null;
  const words = sources.join("|");
  const pattern = compiled.get(words) ?? new RegExp(`(^|[^\\p{L}\\p{N}_-])(${words})(?![\\p{L}\\p{N}_-])`, "giu");
  compiled.set(words, pattern);
  return pattern;
}

function* matches(pattern: RegExp, text: string): Iterable<Span> {
  for (const match of text.matchAll(pattern)) {
    const start = match.index + (match[1]?.length ?? 0);
    yield { start, end: start + (match[2]?.length ?? 0) };
  }
}

function literally(phrase: string): string {
  return phrase.trim().replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+");
}
