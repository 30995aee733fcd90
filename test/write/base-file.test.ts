import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isPostmortemBySigns, readSettings } from "../../src/settings";
import { baseOfPostmortems } from "../../src/write";

const odd = {
  postmortemFolder: 'Ops/It\'s "ours"',
  fileNamePatterns: ["YYYYMMDD (outage) *", "a.b+c", "'*'"],
  newNote: { template: "Templates/Post: mortem" },
  statuses: ["draft", 'it\'s "done"'],
  staleDraft: { "SEV \\1": 2, other: 5 },
};

function base(data: unknown = {}): {
  readonly filters: { readonly and: readonly (string | { readonly or: readonly string[] })[] };
  readonly views: readonly Readonly<Record<string, unknown>>[];
} {
  return parse(baseOfPostmortems(readSettings(data).settings), { strict: true }) as ReturnType<typeof base>;
}

/** The regular expressions among the statements. */
function expressions(data: unknown): readonly RegExp[] {
  const signs = base(data).filters.and.flatMap((filter) => (typeof filter === "string" ? [] : filter.or));
  return signs.flatMap((sign) => {
    const source = /^\/(.*)\/i\.matches\(file\.name\)$/.exec(sign)?.[1];
    return source === undefined ? [] : [new RegExp(source, "i")];
  });
}

describe("the base of postmortems", () => {
  it("is written for the settings as they come, and for odd ones", async () => {
    await expect(baseOfPostmortems(readSettings({}).settings)).toMatchFileSnapshot("approved/Postmortems.base");
    await expect(baseOfPostmortems(readSettings(odd).settings)).toMatchFileSnapshot("approved/Postmortems-odd.base");
    const both = { ...odd, foundBy: "both", export: { folder: "" }, staleDraft: {}, newNote: { template: "T.md" } };
    await expect(baseOfPostmortems(readSettings(both).settings)).toMatchFileSnapshot("approved/Postmortems-both.base");
  });

  it.each([[{}], [odd]])("is YAML whose filters are statements, and whose views have names of their own", (data) => {
    const { filters, views } = base(data);
    for (const filter of filters.and)
      for (const statement of typeof filter === "string" ? [filter] : filter.or)
        expect(typeof statement).toBe("string");
    expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
    for (const { order, type } of views) {
      expect(["table", "postmortem-incidents"]).toContain(type);
      expect(order).toContain("file.name");
    }
  });

  it("leaves out exported copies and the template, as the rest of the plugin does", () => {
    expect(base().filters.and).toContain('!file.inFolder("Exports")');
    expect(base({ export: { folder: '/Out/It "is"/' } }).filters.and).toContain('!file.inFolder("Out/It \\"is\\"")');
    expect(base({ export: { folder: "" } }).filters.and).not.toContainEqual(expect.stringContaining("!file.inFolder"));
    expect(base(odd).filters.and).toContain('file.path != "Templates/Post: mortem.md"');
  });

  it("takes the same names for postmortems as the rest of the plugin, with and without the extension", () => {
    for (const data of [{}, odd]) {
      const { settings } = readSettings(data);
      const names = [
        "Incident-2024-04-11-API",
        "incident-2024-04-11-",
        "Incident-2024-4-11-API",
        "Postmortem API",
        "Postmortem",
        "My Postmortem API",
        "20240411 (outage) API",
        "20240411 outage API",
        "'x'",
        "xIncident-2024-04-11-API",
        "notes.md",
      ];
      for (const name of names) {
        const expected = isPostmortemBySigns(`${name}.md`, { tags: [], type: undefined }, settings);
        expect(`${name}: ${String(expressions(data).some((expression) => expression.test(name)))}`).toBe(
          `${name}: ${String(expected)}`,
        );
        expect(expressions(data).some((expression) => expression.test(`${name}.md`))).toBe(expected);
      }
    }
  });
});
