import { actions, figures, imports, judgements, labels, newNote, placeholders } from "./report";
import { sectionFillers, sectionJoints, sections, sectionWords } from "./sections";
import { story } from "./story";
import { calendar, clock, lengths, measures, zones } from "./time";

/** English as it is written: the pattern of all languages. */
export const lists = {
  common: "the|and|of|was|were|with|that|this|from|for|is|are|not|by|which|we|our|had|been|to",
  sections,
  sectionFillers,
  sectionJoints,
  sectionWords,
  calendar,
  clock,
  zones,
  lengths,
  measures,
  story,
  labels,
  actions,
  placeholders,
  judgements,
  figures,
  newNote,
  imports,
  abbreviations: "e.g.|vs.|no.|est.|etc.",
};
