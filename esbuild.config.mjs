// Builds the two artefacts: `main.js`, the plugin as Obsidian loads it, and
// `dist/postmortem.mjs`, the command line. `--watch` rebuilds on change, `--outdir=…` builds elsewhere.
import { builtinModules } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";

const watch = process.argv.includes("--watch");
const outdir = process.argv.find((argument) => argument.startsWith("--outdir="))?.slice("--outdir=".length) ?? ".";
const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? "inline" : false,
  legalComments: "none",
  logLevel: "warning",
  treeShaking: true,
  define: { POSTMORTEM_VERSION: JSON.stringify(version) },
};

/** The list of externals of Obsidian's sample plugin: the app provides them. */
const providedByObsidian = [
  "obsidian",
  "electron",
  "@codemirror/autocomplete",
  "@codemirror/collab",
  "@codemirror/commands",
  "@codemirror/language",
  "@codemirror/lint",
  "@codemirror/search",
  "@codemirror/state",
  "@codemirror/view",
  "@lezer/common",
  "@lezer/highlight",
  "@lezer/lr",
  ...builtinModules,
];

const builds = [
  {
    ...shared,
    entryPoints: ["src/plugin/main.ts"],
    outfile: join(outdir, "main.js"),
    format: "cjs",
    target: "es2022",
    external: providedByObsidian,
  },
  {
    ...shared,
    entryPoints: ["src/cli/main.ts"],
    outfile: join(outdir, "dist/postmortem.mjs"),
    format: "esm",
    // Not "node": that would take the CommonJS builds of packages, which cannot be part of an ES module.
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["node:*"],
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
  },
];

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  await Promise.all(builds.map((build) => esbuild.build(build)));
}
