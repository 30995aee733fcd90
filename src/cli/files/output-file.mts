import { realpath, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { isWithin, reasonOf } from "./node-vault.mts";
import { replaceFile } from "./write-file.mts";

/** Writes a document to the file that `--output` names; it may be written again, but a file of the vault never is. */
export async function writeOutput(output: string, text: string, root: string, io: Io): Promise<void> {
  const file = resolve(io.cwd, output);
  const existing = await realpath(file).catch(() => null);
  if (existing !== null && isWithin(root, existing)) {
    throw new CannotRun(
      `\`${output}\` exists in the vault and is not overwritten`,
      "choose another name, or a place outside the vault",
    );
  }
  try {
    // A pipe or a device such as /dev/stdout is written to, never replaced.
    const status = existing === null ? null : await stat(existing);
    if (existing === null || status === null) await replaceFile(file, text);
    else if (status.isFile()) await replaceFile(existing, text, status.mode & 0o7777);
    else await writeFile(existing, text);
  } catch (error) {
    throw new CannotRun(`cannot write \`${output}\`: ${reasonOf(error)}`);
  }
}
