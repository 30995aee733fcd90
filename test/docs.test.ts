import { keysOf } from "../src/base";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { exportOptions } from "../src/settings";
import { githubAnchor } from "../src/vault";
import { exportTargets } from "../src/write/export";

const root = join(import.meta.dirname, "..");

/** Every page of the documentation; the site that is built of them brings packages with pages of their own. */
const guide = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((name) => `docs/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".md") && !name.startsWith("docs/site/"));

const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ".github/pull_request_template.md",
  ...guide,
];

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Paths of the project that a page names in code, such as `src/note/parse.ts`; a part in `<…>` stands for any name. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|test|docs|bench|examples|\.github|\.ci)(?:\/[\w.<>@-]+)*\/?)`/g)].map(
    ([, path = ""]) => (path.includes("<") ? dirname(path.slice(0, path.indexOf("<") + 1)) : path),
  );
}

/** A text without its code: what looks like a link there is none. */
function withoutCode(text: string): string {
  return text.replace(/^( *)(`{3,})[^]*?^\1\2$/gm, "").replace(/`[^`\n]*`/g, "");
}

/** Where links and pictures of a page lead within the project, with the anchor behind `#`. */
function targetsIn(page: string, text: string): readonly { readonly path: string; readonly anchor: string }[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link = "", picture = ""]) => link || picture)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = ""] = target.split("#");
      return { path: path === "" ? page : relative(root, join(root, dirname(page), path)), anchor };
    });
}

/** The same as paths alone. */
function linksIn(page: string, text: string): readonly string[] {
  return targetsIn(page, text).map(({ path }) => path);
}

/** The anchors of a page's headings. */
function anchorsIn(text: string): ReadonlySet<string> {
  const headings = text.replace(/^( *)(`{3,})[^]*?^\1\2$/gm, "").matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, words = ""]) => githubAnchor(words.replace(/[`*]/g, ""))));
}

describe("the guide", () => {
  it("leads to every page of it", () => {
    const listed = new Set(linksIn("docs/README.md", read("docs/README.md")).map((path) => path.replaceAll("\\", "/")));
    const own = guide.filter((page) => !/^docs\/(?:README|(?:rules|import)\/(?!README)|dev\/)/.test(page));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter((page) => !listed.has(page))).toEqual([]);
  });
});

describe("the pages", () => {
  it.each(pages)("%s names files that exist, and links to files and headings that exist", (page) => {
    const text = read(page);
    const named = [...(page.startsWith("docs/rules/") ? [] : pathsIn(text)), ...linksIn(page, text)];
    expect(named.filter((path) => !path.endsWith("node_modules") && !existsSync(join(root, path)))).toEqual([]);
    const lost = targetsIn(page, text).filter(
      ({ path, anchor }) => anchor !== "" && path.endsWith(".md") && !anchorsIn(read(path)).has(anchor),
    );
    expect(lost).toEqual([]);
  });

  it("see a path that does not exist", () => {
    expect(pathsIn("in `src/note/parse.ts`, `src/nowhere.ts` and `src/check/rules/<id>.ts`")).toEqual([
      "src/note/parse.ts",
      "src/nowhere.ts",
      "src/check/rules",
    ]);
    expect(linksIn("docs/dev/a.md", "[b](../ci.md#top), [c](https://d.example)")).toEqual([join("docs", "ci.md")]);
    expect(anchorsIn("# A `b`: c\n\n```sh\n# no\n```\n")).toEqual(new Set(["a-b-c"]));
    expect(targetsIn("docs/a.md", "[b](#top) `[c](d.md)`")).toEqual([{ path: "docs/a.md", anchor: "top" }]);
  });

  it("name the place of each thing that a newcomer looks for", () => {
    const rows = new Map(
      [...read("docs/dev/architecture.md").matchAll(/^\| ([^|]+) \| `([^`]+)`/gm)].map(([, what = "", path = ""]) => [
        what,
        path,
      ]),
    );
    const fileOf = (what: RegExp): string => {
      const path = [...rows].find(([row]) => what.test(row))?.[1];
      return path === undefined ? "" : read(path);
    };
    expect(fileOf(/time of day/)).toContain("readClock");
    expect(fileOf(/mitigated/)).toContain("mitigated");
    expect(fileOf(/CSV/)).toContain("overdue_days");
    expect(fileOf(/Ignore/)).toContain("ignoreProblem(");
    expect(fileOf(/order of diagnostics/)).toContain("function sortDiagnostics");
  });

  it("have a paragraph with an invariant for each room", () => {
    const text = read("docs/dev/architecture.md");
    const rooms = readdirSync(join(root, "src")).filter((room) => existsSync(join(root, "src", room, "index.ts")));
    expect(rooms.length).toBeGreaterThan(8);
    for (const room of rooms) {
      const paragraph = new RegExp(`^### ${room}\n([^#]+)`, "m").exec(text)?.[1] ?? "";
      expect(paragraph, room).toContain("**Invariant:**");
      expect(paragraph, room).toContain(`src/${room}/index.ts`);
    }
  });

  it("list each decision, with its context, its choice and what was rejected", () => {
    const list = read("docs/dev/decisions/README.md");
    const decisions = pages.filter((page) => /decisions\/\d/.test(page));
    expect(decisions.length).toBeGreaterThanOrEqual(10);
    for (const page of decisions) {
      expect(list, page).toContain(`(${page.replace("docs/dev/decisions/", "")})`);
      for (const part of ["**Context.**", "**Choice.**", "**Rejected.**"]) expect(read(page), page).toContain(part);
    }
  });
});

describe("the page on exports", () => {
  it("names each target, each option and each of its values", () => {
    const page = read("docs/export.md");
    for (const { id } of exportTargets) expect(page).toContain(`--to ${id}`);
    for (const option of keysOf(exportOptions)) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`--${option}\` |`)) ?? "";
      for (const value of keysOf<string>(exportOptions[option].values)) expect(row).toContain(`\`${value}\``);
    }
  });
});

describe("each door", () => {
  const doors = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => /^src\/(?:\w+|incident\/from|write\/(?:edit|export))\/index\.ts$/.test(file));

  it.each(doors)("%s begins with what the room is, promises and does not know", (door) => {
    const comment = /^\/\*\*[^]*?\*\//.exec(read(door))?.[0] ?? "";
    expect(comment).toMatch(/\bpromises\b/);
    expect(comment).toMatch(/\b(?:does|do) not\b/);
  });
});
