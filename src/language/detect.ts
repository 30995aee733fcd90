import { once } from "../base";
import { english } from "./english";
import { folded } from "./fold";
import { languageNamed, languages, type LanguageSigns } from "./languages";
import type { Lexicon } from "./lexicon";
import { unreadLanguages, unreadScripts } from "./unread";
import { codeOf, joined } from "./words";

/** The language of a text. */
export interface Detected {
  /** What it is read with; English where nothing tells. */
  readonly language: Lexicon;
  /** The English name of a language that it is written in but that is not read; null for all others. */
  readonly unread: string | null;
}

/** A heading tells more of a language than one word does, but one in English stands in notes of any language. */
const headingWeight = 4;
const englishWeight = 1;
/** So much must speak for another language than English, and so much of what speaks for English. */
const least = 4;
const share = 0.35;
/** So many characters of a script make it that of the text, and this share of its letters. */
const leastLetters = 12;
const letterShare = 0.15;

const kana = /[\u3041-\u30fa\u30fc]/g;
const han = /[\u3400-\u9fff]/g;
/** What any of the scripts has, `kana`, `han` or one that is not read; punctuation is none. */
const otherScript = /[\u0370-\u0fff\u3041-\u9fff\uac00-\ud7af]/;

/** By the code of each common word, the places of its languages in a list of votes: first those that are read. */
const byWord = once(votersByWord);
/** What English calls its sections. */
const englishHeadings = once((): ReadonlySet<string> => new Set(headingsOf(english)));
/** By each heading, likewise, of the languages that have it and English has not. */
const byHeading = once(votersByHeading);

/** Finds the language of a text by its headings and its commonest words. Linear in both. */
export function detectLanguage(headings: readonly string[], text: string): Detected {
  if (!otherScript.test(text) && !headings.some((heading) => otherScript.test(heading))) return byVotes(headings, text);
  const all = `${headings.join("\n")}\n${text}`;
  const least = Math.max(leastLetters, letterShare * all.replace(/[^\p{L}]+/gu, "").length);
  const count = (script: RegExp): number => all.match(script)?.length ?? 0;
  const [ideographs, syllables] = [count(han), count(kana)];
  if (ideographs + syllables >= least)
    return { language: languageOf(syllables * 12 >= ideographs ? "ja" : "zh"), unread: null };
  const script = unreadScripts.find(({ letters }) => count(letters) >= least);
  return script === undefined ? byVotes(headings, text) : { language: english, unread: script.name };
}

function byVotes(headings: readonly string[], text: string): Detected {
  const votes = new Array<number>(languages.length + unreadLanguages.length).fill(0);
  voteByWords(votes, folded(text));
  const names = headings.map(headingWords);
  // What no heading can change any more needs no headings of six languages.
  const most =
    Math.max(...votes.slice(1)) + headingWeight * names.filter((name) => !englishHeadings().has(name)).length;
  if (most < least || most < share * (votes[0] ?? 0)) return { language: english, unread: null };
  const votersOf = byHeading();
  for (const name of names)
    for (const voter of votersOf.get(name) ?? []) add(votes, voter, voter === 0 ? englishWeight : headingWeight);
  const [forEnglish = 0] = votes;
  const best = Math.max(...votes.slice(1));
  if (best < least || best < share * forEnglish) return { language: english, unread: null };
  const winner = votes.indexOf(best, 1);
  const read = languages[winner];
  if (read !== undefined) return { language: languageOf(read.id), unread: null };
  // English words, or headings that are read, make it a text that can be read.
  const isUnread = best > 2 * Math.max(forEnglish, ...votes.slice(1, languages.length));
  return { language: english, unread: isUnread ? (unreadLanguages[winner - languages.length]?.name ?? null) : null };
}

/** Each common word of a folded text is a vote; a word is a run of letters from a to z. */
function voteByWords(votes: number[], text: string): void {
  const known = byWord();
  let code = 0;
  for (let at = 0, start = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) {
      code = joined(code, unit);
      continue;
    }
    const common = at > start ? known.get(code) : undefined;
    if (common?.word.length === at - start && text.startsWith(common.word, start))
      for (const voter of common.voters) add(votes, voter, 1);
    code = 0;
    start = at + 1;
  }
}

function add(votes: number[], voter: number, weight: number): void {
  votes[voter] = (votes[voter] ?? 0) + weight;
}

function languageOf(id: Lexicon["id"]): Lexicon {
  return languageNamed(id) ?? english;
}

function headingWords(heading: string): string {
  return folded(heading)
    .replace(/[^a-z ]/g, "")
    .trim();
}

function headingsOf({ sections }: LanguageSigns): readonly string[] {
  return Object.values(sections).flat().map(headingWords);
}

function votersByWord(): ReadonlyMap<number, { readonly word: string; readonly voters: readonly number[] }> {
  const known = new Map<number, { readonly word: string; readonly voters: number[] }>();
  for (const [index, { common }] of [...languages, ...unreadLanguages].entries()) {
    for (const each of common) {
      const word = folded(each);
      const same = known.get(codeOf(word));
      if (same === undefined) known.set(codeOf(word), { word, voters: [index] });
      else if (same.word === word) same.voters.push(index);
    }
  }
  return known;
}

function votersByHeading(): ReadonlyMap<string, readonly number[]> {
  const voters = new Map<string, number[]>();
  for (const [index, language] of languages.entries()) {
    for (const name of new Set(headingsOf(language))) {
      // Names in other scripts leave nothing of themselves here, and neither does a heading such as `04:00`.
      if (name === "" || (index > 0 && englishHeadings().has(name))) continue;
      const known = voters.get(name);
      if (known === undefined) voters.set(name, [index]);
      else known.push(index);
    }
  }
  return voters;
}
