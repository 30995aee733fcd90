import { withoutEnding, isKeyed } from "../../../base";
import { at, listAt, parsedJson, someOf, textAt } from "../json";
import type { Draft, Drafted, RecordFormat } from "../records";

/**
 * `aws ssm-incidents list-timeline-events`, which leaves out what was written, and `get-timeline-event`, which has it
 * in `eventData`. Documented in boto3, `SSMIncidents.get_timeline_event`.
 */
export const incidentManager: RecordFormat = {
  tool: "aws",
  name: "AWS Incident Manager timeline",
  lists: (document) => {
    const records = listAt(document, "eventSummaries");
    if (someOf(records, (record) => at(record, "eventTime") !== undefined))
      return [{ path: "/eventSummaries", records }];
    const event = at(document, "event");
    return at(event, "eventTime") !== undefined && at(event, "eventData") !== undefined
      ? [{ path: "", records: [event] }]
      : [];
  },
  event: (event) => ({
    time: at(event, "eventTime"),
    text: dataOf(textAt(event, "eventData")) ?? textAt(event, "eventType"),
    id: textAt(event, "eventId"),
    kind: textAt(event, "eventType") === "Custom Event" ? "message" : "state",
    edited: textAt(event, "eventUpdatedTime") !== textAt(event, "eventTime") && at(event, "eventData") !== undefined,
  }),
  remark: (document) =>
    listAt(document, "eventSummaries").length > 0
      ? "The list of events does not hold what was written in them: `aws ssm-incidents get-timeline-event` does."
      : null,
};

/** Data may be a JSON text itself. */
function dataOf(data: string | null): string | null {
  const value = data === null ? undefined : parsedJson(data)?.value;
  return typeof value === "string" ? value : (textAt(value, "message", "note", "description", "text") ?? data);
}

/**
 * CloudTrail: `Records` of a log file, or `Events` of `lookup-events`, which holds each record as a text of JSON.
 * `eventTime` is when the request was answered, UTC; files are in no order. Documented in "CloudTrail record contents".
 */
export const cloudTrail: RecordFormat = {
  tool: "cloudtrail",
  name: "CloudTrail records",
  lists: (document) =>
    (["Records", "Events"] as const).flatMap((key) => {
      const records = listAt(document, key);
      const fits = someOf(records, (record) =>
        key === "Records" ? at(record, "eventName") !== undefined : at(record, "CloudTrailEvent") !== undefined,
      );
      return fits ? [{ path: `/${key}`, records }] : [];
    }),
  event(record): Drafted {
    const wrapped = textAt(record, "CloudTrailEvent");
    return recordEvent(wrapped === null ? record : (parsedJson(wrapped)?.value ?? record));
  },
};

function recordEvent(record: unknown): Draft {
  const service = withoutEnding(textAt(record, "eventSource", "EventSource") ?? "", ".amazonaws.com");
  const name = textAt(record, "eventName", "EventName");
  const parameters = at(record, "requestParameters");
  const given = isKeyed(parameters)
    ? Object.entries(parameters)
        .flatMap(([key, value]) => (typeof value === "string" ? [`${key} ${value}`] : []))
        .slice(0, 4)
    : [];
  const error = textAt(record, "errorCode");
  const parts = [`${service} ${name ?? ""}`.trim(), given.join(", "), error === null ? "" : `failed: ${error}`];
  const readOnly = at(record, "readOnly") ?? at(record, "ReadOnly");
  return {
    time: at(record, "eventTime") ?? at(record, "EventTime"),
    text: name === null ? null : parts.filter((part) => part !== "").join(" · "),
    actor: userOf(at(record, "userIdentity")) ?? textAt(record, "Username"),
    id: textAt(record, "eventID", "EventId"),
    kind: "change",
    routine: readOnly === true || readOnly === "true",
  };
}

/** Who made a request: a user, the session of a role, or a service of AWS. */
function userOf(identity: unknown): string | null {
  const type = textAt(identity, "type");
  if (type === "AssumedRole") return textAt(identity, "arn")?.split("/").at(-1) ?? null;
  return textAt(identity, "userName", "invokedBy") ?? (type === "Root" ? "root" : null);
}
