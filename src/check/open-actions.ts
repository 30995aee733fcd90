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

/** What is known of a library's open action items, kept up to date from one call to the next. */
interface Index {
  readonly settings: Settings;
  readonly byText: Map<string, Map<string, ActionItem>>;
  /** The notes that were read, and under which words each is listed. */
  readonly read: Map<string, { readonly note: Note; readonly keys: ReadonlySet<string> }>;
}

const indexes = new WeakMap<Library, Index>();

/** Reads every postmortem that the library holds; a note that has not changed since the last call is not read again. */
export function openActionsByText(library: Library, settings: Settings): ActionsByText {
  const known = indexes.get(library);
  const index: Index = known?.settings === settings ? known : { settings, byText: new Map(), read: new Map() };
  indexes.set(library, index);
  const gone = new Set(index.read.keys());
  for (const path of library.paths()) {
    gone.delete(path);
    const note = library.note(path);
    if (note !== null && index.read.get(path)?.note !== note) enter(index, note);
  }
  for (const path of gone) forget(index, path);
  return index.byText;
}

function enter({ byText, read, settings }: Index, note: Note): void {
  forget({ byText, read }, note.path);
  const keys = new Set<string>();
  for (const item of openActionsOf(note, settings)) {
    const key = actionKey(item);
    if (key === null || keys.has(key)) continue;
    keys.add(key);
    const same = byText.get(key) ?? new Map<string, ActionItem>();
    byText.set(key, same.set(note.path, item));
  }
  read.set(note.path, { note, keys });
}

function forget({ byText, read }: Pick<Index, "byText" | "read">, path: string): void {
  for (const key of read.get(path)?.keys ?? []) {
    const same = byText.get(key);
    same?.delete(path);
    if (same?.size === 0) byText.delete(key);
  }
  read.delete(path);
}

function openActionsOf(note: Note, settings: Settings): readonly ActionItem[] {
  return isPostmortem(note, settings) ? openActions({ note, actions: readActions(note, findSections(note, settings), settings) }) : [];
}

/** The item with these words in the first note by path that is not `own`, whatever the order in which the notes were read. */
export function openElsewhere(actions: ActionsByText, words: string, own: string): ActionItem | null {
  let first: ActionItem | null = null;
  for (const [path, item] of actions.get(words) ?? []) if (path !== own && (first === null || path < first.place.path)) first = item;
  return first;
}
