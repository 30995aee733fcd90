import type { ActionItem } from "./action";
import type { Incident } from "../incident";
import { plainWords } from "../../base";

/**
 * The action items that say something: not those still to be written. Every list, count and rule that speaks of action
 * items means these.
 */
export function writtenActions({ actions }: Pick<Incident, "actions">): readonly ActionItem[] {
  return actions.filter(({ written }) => written);
}

/** Those of them that ask for work: neither done nor given up. */
export function openActions(incident: Pick<Incident, "actions">): readonly ActionItem[] {
  return writtenActions(incident).filter(({ state }) => state === "open");
}

/** An item with those above it, innermost first: a step of an item belongs to whoever owns the item. */
export function* withAncestors(item: ActionItem, { actions }: Pick<Incident, "actions">): Iterable<ActionItem> {
  for (
    let at: ActionItem | undefined = item;
    at !== undefined;
    at = at.parent === null ? undefined : actions[at.parent]
  )
    yield at;
}

/** Its own owners, else those of the nearest item above it that has any. */
export function ownersOf(item: ActionItem, incident: Pick<Incident, "actions">): readonly string[] {
  return [...withAncestors(item, incident)].find(({ owners }) => owners.length > 0)?.owners ?? [];
}

/** Fewer words say too little to be called the same item: "Update runbook". */
const telling = 3;

/** What two items have in common that ask for the same; null for an item that says too little. */
export function actionKey(item: ActionItem): string | null {
  const words = plainWords(item.text);
  return words.split(" ").length < telling ? null : words;
}
