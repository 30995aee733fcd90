import { isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { logMilestone } from "../../milestones/marks";
import { at, listAt, someOf, textAt } from "../json";
import type { Moment } from "../moment";
import { laterBy, readMoment } from "../moment";
import type { Draft, RecordFormat, RecordList } from "../records";

/**
 * `GET /incidents/{id}/log_entries` of PagerDuty's REST API v2. `created_at` has the offset of the account's zone; the
 * newest entry comes first. Schema: PagerDuty/api-schema, `reference/REST/openapiv3.json`, `LogEntry`.
 */
export const logEntries: RecordFormat = {
  tool: "pagerduty",
  name: "PagerDuty log entries",
  lists: (document) => {
    const path = listAt(document, "log_entries").length > 0 ? "log_entries" : "";
    const records = listAt(document, path);
    const isLog = someOf(records, (record) => textAt(record, "type")?.endsWith("_log_entry") === true);
    return isLog ? [{ path: path === "" ? "" : `/${path}`, records }] : [];
  },
  event(entry) {
    const type = textAt(entry, "type") ?? "";
    const summary = textAt(entry, "summary");
    const note =
      textAt(entry, "note") ?? (at(entry, "channel.type") === "note" ? textAt(entry, "channel.summary") : null);
    const detail = type === "trigger_log_entry" ? alertText(entry) : null;
    return {
      time: at(entry, "created_at"),
      text:
        type === "annotate_log_entry"
          ? (note ?? summary)
          : [summary, detail].filter((part) => part !== null).join(": "),
      actor: at(entry, "agent.type") === "service_reference" ? null : textAt(entry, "agent.summary"),
      url: textAt(entry, "html_url"),
      id: textAt(entry, "id"),
      kind: type === "annotate_log_entry" ? "message" : type === "trigger_log_entry" ? "alert" : "state",
      milestone: logMilestone(type),
      routine: routine.has(type),
    };
  },
  remark: morePages,
};

/** What went wrong, with the incident's number. */
function alertText(entry: unknown): string | null {
  const incident = textAt(entry, "incident.summary");
  const description = textAt(entry, "event_details.description", "channel.summary", "channel.subject");
  if (incident === null) return description;
  return description === null || incident.includes(description) ? incident : `${incident} ${description}`;
}

/** Log entries about messages that were sent, not about the incident. */
const routine: ReadonlySet<string> = new Set(["notify_log_entry", "assign_log_entry", "delegate_log_entry"]);

function morePages(document: unknown): string | null {
  return at(document, "more") === true
    ? "This is one page of several: ask for the next with `offset`, or for more at once with `limit`."
    : null;
}

/** `GET /incidents/{id}/notes`, of the same schema, `IncidentNote`. */
export const notes: RecordFormat = {
  tool: "pagerduty",
  name: "PagerDuty notes",
  lists: (document) => {
    const records = listAt(document, "notes");
    const isNotes = someOf(records, (record) => textAt(record, "content") !== null && isKeyed(at(record, "user")));
    return isNotes ? [{ path: "/notes", records }] : [];
  },
  event: (note) => ({
    time: at(note, "created_at"),
    text: textAt(note, "content"),
    actor: textAt(note, "user.summary", "user.name"),
    url: textAt(note, "html_url"),
    id: textAt(note, "id"),
    kind: textAt(note, "user.type")?.startsWith("bot_") === true ? "alert" : "message",
  }),
};

/**
 * `POST /analytics/raw/incidents`: times without an offset, in `time_zone`; what happened in between as seconds since
 * the beginning. Of the same schema, `AnalyticsRawIncident`.
 */
export const analytics: RecordFormat = {
  tool: "pagerduty",
  name: "PagerDuty analytics",
  lists: (document) => {
    const found: RecordList[] = [
      { path: "/data", records: listAt(document, "data") },
      { path: "", records: isKeyed(document) ? [document] : listAt(document, "") },
    ];
    return found.filter(({ records }) =>
      someOf(records, (record) => isKeyed(record) && Object.hasOwn(record, "seconds_to_resolve")),
    );
  },
  event(incident) {
    const created = readMoment(at(incident, "created_at"));
    const title = `#${textAt(incident, "incident_number", "id") ?? ""} ${textAt(incident, "description") ?? ""}`.trim();
    const id = textAt(incident, "id") ?? title;
    const event = (what: string, time: unknown, milestone: MilestoneId): Draft[] =>
      time === null || time === undefined
        ? []
        : [{ time, text: `${what} ${title}`, id: `${id}/${milestone}`, kind: "state", milestone }];
    const acknowledged = listAt(incident, "acknowledged_user_names");
    const [first] = acknowledged;
    return [
      ...event("Triggered", created, "detected"),
      ...event("Acknowledged", later(created, at(incident, "seconds_to_first_ack")), "acknowledged").map((draft) => ({
        ...draft,
        actor: typeof first === "string" ? first : null,
      })),
      ...event(
        "Resolved",
        readMoment(at(incident, "resolved_at")) ?? later(created, at(incident, "seconds_to_resolve")),
        "resolved",
      ),
    ];
  },
  zone: (document) => textAt(document, "time_zone", "filters.time_zone"),
  remark: morePages,
};

/** So many seconds after a moment. */
function later(moment: Moment | null, seconds: unknown): Moment | null {
  return moment === null || typeof seconds !== "number" ? null : laterBy(moment, seconds * 1000);
}
