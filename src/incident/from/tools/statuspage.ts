import { isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { at, listAt, someOf, textAt } from "../json";
import type { RecordFormat } from "../records";

const milestones: Readonly<Record<string, MilestoneId>> = {
  investigating: "detected",
  identified: "identified",
  monitoring: "mitigated",
  resolved: "resolved",
};

/**
 * `/api/v2/incidents.json` of a status page, or one incident of it: updates, the newest first, with the offset of the
 * page's zone. `display_at` is the time that the page shows and may lie before the one at which it was written.
 * Documented at `/api` of every page.
 */
export const statuspage: RecordFormat = {
  tool: "statuspage",
  name: "Statuspage incidents",
  lists: (document) => {
    const several = listAt(document, "incidents").map((incident, index) => ({ incident, path: `/incidents/${index}` }));
    const one = [
      { incident: at(document, "incident"), path: "/incident" },
      { incident: document, path: "" },
    ];
    return [...several, ...one].flatMap(({ incident, path }) => {
      const records = listAt(incident, "incident_updates");
      const fits = someOf(records, (record) => isKeyed(record) && ("body" in record || "display_at" in record));
      return fits ? [{ path: `${path}/incident_updates`, records, within: incident }] : [];
    });
  },
  event: (update, _, incident) => {
    const status = textAt(update, "status") ?? "";
    const body = textAt(update, "body");
    const changes = listAt(update, "affected_components").flatMap((component) => {
      const [name, to] = [textAt(component, "name"), textAt(component, "new_status")];
      return name === null || to === null ? [] : [`${name}: ${to.replaceAll("_", " ")}`];
    });
    const text = body ?? (changes.length > 0 ? changes.join(", ") : textAt(incident, "name"));
    return {
      time: at(update, "display_at") ?? at(update, "created_at"),
      text: text === null ? null : `${status === "" ? "Status page" : capital(status.replaceAll("_", " "))}: ${text}`,
      id: textAt(update, "id"),
      url: textAt(incident, "shortlink"),
      kind: "state",
      milestone: Object.hasOwn(milestones, status) ? (milestones[status] ?? null) : null,
    };
  },
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
