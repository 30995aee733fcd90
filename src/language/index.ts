export { english } from "./english";
export { folded, unaccented } from "./fold";
export type { ActionColumn, LanguageId, LengthName, Lexicon, MilestoneName, SectionName, Word, Words } from "./lexicon";
export { detectLanguage } from "./detect";
export type { Detected } from "./detect";
export { languageNamed, languages, lexicons } from "./languages";
export { languageIds } from "./lexicon";
export { anyOf, anySpelling, initials, perLanguage, phraseTable, phraseWords, wordTable } from "./pattern";
export type { Found, PhraseTable } from "./pattern";
