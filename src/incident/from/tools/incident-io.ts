import { withoutEnding, isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { namedMilestone } from "../../milestones/names";
import { at, listAt, someOf, textAt } from "../json";
import type { RecordFormat } from "../records";

/** The public schema, as incident-io/terraform-provider-incident has it in `internal/client/client.gen.go`. */
const tool = "incident.io";

/** `GET /v2/incident_updates`: an update may carry a message, a new state, or both. */
export const updates: RecordFormat = {
  tool,
  name: "incident.io updates",
  lists: (document) => {
    const records = listAt(document, "incident_updates");
    const fits = someOf(
      records,
      (record) => isKeyed(record) && ("new_incident_status" in record || "updater" in record),
    );
    return fits ? [{ path: "/incident_updates", records }] : [];
  },
  event: (update) => {
    const status = textAt(update, "new_incident_status.name");
    const severity = textAt(update, "new_severity.name");
    const message = textAt(update, "message");
    const changed = status === null ? (severity === null ? null : `Severity: ${severity}`) : `Status: ${status}`;
    return {
      time: at(update, "created_at"),
      text: message ?? changed,
      actor: textAt(update, "updater.user.name"),
      id: textAt(update, "id"),
      kind: "state",
      milestone: message === null && status !== null ? namedMilestone(status) : null,
    };
  },
  remark: (document) =>
    textAt(document, "pagination_meta.after") !== null && pageIsFull(document)
      ? "This is one page of several: ask for the next with `after`."
      : null,
};

/** A page that is not full has none behind it, whatever its mark says. */
function pageIsFull(document: unknown): boolean {
  return listAt(document, "incident_updates").length >= Number(at(document, "pagination_meta.page_size") ?? 0);
}

/** `GET /v2/incidents/{id}`: the moments under the names that the customer gave them. */
export const incident: RecordFormat = {
  tool,
  name: "incident.io incident",
  lists: (document) => {
    const several = listAt(document, "incidents").map((each, index) => ({ each, path: `/incidents/${index}` }));
    const all = [{ each: at(document, "incident"), path: "/incident" }, { each: document, path: "" }, ...several];
    return all.flatMap(({ each, path }) => {
      const records = listAt(each, "incident_timestamp_values");
      return records.length > 0 ? [{ path: `${path}/incident_timestamp_values`, records }] : [];
    });
  },
  event: (value) => {
    const name = textAt(value, "incident_timestamp.name") ?? "";
    const time = at(value, "value.value");
    if (time === undefined || time === null) return { skip: `"${name}" has not been reached` };
    return {
      time,
      text: name,
      id: textAt(value, "incident_timestamp.id"),
      kind: "state",
      milestone: milestoneOf(name),
    };
  },
};

const milestones: Readonly<Record<string, MilestoneId>> = {
  "impact started": "started",
  "reported at": "detected",
  "declared at": "detected",
  "detected at": "detected",
  "accepted at": "acknowledged",
  "acknowledged at": "acknowledged",
  "identified at": "identified",
  "fixed at": "mitigated",
  "mitigated at": "mitigated",
  "resolved at": "resolved",
};

/** By a name that is incident.io's own, or one that names a milestone anyhow. */
function milestoneOf(name: string): MilestoneId | null {
  const words = name.toLowerCase();
  return (
    (Object.hasOwn(milestones, words) ? milestones[words] : undefined) ?? namedMilestone(withoutEnding(words, " at"))
  );
}

/** `GET /v2/follow_ups`: what is to be done, not what happened. */
export const followUps: RecordFormat = {
  tool,
  name: "incident.io follow-ups",
  lists: (document) => {
    const records = listAt(document, "follow_ups");
    return records.length > 0 ? [{ path: "/follow_ups", records }] : [];
  },
  event: (followUp) => ({ skip: `"${textAt(followUp, "title") ?? ""}" is an action item, not an event` }),
};
