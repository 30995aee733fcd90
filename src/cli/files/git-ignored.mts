import { join, relative, sep } from "node:path";
import { pathPatterns } from "../../base";
import type { PathPatterns } from "../../base";
import { readRegular } from "./read-files.mts";
import { gitRootOf } from "./settings-file.mts";

/**
 * The files among some of a vault that git ignores by a `.gitignore` of its repository; none outside of a repository.
 * A folder that was named although it is ignored is meant: its files are not.
 *
 * @param root absolute path of the vault
 * @param named folder of the vault that the command line names; empty for the vault
 */
export async function gitIgnored(root: string, named: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const repository = await gitRootOf(root);
  if (repository === null) return new Set();
  const place = relative(repository, root).split(sep).join("/");
  const inRepository = (path: string): string => [place, path].filter((part) => part !== "").join("/");
  const rules = new Map<string, PathPatterns | null>();
  const start = inRepository(named);
  const all = paths.map(inRepository);
  for (const path of [start, ...all]) {
    // Folders are looked at once each; most have no rules.
    for (
      let folder: string | null = folderOf(path);
      folder !== null && !rules.has(folder);
      folder = folder === "" ? null : folderOf(folder)
    )
      rules.set(folder, await readRules(join(repository, folder)));
  }
  const isIgnored = (path: string): boolean => {
    for (
      let folder: string | null = folderOf(path);
      folder !== null;
      folder = folder === "" ? null : folderOf(folder)
    ) {
      const below = folder === "" ? path : path.slice(folder.length + 1);
      if (rules.get(folder)?.matches(below) === true) return true;
    }
    return false;
  };
  if (start !== "" && isIgnored(start)) return new Set();
  return new Set(paths.filter((_, index) => isIgnored(all[index] ?? "")));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

async function readRules(folder: string): Promise<PathPatterns | null> {
  try {
    return pathPatterns((await readRegular(join(folder, ".gitignore"))).toString("utf8").split("\n"));
  } catch {
    // No file, or none that can be read: nothing is ignored by it.
    return null;
  }
}
