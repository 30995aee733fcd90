import { ticketTexts } from "./tickets";
import { actionsTexts } from "./actions";
import { problemTexts } from "./problems";
import { settingsTexts } from "./settings";
import { wordTexts } from "./words";

export const englishTexts = {
  problems: problemTexts,
  settings: settingsTexts,
  actions: actionsTexts,
  tickets: ticketTexts,
  words: wordTexts,
};

export type Texts = typeof englishTexts;
