import { describe, expect, it } from "vitest";
import { readSettings, settingsSchema } from "../src/settings";
import * as z from "../src/schema";
import { variableNames } from "../src/write";

const node = z.object({
  description: z.optional(z.string()),
  default: z.optional(z.unknown()),
  type: z.optional(z.string()),
  enum: z.optional(z.array(z.unknown())),
  anyOf: z.optional(z.array(z.unknown())),
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  additionalProperties: z.optional(z.unknown()),
});

interface Row {
  readonly name: string;
  readonly holds: string;
  readonly standard: string;
  readonly meaning: string;
}

/** Every setting by its path, with what the schema says of it. */
function rowsOf(schema: unknown, path: string): Row[] {
  const { properties = {} } = node.parse(schema);
  return Object.entries(properties).flatMap(([key, value]): Row[] => {
    const part = node.parse(value);
    const name = path === "" ? key : `${path}.${key}`;
    const entries = typeof part.additionalProperties === "object" ? part.additionalProperties : undefined;
    const below = [
      ...rowsOf(part, name),
      ...(part.items === undefined ? [] : rowsOf(part.items, `${name}[]`)),
      ...(entries === undefined ? [] : rowsOf(entries, `${name}.*`)),
    ];
    if (part.properties !== undefined) return below;
    const holds = part.enum?.map((each) => `\`${String(each)}\``).join(", ") ?? part.type ?? "any";
    const standard = part.default === undefined ? "" : `\`${JSON.stringify(part.default)}\``;
    return [{ name, holds, standard, meaning: part.description ?? "" }, ...below];
  });
}

const example = {
  $schema: "./postmortem.schema.json",
  timezone: "Europe/Berlin",
  postmortemFolder: "docs/incidents",
  fileNamePatterns: ["YYYY-MM-DD-*"],
  foundBy: "both",
  exclude: ["README.md"],
  severities: ["critical", "major", "minor"],
  fields: [
    { name: "tags", required: false },
    { name: "team", type: "text", required: true },
  ],
  sections: [
    { id: "impact", required: false },
    { id: "detection", heading: "Detection", required: "in review" },
  ],
  rules: { "missing-timeline": { since: "2024-06-01" }, "blame-language": { severity: "info" } },
};

describe("docs/settings.md", () => {
  it("tells of every setting", async () => {
    const rows = rowsOf(settingsSchema(), "");
    expect(rows.filter(({ meaning }) => meaning === "").map(({ name }) => name)).toEqual([]);
    const table = rows.map(
      ({ name, holds, standard, meaning }) =>
        `| \`${name}\` | ${holds} | ${standard.replaceAll("|", "\\|")} | ${meaning} |`,
    );
    const page = [
      "# Settings",
      "",
      "A team keeps its settings in `postmortem.config.json` (or `.yml`) beside its notes, where they are reviewed like text.",
      "The command line looks for it from what it checks upwards to the root of the git repository; the app reads it at the",
      "root of the vault. It lies over what the app has stored in `.obsidian/plugins/postmortem/data.json`: objects part by",
      "part, lists and single values as a whole. Paths in it are paths of the vault. `postmortem init` proposes one,",
      "`postmortem lint --print-config` shows what holds, and `postmortem schema --settings` prints a JSON schema for editors.",
      "A setting that is unknown or does not fit ends a run with 2.",
      "",
      "```json",
      JSON.stringify(example, null, 2),
      "```",
      "",
      "`[]` is each entry of a list, `*` any name. This page is made from the schema.",
      "",
      "| Setting | Holds | Default | Meaning |",
      "| --- | --- | --- | --- |",
      ...table,
      "",
      "## Template variables",
      "",
      "They stand in the template of new notes, and in the settings that take them. What a new postmortem was told and the",
      "template has no variable for goes into its properties; what is not known stays as it is, and is told. A format is one",
      "of [moment](https://momentjs.com/docs/#/displaying/format/), with English names.",
      "",
      "| Variable | Stands for |",
      "| --- | --- |",
      ...Object.entries(variableNames).map(([name, meaning]) => `| \`{{${name}}}\` | ${meaning} |`),
      "",
    ].join("\n");
    await expect(page).toMatchFileSnapshot("../docs/settings.md");
  });

  it("shows an example that reads without a problem", () => {
    expect(readSettings(example).problems).toEqual([]);
  });
});
