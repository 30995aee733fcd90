import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, skip } from "./bench.mts";

const folder = join(root, "bench");

/** Installs what the measurements compare with, unless it is there. What is optional may fail. */
export function installPeers(peers: boolean): void {
  const { devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Record<string, Record<string, string>>;
  const wanted = Object.entries({ ...devDependencies, ...(peers ? optionalDependencies : {}) });
  if (wanted.every(([name, version]) => versionOf(name) === version)) return;
  const args = ["ci", "--prefix", folder, "--no-audit", "--no-fund", ...(peers ? [] : ["--omit=optional"])];
  const { status } = spawnSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) skip("what Postmortem is compared with", "`npm ci --prefix bench` failed");
}

/** The installed version of something that is compared with; null when it could not be installed. */
export function versionOf(name: string): string | null {
  const file = join(folder, "node_modules", name, "package.json");
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
