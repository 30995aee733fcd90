import { buildArtefacts, progress } from "./bench.mts";
import { writeDocs } from "./docs.mts";
import { installPeers } from "./install.mts";
import { measureApp } from "./measure/app.mts";
import { measureImport } from "./measure/import.mts";
import { measureLoad } from "./measure/load.mts";
import { measureMemory } from "./measure/memory.mts";
import { measureNotes } from "./measure/note.mts";
import { measurePeers } from "./measure/peers.mts";
import { measureSearch } from "./measure/search.mts";
import { measureUpdates } from "./measure/update.mts";
import { measureVault } from "./measure/vault.mts";
import { readOptions, type BenchOptions } from "./options.mts";
import { missedGates, reportTable } from "./report.mts";
import type { Figure } from "./targets.mts";
import { loadYardstick } from "./yardstick.mts";

async function measure({ groups, peers, sizes }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  const wants = (group: BenchOptions["groups"][number]): boolean => groups.includes(group);
  if (wants("vault")) for (const size of sizes) figures.push(...(await measureVault(size)));
  if (wants("peers") && peers)
    for (const size of sizes) figures.push(...(await measurePeers(size, sizes.includes(100_000))));
  const yardstick = wants("note") || wants("update") ? await loadYardstick() : null;
  if (wants("note") && yardstick !== null) figures.push(...measureNotes(yardstick));
  if (wants("update") && yardstick !== null) figures.push(...measureUpdates(yardstick));
  if (wants("import")) figures.push(...measureImport());
  if (wants("search")) figures.push(...measureSearch());
  if (wants("memory")) figures.push(...(await measureMemory(sizes)));
  if (wants("load")) figures.push(...(await measureLoad()));
  if (wants("app")) figures.push(...(await measureApp()));
  return figures;
}

async function run(options: BenchOptions): Promise<void> {
  installPeers(options.peers);
  buildArtefacts();
  const figures = await measure(options);
  progress("");
  const table = reportTable(figures);
  process.stdout.write(table);
  if (options.write) writeDocs(table);
  const missed = missedGates(figures);
  if (missed.length === 0) return;
  process.stderr.write(`${missed.length} of ${figures.length} figures miss their gate\n`);
  if (options.gate) process.exitCode = 1;
}

const options = readOptions(process.argv.slice(2));
if (options !== null) await run(options);
