/** Where a link leads. */
export type LinkTarget =
  | {
      readonly kind: "found";
      readonly path: string;
      /** Other files that the same words could mean with equal right; the choice among them is by length only. */
      readonly others: readonly string[];
    }
  | { readonly kind: "missing" }
  /** The path would leave the vault. */
  | { readonly kind: "outside" };

/** Resolves the part of a link before `#` as seen from the note at `from`; an empty linkpath is `from` itself. */
export type ResolveLink = (linkpath: string, from: string) => LinkTarget;

/** The files of a vault, found by name. */
export interface LinkIndex {
  add(path: string): void;
  remove(path: string): void;
  has(path: string): boolean;
  /**
   * Resolves as Obsidian does: without regard to case or Unicode form, `.md` optional, `./` and `../`
   * from the note's folder, a leading `/` from the root only; else the exact path in the vault, then a file
   * whose path ends with the words: in the note's folder, below it, anywhere, the shortest path first.
   */
  readonly resolve: ResolveLink;
}

interface File {
  readonly path: string;
  readonly key: string;
}

/** An empty index. Looking up costs O(files of the same name), and O(1) where the path or the folder decides. */
export function createLinkIndex(): LinkIndex {
  const byPath = new Map<string, File[]>();
  const byName = new Map<string, File[]>();

  /** The files that `words`, a normalised path without `.` and `..`, can mean, the best first. */
  const candidates = (words: string, folder: string, exact: boolean): readonly File[] => {
    const direct = byPath.get(words);
    if (direct) return direct;
    if (exact) return [];
    const sibling = byPath.get(join(folder, words));
    if (sibling) return sibling;
    const ending = `/${words}`;
    const found = (byName.get(nameOf(words)) ?? []).filter((file) => file.key.endsWith(ending));
    const below = folder === "" ? [] : found.filter((file) => file.key.startsWith(`${folder}/`));
    return below.length > 0 ? below : found;
  };

  return {
    add(path) {
      const file = { path, key: linkKey(path) };
      insert(byPath, file.key, file);
      insert(byName, nameOf(file.key), file);
    },
    remove(path) {
      const key = linkKey(path);
      drop(byPath, key, path);
      drop(byName, nameOf(key), path);
    },
    has: (path) => byPath.get(linkKey(path))?.some((file) => file.path === path) ?? false,
    resolve(linkpath, from) {
      if (linkpath.trim() === "") return { kind: "found", path: from, others: [] };
      const { words, exact } = wordsOf(linkpath, from);
      if (words === null) return { kind: "outside" };
      const named = nameOf(words).includes(".") ? [words, `${words}.md`] : [`${words}.md`, words];
      for (const name of named) {
        const [first, ...rest] = candidates(name, folderOf(linkKey(from)), exact);
        if (first) return { kind: "found", path: first.path, others: rest.map((file) => file.path) };
      }
      return { kind: "missing" };
    },
  };
}

/** A link's target in its two parts: the path, and the subpath from the first `#` on. */
export function splitTarget(target: string): { readonly linkpath: string; readonly subpath: string } {
  const hash = target.indexOf("#");
  return hash < 0 ? { linkpath: target.trim(), subpath: "" } : { linkpath: target.slice(0, hash).trim(), subpath: target.slice(hash) };
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

/** What a link and every file that it can mean have in common; a file's own is that of its path. Null for links out of the vault. */
export function linkName(linkpath: string, from = ""): string | null {
  const { words } = wordsOf(linkpath, from);
  if (words === null) return null;
  let name = nameOf(words);
  while (name.endsWith(".md")) name = name.slice(0, -3);
  return name;
}

/** A linkpath as it is looked up: without `.` and `..`, null when it climbs out of the vault; `exact` when it is a whole path. */
function wordsOf(linkpath: string, from: string): { readonly words: string | null; readonly exact: boolean } {
  const key = linkKey(linkpath);
  const relative = key.startsWith("./") || key.startsWith("../");
  return { words: withoutDots(relative ? join(folderOf(linkKey(from)), key) : key), exact: relative || key.startsWith("/") };
}

/** A path as paths are compared: one Unicode form, plain spaces, no case. */
function linkKey(path: string): string {
  return path.trim().replaceAll("\u00a0", " ").normalize("NFC").toLowerCase();
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

/** The path with `.`, `..` and empty parts taken out; null when it climbs out of the root. */
function withoutDots(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function byLength(a: File, b: File): number {
  return a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

/** Keeps the files of one key in order, so that the outcome does not depend on the order of adding. */
function insert(files: Map<string, File[]>, key: string, file: File): void {
  const list = files.get(key);
  if (!list) {
    files.set(key, [file]);
    return;
  }
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other?.path === file.path) return;
    if (other && byLength(other, file) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, file);
}

function drop(files: Map<string, File[]>, key: string, path: string): void {
  const list = files.get(key);
  const index = list?.findIndex((file) => file.path === path) ?? -1;
  if (index < 0) return;
  list?.splice(index, 1);
  if (list?.length === 0) files.delete(key);
}
