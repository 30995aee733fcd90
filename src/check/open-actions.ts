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

/** The action items that ask for work: neither done, nor given up, nor still to be written. */
export function openActions({ note, actions }: Pick<Incident, "note" | "actions">, settings: Settings): readonly ActionItem[] {
  const text = maskedText(note);
  return actions.filter((item) => {
    if (item.done || settings.cancelledMarks.includes(item.mark) || item.text.trim() === "") return false;
    return placeholderIn(text.slice(item.textSpan.start, item.textSpan.end)) === null;
  });
}

/** Tells an item with those above it, innermost first: a step of an item belongs to whoever owns the item. */
export function ancestry({ note, actions }: Incident): (item: ActionItem) => readonly ActionItem[] {
  const byStart = new Map(actions.map((item) => [item.place.span.start, item]));
  const indexes = new Map(note.listItems.map(({ span }, index) => [span.start, index]));
  return (item) => {
    const chain = [item];
    let at = indexes.get(item.place.span.start) ?? -1;
    for (at = note.listItems[at]?.parent ?? -1; at >= 0; at = note.listItems[at]?.parent ?? -1) {
      const above = byStart.get(note.listItems[at]?.span.start ?? -1);
      if (above !== undefined) chain.push(above);
    }
    return chain;
  };
}

/** The open action items of all postmortems of a library, by their words. */
export type ActionsByText = ReadonlyMap<string, readonly ActionItem[]>;

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
  const byText = new Map<string, ActionItem[]>();
  for (const path of library.paths()) {
    const note = library.note(path);
    for (const item of note === null ? [] : openActionsOf(note, settings)) {
      const key = actionKey(item);
      if (key === null) continue;
      const same = byText.get(key);
      if (same === undefined) byText.set(key, [item]);
      else same.push(item);
    }
  }
  return byText;
}

function openActionsOf(note: Note, settings: Settings): readonly ActionItem[] {
  const known = cache.get(note);
  if (known?.settings === settings) return known.actions;
  const actions = isPostmortem(note, settings) ? openActions({ note, actions: readActions(note, findSections(note, settings), settings) }, settings) : [];
  cache.set(note, { settings, actions });
  return actions;
}
