import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import type { ExportChoices } from "../../src/write/export";
import { defaultChoices, exportDocument, readTraced, writeDocument } from "../../src/write/export";
import { createMemoryVault } from "../vault/memory-vault";
import { notesIn } from "./golden-vault";
import { bodyOf, faultsOf, intrusions } from "./html-document";

const example = join(import.meta.dirname, "../../examples/vault");
const exampleFiles = Object.fromEntries(
  readdirSync(example)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(example, name), "utf8")]),
);

/** A vault of these files that documents are made from; `exported` is the document of a note. */
function sourceOf(files: Readonly<Record<string, string | Uint8Array>>, stored: object = {}) {
  const { settings } = readSettings(stored);
  const library = createLibrary();
  for (const path of Object.keys(files)) library.add(path);
  for (const [path, text] of Object.entries(files)) if (typeof text === "string") library.update(path, text);
  const source = {
    vault: createMemoryVault(files),
    library,
    settings,
    strictLineBreaks: false,
    clock: { now: Date.UTC(2024, 10, 20), zone: "UTC" },
  };
  const exported = async (path: string, choices: Partial<ExportChoices> = {}) => {
    const document = await exportDocument(
      source,
      path,
      { ...defaultChoices(settings), target: "html", ...choices },
      { document: path.replace(/md$/, "html"), vault: "" },
    );
    if (!document) throw new Error(`${path} is not held`);
    return document;
  };
  return { source, exported };
}

