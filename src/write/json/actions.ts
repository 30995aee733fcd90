import { withAncestors, writtenActions } from "../../incident";
import type { ActionItem, Incident } from "../../incident";
import type { Clock } from "../../time";
import { daysBetween, today } from "../../time";
import { plainWords, positionAt } from "../../base";

/** What `actions --format json` prints. */
export interface ActionsReport {
  readonly version: 1;
  /** Overdue ones first, then by due date, those without one last. */
  readonly actions: readonly ListedAction[];
  readonly summary: {
    readonly open: number;
    readonly overdue: number;
    readonly done: number;
    readonly cancelled: number;
  };
}

/** An action item with the incident that it comes from. */
export interface ListedAction {
  readonly path: string;
  readonly line: number;
  /** Title of the incident; its path when it has none. */
  readonly incident: string;
  readonly severity: string | null;
  readonly text: string;
  readonly state: "open" | "done" | "cancelled";
  /** Its own, else those of the item that it is a step of. */
  readonly owners: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  /** Days since the due date of an open item; 0 when it is not overdue. */
  readonly overdueDays: number;
  readonly doneOn: string | null;
  readonly priority: string | null;
  readonly type: string | null;
  readonly ticket: string | null;
}

/** Which action items are wanted; nothing set: all of them. */
export interface ActionFilter {
  readonly open?: boolean;
  readonly overdue?: boolean;
  /** A name, with or without `@` or `[[…]]`. */
  readonly owner?: string;
}

/** The action items of incidents, without those that are still to be written. */
export function actionsReport(incidents: readonly Incident[], clock: Clock, filter: ActionFilter = {}): ActionsReport {
  const now = today(clock);
  const owner = filter.owner === undefined ? null : nameOf(filter.owner);
  const actions = incidents
    .flatMap((incident) => listed(incident, now))
    .filter((action) => filter.open !== true || action.state === "open")
    .filter((action) => filter.overdue !== true || action.overdueDays > 0)
    .filter((action) => owner === null || action.owners.some((name) => nameOf(name) === owner))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || compare(a.due ?? "9999", b.due ?? "9999") || compare(a.path, b.path) || a.line - b.line,
    );
  const count = (state: ListedAction["state"]): number => actions.filter((action) => action.state === state).length;
  const overdue = actions.filter(({ overdueDays }) => overdueDays > 0).length;
  return {
    version: 1,
    actions,
    summary: { open: count("open"), overdue, done: count("done"), cancelled: count("cancelled") },
  };
}

function listed(incident: Incident, now: string): ListedAction[] {
  return writtenActions(incident).map((action) => {
    const state = stateOf(action);
    const due = action.due?.date ?? null;
    return {
      path: action.place.path,
      line: positionAt(incident.note, action.place.span.start).line,
      incident: incident.fields.title ?? incident.note.path,
      severity: incident.fields.severity,
      text: action.text,
      state,
      owners: [...withAncestors(action, incident)].find(({ owners }) => owners.length > 0)?.owners ?? [],
      due,
      overdueDays: state === "open" && due !== null && due < now ? daysBetween(due, now) : 0,
      doneOn: action.doneOn?.date ?? null,
      priority: action.priority,
      type: action.type,
      ticket: action.ticket,
    };
  });
}

function stateOf({ done, cancelled }: ActionItem): ListedAction["state"] {
  if (done) return "done";
  return cancelled ? "cancelled" : "open";
}

function rank({ state }: ListedAction): number {
  return state === "open" ? 0 : 1;
}

function nameOf(owner: string): string {
  return plainWords(owner.replace(/^@|^\[\[|\]\]$/g, ""));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
