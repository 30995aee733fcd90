import * as z from "../../schema";
import { findPhrases } from "../wording/phrases";
import { defineRule } from "../rule";

/** Said of a person, whatever stands around it. */
const judgements = [
  "(?:human|operator)\\s+errors?",
  "careless(?:ly|ness)?",
  "negligen(?:ce|t|tly)",
  "incompeten(?:ce|t|tly)",
  "slopp(?:y|ily|iness)",
  "stupid(?:ly|ity)?",
  "idiot(?:s|ic)?",
  "reckless(?:ly|ness)?",
  "irresponsib(?:le|ly|ility)",
  "(?:screw|mess)(?:ed|es|ing)?\\s+up",
  "fat-?\\s?fingered",
  "dropped\\s+the\\s+ball",
  "rookie\\s+mistakes?",
  "should(?:\\s+have|['’]ve)\\s+known(?:\\s+better)?",
  "(?:poor|bad)\\s+judge?ment",
  "(?:did\\s+not|didn['’]t)\\s+(?:even\\s+)?bother",
  "(?:was|were)(?:\\s+not|n['’]t)\\s+paying\\s+attention",
  "(?:his|her|their)\\s+(?:own\\s+)?fault",
];

/** A system may fail to start; that somebody failed to act is a judgement. */
const people =
  "(?:engineers?|developers?|technicians?|sysadmins?|interns?|contractors?|employees?|colleagues?|reviewers?|someone|somebody|nobody|he|she|on-?callers?|@[\\w-]+)";
const failures = [
  `${people}(?:\\s+on\\s+call)?(?:\\s+(?:had|has|also|simply|just|again|repeatedly))?\\s+(?:failed|forgot|forgotten|neglected)\\s+to`,
];

export const blameLanguage = defineRule({
  id: "blame-language",
  severity: "warning",
  why: "Blame ends the search for causes, and whoever is blamed will tell less next time. The settings can add words and allow some.",
  options: z.object({}),
  defaults: {},
  examples: [
    {
      note: 'The pod failed to start, because the deploy lacked a key.\n\n> It was human error, the log said.\n\nThe page read "human error", see `careless`.',
      expect: [],
    },
    {
      note: "The outage was caused by human error.\n\n- The engineer on call failed to read the runbook.",
      expect: ["1:26-1:37 `human error` blames people", "3:7-3:33 `engineer on call failed to` blames people"],
    },
    {
      note: "This was a cowboy deploy.",
      settings: { language: { blame: ["cowboy deploy"] } },
      expect: ["1:12-1:25 `cowboy deploy` blames people"],
    },
    { note: "Human error is a symptom.", settings: { language: { exceptions: ["human error"] } }, expect: [] },
  ],
  *check({ incident, library, settings: { language } }) {
    const search = {
      patterns: [...judgements, ...failures],
      phrases: language.blame,
      exceptions: language.exceptions,
    };
    for (const { span, words } of findPhrases(incident, search, library.memory)) {
      yield {
        span,
        message: `\`${words}\` blames people`,
        help: "say what made it possible: the tool, the process, the missing guard",
      };
    }
  },
});
