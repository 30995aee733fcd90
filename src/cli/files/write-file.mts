import { chmod, link, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";

let written = 0;

/**
 * Puts a file in place as a whole or not at all, whenever the program is killed: it is written beside its
 * place and then given its name. What may stay behind is a hidden `.postmortem-….tmp`.
 *
 * @param mode permissions of the file; those of a new file by default
 * @throws what the file system says, and nothing is left behind
 */
export async function replaceFile(file: string, content: string | Uint8Array, mode?: number): Promise<void> {
  await beside(file, content, mode, (temporary) => rename(temporary, file));
}

/**
 * The same for a file that must not exist yet.
 *
 * @throws `EEXIST` when it does, even if it appeared a moment ago
 */
export async function createFile(file: string, content: string | Uint8Array): Promise<void> {
  await beside(file, content, undefined, async (temporary) => {
    try {
      await link(temporary, file);
    } catch (error) {
      if (!withoutLinks.has(errorCode(error))) throw error;
      // File systems without links, such as FAT: the name is taken first, so that nothing is overwritten.
      await (await open(file, "wx")).close();
      await rename(temporary, file);
      return;
    }
    await rm(temporary);
  });
}

async function beside(
  file: string,
  content: string | Uint8Array,
  mode: number | undefined,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(file), `.postmortem-${process.pid}-${++written}-${Date.now()}.tmp`);
  try {
    // What replaces a note that others may not read is never theirs to read, not for a moment either.
    const handle = await open(temporary, "wx", mode === undefined ? 0o666 : 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mode !== undefined) await chmod(temporary, mode);
    await place(temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** How file systems say that they have no links. */
const withoutLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** The code of a failure of the file system, such as `ENOENT`; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
