import type { Library } from "../../vault";
import type { ActionItem, ActionState } from "../actions/action";
import { standsSince } from "../actions/policy";
import { ownersOf, writtenActions } from "../actions/written";
import type { Clock } from "../../time";
import { dayBefore, daysBetween, parseDay, today, weekdayOf } from "../../time";
import { readFields } from "../properties/read";
import type { IncidentFields } from "../properties/read";
import { actionsOf } from "../incident";
import type { Incident } from "../incident";
import { compareTexts, plainWords, withoutEnding } from "../../base";
import { isPostmortem } from "../../settings";
import type { Settings } from "../../settings";

/** An action item with the incident that it comes from. */
export interface ListedAction {
  readonly item: ActionItem;
  readonly state: ActionState;
  /** Its own owners, else those of the item that it is nested in. */
  readonly owners: readonly string[];
  /** Days since it was due, for an open item; null when it is not overdue. */
  readonly overdue: number | null;
  /** Days since it was created, else since its incident; null when neither day is known. */
  readonly age: number | null;
  readonly incident: {
    readonly path: string;
    readonly title: string;
    /** `YYYY-MM-DD`. */
    readonly date: string | null;
    readonly severity: string | null;
  };
}

/** Which action items are wanted; all of what is given has to hold. */
export interface ActionFilter {
  /** Neither done nor given up. */
  readonly open?: boolean;
  /** Open and past its due date. */
  readonly overdue?: boolean;
  /** Every word of it occurs in the name of an owner: `ada` finds `Ada Lovelace` and `@ada`. */
  readonly owner?: string;
}

/**
 * The action items of incidents, most pressing first: open ones by due date, those without one behind them, then the
 * others. Those that are still to be written are left out.
 */
export function listActions(
  incidents: readonly Incident[],
  clock: Clock,
  filter: ActionFilter = {},
): readonly ListedAction[] {
  const now = today(clock);
  return incidents
    .flatMap((incident) => listed(incident, now))
    .filter((action) => isWanted(action, filter))
    .sort(byPressure);
}

/** The most pressing first: open ones by due date, those without one behind them, then the others; then by place. */
export function byPressure(a: ListedAction, b: ListedAction): number {
  const [first, second] = [a.item.place, b.item.place];
  return (
    compareTexts(rank(a), rank(b)) || compareTexts(first.path, second.path) || first.span.start - second.span.start
  );
}

/**
 * The action items of one postmortem in the order of its text, without those that are still to be written; none when it
 * is no postmortem. Reads no more of it than that.
 */
export function listActionsOf(
  path: string,
  library: Library,
  settings: Settings,
  clock: Clock,
): readonly ListedAction[] {
  const note = library.note(path);
  if (note === null || !isPostmortem(note, settings, library.memory)) return [];
  const actions = actionsOf(note, library, settings);
  if (actions.length === 0) return [];
  return listed({ note, actions, fields: readFields(note, settings, library.memory) }, today(clock));
}

interface ReadActions extends Pick<Incident, "note" | "actions"> {
  readonly fields: Pick<IncidentFields, "title" | "date" | "severity">;
}

/** @param now The day, `YYYY-MM-DD`. */
function listed(incident: ReadActions, now: string): readonly ListedAction[] {
  const {
    note: { path },
    fields: { title, date, severity },
  } = incident;
  const source = { path, title: title ?? withoutEnding(path.slice(path.lastIndexOf("/") + 1), ".md"), date, severity };
  return writtenActions(incident).map((item) => {
    const late = item.due && item.state === "open" ? daysBetween(item.due.date, now) : 0;
    const since = standsSince(item, { date });
    return {
      item,
      state: item.state,
      owners: ownersOf(item, incident),
      overdue: late > 0 ? late : null,
      age: since === null ? null : Math.max(0, daysBetween(since, now)),
      incident: source,
    };
  });
}

function isWanted(action: ListedAction, { open, overdue, owner }: ActionFilter): boolean {
  if (open === true && action.state !== "open") return false;
  if (overdue === true && action.overdue === null) return false;
  return owner === undefined || isOwnedBy(action.owners, owner);
}

/** Whether every word of a name occurs in that of an owner: `ada` is `Ada Lovelace` and `@ada`. */
export function isOwnedBy(owners: readonly string[], name: string): boolean {
  const wanted = plainWords(name).split(" ");
  return owners.some((owner) => {
    const words = new Set(plainWords(owner).split(" "));
    return wanted.every((word) => words.has(word));
  });
}

/** Whether an item is due in the week, Monday to Sunday, of a day (`YYYY-MM-DD`). */
export function isDueInWeek({ due }: ActionItem, day: string): boolean {
  const monday = dayBefore(day, weekdayOf(parseDay(day)));
  return due !== null && due.date >= monday && due.date <= dayBefore(monday, -6);
}

/** The order of the list as a text: state, then due date. */
function rank({ item, state }: ListedAction): string {
  return `${state === "open" ? 0 : 1} ${item.due?.date ?? "9999-99-99"}`;
}