describe("the HTML of a note", () => {
  const { exported } = sourceOf(exampleFiles);
  it.each(Object.keys(exampleFiles))("%s is valid, whole and as approved", async (path) => {
    for (const external of [false, true]) {
      const { text } = await exported(path, { external });
      expect(faultsOf(text)).toEqual([]);
      expect(intrusions(text)).toEqual([]);
      if (path.startsWith("Incident-"))
        await expect(text).toMatchFileSnapshot(`html/${external ? "external-" : ""}${path.replace(/md$/, "html")}`);
    }
  });

  const golden = join(import.meta.dirname, "export");
  it.each(readdirSync(golden))("shows what the golden vault %s does", async (name) => {
    const files = notesIn(join(golden, name));
    const document = await sourceOf(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, path.endsWith(".md") ? text : new Uint8Array([1])]),
      ),
    ).exported("Host.md", { tasks: "words" });
    expect(faultsOf(document.text)).toEqual([]);
    const shown = bodyOf(document.text);
    for (const source of shown.querySelectorAll("code")) source.remove();
    expect(shown.textContent).not.toMatch(/<(?:a|img|mark)[ >]|==\w|\[\^/);
    const body = /<main>\n([^]*)<\/main>/.exec(document.text)?.[1] ?? "";
    const copies = document.attachments.map(({ from, to }) => `<!-- ${from} -> ${to} -->\n`);
    await expect(body + copies.join("")).toMatchFileSnapshot(join(golden, name, "expected.html"));
  });

  it("has its images in it, and names the files that it cannot hold", async () => {
    const files = {
      "Host.md": "![[a b.png|300]] ![[log.txt]] ![[gone.png]] [[Other]]",
      "a b.png": new Uint8Array([137, 80, 78, 71, 255]),
      "log.txt": new Uint8Array([65]),
      "Other.md": "x",
    };
    const { text, attachments } = await sourceOf(files).exported("Host.md");
    const image = bodyOf(text).querySelector("img");
    expect([image?.getAttribute("src"), image?.getAttribute("width")]).toEqual([
      "data:image/png;base64,iVBOR/8=",
      "300",
    ]);
    expect(attachments.map(({ from }) => from)).toEqual(["log.txt"]);
    expect([...bodyOf(text).querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
      "Host.assets/log.txt",
    ]);
  });

  it("has images of each kind that a browser shows, whole, and links the others", async () => {
    const types = { png: "png", jpg: "jpeg", JPEG: "jpeg", gif: "gif", webp: "webp", avif: "avif", bmp: "bmp" };
    const names = [...Object.keys(types), "svg", "tiff"].map((ending) => `a.${ending}`);
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 251);
    const { text, attachments } = await sourceOf({
      "Host.md": names.map((name) => `![[${name}]]`).join("\n"),
      ...Object.fromEntries(names.map((name) => [name, bytes])),
    }).exported("Host.md");
    const data = Buffer.from(bytes).toString("base64");
    expect([...bodyOf(text).querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual(
      [...Object.values(types), "svg+xml"].map((type) => `data:image/${type};base64,${data}`),
    );
    expect(attachments).toEqual([{ from: "a.tiff", to: "Host.assets/a.tiff" }]);
  });

  it.each([
    ["---\ntitle: A & B\n---\n# C\n", "A &amp; B"],
    ["# A *b* [[Other|c]]\n", "A b c"],
    ["a\n\n# B\n\n# C\n", "B"],
    ["## A\n\n# B\n", "Host"],
    ["> # A\n", "Host"],
    ["a\n", "Host"],
  ])("is titled by its properties, its first heading or its name: %j", async (text, title) => {
    const { source, exported } = sourceOf({ "Host.md": text, "Other.md": "" });
    expect((await exported("Host.md")).text).toContain(`<title>${title}</title>`);
    if (text.startsWith("---")) return;
    // Nobody says what day it is where the text alone is shown.
    const { clock: _, ...timeless } = source;
    const place = { document: "Host.html", vault: "" };
    const document = await exportDocument(
      timeless,
      "Host.md",
      { ...defaultChoices(source.settings), target: "html" },
      place,
    );
    expect(document?.text).toContain(`<title>${title}</title>`);
    expect(document?.text).not.toContain('class="facts"');
  });

  it("does not tell the name of its note where it goes out", async () => {
    const { exported } = sourceOf({ "Host.md": "## Impact\n\nx\n" });
    expect((await exported("Host.md", { external: true })).text).toContain("<title>Postmortem</title>");
  });

  it("is null for a note that is not held", async () => {
    const { source } = sourceOf({ "Host.md": "" });
    const choices = { ...defaultChoices(source.settings), target: "html" } as const;
    expect(await exportDocument(source, "Gone.md", choices, { document: "Gone.html", vault: "" })).toBeNull();
  });

  it("is not there when it is too long", async () => {
    const { exported } = sourceOf({ "Long.md": "x".repeat(500_001) });
    expect(await exported("Long.md")).toMatchObject({
      text: "",
      refusal: expect.stringContaining("embed less, or export it as Markdown") as string,
    });
  });

  it("tells of the incident at its head, from the text that goes out", async () => {
    const files = {
      "Host.md":
        "---\ntitle: Outage\ndate: 2024-04-11\nseverity: 1\nstarted: 2024-04-11T06:12Z\nresolved: 2024-04-11T06:59Z\nstatus: draft\n---\n## Timeline\n\n- 06:12 @ada deploys\n",
    };
    const facts = async (external: boolean) =>
      [...bodyOf((await sourceOf(files).exported("Host.md", { external })).text).querySelectorAll(".facts tr")].map(
        (row) => row.textContent,
      );
    expect(await facts(false)).toEqual([
      "Date2024-04-11",
      "SeveritySEV-1",
      "Statusdraft",
      "Time to resolve47 minutes (resolved − started)",
    ]);
    expect(await facts(true)).toEqual([
      "Date2024-04-11",
      "SeveritySEV-1",
      "Time to resolve47 minutes (resolved − started)",
    ]);
    expect(
      bodyOf((await sourceOf(files).exported("Host.md")).text).querySelector("figure > svg.postmortem-timeline"),
    ).not.toBeNull();
  });
});

