import * as z from "../../schema";
import { fieldFindings } from "../findings/properties";
import { defineRule } from "../rule";

export const deprecatedProperty = defineRule({
  id: "deprecated-property",
  severity: "warning",
  why: "Obsidian has stopped reading `tag`, `alias` and `cssclass`, and reads `tags`, `aliases` and `cssclasses` only as lists: the note is no longer found by what stands there otherwise.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "---\ntags: [postmortem]\naliases: [API retro]\n---", expect: [] },
    {
      note: "---\ntag: postmortem\n---",
      expect: ["2:1-2:4 Obsidian no longer reads `tag`"],
      fixed: "---\ntags: [postmortem]\n---",
    },
    {
      note: "---\ntags: incident postmortem # both\naliases: Cache, or memory\ncssclass: [wide]\n---",
      expect: [
        "2:7-2:26 Obsidian reads `tags` only as a list",
        "3:10-3:26 Obsidian reads `aliases` only as a list",
        "4:1-4:9 Obsidian no longer reads `cssclass`",
      ],
      fixed: "---\ntags: [incident, postmortem] # both\naliases: [Cache, or memory]\ncssclasses: [wide]\n---",
    },
    { note: "---\ntags: [incident]\ntag: postmortem\n---", expect: ["3:1-3:4 Obsidian no longer reads `tag`"] },
  ],
  check: (input) => fieldFindings(input, ["deprecated"]),
});
