import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { flatten } from "../../src/write";
import type { ExportChoices } from "../../src/write/export";
import { defaultChoices, exportDocument } from "../../src/write/export";
import { createMemoryVault } from "../vault/memory-vault";
import { generatedVault } from "./flatten-vaults";
import { notesIn } from "./golden-vault";

type Files = Readonly<Record<string, string>>;

const clock = { now: Date.UTC(2024, 10, 20), zone: "UTC" };
const settings = defaultSettings;

/** What a reader sees of HTML: all of it, and the part that is neither code nor a formula. */
function visible(html: string): { readonly all: string; readonly words: string } {
  let all = "";
  let words = "";
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, isCode: boolean): void => {
    if (node.nodeName === "#text" && "value" in node) {
      all += node.value;
      words += isCode ? "" : node.value;
    }
    if (node.nodeName === "sup") [all, words] = [`${all} `, `${words} `];
    // The list of contents says headings again; a picture is described for those who cannot see it.
    if (!("childNodes" in node) || /^(?:nav|svg|style|title)$/.test(node.nodeName)) return;
    for (const child of node.childNodes) visit(child, isCode || /^(?:code|pre|math)$/.test(node.nodeName));
    if (/^(?:p|li|td|th|h\d|tr|br|div|summary)$/.test(node.nodeName)) [all, words] = [`${all}\n`, `${words}\n`];
  };
  for (const node of parseFragment(html).childNodes) visit(node, false);
  // What a host makes an alert of.
  return { all, words: words.replace(/^[ \t]*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gm, "") };
}

/** Letters and digits alone: marks and tags may part a word. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A note with its embeds replaced, and what is seen of it in each kind of document. */
async function seenOf(files: Files, path: string) {
  const library = createLibrary();
  for (const each of Object.keys(files)) library.add(each);
  for (const [each, text] of Object.entries(files)) if (each.endsWith(".md")) library.update(each, text);
  const source = { vault: createMemoryVault(files), library, settings, strictLineBreaks: false, clock };
  const exported = async (choices: Partial<ExportChoices>): Promise<string> => {
    const place = { document: "Exports/out.md", vault: "" };
    return (await exportDocument(source, path, { ...defaultChoices(settings), ...choices }, place))?.text ?? "";
  };
  const markdown = await exported({ target: "markdown", properties: "drop" });
  const html = await exported({ target: "html" });
  return {
    flat: flatten(library, path, { depth: settings.embedDepth })?.text ?? "",
    markdown: visible(
      micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
    ),
    // A title that is no heading of the text itself stands above it.
    html: visible((/<main>\n([^]*)<\/main>/.exec(html)?.[1] ?? "").replace(/^<h1>[^<]*<\/h1>/, "")),
  };
}

/** What the golden vaults show as it is, since it is escaped or no mark there. */
const literal = ["**「x」**y", "[!note] no callout"];

/** What only Obsidian reads, or what Markdown makes something of. */
const markup = /\[\[|\]\]|!\[|\*\*|==\p{L}|%%|\^b\d|\[!\w|<\/?(?:a|img|mark|strong|em|del)\b/u;

describe("the words of a note", () => {
  it("are in its exports, and no markup with them: 200 generated notes", async () => {
    const vaults = fc.sample(generatedVault, { seed: 11, numRuns: 50 });
    // A footnote that nothing refers to is not shown by the app, nor by hosts of Markdown.
    const numbered = (text: string, kind: string): readonly string[] =>
      (text.match(/(?:par|item|head|code|cell|math|title|foot)\d+/g) ?? [])
        .filter((word) => kind === "html" || !word.startsWith("foot"))
        .sort();
    let notes = 0;
    for (const files of vaults) {
      for (const path of Object.keys(files).filter((each) => each.endsWith(".md"))) {
        notes++;
        const { flat, markdown, html } = await seenOf(files, path);
        for (const [kind, { all, words }] of Object.entries({ markdown, html })) {
          // A remark in the second item of a list that goes on from a paragraph is shown with its mark.
          const others = words.replaceAll("[!warning]", "");
          const found = markup.exec(others);
          const marks = found && others.slice(Math.max(0, found.index - 20), found.index + 20);
          const there = new Set(numbered(all, kind));
          const lost = numbered(flat, kind).filter((word) => !there.has(word));
          expect({ kind, note: flat, lost, marks }).toEqual({ kind, note: flat, lost: [], marks: null });
        }
      }
    }
    expect(notes).toBe(200);
  });

  const root = join(import.meta.dirname, "../..");
  const folders = [
    "examples/vault",
    ...readdirSync(join(import.meta.dirname, "export")).map((name) => `test/write/export/${name}`),
  ];

  /** The words of a text that a reader sees, as far as they can be told without reading Markdown. */
  function wordsOf(text: string): readonly string[] {
    const plain = text
      .replace(/^\uFEFF?---\r?\n[^]*?\n---(?=\r?\n|$)/, "")
      .replace(/%%[^]*?(?:%%|$)|<!--[^]*?-->/g, " ")
      .replace(/!\[\[[^\]]*\]\]|!\[[^\]]*\]\((?:<[^>]*>|[^)]*)\)|!\[[^\]]*\]\[[^\]]*\]|<[a-z/][^>]*>/gi, " ")
      .replace(/\[\[#\^[^\]]*\]\]/g, " ")
      .replace(/\[\[(?:[^\]|]*\\?\|)?([^\]]*)\]\]/g, " $1 ")
      .replace(/\]\((?:<[^>]*>|[^()]*(?:\([^()]*\)[^()]*)*)\)|\]\[[^\]]*\]|^[ >]*\[[^\]]+\]:.*$/gm, " ")
      .replace(/\[![^\]]*\]|\[\^[^\]]*\]:?|[ \t]?\^[\w-]+[ \t]*$|^[ \t>]*(?:```|~~~).*$/gm, " ")
      .replace(/&#?\w+;/g, " ");
    return plain.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  }

  it.each(folders)("of %s are in its exports, and no markup with them", async (folder) => {
    const files = notesIn(join(root, folder));
    for (const path of Object.keys(files).filter((each) => each.endsWith(".md"))) {
      const { flat, markdown, html } = await seenOf(files, path);
      for (const [kind, { all, words }] of Object.entries({ markdown, html })) {
        const there = letters(all);
        const others = literal.reduce((text, each) => text.replaceAll(each, ""), words);
        const found = markup.exec(others);
        const marks = found && others.slice(Math.max(0, found.index - 20), found.index + 20);
        const lost = wordsOf(flat).filter((word) => !there.includes(word));
        expect({ path, kind, lost, marks }).toEqual({ path, kind, lost: [], marks: null });
      }
    }
  });
});
