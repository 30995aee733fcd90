import { readIncident, type Incident } from "../incident/incident";
import { CannotRun, type Io } from "./io";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace";

/** Reads the incidents of all postmortems in the one vault or folder that the command line names. */
export async function readIncidents(
  named: readonly string[],
  options: WorkspaceOptions,
  io: Io,
): Promise<{ workspace: Workspace; incidents: readonly Incident[] }> {
  if (named.length > 1 || (named.length === 0 && options.vault === undefined)) throw new CannotRun("name one vault", "such as `.`");
  const workspace = await openWorkspace(named.length === 0 ? ["."] : named, options, io);
  const { library, settings } = workspace;
  const incidents: Incident[] = [];
  for (const { kind, path } of workspace.targets) {
    if (kind === "note") throw new CannotRun("name a vault, not a note");
    for (const found of await workspace.postmortems(path)) {
      const note = library.note(found);
      if (note !== null) incidents.push(readIncident(note, library, settings));
    }
  }
  return { workspace, incidents };
}
