import { createHash } from "node:crypto";
import { lstat, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Io } from "../io.mts";
import { reasonOf } from "../files/node-vault.mts";
import { readRegular } from "../files/read-files.mts";

/** Where the results of a vault are kept: the user's cache folder, never the vault, which may be synced. */
export function cacheFolder(root: string, { env }: Io): string {
  const home = homedir();
  const places = {
    darwin: join(home, "Library", "Caches"),
    win32: env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"),
    // https://specifications.freedesktop.org/basedir-spec: relative paths are to be ignored.
    other: env["XDG_CACHE_HOME"]?.startsWith("/") === true ? env["XDG_CACHE_HOME"] : join(home, ".cache"),
  };
  const system = platform();
  return join(places[system === "darwin" || system === "win32" ? system : "other"], "postmortem", digestOf(root));
}

/** Tells one text from every other; of bytes in UTF-8 the same. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 24);
}

/**
 * What {@link writeCacheFile} has stored; null when there is nothing, or anything that this program did not write as a
 * whole.
 */
export async function readCacheFile(folder: string, name: string): Promise<unknown> {
  try {
    if (!(await isOwn(folder)) || !(await isOwn(join(folder, name)))) return null;
    const content = await readRegular(join(folder, name));
    const end = content.indexOf("\n");
    const body = content.subarray(end + 1);
    return content.toString("latin1", 0, Math.max(0, end)) === seal(body) ? JSON.parse(body.toString("utf8")) : null;
  } catch {
    // Whatever is wrong with it, the work is done again.
    return null;
  }
}

/** Whether only the user who runs this can have written something: a seal proves that it is whole, not whose it is. */
async function isOwn(path: string): Promise<boolean> {
  const { uid, mode } = await lstat(path);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/**
 * Stores a value; other runs see the old or the new content, nothing between. Returns in words why it cannot be stored,
 * else null.
 */
export async function writeCacheFile(folder: string, name: string, value: unknown): Promise<string | null> {
  const body = Buffer.from(JSON.stringify(value));
  const temporary = join(folder, `.${name}-${process.pid}-${Date.now()}.tmp`);
  try {
    // The results quote notes: they are nobody else's business.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, Buffer.concat([Buffer.from(`${seal(body)}\n`), body]), { flag: "wx", mode: 0o600 });
    await rename(temporary, join(folder, name));
    return null;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return reasonOf(error);
  }
}

/** The first line of a stored file, by which it proves to be whole. */
function seal(body: Uint8Array): string {
  return `postmortem cache 1 ${digestOf(body)}`;
}
