import type { Texts } from "../english";
import { germanProblems } from "./problems";
import { germanSettings } from "./settings";

export const germanTexts: Texts = {
  problems: germanProblems,
  settings: germanSettings,
};
