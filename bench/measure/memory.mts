import { files, progress, seed } from "../bench.mts";
import { outputOf, usageOf } from "../command.mts";
import { median } from "../rounds.mts";
import type { Figure } from "../targets.mts";
import { checkedAt } from "../vault/postmortem.mts";
import { vaultFolder } from "../vault/vault.mts";

const megabyte = 1024 * 1024;

/** What a library holds per note, and what the command line takes at most. */
export async function measureMemory(sizes: readonly number[]): Promise<Figure[]> {
  progress("weighing notes");
  const { ordinary, postmortem, search, text } = JSON.parse(outputOf(["--expose-gc", files.child("memory")])) as {
    ordinary: number;
    postmortem: number;
    search: number;
    text: number;
  };
  const figures: Figure[] = [
    { target: "memory-ordinary", value: ordinary, detail: "its path and its place among the links" },
    {
      target: "memory-postmortem",
      value: postmortem / 1024,
      detail: `${(text / 1024).toFixed(1)} KB of it are its text`,
    },
    { target: "search-memory", value: search / megabyte, detail: `${(search / 2000 / 1024).toFixed(1)} KB for each` },
  ];
  const reporter = files.child("report-usage");
  for (const size of [10_000, 100_000] as const) {
    if (!sizes.includes(size)) continue;
    const vault = vaultFolder(seed, size);
    const most: number[] = [];
    for (let run = 0; run < 3; run++)
      most.push((await usageOf([files.cli, "lint", vault, "--now", checkedAt, "--zone", "UTC"], reporter)).bytes);
    const start = (await usageOf(["-e", "0"], reporter)).bytes;
    figures.push({
      target: `rss-${size}`,
      value: median(most) / megabyte,
      detail: `${(start / megabyte).toFixed(0)} MB of it are Node`,
    });
  }
  return figures;
}
