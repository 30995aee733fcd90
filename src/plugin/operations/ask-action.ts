import type { ActionItem } from "../../incident";
import type { Note } from "../../note";
import { shownWords } from "../../note";
import { dayBefore, parseDay, today, weekdayOf } from "../../time";
import { setDue, setOwner } from "../../write/edit";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { notify } from "../ui/notify";
import { changeAction } from "./change-action";
import { knownOwners } from "./known-values";
import { offerUndo } from "./undo";

/** An action item, and the note as it was read. */
export interface ReadAction {
  readonly note: Note;
  readonly item: ActionItem;
}

type Change = Parameters<typeof changeAction>[3];

/** Asks who an action item is for, and writes that to its line. */
export async function askForOwner(host: Host, action: ReadAction): Promise<void> {
  const isNew = action.item.owners.length === 0;
  const owner = await askForText(host.app, {
    title: isNew ? "Add owner" : "Reassign",
    label: "Owner",
    description: shownWords(action.item.text),
    values: () => knownOwners(host),
    action: isNew ? "Add owner" : "Reassign",
  });
  if (owner === null) return;
  // A bare name of several words would not be read as an owner again.
  const written = /^(?:\[\[.*\]\]|@\S+)$/.test(owner) ? owner : /^\S+$/.test(owner) ? `@${owner}` : `[[${owner}]]`;
  await changeShown(host, action, "Reassigned", (note, item) => setOwner(note, item, written));
}

/** Asks by when an action item is to be done, and writes that to its line. */
export async function askForDue(host: Host, action: ReadAction): Promise<void> {
  const { due } = action.item;
  const day = await askForText(host.app, {
    title: due === null ? "Add due date" : "Reschedule",
    label: "Due date",
    description: shownWords(action.item.text),
    type: "date",
    value: due?.date ?? "",
    choices: laterDays(today(host.clock())),
    action: due === null ? "Add due date" : "Reschedule",
  });
  if (day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day))
    await changeShown(host, action, "Rescheduled", (note, item) => setDue(note, item, day));
}

/**
 * Changes one action item, and offers to take that back, or says why nothing was changed.
 *
 * @param done What is said before the words of the item.
 * @returns Whether the item is as it was asked for.
 */
export async function changeShown(
  host: Host,
  { note, item }: ReadAction,
  done: string,
  change: Change,
): Promise<boolean> {
  const result = await changeAction(host, note, item, change);
  if (!result.ok) notify(`Nothing was changed: ${result.message}.`);
  else if (result.before !== null)
    offerUndo(host, `${done}: ${shownWords(item.text)}`, new Map([[note.path, result.before]]));
  return result.ok;
}

/** Days to which work is often put off, counted from today. */
function laterDays(day: string): readonly (readonly [name: string, day: string])[] {
  return [
    ["+1 day", dayBefore(day, -1)],
    ["+1 week", dayBefore(day, -7)],
    ["Next Monday", dayBefore(day, weekdayOf(parseDay(day)) - 7)],
  ];
}
