import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = join(dirname(fileURLToPath(import.meta.url)), "..", "src");

/** The rooms from the ground up: each may import the ones before it. The hosts come last and never know each other. */
const rooms = [
  "base",
  "schema",
  "language",
  "time",
  "note",
  "vault",
  "settings",
  "incident",
  "check",
  "learn",
  "write",
  "commands",
] as const;
const hosts = ["plugin", "cli"] as const;

/** What each room may import besides itself: data flows one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(rooms.map((room, index) => [room, rooms.slice(0, index)])),
  ...Object.fromEntries(hosts.map((host) => [host, rooms])),
};

/** Packages that only hosts may know, by the folder that may. */
const hostPackages: readonly { readonly pattern: RegExp; readonly folder: string }[] = [
  { pattern: /^obsidian$/, folder: "plugin" },
  { pattern: /^@codemirror\//, folder: "plugin" },
  { pattern: /^node:/, folder: "cli" },
];

/** What would make a result depend on the moment, the machine or chance. */
const impure =
  /\bnew Date\b|\bDate\.|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.|\bDateTime\.(?:now|local|utc)\(\)|\bconsole\./;

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

function folderOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** Every import, `import type`, re-export and dynamic import. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"'\n]+)["']/g)) {
    found.push({ file, folder: folderOf(file), target: match[1] ?? "" });
  }
  return found;
}

/** What is wrong with an import, in words; null when it is fine. */
function broken({ file, folder, target }: Import): string | null {
  if (!target.startsWith(".")) {
    const host = hostPackages.find(({ pattern }) => pattern.test(target));
    return host === undefined || host.folder === folder
      ? null
      : `${file} imports ${target}, which only ${host.folder} may`;
  }
  const other = folderOf(posix.normalize(posix.join(posix.dirname(file), target)));
  if (other === folder || mayImport[folder]?.includes(other) === true) return null;
  return `${file} imports ${target}: ${folder} must not know ${other}`;
}

/** The files of src that a file imports. */
function neighboursOf(file: string): readonly string[] {
  return importsOf(file, codeOf(readFileSync(join(source, file), "utf8")))
    .filter(({ target }) => target.startsWith("."))
    .map(({ target }) => posix.normalize(posix.join(posix.dirname(file), `${target}.ts`)));
}

/**
 * What is left when files that import nothing, or nothing that is left, are taken away again and again: circles, and
 * what leads to them.
 */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Set(imports.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const file of left) if (imports.get(file)?.every((target) => !left.has(target)) === true) left.delete(file);
  }
  return [...left];
}

/** Without comments, so that a docstring may name what the code must not use. */
function codeOf(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
}

describe("the folders of src", () => {
  it("are those that the design names", () => {
    expect(files.map(folderOf).filter((folder) => !(folder in mayImport))).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  it("import only what comes before them", () => {
    const imports = files.flatMap((file) => importsOf(file, readFileSync(join(source, file), "utf8")));
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.map(broken).filter((problem) => problem !== null)).toEqual([]);
  });

  it("hold files that import one another in one direction", () => {
    const imports = new Map(files.map((file) => [file, neighboursOf(file)]));
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
    expect(circleIn(imports)).toEqual([]);
  });

  it("read no clock, no chance and write no console below the hosts", () => {
    const offenders = files.filter((file) => {
      const folder = folderOf(file);
      return folder !== "plugin" && folder !== "cli" && impure.test(codeOf(readFileSync(join(source, file), "utf8")));
    });
    expect(offenders).toEqual([]);
  });
});

describe("the scan of imports", () => {
  const problemsOf = (file: string, text: string): readonly string[] =>
    importsOf(file, text).flatMap((found) => broken(found) ?? []);

  it("sees types, re-exports and dynamic imports", () => {
    expect(problemsOf("note/a.ts", 'import type { Library } from "../vault/library";')).toHaveLength(1);
    expect(problemsOf("check/rules/a.ts", 'export * from "../../write/b";')).toHaveLength(1);
    expect(problemsOf("vault/a.ts", 'const b = await import("../incident/b");')).toHaveLength(1);
    expect(problemsOf("plugin/a.ts", 'import "../cli/main";')).toHaveLength(1);
    expect(
      problemsOf("incident/a.ts", 'import { readFile } from "node:fs";\nimport { App } from "obsidian";'),
    ).toHaveLength(2);
  });

  it("sees a circle, through types too", () => {
    expect(
      circleIn(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
          ["d", []],
        ]),
      ),
    ).toEqual(["a", "b", "c"]);
  });

  it("lets through what is allowed", () => {
    expect(
      problemsOf(
        "check/rules/a.ts",
        'import { b } from "../rule";\nimport type { Note } from "../../note/note";\nimport * as z from "zod/mini";',
      ),
    ).toEqual([]);
    expect(problemsOf("cli/a.ts", 'import { readFile } from "node:fs";')).toEqual([]);
  });
});
