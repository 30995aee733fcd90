import { chinese } from "./chinese";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { japanese } from "./japanese";
import type { Lexicon } from "./lexicon";
import { merged } from "./merge";
import { portuguese } from "./portuguese";
import { spanish } from "./spanish";

/** Every language that notes are read in. Under translated text English headings are common, so English counts too. */
export const languages: readonly Lexicon[] = [
  english,
  merged(german, english),
  merged(french, english),
  merged(spanish, english),
  merged(portuguese, english),
  merged(japanese, english),
  merged(chinese, english),
];

/** The words of each language alone, English first. */
export const lexicons: readonly Lexicon[] = [english, german, french, spanish, portuguese, japanese, chinese];

/** The language of a BCP 47 tag such as `de` or `pt-BR`, or of an English name; null for one that is not read. */
export function languageNamed(tag: string): Lexicon | null {
  const name = tag.trim().toLowerCase();
  return (
    languages.find((language) => name.split("-", 1)[0] === language.id || name === language.name.toLowerCase()) ?? null
  );
}
