import * as z from "../../schema";
import { openActions } from "../../incident";
import { defineRule } from "../rule";
import { vagueness } from "../wording/vague-action";

export const vagueActionItem = defineRule({
  id: "vague-action-item",
  severity: "warning",
  why: "An item is done when it starts with a verb, names one thing, and says how to tell that it is finished.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Action Items\n\n- [ ] Add an alert at 80 % of the connection limit\n- [ ] Improve the p99 of checkout to below 300 ms\n- [ ] Investigate why the canary did not catch the missing key\n- [ ] Update [[API Runbook]] with a checklist",
      expect: [],
    },
    {
      note: "## Action Items\n\n- [ ] Improve monitoring\n- [ ] Look into the alerts\n- [ ] Make deploys more robust\n- [ ] Fix the root cause\n- [ ] Make sure that people test before they deploy",
      expect: [
        "3:7-3:14 `Improve` does not say when it is done",
        "4:7-4:16 `Look into` does not say when it is done",
        "5:7-5:11 `Make` does not say when it is done",
        "6:7-6:25 `Fix the root cause` does not say what to do",
        "7:7-7:16 `Make sure` relies on people to remember",
      ],
    },
    {
      note: "## Action Items\n\n- [ ] Better monitoring\n- [ ] We should test backups every week\n- [ ] Monitoring",
      expect: [
        "3:7-3:13 `Better` is no verb",
        "4:7-4:9 `We` is no verb",
        "5:7-5:17 `Monitoring` does not say what to do",
      ],
      offers: ["Reword it", "Reword it", "Reword it"],
    },
  ],
  *check({ incident }) {
    // The wordings that never end are known in English only.
    if (incident.language.id !== "en") return;
    for (const { place, textSpan } of openActions(incident)) {
      const found = vagueness(incident.note.text.slice(textSpan.start, textSpan.end), incident.language);
      if (found === null) continue;
      const { start, end } = found.span;
      yield {
        span: { start: textSpan.start + start, end: textSpan.start + end },
        path: place.path,
        severity: found.severity,
        message: found.message,
        choices: [{ title: "Reword it", asks: "Action item", place: { path: place.path, span: textSpan } }],
        help: found.help,
      };
    }
  },
});
