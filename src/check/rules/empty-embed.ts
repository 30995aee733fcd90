import * as z from "../../schema";
import { embedFinding, failedEmbeds } from "../findings/embeds";
import { defineRule } from "../rule";

export const emptyEmbed = defineRule({
  id: "empty-embed",
  severity: "warning",
  why: "The embed works, but there is nothing to see where it stands.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "![[Incident Timeline#Key Events]]",
      vault: { "Incident Timeline.md": "## Key Events\n\n- 06:12 UTC Deploy" },
      expect: [],
    },
    {
      note: "![[Incident Timeline#Key Events]]",
      vault: { "Incident Timeline.md": "## Key Events\n\n## Notes\n\nNone." },
      expect: ["1:1-1:34 `Incident Timeline#Key Events` is empty"],
    },
  ],
  *check(input) {
    for (const { problem } of failedEmbeds(input, (kind) => kind === "empty")) {
      yield { ...embedFinding(problem), help: "fill in what it shows, or remove the embed" };
    }
  },
});
