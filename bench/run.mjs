// `npm run bench -- --help`: measures how fast and how small Postmortem is.
// Bundles the TypeScript of this folder, and runs it.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { packedLanguages } from "../esbuild.languages.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));

/** The server of the browser host finds its files next to itself, so it stays where it is. */
const keepHostServer = {
  name: "keep-host-server",
  setup(build) {
    build.onResolve({ filter: /\/server\.mjs$/ }, ({ resolveDir, path: file }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};

await esbuild.build({
  entryPoints: [
    path.join(folder, "main.mts"),
    ...readdirSync(path.join(folder, "child")).map((file) => path.join(folder, "child", file)),
  ],
  outdir: path.join(folder, "dist"),
  outbase: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "node20",
  external: ["node:*", "commonmark", "playwright-core"],
  // As what is measured is built: languages are unpacked in the first check.
  plugins: [keepHostServer, packedLanguages],
  logLevel: "warning",
});

const { status } = spawnSync(process.execPath, [path.join(folder, "dist/main.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
