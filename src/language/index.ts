export { english } from "./english";
export { folded, unaccented } from "./fold";
export type { ActionColumn, LanguageId, LengthName, Lexicon, MilestoneName, SectionName, Word, Words } from "./lexicon";
export { languageIds } from "./lexicon";
export { anyOf, initials, perLanguage, phraseTable, phraseWords, wordTable } from "./pattern";
export type { Found, PhraseTable } from "./pattern";
