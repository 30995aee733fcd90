import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import type { Exported, Redacted } from "../../src/write/export";
import { defaultChoices, exportDocument, redact } from "../../src/write/export";
import { flatten } from "../../src/write";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";
import { expectLinear, repeated } from "../linear";

const people = {
  "People/Ada Lovelace.md": "---\naliases: [Countess, adalove]\ntags: [person]\n---\n",
  "People/Grace Hopper.md": "---\ntags: person\n---\n",
  "Runbook.md": "# Runbook",
  "chart.png": "",
};

function redacted(
  text: string,
  external: object = {},
  files: Readonly<Record<string, string>> = people,
): Pick<Redacted, "text" | "removed"> {
  const { settings, problems } = readSettings({ external });
  expect(problems).toEqual([]);
  return redact(parseNote(text, "Outage.md"), { library: libraryOf({ ...files, "Outage.md": text }), settings });
}

/** The text of a section that goes out, after it went through. */
function out(text: string, external: object = {}): string {
  const result = redacted(`# Outage\n\n## Impact\n\n${text}\n`, external);
  return result.text.replace("# Outage\n\n## Impact\n\n", "").trim();
}

describe("the external version", () => {
  it("of the example vault", async () => {
    const vault = join(import.meta.dirname, "../../examples/vault");
    const files = Object.fromEntries(
      readdirSync(vault)
        .filter((name) => name.endsWith(".md"))
        .map((name) => [name, readFileSync(join(vault, name), "utf8")]),
    );
    const { settings } = readSettings({
      external: { roles: { "Alex Rivera": "the on-call engineer" }, removeWords: ["api-config"] },
    });
    const library = libraryOf(files);
    for (const name of Object.keys(files).filter((file) => file.startsWith("Incident-"))) {
      const flattened = flatten(library, name, { depth: 10 });
      const result = redact(parseNote(flattened?.text ?? "", name), { library, settings });
      const text = `${result.text}\n---\n\n${result.removed.map(({ kind, what, instead, where }) => `${kind} ${JSON.stringify(what)} → ${JSON.stringify(instead)} in ${where}`).join("\n")}\n`;
      await expect(text).toMatchFileSnapshot(`external/${name}`);
    }
  });

  it("lets out the listed sections with what is below them, and no other", () => {
    const text =
      "---\ntitle: T\nowner: Ada\n---\n\n# Outage\n\nPreamble\n\n## Impact\n\nA[^1] B[^2] [c][d]\n\n### Details\n\nkept\n\n### Action items\n\nsecret\n\n#### Deeper\n\nsecret\n\n## Legal\n\nsecret\n\n### Summary\n\nkept too\n\n## Related\n\n[^1]: one[^3]\n[^2]: two\n[^3]: three\n[^4]: secret\n\n[d]: https://wiki.example/\n";
    const result = redacted(text);
    expect(result.text).toBe(
      "---\ntitle: T\n---\n\n# Outage\n\n## Impact\n\nA[^1] B[^2] [c][d]\n\n### Details\n\nkept\n\n### Summary\n\nkept too\n\n[^1]: one[^3]\n\n[^2]: two\n\n[^3]: three\n",
    );
    expect(result.removed.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "property owner",
      "section Action items",
      "section Legal",
      "section Related",
      "link [d]: https://wiki.example/",
    ]);
    const legal = redacted(text, { sections: ["legal"], properties: [] });
    expect(legal.text).toBe("# Outage\n\n## Legal\n\nsecret\n");
  });

  it("gives people roles, the same at each place", () => {
    expect(
      out("[[Ada Lovelace]] called [[Grace Hopper|Grace]]. Ada’s fix, @adalove, countess; Grace Hopper slept."),
    ).toBe("Engineer 1 called Engineer 2. Engineer 1’s fix, Engineer 1, Engineer 1; Engineer 2 slept.");
    expect(
      out("Ada and @linus and Linus", {
        roles: { "Ada Lovelace": "the incident commander" },
        otherRole: "team member",
      }),
    ).toBe("the incident commander and team member 1 and team member 1");
    expect(out("by grace of luck")).toBe("by grace of luck");
    expect(out("<b>Ada</b> Lovelace, Ada <i>Lovelace</i>, <b>Ada</b> <i title='x'>Love</i>lace")).toBe(
      "<b>Engineer 1</b>, Engineer 1<i></i>, <b>Engineer 1</b>",
    );
    expect(out("@bo asked [[Bo Li]], Li and [[People/Bo Li|the author]] of [[Bo and the cache]]")).toBe(
      "Engineer 1 asked Engineer 1, Engineer 1 and the author of Engineer 1 and the cache",
    );
  });

  it.each(["Edda und Cleo", "Edda et Cleo", "Edda e Cleo", "Edda、Cleo"])(
    "knows each of the people that a property names as %s",
    (owners) => {
      const { text } = redacted(`---\nowner: ${owners}\n---\n\n## Impact\n\nCleo called Edda.\n`);
      expect(text).toBe("## Impact\n\nEngineer 1 called Engineer 2.\n");
    },
  );

  it("keeps links to public hosts alone", () => {
    const publicHosts = ["status.example.com"];
    expect(
      out(
        "[Status](https://status.example.com/a) https://status.example.com/b. [x](https://status.example.com/ada-lovelace)",
        { publicHosts },
      ),
    ).toBe("[Status](https://status.example.com/a) https://status.example.com/b. x");
    expect(
      out(
        "[Slack](https://x.slack.com/archives/C1/p1) https://wiki.corp/a <https://wiki.corp> [https://a.corp](https://a.corp) [[Runbook#Top]] [[Runbook|the book]]",
      ),
    ).toBe("Slack (internal link) (internal link) (internal link) Runbook > Top the book");
    expect(
      out(
        "https://status.example.com.evil.example https://status.example.com@evil.example https://evil.example/status.example.com",
        { publicHosts },
      ),
    ).toBe("(internal link) (internal link) (internal link)");
    expect(out("[x](status.example.com/a) [y](www.status.example.com/b)", { publicHosts })).toBe(
      "x [y](www.status.example.com/b)",
    );
  });

  it("takes out tickets, addresses, comments, images and block ids", () => {
    expect(
      out(
        "See OPS-123, #42 and org/repo#7; SEV-1, UTF-8, SHA-256 stay. Mail a.b@corp.example %%psst%% ![[chart.png]] <!-- psst --> end ^block",
      ),
    ).toBe("See (ticket), (ticket) and (ticket); SEV-1, UTF-8, SHA-256 stay. Mail ███ end");
    expect(
      out("- a ![[chart.png]]\n- [[sub/Runbook#Top]] [[sub/Runbook#^top]]\n\n<!-- -->\n\n- b ^id\n- c %%x%% %%y%% d"),
    ).toBe("- a\n- Runbook > Top Runbook\n\n<!-- -->\n\n- b\n- c d");
    expect(out("![[chart.png]]", { attachments: ["chart.png"] })).toBe("![[chart.png]]");
    expect(out("db-01.corp and DB-01 and db-01x", { removeWords: ["db-01", "*.corp"] })).toBe("███ and ███ and db-01x");
  });
});

