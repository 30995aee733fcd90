import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createLinkIndex, splitTarget } from "../../src/vault";

const folder = join(import.meta.dirname, "../../../shared/recorded-metadata");
const Recording = z.object({ filePath: z.string(), resolveLinkToPath: z.record(z.string(), z.nullable(z.string())) });

/** Where the app itself led the links of its notes: see the README of the recordings. */
describe.skipIf(!existsSync(folder))("links recorded in the app (skipped where the recordings are absent)", () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const recordings = names.map((name) => Recording.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  const index = createLinkIndex();
  for (const { filePath, resolveLinkToPath } of recordings) {
    for (const path of [filePath, ...Object.values(resolveLinkToPath)]) if (path !== null) index.add(path);
  }
  const links = recordings.flatMap(({ filePath, resolveLinkToPath }) =>
    Object.entries(resolveLinkToPath).map(([link, path]) => ({ link, from: filePath, path })),
  );

  it.each(links)("$link from $from", ({ link, from, path }) => {
    const target = index.resolve(splitTarget(link).linkpath, from);
    expect(target.kind === "found" ? target.path : null).toBe(path);
  });
});
