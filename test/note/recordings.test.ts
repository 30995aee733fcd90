import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { parseNote, toCachedMetadata } from "../../src/note";

const folder = join(import.meta.dirname, "../../../shared/recorded-metadata");
const Recording = z.object({ fileContents: z.string(), cachedMetadata: z.record(z.string(), z.unknown()) });

// The recordings are another project's data and are not copied here.
describe.skipIf(!existsSync(folder))("recordings of Obsidian's metadata cache", () => {
  const recordings = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => ({ name, ...Recording.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))) }))
    : [];

  it.each(recordings)("$name has the same value for every key", ({ fileContents, cachedMetadata }) => {
    expect(plain(toCachedMetadata(parseNote(fileContents)))).toEqual(cachedMetadata);
  });

  it("agrees on every key", () => {
    const figures = new Map<string, { same: number; of: number }>();
    for (const { fileContents, cachedMetadata } of recordings) {
      const ours = plain(toCachedMetadata(parseNote(fileContents)));
      for (const key of new Set([...Object.keys(ours), ...Object.keys(cachedMetadata)])) {
        const figure = figures.get(key) ?? { same: 0, of: 0 };
        figures.set(key, { same: figure.same + (isSame(ours[key], cachedMetadata[key]) ? 1 : 0), of: figure.of + 1 });
      }
    }
    process.stdout.write(
      `Obsidian recordings: ${[...figures]
        .sort()
        .map(([key, { same, of }]) => `${key} ${same}/${of}`)
        .join(", ")}\n`,
    );
    expect([...figures].filter(([, { same, of }]) => same < of)).toEqual([]);
  });
});

function plain(metadata: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(metadata)));
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
