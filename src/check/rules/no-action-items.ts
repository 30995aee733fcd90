import * as z from "../../schema";
import type { Span } from "../../base";
import { contains } from "../../base";
import { defineRule } from "../rule";
import { sectionsNamed } from "../../incident";

export const noActionItems = defineRule({
  id: "no-action-items",
  severity: "warning",
  why: "Only checklist items can be followed until they are done.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Action Items\n\n- [ ] Add an alert [[Ada]] 📅 2024-06-01", expect: [] },
    { note: "## Action Items\n\nNone: the fix was the revert.", expect: [] },
    { note: "## Action Items\n\n![[Follow-ups]]", vault: { "Follow-ups.md": "- [ ] Add an alert" }, expect: [] },
    {
      note: "## Action Items\n\n- Add an alert\n- Update the runbook",
      expect: ["1:4-1:16 no action item is a checklist item"],
      offers: ["Write `[ ]` before each item"],
    },
  ],
  *check({ note, incident }) {
    const [section] = sectionsNamed(incident.sections, "action-items");
    if (section === undefined || incident.actions.length > 0) return;
    const inSection = ({ span }: { readonly span: Span }): boolean => contains(section.body, span);
    const bullets = note.listItems.filter((item) => inSection(item) && item.textSpan.end > item.textSpan.start);
    if (bullets.length === 0 || note.embeds.some(inSection) || note.tables.some(inSection)) return;
    yield {
      span: section.nameSpan,
      message: "no action item is a checklist item",
      help: "start each item with `- [ ]`",
      choices: [
        {
          title: "Write `[ ]` before each item",
          edits: bullets
            .filter(({ depth }) => depth === 0)
            .map(({ textSpan: { start } }) => ({ path: note.path, span: { start, end: start }, text: "[ ] " })),
        },
      ],
    };
  },
});
