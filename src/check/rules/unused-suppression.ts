import * as z from "../../schema";
import { defineRule } from "../rule";

/** Reported by the engine, which alone knows what a suppression has removed; so it finds nothing by itself. */
export const unusedSuppression = defineRule({
  id: "unused-suppression",
  severity: "warning",
  why: "A suppression that silences nothing today will silence a real problem tomorrow, and one without a reason cannot be judged by the next reader.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "%% postmortem-ignore blame-language: the wording of the ticket %%\n\nIt was filed as human error.",
      expect: [],
    },
    {
      note: "## Impact\n\n<!-- postmortem-ignore broken-link, blame-language: private notes -->\n\nSee [[Ticket]] on human error.\n\n## Root Cause\n\nA missing key.",
      expect: [],
    },
    {
      note: "## Impact\n\n%% postmortem-ignore blame-language: the wording of the ticket %%\n\nTen requests failed.",
      expect: ["3:22-3:36 `blame-language` finds nothing here to suppress"],
      fixed: "## Impact\n\nTen requests failed.",
    },
    {
      note: "%% postmortem-ignore blame-langauge %%\n\nIt was filed as human error.",
      expect: ["1:22-1:36 there is no rule `blame-langauge`"],
      fixed: "%% postmortem-ignore blame-language %%\n\nIt was filed as human error.",
    },
    {
      note: "---\npostmortem-ignore:\n  blame-language:\n---\n\nIt was filed as human error.",
      expect: ["3:3-3:17 suppression of `blame-language` gives no reason"],
    },
  ],
  check: () => [],
});
