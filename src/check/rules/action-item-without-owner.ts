import * as z from "../../schema";
import { openActions, withAncestors, writtenActions } from "../../incident";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";
import { described } from "../../settings";

export const actionItemWithoutOwner = defineRule({
  id: "action-item-without-owner",
  severity: "warning",
  why: "An item nobody owns is an item nobody does.",
  options: () => z.object({ ignoreDone: described("Done items need no owner.", z.boolean()) }),
  defaults: { ignoreDone: true },
  examples: [
    {
      note: "## Action Items\n\n- [ ] Add an alert [[Ada]]\n  - [ ] Agree on the threshold\n- [ ] Update the runbook @ada\n- [x] Revert the deploy",
      expect: [],
    },
    { note: "## Action Items\n\n- [ ] TODO", expect: [] },
    {
      note: "## Action Items\n\n- [ ] Add an alert",
      expect: ["3:1-3:19 action item has no owner"],
      offers: ["Add owner"],
    },
    {
      note: "## Action Items\n\n- [x] Revert the deploy",
      settings: { rules: { "action-item-without-owner": { options: { ignoreDone: false } } } },
      expect: ["3:1-3:24 action item has no owner"],
    },
  ],
  *check({ incident, options }) {
    const items = options.ignoreDone
      ? openActions(incident)
      : writtenActions(incident).filter(({ state }) => state !== "cancelled");
    for (const item of items) {
      if ([...withAncestors(item, incident)].some(({ owners }) => owners.length > 0)) continue;
      yield {
        ...item.place,
        message: "action item has no owner",
        help: "add one, such as `[[Ada]]` or `@ada`",
        choices: itemChange(item, "Add owner", "owner"),
      };
    }
  },
});
