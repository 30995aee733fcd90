import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentFields } from "../../src/incident";
import { readFields } from "../../src/incident";
import type { Settings } from "../../src/settings";
import { defaultSettings, readSettings } from "../../src/settings";
import { applyEdits, positionAt } from "../../src/base";
import { parseNote } from "../../src/note";

const required = "title: API outage\ndate: 2024-04-11\ntags: [postmortem]\n";

function read(text: string, settings: Settings = defaultSettings, path = "Incident.md"): IncidentFields {
  return readFields(parseNote(text, path), settings);
}

/** The problems of a frontmatter that has all that is required, beside these lines. */
function problemsOf(lines: string, settings: Settings = defaultSettings): string[] {
  return read(`---\n${required}${lines}\n---\n`, settings).problems.map((problem) => problem.message);
}

/** `line:column message` of each problem. */
function placed(text: string): string[] {
  const note = parseNote(text, "Note.md");
  return readFields(note, defaultSettings).problems.map(({ span, message }) => {
    const { line, column } = positionAt(note, span.start);
    return `${line}:${column} ${message}`;
  });
}

/** The text after its replacements, one after the other as long as there are any. */
function mended(text: string, path = "Note.md"): string {
  const { problems } = readFields(parseNote(text, path), defaultSettings);
  const replacement = problems.find((problem) => problem.replacement)?.replacement;
  const next = replacement && applyEdits(text, [replacement]);
  return next === undefined || next === null ? text : mended(next, path);
}

describe("required properties", () => {
  it("reports what is missing at the first line and what is empty at its key", () => {
    expect(placed("---\ntitle:\ntags:\naliases:\n---\n\n# API Outage Retro")).toEqual([
      "1:1 `date` is missing",
      "2:1 `title` has no value",
      "3:1 `tags` has no value",
    ]);
    expect(placed("---\ntitle: \"  \"\ndate: ''\ntags: []\n---\n")).toEqual([
      "2:1 `title` has no value",
      "3:1 `date` has no value",
      "4:1 `tags` has no value",
    ]);
    expect(placed('---\ntitle: ~\ndate: null\ntags:\n  -\n  - ""\n---\n')).toEqual([
      "2:1 `title` has no value",
      "3:1 `date` has no value",
      "4:1 `tags` has no value",
    ]);
    expect(placed("# No frontmatter")).toEqual([
      "1:1 `title` is missing",
      "1:1 `date` is missing",
      "1:1 `tags` is missing",
    ]);
    expect(placed("")).toEqual(["1:1 `title` is missing", "1:1 `date` is missing", "1:1 `tags` is missing"]);
  });

  it("asks from a status on for what the settings require from it", () => {
    const { settings } = readSettings({ fields: [{ name: "reviewer", required: "in review" }] });
    expect(problemsOf("status: draft", settings)).toEqual([]);
    expect(problemsOf("", settings)).toEqual([]);
    expect(problemsOf("status: In Review", settings)).toEqual([
      "`reviewer` is missing; status `in review` requires it",
    ]);
    expect(problemsOf("status: published\nreviewer:", settings)).toEqual([
      "`reviewer` has no value; status `in review` requires it",
    ]);
    expect(problemsOf("status: published\nreviewer: Ada", settings)).toEqual([]);
  });

  it("takes a note without status for one in the first status", () => {
    const { settings } = readSettings({ fields: [{ name: "owner", required: "draft" }] });
    expect(problemsOf("", settings)).toEqual(["`owner` is missing; status `draft` requires it"]);
  });

  it("does not ask for keys that broken YAML may hide", () => {
    const { problems } = read('---\ntitle: "open\ndate: 2024-04-11\n---\n');
    expect(problems.map((problem) => problem.kind)).toEqual(["yaml"]);
    expect(read("---\ntitle: A\ndate: 2024-04-11\n\n# A\n").problems.map((problem) => problem.message)).toEqual([
      "the properties have no closing `---`",
    ]);
  });

  it("tells of each tag that YAML reads as a comment, and writes it without its sign", () => {
    const text = "---\ntitle: A\ndate: 2024-04-11\ntags: #postmortem\n---\n";
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({
      message: "`#postmortem` in `tags` is a comment to YAML",
      help: "write it without `#`",
    });
    expect(mended(text)).toBe(text.replace("#postmortem", "[postmortem]"));
    const list = "---\ntitle: A\ndate: 2024-04-11\ntags:\n  - #postmortem\n  - incident # or not\n  - #sev/1\n---\n";
    expect(placed(list)).toEqual([
      "5:5 `#postmortem` in `tags` is a comment to YAML",
      "7:5 `#sev/1` in `tags` is a comment to YAML",
    ]);
    expect(mended(list)).toBe(list.replace("#postmortem", "postmortem").replace("#sev", "sev"));
  });

  it("takes properties below blank lines for what the author meant, and adds no others above them", () => {
    for (const above of ["\n", " \t\n\n", "\r\n", "\ufeff\n"]) {
      const text = `${above}---\ntitle: A\n---\n# A 2024-04-11\n`;
      expect(placed(text)).toEqual([expect.stringMatching(/ properties do not start on the first line$/)]);
      expect(mended(text)).toBe(
        `${above.startsWith("\ufeff") ? "\ufeff" : ""}---\ntitle: A\ndate: 2024-04-11\ntags: [postmortem]\n---\n# A 2024-04-11\n`,
      );
    }
    expect(placed("\n---\n\nWords: none\n\n---\n")).toContain("1:1 `title` is missing");
  });
});