/** What becomes of a note as an external document, as Markdown and as HTML. */
async function exported(
  text: string,
  external: object = {},
  files: Readonly<Record<string, string>> = {},
  name = "copy",
): Promise<readonly Exported[]> {
  const { settings } = readSettings({ external });
  const all = { ...people, ...files, "Outage.md": text };
  const source = {
    vault: createMemoryVault(all),
    library: libraryOf(all),
    settings,
    clock: { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" },
    strictLineBreaks: false,
  };
  const documents = (["markdown", "html"] as const).map((target) =>
    exportDocument(
      source,
      "Outage.md",
      { ...defaultChoices(settings), target, external: true },
      {
        document: `${name}.${target === "html" ? "html" : "md"}`,
        vault: "",
      },
    ),
  );
  return (await Promise.all(documents)).filter((document) => document !== null);
}

describe("the finished external document", () => {
  it.each([
    ["in hexadecimal", String.raw`"\x5a\xfcrich Re"`],
    ["in Unicode", String.raw`"Z\u00fcrich\U00000020Re"`],
    ["over two lines", '"Zürich\n  Re"'],
    ["with an escaped line break", '"Zür\\\n  ich Re"'],
    ["in a block", ">-\n  Zürich\n  Re"],
    ["in a comment", "A # Zürich Re"],
  ])("tells no listed name of a property that is written %s", async (_, value) => {
    const text = `---\ntitle: ${value}\nservices: [${value.startsWith('"') ? value.replace("\n", " ") : "a"}]\n---\n\n## Impact\n\nAll.\n`;
    for (const { text: document, refusal } of await exported(text, { removeWords: ["Zürich Re"] })) {
      expect(refusal).toBeNull();
      expect(document).not.toMatch(/z.rich/i);
      expect(document).not.toMatch(/\\x5a|u00fc/);
    }
  });

  it.each([
    ["over a line break", "at Zürich\nRe today", "at ███ today"],
    ["in a quote", "> at Zürich\n> Re today", "> at ███ today"],
    ["in an item", "- at Zürich\n  Re today", "- at ███ today"],
    ["with many blanks", "at Zürich                 Re today", "at ███ today"],
    ["with blanks of another kind", "at Zürich&nbsp;&emsp; Re today", "at ███ today"],
    ["in cells", "| Zürich | Re |\n| --- | --- |\n| a | b |", "| ███|  |\n| --- | --- |\n| a | b |"],
    ["split by an instruction", "at Zür<?x?>ich Re today", "at ███ today"],
    ["split by a tag with quotes", 'at Zür<i title=">">ich Re today', "at ███ today"],
    ["split by a section", "at Zür<![CDATA[]]>ich Re today", "at ███ today"],
    ["split by a link", "at [Zür](https://public.example)ich Re today", "at ███ today"],
  ])("tells no listed name that stands %s", (_, written, expected) => {
    expect(out(written, { removeWords: ["Zürich Re"], publicHosts: ["public.example"] })).toBe(expected);
  });

  it("is refused when something is left, with the place of it", async () => {
    const refusals = async (...args: Parameters<typeof exported>): Promise<readonly (string | null)[]> =>
      (await exported(...args)).map(({ text, attachments, refusal }) => {
        expect([text, attachments]).toEqual(["", []]);
        return refusal;
      });
    const note = "# O\n\n## Impact\n\nAda\n";
    for (const refusal of await refusals(note, { otherRole: "Ada" }))
      expect(refusal).toContain("the person `Ada` under `Impact`");
    for (const refusal of await refusals(note, {}, {}, "ada-lovelace"))
      expect(refusal).toContain("the person `Ada Lovelace` in the name of the file");
    for (const refusal of await refusals("# O\n\n## Impact\n\nx\n", {}, {}, "OPS-12"))
      expect(refusal).toContain("the ticket `OPS-12` in the name of the file");
    const drawing = { "load.svg": "<svg><text>Gra<tspan>ce</tspan> Hopper</text></svg>" };
    for (const refusal of await refusals("# O\n\n## Impact\n\n![[load.svg]]\n", { attachments: ["load.svg"] }, drawing))
      expect(refusal).toMatch(/the person `Grace Hopper` in (?:`load.svg`|a picture under `Impact`)/);
    const photo = { "load.png": "\u0001PNG\u0000tEXtAuthor\u0000Grace Hopper\u0000" };
    for (const refusal of await refusals("# O\n\n## Impact\n\n![[load.png]]\n", { attachments: ["load.png"] }, photo))
      expect(refusal).toMatch(/the person `Grace Hopper` in (?:`load.png`|a picture under `Impact`)/);
  });

  it("names no ticket, whatever its dash and, for projects that are named, its case", () => {
    expect(out("OPS-1, OPS\u20112, OPS\u20133, ops-4, utf-8, us-east-1, covid-19")).toBe(
      "(ticket), (ticket), (ticket), (ticket), utf-8, us-east-1, covid-19",
    );
  });

  it("has no properties of a frontmatter that is no YAML", () => {
    const result = redacted("---\ntitle: Outage\nx: [\n---\n\n## Impact\n\nAll\n");
    expect(result.text).toBe("## Impact\n\nAll\n");
  });
});

describe("words with `*`", () => {
  it("match in a line of words, and take time in proportion to it", () => {
    const removeWords = ["ip-*-*-*-*.internal", "db-*", "*.corp"];
    expect(out("ip-10-0-0-7.internal, ip-10.internal, skip-1, db-01.x, mail.corp.", { removeWords })).toBe(
      "███, ███, skip-1, ███, ███.",
    );
  });
});

describe("hostile texts", () => {
  it.each([
    "a@",
    "%41",
    "&#65;",
    "<a ",
    "A-1",
    "a.",
    "https://",
    "@a",
    "Ada ",
    "**A",
    "[[",
    "[^a]: ",
    "# a\n",
    "aaaaaaaaaa",
  ])("%s repeated is searched in linear time", async (piece) => {
    await expectLinear((text) => redacted(text), repeated(piece, "# O\n\n## Impact\n\n"));
  });
});
