import { problemTexts } from "./problems";
import { settingsTexts } from "./settings";

export const englishTexts = {
  problems: problemTexts,
  settings: settingsTexts,
};

export type Texts = typeof englishTexts;
