import * as z from "../../schema";
import { fieldFindings } from "../findings/properties";
import { defineRule } from "../rule";

export const invalidFrontmatter = defineRule({
  id: "invalid-frontmatter",
  severity: "error",
  why: "Properties are what Bases, Dataview, search and the metrics of all incidents read; a missing or misspelt one drops the incident out of them.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "---\ntitle: API outage\ndate: 2024-04-11\ntags:\n  - incident\n  - postmortem\nseverity: sev2\nstarted: 2024-04-11T06:12\n---",
      expect: [],
    },
    {
      note: "---\ntitle:\ntags: [incident]\n---\n\n# API outage",
      expect: [
        "1:1-1:4 `date` is missing",
        "2:1-2:6 `title` has no value",
        "3:7-3:17 `tags` does not contain `postmortem`",
      ],
      fixed: "---\ntitle: API outage\ntags: [incident, postmortem]\ndate: 2024-04-11\n---\n\n# API outage",
    },
    {
      note: "---\ntitle: API outage\ndate: 2024-13-40\ntags: [postmortem]\nseverity: huge\n---",
      expect: [
        "3:7-3:17 `date` names a day that does not exist: `2024-13-40`",
        "5:11-5:15 `severity` is none of `SEV-1`, `SEV-2`, `SEV-3`, `SEV-4`, `SEV-5`: `huge`",
      ],
    },
    {
      note: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\nfactors: [Change, capcity, moon]\n---",
      settings: { factors: ["change", "capacity"] },
      expect: [
        "5:19-5:26 an entry of `factors` is none of `change`, `capacity`: `capcity`",
        "5:28-5:32 an entry of `factors` is none of `change`, `capacity`: `moon`",
      ],
      fixed: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\nfactors: [Change, capacity, moon]\n---",
    },
    {
      note: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [[postmortem]]\n---",
      expect: ["4:7-4:21 `tags` holds a list in a list"],
      fixed: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\n---",
    },
    {
      note: "# API outage",
      expect: ["1:1-1:13 `title` is missing", "1:1-1:13 `date` is missing", "1:1-1:13 `tags` is missing"],
      fixed: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\n---\n\n# API outage",
    },
    {
      note: "\n---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\n---",
      expect: ["2:1-2:4 properties do not start on the first line"],
      fixed: "---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\n---",
    },
    {
      note: "<!-- Public -->\n---\ntitle: API outage\ndate: 2024-04-11\ntags: [postmortem]\n---",
      expect: ["2:1-2:4 properties do not start on the first line"],
    },
    {
      note: "---\ntitle: API outage\ndate: 2024-04-11\ntags:\n  - #postmortem\n---",
      expect: ["5:5-5:16 `#postmortem` in `tags` is a comment to YAML"],
      fixed: "---\ntitle: API outage\ndate: 2024-04-11\ntags:\n  - postmortem\n---",
    },
  ],
  check: (input) => fieldFindings(input, ["yaml", "missing", "invalid"]),
});