describe("values", () => {
  it("takes numbers and truth values where a text is meant, as they are written", () => {
    expect(read("---\ntitle: 017\n---").title).toBe("017");
    expect(read("---\ntitle: 1.10\n---").title).toBe("1.10");
    expect(read("---\ntitle: true\n---").title).toBe("true");
  });

  it("reads keys whatever their case", () => {
    expect(read("---\nTitle: A\nDATE: 2024-04-11\nTags: [Postmortem]\n---")).toMatchObject({
      title: "A",
      date: "2024-04-11",
      tags: ["Postmortem"],
      problems: [],
    });
  });

  it.each([
    ["2024-04-11", "2024-04-11"],
    ["2024-02-29", "2024-02-29"],
    ["2024-04-11T06:12", "2024-04-11"],
    ["2024-04-11T06:12:00Z", "2024-04-11"],
    ['"[[2024-04-11]]"', "2024-04-11"],
    ["2024-02-30", null],
    ["2023-02-29", null],
    ["2024-13-01", null],
    ["11/04/2024", null],
    ["2024/4/11", null],
    ["20240411", null],
    ["yesterday", null],
    ["[2024-04-11, 2024-04-12]", null],
  ])("date: %s reads as %s", (source, date) => {
    const fields = read(`---\ntitle: A\ntags: [postmortem]\ndate: ${source}\n---`);
    expect(fields.date).toBe(date);
    expect(fields.problems.map((problem) => problem.kind)).toEqual(date === null ? ["invalid"] : []);
  });

  it.each([
    ["2024-04-11T06:12", true],
    ["2024-04-11 06:12", true],
    ["2024-04-11T06:12:30", true],
    ["2024-04-11T06:12:30.250+02:00", true],
    ["2024-04-11T06:12Z", true],
    ["2024-04-11 06:12 UTC", true],
    ["06:12", true],
    ["2024-04-11", true],
    ["2024-04-11T25:10", false],
    ["2024-02-30T06:12", false],
    ["25:10", false],
    ["soon", false],
    ["612", false],
    ["[06:12]", false],
  ])("started: %s is valid: %s", (source, valid) => {
    const fields = read(`---\n${required}started: ${source}\n---`);
    expect(fields.problems.length === 0).toBe(valid);
    expect(fields.times.started?.source).toBe(valid && source.includes(":") ? source : undefined);
  });

  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["UTC+2", true],
    ["GMT+05:30", true],
    ["America/Argentina/Buenos_Aires", true],
    ["+02:00", true],
    ["Europe/Atlantis", false],
    ["UTC+99", false],
    ["here", false],
  ])("timezone: %s is valid: %s", (source, valid) => {
    const fields = read(`---\n${required}timezone: ${source}\n---`);
    expect(fields.timezone).toBe(valid ? source : null);
    expect(fields.problems).toHaveLength(valid ? 0 : 1);
  });

  it.each(["SEV-2", "sev2", "Sev 2", "SEV2", "S2", "P2", "2", "severity 2", "SEV-2 (major)"])(
    "severity: %s is SEV-2",
    (source) => {
      const fields = read(`---\n${required}severity: ${source}\n---`);
      expect(fields).toMatchObject({ severity: "SEV-2", problems: [] });
    },
  );

  it("knows the team's own levels, states and values alone", () => {
    const { settings } = readSettings({
      severities: ["Minor", "Major", "Critical"],
      fields: [{ name: "phase", type: "enum", values: ["Detect", "Repair"] }],
    });
    expect(read(`---\n${required}severity: critical\n---`, settings).severity).toBe("Critical");
    expect(problemsOf("severity: SEV-1", settings)).toEqual([
      "`severity` is none of `Minor`, `Major`, `Critical`: `SEV-1`",
    ]);
    expect(problemsOf("severity: SEV-9")).toEqual([
      "`severity` is none of `SEV-1`, `SEV-2`, `SEV-3`, `SEV-4`, `SEV-5`: `SEV-9`",
    ]);
    expect(problemsOf("status: done")).toEqual(["`status` is none of `draft`, `in review`, `published`: `done`"]);
    expect(problemsOf("status: in-review")).toEqual([]);
    expect(problemsOf("phase: detect", settings)).toEqual([]);
    expect(problemsOf("phase: Repare", settings)).toEqual(["`phase` is none of `Detect`, `Repair`: `Repare`"]);
  });

  it("reads people as names", () => {
    expect(read('---\nowner: "[[Alex Rivera]]"\n---').owners).toEqual(["Alex Rivera"]);
    expect(read('---\nowner:\n  - "[[People/Alex Rivera|Alex]]"\n  - "@ada"\n---').owners).toEqual([
      "Alex Rivera",
      "ada",
    ]);
    expect(read("---\nowner: Ada, Alex\n---").owners).toEqual(["Ada", "Alex"]);
  });

  it("asks for quotes around a bare link, and reads it all the same", () => {
    const text = `---\n${required}owner: [[Alex Rivera]]\nreviewer:\n  - [[Ada]]\n---\n`;
    expect(read(text)).toMatchObject({ owners: ["Alex Rivera"], reviewers: ["Ada"] });
    expect(read(text).problems.map((problem) => problem.message)).toEqual([
      "`owner` holds a link without quotes",
      "`reviewer` holds a link without quotes",
    ]);
    expect(mended(text)).toBe(`---\n${required}owner: "[[Alex Rivera]]"\nreviewer:\n  - "[[Ada]]"\n---\n`);
  });

  it("says what does not fit the declared type", () => {
    const { settings } = readSettings({
      fields: [
        { name: "runbook", type: "link" },
        { name: "teams", type: "list", contains: ["ops"] },
      ],
    });
    expect(problemsOf("services: {api: down}")).toEqual(["`services` is not a list"]);
    expect(problemsOf("services:\n  - api\n  - {db: down}")).toEqual(["an entry of `services` is not a text"]);
    expect(problemsOf("time-to-resolve: 47 minutes")).toEqual(["`time-to-resolve` is not a number"]);
    expect(problemsOf("time-to-resolve: 47\npublish: true")).toEqual([]);
    expect(problemsOf("publish: maybe")).toEqual(["`publish` is neither true nor false"]);
    expect(problemsOf("runbook: API Runbook", settings)).toEqual(["`runbook` is not a link: `API Runbook`"]);
    expect(problemsOf('runbook: "[[API Runbook]]"', settings)).toEqual([]);
    expect(problemsOf("teams: [web]", settings)).toEqual(["`teams` does not contain `ops`"]);
    expect(problemsOf("teams: Ops", settings)).toEqual([]);
  });
});

