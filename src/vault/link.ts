/** Where a link leads. */
export type LinkTarget =
  | {
      readonly kind: "found";
      readonly path: string;
      /** Other files that the same words could mean with equal right; the choice among them is by length only. */
      readonly others: readonly string[];
    }
  | { readonly kind: "missing" }
  /** The path would leave the vault, and names nothing at its root either. */
  | { readonly kind: "outside" };

/** Resolves the part of a link before `#` as seen from the note at `from`; an empty linkpath is `from` itself. */
export type ResolveLink = (linkpath: string, from: string) => LinkTarget;

/** The files of a vault, found by name. */
export interface LinkIndex {
  /** Returns whether the file is new to the index. */
  add(path: string): boolean;
  remove(path: string): void;
  has(path: string): boolean;
  /**
   * Resolves as Obsidian does: without regard to case or Unicode form, `.md` optional, `./` and `../`
   * from the note's folder, a leading `/` from the root only, and no further up than the root; else the exact path in
   * the vault, then a file whose path ends with the words: in the note's folder, below it, anywhere, the shortest path
   * first.
   */
  readonly resolve: ResolveLink;
}

/** The paths that have one file name, by their keys; the path itself where it is the only one, as most are. */
type SameName = string | Map<string, readonly string[]>;

/**
 * An empty index. Holds no more of a file than its name. Looking up costs O(files of the same name), and O(1) where
 * the path or the folder decides.
 */
export function createLinkIndex(): LinkIndex {
  const byName = new Map<string, SameName>();

  /** The files that `words`, a normalised path without `.` and `..`, can mean, the best first. */
  const candidates = (words: string, folder: string, exact: boolean): readonly string[] => {
    const files = byName.get(nameKey(words)) ?? new Map<string, readonly string[]>();
    const ending = `/${words}`;
    if (typeof files === "string") {
      const key = linkKey(files);
      return key === words || (!exact && key.endsWith(ending)) ? [files] : [];
    }
    const direct = files.get(words) ?? (exact ? [] : files.get(join(folder, words)));
    if (direct) return direct;
    const found = [...files].filter(([key]) => key.endsWith(ending));
    const below = folder === "" ? [] : found.filter(([key]) => key.startsWith(`${folder}/`));
    return (below.length > 0 ? below : found).flatMap(([, paths]) => paths).sort(byLength);
  };

  return {
    add(path) {
      const name = nameKey(path);
      const files = byName.get(name);
      if (files === path) return false;
      if (files === undefined) {
        byName.set(name, path);
        return true;
      }
      const several: Map<string, readonly string[]> =
        typeof files === "string" ? new Map([[linkKey(files), [files]]]) : files;
      byName.set(name, several);
      const key = linkKey(path);
      const paths = several.get(key) ?? [];
      if (paths.includes(path)) return false;
      // In order, so that the outcome does not depend on the order of adding.
      several.set(key, [...paths, path].sort(byLength));
      return true;
    },
    remove(path) {
      const name = nameKey(path);
      const files = byName.get(name);
      if (files === path) byName.delete(name);
      if (files === undefined || typeof files === "string") return;
      const key = linkKey(path);
      const rest = files.get(key)?.filter((other) => other !== path) ?? [];
      if (rest.length > 0) files.set(key, rest);
      else files.delete(key);
      if (files.size === 0) byName.delete(name);
    },
    has(path) {
      const files = byName.get(nameKey(path));
      return typeof files === "string" ? files === path : (files?.get(linkKey(path))?.includes(path) ?? false);
    },
    resolve(linkpath, from) {
      if (linkpath.trim() === "") return { kind: "found", path: from, others: [] };
      const { words, exact, climbs } = wordsOf(linkpath, from);
      const named = nameOf(words).includes(".") ? [words, `${words}.md`] : [`${words}.md`, words];
      for (const name of named) {
        const [path, ...others] = candidates(name, folderOf(linkKey(from)), exact);
        if (path !== undefined) return { kind: "found", path, others };
      }
      return { kind: climbs ? "outside" : "missing" };
    },
  };
}

/** Whether a file is a note; every other file is an attachment. */
export function isNotePath(path: string): boolean {
  return path.toLowerCase().endsWith(".md");
}

/** How people call a note: its file name without folder and `.md`. */
export function noteName(path: string): string {
  const name = nameOf(path);
  return isNotePath(name) ? name.slice(0, -3) : name;
}

/** What a link and every file that it can mean have in common; a file's own is that of its path. */
export function linkName(linkpath: string, from = ""): string {
  let name = nameOf(wordsOf(linkpath, from).words);
  while (name.endsWith(".md")) name = name.slice(0, -3);
  return name;
}

/**
 * Whether a path climbs out of the vault, as seen from the note at `from`. Links of notes may; what a host names may
 * not.
 */
export function leavesVault(linkpath: string, from: string): boolean {
  return wordsOf(linkpath, from).climbs;
}

/** A linkpath as it is looked up. */
interface LinkWords {
  /** Without `.` and `..`; what climbs out of the vault stops at its root, as in the app. */
  readonly words: string;
  /** It is a whole path. */
  readonly exact: boolean;
  readonly climbs: boolean;
}

function wordsOf(linkpath: string, from: string): LinkWords {
  const key = linkKey(linkpath);
  const relative = key.startsWith("./") || key.startsWith("../");
  return {
    ...withoutDots(relative ? join(folderOf(linkKey(from)), key) : key),
    exact: relative || key.startsWith("/"),
  };
}

/** A path as paths are compared: one Unicode form, plain spaces, no case. */
function linkKey(path: string): string {
  const plain = /[^ -~]/.test(path) ? path.replaceAll("\u00a0", " ").normalize("NFC") : path;
  return plain.trim().toLowerCase();
}

/** The file name of a path, as names are compared. */
function nameKey(path: string): string {
  return linkKey(nameOf(path));
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

function folderOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The path with `.`, `..` and empty parts taken out; one that climbs out of the root starts there. */
function withoutDots(path: string): { readonly words: string; readonly climbs: boolean } {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) return { words: path, climbs: false };
  const parts: string[] = [];
  let climbs = false;
  for (const part of path.split("/")) {
    if (part === "..") climbs = parts.pop() === undefined || climbs;
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return { words: parts.join("/"), climbs };
}

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
