import type { Statistics } from "../incident";
import { recordOf, statisticsOf } from "../incident";
import { today } from "../time";
import type { CommandContext, CommandWords } from "./command";
import { incidentsAt } from "./incidents";

export const statsCommand = {
  name: "stats",
  summary: "Show how long incidents take, how many there are, and how action items age",
  options: {},
} as const satisfies CommandWords;

/** What `stats --format json` prints. */
export interface StatisticsReport extends Statistics {
  readonly version: 1;
}

/** What the postmortems at `paths` have in common. */
export function reportStatistics(paths: readonly string[], context: CommandContext): StatisticsReport {
  return { version: 1, ...statisticsOf(incidentsAt(paths, context).map(recordOf), today(context.clock)) };
}
