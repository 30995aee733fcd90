import { access, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isPostmortem, mayBePostmortem } from "../incident/postmortem";
import type { Settings } from "../incident/settings";
import type { Note } from "../note/note";
import { createLibrary, type Library } from "../vault/library";
import type { Vault } from "../vault/vault";
import type { Shown } from "./format/format";
import { CannotRun, type Io } from "./io";
import { createNodeVault, isWithin, reasonOf, textOf } from "./node-vault";
import { createProgress } from "./progress";
import type { ReadFile } from "./read-files";
import { configFolder, loadSettings } from "./settings-file";

/** A vault that a command works on: its files are known by name, notes are read when they are needed. */
export interface Workspace {
  /** Absolute path of the vault. */
  readonly root: string;
  readonly vault: Vault;
  readonly settings: Settings;
  readonly library: Library;
  /** What the command line named, in its order. */
  readonly targets: readonly Target[];
  /** Reads notes and all that they show or point into; one that cannot be read ends the command. */
  load(notes: readonly string[]): Promise<void>;
  /** Finds and reads the postmortems in a folder of the vault, and all that they show or point into. */
  postmortems(folder: string): Promise<readonly string[]>;
  /** Tells of something that could not be read; the command goes on, but cannot end with 0. */
  report(message: string): void;
  /** Whether everything could be read so far. */
  isComplete(): boolean;
  readonly shown: Shown;
}

/** A note or folder of the vault; the path of the vault itself is empty. */
export interface Target {
  readonly kind: "note" | "folder";
  readonly path: string;
}

/** The options that say where things are. */
export interface WorkspaceOptions {
  readonly vault?: string | undefined;
  readonly config?: string | undefined;
  readonly zone?: string | undefined;
}

/** Opens the vault that the named notes and folders lie in. */
export async function openWorkspace(named: readonly string[], options: WorkspaceOptions, io: Io): Promise<Workspace> {
  const { root, targets } = await locateAll(named, options.vault, io);
  let complete = true;
  const report = (message: string): void => {
    complete = false;
    io.stderr.write(`postmortem: ${message}\n`);
  };
  const vault = createNodeVault(root, report);
  const settings = await loadSettings(root, options.config, options.zone, io);
  const library = createLibrary();
  const files = [...(await vault.list())].sort();
  for (const path of files) library.add(path);

  const readAll = async (paths: readonly string[], take: (path: string, file: ReadFile) => void): Promise<void> => {
    const progress = createProgress(io, "reading note", paths.length);
    await vault
      .readEach(paths, (path, file) => {
        take(path, file);
        progress.step();
      })
      .finally(() => { progress.end(); });
  };

  /** Notes that are shown or pointed into by notes that were read; what cannot be read is the check's to report. */
  const loadWanted = async (notes: readonly string[]): Promise<void> => {
    const tried = new Set<string>();
    for (;;) {
      const wanted = new Set(notes.flatMap((path) => library.wanted(path)).filter((path) => !tried.has(path)));
      if (wanted.size === 0) return;
      await readAll([...wanted], (path, file) => {
        tried.add(path);
        const read = textOf(path, file);
        if (read.ok) library.update(path, read.text);
      });
    }
  };

  return {
    root,
    vault,
    settings,
    library,
    targets,
    report,
    isComplete: () => complete,
    shown: (path) => shownFrom(io.cwd, join(root, path)),
    async load(notes) {
      await readAll(notes, (path, file) => {
        const read = textOf(path, file);
        if (!read.ok) throw new CannotRun(read.message);
        library.update(path, read.text);
      });
      await loadWanted(notes);
    },
    async postmortems(folder) {
      const notes = files.filter((path) => /\.md$/i.test(path) && (folder === "" || path.startsWith(`${folder}/`)));
      await readAll(notes, (path, file) => {
        if ("bytes" in file && !mayBePostmortem(path, file.bytes.toString("latin1"), settings)) return;
        const read = textOf(path, file);
        if (!read.ok && (read.reason !== "binary" || mayBePostmortem(path, "", settings))) report(read.message);
        if (read.ok) library.update(path, read.text);
      });
      const found = notes.filter((path) => {
        const note = library.note(path);
        return note !== null && isPostmortem(note, settings);
      });
      await loadWanted(found);
      return found;
    },
  };
}

/** Opens the one note that a command is about, with all that it shows or points into. */
export async function openNote(named: readonly string[], options: WorkspaceOptions, io: Io): Promise<{ workspace: Workspace; note: Note }> {
  if (named.length !== 1) throw new CannotRun("name one note");
  const workspace = await openWorkspace(named, options, io);
  const [target] = workspace.targets;
  if (target?.kind !== "note") throw new CannotRun("name one note, not a folder");
  await workspace.load([target.path]);
  const note = workspace.library.note(target.path);
  if (note === null) throw new CannotRun(`cannot read \`${target.path}\``);
  return { workspace, note };
}

/** Relative within the working folder, absolute elsewhere. */
function shownFrom(cwd: string, file: string): string {
  return (isWithin(cwd, file) ? relative(cwd, file) : file).split(sep).join("/");
}

async function locateAll(named: readonly string[], vault: string | undefined, io: Io): Promise<{ root: string; targets: Target[] }> {
  const stated = vault === undefined ? null : await locate(resolve(io.cwd, vault), vault);
  if (stated?.kind === "note") throw new CannotRun(`the vault \`${stated.path}\` is no folder`);
  const places: Target[] = [];
  for (const name of named) {
    const inVault = stated === null ? null : join(stated.path, name);
    const fromHere = resolve(io.cwd, name);
    places.push(await locate(inVault === null || (await exists(fromHere)) ? fromHere : inVault, name));
  }
  const roots = new Set(stated === null ? await Promise.all(places.map(rootOf)) : [stated.path]);
  const [root, other] = roots;
  if (root === undefined) throw new CannotRun("name a vault or a note");
  if (other !== undefined) throw new CannotRun(`\`${root}\` and \`${other}\` are two vaults`, "name them one at a time, or the vault around them with `--vault`");
  const targets = places.map(({ kind, path }, index) => {
    if (!isWithin(root, path)) throw new CannotRun(`\`${named[index] ?? path}\` does not lie in the vault \`${root}\``);
    if (kind === "note" && !/\.md$/i.test(path)) throw new CannotRun(`\`${named[index] ?? path}\` is no note`, "notes are Markdown files that end in `.md`");
    return { kind, path: relative(root, path).split(sep).join("/") };
  });
  return { root, targets };
}

/** What stands at an absolute path; the result's path is absolute, too, and without links. */
async function locate(path: string, name: string): Promise<Target> {
  try {
    const real = await realpath(path);
    return { kind: (await stat(real)).isDirectory() ? "folder" : "note", path: real };
  } catch (error) {
    throw new CannotRun(`cannot open \`${name}\`: ${reasonOf(error)}`);
  }
}

/** The nearest folder upwards that has been a vault in the app; else the folder itself, or the note's. */
async function rootOf(place: Target): Promise<string> {
  const start = place.kind === "folder" ? place.path : dirname(place.path);
  for (let folder = start; ; folder = dirname(folder)) {
    if (await exists(join(folder, configFolder))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
