import type { Steps } from "../../base";
import { plainWords, isNumber, isKeyed } from "../../base";
import { oneLine } from "./event";
import type { Handed, Input } from "./input";
import { inputOf } from "./input";
import { listAt, textAt } from "./json";
import type { Moment } from "./moment";
import { readMoment } from "./moment";
import { columnOf, hasColumns } from "./table";
import type { SourceTable } from "./table";

/** What a tracker says of one ticket. */
export interface TicketState {
  /** What it is called by: `SHOP-77`, `acme/shop#77`, `#77`, and its address. */
  readonly ids: readonly string[];
  readonly title: string;
  /** `cancelled`: closed without being done. */
  readonly state: "open" | "done" | "cancelled";
  /** When it was closed; null for an open one, and where that cannot be read. */
  readonly closed: Moment | null;
  /** Why it was not done, in the tracker's words. */
  readonly reason: string | null;
}

/** What came of reading a list of tickets. */
export type ReadTickets =
  | { readonly ok: true; readonly tracker: string; readonly tickets: readonly TicketState[] }
  | { readonly ok: false; /** As the end of a sentence that the file's name begins. */ readonly reason: string };

/** Reads the states of tickets: of GitHub, GitLab or incident.io as JSON, of Jira or Linear as CSV. Never throws. */
export function* readTickets(handed: Handed): Steps<ReadTickets> {
  const input = yield* inputOf(handed);
  const records = input.json?.ok === true ? input.json.documents.map(({ value }) => value) : [];
  for (const { name, of } of jsonTrackers) {
    const tickets = records.flatMap((document) => of(document));
    if (tickets.length > 0) return { ok: true, tracker: name, tickets };
  }
  return yield* fromTable(input);
}

function* fromTable(input: Input): Steps<ReadTickets> {
  const table = yield* input.table();
  if (table !== null && hasColumns(table, "Issue key", "Summary", "Status"))
    return { ok: true, tracker: "Jira", tickets: jiraTickets(table) };
  if (table !== null && hasColumns(table, "ID", "Team", "Title", "Status"))
    return { ok: true, tracker: "Linear", tickets: linearTickets(table) };
  const empty =
    input.json?.ok === true && input.json.documents.every(({ value }) => Array.isArray(value) && value.length === 0);
  return {
    ok: false,
    reason: empty
      ? "holds no tickets"
      : "is no list of tickets that can be read: `gh issue list --json number,title,state,stateReason,closedAt,url`, `glab issue list --output json`, follow-ups of incident.io, or CSV of Jira or Linear",
  };
}

interface JsonTracker {
  readonly name: string;
  /** The tickets of a document; none when it is another tracker's. */
  readonly of: (document: unknown) => readonly TicketState[];
}

