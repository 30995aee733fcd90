import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, it } from "vitest";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";
import { generatedVault } from "./flatten-vaults";
import { bodyOf, faultsOf } from "./html-document";

type Files = Readonly<Record<string, string>>;

/** The note `Host.md` of a vault, exported. */
async function exported(files: Files, target: "html" | "markdown"): Promise<string> {
  const source = {
    vault: createMemoryVault(files),
    library: libraryOf(files),
    settings: defaultSettings,
    strictLineBreaks: false,
    clock: { now: Date.UTC(2024, 10, 20), zone: "UTC" },
  };
  const choices = { ...defaultChoices(defaultSettings), target };
  const document = await exportDocument(source, "Host.md", choices, { document: `Host.${target}`, vault: "" });
  if (!document || document.refusal !== null) throw new Error("no document");
  return document.text;
}

/** The headings of a text, each with its level, as GitHub's Markdown has them; `root` with nothing around it. */
function headingsIn(markdown: string): readonly { readonly words: string; readonly root: boolean }[] {
  const text = markdown.slice(parseNote(markdown).frontmatter?.span.end ?? 0);
  const found: { readonly words: string; readonly root: boolean }[] = [];
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === "heading") {
      const words = node.children.map((child) => ("value" in child ? child.value : "")).join("");
      found.push({ words: `${node.depth} ${words}`, root: depth === 1 });
    } else if ("children" in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), 0);
  return found;
}

/** The headings of a page, each with its level. */
function headingsOn(html: string): readonly string[] {
  return [...bodyOf(html).querySelectorAll("h1, h2, h3, h4, h5, h6")].map(
    ({ localName, textContent }) => `${localName.slice(1)} ${textContent}`,
  );
}

it("shows each heading of a note once in HTML, in their order, below a title where none is one", async () => {
  await fc.assert(
    fc.asyncProperty(generatedVault, async (files) => {
      const headings = headingsIn(await exported(files, "markdown"));
      const [first] = headings;
      const title = first?.root === true && first.words.startsWith("1 ") ? [] : ["1 Host"];
      expect(headingsOn(await exported(files, "html"))).toEqual([...title, ...headings.map(({ words }) => words)]);
    }),
    { seed: 3, numRuns: 60 },
  );
}, 120_000);

it.each([
  ["the first line", "# Outage\n\nText.\n\n## Impact\n", ["1 Outage", "2 Impact"], /^ ?Outage.*Date.*Text/],
  ["below a banner", "> [!note] Draft\n\n# Outage\n\nText.\n", ["1 Outage"], /Draft.*Outage.*Date.*Text/],
  ["a later part", "## Impact\n\nText.\n\n# Annex\n", ["1 Host", "2 Impact", "1 Annex"], /Host.*Date.*Impact.*Annex/],
  ["in a quote", "> # Said\n\nText.\n", ["1 Host", "1 Said"], /Host.*Date.*Said.*Text/],
])(
  "takes a heading of level 1 for the title where it is the first, and tells the facts below it: %s",
  async (...each) => {
    const [, markdown, headings, order] = each;
    const html = await exported({ "Host.md": `---\ndate: 2024-04-11\n---\n${markdown}` }, "html");
    expect(headingsOn(html)).toEqual(headings);
    expect(bodyOf(html).textContent.replaceAll(/\s+/g, " ")).toMatch(order);
    expect(faultsOf(html)).toEqual([]);
  },
);