describe("messages", () => {
  it("quote a value in one line, and only its beginning when it is long", () => {
    expect(problemsOf(`severity: ${"x".repeat(100_000)}`)[0]).toMatch(/: `x{60}…`$/);
    expect(problemsOf("started: |\n  2024\n  04")[0]).toMatch(/^`started` is not a date and time: `2024 04` \(/);
  });
});

describe("tags", () => {
  const tags = (source: string): string[] =>
    read(`---\ntitle: A\ndate: 2024-04-11\ntags: ${source}\n---`).problems.map((problem) => problem.message);

  it.each(["[incident, postmortem]", "[postmortem/api]", '["#postmortem"]', "\n  - Postmortem"])(
    "accepts %s",
    (source) => {
      expect(tags(source)).toEqual([]);
    },
  );

  it.each(["postmortem", "incident, postmortem", "incident postmortem"])("reports the text %s", (source) => {
    expect(tags(source)).toEqual(["Obsidian reads `tags` only as a list"]);
  });

  it("wants `postmortem` among them, and nothing that Obsidian takes for no tag", () => {
    expect(tags("[incident]")).toEqual(["`tags` does not contain `postmortem`"]);
    expect(tags("[postmortems]")).toEqual(["`tags` does not contain `postmortem`"]);
    expect(tags("[postmortem, my tag]")).toEqual(["an entry of `tags` holds no tag: `my tag`"]);
    expect(tags("[postmortem, 2024]")).toEqual(["an entry of `tags` holds no tag: `2024`"]);
  });

  it.each([
    ["tags: incident", "tags: [incident, postmortem]"],
    ["tags: incident api, db", "tags: [incident, api, db, postmortem]"],
    ['tags: "incident"', "tags: [incident, postmortem]"],
    ["tags: [incident, api]", "tags: [incident, api, postmortem]"],
    ["tags:\n  - incident\n  - api # ours", "tags:\n  - incident\n  - api # ours\n  - postmortem"],
    ["tags:\n- incident", "tags:\n- incident\n- postmortem"],
    ["tags:", "tags: [postmortem]"],
    ["tags: []", "tags: [postmortem]"],
    ["tags: #postmortem", "tags: [postmortem]"],
    ["tag: postmortem", "tags: [postmortem]"],
    ["tags: incident postmortem", "tags: [incident, postmortem]"],
    ["tags: [[postmortem]]", "tags: [postmortem]"],
  ])("adds the tag in the style of %j", (before, after) => {
    expect(mended(`---\ntitle: A\ndate: 2024-04-11\n${before}\n---\n`)).toBe(
      `---\ntitle: A\ndate: 2024-04-11\n${after}\n---\n`,
    );
  });
});

describe("keys", () => {
  it("renames what Obsidian no longer reads, and leaves merging to the writer", () => {
    const text = "---\ntitle: A\ndate: 2024-04-11\ntag: postmortem\nalias: B\n---\n";
    expect(read(text).problems.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      "deprecated: Obsidian no longer reads `tag`",
      "deprecated: Obsidian no longer reads `alias`",
    ]);
    expect(mended(text)).toBe("---\ntitle: A\ndate: 2024-04-11\ntags: [postmortem]\naliases: [B]\n---\n");
    const both = read(`---\n${required}tag: other\n---\n`).problems;
    expect(both).toMatchObject([{ kind: "deprecated", help: "move its value to `tags`" }]);
    expect(both[0]?.replacement).toBeUndefined();
  });

  it.each([
    ["severty", "severity"],
    ["sevrity", "severity"],
    ["service", "services"],
    ["resovled", "resolved"],
    ["time_to_resolve", "time-to-resolve"],
    ["Time To Resolve", "time-to-resolve"],
    ["stauts", "status"],
  ])("takes %s for a slip of %s", (key, meant) => {
    const [problem] = read(`---\n${required}${key}:\n---\n`).problems;
    expect(problem).toMatchObject({ kind: "unknown", key, help: `did you mean \`${meant}\`?` });
  });

  it.each([
    "data",
    "team",
    "customer",
    "incident_commander",
    "id",
    "state",
    "start",
    "root-cause",
    "up",
    "created",
    "banner",
  ])("leaves the team's own %s alone", (key) => {
    expect(problemsOf(`${key}: x`)).toEqual([]);
  });

  it("takes no short word with one other letter for a slip", () => {
    expect(read("---\ntitle: A\ndata: x\ntags: [postmortem]\n---").problems.map((problem) => problem.message)).toEqual([
      "`date` is missing",
    ]);
    expect(read("---\ntitle: A\ndaet: x\ntags: [postmortem]\n---").problems.map((problem) => problem.message)).toEqual([
      "`date` is missing",
      "unknown property `daet`",
    ]);
  });

  it("suggests no name that is there already", () => {
    expect(problemsOf("severity: SEV-1\nseverty: SEV-1")).toEqual([]);
  });

  it("is not led astray by keys of the prototype", () => {
    const fields = read(`---\n${required}__proto__: {title: x}\nconstructor: y\nhasOwnProperty: z\n---\n`);
    expect(fields).toMatchObject({ title: "API outage", problems: [] });
  });
});

