import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { describe, expect, inject, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

const manifest = z
  .object({ dependencies: z.optional(z.unknown()), devDependencies: z.record(z.string(), z.string()) })
  .parse(read("package.json"));
const locked = z.object({
  version: z.string(),
  license: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  resolved: z.optional(z.string()),
  hasInstallScript: z.optional(z.boolean()),
});
const { packages } = z.object({ packages: z.record(z.string(), z.looseObject({})) }).parse(read("package-lock.json"));
const entries = Object.entries(packages).flatMap(([path, entry]) =>
  path === "" ? [] : [{ path, ...locked.parse(entry) }],
);

/** What may become part of a built file: few, and each with a reason in CONTRIBUTING.md. */
const bundled = ["@noble/hashes", "d3-dsv", "lucide-static", "luxon", "markdown-it", "temml", "xss", "zod"];
/** What those bring along. */
const broughtAlong = ["cssfilter", "linkify-it", "mdurl", "punycode.js", "uc.micro"];

/** The libraries in both built files, by the licences that stand at their ends. */
function inBuiltFiles(): readonly { name: string; license: string }[] {
  const named = ["main.js", "dist/postmortem.mjs"].flatMap((file) => {
    const text = readFileSync(join(inject("built"), file), "utf8");
    const notices = text.slice(text.lastIndexOf("/*!"));
    return [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \((.+)\)$/gm)];
  });
  return [...new Map(named.map(([, name = "", license = ""]) => [name, { name, license }])).values()];
}

/** Licences that let anybody use, change and pass on. */
const permissive =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|PSF-2\.0|WTFPL|CC-BY-4\.0|CC-BY-3\.0)$/;
/** Checkers that only ever run while developing. */
const forDevelopersOnly = /^(?:MPL-2\.0|LGPL-3\.0-only|EPL-2\.0)$/;
/** Packages that state their licence in its file alone. */
const statedInFile: Readonly<Record<string, string>> = { "node_modules/khroma": "MIT" };

describe("dependencies", () => {
  it("in what users get are the few that were agreed on, with permissive licences", () => {
    const built = inBuiltFiles();
    expect(built.map(({ name }) => name).sort()).toEqual([...bundled, ...broughtAlong].sort());
    for (const { name, license } of built) expect(license, name).toMatch(permissive);
  });

  it("are all bundled, so that nothing is installed beside the command line", () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it("have exact versions", () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("have licences that let anybody use them", () => {
    const unfit = entries.filter(({ path, license = statedInFile[path] ?? "none", dev }) => {
      const choices = license.replace(/[()]/g, "").split(" OR ");
      return !choices.some((choice) =>
        choice.split(" AND ").every((each) => permissive.test(each) || (dev === true && forDevelopersOnly.test(each))),
      );
    });
    expect(unfit.map(({ path, license }) => `${path}: ${String(license)}`)).toEqual([]);
  });

  it("run nothing when they are installed, but for the bundler", () => {
    expect(
      entries
        .filter(({ hasInstallScript, path }) => hasInstallScript === true && !path.endsWith("/fsevents"))
        .map(({ path }) => path),
    ).toEqual(["node_modules/esbuild"]);
  });

  it("are recorded without addresses", () => {
    expect(entries.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
