import type { Incident } from "../../incident";
import { readIncident } from "../../incident";
import type { Host } from "../host";
import { takeCurrentText } from "./live-check";

/** What the postmortem says as it is shown now, embedded notes included. */
export async function incidentAt(host: Host, path: string): Promise<Incident | null> {
  await takeCurrentText(host, path);
  for (const view of host.editors.all()) {
    const open = host.editors.pathOf(view);
    if (open !== null) await takeCurrentText(host, open);
  }
  const { library } = host.notes;
  const note = library.note(path);
  return note === null ? null : readIncident(note, library, host.settings.current);
}
