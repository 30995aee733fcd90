import { lazily } from "../../../base";
import { pictureWords } from "../../../write";
import { dialogTexts } from "./dialogs";
import { exportingTexts } from "./exporting";
import { importingTexts } from "./importing";
import { formTexts } from "./form";
import { reviewTexts } from "./review";
import { eventTexts } from "./event";
import { insightsTexts } from "./insights";
import { incidentTexts } from "./incident";
import { ticketTexts } from "./tickets";
import { actionsTexts } from "./actions";
import { changeTexts } from "./changes";
import { checkingTexts } from "./checking";
import { commandTexts } from "./commands";
import { problemTexts } from "./problems";
import { settingsTexts } from "./settings";
import { wordTexts } from "./words";
import { writingTexts } from "./writing";

/** Each part is made when it is first asked for: all of them together take a tenth of the time to load. */
export const englishTexts = lazily({
  changes: changeTexts,
  checking: checkingTexts,
  commands: commandTexts,
  problems: problemTexts,
  settings: settingsTexts,
  actions: actionsTexts,
  tickets: ticketTexts,
  incident: incidentTexts,
  insights: insightsTexts,
  pictures: () => pictureWords,
  event: eventTexts,
  review: reviewTexts,
  form: formTexts,
  importing: importingTexts,
  exporting: exportingTexts,
  dialogs: dialogTexts,
  words: wordTexts,
  writing: writingTexts,
});

export type Texts = typeof englishTexts;
