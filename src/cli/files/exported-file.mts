import { realpath } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { Vault } from "../../vault";
import { CannotRun, type Io } from "../io.mts";
import { createNodeVault, nearestFolder, reasonOf } from "./node-vault.mts";

/**
 * A file outside the vault, in the nearest folder that is there, which is written to as if it were a vault: nothing is
 * overwritten, nothing gets out of it, and a folder is made only when there is something to put into it.
 */
export interface WritableFile {
  readonly vault: Vault;
  /** Path in that folder. */
  readonly path: string;
  /** Absolute path, without links. */
  readonly real: string;
}

/** The file that `--output` names. */
export async function writableFile(output: string, io: Io): Promise<WritableFile> {
  const file = resolve(io.cwd, output);
  try {
    const folder = await nearestFolder(dirname(file));
    const root = await realpath(folder);
    const path = relative(folder, file);
    return {
      vault: createNodeVault(root, () => undefined),
      path: path.split(sep).join("/"),
      real: resolve(root, path),
    };
  } catch (error) {
    throw new CannotRun(`cannot write \`${output}\`: ${reasonOf(error)}`);
  }
}
