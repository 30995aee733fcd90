import { listActions } from "../../incident";
import type { ActionFilter, Incident, ListedAction } from "../../incident";
import type { Clock } from "../../time";
import { positionAt } from "../../base";

/** What `actions --format json` prints. */
export interface ActionsReport {
  readonly version: 1;
  /** Overdue ones first, then by due date, those without one last. */
  readonly actions: readonly ReportedAction[];
  readonly summary: {
    readonly open: number;
    readonly overdue: number;
    readonly done: number;
    readonly cancelled: number;
  };
}

/** An action item in that report. */
export interface ReportedAction {
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

/** The action items of incidents, without those that are still to be written. */
export function actionsReport(incidents: readonly Incident[], clock: Clock, filter: ActionFilter = {}): ActionsReport {
  const byPath = new Map(incidents.map((incident) => [incident.note.path, incident]));
  const actions = listActions(incidents, clock, filter).flatMap((action) => {
    const incident = byPath.get(action.incident.path);
    return incident === undefined ? [] : [reportedAction(action, incident)];
  });
  const count = (state: ReportedAction["state"]): number => actions.filter((action) => action.state === state).length;
  const overdue = actions.filter(({ overdueDays }) => overdueDays > 0).length;
  return {
    version: 1,
    actions,
    summary: { open: count("open"), overdue, done: count("done"), cancelled: count("cancelled") },
  };
}

/** An action item as reports have it. */
export function reportedAction(
  { item, owners, overdue, state }: ListedAction,
  { fields, note }: Incident,
): ReportedAction {
  const { due, doneOn, place, priority, text, ticket, type } = item;
  return {
    path: place.path,
    line: positionAt(note, place.span.start).line,
    incident: fields.title ?? note.path,
    severity: fields.severity,
    text,
    state,
    owners,
    due: due?.date ?? null,
    overdueDays: overdue ?? 0,
    doneOn: doneOn?.date ?? null,
    priority,
    type,
    ticket,
  };
}
