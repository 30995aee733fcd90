import { problemTexts } from "./problems";

export const englishTexts = { problems: problemTexts };

export type Texts = typeof englishTexts;
