import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { isWithin, reasonOf } from "./node-vault.mts";
import { configFolder, exists, findTeamSettings, gitRootOf } from "./settings-file.mts";

/** A note or folder of the vault; the path of the vault itself is empty. */
export interface Target {
  readonly kind: "note" | "folder";
  readonly path: string;
  /** Only what fits this pattern, seen from the folder. */
  readonly pattern?: string;
}

/** Relative within the working folder, absolute elsewhere. */
export function shownFrom(cwd: string, file: string): string {
  return (isWithin(cwd, file) ? relative(cwd, file) : file).split(sep).join("/");
}

/** The vault that the command line is about, and where its settings lie. */
export interface LocatedTarget {
  /** Absolute path of the vault, without links. */
  readonly root: string;
  readonly targets: readonly Target[];
  /** The team's file of settings; null where there is none. */
  readonly team: string | null;
}

/** The vault, and the places in it that the command line names. */
export async function locateAll(named: readonly string[], vault: string | undefined, io: Io): Promise<LocatedTarget> {
  const stated = vault === undefined ? null : await locate(resolve(io.cwd, vault), vault);
  if (stated?.kind === "note") throw new CannotRun(`the vault \`${stated.path}\` is no folder`);
  const places: Target[] = [];
  for (const name of named) {
    const inVault = stated === null ? null : join(stated.path, name);
    const fromHere = resolve(io.cwd, name);
    const place = inVault === null || (await exists(fromHere)) ? fromHere : inVault;
    places.push(await locatePattern(place, name));
  }
  const team = await teamSettingsOf(stated === null ? places : [stated], io);
  const roots = new Set(
    stated === null ? await Promise.all(places.map((place) => rootOf(place, team, io))) : [stated.path],
  );
  const [root, other] = roots;
  if (root === undefined) throw new CannotRun("name a vault or a note");
  if (other !== undefined)
    throw new CannotRun(
      `\`${root}\` and \`${other}\` are two vaults`,
      "name them one at a time, or the vault around them with `--vault`",
    );
  const targets = places.map(({ path, ...place }, index) => {
    if (!isWithin(root, path)) throw new CannotRun(`\`${named[index] ?? path}\` does not lie in the vault \`${root}\``);
    return { ...place, path: relative(root, path).split(sep).join("/") };
  });
  return { root, targets, team };
}

/** The one file of settings that holds for all places. */
async function teamSettingsOf(places: readonly Target[], io: Io): Promise<string | null> {
  const files = new Set(await Promise.all(places.map((place) => findTeamSettings(folderOf(place), io))));
  const [file = null, other] = files;
  if (other !== undefined)
    throw new CannotRun(
      `for what is named there are several files of settings: ${[...files].map((name) => `\`${name ?? "none"}\``).join(", ")}`,
      "name the places one at a time, or the settings with `--config`",
    );
  return file;
}

function folderOf(place: Target): string {
  return place.kind === "folder" ? place.path : dirname(place.path);
}

/** The same for a path that may hold `*`, `?` or `[…]`: the folder before it, and the pattern for what is in that. */
async function locatePattern(path: string, name: string): Promise<Target> {
  const parts = path.split(sep);
  const first = parts.findIndex((part) => /[*?[]/.test(part));
  if (first < 0 || (await exists(path))) return locate(path, name);
  return { ...(await locate(parts.slice(0, first).join(sep) || sep, name)), pattern: parts.slice(first).join("/") };
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

/**
 * The vault that a place lies in: the nearest folder upwards that has been a vault in the app; else the one with the
 * team's settings; else the git repository; else the folder itself, or the note's.
 */
async function rootOf(place: Target, team: string | null, io: Io): Promise<string> {
  // A pattern is seen from the working folder.
  const start = place.pattern !== undefined && isWithin(io.cwd, place.path) ? io.cwd : folderOf(place);
  for (let folder = start; ; folder = dirname(folder)) {
    if (await exists(join(folder, configFolder))) return folder;
    if (dirname(folder) === folder) break;
  }
  return team === null ? ((await gitRootOf(start)) ?? start) : dirname(team);
}
