import { chinese } from "./chinese";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { japanese } from "./japanese";
import type { Lexicon } from "./lexicon";
import { merged } from "./merge";
import { portuguese } from "./portuguese";
import { spanish } from "./spanish";

/** The words of each language alone, English first: a new language is its folder and its place in this list. */
export const lexicons: readonly Lexicon[] = [english, german, french, spanish, portuguese, japanese, chinese];

/** Every language that notes are read in. Under translated text English headings are common, so English counts too. */
export const languages: readonly Lexicon[] = lexicons.map((lexicon) =>
  lexicon === english ? english : merged(lexicon, english),
);

/** The BCP 47 tags of the languages that notes are read in. */
export const languageIds: readonly string[] = lexicons.map(({ id }) => id);

/** The language of a BCP 47 tag such as `de` or `pt-BR`, or of an English name; null for one that is not read. */
export function languageNamed(tag: string): Lexicon | null {
  const name = tag.trim().toLowerCase();
  return (
    languages.find((language) => name.split("-", 1)[0] === language.id || name === language.name.toLowerCase()) ?? null
  );
}