const jsonTrackers: readonly JsonTracker[] = [
  {
    name: "incident.io",
    of: (document) =>
      listAt(document, "follow_ups").map((record) => {
        const status = textAt(record, "status") ?? "";
        const given = status === "not_doing" || status === "deleted";
        return {
          ids: idsOf(textAt(record, "external_issue_reference.issue_name"), address(record), textAt(record, "id")),
          title: oneLine(textAt(record, "title") ?? ""),
          state: status === "completed" ? "done" : given ? "cancelled" : "open",
          closed: readMoment(textAt(record, "completed_at", ...(given ? ["updated_at"] : []))),
          reason: given ? status.replace("_", " ") : null,
        };
      }),
  },
  {
    // `gh issue list --json …`, and the issues of GitHub's REST interface.
    name: "GitHub",
    of: (document) =>
      listAt(document, "").flatMap((record): readonly TicketState[] => {
        const number = textAt(record, "number");
        const state = textAt(record, "state")?.toLowerCase();
        if (number === null || !isNumber(number) || number.length > 9 || state === undefined) return [];
        const why = (textAt(record, "stateReason", "state_reason") ?? "").toLowerCase();
        const isDropped = why === "not_planned" || why === "duplicate";
        return [
          {
            ids: idsOf(`#${number}`, textAt(record, "html_url", "url")),
            title: oneLine(textAt(record, "title") ?? ""),
            state: state === "open" ? "open" : isDropped ? "cancelled" : "done",
            closed: state === "open" ? null : readMoment(textAt(record, "closedAt", "closed_at")),
            reason: state !== "open" && isDropped ? why.replace("_", " ") : null,
          },
        ];
      }),
  },
  {
    // `glab issue list --output json`, and the issues of GitLab's REST interface.
    name: "GitLab",
    of: (document) =>
      listAt(document, "").flatMap((record): readonly TicketState[] => {
        const [number, url] = [textAt(record, "iid"), textAt(record, "web_url")];
        const state = textAt(record, "state");
        if (!isKeyed(record) || number === null || state === null) return [];
        return [
          {
            ids: idsOf(`#${number}`, textAt(record, "references.full"), url),
            title: oneLine(textAt(record, "title") ?? ""),
            state: state === "closed" ? "done" : "open",
            closed: state === "closed" ? readMoment(textAt(record, "closed_at")) : null,
            reason: null,
          },
        ];
      }),
  },
];

function address(record: unknown): string | null {
  return textAt(record, "external_issue_reference.issue_permalink");
}

function idsOf(...ids: readonly (string | null)[]): readonly string[] {
  return ids.flatMap((id) => (id === null || id === "" ? [] : [id]));
}

/** Resolutions and states of Jira and Linear that mean that nothing was done, in plain words. */
const dropped: ReadonlySet<string> = new Set([
  "won t do",
  "won t fix",
  "wont do",
  "wont fix",
  "duplicate",
  "cannot reproduce",
  "can t reproduce",
  "declined",
  "rejected",
  "canceled",
  "cancelled",
  "not a bug",
  "incomplete",
  "abandoned",
  "obsolete",
]);

const isDropped = (words: string): boolean => dropped.has(plainWords(words));

type CellOf = (...names: readonly string[]) => string;

function rowsOf(table: SourceTable, ticketOf: (cell: CellOf) => TicketState): readonly TicketState[] {
  return table.rows.map(({ cells }) => ticketOf((...names) => cells[columnOf(table, names) ?? -1]?.trim() ?? ""));
}

/** The columns of Jira's "Export CSV"; an issue is closed when it has a resolution or is in a category of done ones. */
function jiraTickets(table: SourceTable): readonly TicketState[] {
  return rowsOf(table, (cell) => {
    const [resolution, status] = [cell("Resolution"), cell("Status")];
    const isResolved = resolution !== "" && plainWords(resolution) !== "unresolved";
    const isClosed = isResolved || plainWords(cell("Status Category")) === "done" || isDropped(status);
    const reason = [resolution, status].find(isDropped) ?? null;
    return {
      ids: idsOf(cell("Issue key")),
      title: oneLine(cell("Summary")),
      state: !isClosed ? "open" : reason === null ? "done" : "cancelled",
      closed: isClosed ? readMoment(cell("Resolved")) : null,
      reason: isClosed ? reason : null,
    };
  });
}

/** The columns of Linear's "Export issues"; the times of completion and cancellation tell the state. */
function linearTickets(table: SourceTable): readonly TicketState[] {
  return rowsOf(table, (cell) => {
    const [completed, canceled, status] = [cell("Completed"), cell("Canceled"), cell("Status")];
    const isGivenUp = canceled !== "" || (completed === "" && isDropped(status));
    return {
      ids: idsOf(cell("ID")),
      title: oneLine(cell("Title")),
      state: isGivenUp ? "cancelled" : completed === "" ? "open" : "done",
      closed: readMoment(isGivenUp ? canceled : completed),
      reason: isGivenUp ? status : null,
    };
  });
}
