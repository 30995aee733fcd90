import type { ActionFilter } from "../incident";
import type { ActionsDigest, ActionsReport } from "../write";
import { actionsDigest, actionsReport } from "../write";
import type { CommandContext, CommandWords } from "./command";
import { incidentsAt } from "./incidents";

export const actionsCommand = {
  name: "actions",
  summary: "List the action items of all postmortems",
  options: {
    open: { type: "boolean", description: "only what is still to be done" },
    overdue: { type: "boolean", description: "only what should have been done by now" },
    owner: { type: "string", value: "name", description: "only what this person has to do" },
    digest: {
      type: "boolean",
      description: "how many are open, what is late and due this week, whose, and the oldest",
    },
  },
} as const satisfies CommandWords;

/** Where the open action items of the postmortems at `paths` stand today. */
export function digestActions(
  paths: readonly string[],
  context: CommandContext,
  filter: Pick<ActionFilter, "owner">,
): ActionsDigest {
  return actionsDigest(incidentsAt(paths, context), context.clock, filter);
}

/** The action items of the postmortems at `paths`, the most pressing first; what is still to be written is left out. */
export function listActionItems(
  paths: readonly string[],
  context: CommandContext,
  filter: ActionFilter,
): ActionsReport {
  return actionsReport(incidentsAt(paths, context), context.clock, filter);
}
