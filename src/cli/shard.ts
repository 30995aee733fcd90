import { createHash } from "node:crypto";
import { CannotRun } from "./io";

/** One of several parts of a vault that together are the whole, such as 2 of 5. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `--shard`, written as `2/5`. */
export function readShard(given: string | undefined): Shard {
  if (given === undefined) return { index: 1, count: 1 };
  const [, index = "", count = ""] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index < 1 || shard.index > shard.count) throw new CannotRun(`\`--shard\` cannot be \`${given}\``, "it says which part of how many, such as 1/3");
  return shard;
}

/** Whether a note belongs to a shard. That depends on its path alone, so notes stay where they are when others come and go. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return createHash("sha256").update(path).digest().readUInt32BE() % count === index - 1;
}
