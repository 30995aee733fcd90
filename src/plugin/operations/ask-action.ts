import type { ActionItem } from "../../incident";
import type { Note } from "../../note";
import { shownWords } from "../../note";
import { today } from "../../time";
import type { Postponement } from "../../write/edit";
import { postponed, postponements, setDue, setField, setOwner } from "../../write/edit";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { notify } from "../ui/notify";
import { changeActions } from "./change-action";
import { knownOwners } from "./known-values";
import { offerUndo } from "./undo";
import { texts } from "../texts";

/** An action item, and the note as it was read. */
export interface ReadAction {
  readonly note: Note;
  readonly item: ActionItem;
}

type Change = Parameters<typeof changeActions>[3];

/** Asks who action items are for, and writes that to their lines. */
export async function askForOwner(host: Host, ...actions: readonly ReadAction[]): Promise<void> {
  const said = texts().changes.actions;
  const isNew = actions.every(({ item }) => item.owners.length === 0);
  const owner = await askForText(host.app, {
    title: isNew ? said.addOwner : said.reassign,
    label: texts().words.owner,
    description: inWords(actions),
    values: () => knownOwners(host),
    action: isNew ? said.addOwner : said.reassign,
  });
  if (owner === null) return;
  // A bare name of several words would not be read as an owner again.
  const written = /^(?:\[\[.*\]\]|@\S+)$/.test(owner) ? owner : /^\S+$/.test(owner) ? `@${owner}` : `[[${owner}]]`;
  await changeAll(host, actions, said.reassigned, (note, item) => setOwner(note, item, written));
}

/** Asks by when action items are to be done, and writes that to their lines. */
export async function askForDue(host: Host, ...actions: readonly ReadAction[]): Promise<void> {
  const said = texts().changes.actions;
  const dates = actions.map(({ item }) => item.due?.date ?? null);
  const isNew = dates.every((date) => date === null);
  const [only = null] = new Set(dates).size === 1 ? dates : [];
  const now = today(host.clock());
  const day = await askForText(host.app, {
    title: isNew ? said.addDue : said.reschedule,
    label: said.due,
    description: inWords(actions),
    type: "date",
    value: only ?? "",
    choices: postponements.map((by) => [said.postponements[by], postponed(null, by, now)]),
    action: isNew ? said.addDue : said.reschedule,
  });
  if (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day))
    await changeAll(host, actions, said.rescheduled, (note, item) => setDue(note, item, day));
}

/** Asks for a field of an action item, and writes it to its line as `[key:: …]`. */
export async function askForField(host: Host, action: ReadAction, key: "reason" | "verified-by"): Promise<void> {
  const said = texts().changes.actions;
  const isReason = key === "reason";
  const value = await askForText(host.app, {
    title: isReason ? said.addReason : said.addEvidence,
    label: isReason ? texts().changes.reason : said.evidence,
    description: inWords([action]),
    fault: (answer) => (/[[\]]/.test(answer) ? said.noBrackets : null),
    action: texts().changes.write,
  });
  if (value === null) return;
  await changeShown(host, action, isReason ? said.reasonGiven : said.verified, (note, item) =>
    setField(note, item, key, value),
  );
}

/** Puts action items off, each from its own due date on; null takes their dates away. */
export async function postpone(host: Host, actions: readonly ReadAction[], by: Postponement | null): Promise<void> {
  const now = today(host.clock());
  const said = texts().changes.actions;
  await changeAll(host, actions, by === null ? said.withoutDue : said.putOff, (note, item) =>
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
  const said = texts().changes.actions;
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
    offerUndo(host, said.done(done, actions.length === 1 ? inWords(actions) : said.count(changed.length)), before);
  const reasons = [...new Set(refusals)].join("; ");
  if (changed.length === 0 && refusals.length > 0) notify(texts().changes.unchanged(reasons));
  else if (refusals.length > 0) notify(said.leftAsBefore(actions.length - changed.length, reasons));
  return refusals.length === 0;
}

function inWords(actions: readonly ReadAction[]): string {
  const [first] = actions;
  return first === undefined || actions.length > 1
    ? texts().changes.actions.count(actions.length)
    : shownWords(first.item.text);
}
