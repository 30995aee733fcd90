import * as z from "../../schema";
import { embedFinding, failedEmbeds } from "../findings/embeds";
import { defineRule } from "../rule";

export const embedCycle = defineRule({
  id: "embed-cycle",
  severity: "error",
  why: "A note that embeds itself, directly or around a corner, has no end: Obsidian cuts it off somewhere and an export cannot hold it.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "![[Timeline]]\n\n![[Timeline]]", vault: { "Timeline.md": "- 06:12 UTC Deploy" }, expect: [] },
    {
      note: "![[Timeline]]",
      vault: { "Timeline.md": "- 06:12 UTC Deploy\n\n![[Incident-2024-04-11-Example]]" },
      expect: [
        "1:1-1:14 `Incident-2024-04-11-Example` embeds itself: Incident-2024-04-11-Example → Timeline → Incident-2024-04-11-Example",
      ],
    },
  ],
  *check(input) {
    for (const { problem } of failedEmbeds(input, (kind) => kind === "cycle")) {
      yield { ...embedFinding(problem), help: "embed a heading of the note instead, or link to it" };
    }
  },
});
