// @vitest-environment jsdom
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import * as autocomplete from "@codemirror/autocomplete";
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import * as obsidian from "obsidian-test-mocks/obsidian";
import ts from "typescript";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isKeyed, ownValue } from "../../src/base";
import { rules } from "../../src/check";
import { settingsSchema } from "../../src/settings";
import { startApp, type PluginClass } from "./app";

/** What the app hands to a plugin's `require`. */
const provided: Readonly<Record<string, unknown>> = {
  obsidian,
  "@codemirror/autocomplete": autocomplete,
  "@codemirror/commands": commands,
  "@codemirror/language": language,
  "@codemirror/lint": lint,
  "@codemirror/state": state,
  "@codemirror/view": view,
};

const root = join(import.meta.dirname, "../..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postmortem-build-"));
  execFileSync(process.execPath, ["esbuild.config.mjs", `--outdir=${folder}`], {
    cwd: root,
  });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Loads a plugin as the app does: its text is run as a function of `require`, `module` and `exports`. */
function loadBuilt(): PluginClass {
  const run: unknown = compileFunction(readFileSync(join(folder, "main.js"), "utf8"), ["require", "module", "exports"]);
  const module: { exports: { default?: PluginClass } } = { exports: {} };
  const require = (id: string): unknown => {
    if (Object.hasOwn(provided, id)) return provided[id];
    throw new Error(`the app does not provide ${id}`);
  };
  if (typeof run !== "function") throw new Error("not a function");
  Reflect.apply(run, undefined, [require, module, module.exports]);
  if (module.exports.default === undefined) throw new Error("no plugin");
  return module.exports.default;
}

