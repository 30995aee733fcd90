/**
 * The words that notes are read by, as typed lists, one folder for each language; and what makes matchers of them.
 *
 * It promises that a word stands in one place and works wherever its kind is read, in timelines, prose and tables; that
 * case and accents do not count; and that a matcher takes time in proportion to the text, whatever the words are.
 *
 * It does not know what a word is about: no day is reckoned and no incident read here. Languages hold lists, no logic.
 */

// The lists that a language has.
export { lessonSections, neededSections, sectionNames } from "./lexicon";
export type { ActionColumn, LengthName, Lexicon, MilestoneName, SectionName, Word, Words } from "./lexicon";

// The languages.
export { english } from "./english";
export { typedDays } from "./english/typed";
export { languageIds, languageNamed, languages } from "./languages";
export type { LanguageSigns } from "./languages";
export { detectLanguage } from "./detect";
export type { Detected } from "./detect";

// From lists to matchers.
export { anyOf, initials, perLanguage, phraseTable, phraseWords, wordTable } from "./pattern";
export type { Found, PhraseTable } from "./pattern";
export { WordCursor } from "./word-cursor";
export { treeOf, wordTree } from "./word-tree";
export type { WordTree } from "./word-tree";
export { isBehindStop, isEastAsian, lastWords, lastWordsBefore, textWords } from "./words";
export type { TextWords } from "./words";
export { folded, spellings, unaccented, withDigraphs, withoutUmlaut } from "./fold";
