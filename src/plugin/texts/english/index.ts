import { problemTexts } from "./problems";
import { settingsTexts } from "./settings";
import { wordTexts } from "./words";

export const englishTexts = {
  problems: problemTexts,
  settings: settingsTexts,
  words: wordTexts,
};

export type Texts = typeof englishTexts;
