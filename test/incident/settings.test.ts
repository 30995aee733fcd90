import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../src/settings";

describe("readSettings", () => {
  it("takes the defaults when nothing is stored", () => {
    for (const nothing of [undefined, null, {}])
      expect(readSettings(nothing)).toEqual({ settings: defaultSettings, problems: [] });
    expect(defaultSettings.fields.filter((field) => field.required).map((field) => field.name)).toEqual([
      "title",
      "date",
      "tags",
    ]);
    expect(defaultSettings.sections.map((section) => section.id)).toEqual([
      "what-happened",
      "timeline",
      "root-cause",
      "impact",
      "action-items",
      "went-well",
      "went-wrong",
      "got-lucky",
    ]);
  });

  it("replaces each part that does not fit by its default and says which", () => {
    const { settings, problems } = readSettings({
      timezone: "Mars/Phobos",
      embedDepth: "deep",
      newNote: { folder: "Incidents", fileName: 7 },
      severities: ["SEV-1", 2, "SEV-3"],
      rules: { "broken-embed": { severity: "loud" }, "empty-embed": { severity: "off" } },
      colour: "red",
    });
    expect(settings.timezone).toBe("UTC");
    expect(settings.embedDepth).toBe(10);
    expect(settings.newNote).toEqual({ ...defaultSettings.newNote, folder: "Incidents" });
    expect(settings.severities).toEqual(["SEV-1", "SEV-3"]);
    expect(settings.rules).toEqual({ "broken-embed": {}, "empty-embed": { severity: "off" } });
    expect(problems.map(({ setting, message }) => `${setting}: ${message}`).sort()).toEqual([
      "colour: unknown setting",
      "embedDepth: expected a number",
      "newNote.fileName: expected a text",
      "rules.broken-embed.severity: expected one of `off`, `error`, `warning`, `info`",
      "severities.1: expected a text",
      "timezone: `Mars/Phobos` is no time zone: write one such as `Europe/Berlin` or `UTC+2`",
    ]);
  });

  it("says so when the settings as a whole are something else", () => {
    for (const data of ["text", 5, [], true]) {
      const { settings, problems } = readSettings(data);
      expect(settings).toEqual(defaultSettings);
      expect(problems.map((problem) => problem.setting)).toEqual([""]);
    }
  });

  it("adds a team's own fields and lets it change built-in ones by what differs", () => {
    const { settings, problems } = readSettings({
      fields: [
        { name: "severity", required: "In Review" },
        { name: "customer", type: "text", required: true },
      ],
    });
    expect(problems).toEqual([]);
    expect(settings.fields).toHaveLength(defaultSettings.fields.length + 1);
    expect(settings.fields.find((field) => field.name === "severity")).toMatchObject({
      type: "severity",
      required: "In Review",
    });
    expect(settings.fields.find((field) => field.name === "customer")).toEqual({
      name: "customer",
      type: "text",
      required: true,
      values: [],
      contains: [],
      description: "",
    });
  });

  it("puts a team's own section where the list has it", () => {
    const ids = (sections: unknown): string[] =>
      readSettings({ sections }).settings.sections.map((section) => section.id);
    const detection = { id: "detection", heading: "Detection" };
    expect(ids([detection])).toEqual([
      "what-happened",
      "timeline",
      "root-cause",
      "impact",
      "action-items",
      "went-well",
      "went-wrong",
      "got-lucky",
      "detection",
    ]);
    expect(ids([{ id: "timeline" }, detection, { id: "impact", required: false }])).toEqual([
      "what-happened",
      "timeline",
      "root-cause",
      "detection",
      "impact",
      "action-items",
      "went-well",
      "went-wrong",
      "got-lucky",
    ]);
  });

  it("leaves out a declaration that cannot be used", () => {
    const { settings, problems } = readSettings({
      fields: [
        { name: "phase" },
        { name: "tags", required: "done" },
        { name: "tags" },
        "x",
        { name: "team", type: "team" },
      ],
    });
    expect(settings.fields).toEqual(defaultSettings.fields);
    expect(readSettings({ fields: [{ name: 5, type: "text" }] }).problems).toEqual([
      { setting: "fields.0.name", message: "expected a text" },
    ]);
    expect(problems.map((problem) => problem.setting).sort()).toEqual([
      "fields.3",
      "fields.phase.type",
      "fields.tags",
      "fields.tags.required",
      "fields.team.type",
    ]);
  });

  it("is not harmed by keys of the prototype", () => {
    const data: unknown = JSON.parse(
      '{"__proto__": {"timezone": "Asia/Tokyo"}, "rules": {"__proto__": {"severity": "off"}, "constructor": {"severity": "off"}}, "language": {"__proto__": {"blame": ["x"]}}}',
    );
    const { settings } = readSettings(data);
    expect(settings.timezone).toBe("UTC");
    expect(settings.language.blame).toEqual([]);
    expect(Object.keys(settings.rules)).toEqual(["constructor"]);
    expect(Object.hasOwn(Object.prototype, "severity")).toBe(false);
  });

  it("takes a status of the team as the one from which done items have to be verified, and no other", () => {
    const read = (verified: unknown) =>
      readSettings({ statuses: ["open", "final"], followUps: { verified, oldest: 90 } });
    expect(read("Final").settings.followUps).toEqual({ dueIn: {}, oldest: 90, verified: "Final" });
    expect(read("published")).toMatchObject({
      settings: { followUps: { oldest: 90, verified: false } },
      problems: [{ setting: "followUps.verified", message: expect.stringContaining("`published`") as string }],
    });
  });

  it("never throws, and what it gives reads back as itself without a problem", () => {
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.keys(defaultSettings), "__proto__", "name", "type", "id", "heading", "required"),
    );
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom("text", "draft", "UTC", "x"),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.constantFrom(...Object.keys(defaultSettings)), value), value), (data) => {
        const { settings } = readSettings(data);
        expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, problems: [] });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("reads 100,000 wrong entries in one go", () => {
    const { settings, problems } = readSettings({ statuses: Array.from({ length: 100_000 }, () => 5) });
    expect(settings.statuses).toEqual(defaultSettings.statuses);
    expect(problems).toHaveLength(100_001);
  });
});
