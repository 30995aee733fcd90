import esbuild from "esbuild";
import { describe, expect, it } from "vitest";

/** The bytes of `main.js` that come from the folders of the languages, by folder. */
async function cost(): Promise<ReadonlyMap<string, number>> {
  const { metafile } = await esbuild.build({
    stdin: { contents: `export * from "./src/language"`, resolveDir: ".", loader: "ts" },
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "esm",
    metafile: true,
    write: false,
  });
  const byFolder = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^src\/language\/([a-z]+)\//.exec(path)?.[1];
      if (folder !== undefined) byFolder.set(folder, (byFolder.get(folder) ?? 0) + bytesInOutput);
    }
  return byFolder;
}

describe("the words of all languages", () => {
  // The aim is 60 KB. They were 132 KB, then 88; what patterns of readers knew by themselves, and
  // names for what was learned, came to the lists since.
  it("cost at most 101 KB of main.js", async () => {
    const byFolder = await cost();
    expect(byFolder.size).toBe(7);
    const bytes = [...byFolder.values()].reduce((sum, each) => sum + each, 0);
    expect(bytes / 1024).toBeLessThanOrEqual(101);
  });
});
