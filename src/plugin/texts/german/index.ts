import type { Texts } from "../english";
import { germanTickets } from "./tickets";
import { germanActions } from "./actions";
import { germanProblems } from "./problems";
import { germanSettings } from "./settings";
import { germanWords } from "./words";

export const germanTexts: Texts = {
  problems: germanProblems,
  settings: germanSettings,
  actions: germanActions,
  tickets: germanTickets,
  words: germanWords,
};
