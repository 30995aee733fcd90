// The tests that a room's mutants are tried on and the sources below them, as one script: running it anew gives every
// module as at the start, which takes milliseconds.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";

/** What goes in by the doors of the rooms: without the hosts, and without what is built. */
const belowHosts = ["check", "incident", "language", "note", "time", "vault", "write"].map((room) => `${room}/`);

/** The beginnings of the names of the tests of a room: its own, and those of what is made of it where it has few. */
const testsOf = {
  note: ["note/"],
  vault: ["vault/", "write/flatten", "write/export.", "check/rules."],
  time: ["time/", "incident/", "language/notes.", "language/words."],
  incident: ["incident/", "language/notes.", "language/words.", ...inFolder("check")],
  check: ["check/"],
  write: ["write/"],
};

function inFolder(folder) {
  return readdirSync(join("test", folder))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`);
}

/** What tests use and no source: loaded once. */
const outside = ["vitest", "fast-check", "esbuild", "typescript", "html-validate", "jsdom", "mermaid"];

/** Vitest's own means, to replace modules and clocks, are not there. */
const needsVitest = /^import .*\b(?:vi|inject)\b.* from "vitest";$/m;

/** The paths of the tests of a room. */
export function testFilesOf(room) {
  const beginnings = testsOf[room] ?? belowHosts;
  return readdirSync("test", { recursive: true })
    .filter((name) => name.endsWith(".test.ts") && beginnings.some((beginning) => name.startsWith(beginning)))
    .map((name) => join("test", name))
    .filter((path) => !needsVitest.test(readFileSync(path, "utf8")))
    .sort();
}

/**
 * The text of a script that gives, by its path, a function for each test file that loads it; and which of the files
 * lead, by their imports, to something that is instrumented.
 */
export async function bundle(testFiles, instrumented) {
  const contentOf = new Map(instrumented.map(({ name, content }) => [name, content]));
  const loaders = testFiles.map((path) => `${JSON.stringify(path)}: () => import("./${path}")`);
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: `export const tests = {${loaders.join(",\n")}};`, resolveDir: resolve(), loader: "ts" },
    bundle: true,
    alias: { obsidian: "obsidian-test-mocks/obsidian" },
    external: outside,
    format: "iife",
    globalName: "loaded",
    platform: "node",
    target: "node20",
    write: false,
    metafile: true,
    plugins: [
      {
        name: "instrumented",
        setup(build) {
          build.onLoad({ filter: /\.(?:m?ts|mjs)$/ }, ({ path }) => ({
            contents: contentOf.get(path) ?? withPlace(readFileSync(path, "utf8"), path),
            loader: "ts",
          }));
        },
      },
    ],
  });
  return {
    script: `${outputFiles[0].text}\nreturn loaded.tests;`,
    reaching: testFiles.filter(leadsTo(new Set(contentOf.keys()), metafile.inputs)),
  };
}

/** Whether the imports of a file lead to one of these; files in a circle, which only libraries have, do not. */
function leadsTo(paths, inputs) {
  const known = new Map();
  return function leads(path) {
    if (!known.has(path)) {
      known.set(path, paths.has(resolve(path)));
      if (inputs[path].imports.some((next) => !next.external && leads(next.path))) known.set(path, true);
    }
    return known.get(path);
  };
}

/** A module knows its own place, which a part of a script does not. */
function withPlace(text, path) {
  return text
    .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
    .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href));
}
