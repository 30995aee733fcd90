import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "./bench.mts";
import { versionOf } from "./install.mts";
import { peers } from "./peers.mts";

const begin = "<!-- figures: written by `npm run bench -- --write` -->";
const end = "<!-- end of figures -->";

/** Puts the table into `docs/performance.md`, with when and with what it was measured. */
export function writeDocs(table: string): void {
  const file = join(root, "docs/performance.md");
  const text = readFileSync(file, "utf8");
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error("docs/performance.md has no place for figures");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const others = ["commonmark", ...peers.map((peer) => peer.package)].map(
    (name) => `${name} ${versionOf(name) ?? "(not installed)"}`,
  );
  const measured = `Measured on ${new Date().toISOString().slice(0, 10)} with Postmortem ${version}, Node ${process.versions.node} on ${cpus().length} cores, ${others.join(", ")}.`;
  writeFileSync(file, `${text.slice(0, from)}${begin}\n\n${measured}\n\n${table}\n${text.slice(to)}`);
}
