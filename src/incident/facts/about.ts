import { anyOf, english } from "../../language";

const { about: words } = english.measures;

/** A source for the word that makes what stands behind it approximate: "about", "circa", "est.". */
export const aboutWord = `(?:${anyOf(words)})`;

/** A source for up to three such words or signs, with the blanks behind them. */
export const roughly = `(?:(?:${aboutWord}\\s|[~≈±]\\s?)){0,3}`;

/** A source for those of the words that are abbreviations, without their dot: no sentence ends there. */
export const abbreviatedAbout = anyOf(words.filter((word) => word.endsWith(".")).map((word) => word.slice(0, -1)));
