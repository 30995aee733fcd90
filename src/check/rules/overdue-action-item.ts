import * as z from "../../schema";
import { daysBetween, today } from "../../time";
import { openActions, standsSince } from "../../incident";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";

export const overdueActionItem = defineRule({
  id: "overdue-action-item",
  severity: "warning",
  why: "The incident can happen again for as long as its follow-up is open.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Action Items\n\n- [ ] Add an alert 📅 2024-05-15\n- [x] Revert the deploy 📅 2024-04-12", expect: [] },
    {
      note: "## Action Items\n\n- [ ] Add an alert 📅 2024-05-14\n- [ ] Update the runbook [due:: 2024-05-01]",
      expect: ["3:20-3:33 action item is 1 day overdue", "4:26-4:44 action item is 14 days overdue"],
      offers: ["Tick it as done", "Set another due date", "Tick it as done", "Set another due date"],
    },
    {
      note: "---\ndate: 2024-04-11\n---\n\n## Action Items\n\n- [ ] Add an alert 📅 2024-06-01\n- [ ] Update the runbook ➕ 2024-05-01 📅 2024-06-01",
      settings: { followUps: { oldest: 30 } },
      expect: ["7:1-7:33 action item has been open for 34 days, and 30 is the most"],
      offers: ["Tick it as done", "Give it up"],
    },
  ],
  *check({ incident, clock, settings }) {
    const now = today(clock);
    const { oldest } = settings.followUps;
    for (const item of openActions(incident)) {
      const { due, place } = item;
      const since = standsSince(item, incident.fields);
      const age = since === null ? 0 : daysBetween(since, now);
      if (due === null || due.date >= now) {
        if (oldest > 0 && age > oldest)
          yield {
            ...place,
            message: `action item has been open for ${age} days, and ${oldest} is the most`,
            help: "finish it, or give it up and say why",
            choices: [...itemChange(item, "Tick it as done", "done"), ...itemChange(item, "Give it up", "cancelled")],
          };
        continue;
      }
      const days = daysBetween(due.date, now);
      yield {
        span: due.span,
        path: place.path,
        message: `action item is ${days} ${days === 1 ? "day" : "days"} overdue`,
        help: "finish it, or agree on a new date",
        choices: [...itemChange(item, "Tick it as done", "done"), ...itemChange(item, "Set another due date", "due")],
      };
    }
  },
});
