import type { Note } from "../note/note";
import type { ResolveLink } from "./link";

/**
 * The parsed notes of a vault, kept up to date by the host: it tells what exists and what changed;
 * the library knows who embeds whom. Holds only the notes that the host gave it.
 */
export interface Library {
  /** The note at a path, or null when the host has not given it (see `wanted`). */
  note(path: string): Note | null;
  /** Paths of all notes held. */
  paths(): Iterable<string>;
  /** Whether a file exists in the vault, held or not, attachments too. */
  exists(path: string): boolean;
  readonly resolve: ResolveLink;
  /** Tells that a file exists, without its text. */
  add(path: string): void;
  /** Takes a note's new text; returns the held notes whose checks this can change: itself and its embedders. */
  update(path: string, text: string): readonly string[];
  /** Tells that a file is gone; returns the held notes whose checks this can change. */
  remove(path: string): readonly string[];
  /** Held notes that show any part of this one through embeds, at any depth. */
  embedders(path: string): readonly string[];
  /** Existing notes that `path` embeds at any depth, or links into by heading or block, and that are not held yet. */
  wanted(path: string): readonly string[];
}

export interface LibraryOptions {
  /** How links resolve; by default as Obsidian does, over the files that were added. The app hands in its own. */
  readonly resolve?: ResolveLink;
}

/** An empty library. */
export function createLibrary(_options: LibraryOptions = {}): Library {
  return {
    note: () => null,
    paths: () => [],
    exists: () => false,
    resolve: () => ({ kind: "missing" }),
    add: () => undefined,
    update: () => [],
    remove: () => [],
    embedders: () => [],
    wanted: () => [],
  };
}
