import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { moduleState } from "./module-state";

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

/** The folders that are entered by their `index.ts` alone: every room, and parts of rooms that are contracts too. */
const doors: readonly string[] = [...rooms, "incident/from", "write/edit", "write/export"];

/** Inner parts that tests may read beside the doors: each has a contract of its own. */
const ownContracts: readonly RegExp[] = [
  // Hosts have no door: their commands, views and formats are what a test drives.
  /^(?:plugin|cli)\//,
  // Readers that other programs are an oracle for, or that are measured alone.
  /^incident\/(?:actions\/owner|facts\/(?:figure|times)|milestones\/marks|timeline\/line)\.ts$/,
  /^note\/yaml\/read-yaml\.ts$/,
  /^time\/lexer\//,
  // The two rules that the checker runs itself, and what it keeps between checks.
  /^check\/(?:rules\/(?:internal-error|unused-suppression)|suppress\/suppression|wording\/vague-action|action-index)\.ts$/,
  // Drawings, whose parts are compared by their measures.
  /^write\/(?:pictures\/(?:bars|chart|matrix|ranges|shape|text)|export\/html\/style)\.ts$/,
];

/** The names that a file declares and exports; overloads count once. */
function exportedNames(text: string): readonly string[] {
  const declared =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  const listed = /^export (?:type )?\{([^}]*)\};?$/gm;
  const taken = /^export (?:const|let) ([{[][^;]*?[}\]])(?:: [^=;]*)? = /gm;
  return [
    ...new Set([
      ...[...text.matchAll(declared)].map(([, name = ""]) => name),
      ...[...text.matchAll(taken)].flatMap(([, pattern = ""]) => boundNames(pattern)),
      ...[...text.matchAll(listed)].flatMap(([, names = ""]) =>
        names.split(",").flatMap((name) => name.trim().split(" ").at(-1) ?? []),
      ),
    ]),
  ];
}

/** The names that a destructuring pattern declares, without keys and defaults. */
function boundNames(pattern: string): readonly string[] {
  return pattern.replace(/\w+\s*:|=[^,}\]]*/g, "").match(/\w+/g) ?? [];
}

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
  .filter((file) => /\.m?ts$/.test(file));
const known: ReadonlySet<string> = new Set(files);
const hostFolders: readonly string[] = hosts;
const below = files.filter((file) => !hostFolders.includes(folderOf(file)));

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
  const led = fileAt(posix.join(posix.dirname(file), target));
  if (led === null) return `${file} imports ${target}, which is no file of the sources`;
  const other = folderOf(led);
  if (other !== folder && mayImport[folder]?.includes(other) !== true)
    return `${file} imports ${target}: ${folder} must not know ${other}`;
  return enters(file, led) ? null : `${file} imports ${target}: not by the door`;
}

/** The file of src that a path means, with or without its ending; null when there is none. */
function fileAt(path: string): string | null {
  const plain = posix.normalize(path).replace(/\/$/, "");
  return [plain, `${plain}.ts`, `${plain}/index.ts`].find((file) => known.has(file)) ?? null;
}

/** The innermost folder with a door that a file is in; null for the hosts, which nobody enters. */
function roomOf(file: string): string | null {
  return doors.filter((door) => file.startsWith(`${door}/`)).sort((one, two) => two.length - one.length)[0] ?? null;
}

/**
 * Files of one room import each other directly, never their own door; those of another by its door only. A part with a
 * door of its own belongs to the room around it, and may look there either way.
 */
function enters(file: string, led: string): boolean {
  const [own, other] = [roomOf(file), roomOf(led)];
  if (other === null || own?.startsWith(`${other}/`) === true) return true;
  const isDoor = led === `${other}/index.ts`;
  return own === other ? !isDoor : isDoor;
}

