import { perLanguage, wordTable } from "../../language";
import * as z from "../../schema";
import { findPhrases } from "../wording/phrases";
import { defineRule } from "../rule";

/** The phrases of a language: judgements, and that somebody failed to act; a system may fail to start. */
const blaming = perLanguage(({ judgements }) => wordTable(judgements.blame, { somebody: judgements.somebody }));

export const blameLanguage = defineRule({
  id: "blame-language",
  severity: "warning",
  why: "Blame ends the search for causes, and whoever is blamed will tell less next time. The settings can add words and allow some.",
  options: () => z.object({}),
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
  *check({ incident, settings: { language } }) {
    const search = {
      table: blaming(incident.language),
      phrases: language.blame,
      exceptions: language.exceptions,
    };
    for (const { span, words } of findPhrases(incident, search)) {
      yield {
        span,
        message: `\`${words}\` blames people`,
        help: "say what made it possible: the tool, the process, the missing guard",
      };
    }
  },
});
