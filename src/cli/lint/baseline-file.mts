import { resolve } from "node:path";
import { printableJson } from "../../base";
import type { Baseline } from "../../check";
import { reasonOf } from "../files/node-vault.mts";
import { readRegular } from "../files/read-files.mts";
import { exists } from "../files/settings-file.mts";
import { replaceFile } from "../files/write-file.mts";
import { CannotRun, type Io } from "../io.mts";
import * as z from "../../schema";

const findings = z.record(
  z.string(),
  z.array(z.object({ rule: z.string(), message: z.string(), count: z.int().check(z.gte(1)) })),
);

const baselineSchema = z.object({ version: z.literal(1), notes: findings, later: findings });

/** Reads a baseline; ends the command when there is none, or when it is something else. */
export async function readBaseline(name: string, io: Io): Promise<Baseline> {
  let data: unknown;
  try {
    data = JSON.parse((await readRegular(resolve(io.cwd, name))).toString("utf8"));
  } catch (error) {
    throw new CannotRun(
      `cannot read the baseline \`${name}\`: ${reasonOf(error)}`,
      "make one with `--update-baseline`",
    );
  }
  const read = baselineSchema.safeParse(data);
  if (read.success) return read.data;
  throw new CannotRun(`\`${name}\` is no baseline`, "make one with `--update-baseline`");
}

/** Writes a baseline over an older one, but over no other file. */
export async function writeBaseline(name: string, baseline: Baseline, io: Io): Promise<void> {
  const file = resolve(io.cwd, name);
  if (await exists(file)) await readBaseline(name, io);
  try {
    await replaceFile(file, `${printableJson(baseline)}\n`);
  } catch (error) {
    throw new CannotRun(`cannot write \`${name}\`: ${reasonOf(error)}`);
  }
}
