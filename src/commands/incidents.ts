import type { Incident } from "../incident";
import { readIncident } from "../incident";
import type { CommandContext } from "./command";

/** What the postmortems at `paths` say, in that order; a path that the library does not hold is passed over. */
export function incidentsAt(
  paths: readonly string[],
  { library, settings }: Pick<CommandContext, "library" | "settings">,
): readonly Incident[] {
  return paths.flatMap((path) => {
    const note = library.note(path);
    return note === null ? [] : [readIncident(note, library, settings)];
  });
}
