import type { Library } from "../../vault";
import type { ActionItem } from "../actions/action";
import type { Clock } from "../../time";
import { daysBetween, today } from "../../time";
import { readFields } from "../properties/read";
import { actionsOf } from "../incident";
import { plainWords } from "../../base";
import { isPostmortem } from "../../settings";
import type { Settings } from "../../settings";

/** An action item with the incident that it comes from. */
export interface ListedAction {
  readonly item: ActionItem;
  readonly state: "open" | "done" | "cancelled";
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
 * The action items of all postmortems that a library holds, most pressing first: open ones by due
 * date, those without one behind them, then the others. Placeholders are left out.
 */
export function listActions(
  library: Library,
  settings: Settings,
  clock: Clock,
  filter: ActionFilter = {},
): readonly ListedAction[] {
  const listed = [...library.paths()].sort().flatMap((path) => listActionsOf(path, library, settings, clock));
  return listed.filter((action) => isWanted(action, filter)).sort(byPressure);
}

/** The most pressing first: open ones by due date, those without one behind them, then the others. */
export function byPressure(a: ListedAction, b: ListedAction): number {
  return rank(a).localeCompare(rank(b), "en");
}

/**
 * The action items of one postmortem in the order of its text, placeholders left out; none when it is no postmortem.
 */
export function listActionsOf(
  path: string,
  library: Library,
  settings: Settings,
  clock: Clock,
): readonly ListedAction[] {
  const note = library.note(path);
  if (note === null || !isPostmortem(note, settings, library.memory)) return [];
  const now = today(clock);
  const items = actionsOf(note, library, settings);
  if (items.length === 0) return [];
  const { title, date, severity } = readFields(note, settings, library.memory);
  const incident = { path, title: title ?? path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, ""), date, severity };
  return items.flatMap((item): ListedAction[] => {
    if (item.placeholder) return [];
    const state = item.done ? "done" : item.cancelled ? "cancelled" : "open";
    const late = item.due && state === "open" ? daysBetween(item.due.date, now) : 0;
    const since = item.created?.date ?? date;
    return [
      {
        item,
        state,
        owners: ownersOf(item, items),
        overdue: late > 0 ? late : null,
        age: since === null ? null : Math.max(0, daysBetween(since, now)),
        incident,
      },
    ];
  });
}

function ownersOf(item: ActionItem, items: readonly ActionItem[]): readonly string[] {
  let owned: ActionItem | undefined = item;
  while (owned !== undefined && owned.owners.length === 0) owned = items[owned.parent];
  return owned?.owners ?? [];
}

function isWanted(action: ListedAction, { open, overdue, owner }: ActionFilter): boolean {
  if (open === true && action.state !== "open") return false;
  if (overdue === true && action.overdue === null) return false;
  if (owner === undefined) return true;
  const wanted = plainWords(owner).split(" ");
  return action.owners.some((name) => {
    const words = new Set(plainWords(name).split(" "));
    return wanted.every((word) => words.has(word));
  });
}

/** The order of the list as a text: state, then due date; the sort keeps the order of notes and lines. */
function rank({ item, state }: ListedAction): string {
  return `${state === "open" ? 0 : 1} ${item.due?.date ?? "9999-99-99"}`;
}
