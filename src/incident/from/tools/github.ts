import { isKeyed } from "../../../base";
import { at, listAt, someOf, textAt } from "../json";
import type { Draft, RecordFormat } from "../records";

/** The records of a list that has some with these keys. */
function listWith(document: unknown, ...keys: readonly string[]): ReturnType<RecordFormat["lists"]> {
  const records = listAt(document, "");
  const fits = someOf(records, (record) => isKeyed(record) && keys.every((key) => Object.hasOwn(record, key)));
  return fits ? [{ path: "", records }] : [];
}

/** Events of an issue about who watches it. */
const routine: ReadonlySet<string> = new Set([
  "subscribed",
  "unsubscribed",
  "mentioned",
  "assigned",
  "unassigned",
  "review_requested",
  "labeled",
  "unlabeled",
  "milestoned",
  "renamed",
  "added_to_project_v2",
  "project_v2_item_status_changed",
]);

/**
 * `GET /repos/{owner}/{repo}/issues/{number}/timeline`. Its time has a key of its own in each kind of event:
 * `created_at`, `submitted_at` of a review, `committer.date` of a commit. Documented at docs.github.com, "Timeline
 * events".
 */
export const issueTimeline: RecordFormat = {
  tool: "github",
  name: "GitHub issue timeline",
  lists: (document) => {
    const records = listAt(document, "");
    const isTimeline = someOf(
      records,
      (record) =>
        textAt(record, "event") !== null &&
        (isKeyed(at(record, "actor")) || isKeyed(at(record, "user")) || isKeyed(at(record, "committer"))) &&
        at(record, "workflowName") === undefined,
    );
    return isTimeline ? [{ path: "", records }] : [];
  },
  event: (record): Draft => {
    const event = textAt(record, "event") ?? "";
    const isText = event === "commented" || event === "line-commented" || event === "commit-commented";
    const created = textAt(record, "created_at");
    const updated = textAt(record, "updated_at");
    return {
      time: created ?? at(record, "submitted_at") ?? at(record, "committer.date") ?? at(record, "author.date"),
      text: isText ? textAt(record, "body") : describe(event, record),
      actor: textAt(record, "actor.login", "user.login", "author.name", "committer.name"),
      url: textAt(record, "html_url", "source.issue.html_url"),
      id: textAt(record, "id", "node_id", "sha"),
      kind: isText ? "message" : event === "committed" ? "change" : event.startsWith("deploy") ? "deployment" : "state",
      edited: event === "commented" && created !== null && updated !== null && created !== updated,
      routine: routine.has(event),
    };
  },
};

function describe(event: string, record: unknown): string {
  const words = event.replaceAll("_", " ").replaceAll("-", " ");
  const what = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  if (event === "committed") return `Commit: ${firstLine(textAt(record, "message") ?? "")}`;
  if (event === "reviewed") {
    const body = textAt(record, "body");
    return `Review: ${(textAt(record, "state") ?? "").replaceAll("_", " ").toLowerCase()}${body === null ? "" : `, ${body}`}`;
  }
  const source = textAt(record, "source.issue.title");
  if (source !== null) return `${what} from #${textAt(record, "source.issue.number") ?? ""} ${source}`;
  const renamed = textAt(record, "rename.to");
  const detail = textAt(record, "label.name", "milestone.title", "assignee.login", "state_reason", "commit_id");
  return renamed === null ? `${what}${detail === null ? "" : `: ${detail}`}` : `${what} to ${renamed}`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** `GET /repos/{owner}/{repo}/deployments`. */
export const deployments: RecordFormat = {
  tool: "github",
  name: "GitHub deployments",
  lists: (document) => listWith(document, "sha", "ref", "task", "environment"),
  event: (record) => {
    const environment = textAt(record, "environment") ?? "";
    const text = textAt(record, "description") ?? deployText(record, environment);
    return {
      time: at(record, "created_at"),
      text: environment === "" || text.includes(environment) ? text : `${text} to ${environment}`,
      actor: textAt(record, "creator.login"),
      id: textAt(record, "id"),
      kind: "deployment",
    };
  },
};

function deployText(record: unknown, environment: string): string {
  const isRollback = (textAt(record, "task") ?? "").toLowerCase().includes("rollback");
  return `${isRollback ? "Roll back to" : "Deploy"} ${textAt(record, "ref", "sha") ?? ""} ${isRollback ? "in" : "to"} ${environment}`.trim();
}

/** `GET /repos/{owner}/{repo}/deployments/{id}/statuses`. */
export const deploymentStatuses: RecordFormat = {
  tool: "github",
  name: "GitHub deployment statuses",
  lists: (document) => listWith(document, "state", "deployment_url"),
  event: (record) => {
    const description = textAt(record, "description");
    const state = textAt(record, "state") ?? "";
    const environment = textAt(record, "environment");
    return {
      time: at(record, "created_at"),
      text: `Deployment${environment === null ? "" : ` to ${environment}`} ${state}${description === null ? "" : `: ${description}`}`,
      actor: textAt(record, "creator.login"),
      url: textAt(record, "log_url", "target_url"),
      id: textAt(record, "id"),
      kind: "deployment",
      routine: ["queued", "pending", "in_progress", "inactive"].includes(state),
    };
  },
};

/** Whether a workflow changes what runs, by its name. */
function isDeployment(name: string): boolean {
  return ["deploy", "release", "rollback"].some((word) => name.toLowerCase().includes(word));
}

/** `gh run list --json …`, and `GET /repos/{owner}/{repo}/actions/runs`. */
export const workflowRuns: RecordFormat = {
  tool: "github",
  name: "GitHub workflow runs",
  lists: (document) => {
    const fromApi = listAt(document, "workflow_runs");
    return fromApi.length > 0
      ? [{ path: "/workflow_runs", records: fromApi }]
      : listWith(document, "displayTitle", "createdAt");
  },
  event: (record) => {
    const title = textAt(record, "displayTitle", "display_title", "name");
    const workflow = textAt(record, "workflowName", "name");
    const outcome = textAt(record, "conclusion", "status");
    return {
      time: at(record, "createdAt") ?? at(record, "created_at"),
      text: `${workflow === null || workflow === title ? "" : `${workflow}: `}${title ?? ""}${outcome === null ? "" : ` (${outcome})`}`,
      actor: textAt(record, "actor.login", "triggering_actor.login"),
      url: textAt(record, "url", "html_url"),
      id: textAt(record, "databaseId", "id", "url"),
      kind: isDeployment(`${workflow ?? ""} ${title ?? ""}`) ? "deployment" : "change",
    };
  },
};

/** `gh issue list --json …`: work to be done, not what happened. */
export const issues: RecordFormat = {
  tool: "github",
  name: "GitHub issues",
  lists: (document) => listWith(document, "number", "title", "state"),
  event: (record) => ({
    skip: `#${textAt(record, "number") ?? ""} "${textAt(record, "title") ?? ""}" is a ticket, not an event`,
  }),
};
