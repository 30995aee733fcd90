// Builds the two artefacts: `main.js`, the plugin as Obsidian loads it, and
// `dist/postmortem.mjs`, the command line. `--watch` rebuilds on change, `--outdir=…` builds elsewhere.
import { builtinModules } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import esbuild from "esbuild";
import { onlyWhatIsShown } from "./esbuild.app.mjs";
import { withFunctions } from "./esbuild.functions.mjs";
import { packedLanguages } from "./esbuild.languages.mjs";
import { unicodePatternsOnUse } from "./esbuild.patterns.mjs";

const watch = process.argv.includes("--watch");
const outdir = process.argv.find((argument) => argument.startsWith("--outdir="))?.slice("--outdir=".length) ?? ".";
const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/**
 * luxon by its modules, so that only those in use (time zones) become part of the bundle: as its package.json
 * says, none has side effects, but the one file that it is published as cannot be taken apart.
 */
const luxonByModules = {
  name: "luxon-by-modules",
  setup(build) {
    const modules = join(import.meta.dirname, "node_modules/luxon/src");
    build.onResolve({ filter: /^luxon$/ }, () => ({ path: join(modules, "luxon.js"), sideEffects: false }));
    build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) =>
      resolveDir.startsWith(modules) ? { path: resolve(resolveDir, path), sideEffects: false } : undefined,
    );
  },
};

/**
 * Libraries that exports alone need, evaluated when first called: at load their tables and patterns would take longer
 * than the plugin itself.
 */
const librariesOnUse = {
  name: "libraries-on-use",
  setup(build) {
    const written = {
      "markdown-it": (library) => `export default function (...given) { return new (${library}.default)(...given); }`,
      xss: (library) => `export const filterXSS = (...given) => ${library}.filterXSS(...given);`,
    };
    build.onResolve({ filter: /^(?:markdown-it|xss)$/ }, ({ path, pluginData }) =>
      pluginData === "itself" ? undefined : { path, namespace: "on-use" },
    );
    build.onLoad({ filter: /.*/, namespace: "on-use" }, async ({ path: name }) => {
      const resolveDir = import.meta.dirname;
      // As `import` would find it: as CommonJS it is larger.
      const { path } = await build.resolve(name, { kind: "import-statement", resolveDir, pluginData: "itself" });
      return { contents: written[name](`require(${JSON.stringify(path)})`), resolveDir };
    });
    // The styles that `xss` allows where nobody says which: documents say so, and 6 KB of others are not missed.
    build.onLoad({ filter: /[\\/]cssfilter[\\/]lib[\\/]default\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^ *whiteList\[.*$/gm, ""),
    }));
  },
};

const shared = {
  plugins: [luxonByModules, librariesOnUse, packedLanguages, unicodePatternsOnUse],
  bundle: true,
  minify: !watch,
  sourcemap: watch ? "inline" : false,
  // Replaced by the whole licences, see below.
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  treeShaking: true,
  // Words of other languages as they are: escaped, each sign would take twice the bytes.
  charset: "utf8",
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
    plugins: [luxonByModules, librariesOnUse, packedLanguages, onlyWhatIsShown, unicodePatternsOnUse],
    outfile: join(outdir, "main.js"),
    format: "cjs",
    // The oldest iOS that the app runs on: it parses nothing newer, and would not load the plugin at all.
    target: ["es2022", "ios16"],
    external: providedByObsidian,
  },
  {
    ...shared,
    entryPoints: ["src/cli/main.mts"],
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

/** A paragraph of a licence, however its lines and quotation marks are set. */
const plain = (text) => text.replace(/\s+/g, " ").replace(/[“”]/g, '"').trim();

/**
 * The licences of the packages that became part of a bundle, as their authors ask: one comment at its end. A text that
 * several of them share stands there once, below the names and copyrights of all.
 */
function noticesOf(inputs) {
  const folders = inputs.flatMap((input) => /(?:^|.*\/)node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const packagesByText = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { license, name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const paragraphs =
      file === undefined
        ? []
        : readFileSync(join(folder, file), "utf8")
            .trim()
            .split(/\r?\n\s*\n/);
    const isOwn = (paragraph) => /^(?:Copyright|\(?The MIT License\b|(?:MIT|ISC) License$)/i.test(paragraph.trim());
    const shared = paragraphs.filter((paragraph) => !isOwn(paragraph)).map(plain);
    const own = [`${name} ${version} (${license})`, ...paragraphs.filter(isOwn).map((text) => text.trim())];
    const text = shared.join("\n\n");
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), own.join("\n")]);
  }
  const notices = [...packagesByText].map(([text, packages]) => `${packages.join("\n\n")}\n\n${text}`);
  return `/*!\nThis file contains these libraries:\n\n${notices.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/\n`;
}

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  await Promise.all(
    builds.map(async (build) => {
      const { metafile } = await esbuild.build(build);
      const built = withFunctions(readFileSync(build.outfile, "utf8"));
      writeFileSync(build.outfile, `${built}${noticesOf(Object.keys(metafile.inputs))}`);
    }),
  );
}
