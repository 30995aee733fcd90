import * as z from "../../schema";
import { openActions, withAncestors } from "../../incident";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";

export const actionItemWithoutDueDate = defineRule({
  id: "action-item-without-due-date",
  severity: "warning",
  why: "An item without a date loses against every item that has one.",
  options: z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Action Items\n\n- [ ] Add an alert 📅 2024-06-01\n  - [ ] Agree on the threshold\n- [ ] Update the runbook [due:: 2024-06-01]\n- [x] Revert the deploy\n- [-] Rewrite it all",
      expect: [],
    },
    {
      note: "## Action Items\n\n- [ ] Add an alert",
      expect: ["3:1-3:19 action item has no due date"],
      offers: ["Add due date"],
    },
    // A date that is there but wrong is reported as wrong, not as missing.
    { note: "## Action Items\n\n- [ ] Add an alert 📅 2024-13-40", expect: [] },
  ],
  *check({ incident }) {
    for (const item of openActions(incident)) {
      if ([...withAncestors(item, incident)].some(({ due, malformed }) => due !== null || malformed.length > 0))
        continue;
      yield {
        ...item.place,
        message: "action item has no due date",
        help: "add one, such as `📅 2024-06-01` or `[due:: 2024-06-01]`",
        choices: itemChange(item, "Add due date", "due"),
      };
    }
  },
});
