import { keysOf } from "../../src/base";
import { readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { ExportStyles } from "../../src/settings";
import { defaultSettings, exportOptions } from "../../src/settings";
import type { Exported, ExportOptions } from "../../src/write/export";
import { defaultChoices, exportNote } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { generatedVault } from "./flatten-vaults";
import { notesIn } from "./golden-vault";
import { expectLinear, repeated } from "../linear";

type Files = Readonly<Record<string, string>>;

const flavors = keysOf(exportOptions.flavor.values);

const options: ExportOptions = {
  ...defaultChoices(defaultSettings),
  flavor: "github",
  links: "relative",
  properties: "drop",
  tasks: "words",
  markOrigin: true,
  strictLineBreaks: false,
  depth: 4,
  taskMarks: { done: ["x", "X"], cancelled: ["-"] },
  place: { document: "Exports/Out.md", vault: "" },
};
const golden = ["export", "flatten"].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder)).map((name) => join(import.meta.dirname, folder, name)),
);
const runs = { seed: 11, numRuns: 100 };

/** The generated notes have no marks but links: some of their words get one. */
const markedVault = generatedVault.map((files) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, marked(text)])),
);

function marked(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    1: "==$&==",
    2: "%% $& %%",
    3: "$& %%x%%",
    4: "$& ^[note [[B]]]",
    5: "[[B#Head1|$&]]",
    6: "<!-- y --> $&",
    7: "[$&](sub/C.md#^b2)",
    8: "$& %%\\n%%",
  };
  return text.replace(/\bpar\d*(\d)\b/g, (word, last: string) => (marks[last] ?? "$&").replace("$&", word));
}

function exported(files: Files, flavor: ExportStyles["flavor"], path = "Host.md"): Exported {
  const document = exportNote(libraryOf(files), path, { ...options, flavor });
  if (!document) throw new Error("not held");
  return document;
}

/** Every node of the document for a GitHub Markdown parser. */
function nodesOf(text: string): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const visit = (node: Nodes): void => {
    nodes.push(node);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return nodes;
}

/** The words that a reader sees, math left out: other parsers take its source for words. */
function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.value : node.type === "paragraph" || node.type === "heading" ? "\n" : "",
    )
    .join("")
    .replace(/\$\$[^$]*\$\$|\$[^$\n]+\$/g, "");
}

function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
}

/** GitHub's and GitLab's names for headings, from what is shown of them. */
function headingNames(nodes: readonly Nodes[], flavor: ExportStyles["flavor"]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    const slug = textOf(node)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const base = flavor === "gitlab" ? slug.replace(/-+/g, "-").replace(/^\d+$/, "anchor-$&") : slug;
    let name = base;
    for (let number = 1; names.has(name); number++) name = `${base}-${number}`;
    names.add(name);
  }
  return names;
}

function check(files: Files, flavor: ExportStyles["flavor"]): void {
  const document = exported(files, flavor);
  const nodes = nodesOf(document.text);
  expect(wordsOf(nodes)).not.toMatch(/\[\[|!\[\[|%%|(?<!=)==(?=\S)|(?:^|\s)\^[\w-]+[ \t]*$|\^\[/m);
  const html = nodes.flatMap((node) => (node.type === "html" ? [node.value] : [])).join("\n");
  const written = new Set([...html.matchAll(/<a (?:id|name)="([^"]+)"/g)].map((match) => match[1]));
  const anchors = flavor === "commonmark" ? new Set<string>() : headingNames(nodes, flavor);
  const copies = document.attachments.map(({ to }) => to);
  const targets = nodes.flatMap((node) =>
    node.type === "link" || node.type === "image" || node.type === "definition" ? [node.url] : [],
  );
  for (const target of [...targets, ...[...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1] ?? "")]) {
    if (/^(?:https?|mailto):/.test(target)) continue;
    const [path = "", anchor] = target.split("#");
    const file = decodeURIComponent(path);
    if (file === "")
      expect(written.has(anchor) || anchors.has(anchor ?? ""), `${target} in\n${document.text}`).toBe(true);
    else if (!copies.includes(file))
      expect(Object.keys(files), target).toContain(posix.join(dirname("Exports/Out.md"), file));
  }
  for (const { from } of document.attachments) expect(files).toHaveProperty([from]);
  expect(new Set(copies.map((to) => to.toLowerCase())).size).toBe(copies.length);
}

describe("an exported document", () => {
  it.each(flavors)("has nothing left that only Obsidian reads, and no dead link, for %s: golden vaults", (flavor) => {
    for (const folder of golden) check(notesIn(folder), flavor);
  });

  it.each(flavors)("has nothing left that only Obsidian reads, and no dead link, for %s: any vault", (flavor) => {
    fc.assert(
      fc.property(markedVault, (files) => {
        check(files, flavor);
      }),
      runs,
    );
  });

  it.each(flavors)("is left as it is by another export, for %s", (flavor) => {
    const again = (files: Files): void => {
      const { text, attachments } = exported(files, flavor);
      const copies = Object.fromEntries(attachments.map(({ to }) => [`Exports/${to}`, ""]));
      expect(exported({ ...files, ...copies, "Exports/Out.md": text }, flavor, "Exports/Out.md").text).toBe(text);
    };
    for (const folder of golden) again(notesIn(folder));
    fc.assert(fc.property(markedVault, again), runs);
  });

  it("comes of a long note in time that grows with its length", async () => {
    const parts = [
      "[[#H]] [[#^b]] [[B]] ==x== %%c%% ^[n] ![[p.png|3]]",
      "## H",
      "- [/] t 📅 2024-01-01 ^b",
      "> [!note] T\n> x",
      "%%\nc\n%%",
      "[^1]: n",
      "a[^1]",
      "|a|\n|-|\n|[[B\\|x]]|",
      "[r]: B.md",
      "[x][r]",
    ];
    const hostile = [
      "%%",
      "==",
      "[[",
      "![[",
      "^[",
      "> [!",
      "<!--",
      "^a ",
      "[^",
      "\n> ",
      "\n\n^b",
      "[a](",
      "$",
      "`",
      "\n- %%x%%",
      "|",
    ];
    const work = (text: string): unknown => exported({ "Host.md": text, "B.md": "# H", "p.png": "" }, "commonmark");
    for (const shape of [...hostile, `${parts.join("\n\n")}\n\n`]) await expectLinear(work, repeated(shape));
  });
});
