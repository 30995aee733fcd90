import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

/** The root of the project; the bundle of this folder lies in `bench/dist`. */
export const root = resolve(import.meta.dirname, "../..");

const built = join(import.meta.dirname, "built");

/** The two artefacts as they are measured, and the programs that measure from within a process of their own. */
export const files = {
  cli: join(built, "dist/postmortem.mjs"),
  mainJs: join(built, "main.js"),
  child: (name: "evaluate" | "first-check" | "memory" | "read-files" | "report-usage"): string =>
    join(import.meta.dirname, "child", `${name}.mjs`),
};

/** The seed of all generated vaults. */
export const seed = "postmortem";

/** Builds both artefacts from the sources as they are now. */
export function buildArtefacts(): void {
  execFileSync(process.execPath, ["esbuild.config.mjs", `--outdir=${built}`], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Says on a terminal what is being done. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Says on standard error what is left out, and why. */
export function skip(what: string, why: string): void {
  progress("");
  process.stderr.write(`left out: ${what}: ${why}\n`);
}

export function inWords(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  return seconds >= 0.01
    ? `${(seconds * 1000).toFixed(0)} ms`
    : `${(seconds * 1000).toFixed(seconds < 0.001 ? 3 : 2)} ms`;
}

export function notesInWords(size: number): string {
  return `${size.toLocaleString("en")} notes`;
}
