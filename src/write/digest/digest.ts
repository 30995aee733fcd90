import type { ActionFilter, Incident, ListedAction } from "../../incident";
import { isDueInWeek, listActions } from "../../incident";
import type { Clock } from "../../time";
import { today } from "../../time";
import type { ReportedAction } from "../json/actions";
import { reportedAction } from "../json/actions";

/** How many of the oldest items are named. */
const oldestNamed = 5;

/** Where the open action items of a team stand on one day. What `actions --digest --format json` prints. */
export interface ActionsDigest {
  readonly version: 1;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly summary: {
    readonly open: number;
    readonly overdue: number;
    readonly dueThisWeek: number;
    readonly withoutOwner: number;
  };
  /** The latest first. */
  readonly overdue: readonly ReportedAction[];
  /** Due from Monday to Sunday of this week, and not overdue. */
  readonly dueThisWeek: readonly ReportedAction[];
  /** An item of several people counts for each; the one without a name last. Most open items first. */
  readonly byOwner: readonly { readonly owner: string | null; readonly open: number; readonly overdue: number }[];
  readonly oldest: readonly (ReportedAction & { readonly ageDays: number })[];
}

/** Gathers the open action items of incidents; the filter leaves out others. */
export function actionsDigest(
  incidents: readonly Incident[],
  clock: Clock,
  filter: Pick<ActionFilter, "owner"> = {},
): ActionsDigest {
  const day = today(clock);
  const byPath = new Map(incidents.map((incident) => [incident.note.path, incident]));
  const open = listActions(incidents, clock, { ...filter, open: true });
  const reported = (actions: readonly ListedAction[]): readonly ReportedAction[] =>
    actions.flatMap((action) => {
      const incident = byPath.get(action.incident.path);
      return incident === undefined ? [] : [reportedAction(action, incident)];
    });
  const { overdue, dueThisWeek, withoutOwner } = pressingOf(open, day);
  const oldest = [...open]
    .sort((a, b) => (b.age ?? 0) - (a.age ?? 0))
    .filter(({ age }) => (age ?? 0) > 0)
    .slice(0, oldestNamed);
  return {
    version: 1,
    day,
    summary: {
      open: open.length,
      overdue: overdue.length,
      dueThisWeek: dueThisWeek.length,
      withoutOwner: withoutOwner.length,
    },
    overdue: reported(overdue),
    dueThisWeek: reported(dueThisWeek),
    byOwner: ownersIn(open),
    oldest: oldest.flatMap((action) => reported([action]).map((one) => ({ ...one, ageDays: action.age ?? 0 }))),
  };
}

/** Of open items those that want attention, each in the order given. */
export function pressingOf(
  open: readonly ListedAction[],
  day: string,
): Readonly<Record<"overdue" | "dueThisWeek" | "withoutOwner", readonly ListedAction[]>> {
  return {
    overdue: open.filter(({ overdue }) => overdue !== null),
    dueThisWeek: open.filter(({ item, overdue }) => overdue === null && isDueInWeek(item, day)),
    withoutOwner: open.filter(({ owners }) => owners.length === 0),
  };
}

function ownersIn(open: readonly ListedAction[]): ActionsDigest["byOwner"] {
  const counts = new Map<string | null, { open: number; overdue: number }>();
  for (const { owners, overdue } of open)
    for (const owner of owners.length === 0 ? [null] : owners) {
      const count = counts.get(owner) ?? { open: 0, overdue: 0 };
      counts.set(owner, count);
      count.open++;
      if (overdue !== null) count.overdue++;
    }
  return [...counts]
    .map(([owner, count]) => ({ owner, ...count }))
    .sort((a, b) => Number(a.owner === null) - Number(b.owner === null) || b.open - a.open);
}