/** Declarations that Safari drops before iOS 17, and with them what the reader is to see. */
const droppedByOldSafari: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a shorthand with more than a line", /text-decoration:[^;}]*\s[^;}]*[;}]/],
  ["color-mix, light-dark or relative colours", /color-mix\(|light-dark\(|\(from /],
  ["nesting", /[{;]\s*&/],
  ["ranges in queries", /@(?:media|container)[^{]*[<>]/],
  ["text-wrap", /text-wrap/],
  ["user-select without its prefix", /(?<!-webkit-)user-select:[^;}]*;(?!\s*-webkit-user-select)/],
  [
    "what is newer",
    /field-sizing|content-visibility|scrollbar-(?:gutter|width|color)|@scope|@property|subgrid|\d[ds]v[hw]\b/,
  ],
];

describe("on iOS 16", () => {
  const main = (): string => readFileSync(join(folder, "main.js"), "utf8");

  it("main.js can be parsed: no lookbehind in any spelling, no flag or modifier that is newer", () => {
    // What follows `(?<` is the name of a group and nothing else: neither `=`, `!`, nor a part of the pattern.
    expect(main().match(/.{0,40}\(\?(?:<|\\x3c|\\u003c|\\u\{3c\})(?![A-Za-z_$]).{0,20}/gi) ?? []).toEqual([]);
    expect(main().match(/.{0,40}\(\?[ims]*-?[ims]+:.{0,20}/g) ?? []).toEqual([]);
    const sources: string[] = [];
    class Recorded extends RegExp {
      constructor(source: RegExp | string, flags?: string) {
        super(source, flags);
        sources.push(`/${this.source}/${this.flags}`);
      }
    }
    vi.stubGlobal("RegExp", Recorded);
    loadBuilt();
    vi.unstubAllGlobals();
    expect(sources.filter((source) => /\(\?<[=!]|\/[a-z]*v[a-z]*$/.test(source))).toEqual([]);
  });

  it("main.js holds no syntax that is newer", () => {
    // In a process of its own: jsdom has other typed arrays than esbuild asks for.
    const lower = (target: string): string =>
      execFileSync(join(root, "node_modules/.bin/esbuild"), [`--target=${target}`, join(folder, "main.js")], {
        encoding: "utf8",
        maxBuffer: 100 * 1024 * 1024,
      });
    expect(lower("es2022,ios16") === lower("esnext")).toBe(true);
  });

  it("main.js calls nothing that is newer", () => {
    const newer =
      /\b(?:Object|Map)\.groupBy\b|Promise\.withResolvers|Array\.fromAsync|URL\.(?:canParse|parse)\(|\.(?:isWellFormed|toWellFormed|isSubsetOf|isSupersetOf|symmetricDifference)\(|Iterator\.from|RegExp\.escape|Promise\.try/g;
    expect(main().match(newer) ?? []).toEqual([]);
  });

  it.each(droppedByOldSafari)("styles.css has no %s", (_what, pattern) => {
    const css = readFileSync(join(root, "styles.css"), "utf8").replace(/\/\*[^]*?\*\//g, "");
    expect(pattern.exec(css)?.[0]).toBeUndefined();
  });
});

/** The parts of a script that run when it is loaded: all that stand in no function. */
function evaluatedAtLoad(text: string): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    if (!ts.isFunctionLike(node) && !ts.isPropertyDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("main.js", text, ts.ScriptTarget.Latest));
  return found;
}

describe("loading main.js", () => {
  it("compiles no long function that may never be called, and makes few objects", () => {
    const text = readFileSync(join(folder, "main.js"), "utf8");
    const parts = evaluatedAtLoad(text);
    // The engine only skims functions where they stand in another one, or are none with an arrow.
    const arrows = parts.filter(ts.isArrowFunction).map(({ pos, end }) => text.slice(pos, end));
    expect(arrows.length).toBeGreaterThan(100);
    expect(arrows.filter((arrow) => arrow.length > 160 && !/\bthis\b|\barguments\b/.test(arrow))).toEqual([]);
    const properties = parts.filter(ts.isObjectLiteralExpression).map((object) => object.properties.length);
    expect(properties.reduce((sum, each) => sum + each, 0)).toBeLessThan(2400);
  });

  it("asks Intl for nothing, which would take longer than all the rest", () => {
    vi.stubGlobal("Intl", {});
    loadBuilt();
    vi.unstubAllGlobals();
  });

  it("reads few of the lists of words", () => {
    const split = vi.spyOn(String.prototype, "split");
    loadBuilt();
    expect(split.mock.calls.filter(([separator]: readonly unknown[]) => separator === "|").length).toBeLessThan(60);
  });

  it("gathers no classes of Unicode, as the engine does for each literal that names one", () => {
    expect(readFileSync(join(folder, "main.js"), "utf8").match(/.{0,40}(?<!\\)\\p\{.{0,20}/gi) ?? []).toEqual([]);
  });

  it("makes no schema of settings and of options of rules", () => {
    const set = vi.spyOn(WeakMap.prototype, "set");
    loadBuilt();
    const described = set.mock.calls.filter(([, said]: readonly unknown[]) => isKeyed(said) && "form" in said);
    expect(described.length).toBe(0);
  });

  it("evaluates no library that only exports need", () => {
    const tables: number[] = [];
    class Recorded extends Uint16Array {
      constructor(length: number) {
        super(length);
        tables.push(length);
      }
    }
    vi.stubGlobal("Uint16Array", Recorded);
    loadBuilt();
    vi.unstubAllGlobals();
    expect(tables.filter((length) => length > 1000)).toEqual([]);
  });
});

/** A line that stands in a string as it is, however quotes and line ends are escaped. */
function longestLine(text: string): string {
  const lines = text.split("\n").filter((line) => !/["'`\\$]/.test(line));
  return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), "");
}

describe("the built main.js", () => {
  // The aim is 600 KB; it is far from there, and this keeps it from getting out of hand meanwhile.
  it("stays below 1156 KB", () => {
    expect(statSync(join(folder, "main.js")).size / 1024).toBeLessThanOrEqual(1156);
  });

  it("holds of each rule's examples the one that a tooltip shows", () => {
    const text = readFileSync(join(folder, "main.js"), "utf8");
    for (const { id, examples } of rules) {
      const [shown] = examples.filter(({ expect }) => expect.length === 0).map(({ note }) => longestLine(note));
      expect(shown === undefined || text.includes(shown), id).toBe(true);
    }
    expect(text).not.toContain("<!-- Public -->");
  });

  it("holds no description of a setting, which the JSON schema alone shows", () => {
    const [main, cli] = ["main.js", "dist/postmortem.mjs"].map((file) => readFileSync(join(folder, file), "utf8"));
    const { properties } = settingsSchema();
    const descriptions = isKeyed(properties)
      ? Object.values(properties).map((each) => ownValue(each, "description"))
      : [];
    const texts = descriptions.filter((each) => typeof each === "string").filter((each) => !/["'`\\]/.test(each));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => main?.includes(text) !== false)).toEqual([]);
    expect(texts.filter((text) => cli?.includes(text) !== true)).toEqual([]);
  });

  it("holds no list of styles, of which documents allow two by themselves", () => {
    expect(readFileSync(join(folder, "main.js"), "utf8")).not.toContain("alignment-baseline");
  });

  it("carries the licence of every library in it, as the command line does", () => {
    const texts = ["main.js", "dist/postmortem.mjs"].map((file) => readFileSync(join(folder, file), "utf8"));
    for (const text of texts) {
      const notice = text.slice(text.lastIndexOf("/*!"));
      for (const name of ["d3-dsv", "luxon", "markdown-it", "mdurl", "xss", "zod"])
        expect(notice).toMatch(new RegExp(`\n${name} [\\d.]+ \\((?:MIT|ISC)\\)\n(?:.+\n)*?Copyright`));
      for (const part of notice.split("\n---\n")) expect(part).toMatch(/permission|licensed/i);
    }
  });

  it("loads as the app loads it, checks a note, and unloads", async () => {
    const app = await startApp({ "Incident-2024-04-11-A.md": "---\ntag: postmortem\n---\n" }, null, {
      plugin: loadBuilt(),
    });
    const editor = await app.open("Incident-2024-04-11-A.md");
    expect(app.underlined(editor)).toContain("tag | deprecated-property");
    app.plugin.unload();
    expect(vi.getTimerCount()).toBe(0);
  });
});
