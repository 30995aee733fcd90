import * as z from "../../schema";
import type { PhraseMatch } from "../wording/phrases";
import { findPhrases } from "../wording/phrases";
import { defineRule } from "../rule";

/** What follows "should have" when it tells of the past, and not of a thing to be had: "should have an owner". */
const participle =
  "(?:[a-z]+ed|been|had|done|known|seen|caught|made|taken|gone|come|become|begun|broken|brought|built|chosen|cut|felt|found|forgotten|given|got|gotten|grown|heard|held|hit|kept|led|left|let|lost|meant|met|paid|put|read|risen|run|said|sent|set|shown|shut|spent|spoken|stood|taught|thought|told|understood|written)";
const adverbs =
  "(?:\\s+(?:all|also|already|always|easily|ever|just|likely|never|only|otherwise|perhaps|possibly|probably|still|then)){0,2}";

const patterns = [
  `(?:should|could|would)(?:\\s+not|n['’]t)?(?:\\s+have|['’]ve)(?=${adverbs}\\s+${participle}(?![a-z\\d]))`,
  "ought\\s+(?:not\\s+)?to\\s+have",
  "if\\s+only\\s+(?:we|they|he|she|someone|somebody|the\\s+(?:team|engineers?|developers?))",
  "had\\s+(?:we|they|someone|somebody|anyone)",
];

/** Right before "should have": hindsight about people, where a system's "should have" may tell what it is built for. */
const person =
  /(?:^|[^\p{L}])(?:we|they|he|she|i|you|someone|somebody|anyone|nobody|team|engineers?|developers?|reviewers?|on-?callers?)\s+$/iu;

/**
 * "could have been caused by" weighs a cause, "would have expected" and "could have gone better" weigh the outcome;
 * "should have known" is blame.
 */
const otherMeaning =
  /^\s+(?:been\s+(?:caused|due|triggered|because|related|better|worse|a|an|the)\b|gone\s+(?:better|worse)\b|(?:known|expected|liked|preferred|thought)\b)/i;

export const counterfactualLanguage = defineRule({
  id: "counterfactual-language",
  severity: "warning",
  why: "What did not happen explains nothing; it only looks obvious now. The settings can add words and allow some.",
  options: z.object({}),
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
  *check({ incident, library, settings: { language } }) {
    const search = { patterns, phrases: language.counterfactual, exceptions: language.exceptions };
    for (const match of findPhrases(incident, search, library.memory)) {
      const { passage, at, words } = match;
      if (
        passage.kind === "heading" ||
        otherMeaning.test(passage.text.slice(at + words.length, at + words.length + 40))
      )
        continue;
      yield {
        span: match.span,
        ...(isAboutPeople(match) ? {} : { severity: "info" as const }),
        message: `\`${words}\` speaks of what did not happen`,
        help: "say what did happen, and why it made sense at the time",
      };
    }
  },
});

function isAboutPeople({ passage, at, words }: PhraseMatch): boolean {
  return !/^(?:should|could|would)/i.test(words) || person.test(passage.text.slice(Math.max(0, at - 40), at));
}
