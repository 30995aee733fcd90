import { rules } from "../check";
import type { RulesReport } from "../write";
import { rulesReport } from "../write";
import type { CommandWords } from "./command";

export const rulesCommand = {
  name: "rules",
  summary: "List what is checked, how severely and why",
  options: {},
} as const satisfies CommandWords;

/** Every rule with its severity, why it is there, its options and examples. */
export function reportRules(): RulesReport {
  return rulesReport(rules);
}
