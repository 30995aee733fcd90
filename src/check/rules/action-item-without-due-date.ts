import * as z from "../../schema";
import type { ActionItem } from "../../incident";
import { openActions, policyDue, withAncestors } from "../../incident";
import { today } from "../../time";
import type { Choice } from "../diagnostic";
import { itemChange } from "../findings/choices";
import type { RuleInput } from "../rule";
import { defineRule } from "../rule";

/** The date that the team's policy asks for. */
function byPolicy(item: ActionItem, { incident, settings, clock }: RuleInput<object>): readonly Choice[] {
  const day = policyDue(item, incident.fields, settings, today(clock));
  return day === null || item.markSpan === null ? [] : [{ title: `Due by the policy: ${day}`, changes: "due", day }];
}

export const actionItemWithoutDueDate = defineRule({
  id: "action-item-without-due-date",
  severity: "warning",
  why: "An item without a date loses against every item that has one.",
  options: () => z.object({}),
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
    {
      note: "---\ndate: 2024-04-11\nseverity: SEV-1\n---\n\n## Action Items\n\n- [ ] Add an alert\n- [ ] Update the runbook ⏫ ➕ 2024-04-12",
      settings: { followUps: { dueIn: { high: 5, "SEV-1": 10 } } },
      expect: ["8:1-8:19 action item has no due date", "9:1-9:40 action item has no due date"],
      offers: ["Due by the policy: 2024-04-25", "Add due date", "Due by the policy: 2024-04-19", "Add due date"],
    },
    // A date that is there but wrong is reported as wrong, not as missing.
    { note: "## Action Items\n\n- [ ] Add an alert 📅 2024-13-40", expect: [] },
  ],
  *check(input) {
    const { incident } = input;
    for (const item of openActions(incident)) {
      if ([...withAncestors(item, incident)].some(({ due, malformed }) => due !== null || malformed.length > 0))
        continue;
      yield {
        ...item.place,
        message: "action item has no due date",
        help: "add one, such as `📅 2024-06-01` or `[due:: 2024-06-01]`",
        choices: [...byPolicy(item, input), ...itemChange(item, "Add due date", "due")],
      };
    }
  },
});
