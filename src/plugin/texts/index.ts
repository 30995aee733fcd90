/**
 * Everything that the plugin says by itself: names, labels, notices, questions; once for each language.
 *
 * It promises that a language is complete: `Texts` is what English says, and another language without one of its texts
 * does not compile. What a rule says of a note, and what the settings say that command line and pages show too, is
 * English and comes from the rooms below.
 */
import { getLanguage } from "obsidian";
import type { Texts } from "./english";
import { englishTexts } from "./english";
import { germanTexts } from "./german";

export type { Texts } from "./english";

const languages: Readonly<Record<string, Texts>> = { en: englishTexts, de: germanTexts };

/** The texts in the language of the app, or in English where it is none of these. */
export function texts(): Texts {
  return languages[getLanguage()] ?? englishTexts;
}
