import * as z from "zod/mini";
import { defineRule } from "../rule";

/** Reported by the engine, which alone knows what a suppression has removed; so it finds nothing by itself. */
export const unusedSuppression = defineRule({
  id: "unused-suppression",
  severity: "warning",
  why: "A suppression that silences nothing today will silence a real problem tomorrow, and one without a reason cannot be judged by the next reader.",
  options: z.object({}),
  defaults: {},
  examples: [],
  check: () => [],
});
