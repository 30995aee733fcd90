import * as z from "../../schema";
import { writtenActions } from "../../incident";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";

export const cancelledWithoutReason = defineRule({
  id: "cancelled-without-reason",
  severity: "info",
  why: "Whoever meets the same trouble again wants to know why it was not mended then.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Action Items\n\n- [-] Rewrite it all [reason:: too expensive]\n- [-] Buy a bigger database: it is gone\n- [-] Cap retries (see the new client)\n- [-] Alert on errors, because nobody looks\n- [-] Test the backup\n  - The vendor does\n- [-] Move the quota OPS-7\n- [x] Revert the deploy",
      expect: [],
    },
    {
      note: "## Action Items\n\n- [-] Rewrite it all ❌ 2024-05-01",
      expect: ["3:1-3:34 action item was given up, and nothing says why"],
      offers: ["Add reason"],
    },
    {
      note: "## Action Items\n\n| Action | Status | Notes |\n|---|---|---|\n| Rewrite it all | won't do | too expensive |\n| Cap retries | won't do | |",
      expect: ["6:1-6:29 action item was given up, and nothing says why"],
    },
  ],
  *check({ incident }) {
    for (const item of writtenActions(incident)) {
      // Its ticket says why.
      if (item.state !== "cancelled" || item.saysWhy || item.ticket !== null) continue;
      yield {
        ...item.place,
        message: "action item was given up, and nothing says why",
        help: "say why, such as `[reason:: replaced by the new client]`",
        choices: itemChange(item, "Add reason", "reason"),
      };
    }
  },
});
