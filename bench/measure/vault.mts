import { rmSync } from "node:fs";
import { join } from "node:path";
import { files, inWords, notesInWords, progress, seed, skip } from "../bench.mts";
import { outputOf, secondsOf, usageOf } from "../command.mts";
import { interleave, median, ratio } from "../rounds.mts";
import type { Figure } from "../targets.mts";
import { checkedAt } from "../vault/postmortem.mts";
import { vaultFolder } from "../vault/vault.mts";

/** The gates are meant for vaults whose notes cost more than the start of the program. */
export const judgedFrom = 10_000;

/** The command that lints a vault, or a folder of it, as a user would. */
export function lint(vault: string, folder: string, more: readonly string[] = []): () => Promise<number> {
  return () => secondsOf({ args: [...lintArguments(vault, folder), ...more], speaks: true });
}

function lintArguments(vault: string, folder: string): readonly string[] {
  return [files.cli, "lint", join(vault, folder), "--vault", vault, "--now", checkedAt, "--zone", "UTC"];
}

/** Seconds of the processor, of all threads, that linting takes beside what the clock tells. */
async function processorSecondsOf(vault: string): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < 3; run++)
    seconds.push((await usageOf(lintArguments(vault, ""), files.child("report-usage"))).seconds);
  return median(seconds);
}

/** What makes the command line keep a cache, or null when this build has none. */
export function cacheArguments(): readonly string[] | null {
  return outputOf([files.cli, "lint", "--help"]).includes("--cache") ? ["--cache"] : null;
}

/** Lints a whole vault, against only reading it. */
export async function measureVault(size: number): Promise<Figure[]> {
  progress(`writing a vault of ${notesInWords(size)}`);
  const vault = vaultFolder(seed, size);
  progress(`linting and reading ${notesInWords(size)}`);
  const read = (way: string) => () => secondsOf({ args: [files.child("read-files"), way, vault], speaks: true });
  const cache = cacheArguments();
  if (cache === null) skip("linting with a cache", "this build has no `--cache`");
  const cached = cache === null ? null : lint(vault, "", cache);
  // Files that were never read are no concern of ours: all contenders find them in the system's cache.
  await read("sync")();
  await cached?.();
  const times = await interleave(size >= 50_000 ? 5 : 9, {
    promises: read("promises"),
    lint: lint(vault, ""),
    callback: read("callback"),
    sync: read("sync"),
    stat: read("stat"),
    cached: cached ?? (() => Number.NaN),
  });
  const processor = await processorSecondsOf(vault);
  rmSync(join(vault, ".postmortem-cache"), { recursive: true, force: true });
  const where = { where: notesInWords(size), judged: size >= judgedFrom };
  const against = (target: Figure["target"], ours: "lint" | "cached", other: keyof typeof times): Figure => ({
    target,
    value: ratio(times[ours], times[other]),
    detail: `${inWords(median(times[ours]))} and ${inWords(median(times[other]))}`,
    ...where,
  });
  return [
    {
      ...against("vault-promises", "lint", "promises"),
      detail: `${inWords(median(times.lint))}, all threads ${inWords(processor)}, and ${inWords(median(times.promises))}`,
    },
    against("vault-callback", "lint", "callback"),
    against("vault-sync", "lint", "sync"),
    ...(cached === null ? [] : [against("cached-stat", "cached", "stat")]),
  ];
}
