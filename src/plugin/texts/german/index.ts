import type { Texts } from "../english";
import { germanProblems } from "./problems";

export const germanTexts: Texts = { problems: germanProblems };
