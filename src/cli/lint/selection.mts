import { createHash } from "node:crypto";
import { pathPatterns } from "../../base";
import type { Target } from "../files/targets.mts";
import type { Workspace } from "../files/workspace.mts";
import { CannotRun, type Io } from "../io.mts";
import { changesSince } from "./git.mts";
import type { Changes } from "./git.mts";

/** One of several parts of a vault that together are the whole, such as 2 of 5. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `--shard`, written as `2/5`. */
export function readShard(given: string | undefined): Shard {
  if (given === undefined) return { index: 1, count: 1 };
  const [, index = "", count = ""] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index < 1 || shard.index > shard.count)
    throw new CannotRun(`\`--shard\` cannot be \`${given}\``, "it says which part of how many, such as 1/3");
  return shard;
}

/**
 * Whether a note belongs to a shard. That depends on its path alone, so notes stay where they are when others come and
 * go.
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return createHash("sha256").update(path).digest().readUInt32BE() % count === index - 1;
}

/** Notes of a vault, and which of them are checked. */
export interface SelectedNotes {
  readonly workspace: Workspace;
  readonly selection: Selection;
}

/** Which of the named postmortems are checked. */
export interface Selection {
  readonly shard: Shard;
  /** Of the notes that are named, only postmortems, and with them those that embed what is named. */
  readonly onlyPostmortems: boolean;
  /** Null when it does not matter what has changed. */
  readonly changes: Changes | null;
}

/** Reads the options that leave postmortems out. */
export async function readSelection(
  values: {
    readonly shard?: string | undefined;
    readonly "changed-since"?: string | undefined;
    readonly "only-postmortems"?: boolean | undefined;
  },
  { root }: Workspace,
  io: Io,
): Promise<Selection> {
  const since = values["changed-since"];
  const onlyPostmortems = values["only-postmortems"] ?? false;
  return {
    shard: readShard(values.shard),
    onlyPostmortems,
    changes: since === undefined ? null : await changesSince(since, root, io),
  };
}

/** Reads what is named, and returns the paths of the postmortems that are to be checked. */
export async function loadSelected(workspace: Workspace, selection: Selection): Promise<ReadonlySet<string>> {
  return selectedOf(await loadNamed(workspace, selection), workspace, selection);
}

/** Those among the postmortems that are named which a selection leaves. */
export function selectedOf(
  named: ReadonlySet<string>,
  workspace: Workspace,
  { shard, changes }: Selection,
): ReadonlySet<string> {
  const affected = changes === null ? null : affectedBy(changes, workspace);
  return new Set([...named].filter((path) => isInShard(path, shard) && affected?.has(path) !== false));
}

/** What is selected now that notes have changed; without a look at what git says. */
export function stillSelected(workspace: Workspace, { shard }: Selection): ReadonlySet<string> {
  const named = workspace.targets.flatMap((target) =>
    target.kind === "folder"
      ? workspace.found(target.path).filter((path) => fits(path, target))
      : workspace.library.text(target.path) === null
        ? []
        : [target.path],
  );
  return new Set(named.filter((path) => isInShard(path, shard)));
}

/** Reads what is named: notes, whatever they are, and the postmortems in folders. */
export async function loadNamed(
  workspace: Workspace,
  { onlyPostmortems }: Pick<Selection, "onlyPostmortems">,
): Promise<ReadonlySet<string>> {
  const { library, settings, targets } = workspace;
  const excluded = pathPatterns(settings.exclude);
  const notes = targets.flatMap(({ kind, path }) => (kind === "note" && !excluded.matches(path) ? [path] : []));
  const paths = new Set<string>();
  if (onlyPostmortems) {
    const all = await workspace.postmortems("");
    const named = new Set(notes.filter((path) => library.exists(path)));
    const shown = new Set([...named].flatMap((path) => [path, ...library.embedders(path)]));
    for (const path of all) if (shown.has(path)) paths.add(path);
  } else {
    await workspace.load(notes);
    for (const path of notes) paths.add(path);
  }
  for (const target of targets) {
    if (target.kind !== "folder") continue;
    for (const path of await workspace.postmortems(target.path)) if (fits(path, target)) paths.add(path);
  }
  return paths;
}

/** Whether a file of a named folder fits the pattern behind it, if there is one. */
function fits(path: string, { path: folder, pattern }: Target): boolean {
  if (pattern === undefined) return true;
  return pathPatterns([`/${pattern}`]).matches(folder === "" ? path : path.slice(folder.length + 1));
}

/** What changed, what shows any of it, and what has lost a note that it mentions. */
function affectedBy({ present, gone }: Changes, { library }: Workspace): ReadonlySet<string> {
  const affected = new Set(present.flatMap((path) => [path, ...library.embedders(path)]));
  for (const path of gone) for (const loser of library.add(path)) affected.add(loser);
  for (const path of gone) library.remove(path);
  return affected;
}
