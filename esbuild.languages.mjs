// Makes the languages of notes smaller in what is built; the sources keep their names and their words.
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import esbuild from "esbuild";
import { packed, unpackingSource } from "./esbuild.packing.mjs";

const folder = join(import.meta.dirname, "src/language");
const englishLists = join(folder, "english/lists.ts");

/** What a module exports, bundled with all that it imports. */
async function evaluated(path) {
  const options = { entryPoints: [path], bundle: true, format: "iife", globalName: "exported", write: false };
  const { outputFiles } = await esbuild.build(options);
  return runInNewContext(`${outputFiles[0].text}; exported`);
}

const isKeyed = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Lists without the names that English has too: an array in the order of English, with 0 for what is missing. What
 * has names of its own, such as those of zones, keeps them.
 */
function withoutNames(lists, english) {
  const names = isKeyed(english) ? Object.keys(english) : [];
  if (!isKeyed(lists) || Object.keys(lists).some((name) => !names.includes(name) || !isNaN(name))) return lists;
  const values = names.map((name) => (name in lists ? withoutNames(lists[name], english[name]) : 0));
  return values.slice(0, values.findLastIndex((value) => value !== 0) + 1);
}

/**
 * The counterpart, as part of what is built: gives arrays the names of English again. Each list is unpacked when it is
 * first asked for.
 */
const unpackedLanguage = `
import { lazily } from "../base";
${unpackingSource}
export { unpacking };
function named(values, shape) {
  if (!shape || !Array.isArray(values) || Array.isArray(shape)) return values;
  return Object.fromEntries(
    Object.keys(shape).flatMap((name, index) => ((values[index] ?? 0) === 0 ? [] : [[name, named(values[index], shape[name])]])),
  );
}
export function language(plain, unpacked, text, names, english = {}) {
  const lists = text.split("\\n").flatMap((each, index) =>
    each === "" ? [] : [[names[index], () => named(JSON.parse(unpacked(each)), english[names[index]])]],
  );
  return Object.assign(lazily(Object.fromEntries(lists)), plain);
}`;

/** What is packed already: two things are built at once, and again where sources are watched. */
const packedTexts = new Map();

function packedOnce(texts) {
  const key = texts.join("\n");
  if (!packedTexts.has(key)) packedTexts.set(key, packed(texts));
  return packedTexts.get(key);
}

const asScript = (values) => values.map((value) => JSON.stringify(value)).join(", ");

/** The lists of English as a module. */
function moduleOfEnglish({ common, ...lists }) {
  const { ones, short, long, text } = packedOnce(Object.values(lists).map((list) => JSON.stringify(list)));
  return `import { language, unpacking } from "packed-language";
    const unpacked = /* @__PURE__ */ unpacking(${asScript([ones, short, long])});
    export const lists = /* @__PURE__ */ language(
      ${asScript([{ common }])}, unpacked, ${asScript([text, Object.keys(lists)])});`;
}

/** Another language as a module. What every note asks of all languages stands as it is, so that it unpacks none. */
function moduleOf(variable, { id, name, common, ...lists }, { common: _, ...english }) {
  const texts = Object.keys(english).map((key) => JSON.stringify(withoutNames(lists[key], english[key])) ?? "");
  const { ones, short, long, text } = packedOnce(texts);
  return `import { language, unpacking } from "packed-language";
    import { lists } from "../english/lists";
    const unpacked = /* @__PURE__ */ unpacking(${asScript([ones, short, long])});
    export const ${variable} = /* @__PURE__ */ language(
      ${asScript([{ id, name, common }])}, unpacked, ${asScript([text])}, /* @__PURE__ */ Object.keys(lists), lists);`;
}

/** Languages packed, and without the names of their lists. */
export const packedLanguages = {
  name: "packed-languages",
  setup(build) {
    build.onResolve({ filter: /^packed-language$/ }, ({ path }) => ({ path, namespace: "languages" }));
    build.onLoad({ filter: /.*/, namespace: "languages" }, () => ({ contents: unpackedLanguage, resolveDir: folder }));
    build.onLoad({ filter: /[\\/]src[\\/]language[\\/][a-z]+[\\/](?:index|lists)\.ts$/ }, async ({ path }) => {
      if (path === join(folder, "english/index.ts")) return undefined;
      const { lists: english } = await evaluated(englishLists);
      if (path === englishLists) return { contents: moduleOfEnglish(english) };
      const [[variable, language]] = Object.entries(await evaluated(path));
      return { contents: moduleOf(variable, language, english) };
    });
  },
};
