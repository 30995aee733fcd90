import { readActions, type ActionItem } from "../incident/action-item";
import type { Incident } from "../incident/incident";
import { plainWords } from "../incident/plain-words";
import { isPostmortem } from "../incident/postmortem";
import { findSections } from "../incident/sections";
import type { Settings } from "../incident/settings";
import type { Note } from "../note/note";
import type { Library } from "../vault/library";
import { maskedText } from "./masked-text";
import { placeholderIn } from "./placeholder";

/** The action items that say something: not those still to be written. */
export function writtenActions({ note, actions }: Pick<Incident, "note" | "actions">): readonly ActionItem[] {
  const text = maskedText(note);
  return actions.filter(({ placeholder, textSpan }) => !placeholder && placeholderIn(text.slice(textSpan.start, textSpan.end)) === null);
}

/** Those of them that ask for work: neither done nor given up. */
export function openActions(incident: Pick<Incident, "note" | "actions">): readonly ActionItem[] {
  return writtenActions(incident).filter(({ done, cancelled }) => !done && !cancelled);
}

/** An item with those above it, innermost first: a step of an item belongs to whoever owns the item. */
export function* withAncestors(item: ActionItem, { actions }: Incident): Iterable<ActionItem> {
  for (let at: ActionItem | undefined = item; at !== undefined; at = actions[at.parent]) yield at;
}

/** The open action items of all postmortems of a library, by their words; of equal ones in a note the first. */
export type ActionsByText = ReadonlyMap<string, ReadonlyMap<string, ActionItem>>;

/** Fewer words say too little to be called the same item: "Update runbook". */
const telling = 3;

/** What two items have in common that ask for the same; null for an item that says too little. */
export function actionKey(item: ActionItem): string | null {
  const words = plainWords(item.text);
  return words.split(" ").length < telling ? null : words;
}

const cache = new WeakMap<Note, { readonly settings: Settings; readonly actions: readonly ActionItem[] }>();

/** Reads every postmortem that the library holds; a note that has not changed is not read again. */
export function openActionsByText(library: Library, settings: Settings): ActionsByText {
  const byText = new Map<string, Map<string, ActionItem>>();
  for (const path of library.paths()) {
    const note = library.note(path);
    for (const item of note === null ? [] : openActionsOf(note, settings)) {
      const key = actionKey(item);
      if (key === null) continue;
      const same = byText.get(key);
      if (same === undefined) byText.set(key, new Map([[path, item]]));
      else if (!same.has(path)) same.set(path, item);
    }
  }
  return byText;
}

function openActionsOf(note: Note, settings: Settings): readonly ActionItem[] {
  const known = cache.get(note);
  if (known?.settings === settings) return known.actions;
  const actions = isPostmortem(note, settings) ? openActions({ note, actions: readActions(note, findSections(note, settings), settings) }) : [];
  cache.set(note, { settings, actions });
  return actions;
}
