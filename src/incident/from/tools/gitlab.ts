import { isKeyed } from "../../../base";
import type { MilestoneId } from "../../milestones/milestone";
import { at, listAt, someOf, textAt } from "../json";
import type { RecordFormat } from "../records";

/** `GET /projects/{id}/deployments` of GitLab. */
export const projectDeployments: RecordFormat = {
  tool: "gitlab",
  name: "GitLab deployments",
  lists: (document) => {
    const records = listAt(document, "");
    const fits = someOf(
      records,
      (record) => isKeyed(at(record, "environment")) && isKeyed(record) && "iid" in record && "ref" in record,
    );
    return fits ? [{ path: "", records }] : [];
  },
  event: (record) => ({
    time: at(record, "created_at"),
    text: `Deploy ${textAt(record, "ref", "sha") ?? ""} to ${textAt(record, "environment.name") ?? ""} (${textAt(record, "status") ?? ""})`,
    actor: textAt(record, "user.name", "user.username", "deployable.user.name"),
    url: textAt(record, "deployable.web_url"),
    id: textAt(record, "id"),
    kind: "deployment",
    routine: textAt(record, "status") === "skipped",
  }),
};

const tags: Readonly<Record<string, MilestoneId>> = {
  "start time": "started",
  "impact detected": "detected",
  "response initiated": "acknowledged",
  "impact mitigated": "mitigated",
  "end time": "resolved",
};

/** The GraphQL query `incidentManagementTimelineEvents`, at whatever depth the answer has it. */
export const timelineEvents: RecordFormat = {
  tool: "gitlab",
  name: "GitLab timeline events",
  lists(document) {
    // An answer nests as the question did: project, incident, events.
    let level: readonly { readonly value: unknown; readonly path: string }[] = [{ value: document, path: "" }];
    for (let depth = 0; depth < 8 && level.length > 0 && level.length < 1000; depth += 1) {
      for (const { value, path } of level) {
        const records = listAt(value, "incidentManagementTimelineEvents.nodes");
        if (records.length > 0) return [{ path: `${path}/incidentManagementTimelineEvents/nodes`, records }];
      }
      level = level.flatMap(({ value, path }) =>
        isKeyed(value) ? Object.keys(value).map((key) => ({ value: at(value, key), path: `${path}/${key}` })) : [],
      );
    }
    return [];
  },
  event: (record) => {
    const marks = listAt(record, "timelineEventTags.nodes").map((tag) => textAt(tag, "name")?.toLowerCase() ?? "");
    return {
      time: at(record, "occurredAt") ?? at(record, "createdAt"),
      text: textAt(record, "note"),
      actor: textAt(record, "author.name", "author.username"),
      id: textAt(record, "id"),
      milestone: marks.flatMap((mark) => (Object.hasOwn(tags, mark) ? (tags[mark] ?? []) : []))[0] ?? null,
      // Only what somebody put on the timeline stands there.
      marked: true,
    };
  },
};
