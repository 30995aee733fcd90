import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with `main.js` and `dist/postmortem.mjs`, freshly built. */
    built: string;
  }
}

/** Builds both artefacts once per run, away from the source tree. Tests get the folder by `inject("built")`. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-build-"));
  // Some tests run the command line as a user without rights.
  chmodSync(folder, 0o755);
  execFileSync(process.execPath, ["esbuild.config.mjs", `--outdir=${folder}`], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("built", folder);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
