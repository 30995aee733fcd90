import { finish, Latest } from "../base";
import type { Steps } from "../base";
import type { ActionItem } from "../incident";
import { actionKey, actionsOf, openActions } from "../incident";
import { isPostmortem } from "../settings";
import type { Settings } from "../settings";
import type { Note } from "../note";
import type { Library } from "../vault";

/**
 * The open action items of postmortems by their words and the path of their note; of equal ones in a note the first.
 */
interface ActionIndex {
  readonly settings: Settings;
  readonly byWords: Map<string, Map<string, ActionItem>>;
  /** The texts that were read, and under which words each is listed. */
  readonly read: Map<string, { readonly text: string; readonly keys: ReadonlySet<string> }>;
  /** How many of the library's changes it has followed; null while nothing was read. */
  followed: number | null;
}

/** Of a library, and of the notes that last stood in for its own: a part of its memory. */
class ActionIndexes {
  readonly ofLibrary = new Latest<Library, Latest<Settings, ActionIndex>>();
  readonly ofEdited = new Latest<ReadonlyMap<string, Note>, Latest<Settings, ActionIndex>>();
}

/**
 * The open action item with these words ({@link actionKey}) in the first postmortem by path that is not `own`. Costs
 * O(notes with these words), and once more what changed in the library since the last call.
 */
export function openElsewhere(library: Library, settings: Settings, words: string, own: string): ActionItem | null {
  let first: ActionItem | null = null;
  for (const [path, item] of openWith(library, settings, words, own))
    if (path !== own && (first === null || path < first.place.path)) first = item;
  return first;
}

function* openWith(
  library: Library,
  settings: Settings,
  words: string,
  own: string,
): Iterable<readonly [path: string, item: ActionItem]> {
  const { layer } = library;
  if (layer === null) {
    yield* indexOf(library, settings).byWords.get(words) ?? [];
    return;
  }
  for (const known of openWith(layer.base, settings, words, own)) if (!layer.edited.has(known[0])) yield known;
  const isOwnAlone = layer.edited.size === 1 && layer.edited.has(own);
  if (!isOwnAlone) yield* indexOfNotes(layer.edited, library, settings).byWords.get(words) ?? [];
}

/**
 * Reads the action items that {@link openElsewhere} would have to read, in small steps: with other settings those of
 * every postmortem.
 */
export function* followActions(library: Library, settings: Settings): Steps<void> {
  yield* followed(library.layer?.base ?? library, settings);
}

/** Of every postmortem that the library holds. */
function indexOf(library: Library, settings: Settings): ActionIndex {
  return finish(followed(library, settings));
}

/** Only what changed since the last call is read. */
function* followed(library: Library, settings: Settings): Steps<ActionIndex> {
  const { changes } = library;
  const index = library.memory
    .part(ActionIndexes)
    .ofLibrary.get(library, () => new Latest())
    .get(settings, emptyIndex);
  const now = changes.length;
  if (index.followed === now) return index;
  const due = index.followed === null ? [...library.paths()] : new Set(changes.slice(index.followed));
  for (const path of due) {
    if (index.read.get(path)?.text === library.text(path)) continue;
    const note = library.note(path);
    if (note === null) forget(index, path);
    else enter(index, library, note);
    yield;
  }
  index.followed = now;
  return index;
}

function indexOfNotes(notes: ReadonlyMap<string, Note>, library: Library, settings: Settings): ActionIndex {
  const { memory } = library;
  const bySettings = memory.part(ActionIndexes).ofEdited.get(notes, () => new Latest());
  return bySettings.get(settings, () => {
    const index = emptyIndex(settings);
    for (const note of notes.values()) enter(index, library, note);
    return index;
  });
}

function emptyIndex(settings: Settings): ActionIndex {
  return { settings, byWords: new Map(), read: new Map(), followed: null };
}

function enter(index: ActionIndex, library: Library, note: Note): void {
  const { byWords, read, settings } = index;
  forget(index, note.path);
  const keys = new Set<string>();
  for (const item of openActionsOf(note, library, settings)) {
    const key = actionKey(item);
    if (key === null || keys.has(key)) continue;
    keys.add(key);
    const same = byWords.get(key) ?? new Map<string, ActionItem>();
    byWords.set(key, same.set(note.path, item));
  }
  read.set(note.path, { text: note.text, keys });
}

function forget({ byWords, read }: ActionIndex, path: string): void {
  for (const key of read.get(path)?.keys ?? []) {
    const same = byWords.get(key);
    same?.delete(path);
    if (same?.size === 0) byWords.delete(key);
  }
  read.delete(path);
}

function openActionsOf(note: Note, library: Library, settings: Settings): readonly ActionItem[] {
  return isPostmortem(note, settings, library.memory)
    ? openActions({ actions: actionsOf(note, library, settings) })
    : [];
}
