import { finish, Latest } from "../base";
import type { Steps } from "../base";
import { isPostmortem } from "../settings";
import type { Settings } from "../settings";
import type { Note } from "../note";
import type { Library } from "../vault";

/** What of every postmortem is found again by keys. */
export interface KeyedBy<T> {
  /** Where a library keeps the index: a class of its own for each kind. */
  readonly kind: new () => Indexes<T>;
  /** The keys of one postmortem, each once, with what is found by it. */
  readonly entriesOf: (note: Note, library: Library, settings: Settings) => ReadonlyMap<string, T>;
}

/** Of a library, and of the notes that last stood in for its own: a part of its memory. */
export class Indexes<T> {
  readonly ofLibrary = new Latest<Library, Latest<Settings, Index<T>>>();
  readonly ofEdited = new Latest<ReadonlyMap<string, Note>, Latest<Settings, Index<T>>>();
}

interface Index<T> {
  readonly settings: Settings;
  /** By key, then by the path of the note. */
  readonly byKey: Map<string, Map<string, T>>;
  /** The texts that were read, and under which keys each is listed. */
  readonly read: Map<string, { readonly text: string; readonly keys: Iterable<string> }>;
  /** How many of the library's changes it has followed; null while nothing was read. */
  followed: number | null;
}

/** What is looked for, by whom: the note `own` may be one that is being typed. */
export interface Wanted {
  readonly key: string;
  readonly own: string;
}

/**
 * What postmortems have under a key, with their paths, that of `own` among them. Costs O(notes with this key), and once
 * more what changed in the library since the last call.
 */
export function* heldUnder<T>(
  what: KeyedBy<T>,
  library: Library,
  settings: Settings,
  wanted: Wanted,
): Iterable<readonly [path: string, value: T]> {
  const { layer } = library;
  if (layer === null) {
    yield* finish(followed(what, library, settings)).byKey.get(wanted.key) ?? [];
    return;
  }
  for (const known of heldUnder(what, layer.base, settings, wanted)) if (!layer.edited.has(known[0])) yield known;
  const isOwnAlone = layer.edited.size === 1 && layer.edited.has(wanted.own);
  if (!isOwnAlone) yield* indexOfNotes(what, layer.edited, library, settings).byKey.get(wanted.key) ?? [];
}

/** Reads what {@link heldUnder} would have to read, in small steps: with other settings, every postmortem. */
export function* followKeys<T>(what: KeyedBy<T>, library: Library, settings: Settings): Steps<void> {
  yield* followed(what, library.layer?.base ?? library, settings);
}

/** Of every postmortem that the library holds; only what changed since the last call is read. */
function* followed<T>(what: KeyedBy<T>, library: Library, settings: Settings): Steps<Index<T>> {
  const { changes } = library;
  const index = library.memory
    .part(what.kind)
    .ofLibrary.get(library, () => new Latest())
    .get(settings, emptyIndex);
  const now = changes.length;
  if (index.followed === now) return index;
  const due = index.followed === null ? [...library.paths()] : new Set(changes.slice(index.followed));
  for (const path of due) {
    if (index.read.get(path)?.text === library.text(path)) continue;
    const note = library.note(path);
    if (note === null) forget(index, path);
    else enter(index, what, library, note);
    yield;
  }
  index.followed = now;
  return index;
}

function indexOfNotes<T>(
  what: KeyedBy<T>,
  notes: ReadonlyMap<string, Note>,
  library: Library,
  settings: Settings,
): Index<T> {
  const bySettings = library.memory.part(what.kind).ofEdited.get(notes, () => new Latest());
  return bySettings.get(settings, () => {
    const index = emptyIndex<T>(settings);
    for (const note of notes.values()) enter(index, what, library, note);
    return index;
  });
}

function emptyIndex<T>(settings: Settings): Index<T> {
  return { settings, byKey: new Map(), read: new Map(), followed: null };
}

function enter<T>(index: Index<T>, { entriesOf }: KeyedBy<T>, library: Library, note: Note): void {
  const { byKey, read, settings } = index;
  forget(index, note.path);
  const entries = isPostmortem(note, settings, library.memory)
    ? entriesOf(note, library, settings)
    : new Map<string, T>();
  for (const [key, value] of entries) {
    const same = byKey.get(key) ?? new Map<string, T>();
    byKey.set(key, same.set(note.path, value));
  }
  read.set(note.path, { text: note.text, keys: [...entries.keys()] });
}

function forget<T>({ byKey, read }: Index<T>, path: string): void {
  for (const key of read.get(path)?.keys ?? []) {
    const same = byKey.get(key);
    same?.delete(path);
    if (same?.size === 0) byKey.delete(key);
  }
  read.delete(path);
}
