import type { ActionFilter } from "../incident";
import type { ActionsReport } from "../write";
import { actionsReport } from "../write";
import type { CommandContext, CommandWords } from "./command";
import { incidentsAt } from "./incidents";

export const actionsCommand = {
  name: "actions",
  summary: "List the action items of all postmortems",
  options: {
    open: { type: "boolean", description: "only what is still to be done" },
    overdue: { type: "boolean", description: "only what should have been done by now" },
    owner: { type: "string", value: "name", description: "only what this person has to do" },
  },
} as const satisfies CommandWords;

/** The action items of the postmortems at `paths`, the most pressing first; what is still to be written is left out. */
export function listActionItems(
  paths: readonly string[],
  context: CommandContext,
  filter: ActionFilter,
): ActionsReport {
  return actionsReport(incidentsAt(paths, context), context.clock, filter);
}
