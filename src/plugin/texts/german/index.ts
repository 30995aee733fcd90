import type { Texts } from "../english";
import { germanProblems } from "./problems";
import { germanSettings } from "./settings";
import { germanWords } from "./words";

export const germanTexts: Texts = {
  problems: germanProblems,
  settings: germanSettings,
  words: germanWords,
};
