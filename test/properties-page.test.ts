import { Validator } from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { propertiesSchema, readFields } from "../src/incident";
import { parseNote } from "../src/note";
import type { Settings } from "../src/settings";
import { defaultSettings, readSettings } from "../src/settings";
import { makeVault, runHere } from "./cli/run";

/** What an editor says of properties: whether the schema takes them. */
function takes(settings: Settings, properties: string): boolean {
  const schema = JSON.parse(JSON.stringify(propertiesSchema(settings))) as Schema;
  return new Validator(schema, "7").validate(parse(properties)).valid;
}

/** What the check says of them. */
function isSound(settings: Settings, properties: string): boolean {
  return readFields(parseNote(`---\n${properties}\n---\n`), settings).problems.length === 0;
}

const whole = "title: Outage\ndate: 2024-04-11\ntags: [postmortem]";

const own = readSettings({
  severities: ["critical", "major", "3"],
  statuses: ["draft", "in review", "published"],
  fields: [
    { name: "tags", required: false },
    { name: "team", type: "text", required: true },
    { name: "tier", type: "enum", values: ["gold", "silver"] },
    { name: "runbook", type: "link", required: "in review" },
    { name: "regions", type: "list", contains: ["EU.1"] },
  ],
}).settings;
const ours = "title: Outage\ndate: 2024-04-11\nteam: Pay";

