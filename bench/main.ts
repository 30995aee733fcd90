import { buildArtefacts, progress } from "./bench";
import { writeDocs } from "./docs";
import { installPeers } from "./install";
import { measureApp } from "./measure/app";
import { measureImport } from "./measure/import";
import { measureLoad } from "./measure/load";
import { measureMemory } from "./measure/memory";
import { measureNotes } from "./measure/note";
import { measurePeers } from "./measure/peers";
import { measureUpdates } from "./measure/update";
import { measureVault } from "./measure/vault";
import { readOptions, type BenchOptions } from "./options";
import { missedGates, reportTable } from "./report";
import type { Figure } from "./targets";
import { loadYardstick } from "./yardstick";

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
