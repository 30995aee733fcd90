import type { Lexicon } from "../lexicon";
import { listsOf } from "../written";
import { lists } from "./lists";

export const english: Lexicon = Object.assign(listsOf<Omit<Lexicon, "id" | "name">>(lists), {
  id: "en",
  name: "English",
});
