import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/note";
import { readSettings } from "../../src/settings";
import type { ExportChoices } from "../../src/write/export";
import { defaultChoices, exportDocument, redact } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";
import { attached, external, files, left, texts, values, wholes } from "./external-texts";

const approved = (name: string): string => join(import.meta.dirname, "approved/external", name);

/** With what nobody sees as its number. */
const written = (text: string): string =>
  text.replace(/[\0\p{Cf}\p{M}]/gu, (character) => `‹${character.charCodeAt(0).toString(16)}›`);

const shown = (text: string): string => written(text).replaceAll("\n", "⏎").replaceAll("\t", "⇥");

function redacted(text: string, more: object = {}) {
  const { settings, problems } = readSettings({ external: { ...external, ...more } });
  expect(problems).toEqual([]);
  return redact(parseNote(text, "Outage.md"), { library: libraryOf({ ...files, "Outage.md": text }), settings });
}

/** Why a note with these files is not exported, as Markdown and as HTML; `goes out` where it is. */
async function refusals(
  text: string,
  role: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { settings } = readSettings({
    external: { ...external, roles: { "Ada Lovelace": role }, attachments: Object.keys(more) },
  });
  const all = { ...files, ...more, "Outage.md": text };
  const source = {
    vault: createMemoryVault(all),
    library: libraryOf(all),
    settings,
    clock: { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" },
    strictLineBreaks: false,
  };
  return Promise.all(
    (["markdown", "html"] as const).map(async (target) => {
      const place = { document: `copy.${target === "html" ? "html" : "md"}`, vault: "" };
      const choices: ExportChoices = { ...defaultChoices(settings), target, properties: "keep", external: true };
      const document = await exportDocument(source, "Outage.md", choices, place);
      const why = document?.refusal?.replace(/^[^:]*: /, "").replace(/; change it in the note.*$/, "");
      return `  ${target}: ${why ?? "goes out"}`;
    }),
  );
}

describe("the external version of a text", () => {
  it.each(Object.keys(texts))("is as was looked at once: %s", async (kind) => {
    const parts = (texts[kind] ?? []).map((text) => {
      const { text: out, removed } = redacted(`# Outage\n\n## Impact\n\n${text}\n`);
      const rest = out.replace("# Outage\n\n## Impact\n\n", "").replace(/\n$/, "");
      const gone = removed.map(({ kind: of, what, instead }) => `${of} ${what} → ${instead}`);
      return [written(text), "⇒", written(rest), "", ...gone.map((line) => `    ${shown(line)}`), "", ""].join("\n");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(approved(`${kind}.txt`));
  });

  it.each(Object.keys(values))("has properties as was looked at once: %s", async (kind) => {
    const parts = (values[kind] ?? []).map((value) => {
      const { text } = redacted(`---\ntitle: ${value}\n---\n\n## Impact\n\nx\n`);
      return `title: ${value}\n⇒\n${text.replace("\n\n## Impact\n\nx\n", "").replace(/^---\n/, "")}\n`;
    });
    await expect(parts.join("\n\n")).toMatchFileSnapshot(approved(`properties-${kind.replaceAll(" ", "-")}.txt`));
  });
});

describe("the external version of a whole note", () => {
  it("is as was looked at once", async () => {
    const parts = wholes.map(([text, more]) => {
      const { text: out, removed, listed } = redacted(text, more);
      return [
        `=== ${JSON.stringify(more ?? {})}`,
        out,
        ...removed.map(({ kind, what, instead, where }) => `    ${kind} ${shown(what)} → ${instead} in ${where}`),
        ...listed.people.map(({ name, names, parts: of }) => `    ${name}: ${names.join(", ")}; ${of.join(", ")}`),
        "",
      ].join("\n");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(approved("wholes.txt"));
  });
});

describe("what is left in an external version", () => {
  it.each(Object.keys(left))("is refused as was looked at once: %s", async (kind) => {
    const parts: string[] = [];
    for (const text of left[kind] ?? [])
      parts.push(shown(text), ...(await refusals("# O\n\n## Impact\n\nSo Ada did, ops-9.\n", text)), "");
    await expect(parts.join("\n")).toMatchFileSnapshot(approved(`left-${kind.replaceAll(" ", "-")}.txt`));
  });

  it.each([
    "the one",
    "Grace",
    "OPS-1",
    "a@b.example",
    "https://a.example",
    String.raw`\x47race \u0048opper \U0000005aürich Re \U99999999`,
    String.raw`\X47race \x4gop \u004opper`,
    "Gr\\ace",
  ])("is refused in the properties, in a title and in a heading too: %j", async (role) => {
    const text =
      "---\ntitle: Ada\nservices:\n  - x\n  - Ada\nseverity:\n  k: Ada\n  more:\n    - [1, Ada]\n---\n\n# Ada\n\n## Impact\n\n### Ada `b`\n\n<h2>Ada</h2>\n\nAda\n";
    const name = role.toLowerCase().replaceAll(/\W+/g, "-");
    await expect([role, ...(await refusals(text, role)), ""].join("\n")).toMatchFileSnapshot(
      approved(`left-elsewhere/${name}.txt`),
    );
  });

  it.each(Object.keys(attached))("is refused in a file that goes along: %s", async (kind) => {
    const parts: string[] = [];
    for (const [name, content] of attached[kind] ?? [])
      parts.push(
        shown(`${name}: ${content}`),
        ...(await refusals(`# O\n\n## Impact\n\n![[${name}]]\n`, "x", { [name]: content })),
        "",
      );
    await expect(parts.join("\n")).toMatchFileSnapshot(approved(`left-in-${kind}.txt`));
  });
});
