import type { ListedAction } from "../../incident";
import { byPressure, isDueInWeek, isOwnedBy, priorities } from "../../incident";
import { plainWords } from "../../base";
import type { Note } from "../../note";
import { texts } from "../texts";

/** An action item in the table, with the note as it was when the item was read. */
export interface ActionRow {
  /** The same for the same item, whatever becomes of the words around it: its note, and which one of it. */
  readonly key: string;
  readonly note: Note;
  readonly action: ListedAction;
}

/** The rows of a postmortem, in the order of its text. */
export function rowsOf(note: Note, actions: readonly ListedAction[]): readonly ActionRow[] {
  return actions.map((action, index) => ({ key: `${note.path} ${index}`, note, action }));
}

export const actionStates = ["open", "overdue", "all"] as const;
export const actionFilters = ["none", "nobody", "week", "mine"] as const;
export const actionSorts = ["pressure", "text", "owner", "priority", "incident", "age"] as const;
export const actionGroupings = ["none", "incident", "owner"] as const;

/** What the table shows, and in which order. */
export interface ActionQuery {
  readonly state: (typeof actionStates)[number];
  /** Words that have to occur in the item, its incident or its owners. */
  readonly words: string;
  /** A name; empty for everybody. */
  readonly owner: string;
  readonly only: (typeof actionFilters)[number];
  readonly sort: (typeof actionSorts)[number];
  readonly descending: boolean;
  readonly group: (typeof actionGroupings)[number];
}

/** Rows under one heading; the only group has none. */
export interface ActionGroup {
  readonly name: string;
  readonly rows: readonly ActionRow[];
}

/** What an item sorts by in each of the orders. */
const sortKeys: Readonly<Record<Exclude<ActionQuery["sort"], "pressure">, (action: ListedAction) => string | number>> =
  {
    text: ({ item }) => item.text,
    owner: ({ owners }) => owners[0] ?? "\uffff",
    priority: ({ item }) => (item.priority === null ? priorities.length : priorities.indexOf(item.priority)),
    incident: ({ incident }) => incident.title,
    age: ({ age }) => -(age ?? -1),
  };

/** What a query goes by beside itself. */
export interface Asker {
  /** The name of the person; empty while it is not known. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The rows that are asked for, in groups. */
export function queryActions(rows: readonly ActionRow[], query: ActionQuery, asker: Asker): readonly ActionGroup[] {
  const words = plainWords(query.words)
    .split(" ")
    .filter((word) => word !== "");
  const wanted = rows.filter(({ action }) => isWanted(action, query, words) && isChosen(action, query.only, asker));
  const sorted = wanted.sort((a, b) => (query.descending ? -1 : 1) * compare(a.action, b.action, query.sort));
  if (query.group === "none") return sorted.length === 0 ? [] : [{ name: "", rows: sorted }];
  const groups = new Map<string, ActionRow[]>();
  for (const row of sorted) {
    const { incident, owners } = row.action;
    const names =
      query.group === "incident" ? [incidentName(incident)] : owners.length === 0 ? [texts().actions.nobody] : owners;
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, group]) => ({ name, rows: group }));
}

/** What an incident is called beside its action items. */
export function incidentName({ severity, title }: ListedAction["incident"]): string {
  return severity === null ? title : `${title} · ${severity}`;
}

function isWanted(action: ListedAction, { owner, state }: ActionQuery, words: readonly string[]): boolean {
  if (state === "open" && action.state !== "open") return false;
  if (state === "overdue" && action.overdue === null) return false;
  if (owner !== "" && !action.owners.includes(owner)) return false;
  if (words.length === 0) return true;
  const text = plainWords([action.item.text, action.incident.title, ...action.owners].join(" "));
  return words.every((word) => text.includes(word));
}

function isChosen({ item, owners, state }: ListedAction, only: ActionQuery["only"], { name, today }: Asker): boolean {
  if (only === "nobody") return owners.length === 0;
  if (only === "week") return state === "open" && isDueInWeek(item, today);
  return only === "none" || isOwnedBy(owners, name);
}

function compare(a: ListedAction, b: ListedAction, sort: ActionQuery["sort"]): number {
  if (sort === "pressure") return byPressure(a, b);
  const first = sortKeys[sort](a);
  const second = sortKeys[sort](b);
  if (typeof first === "number" && typeof second === "number") return first - second || byPressure(a, b);
  return String(first).localeCompare(String(second), "en") || byPressure(a, b);
}