/** The files of src that a file imports. */
function neighboursOf(file: string): readonly string[] {
  return importsOf(file, codeOf(readFileSync(join(source, file), "utf8")))
    .filter(({ target }) => target.startsWith("."))
    .flatMap(({ target }) => fileAt(posix.join(posix.dirname(file), target)) ?? []);
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

  it("end the files that run in Node alone in .mts, which the community directory's review leaves out", () => {
    expect(files.filter((file) => file.endsWith(".mts") !== file.startsWith("cli/"))).toEqual([]);
  });

  it("import only what comes before them", () => {
    const imports = files.flatMap((file) => importsOf(file, codeOf(readFileSync(join(source, file), "utf8"))));
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.map(broken).filter((problem) => problem !== null)).toEqual([]);
  });

  it("hold files that import one another in one direction", () => {
    const imports = new Map(files.map((file) => [file, neighboursOf(file)]));
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
    expect(circleIn(imports)).toEqual([]);
  });

  it("read no clock, no chance and write no console below the hosts", () => {
    const offenders = below.filter((file) => impure.test(codeOf(readFileSync(join(source, file), "utf8"))));
    expect(offenders).toEqual([]);
  });

  it("read files in two places, where neither a pipe nor a huge file can hold the program", () => {
    const reading = /import [^;]*\b(?:createReadStream|open|openSync|readFile|readFileSync|read)\b[^;]* from "node:fs/;
    expect(files.filter((file) => reading.test(readFileSync(join(source, file), "utf8")))).toEqual([
      "cli/files/handed-file.mts",
      "cli/files/read-files.mts",
      // Opens what it writes.
      "cli/files/write-file.mts",
    ]);
  });
});

describe("the doors", () => {
  it("are there", () => {
    expect(doors.filter((door) => !known.has(`${door}/index.ts`))).toEqual([]);
  });

  it("let tests in as well, but for parts that are contracts of their own", () => {
    const tests = join(source, "..", "test");
    const offenders = readdirSync(tests, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && !file.includes("node_modules/"))
      .flatMap((file) =>
        importsOf(file, readFileSync(join(tests, file), "utf8")).flatMap(({ target }) => {
          const [, path] = /^(?:\.\.\/)+src\/(.+)$/.exec(target) ?? [];
          const led = path === undefined ? null : fileAt(path);
          const isFine = led === null || enters("", led) || ownContracts.some((part) => part.test(led));
          return isFine ? [] : [`${file} imports ${target}`];
        }),
      );
    expect(offenders).toEqual([]);
  });
});

describe("a name", () => {
  it("means one thing in all of src, whoever exports it", () => {
    const homes = new Map<string, string[]>();
    for (const file of files)
      for (const name of exportedNames(readFileSync(join(source, file), "utf8")))
        homes.set(name, [...(homes.get(name) ?? []), file]);
    const double = [...homes].filter(([, found]) => found.length > 1);
    expect(double.map(([name, found]) => `${name} in ${found.join(", ")}`)).toEqual([]);
  });

  it("is seen in each kind of declaration, and not in what a door passes on", () => {
    expect(
      exportedNames(
        "export const a = 1;\nexport async function b() {}\nexport function* c() {}\nexport abstract class D {}\n" +
          'export interface E {}\nexport type F = 1;\nexport enum G {}\nexport { h } from "./h";\nexport type { I } from "./i";\n' +
          "const j = 1;\nexport { j as k, l };\nexport const { m, n: o, p = 1, ...q } = r;\n" +
          "export const [s, { t: [u] }] = v;\nexport const {\n  w,\n  x: y,\n}: Z = r;\n",
      ),
    ).toEqual(["a", "b", "c", "D", "E", "F", "G", "m", "o", "p", "q", "s", "u", "w", "y", "k", "l"]);
  });
});

