import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Handed } from "../../incident/from";
import { decodeText, longestInput } from "../../incident/from";
import type { Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { reasonOf } from "./node-vault.mts";

/** Reads a file that the command line names, from anywhere, or what is piped into the program for `-`. */
export async function readHanded(name: string, io: Io): Promise<Handed> {
  const shown = name === "-" ? "standard input" : name;
  try {
    if (name === "-") return { name: "", text: await io.stdin() };
    const { text, brokenLine } = decodeText(await collect(await open(resolve(io.cwd, name)), shown));
    if (brokenLine !== null)
      io.stderr.line(`postmortem: ${shown}:${brokenLine}: holds bytes that are no UTF-8; \ufffd stands for them`);
    return { name, text };
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`cannot read \`${shown}\`: ${reasonOf(error)}`);
  }
}

async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  // A folder fails here with a word of its own; a pipe has no size.
  if ((await stat(file)).isDirectory()) throw new CannotRun(`\`${file}\` is a folder`, "name the files in it");
  return createReadStream(file);
}

/** Only as much as can be read: what follows is neither held nor waited for. */
async function collect(stream: AsyncIterable<Uint8Array>, shown: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    if (length > longestInput)
      throw new CannotRun(
        `\`${shown}\` is longer than ${longestInput / 1_000_000} MB`,
        "hand over the part that matters, such as the messages of the hours around the incident",
      );
  }
  return Buffer.concat(pieces);
}
