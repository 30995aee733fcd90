import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { Memory, once } from "../../base";
import { ruleSettingsProblems } from "../../check";
import type { Note } from "../../note";
import { isPostmortem, mayBePostmortem, noteExtension, readSettings, templatePath } from "../../settings";
import type { Settings } from "../../settings";
import type { Library } from "../../vault";
import { createLibrary } from "../../vault";
import { expectNotes, expectPostmortems } from "../engine.mts";
import type { Shown } from "../format/format.mts";
import type { Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { createProgress } from "../progress.mts";
import { gitIgnored } from "./git-ignored.mts";
import { createNodeVault, isWithin, decodedText } from "./node-vault.mts";
import type { NodeVault } from "./node-vault.mts";
import type { ReadFile } from "./read-files.mts";
import { gitRootOf, loadSettings } from "./settings-file.mts";
import { locateAll, shownFrom } from "./targets.mts";
import type { Target } from "./targets.mts";

/** A vault that a command works on: its files are known by name, notes are read when they are needed. */
export interface Workspace {
  /** Absolute path of the vault. */
  readonly root: string;
  readonly vault: NodeVault;
  readonly settings: Settings;
  /** Every file of the vault, sorted. */
  readonly files: readonly string[];
  /** Those of them that are looked at for postmortems: notes that git does not ignore. */
  readonly notes: readonly string[];
  /** Files that git ignores. */
  readonly ignored: ReadonlySet<string>;
  readonly library: Library;
  /** Notes that are no postmortems, as a look at them has shown; they are not read to find postmortems. */
  readonly plain: Set<string>;
  /** What the command line named, in its order. */
  readonly targets: readonly Target[];
  /** Reads notes and all that they show or point into; one that cannot be read ends the command. */
  load(notes: readonly string[]): Promise<void>;
  /** Finds and reads the postmortems in a folder of the vault, and all that they show or point into. */
  postmortems(folder: string): Promise<readonly string[]>;
  /** The postmortems among the notes that were read, in a folder of the vault, sorted. */
  found(folder: string): readonly string[];
  /**
   * Takes files that have appeared or changed; reads those that matter, and all that these notes show or point into.
   */
  refresh(changed: readonly string[]): Promise<void>;
  /** Tells of something that could not be read; the command goes on, but cannot end with 0. */
  report(message: string): void;
  /** Whether everything could be read so far. */
  isComplete(): boolean;
  readonly shown: Shown;
  /** The same for services that know paths of a repository: from its root, where there is one. */
  readonly shownInRepository: Shown;
  /** Takes the text of a note from elsewhere than its file, and reads all that it shows or points into. */
  take(path: string, text: string): Promise<void>;
}

/** The options that say where things are. */
export interface WorkspaceOptions {
  readonly vault?: string | undefined;
  readonly config?: string | undefined;
  readonly zone?: string | undefined;
  /** Patterns of notes that are left out, beside those of the settings. */
  readonly ignore?: readonly string[] | undefined;
  /** Severities of rules over those of the settings, as `rule:severity`. */
  readonly rule?: readonly string[] | undefined;
}

/** Opens the vault that the named notes and folders lie in. */
export async function openWorkspace(named: readonly string[], options: WorkspaceOptions, io: Io): Promise<Workspace> {
  const { root, targets, team } = await locateAll(named, options.vault, io);
  let complete = true;
  const report = (message: string): void => {
    complete = false;
    io.stderr.line(`postmortem: ${message}`);
  };
  const vault = createNodeVault(root, report);
  const settings = withOptions(await loadSettings(root, team, options, io), options);
  for (const { kind, path } of targets)
    if (kind === "note" && noteExtension(path, settings) === null)
      throw new CannotRun(
        `\`${path}\` is no note`,
        `notes end in ${["md", ...settings.extensions].map((extension) => `\`.${extension}\``).join(", ")}`,
      );
  const files = [...(await vault.list())].sort();
  const plain = new Set<string>();
  const memory = new Memory();
  const isNote = (path: string): boolean => noteExtension(path, settings, memory) !== null;
  const ignored = new Set<string>();
  for (const { kind, path } of targets)
    if (kind === "folder") for (const other of await gitIgnored(root, path, files)) ignored.add(other);
  const notes = files.filter((path) => isNote(path) && !ignored.has(path));
  const top = await repositoryOf(root, io);
  const shown = new Map<string, string>();
  const filled = once(() => {
    const library = createLibrary({ parsed: expectNotes(notes.length) });
    for (const path of files) library.add(path);
    return library;
  });

  const readAll = async (paths: readonly string[], take: (path: string, file: ReadFile) => void): Promise<void> => {
    const progress = createProgress(io, "reading note", paths.length);
    await vault
      .readEach(paths, (path, file) => {
        take(path, file);
        progress.step();
      })
      .finally(() => {
        progress.end();
      });
  };

  /** Notes that are shown or pointed into by notes that were read; what cannot be read is the check's to report. */
  const loadWanted = async (notes: readonly string[]): Promise<void> => {
    const library = filled();
    const tried = new Set<string>();
    const named = templatePath(library, settings);
    const template = named === null || library.text(named) !== null ? [] : [named];
    for (;;) {
      const wanted = new Set(
        [...notes.flatMap((path) => library.wanted(path)), ...template].filter((path) => !tried.has(path)),
      );
      if (wanted.size === 0) return;
      await readAll([...wanted], (path, file) => {
        tried.add(path);
        const read = decodedText(path, file);
        if (read.ok) library.update(path, read.text);
      });
    }
  };

  const found = (folder: string): readonly string[] => {
    const library = filled();
    const isFound = (path: string): boolean => {
      const note = library.note(path);
      return isInFolder(path, folder) && note !== null && isPostmortem(note, settings, library.memory);
    };
    return [...library.paths()].filter(isFound).sort();
  };

  return {
    root,
    vault,
    settings,
    files,
    notes,
    ignored,
    plain,
    targets,
    get library() {
      return filled();
    },
    report,
    isComplete: () => complete,
    shown: (path) => {
      const known = shown.get(path) ?? shownFrom(io.cwd, join(root, path));
      shown.set(path, known);
      return known;
    },
    shownInRepository: (path) => shownFrom(top, join(root, path)),
    async take(path, text) {
      filled().update(path, text);
      await loadWanted([path]);
    },
    async load(notes) {
      const library = filled();
      await readAll(notes, (path, file) => {
        const read = decodedText(path, file);
        if (!read.ok) throw new CannotRun(read.message);
        library.update(path, read.text);
      });
      await loadWanted(notes);
    },
    async postmortems(folder) {
      const library = filled();
      const wanted = notes.filter((path) => isInFolder(path, folder) && !plain.has(path));
      await readAll(wanted, (path, file) => {
        if ("bytes" in file && !mayBePostmortem(path, file.bytes.toString("latin1"), settings, library.memory)) {
          plain.add(path);
          return;
        }
        const read = decodedText(path, file);
        if (!read.ok && (read.reason !== "binary" || mayBePostmortem(path, "", settings, library.memory)))
          report(read.message);
        if (read.ok) library.update(path, read.text);
      });
      const postmortems = found(folder);
      expectPostmortems(postmortems.length);
      await loadWanted(postmortems);
      return postmortems;
    },
    found,
    async refresh(changed) {
      const library = filled();
      for (const path of changed) library.add(path);
      const unseen = await gitIgnored(root, "", changed);
      const looked = changed.filter((path) => isNote(path) && !unseen.has(path));
      await readAll(looked, (path, file) => {
        const read = decodedText(path, file);
        if (read.ok && (library.text(path) !== null || mayBePostmortem(path, read.text, settings, library.memory)))
          library.update(path, read.text);
      });
      await loadWanted(found(""));
    },
  };
}

/** The settings with what the command line says over them. */
function withOptions(settings: Settings, { ignore = [], rule = [] }: WorkspaceOptions): Settings {
  const { settings: given, problems } = readSettings({
    exclude: ignore,
    rules: Object.fromEntries(
      rule.map((text) => [text.split(":", 1)[0] ?? "", { severity: text.slice(text.indexOf(":") + 1) }]),
    ),
  });
  const [problem] = [...problems, ...ruleSettingsProblems(given)];
  if (problem !== undefined)
    throw new CannotRun(
      `${problem.setting.startsWith("rules.") ? "`--rule`" : "`--ignore`"}: ${problem.message}`,
      "write `--rule broken-link:off`, or error, warning, info; `--ignore` takes patterns as `.gitignore` does",
    );
  const rules = Object.entries(given.rules).map(([id, own]) => [id, { ...settings.rules[id], ...own }] as const);
  return {
    ...settings,
    exclude: [...settings.exclude, ...ignore],
    rules: { ...settings.rules, ...Object.fromEntries(rules) },
  };
}

/** Where paths for services begin: the checkout that GitHub names, else the git repository, else the working folder. */
async function repositoryOf(root: string, io: Io): Promise<string> {
  const named = io.env["GITHUB_WORKSPACE"];
  const checkout = named === undefined ? null : await realpath(named).catch(() => null);
  if (checkout !== null && isWithin(checkout, root)) return checkout;
  return (await gitRootOf(root)) ?? io.cwd;
}

/** Whether a file lies in a folder of the vault; all do in the vault itself. */
export function isInFolder(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** Opens the one note that a command is about, with all that it shows or points into. */
export async function openNote(
  named: readonly string[],
  options: WorkspaceOptions,
  io: Io,
): Promise<{ workspace: Workspace; note: Note }> {
  if (named.length !== 1) throw new CannotRun("name one note");
  const workspace = await openWorkspace(named, options, io);
  const [target] = workspace.targets;
  if (target?.kind !== "note") throw new CannotRun("name one note, not a folder");
  await workspace.load([target.path]);
  const note = workspace.library.note(target.path);
  if (note === null) throw new CannotRun(`cannot read \`${target.path}\``);
  return { workspace, note };
}

/** Finds and reads the postmortems in the one vault or folder that the command line names, sorted by path. */
export async function findPostmortems(
  named: readonly string[],
  options: WorkspaceOptions,
  io: Io,
): Promise<{ workspace: Workspace; postmortems: readonly string[] }> {
  if (named.length > 1 || (named.length === 0 && options.vault === undefined))
    throw new CannotRun("name one vault", "such as `.`");
  const workspace = await openWorkspace(named.length === 0 ? ["."] : named, options, io);
  const postmortems: string[] = [];
  for (const { kind, path } of workspace.targets) {
    if (kind === "note") throw new CannotRun("name a vault, not a note");
    postmortems.push(...(await workspace.postmortems(path)));
  }
  return { workspace, postmortems };
}
