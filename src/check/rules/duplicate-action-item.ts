import type { ActionItem } from "../../incident";
import * as z from "../../schema";
import { noteName } from "../../vault";
import { actionKey, openActions } from "../../incident";
import { followActions } from "../action-index";
import { itemChange } from "../findings/choices";
import { defineRule } from "../rule";

export const duplicateActionItem = defineRule({
  id: "duplicate-action-item",
  severity: "warning",
  why: "Two open items for the same work are closed by different people at different times; the second incident shows that the first item waits.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Action Items\n\n- [ ] Add a pool alert @ada\n- [ ] Add a pool alert for staging @ada\n- [ ] Update runbook\n- [ ] Update runbook",
      vault: {
        "Incident-2024-01-05-Old.md": "## Action Items\n\n- [x] Add a pool alert",
        "Notes.md": "## Tasks\n\n- [ ] Add a pool alert",
      },
      expect: [],
    },
    {
      note: "## Action Items\n\n- [ ] Add a pool alert @ada",
      vault: { "Incident-2024-01-05-Old.md": "## Action Items\n\n- [ ] Add a **pool alert** 📅 2024-02-01" },
      expect: ["3:1-3:28 action item is open in `Incident-2024-01-05-Old` too"],
    },
    {
      note: "## Action Items\n\n- [ ] Add a pool alert\n- [ ] Add a pool alert",
      expect: ["4:1-4:23 action item is open in this note too"],
      offers: ["Tick this one as done", "Give this one up"],
    },
  ],
  prepare: followActions,
  *check({ note, incident, openElsewhere }) {
    const first = new Map<string, ActionItem>();
    for (const item of openActions(incident)) {
      const key = actionKey(item);
      if (key === null) continue;
      // Within one note the first one stands, and only the others are reported.
      const other = first.get(key) ?? openElsewhere(key, note.path);
      if (!first.has(key)) first.set(key, item);
      if (other === null) continue;
      const { path } = other.place;
      yield {
        ...item.place,
        message: `action item is open in ${path === note.path ? "this note" : `\`${noteName(path)}\``} too`,
        help: "close one of them, and link to the other",
        choices: [
          ...itemChange(item, "Tick this one as done", "done"),
          ...itemChange(item, "Give this one up", "cancelled"),
        ],
        related: [{ ...other.place, message: "the other item" }],
      };
    }
  },
});
