import type { Host } from "./host";
import { registerIncidentBlock } from "./incident-block";
import { IncidentView, incidentViewType } from "./incident-view";

/** The panel with the incident of the note in front, in the right sidebar, and the same inside of a note. */
export function registerIncidentPanel(host: Host): void {
  const { app, plugin } = host;
  plugin.registerView(incidentViewType, (leaf) => new IncidentView(leaf, host));
  plugin.addCommand({
    id: "show-incident",
    name: "Show incident",
    icon: "activity",
    callback: () => void app.workspace.ensureSideLeaf(incidentViewType, "right", { active: true, reveal: true }),
  });
  registerIncidentBlock(host);
}
