import { folded, lastWords, perLanguage, withoutUmlaut, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import * as z from "../../schema";
import type { PhraseMatch } from "../wording/phrases";
import { findPhrases } from "../wording/phrases";
import { defineRule } from "../rule";

/** The words of a language. */
const readers = perLanguage(({ judgements }) => {
  const { hindsight, modal, regret, participles, adverbs, weighing, people } = judgements;
  return {
    all: wordTable([...hindsight, ...modal, ...regret]),
    modal: wordTable(modal),
    regret: wordTable(regret),
    // When "should have" tells of the past, and not of a thing to be had: "should have an owner".
    participle: wordTable(participles.map((word) => `^[${adverbs.join("/")}] [${adverbs.join("/")}] ${word}`)),
    weighing: wordTable(weighing),
    // Right before "should have": hindsight about people, where a system's may tell what it is built for.
    people: wordTable(people),
    // "hätte" is hindsight, "hatte" tells what was.
    umlauted: new Set(
      [...hindsight, ...regret]
        .flatMap((phrase) => phrase.split(/\P{L}+/u))
        .flatMap((word) => withoutUmlaut(word) ?? []),
    ),
  };
});

export const counterfactualLanguage = defineRule({
  id: "counterfactual-language",
  severity: "warning",
  why: "What did not happen explains nothing; it only looks obvious now. The settings can add words and allow some.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "### What could have gone better\n\nThe restart could have been caused by the deploy. Every item should have an owner.\n\n> We should have tested it, they wrote.",
      expect: [],
    },
    {
      note: "We should have tested the change. If only someone had looked.",
      expect: [
        "1:4-1:15 `should have` speaks of what did not happen",
        "1:35-1:50 `If only someone` speaks of what did not happen",
      ],
    },
    { note: "An alert would have shown it.", expect: ["1:10-1:20 `would have` speaks of what did not happen"] },
    {
      note: "With hindsight it was clear.",
      settings: { language: { counterfactual: ["with hindsight"] } },
      expect: ["1:1-1:15 `With hindsight` speaks of what did not happen"],
    },
  ],
  *check({ incident, settings: { language } }) {
    const search = {
      table: readers(incident.language).all,
      phrases: language.counterfactual,
      exceptions: language.exceptions,
    };
    for (const match of findPhrases(incident, search)) {
      const { passage, words } = match;
      if (passage.kind === "heading" || meansOther(match, incident.language)) continue;
      yield {
        span: match.span,
        ...(isAboutPeople(match, incident.language) ? {} : { severity: "info" as const }),
        message: `\`${words}\` speaks of what did not happen`,
        help: "say what did happen, and why it made sense at the time",
      };
    }
  },
});

/**
 * Whether it begins with another word, for lack of an umlaut; or a "should have" lacks its participle, weighs a cause
 * or the outcome: "should have known" is blame.
 */
function meansOther({ passage, at, words }: PhraseMatch, language: Lexicon): boolean {
  const { modal, participle, weighing, umlauted } = readers(language);
  if (umlauted.has(words.split(" ", 1)[0]?.toLowerCase() ?? "")) return true;
  if (modal.whole(folded(words)) === null) return false;
  const behind = folded(passage.text.slice(at + words.length, at + words.length + 60)).trimStart();
  return participle.at(behind, 0) === null || weighing.at(behind, 0) !== null;
}

function isAboutPeople({ passage, at, words }: PhraseMatch, language: Lexicon): boolean {
  const { modal, people } = readers(language);
  const isModal = modal.whole(folded(words)) !== null;
  return !isModal || people.ending(lastWords(folded(passage.text.slice(Math.max(0, at - 40), at)))) !== null;
}
