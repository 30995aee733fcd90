import { closeSync, constants, fstat, open, read, readFile, type Stats } from "node:fs";
import { open as openFile } from "node:fs/promises";

/** How many files are read at a time. */
const concurrency = 64;

/** Bytes of a buffer; few notes are longer. */
const room = 65_536;

/** What came of reading a file. */
export type ReadFile = { readonly bytes: Buffer } | { readonly error: unknown };

/**
 * Reads files, many at a time, and hands over each as it comes, by its index. The bytes are overwritten after the call:
 * with callbacks and a few buffers that are used again, a vault takes half the time of a promise and a buffer per file.
 */
export function readFiles(files: readonly string[], take: (index: number, result: ReadFile) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let started = 0;
    let busy = Math.max(1, Math.min(concurrency, files.length));
    const next = (buffer: Buffer): void => {
      const index = started++;
      const file = files[index];
      if (file === undefined) {
        busy--;
        if (busy === 0) resolve();
        return;
      }
      readOne(file, buffer, (result) => {
        try {
          take(index, result);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        next(buffer);
      });
    };
    for (let reader = busy; reader > 0; reader--) next(Buffer.allocUnsafe(room));
  });
}

/** Bytes of the largest file that is read, a note or a picture; no text is as long, and memory ends. */
const largest = 64 * 1024 * 1024;

/** Without waiting for somebody to write into a pipe. */
const mode = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * The bytes of one file: never of a pipe or a device, which may not end, and not of one beyond 64 MB.
 *
 * @throws what the file system says, or in words why the file is not read
 */
export async function readRegular(file: string): Promise<Buffer> {
  const handle = await openFile(file, mode);
  try {
    const refusal = refusalOf(await handle.stat());
    if (refusal !== null) throw new Error(refusal);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Why a file is not read, in words; null for one that is. */
function refusalOf(status: Stats): string | null {
  if (!status.isFile()) return status.isDirectory() ? "it is a folder" : "it is no ordinary file";
  return status.size > largest ? `it has ${status.size} bytes, and ${largest} are read at most` : null;
}

function readOne(file: string, buffer: Buffer, done: (result: ReadFile) => void): void {
  open(file, mode, (unopened, descriptor) => {
    if (unopened !== null) {
      done({ error: unopened });
      return;
    }
    const end = (result: ReadFile): void => {
      closeSync(descriptor);
      done(result);
    };
    read(descriptor, buffer, 0, room, null, (unread, length) => {
      if (unread !== null) end({ error: unread });
      else if (length > 0 && length < room) end({ bytes: buffer.subarray(0, length) });
      else
        fstat(descriptor, (unknown, status) => {
          const refusal = unknown === null ? refusalOf(status) : unknown.message;
          if (refusal !== null) end({ error: new Error(refusal) });
          else
            readFile(descriptor, (failed, rest) => {
              end(failed === null ? { bytes: Buffer.concat([buffer.subarray(0, length), rest]) } : { error: failed });
            });
        });
    });
  });
}
