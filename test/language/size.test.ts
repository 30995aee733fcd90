import { runInNewContext } from "node:vm";
import esbuild from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { packedLanguages } from "../../esbuild.languages.mjs";
import { languageIds, languageNamed, languages } from "../../src/language";

interface Built {
  /** The bytes of `main.js` that come from the folders of the languages, by folder, and from what unpacks them. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Every language as JSON. */
  readonly words: string;
  /** The names of lists that are made, as JSON, where the commonest words of all languages are asked for. */
  readonly madeForCommon: string;
}

/** The languages, built as for `main.js`. */
async function build(): Promise<Built> {
  const { metafile, outputFiles } = await esbuild.build({
    stdin: {
      contents: `import { languageIds, languageNamed, languages } from "./src/language";
        const { keys } = Object;
        const made = [];
        Object.keys = (lists) => (made.push(...keys(lists)), keys(lists));
        for (const { common } of languages) common.length;
        Object.keys = keys;
        export const madeForCommon = JSON.stringify(made);
        export const words = JSON.stringify([languages, languageIds.map(languageNamed)]);`,
      resolveDir: ".",
    },
    plugins: [packedLanguages],
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    globalName: "built",
    metafile: true,
    write: false,
  });
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:src\/language\/([a-z]+)\/|languages:)/.exec(path);
      if (folder === null) continue;
      const name = folder[1] ?? "unpacking";
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  const run = (name: string): string => String(runInNewContext(`${outputFiles[0]?.text ?? ""}; built.${name}`));
  return { bytes, words: run("words"), madeForCommon: run("madeForCommon") };
}

describe("the words of all languages", () => {
  let built: Built;
  beforeAll(async () => {
    built = await build();
  });

  // The aim is 60 KB. As they are written they were 100 KB, without the names of most lists; the rest is packed, for
  // which the pieces take 16 KB and what unpacks them 0.8.
  it("cost at most 68 KB of main.js", () => {
    expect(built.bytes.size).toBe(8);
    const bytes = [...built.bytes.values()].reduce((sum, each) => sum + each, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(68);
  });

  it("are made list by list, when one is asked for", () => {
    expect(built.madeForCommon).not.toContain("months");
  });

  it("are the same without the names of their lists", () => {
    const words: unknown = JSON.parse(built.words);
    const source: unknown = JSON.parse(JSON.stringify([languages, languageIds.map(languageNamed)]));
    expect(words).toEqual(source);
  });
});
