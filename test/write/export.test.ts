import { keysOf } from "../../src/base";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultSettings, exportOptions } from "../../src/settings";
import type { Exported, ExportOptions } from "../../src/write/export";
import { defaultChoices, exportNote } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { notesIn } from "./golden-vault";
import { beside, markdownTexts } from "./markdown-texts";

const cases = join(import.meta.dirname, "export");

const flavors = keysOf(exportOptions.flavor.values);

const options: ExportOptions = {
  ...defaultChoices(defaultSettings),
  flavor: "github",
  links: "relative",
  properties: "table",
  tasks: "words",
  markOrigin: false,
  strictLineBreaks: false,
  depth: 10,
  taskMarks: { done: ["x", "X"], cancelled: ["-"] },
  place: { document: "Exports/Host.md", vault: "" },
};

function exported(files: Readonly<Record<string, string>>, more: Partial<ExportOptions> = {}): Exported {
  const document = exportNote(libraryOf(files), "Host.md", { ...options, ...more });
  if (!document) throw new Error("Host.md is not held");
  return document;
}

/** What a golden file holds: the text, and what goes with it. */
function shown({ text, attachments, problems }: Exported): string {
  const copies = attachments.map(({ from, to }) => `${from} -> ${to}`);
  return [
    text,
    ...(copies.length > 0 ? ["<!-- copies", ...copies, "-->", ""] : []),
    ...problems.map(({ message }) => `<!-- problem: ${message} -->\n`),
  ].join("\n");
}

describe("attachments", () => {
  it("that a browser would run are copied as the text that they are", () => {
    const endings = "html htm xhtml shtml mhtml mhtm mht hta js mjs xml xsl xslt svgz Html";
    const others = ["htmlx", "json", "html.png"];
    const files = [...endings.split(" "), ...others].map((ending, index) => `${index}.${ending}`);
    const { attachments } = exported({
      ...Object.fromEntries(files.map((file) => [file, ""])),
      "Host.md": files.map((file) => `![[${file}]]`).join("\n"),
    });
    const copied = Object.fromEntries(attachments.map(({ from, to }) => [from, to]));
    for (const file of files)
      expect(copied[file]).toBe(`Host.assets/${file}${others.some((ending) => file.endsWith(ending)) ? "" : ".txt"}`);
  });
});

describe("headings of what is embedded", () => {
  it("are moved below the one above, whether marked or underlined", () => {
    const part = "C# x\n===\n\n#hash\n===\n\n#\tTab\n\n#\n\nEnd\n---\n\n#";
    const { text } = exported({ "Host.md": "# Host\n\n## Section\n\n![[Part]]\n", "Part.md": part });
    expect(text).toBe("# Host\n\n## Section\n\n### C# x\n\n### #hash\n\n###\tTab\n\n###\n\n#### End\n\n###\n");
  });
});

describe("single line breaks", () => {
  const files = { "Host.md": "One\r\ntwo\n\n> three\n> four ^id\n" };

  it("are hard ones, as the app shows them", () => {
    expect(exported(files).text).toBe("One  \r\ntwo\n\n> three  \n> four\n");
  });

  it("stay as they are where the vault shows them as blanks", () => {
    expect(exported(files, { strictLineBreaks: true }).text).toBe("One\r\ntwo\n\n> three\n> four\n");
  });
});

describe("the Markdown export", () => {
  it.each(readdirSync(cases).flatMap((name) => flavors.map((flavor) => ({ name, flavor }))))(
    "$name for $flavor",
    async ({ name, flavor }) => {
      const files = notesIn(join(cases, name));
      await expect(shown(exported(files, { flavor }))).toMatchFileSnapshot(join(cases, name, `expected.${flavor}.md`));
    },
  );

  it.each(Object.keys(markdownTexts))("shows each text as was looked at once: %s", async (kind) => {
    const parts = (markdownTexts[kind] ?? []).map((text) => {
      const made = flavors.map(
        (flavor) => [flavor, shown(exported({ ...beside, "Host.md": text }, { flavor }))] as const,
      );
      // Those that are as for the first one are left out.
      const different = made.filter(([, of], index) => index === 0 || of !== made[0]?.[1]);
      return [text, ...different.map(([flavor, of]) => `⇒ ${flavor}\n${of}`), ""].join("\n").replaceAll("\r", "␍");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(`approved/markdown/${kind.replaceAll(" ", "-")}.txt`);
  });

  it("is as approved with the other choices", async () => {
    const other = { links: "text", properties: "keep", tasks: "keep", markOrigin: true, depth: 1 } as const;
    const parts = readdirSync(cases).map((name) => {
      const text = shown(exported(notesIn(join(cases, name)), other));
      return `%% ${name} %%\n\n${text}`;
    });
    await expect(parts.join("\n\n")).toMatchFileSnapshot("approved/other-choices.md");
  });
});
