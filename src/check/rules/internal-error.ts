import * as z from "../../schema";
import { defineRule } from "../rule";

/** Reported by the engine when a rule, or the reading of the incident, throws; so it finds nothing by itself. */
export const internalError = defineRule({
  id: "internal-error",
  severity: "error",
  why: "A check that broke down has not found what it looks for; passing over that in silence would look like a clean note.",
  options: () => z.object({}),
  defaults: {},
  examples: [{ note: "# Any note that every rule can read", expect: [] }],
  check: () => [],
});