describe("replacements", () => {
  it("make an empty frontmatter whole from what the note tells", () => {
    expect(mended("---\ntitle:\ntags:\naliases:\n---\n\n# API Outage Retro — 2024-04-11\n")).toBe(
      "---\ntitle: API Outage Retro — 2024-04-11\ntags: [postmortem]\naliases:\ndate: 2024-04-11\n---\n\n# API Outage Retro — 2024-04-11\n",
    );
    expect(mended("# Retro: the API\r\n", "Incident-2024-04-11-API.md")).toBe(
      '---\r\ntitle: "Retro: the API"\r\ndate: 2024-04-11\r\ntags: [postmortem]\r\n---\r\n\r\n# Retro: the API\r\n',
    );
  });

  it("are missing where the note tells two dates, or none", () => {
    const date = (text: string, path: string): string | undefined =>
      read(text, defaultSettings, path).problems.find((problem) => problem.key === "date")?.replacement?.text;
    expect(date("# A", "Incident-2024-04-11-A.md")).toContain("date: 2024-04-11");
    expect(date("# A 2024-04-12", "Incident-2024-04-11-A.md")).toBeUndefined();
    expect(date("# A", "A.md")).toBeUndefined();
  });

  it("settle: mended text has nothing left to mend", () => {
    const value = fc.constantFrom(
      "",
      " []",
      " x",
      " [x]",
      " 2024-4-1",
      " [[A]]",
      "\n  - a",
      "\n  - [[B]]",
      ' ""',
      " #postmortem",
      " {a: b}",
      " SEV1",
      " Europe/Berln",
    );
    const key = fc.constantFrom(
      "title",
      "date",
      "tags",
      "tag",
      "alias",
      "aliases",
      "owner",
      "severty",
      "severity",
      "started",
      "timezone",
      "cssclass",
      "services",
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { maxLength: 5, selector: ([name]) => name }), (entries) => {
        const text = mended(
          `---\n${entries.map(([name, source]) => `${name}:${source}`).join("\n")}\n---\n\n# API outage\n`,
          "Incident-2024-04-11-A.md",
        );
        const { problems } = read(text, defaultSettings, "Incident-2024-04-11-A.md");
        expect(problems.filter((problem) => problem.replacement)).toEqual([]);
        expect(problems.filter((problem) => problem.kind === "yaml")).toEqual([]);
      }),
      { seed: 2, numRuns: 150 },
    );
  });
});

describe("anything", () => {
  it("never throws", () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        "---",
        "title: A",
        "tags:",
        "  - [[x",
        "date: 2024-02-30",
        "owner: [[A]]",
        "a: &x [*x]",
        "? x",
        "<<: {title: b}",
        "%%",
        "#",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `---\n${lines.join("\n")}`;
        for (const problem of read(text).problems) {
          expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
          expect(problem.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
