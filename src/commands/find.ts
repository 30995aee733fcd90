import type { FoundIncident } from "../incident";
import { IncidentSearch } from "../incident";
import type { CommandContext, CommandWords } from "./command";

export const findCommand = {
  name: "find",
  summary: "Find past incidents by words, services and names of errors",
  options: {},
} as const satisfies CommandWords;

/** What `find --format json` prints. */
export interface FindReport {
  readonly version: 1;
  /** The best first. */
  readonly results: readonly FoundIncident[];
}

/** So many incidents are answered: more is no answer. */
const most = 10;

/** The postmortems among those at `paths` that fit some words best. */
export function findIncidents(
  paths: readonly string[],
  context: Pick<CommandContext, "library" | "settings">,
  words: string,
): FindReport {
  const { library, settings } = context;
  const search = new IncidentSearch();
  for (const path of paths) {
    const note = library.note(path);
    if (note !== null) search.add(note, settings, library.memory);
  }
  const results = search.find(words, most);
  return { version: 1, results: results.map((result) => ({ ...result, score: Number(result.score.toFixed(2)) })) };
}
