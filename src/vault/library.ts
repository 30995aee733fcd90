import { Memory } from "../base";
import { splitTarget } from "../note";
import type { Link, Note } from "../note";
import { Graph } from "./graph";
import { createLinkIndex, isNotePath, linkName, type LinkTarget, type ResolveLink } from "./link";
import { NoteTexts } from "./note-texts";

/** The most embeds that are followed inside one another, whatever the settings say. */
export const maxEmbedDepth = 100;

/**
 * The notes of a vault, kept up to date by the host: it tells what exists and what changed;
 * the library knows who embeds whom. Holds only the notes that the host gave it.
 *
 * The methods that change it return the held notes whose checks that can change, in no particular order: the
 * note itself, those that show part of it at any depth, and those that link to what appeared, changed or went.
 */
export interface Library {
  /** The note at a path, or null when the host has not given it (see `wanted`). */
  note(path: string): Note | null;
  /** The text of a note that is held, else null; unlike {@link note} it costs nothing. */
  text(path: string): string | null;
  /** Paths of all notes held. */
  paths(): Iterable<string>;
  /**
   * Paths of the files that appeared, changed or went, oldest first; each change adds at the end. Who remembers how
   * long it was sees later whether anything changed since, and what.
   */
  readonly changes: readonly string[];
  /** Whether a file exists in the vault, held or not, attachments too. */
  exists(path: string): boolean;
  readonly resolve: ResolveLink;
  /** What it was made of by `withNotes`; null for a library that holds its own notes. */
  readonly layer: Layer | null;
  /** What was worked out of these notes; a library that was made of this one by `withNotes` shares it. */
  readonly memory: Memory;
  /** Tells that a file exists, without its text. */
  add(path: string): readonly string[];
  /** Takes a note's new text; the file exists from then on. */
  update(path: string, text: string): readonly string[];
  /** Tells that a file is gone. */
  remove(path: string): readonly string[];
  /** Tells that a file is now called `to`; what is held of it moves along, links to it do not. */
  rename(from: string, to: string): readonly string[];
  /**
   * Held notes that show any part of this one through embeds, at any depth that embeds are followed; without itself.
   */
  embedders(path: string): readonly string[];
  /** Existing notes that `path` embeds at any depth, or links into by heading or block, and that are not held yet. */
  wanted(path: string): readonly string[];
}

/** A library, and the notes that stand in for its own. */
export interface Layer {
  readonly base: Library;
  readonly edited: ReadonlyMap<string, Note>;
}

export interface LibraryOptions {
  /**
   * How links resolve, by default as Obsidian does, over the files that were added; the app has its own index, and gets
   * that answer to compare.
   */
  readonly resolve?: (linkpath: string, from: string, byName: ResolveLink) => LinkTarget;
  /**
   * How many notes stay parsed, which takes four times the memory of their text: by default a few, those that were
   * asked for last.
   */
  readonly parsed?: number;
}

/** Enough for a postmortem with what it embeds, and for those that are open. */
const keptParsed = 32;

/** An empty library. A change costs O(links of the note + its dependents), whatever the size of the vault. */
export function createLibrary(options: LibraryOptions = {}): Library {
  const files = createLinkIndex();
  const { resolve: resolveInApp } = options;
  const resolve: ResolveLink = resolveInApp
    ? (linkpath, from) => resolveInApp(linkpath, from, files.resolve)
    : files.resolve;
  const notes = new NoteTexts(options.parsed ?? keptParsed);
  const changes: string[] = [];
  /** Held note → names of its links and embeds: a file of that name can change where they lead. */
  const mentions = new Graph();
  /** Held note → files it embeds. */
  const shows = new Graph();
  /** Held note → notes it links into by heading or block. */
  const pointsInto = new Graph();

  const connect = (note: Note): void => {
    const targets = (links: readonly Link[]): Set<string> => {
      const paths = new Set<string>();
      for (const link of links) {
        const target = link.external ? null : resolve(splitTarget(link.target).linkpath, note.path);
        if (target?.kind === "found" && target.path !== note.path) paths.add(target.path);
      }
      return paths;
    };
    shows.replace(note.path, targets(note.embeds));
    pointsInto.replace(
      note.path,
      targets([...note.links, ...note.propertyLinks].filter((link) => link.target.includes("#"))),
    );
  };

  const held = (paths: Iterable<string>): readonly string[] =>
    [...new Set(paths)].filter((path) => notes.text(path) !== null);

  /** Leads the links that a file of this name can change anew; returns the notes that they stand in or are shown by. */
  const relink = (path: string): readonly string[] => {
    const users = [...mentions.sources(linkName(path))];
    for (const user of users) {
      const note = notes.note(user);
      if (note !== null) connect(note);
    }
    return [...users, ...shows.ancestors(users, maxEmbedDepth)];
  };

  const library: Library = {
    note: (path) => notes.note(path),
    text: (path) => notes.text(path),
    paths: () => notes.paths(),
    changes,
    exists: (path) => files.has(path),
    resolve,
    layer: null,
    memory: new Memory(),
    add(path) {
      if (!files.add(path)) return [];
      changes.push(path);
      // While no note is held no link can lead elsewhere: a host that starts adds every file of the vault.
      return notes.size > 0 ? held(relink(path)) : [];
    },
    update(path, text) {
      const affected = [path, ...library.add(path)];
      if (notes.text(path) === text) return affected;
      const note = notes.set(path, text);
      changes.push(path);
      mentions.replace(path, namesIn(note));
      connect(note);
      return held([...affected, ...shows.ancestors([path], maxEmbedDepth), ...pointsInto.sources(path)]);
    },
    remove(path) {
      files.remove(path);
      notes.delete(path);
      changes.push(path);
      for (const graph of [mentions, shows, pointsInto]) graph.replace(path, new Set());
      return held(relink(path));
    },
    rename(from, to) {
      const text = notes.text(from);
      const affected = library.remove(from);
      return held([...affected, ...(text === null ? library.add(to) : library.update(to, text))]);
    },
    embedders: (path) => [...shows.ancestors([path], maxEmbedDepth)].filter((embedder) => embedder !== path),
    wanted(path) {
      const shown = shows.descendants([path], maxEmbedDepth);
      return [...new Set([...shown, ...pointsInto.targets(path)])].filter(
        (target) => target !== path && isNotePath(target) && notes.text(target) === null,
      );
    },
  };
  return library;
}

/** The names by which a note's links and embeds look for files. */
function namesIn(note: Note): ReadonlySet<string> {
  const names = new Set<string>();
  for (const link of [...note.embeds, ...note.links, ...note.propertyLinks]) {
    const name = link.external ? null : linkName(splitTarget(link.target).linkpath, note.path);
    if (name !== null) names.add(name);
  }
  return names;
}
