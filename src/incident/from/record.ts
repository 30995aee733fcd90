import type { Keyed } from "../../base";
import { finish, isKeyed } from "../../base";
import type { MilestoneId } from "../milestones/milestone";
import type { SourceEvent } from "./event";
import { oneLine } from "./event";
import type { Handed } from "./input";
import { inputOf } from "./input";
import { at, listAt, textAt } from "./json";
import type { Moment } from "./moment";
import { instantIn, readMoment } from "./moment";
import type { Zone } from "../../time";
import { zoneNamed } from "../../time";
import { eventsIn } from "./records";
import type { RecordFormat } from "./records";
import { datadog } from "./tools/datadog";
import * as incidentIo from "./tools/incident-io";
import * as pagerduty from "./tools/pagerduty";
import * as rootly from "./tools/rootly";
import { statuspage } from "./tools/statuspage";

/** What a tool's record of an incident tells of it; empty or null where it tells nothing. */
export interface RecordedIncident {
  readonly tool: string;
  readonly title: string;
  readonly severity: string | null;
  readonly services: readonly string[];
  /** Who led the response. */
  readonly lead: string | null;
  /** UTC epoch milliseconds. */
  readonly moments: Readonly<Partial<Record<MilestoneId, number>>>;
}

/** Where one tool's record has what it tells. */
interface RecordShape {
  readonly tool: string;
  /** The record in a document, or null when it is another tool's. */
  record(document: unknown): unknown;
  readonly title: readonly string[];
  readonly severity: readonly string[];
  services(record: unknown): readonly (string | null)[];
  lead(record: unknown): string | null;
  /** The format that gives the record's moments as events. */
  readonly format: RecordFormat | null;
  /** Keys of moments that are not among those events. */
  readonly moments: Readonly<Partial<Record<MilestoneId, readonly string[]>>>;
}

const first = (list: readonly unknown[]): unknown => list[0];

const shapes: readonly RecordShape[] = [
  {
    tool: "incident.io",
    record: (document) => {
      const record = at(document, "incident") ?? first(listAt(document, "incidents")) ?? document;
      return at(record, "incident_timestamp_values") === undefined ? null : record;
    },
    title: ["name"],
    severity: ["severity.name"],
    services: () => [],
    lead: (record) => {
      const roles = listAt(record, "incident_role_assignments");
      const lead = roles.find((role) => textAt(role, "role.role_type") === "lead");
      return textAt(lead, "assignee.name");
    },
    format: incidentIo.incident,
    moments: {},
  },
  {
    tool: "pagerduty",
    record: (document) => {
      const record = at(document, "incident") ?? first(listAt(document, "incidents")) ?? document;
      return isKeyed(record) && "incident_number" in record && at(record, "seconds_to_resolve") === undefined
        ? record
        : null;
    },
    title: ["title", "summary", "description"],
    severity: ["priority.summary", "priority.name"],
    services: (record) => [textAt(record, "service.summary")],
    lead: (record) => textAt(first(listAt(record, "assignments")), "assignee.summary"),
    format: null,
    moments: { detected: ["created_at"], resolved: ["resolved_at"] },
  },
  {
    tool: "pagerduty",
    record: (document) => {
      const record = first(listAt(document, "data")) ?? document;
      return at(record, "seconds_to_resolve") === undefined ? null : record;
    },
    title: ["description"],
    severity: ["priority_name"],
    services: (record) => [textAt(record, "service_name")],
    lead: () => null,
    format: pagerduty.analytics,
    moments: {},
  },
  {
    tool: "rootly",
    record: (document) => {
      const data = at(document, "data");
      const record = isKeyed(data) ? data : first(listAt(document, "data"));
      const isRootly = textAt(record, "type") === "incidents" && at(record, "attributes.fields") === undefined;
      return isRootly ? record : null;
    },
    title: ["attributes.title"],
    severity: ["attributes.severity.data.attributes.name", "attributes.severity.name", "attributes.severity"],
    services: (record) =>
      [...listAt(record, "attributes.services.data"), ...listAt(record, "attributes.services")].map((service) =>
        textAt(service, "attributes.name", "name"),
      ),
    lead: (record) => textAt(record, "attributes.commander.name", "attributes.user.data.attributes.full_name"),
    format: rootly.incidents,
    moments: {},
  },
  {
    tool: "datadog",
    record: (document) => {
      const data = at(document, "data");
      const record = isKeyed(data) ? data : first(listAt(document, "data"));
      return textAt(record, "type") === "incidents" && isKeyed(at(record, "attributes.fields")) ? record : null;
    },
    title: ["attributes.title"],
    severity: ["attributes.severity", "attributes.fields.severity.value"],
    services: (record) =>
      listAt(record, "attributes.fields.services.value").map((name) => (typeof name === "string" ? name : null)),
    lead: (record) => textAt(record, "attributes.commander.data.attributes.name", "attributes.commander.name"),
    format: datadog,
    moments: {},
  },
  {
    tool: "statuspage",
    record: (document) => {
      const record = at(document, "incident") ?? first(listAt(document, "incidents")) ?? document;
      return at(record, "incident_updates") === undefined ? null : record;
    },
    title: ["name"],
    severity: ["impact"],
    services: (record) => listAt(record, "components").map((component) => textAt(component, "name")),
    lead: () => null,
    format: statuspage,
    moments: { started: ["started_at", "created_at"], mitigated: ["monitoring_at"], resolved: ["resolved_at"] },
  },
];

