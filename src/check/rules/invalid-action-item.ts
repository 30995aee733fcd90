import * as z from "../../schema";
import { correct } from "../findings/choices";
import { defineRule } from "../rule";

export const invalidActionItem = defineRule({
  id: "invalid-action-item",
  severity: "error",
  why: "A date or owner that cannot be read is one that nobody is reminded of.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Action Items\n\n- [ ] Add an alert [[Ada]] 📅 2024-06-01\n- [x] Update the runbook @ada [due:: 2024-05-01]",
      expect: [],
    },
    {
      note: "## Action Items\n\n- [ ] Add an alert [[Ada]] 📅 2024-13-40",
      expect: ["3:28-3:41 `2024-13-40` is not a date"],
      offers: ["Correct what it says"],
    },
    {
      note: "## Action Items\n\n- [ ] \n- [ ] Add an alert [[Ada]] 📅 2024-06-01",
      expect: ["3:1-3:6 action item is empty"],
    },
  ],
  *check({ incident }) {
    for (const { malformed, place, text } of incident.actions) {
      for (const { span, message } of malformed)
        yield { span, path: place.path, message, choices: [correct({ path: place.path, span }, "what it says")] };
      if (text.trim() === "" && malformed.length === 0)
        yield {
          span: place.span,
          path: place.path,
          severity: "warning",
          message: "action item is empty",
          help: "write what is to be done, or remove it",
        };
    }
  },
});
