import { lazily } from "../../../base";
import type { Texts } from "../english";
import { germanDialogs } from "./dialogs";
import { germanExporting } from "./exporting";
import { germanImporting } from "./importing";
import { germanForm } from "./form";
import { germanReview } from "./review";
import { germanEvent } from "./event";
import { germanInsights } from "./insights";
import { germanPictures } from "./pictures";
import { germanIncident } from "./incident";
import { germanTickets } from "./tickets";
import { germanActions } from "./actions";
import { germanChanges } from "./changes";
import { germanChecking } from "./checking";
import { germanCommands } from "./commands";
import { germanProblems } from "./problems";
import { germanSettings } from "./settings";
import { germanWords } from "./words";
import { germanWriting } from "./writing";

export const germanTexts: Texts = lazily({
  changes: germanChanges,
  checking: germanChecking,
  commands: germanCommands,
  problems: germanProblems,
  settings: germanSettings,
  actions: germanActions,
  tickets: germanTickets,
  incident: germanIncident,
  insights: germanInsights,
  pictures: germanPictures,
  event: germanEvent,
  review: germanReview,
  form: germanForm,
  importing: germanImporting,
  exporting: germanExporting,
  dialogs: germanDialogs,
  words: germanWords,
  writing: germanWriting,
});
