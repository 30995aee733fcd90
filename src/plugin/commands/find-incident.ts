import type { Host } from "../host";
import { FindIncidentModal } from "../modals/find-incident";
import { notify } from "../ui/notify";

/** The command that searches past incidents. */
export function registerFindIncident(host: Host): void {
  const { notes, plugin } = host;
  plugin.register(
    notes.changed.subscribe((paths) => {
      host.search.follow(paths);
    }),
  );
  plugin.addCommand({
    id: "find-incident",
    name: "Find past incident…",
    icon: "search",
    callback: () => {
      if ([...host.records.postmortems()].length === 0) notify("There are no postmortems yet.");
      else new FindIncidentModal(host).open();
    },
  });
}
