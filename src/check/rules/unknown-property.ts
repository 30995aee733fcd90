import * as z from "../../schema";
import { fieldFindings } from "../findings/properties";
import { defineRule } from "../rule";

export const unknownProperty = defineRule({
  id: "unknown-property",
  severity: "warning",
  why: "A slip in a property's name hides its value from everything that reads it. Names that look like no known one are the team's own and are left alone.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "---\nseverity: SEV-1\ncost-centre: 42\n---", expect: [] },
    {
      note: "---\nfactor: change\n---",
      expect: ["2:1-2:7 unknown property `factor`"],
      fixed: "---\nfactors: change\n---",
    },
    {
      note: "---\nseverty: SEV-1\n---",
      expect: ["2:1-2:8 unknown property `severty`"],
      fixed: "---\nseverity: SEV-1\n---",
    },
  ],
  check: (input) => fieldFindings(input, ["unknown"]),
});