describe("a vault of 10,000 parts", () => {
  const count = 10_000;
  const chain = sourceOf(
    {
      "Host.md": "# H\n\n## Impact\n\n![[N0]]\n",
      ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`N${i}.md`, `${i}\n\n![[N${i + 1}]]`])),
    },
    { embedDepth: 50 },
  );
  const sections = (length: number) =>
    sourceOf({
      "Host.md": `# H\n\n## Impact\n\n${Array.from({ length: count }, (_, i) => `- ![[N#H${i}]]`).join("\n")}\n`,
      "N.md": Array.from(
        { length: count },
        (_, i) => `## H${i}\n\n${"text ".repeat(length)}${i} [[#H${(i * 7) % count}]] ^b${i}`,
      ).join("\n\n"),
    });

  it.each(["markdown", "html"] as const)(
    "is exported as %s, for others too, with a limit that is said",
    { timeout: 120_000 },
    async (target) => {
      for (const external of [false, true]) {
        const deep = await chain.exported("Host.md", { target, external });
        expect(deep.problems.map(({ message }) => message)).toEqual([
          expect.stringMatching(/^embeds are more than 50 deep: Host → N0 → /),
        ]);
        expect(deep.text).toMatch(/\b48\b[^]*\b49\b[^]*Not included/);
        const wide = await sections(1).exported("Host.md", { target, external });
        expect([wide.problems, wide.refusal]).toEqual([[], null]);
        expect(wide.text).toMatch(/text 0 [^]*text 9999 .*H9993/);
      }
      const long = await sections(10).exported("Host.md", { target });
      expect(long.refusal).toEqual(
        target === "html"
          ? expect.stringContaining("HTML is made of 500000 at most; embed less, or export it as Markdown")
          : null,
      );
    },
  );
});

describe("the external version, exported", () => {
  const files = {
    "Outage of Ada.md": "# Outage\n\n## Impact\n\nSee [[Runbook]], OPS-12 and @ada.\n",
    "Runbook.md": "x",
  };

  it.each(["markdown", "html"] as const)(
    "names nobody and no note in %s, and says what it took out",
    async (target) => {
      const { source, exported } = sourceOf(files);
      const document = await exported("Outage of Ada.md", { target, external: true });
      expect(document.removed.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
        "link [[Runbook]]",
        "ticket OPS-12",
        "person @ada",
      ]);
      const to = { vault: source.vault, path: "out.file", place: { document: "out.file", vault: "" } };
      expect(
        await writeDocument(
          source,
          { note: "Outage of Ada.md", choices: { ...defaultChoices(source.settings), target, external: true } },
          document,
          to,
        ),
      ).toEqual({ delivery: { kind: "created" }, copied: [], problems: [] });
      const written = source.vault.files.get("out.file");
      expect(written).toContain("See Runbook, (ticket) and Engineer 1.");
      expect(written).not.toMatch(/ada|OPS|\[\[/i);
      expect(readTraced(String(written))?.trace.source).toBe("");
      if (target === "html") expect(faultsOf(String(written))).toEqual([]);
    },
  );

  it("does not say what it could not include", async () => {
    const { exported } = sourceOf({
      "Outage.md": "# O\n\n## Impact\n\n![[Secret plan]]\n\nIn ![[Secret plan#Part]] words.\n",
    });
    const { text, problems } = await exported("Outage.md", { target: "markdown", external: true });
    expect(text).toBe("# O\n\n## Impact\n\n> [!WARNING]\n> **Not included**\n\nIn (not included) words.\n");
    expect(problems.map(({ message }) => message)).toEqual([
      "`Secret plan` does not exist",
      "`Secret plan` does not exist",
    ]);
  });

  it("is not written when something would leak", async () => {
    const { source, exported } = sourceOf(files, { external: { otherRole: "Ada" } });
    const choices = { ...defaultChoices(source.settings), external: true };
    const document = await exported("Outage of Ada.md", choices);
    expect(document).toMatchObject({
      text: "",
      refusal: expect.stringContaining("person `ada` under `Impact`") as string,
    });
    expect(
      (
        await writeDocument(source, { note: "Outage of Ada.md", choices }, document, {
          vault: source.vault,
          path: "out.md",
          place: { document: "out.md", vault: "" },
        })
      ).delivery.kind,
    ).toBe("refused");
    expect(source.vault.files.has("out.md")).toBe(false);
  });
});