describe("the schema of properties", () => {
  it.each([
    [defaultSettings, whole],
    [defaultSettings, `${whole}\nseverity:\nowner:\nstarted:\npublish:`],
    [defaultSettings, whole.replace("[postmortem]", '["#Postmortem/payments", other]')],
    [defaultSettings, whole.replace("Outage", "2024").replace("2024-04-11", '"[[2024-04-11]]"')],
    [defaultSettings, `${whole}\nseverity: SEV-2\nstatus: in review\nowner: "[[Ada]]"\nrelated: ["[[A]]", B]`],
    [defaultSettings, `${whole}\nstarted: 2024-04-11T06:12Z\ndetected: 06:14\nresolved: 2024-04-11 7:30 pm PST`],
    [defaultSettings, `${whole}\nstarted: 2024-04-11`],
    [defaultSettings, `${whole}\ntime-to-detect: 2.5\npublish: false\ntimezone: UTC+2\nours: { any: thing }`],
    [own, ours],
    [own, `${ours}\nseverity: 3\ntier: gold\nregions: [us, eu.1]\nstatus: draft\nrunbook:`],
    [own, `${ours}\nstatus: in review\nrunbook: "[[Restart]]"`],
  ])("takes what the check takes (%#)", (settings, properties) => {
    expect(isSound(settings, properties), properties).toBe(true);
    expect(takes(settings, properties), properties).toBe(true);
  });

  it.each([
    [defaultSettings, "title: Outage\ndate: 2024-04-11"],
    [defaultSettings, whole.replace("Outage", "")],
    [defaultSettings, whole.replace("2024-04-11", "11 April")],
    [defaultSettings, whole.replace("postmortem", "incident")],
    [defaultSettings, whole.replace("[postmortem]", "postmortem, incident")],
    [defaultSettings, `${whole}\nseverity: high`],
    [defaultSettings, `${whole}\nstatus: done`],
    [defaultSettings, `${whole}\nstarted: yesterday`],
    [defaultSettings, `${whole}\nstarted: noon`],
    [defaultSettings, `${whole}\ntime-to-detect: soon`],
    [defaultSettings, `${whole}\npublish: "no"`],
    [own, ours.replace("team", "group")],
    [own, `${ours}\nseverity: SEV-2`],
    [own, `${ours}\ntier: bronze`],
    [own, `${ours}\nregions: [eu11]`],
    [own, `${ours}\nstatus: in review`],
    [own, `${ours}\nstatus: published\nrunbook:`],
  ])("refuses what the check refuses (%#)", (settings, properties) => {
    expect(isSound(settings, properties), properties).toBe(false);
    expect(takes(settings, properties), properties).toBe(false);
  });

  it("is printed by the settings of the vault that is named", async () => {
    const team = '{"severities": ["critical", "minor"], "fields": [{ "name": "tags", "required": false }]}';
    const cwd = makeVault({ "ours/postmortem.config.json": team, "plain/a.md": "" });
    const printed = async (...args: string[]): Promise<unknown> => {
      const { code, stdout, stderr } = await runHere(["schema", ...args], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return JSON.parse(stdout);
    };
    const expected = {
      properties: { severity: { enum: ["critical", "minor", null] } },
      required: ["title", "date"],
    };
    expect(await printed("ours")).toMatchObject(expected);
    expect(await printed("--vault", "ours")).toMatchObject(expected);
    expect(await printed("plain")).toEqual(propertiesSchema(defaultSettings));
    expect(await printed()).toEqual(propertiesSchema(defaultSettings));
  });
});

describe("docs/properties.md", () => {
  it("tells of every property that a team begins with", async () => {
    const kinds: Readonly<Record<string, string>> = {
      severity: "one of the setting `severities`",
      status: "one of the setting `statuses`",
    };
    const rows = defaultSettings.fields.map(
      ({ name, type, required, description }) =>
        `| \`${name}\` | ${kinds[type] ?? type} | ${required === true ? "yes" : ""} | ${description} |`,
    );
    const page = [
      "# Properties",
      "",
      "What a postmortem says of itself in its properties, the part between two lines `---` at its top:",
      "",
      "```yaml",
      "title: API outage",
      "date: 2024-04-11",
      "tags: [postmortem]",
      "severity: SEV-2",
      "started: 2024-04-11T06:12Z",
      "```",
      "",
      "These are known from the start. A team adds its own, and says which have to be there, always or from a status on,",
      "under [`fields`](settings.md) in the settings. Other keys are left alone.",
      "",
      "| Property | Holds | Required | Meaning |",
      "| --- | --- | --- | --- |",
      ...rows,
      "",
      '- **date**: a day such as `2024-04-11`, or a link to its daily note, `"[[2024-04-11]]"`.',
      "- **datetime**: such as `2024-04-11T06:12Z`; without a zone it is in the `timezone` of the note or of the settings.",
      "- **tags**: a list; a text is no list of tags to the app.",
      "- **list**: a list; one value alone will do.",
      '- **link**: such as `"[[Note]]"`, in quotes, since bare brackets are a list to YAML.',
      "- **timezone**: a name such as `Europe/Berlin` or an offset such as `UTC+2`.",
      "- `severity` and `status` are compared without regard to case, and `sev2` or `P2` is `SEV-2`.",
      "",
      "This page is made from the program.",
      "",
      "## In an editor",
      "",
      "`postmortem schema` prints a JSON schema of the properties by the settings of the vault: those that are required,",
      "your own ones, your severities and statuses. Editors check by it while somebody types.",
      "",
      "```sh",
      "postmortem schema my-vault > postmortem-properties.schema.json",
      "```",
      "",
      "It is a schema of draft 7. In Visual Studio Code the extension `unifiedjs.vscode-remark` checks properties of notes by it,",
      "and on the command line `remark` does, with the packages `remark-cli`, `remark-frontmatter` and",
      "[`remark-lint-frontmatter-schema`](https://github.com/JulianCataldo/remark-lint-frontmatter-schema), and this `.remarkrc.mjs`",
      "beside the notes:",
      "",
      "```js",
      'import remarkFrontmatter from "remark-frontmatter";',
      'import schema from "remark-lint-frontmatter-schema";',
      "",
      "export default {",
      "  plugins: [",
      "    remarkFrontmatter,",
      '    [schema, { schemas: { "./postmortem-properties.schema.json": ["./Incident-*.md"] } }],',
      "  ],",
      "};",
      "```",
      "",
      "Print it anew when the settings change. It wants names and levels spelled as the settings spell them; `postmortem lint`",
      "takes other spellings as well, and finds more: a schema cannot tell a day that does not exist.",
      "",
    ].join("\n");
    await expect(page).toMatchFileSnapshot("../docs/properties.md");
  });
});
