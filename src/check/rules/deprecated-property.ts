import * as z from "../../schema";
import { fieldFindings } from "../findings/properties";
import { defineRule } from "../rule";

export const deprecatedProperty = defineRule({
  id: "deprecated-property",
  severity: "warning",
  why: "Obsidian has stopped reading `tag`, `alias` and `cssclass`: the note is no longer found by them.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "---\ntags: [postmortem]\naliases: [API retro]\n---", expect: [] },
    {
      note: "---\ntag: postmortem\n---",
      expect: ["2:1-2:4 Obsidian no longer reads `tag`"],
      fixed: "---\ntags: postmortem\n---",
    },
    { note: "---\ntags: [incident]\ntag: postmortem\n---", expect: ["3:1-3:4 Obsidian no longer reads `tag`"] },
  ],
  check: (input) => fieldFindings(input, ["deprecated"]),
});
