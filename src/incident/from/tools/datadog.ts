import { isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { at, listAt, someOf, textAt } from "../json";
import type { Draft, RecordFormat } from "../records";

const moments: readonly (readonly [key: string, text: string, milestone: MilestoneId | null])[] = [
  ["customer_impact_start", "Customer impact starts", "started"],
  ["detected", "Incident detected", "detected"],
  ["created", "Incident declared", null],
  ["customer_impact_end", "Customer impact ends", "mitigated"],
  ["resolved", "Incident resolved", "resolved"],
];

/**
 * `GET /api/v2/incidents/{id}` of Datadog. The cells of its timeline cannot be read by that API; `modified` is when the
 * record was edited last, which is no event. Documented at docs.datadoghq.com, "Incidents".
 */
export const datadog: RecordFormat = {
  tool: "datadog",
  name: "Datadog incident",
  lists: (document) => {
    const data = at(document, "data");
    const records = isKeyed(data) ? [data] : listAt(document, "data");
    const fits = someOf(
      records,
      (record) => textAt(record, "type") === "incidents" && isKeyed(at(record, "attributes.fields")),
    );
    return fits ? [{ path: isKeyed(data) ? "" : "/data", records }] : [];
  },
  event: (record) =>
    moments.flatMap(([key, text, milestone]): readonly Draft[] => {
      const time = at(record, `attributes.${key}`);
      if (typeof time !== "string") return [];
      const title = key === "created" ? textAt(record, "attributes.title") : null;
      return [
        {
          time,
          text: title === null ? text : `${text}: ${title}`,
          id: `${textAt(record, "id") ?? ""}/${key}`,
          kind: "state",
          milestone,
        },
      ];
    }),
};
