// Reads every note below a folder in one of several ways, and does nothing with it: the floor of a linter.
import { closeSync, fstatSync, openSync, readdirSync, readFile, readSync, statSync, promises } from "node:fs";
import { join } from "node:path";

const [, , way = "", folder = ""] = process.argv;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
  .map((entry) => join(entry.parentPath, entry.name));

const atATime = 64;

/** Hands the files to workers that each wait for their last one. */
async function concurrently(read: (file: string) => Promise<number>): Promise<number> {
  const queue = files.values();
  let bytes = 0;
  const worker = async (): Promise<void> => {
    for (const file of queue) bytes += await read(file);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return bytes;
}

function synchronously(): number {
  let buffer = Buffer.alloc(1 << 16);
  let bytes = 0;
  for (const file of files) {
    const handle = openSync(file, "r");
    const { size } = fstatSync(handle);
    if (size > buffer.length) buffer = Buffer.alloc(size);
    bytes += readSync(handle, buffer, 0, size, 0);
    closeSync(handle);
  }
  return bytes;
}

async function withCallbacks(): Promise<number> {
  let bytes = 0;
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    let open = 0;
    const take = (): void => {
      const file = files[next++];
      if (file === undefined) {
        if (open === 0) resolve();
        return;
      }
      open++;
      readFile(file, (error, data) => {
        open--;
        if (error !== null) {
          reject(error);
          return;
        }
        bytes += data.length;
        take();
      });
    };
    for (let worker = 0; worker < atATime; worker++) take();
  });
  return bytes;
}

const ways: Readonly<Record<string, () => Promise<number> | number>> = {
  promises: () => concurrently(async (file) => (await promises.readFile(file)).length),
  callback: withCallbacks,
  sync: synchronously,
  stat: () => files.reduce((bytes, file) => bytes + statSync(file).size, 0),
};

process.stdout.write(`${(await ways[way]?.()) ?? "no such way"}\n`);
