import { english, perLanguage, phraseTable, phraseWords } from "../../language";
import type { Lexicon } from "../../language";
import { milestoneIds, type MilestoneId } from "./milestone";

const names = perLanguage(({ story: { milestones, lists } }) =>
  phraseTable(
    milestoneIds.flatMap((id) => milestones[id].names.map((name) => [name, id] as const)),
    lists,
  ),
);

/** The milestone that these words name and nothing else, whatever their case: `Root cause identified`. */
export function namedMilestone(name: string, language: Lexicon = english): MilestoneId | null {
  return names(language).whole(phraseWords(name));
}