describe("the modules below the hosts", () => {
  it("keep no state", { timeout: 180_000 }, () => {
    const sources = below.map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));
    expect(moduleState(sources)).toEqual([]);
  });

  it.each([
    ["let last = null;"],
    ["const known = new Map<string, number>();"],
    ["export const known: Map<string, number> = new Map();"],
    ["const seen = new WeakMap<object, number>();"],
    ["const all: string[] = [];\nexport function add(): void { all.push('a'); }"],
    ["const last = { path: '' };\nexport function take(path: string): void { last.path = path; }"],
    ["const counts: Record<string, number> = {};\nexport const add = (name: string) => { counts[name]++; };"],
    ["class A { static last = 1; }"],
    ["class Memory {}\nconst memory = new Memory();"],
    ["function made() { let n = 0; return () => ++n; }\nconst next = made();"],
    ["function made() { const m = new Map(); return { get(k: string) { m.set(k, 1); } }; }\nconst cache = made();"],
    ["import { list } from './b';\nexport function add(): void { list.push(1); }"],
    ["import { once } from './b';\nconst late = once(() => new Map<string, number>());"],
  ] as const)("sees state: %s", (text) => {
    const b = "export const list: number[] = [];\nexport function once<T>(f: () => T) { return f; }";
    expect(
      moduleState([
        { path: "a.ts", text },
        { path: "b.ts", text: b },
      ]),
    ).not.toEqual([]);
  });

  it.each([
    "const known: ReadonlySet<string> = new Set(['a']);",
    "const pattern = /a/y;\nexport function at(text: string, i: number) { pattern.lastIndex = i; return pattern.exec(text); }",
    "export function f(): string[] { const list: string[] = []; list.push('a'); return list; }",
    "const list: readonly string[] = ['b'];\nexport function f(list: string[]): void { list.push('a'); }",
    "import { once } from './b';\nconst late = once((): ReadonlyMap<string, number> => new Map<string, number>());",
    "function made(): number[] { const all: number[] = []; [1].forEach((n) => { all.push(n); }); return all; }\nconst table: readonly number[] = made();",
  ])("lets constants be: %s", (text) => {
    const b =
      "export function once<T>(f: () => T) { let r: { v: T } | null = null; return () => (r ??= { v: f() }).v; }";
    expect(
      moduleState([
        { path: "a.ts", text },
        { path: "b.ts", text: b },
      ]),
    ).toEqual([]);
  });
});

describe("the scan of imports", () => {
  const problemsOf = (file: string, text: string): readonly string[] =>
    importsOf(file, text).flatMap((found) => broken(found) ?? []);

  it("sees types, re-exports and dynamic imports", () => {
    expect(problemsOf("note/a.ts", 'import type { Library } from "../vault";')).toHaveLength(1);
    expect(problemsOf("check/rules/a.ts", 'export * from "../../write";')).toHaveLength(1);
    expect(problemsOf("vault/a.ts", 'const b = await import("../incident");')).toHaveLength(1);
    expect(problemsOf("plugin/a.ts", 'import "../cli/main.mts";')).toHaveLength(1);
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

  it("sees another way in than the door, and the own door", () => {
    expect(problemsOf("check/rules/a.ts", 'import type { Note } from "../../note/note";')).toHaveLength(1);
    expect(problemsOf("cli/a.mts", 'import { flatten } from "../write/flatten/flatten";')).toHaveLength(1);
    expect(problemsOf("cli/a.mts", 'import { writeHtml } from "../write/export/html/page";')).toHaveLength(1);
    expect(problemsOf("write/edit/a.ts", 'import { writeHtml } from "../export/html/page";')).toHaveLength(1);
    expect(problemsOf("write/a.ts", 'import { setDue } from "./edit/action";')).toHaveLength(1);
    expect(problemsOf("note/block/a.ts", 'import type { Note } from "..";')).toHaveLength(1);
    expect(problemsOf("note/a.ts", 'import type { Note } from "./gone";')).toHaveLength(1);
  });

  it("lets through what is allowed", () => {
    expect(
      problemsOf(
        "check/rules/a.ts",
        'import { b } from "../rule";\nimport type { Note } from "../../note";\nimport * as z from "zod/mini";',
      ),
    ).toEqual([]);
    expect(problemsOf("cli/a.mts", 'import { readFile } from "node:fs";')).toEqual([]);
    expect(problemsOf("cli/a.mts", 'import { writeHtml } from "../write/export";')).toEqual([]);
    expect(problemsOf("write/edit/a.ts", 'import { flatten } from "..";')).toEqual([]);
  });
});
