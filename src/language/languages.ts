import { lazily } from "../base";
import { chinese } from "./chinese";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { japanese } from "./japanese";
import type { ImportWords, Lexicon, SectionName, Words } from "./lexicon";
import { merged } from "./merge";
import { perLanguage } from "./pattern";
import { portuguese } from "./portuguese";
import { spanish } from "./spanish";
import type { Language } from "./written";
import { listsOf, wordsOf } from "./written";

/** The languages that notes are read in beside English: a new one is its folder and its place in this list. */
const others: readonly Language[] = [german, french, spanish, portuguese, japanese, chinese];

/** Under translated text English headings are common, so the words of English count too. */
const lexiconOf = perLanguage((language: Language): Lexicon => merged(language, english));

/** What tells a language, and what is read before one is known, without the words of English. */
export interface LanguageSigns extends Pick<
  Lexicon,
  "id" | "name" | "common" | "sections" | "sectionFillers" | "sectionJoints" | "imports"
> {
  readonly sectionWords: Partial<Lexicon["sectionWords"]>;
  readonly clock: Pick<Lexicon["clock"], "at" | "and">;
}

/** Every language that notes are read in, English first. */
export const languages: readonly LanguageSigns[] = [
  english,
  ...others.map((language) =>
    lazily<LanguageSigns>({
      id: () => language.id,
      name: () => language.name,
      common: () => wordsOf(language.common),
      sections: () => listsOf<Readonly<Record<SectionName, Words>>>(language.sections),
      sectionFillers: () => wordsOf(language.sectionFillers ?? ""),
      sectionJoints: () => wordsOf(language.sectionJoints ?? ""),
      sectionWords: () => listsOf<LanguageSigns["sectionWords"]>(language.sectionWords ?? {}),
      clock: () => ({ at: wordsOf(language.clock?.at ?? ""), and: wordsOf(language.clock?.and ?? "") }),
      imports: () => listsOf<ImportWords>(language.imports),
    }),
  ),
];

/** The BCP 47 tags of the languages that notes are read in. */
export const languageIds: readonly string[] = languages.map(({ id }) => id);

/** The language of a BCP 47 tag such as `de` or `pt-BR`, or of an English name; null for one that is not read. */
export function languageNamed(tag: string): Lexicon | null {
  const name = tag.trim().toLowerCase();
  const isMeant = (language: Pick<Lexicon, "id" | "name">): boolean =>
    name.split("-", 1)[0] === language.id || name === language.name.toLowerCase();
  const other = others.find(isMeant);
  return isMeant(english) ? english : other === undefined ? null : lexiconOf(other);
}
