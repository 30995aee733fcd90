import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inWords, notesInWords, progress, seed, skip } from "../bench.mts";
import { isInstalled, peers, type Peer } from "../peers.mts";
import { interleave, median, ratio } from "../rounds.mts";
import type { Figure, TargetId } from "../targets.mts";
import { vaultFolder } from "../vault/vault.mts";
import { cacheArguments, judgedFrom, lint } from "./vault.mts";

/** Peers that take a minute for what takes the others a second. */
const slow: readonly Peer["name"][] = ["markdownlint", "remark"];

/** How many notes slow peers lint as a whole vault, unless everything is asked for. */
const slowSize = 1000;

interface Race {
  readonly peer: Peer;
  readonly size: number;
  /** The folder to lint; empty: the whole vault. */
  readonly folder: "" | "Incidents";
  readonly rounds: number;
}

/** Lints a vault, and the postmortems alone, against other linters that do the same job for their own rules. */
export async function measurePeers(size: number, everything: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const peer of peers) {
    if (!isInstalled(peer)) {
      skip(`comparison with ${peer.package}`, "it could not be installed here");
      continue;
    }
    const isSlow = slow.includes(peer.name);
    const whole = isSlow && !everything ? Math.min(size, slowSize) : size;
    try {
      figures.push(...(await race({ peer, size: whole, folder: "", rounds: isSlow ? (whole > slowSize ? 1 : 3) : 5 })));
      figures.push(...(await race({ peer, size, folder: "Incidents", rounds: isSlow ? 3 : 7 })));
    } catch (error) {
      skip(`comparison with ${peer.package}`, error instanceof Error ? error.message : String(error));
    }
  }
  return figures;
}

async function race({ peer, size, folder, rounds }: Race): Promise<Figure[]> {
  progress(`comparing with ${peer.name}: ${folder === "" ? "all" : "the postmortems"} of ${notesInWords(size)}`);
  const vault = vaultFolder(seed, size);
  const cache = cacheArguments();
  const { lintAgain } = peer;
  const memory = mkdtempSync(join(tmpdir(), "postmortem-bench-peer-"));
  try {
    const again =
      folder === "" && cache !== null && lintAgain !== undefined
        ? { ours: lint(vault, folder, cache), theirs: () => lintAgain(vault, folder, memory) }
        : null;
    await again?.ours();
    await again?.theirs();
    const times = await interleave(rounds, {
      ours: lint(vault, folder),
      theirs: () => peer.lint(vault, folder),
      oursAgain: again?.ours ?? (() => Number.NaN),
      theirsAgain: again?.theirs ?? (() => Number.NaN),
    });
    const figure = (target: TargetId, ours: readonly number[], theirs: readonly number[]): Figure => ({
      target,
      value: ratio(theirs, ours),
      detail: `${inWords(median(ours))} and ${inWords(median(theirs))}`,
      where: notesInWords(size),
      judged: size >= judgedFrom,
    });
    return [
      figure(`${peer.name}-${folder === "" ? "vault" : "scoped"}`, times.ours, times.theirs),
      ...(again === null ? [] : [figure("rumdl-warm", times.oursAgain, times.theirsAgain)]),
    ];
  } finally {
    rmSync(memory, { recursive: true, force: true });
  }
}
