import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { afterAll, expect, inject, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "postmortem-package-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (program: string, parts: readonly string[], cwd: string): string =>
  execFileSync(program, parts, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

it("the package is one file and its papers, and runs in an empty folder with nothing beside it", () => {
  const source = join(folder, "source");
  const there = join(folder, "there");
  for (const each of [source, there]) mkdirSync(each);
  for (const file of ["package.json", "README.md", "LICENSE", "CHANGELOG.md"])
    cpSync(join(root, file), join(source, file));
  cpSync(join(inject("built"), "dist"), join(source, "dist"), { recursive: true });

  const packed = z
    .array(z.object({ filename: z.string(), unpackedSize: z.number(), files: z.array(z.object({ path: z.string() })) }))
    .parse(JSON.parse(run("npm", ["pack", "--ignore-scripts", "--json"], source)))[0];
  expect(packed?.files.map(({ path }) => path).sort()).toEqual([
    "LICENSE",
    "README.md",
    "dist/postmortem.mjs",
    "package.json",
  ]);
  expect(packed?.unpackedSize).toBeLessThan(1.5 * 1024 * 1024);

  writeFileSync(join(there, "package.json"), "{}");
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(source, packed?.filename ?? "")], there);
  expect(readdirSync(join(there, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "incident-postmortem",
  ]);
  const program = join(there, "node_modules/.bin/postmortem");
  expect(existsSync(program) && (statSync(program).mode & 0o111) !== 0).toBe(true);
  cpSync(join(root, "examples/vault"), join(there, "vault"), { recursive: true });
  expect(run("npx", ["--offline", "postmortem", "stats", "vault"], there)).toMatch(/incident/i);
});
