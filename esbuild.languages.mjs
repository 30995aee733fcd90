// Makes the languages of notes smaller in what is built; the sources keep their names.
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import esbuild from "esbuild";

const folder = join(import.meta.dirname, "src/language");

/** What a module exports, bundled with all that it imports. */
async function evaluated(path) {
  const options = { entryPoints: [path], bundle: true, format: "iife", globalName: "exported", write: false };
  const { outputFiles } = await esbuild.build(options);
  return runInNewContext(`${outputFiles[0].text}; exported`);
}

const isKeyed = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Lists as JavaScript, without the names that English has too: an array in the order of English, with a hole for what
 * is missing. What has names of its own, such as those of zones, keeps them.
 */
function withoutNames(lists, english) {
  const names = isKeyed(english) ? Object.keys(english) : [];
  if (!isKeyed(lists) || Object.keys(lists).some((name) => !names.includes(name) || !isNaN(name)))
    return JSON.stringify(lists);
  const values = names.map((name) => (name in lists ? withoutNames(lists[name], english[name]) : ""));
  return `[${values.slice(0, values.findLastIndex((value) => value !== "") + 1).join(",")}]`;
}

/**
 * The counterpart, as part of what is built: gives arrays the names of English again. Each of the values comes by a
 * function, and is made when it is first asked for: whether a note is in a language is told from a few of its lists.
 */
const withNames = `
import { lazily } from "../base";
import { written } from "./english";
function named(values, shape) {
  if (!Array.isArray(values) || Array.isArray(shape)) return values;
  return Object.fromEntries(
    Object.keys(shape).flatMap((name, index) => (index in values ? [[name, named(values[index], shape[name])]] : [])),
  );
}
export function withNames(values) {
  const shape = Object.entries(written);
  return lazily(
    Object.fromEntries(values.flatMap((value, index) => [[shape[index][0], () => named(value(), shape[index][1])]])),
  );
}`;

/** Languages without the names of their lists, which would take 8 KB. */
export const languagesWithoutNames = {
  name: "languages-without-names",
  setup(build) {
    build.onResolve({ filter: /^with-names$/ }, ({ path }) => ({ path, namespace: "languages" }));
    build.onLoad({ filter: /.*/, namespace: "languages" }, () => ({ contents: withNames, resolveDir: folder }));
    build.onLoad({ filter: /[\\/]src[\\/]language[\\/][a-z]+[\\/]index\.ts$/ }, async ({ path }) => {
      if (path === join(folder, "english/index.ts")) return undefined;
      const { written: english } = await evaluated(join(folder, "english/index.ts"));
      const languages = Object.entries(await evaluated(path));
      const written = languages.map(([variable, lists]) => {
        const values = Object.keys(english).map((key) =>
          key in lists ? `() => ${withoutNames(lists[key], english[key])}` : "",
        );
        return `export const ${variable} = /* @__PURE__ */ withNames([${values.join(",")},]);`;
      });
      return { contents: `import { withNames } from "with-names";\n${written.join("\n")}` };
    });
  },
};