/**
 * What the record of an incident tells: of incident.io, PagerDuty, Rootly, Datadog or a status page, the first one of
 * those that the file holds. Null for any other text.
 *
 * @param zone Of times that state none
 */
export function readRecord(handed: Handed, zone: Zone): RecordedIncident | null {
  const { json } = finish(inputOf(handed));
  const document = json?.ok === true ? json.documents[0]?.value : undefined;
  for (const shape of shapes) {
    const record = shape.record(document);
    const title = isKeyed(record) ? textAt(record, ...shape.title) : null;
    if (!isKeyed(record) || title === null) continue;
    return {
      tool: shape.tool,
      title: oneLine(title),
      severity: textAt(record, ...shape.severity),
      services: shape.services(record).flatMap((name) => (name === null ? [] : [oneLine(name)])),
      lead: shape.lead(record),
      moments: momentsOf(shape, record, document, zone),
    };
  }
  return null;
}

/** The keys of the record count before its events; of several events of one milestone the first does. */
function momentsOf(
  { format, moments: keys }: RecordShape,
  record: Keyed,
  document: unknown,
  zone: Zone,
): RecordedIncident["moments"] {
  const named = entriesOf(keys).flatMap(([id, paths]) => timed(id, readMoment(textAt(record, ...paths)), zone));
  const stated = format?.zone?.(document) ?? null;
  const eventZone = (stated === null ? null : zoneNamed(stated)) ?? zone;
  const events = format === null ? [] : readEvents(format, record, document);
  const told = events.flatMap(({ milestone, moment }) => timed(milestone, moment, eventZone));
  const moments: Partial<Record<MilestoneId, number>> = {};
  for (const [id, time] of [...named, ...told.sort(([, a], [, b]) => a - b)]) moments[id] ??= time;
  return moments;
}

/** A milestone with its time, where both are known. */
function timed(
  id: MilestoneId | null,
  moment: Moment | null,
  zone: Zone,
): readonly (readonly [id: MilestoneId, time: number])[] {
  const known = moment === null ? null : instantIn(moment, zone);
  return id === null || known === null ? [] : [[id, known.time]];
}

function entriesOf(moments: RecordShape["moments"]): readonly (readonly [MilestoneId, readonly string[]])[] {
  return (["started", "detected", "acknowledged", "identified", "mitigated", "resolved"] as const).flatMap((id) => {
    const paths = moments[id];
    return paths === undefined ? [] : [[id, paths] as const];
  });
}

/** The events of this record alone. */
function readEvents(format: RecordFormat, record: Keyed, document: unknown): readonly SourceEvent[] {
  return eventsIn(format, at(document, "data") === undefined ? record : { data: [record] });
}
