import type { Host } from "../host";
import { FindIncidentModal } from "../modals/find-incident";
import { notify } from "../ui/notify";
import { texts } from "../texts";

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
    name: texts().commands.findIncident,
    icon: "search",
    callback: () => {
      if ([...host.records.postmortems()].length === 0) notify(texts().writing.finding.none);
      else new FindIncidentModal(host).open();
    },
  });
}
