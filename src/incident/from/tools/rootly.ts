import { isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { at, listAt, someOf, textAt } from "../json";
import type { Draft, RecordFormat } from "../records";

/**
 * `GET /v1/incidents/{id}/events` of Rootly, as JSON:API: `occurred_at` may lie before `created_at`, where an event was
 * added later. Documented at docs.rootly.com, "Incident events".
 */
export const incidentEvents: RecordFormat = {
  tool: "rootly",
  name: "Rootly incident events",
  lists: (document) => {
    const records = listAt(document, "data");
    return someOf(records, (record) => textAt(record, "type") === "incident_events")
      ? [{ path: "/data", records }]
      : [];
  },
  event: (record) => ({
    time: at(record, "attributes.occurred_at") ?? at(record, "attributes.created_at"),
    text: textAt(record, "attributes.event"),
    actor: textAt(record, "attributes.user.full_name", "attributes.user.name", "attributes.user_display_name"),
    id: textAt(record, "id"),
  }),
};

const moments: readonly (readonly [key: string, text: string, milestone: MilestoneId])[] = [
  ["started_at", "Incident started", "started"],
  ["detected_at", "Incident detected", "detected"],
  ["acknowledged_at", "Incident acknowledged", "acknowledged"],
  ["mitigated_at", "Incident mitigated", "mitigated"],
  ["resolved_at", "Incident resolved", "resolved"],
];

/** `GET /v1/incidents/{id}`: the moments of the incident. */
export const incidents: RecordFormat = {
  tool: "rootly",
  name: "Rootly incident",
  lists: (document) => {
    const data = at(document, "data");
    const records = isKeyed(data) ? [data] : listAt(document, "data");
    if (
      !someOf(
        records,
        (record) => textAt(record, "type") === "incidents" && at(record, "attributes.started_at") !== undefined,
      )
    )
      return [];
    return [{ path: isKeyed(data) ? "" : "/data", records }];
  },
  event: (record) =>
    moments.flatMap(([key, text, milestone]): readonly Draft[] => {
      const time = at(record, `attributes.${key}`);
      const id = `${textAt(record, "id") ?? ""}/${key}`;
      return typeof time === "string"
        ? [{ time, text, url: textAt(record, "attributes.url"), id, kind: "state", milestone }]
        : [];
    }),
};
