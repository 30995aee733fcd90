import type { Dirent } from "node:fs";
import { isUtf8 } from "node:buffer";
import { mkdir, readdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import process from "node:process";
import { applyEdits } from "../../base";
import type { Edit } from "../../base";
import type { BytesResult, ReadResult, Vault, WriteResult } from "../../vault";
import { readFiles, readRegular, type ReadFile } from "./read-files.mts";
import { createFile, errorCode, replaceFile } from "./write-file.mts";

/** Says what could not be read on the way; the rest goes on. */
export type Report = (message: string) => void;

/** A vault that can be read in bulk. */
export interface NodeVault extends Vault {
  /**
   * Reads many files and hands over the bytes of each as it comes; they are valid during the call only. See {@link
   * textOf}.
   */
  readEach(paths: readonly string[], take: (path: string, file: ReadFile) => void): Promise<void>;
}

/**
 * A vault in a folder. Hidden folders and `node_modules` are left out, links are never followed out of
 * the vault, texts keep their bytes, and a change replaces a file as a whole or not at all.
 *
 * @param root absolute path of the vault, itself without links
 */
export function createNodeVault(root: string, report: Report): NodeVault {
  /** Files that were listed and are no links: where they lie needs no second look. */
  const plain = new Set<string>();
  return {
    async list() {
      const linked: string[] = [];
      plain.clear();
      await collect(root, "", { plain, linked }, report);
      return [...plain, ...linked];
    },
    async read(path) {
      if (plain.has(path)) return readText(join(root, path), path);
      const file = await locate(root, path);
      if (!file.ok) return { ok: false, reason: "missing", message: file.message };
      return readText(file.path, path);
    },
    async readBytes(path) {
      const file = await locate(root, path);
      return file.ok ? readBytes(file.path, path) : { ok: false, reason: "missing", message: file.message };
    },
    async readEach(paths, take) {
      const files: string[] = [];
      const found: string[] = [];
      for (const path of paths) {
        const file: Located = plain.has(path) ? { ok: true, path: `${root}/${path}` } : await locate(root, path);
        if (!file.ok) {
          take(path, { error: new Error(file.message) });
          continue;
        }
        files.push(file.path);
        found.push(path);
      }
      await readFiles(files, (index, result) => {
        take(found[index] ?? "", result);
      });
    },
    async change(path, checked, edits) {
      const file = await locate(root, path);
      if (!file.ok) return file;
      return replace(file.path, path, checked, edits);
    },
    async create(path, content) {
      return write(root, path, content);
    },
  };
}

async function collect(
  root: string,
  folder: string,
  files: { plain: Set<string>; linked: string[] },
  report: Report,
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    report(`cannot read folder \`${folder === "" ? "." : folder}\`: ${reasonOf(error)}`);
    return;
  }
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile()) files.plain.add(path);
    else if (entry.isSymbolicLink() && (await isFileWithin(root, path))) files.linked.push(path);
  }
  await Promise.all(folders.map((path) => collect(root, path, files, report)));
}

async function isFileWithin(root: string, path: string): Promise<boolean> {
  const file = await locate(root, path);
  return file.ok && (await stat(file.path)).isFile();
}

/** Who the program runs as; on Windows every file has the owner 0. */
const owner = process.getuid?.() ?? 0;

type Located = { ok: true; path: string } | { ok: false; reason: "missing" | "outside"; message: string };

/** The real path of an existing file, if it lies in the vault. */
async function locate(root: string, path: string): Promise<Located> {
  if (!isVaultPath(root, path)) return outside(path);
  try {
    const real = await realpath(join(root, path));
    return isWithin(root, real) ? { ok: true, path: real } : outside(path);
  } catch (error) {
    return { ok: false, reason: "missing", message: `cannot read \`${path}\`: ${reasonOf(error)}` };
  }
}

function outside(path: string): { ok: false; reason: "outside"; message: string } {
  return { ok: false, reason: "outside", message: `\`${path}\` lies outside the vault` };
}

function isVaultPath(root: string, path: string): boolean {
  return !isAbsolute(path) && isWithin(root, join(root, path));
}

/** Whether a path, without links, lies in a folder or is it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function readBytes(file: string, path: string): Promise<BytesResult> {
  try {
    return { ok: true, bytes: await readRegular(file) };
  } catch (error) {
    return unread(path, error);
  }
}

async function readText(file: string, path: string): Promise<ReadResult> {
  try {
    return decodedText(path, { bytes: await readRegular(file) });
  } catch (error) {
    return decodedText(path, { error });
  }
}

/**
 * The text of what was read; every byte can be written back, so the BOM is part of it and what is not UTF-8 is no text.
 */
export function decodedText(path: string, file: ReadFile): ReadResult {
  if ("error" in file) return unread(path, file.error);
  if (file.bytes.includes(0)) return { ok: false, reason: "binary", message: `\`${path}\` is not a text file` };
  if (!isUtf8(file.bytes)) return { ok: false, reason: "binary", message: `\`${path}\` is not UTF-8 text` };
  return { ok: true, text: file.bytes.toString("utf8") };
}

function unread(path: string, error: unknown): Extract<BytesResult, { ok: false }> {
  return {
    ok: false,
    reason: errorCode(error) === "ENOENT" ? "missing" : "unreadable",
    message: `cannot read \`${path}\`: ${reasonOf(error)}`,
  };
}

async function replace(file: string, path: string, checked: string, edits: readonly Edit[]): Promise<WriteResult> {
  const current = await readText(file, path);
  if (!current.ok) return { ok: false, reason: "unwritable", message: current.message };
  if (current.text !== checked)
    return { ok: false, reason: "changed", message: `\`${path}\` was changed in the meantime` };
  const text = applyEdits(checked, edits);
  if (text === null)
    return { ok: false, reason: "unwritable", message: `the edits of \`${path}\` do not fit together` };

  try {
    const { mode, nlink, uid } = await stat(file);
    const kept =
      nlink > 1 ? "it has other names, by hard links," : uid === owner ? null : "it belongs to somebody else,";
    if (kept !== null)
      return {
        ok: false,
        reason: "unwritable",
        message: `cannot write \`${path}\`: ${kept} which would be lost; make the change by hand`,
      };
    await replaceFile(file, text, mode & 0o7777);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: "unwritable", message: `cannot write \`${path}\`: ${reasonOf(error)}` };
  }
}

async function write(root: string, path: string, content: string | Uint8Array): Promise<WriteResult> {
  const file = join(root, path);
  if (!isVaultPath(root, path)) return outside(path);
  try {
    if (!isWithin(root, await realpath(await nearestFolder(dirname(file))))) return outside(path);
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    return { ok: false, reason: "unwritable", message: `cannot make the folder of \`${path}\`: ${reasonOf(error)}` };
  }
  try {
    await createFile(file, content);
    return { ok: true };
  } catch (error) {
    if (errorCode(error) === "EEXIST") return { ok: false, reason: "exists", message: `\`${path}\` exists already` };
    return { ok: false, reason: "unwritable", message: `cannot write \`${path}\`: ${reasonOf(error)}` };
  }
}

/**
 * The folder itself, or the nearest one above it that exists.
 *
 * @throws what the file system says, or that something else stands there
 */
export async function nearestFolder(folder: string): Promise<string> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error(`\`${folder}\` is no folder`);
    return folder;
  } catch (error) {
    if (errorCode(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    return nearestFolder(dirname(folder));
  }
}

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const words: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder",
    ENOTDIR: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EISDIR: "it is a folder",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left",
    ENAMETOOLONG: "the name is too long",
    ELOOP: "its links lead in a circle",
  };
  return words[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
