import type { ActionItem } from "../../incident";
import type { Note } from "../../note";
import { shownWords } from "../../note";
import { keysOf } from "../../base";
import { today } from "../../time";
import type { Postponement } from "../../write/edit";
import { postponed, postponements, setDue, setField, setOwner } from "../../write/edit";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { notify } from "../ui/notify";
import { changeActions } from "./change-action";
import { knownOwners } from "./known-values";
import { offerUndo } from "./undo";

/** An action item, and the note as it was read. */
export interface ReadAction {
  readonly note: Note;
  readonly item: ActionItem;
}

type Change = Parameters<typeof changeActions>[3];

/** Asks who action items are for, and writes that to their lines. */
export async function askForOwner(host: Host, ...actions: readonly ReadAction[]): Promise<void> {
  const isNew = actions.every(({ item }) => item.owners.length === 0);
  const owner = await askForText(host.app, {
    title: isNew ? "Add owner" : "Reassign",
    label: "Owner",
    description: inWords(actions),
    values: () => knownOwners(host),
    action: isNew ? "Add owner" : "Reassign",
  });
  if (owner === null) return;
  // A bare name of several words would not be read as an owner again.
  const written = /^(?:\[\[.*\]\]|@\S+)$/.test(owner) ? owner : /^\S+$/.test(owner) ? `@${owner}` : `[[${owner}]]`;
  await changeAll(host, actions, "Reassigned", (note, item) => setOwner(note, item, written));
}

/** Asks by when action items are to be done, and writes that to their lines. */
export async function askForDue(host: Host, ...actions: readonly ReadAction[]): Promise<void> {
  const dates = actions.map(({ item }) => item.due?.date ?? null);
  const isNew = dates.every((date) => date === null);
  const [only = null] = new Set(dates).size === 1 ? dates : [];
  const now = today(host.clock());
  const day = await askForText(host.app, {
    title: isNew ? "Add due date" : "Reschedule",
    label: "Due date",
    description: inWords(actions),
    type: "date",
    value: only ?? "",
    choices: keysOf(postponements).map((by) => [postponements[by], postponed(null, by, now)]),
    action: isNew ? "Add due date" : "Reschedule",
  });
  if (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day))
    await changeAll(host, actions, "Rescheduled", (note, item) => setDue(note, item, day));
}

/** Asks for a field of an action item, and writes it to its line as `[key:: …]`. */
export async function askForField(host: Host, action: ReadAction, key: "reason" | "verified-by"): Promise<void> {
  const isReason = key === "reason";
  const value = await askForText(host.app, {
    title: isReason ? "Add reason" : "Add what showed it",
    label: isReason ? "Reason" : "Verified by",
    description: inWords([action]),
    fault: (answer) => (/[[\]]/.test(answer) ? "Leave out square brackets." : null),
    action: "Write",
  });
  if (value === null) return;
  await changeShown(host, action, isReason ? "Reason given" : "Verified", (note, item) =>
    setField(note, item, key, value),
  );
}

/** Puts action items off, each from its own due date on; null takes their dates away. */
export async function postpone(host: Host, actions: readonly ReadAction[], by: Postponement | null): Promise<void> {
  const now = today(host.clock());
  await changeAll(host, actions, by === null ? "Without a due date" : "Put off", (note, item) =>
    setDue(note, item, by === null ? null : postponed(item.due?.date ?? null, by, now)),
  );
}

/** Changes one action item, and offers to take that back. @returns Whether the item is as it was asked for. */
export function changeShown(host: Host, action: ReadAction, done: string, change: Change): Promise<boolean> {
  return changeAll(host, [action], done, change);
}

/**
 * Changes action items, each note in one step, and offers to take all of that back at once; says what was not changed,
 * and why.
 *
 * @param done What is said before the words of the item, or how many there are.
 * @returns Whether all items are as it was asked for.
 */
export async function changeAll(
  host: Host,
  actions: readonly ReadAction[],
  done: string,
  change: Change,
): Promise<boolean> {
  const byPath = new Map<string, ReadAction[]>();
  for (const action of actions) byPath.set(action.note.path, [...(byPath.get(action.note.path) ?? []), action]);
  const before = new Map<string, string>();
  const changed: ReadAction[] = [];
  const refusals: string[] = [];
  for (const [path, mine] of byPath) {
    const [first] = mine;
    if (first === undefined) continue;
    const items = mine.map(({ item }) => item);
    const result = await changeActions(host, first.note, items, change);
    if (result.ok && result.before !== null) before.set(path, result.before);
    if (result.ok) changed.push(...mine.slice(result.left));
    if (!result.ok || result.left > 0) refusals.push(result.message);
  }
  if (before.size > 0)
    offerUndo(host, `${done}: ${actions.length === 1 ? inWords(actions) : countOf(changed.length)}`, before);
  const reasons = [...new Set(refusals)].join("; ");
  if (changed.length === 0 && refusals.length > 0) notify(`Nothing was changed: ${reasons}.`);
  else if (refusals.length > 0) notify(`${countOf(actions.length - changed.length)} left as before: ${reasons}.`);
  return refusals.length === 0;
}

function inWords(actions: readonly ReadAction[]): string {
  const [first] = actions;
  return first === undefined || actions.length > 1 ? countOf(actions.length) : shownWords(first.item.text);
}

function countOf(count: number): string {
  return `${count} action item${count === 1 ? "" : "s"}`;
}
