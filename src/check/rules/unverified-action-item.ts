import * as z from "../../schema";
import { writtenActions } from "../../incident";
import { isRequired } from "../../settings";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";

const note = (status: string, item: string): string =>
  `---\nstatus: ${status}\n---\n\n## Action Items\n\n- [x] ${item} ✅ 2024-05-01\n- [ ] Update the runbook`;
const settings = { followUps: { verified: "published" } };

export const unverifiedActionItem = defineRule({
  id: "unverified-action-item",
  severity: "warning",
  why: "An item that is ticked is done; that it helps is known when a test, a drill or a graph has shown it. Only where the setting `followUps.verified` asks for it.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\nstatus: published\n---\n\n## Action Items\n\n- [x] Add an alert [verified-by:: drill of 2024-05-02] ✅ 2024-05-01",
      settings,
      expect: [],
    },
    { note: note("published", "Add an alert"), expect: [] },
    { note: note("draft", "Add an alert"), settings, expect: [] },
    {
      note: note("published", "Add an alert"),
      settings,
      expect: ["7:1-7:32 done action item does not say what showed that it works"],
      offers: ["Add what showed it"],
    },
  ],
  *check({ incident, settings: team }) {
    if (!isRequired(team.followUps.verified, incident.fields.status, team)) return;
    for (const item of writtenActions(incident)) {
      if (item.state !== "done" || item.verifiedBy !== null) continue;
      yield {
        ...item.place,
        message: "done action item does not say what showed that it works",
        help: "add it, such as `[verified-by:: drill of 2024-05-02]`",
        choices: itemChange(item, "Add what showed it", "verified-by"),
      };
    }
  },
});
