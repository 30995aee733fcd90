import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { cacheOutage } from "./collections";
import { makeVault, runHere, type Run } from "./run";

/** A postmortem that draws no finding, without its frontmatter's tag. */
const sound = cacheOutage("Add an alert on disk use @ada 📅 2027-06-01");
const untagged = sound.slice(sound.indexOf("# Cache"));

async function lintJson(cwd: string, ...args: string[]): Promise<Run & { report: LintReport }> {
  const run = await runHere(["lint", "--format", "json", ...args], { cwd });
  return { ...run, report: JSON.parse(run.stdout) as LintReport };
}

describe("a run that finds no postmortems", () => {
  it("cannot pass: it says what it looked for, and what comes near", async () => {
    const cwd = makeVault({ "incidents/2024-05-06-cache.md": untagged, "README.md": "# Ours" });
    expect(await runHere(["lint", "."], { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        "postmortem: no postmortems found among 2 notes",
        "  looked for the tag `postmortem`, `type: postmortem`, a name like `Incident-YYYY-MM-DD-*`, `Postmortem *`",
        "  near: `incidents/2024-05-06-cache.md`: it has the sections `Summary` and `Timeline`",
        "  `postmortem init` proposes settings for the notes that are there; `--pass-on-none` lets this pass",
        "",
      ].join("\n"),
    });
    expect(await runHere(["lint", ".", "--pass-on-none"], { cwd })).toMatchObject({ code: 0 });
    const json = await lintJson(cwd, ".");
    expect([json.code, json.report.summary.notes]).toEqual([2, 0]);
  });

  it("may pass where others were found and only this part has none", async () => {
    const cwd = makeVault({ "Incident-2024-05-06-a.md": sound });
    const codes = await Promise.all(
      ["1/9", "2/9", "3/9"].map(async (shard) => (await runHere(["lint", ".", "--shard", shard], { cwd })).code),
    );
    expect(codes).toContain(0);
    expect(codes).not.toContain(2);
  });
});

describe("`lint --list`", () => {
  it("tells which notes are taken and by what, and which come near", async () => {
    const cwd = makeVault({
      "postmortem.config.json": '{"postmortemFolder": ["incidents"]}',
      "incidents/a.md": sound,
      "Incident-2024-05-06-b.md": untagged,
      "old/outage.md": untagged,
      "old/README.md": untagged,
    });
    const text = await runHere(["lint", "--list"], { cwd });
    expect(text).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "Incident-2024-05-06-b.md  name",
        "incidents/a.md  tag `postmortem`, folder",
        "",
        "2 of 4 notes are postmortems",
        "",
        "not taken, though near:",
        "old/outage.md  it has the sections `Summary` and `Timeline`",
        "",
      ].join("\n"),
    });
    const json = JSON.parse((await runHere(["lint", "--list", "--format", "json"], { cwd })).stdout) as unknown;
    expect(json).toMatchObject({ version: 1, looked: 4, near: [{ path: "old/outage.md" }] });
  });
});

describe("a tag that the app does not see", () => {
  const text = (tags: string): string => sound.replace("tags: [postmortem]", tags);
  const files = {
    "a.md": text("tags: postmortem"),
    "b.md": text("tags: [[postmortem]]"),
    "c.md": text("tag: postmortem"),
  };

  it("makes no postmortem of a note, and is told as what comes near", async () => {
    const cwd = makeVault(files);
    const listed = JSON.parse((await runHere(["lint", "--list", "--format", "json"], { cwd })).stdout) as unknown;
    expect(listed).toMatchObject({
      near: [{ path: "a.md", why: expect.stringContaining("only as a list") as string }, { path: "c.md" }],
    });
  });

  it("becomes one by a fix that writes a list", async () => {
    const cwd = makeVault(files);
    for (const path of Object.keys(files)) {
      const found = await runHere(["lint", path, "--vault", "."], { cwd });
      expect(found.stdout).toContain("[postmortem]");
      await runHere(["lint", path, "--vault", ".", "--fix"], { cwd });
      expect(readFileSync(join(cwd, path), "utf8")).toBe(sound);
    }
  });
});

describe("settings that do not say what was meant", () => {
  it.each([
    [{ postmortemFoldr: "incidents" }, "`postmortemFoldr`: unknown setting; did you mean `postmortemFolder`?"],
    [{ newNote: { foldr: "x" } }, "`newNote.foldr`: unknown setting; did you mean `folder`?"],
    [{ rules: { "broken-embd": {} } }, "there is no rule `broken-embd`; did you mean `broken-embed`?"],
    [{ rules: { "broken-embed": { sevrity: "off" } } }, "unknown setting; did you mean `severity`?"],
    [
      { fields: [{ name: "owner", requird: true }] },
      "`fields.owner.requird`: unknown setting; did you mean `required`?",
    ],
    [{ fileNamePatterns: ["PMYYYY-*"] }, "`PMYYYY-*` fits no name"],
    [{ fileNamePatterns: ["incidents/YYYY-*"] }, "names have no folders in them"],
    [{ fileNamePatterns: ["Incident *.md"] }, "names go without extension; write `Incident *`"],
    [{ rules: { "broken-embed": { since: "2024-13-01" } } }, "expected a day such as 2024-04-11"],
    [{ exclude: [""] }, "leaves out nothing"],
    [{ extensions: ["*.md"] }, "is no extension"],
  ])("%j ends with 2", async (settings, message) => {
    const cwd = makeVault({ "Incident-2024-05-06-a.md": sound, "s.json": JSON.stringify(settings) });
    const run = await runHere(["lint", ".", "--config", "s.json"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });

  it("names digits beside letters by `#`, and lets `$schema` stand", async () => {
    const cwd = makeVault({
      "postmortem.config.json": '{"$schema": "./schema.json", "fileNamePatterns": ["PM####-* *"]}',
      "PM2024-003 Cache outage.md": untagged,
    });
    expect((await lintJson(cwd)).report.summary.notes).toBe(1);
  });
});

describe("the team's file of settings", () => {
  const git = (cwd: string): void => {
    mkdirSync(join(cwd, ".git"));
  };

  it.each(["postmortem.config.json", "postmortem.config.yml"])(
    "`%s` is found upwards to the repository",
    async (name) => {
      const yaml = "postmortemFolder: docs/incidents\nrules:\n  missing-section:\n    severity: 'off'\n";
      const json = '{"postmortemFolder": "docs/incidents", "rules": {"missing-section": {"severity": "off"}}}';
      const cwd = makeVault({ [name]: name.endsWith("json") ? json : yaml, "docs/incidents/a.md": "# A\n" });
      git(cwd);
      const { report } = await lintJson(join(cwd, "docs/incidents"));
      expect(report.summary.notes).toBe(1);
      expect(report.diagnostics.map(({ rule }) => rule)).not.toContain("missing-section");
    },
  );

  it("is not looked for above the repository", async () => {
    const cwd = makeVault({ "postmortem.config.json": '{"nonsense": 1}', "repo/Incident-2024-05-06-a.md": sound });
    git(join(cwd, "repo"));
    expect(await runHere(["lint", "repo"], { cwd })).toMatchObject({ code: 0 });
  });

  it("lies over what the plugin has stored", async () => {
    const cwd = makeVault({
      ".obsidian/plugins/postmortem/data.json": JSON.stringify({
        postmortemFolder: "old",
        newNote: { folder: "a", template: "t.md" },
        rules: { "blame-language": { severity: "off" } },
      }),
      "postmortem.config.json": '{"postmortemFolder": "new", "newNote": {"folder": "b"}, "statuses": ["open", "done"]}',
      "new/a.md": sound,
      "old/b.md": untagged,
    });
    const { stdout } = await runHere(["lint", ".", "--print-config"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      postmortemFolder: "new",
      newNote: { folder: "b", template: "t.md" },
      statuses: ["open", "done"],
      rules: { "blame-language": { severity: "off" } },
    });
    expect((await lintJson(cwd)).report.summary.notes).toBe(1);
  });

  it("may not be there twice, nor be unreadable", async () => {
    const twice = makeVault({ "postmortem.config.json": "{}", "postmortem.config.yml": "", "a.md": "" });
    expect((await runHere(["lint", "."], { cwd: twice })).stderr).toContain("are two files of settings");
    const broken = makeVault({ "postmortem.config.yml": "a: [b\n", "a.md": "" });
    expect(await runHere(["lint", "."], { cwd: broken })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("are no YAML") as string,
    });
  });
});

describe("the root of a vault without the app", () => {
  const linked = sound.replace("A full disk.", "A full disk, see [the runbook](../runbooks/cache.md).");

  it("is the git repository, so that links lead out of the named folder", async () => {
    const cwd = makeVault({ "docs/incidents/Incident-2024-05-06-a.md": linked, "docs/runbooks/cache.md": "# Cache" });
    execFileSync("git", ["init", "-q"], { cwd });
    expect(await runHere(["lint", "docs/incidents"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  it("is where the settings lie, without a repository", async () => {
    const cwd = makeVault({
      "docs/incidents/Incident-2024-05-06-a.md": linked,
      "docs/runbooks/cache.md": "# Cache",
      "docs/postmortem.config.json": "{}",
    });
    expect(await runHere(["lint", "docs/incidents"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  it("is one for several folders and notes of a repository", async () => {
    const cwd = makeVault({
      "a/Incident-2024-05-06-a.md": sound,
      "b/Incident-2024-05-07-b.md": "# B",
      "c/Some.md": "# C",
    });
    execFileSync("git", ["init", "-q"], { cwd });
    expect((await lintJson(cwd, "a", "b", "c/Some.md")).report.summary.notes).toBe(3);
  });
});

describe("which notes are looked at", () => {
  it("goes by any usual extension, upper case too, and by those of the settings", async () => {
    const note = "---\ntype: postmortem\n---\n# A\n";
    const files = {
      "a.html.md.erb": note,
      "b.mdx": note,
      "c.markdown": note,
      "d.MD": note,
      "e.qmd": note,
      "f.txt": note,
    };
    const cwd = makeVault(files);
    expect((await lintJson(cwd)).report.summary.notes).toBe(3);
    writeFileSync(join(cwd, "postmortem.config.json"), '{"extensions": ["mdx", "md.erb", ".qmd"]}');
    expect((await lintJson(cwd)).report.summary.notes).toBe(4);
    const upper = makeVault({ "incidents/A.MD": "# A", "postmortem.config.json": '{"postmortemFolder": "incidents"}' });
    expect((await lintJson(upper)).report.summary.notes).toBe(1);
    expect((await lintJson(upper, "incidents/A.MD")).report.summary.notes).toBe(1);
  });

  it("leaves out what is excluded, what git ignores, and either sign alone where both are asked for", async () => {
    const cwd = makeVault({
      "incidents/README.md": "# Ours",
      "incidents/2024-05-06-a.md": sound,
      "incidents/drafts/2024-05-07-b.md": untagged,
      "incidents/drafts/2024-05-08-keep.md": untagged,
      "incidents/notes.md": untagged,
      "build/incidents/2024-05-09-c.md": sound,
      "2024-05-10-elsewhere.md": untagged,
      "incidents/tmp/2024-05-11-d.md": sound,
      ".gitignore": "build\n",
      "incidents/.gitignore": "/tmp/\n",
    });
    execFileSync("git", ["init", "-q"], { cwd });
    const listed = async (settings: unknown): Promise<string[]> => {
      writeFileSync(join(cwd, "postmortem.config.json"), JSON.stringify(settings));
      const { stdout } = await runHere(["lint", "--list", "--format", "json"], { cwd });
      return (JSON.parse(stdout) as { notes: { path: string }[] }).notes.map(({ path }) => path);
    };
    const postmortemFolder = "incidents";
    expect(await listed({ postmortemFolder, exclude: ["README.md", "incidents/drafts/*", "!**/*-keep.md"] })).toEqual([
      "incidents/2024-05-06-a.md",
      "incidents/drafts/2024-05-08-keep.md",
      "incidents/notes.md",
    ]);
    expect(
      await listed({ postmortemFolder, fileNamePatterns: ["YYYY-MM-DD-*"], foundBy: "both", exclude: ["drafts/"] }),
    ).toEqual(["incidents/2024-05-06-a.md"]);
    expect(await listed({ postmortemFolder: ["incidents/drafts", "build"], fileNamePatterns: [] })).toEqual([
      "incidents/2024-05-06-a.md",
      "incidents/drafts/2024-05-07-b.md",
      "incidents/drafts/2024-05-08-keep.md",
    ]);
  });

  it("holds a rule from a day on", async () => {
    const cwd = makeVault({
      "postmortem.config.json": '{"rules": {"missing-section": {"since": "2024-05-06"}}}',
      "Incident-2024-05-05-old.md": "# A",
      "Incident-2024-05-06-new.md": "# B",
    });
    const { report } = await lintJson(cwd);
    const paths = report.diagnostics.filter(({ rule }) => rule === "missing-section").map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(["Incident-2024-05-06-new.md"]));
  });
});

describe("properties in a table", () => {
  const table = (rows: string): string =>
    `# Cache outage\n\n| Field | Value |\n|---|---|\n${rows}\n## Summary\n\nThe cache was down from 10:00 UTC to 10:20 UTC.\n`;
  const rows =
    "| **Date** | 2024-05-06 |\n| **Severity** | `sev2` |\n| **Services affected** | [[Cache]] |\n| Status | draft |\n";
  const settings = JSON.stringify({
    fileNamePatterns: ["YYYY-MM-DD-*"],
    fields: [
      { name: "severity", required: true },
      { name: "title", required: false },
      { name: "tags", required: false },
    ],
    rules: { "missing-section": { severity: "off" } },
  });
  const name = "2024-05-06-cache.md";
  const vault = (text: string): string =>
    makeVault({ "postmortem.config.json": settings, [name]: text, "Cache.md": "" });
  const found = async (text: string): Promise<readonly string[]> => {
    const { report } = await lintJson(vault(text), "--now", "2024-05-07");
    return report.diagnostics.map(({ start, rule, message }) => `${start.line} ${rule}: ${message}`);
  };

  it("are there where the frontmatter does not have them", async () => {
    expect(await found(table(rows))).toEqual([]);
    const cwd = vault(table(rows));
    const inspected = await runHere(["inspect", name], { cwd });
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      frontmatter: { date: "2024-05-06", severity: "sev2", status: "draft", services: "[[Cache]]" },
    });
    const late = await runHere(["lint", "--now", "2024-07-12"], { cwd });
    expect(late.stdout).toContain("for `SEV-2` 5 are allowed");
  });

  it("are told where they stand, and the frontmatter comes before them", async () => {
    expect(await found(table(rows.replace("sev2", "huge")))).toEqual([
      "6 invalid-frontmatter: `severity` is none of `SEV-1`, `SEV-2`, `SEV-3`, `SEV-4`, `SEV-5`: `huge`",
    ]);
    expect(await found(`---\nseverity: SEV-1\n---\n${table(rows.replace("sev2", "huge"))}`)).toEqual([]);
    // Nobody asked for a status: these may be the words of a table about something else.
    expect(await found(table(rows.replace("draft", "all is well")))).toEqual([]);
    expect(await found(table("| Date | 2024-05-06 |\n| Server | sev2 |\n"))).toHaveLength(2);
  });
});

describe("a duration by another clock", () => {
  it("is compared with nothing", async () => {
    const down = "The cache was down from 10:00 UTC to 15:00 UTC (2 hours)";
    const text = sound.replace(/The cache was down.*/, `${down}.`).replace("10:20", "15:00");
    const rules = async (note: string): Promise<readonly string[]> => {
      const { report } = await lintJson(makeVault({ "Incident-2024-05-06-a.md": note }));
      return report.diagnostics.map(({ rule }) => rule);
    };
    expect(await rules(text)).toEqual(["duration-mismatch"]);
    expect(await rules(text.replace("2 hours", "2 support hours"))).toEqual([]);
  });
});

describe("a timeline as teams write it", () => {
  const rulesIn = async (note: string, settings = "{}"): Promise<readonly string[]> => {
    const cwd = makeVault({ "Incident-2024-05-06-a.md": note, "postmortem.config.json": settings });
    return (await lintJson(cwd)).report.diagnostics.map(({ rule }) => rule);
  };

  it("may have a day alone in a row before the clocks of the incident's day", async () => {
    const rows =
      "| Time (UTC) | Event |\n|---|---|\n| 2024-04-01 | Disk alert off |\n| 10:00 | Cache down |\n| 10:20 | Cache up |";
    const note = sound.replace(/## Timeline[^]*?(?=\n## )/, `## Timeline\n\n${rows}\n`);
    expect(await rulesIn(note)).toEqual([]);
    const { stdout } = await runHere(["inspect", "a.md"], { cwd: makeVault({ "a.md": note }) });
    expect(stdout).toContain('"2024-04-01"');
    expect(stdout).toContain('"2024-05-06T10:00');
  });

  it("needs no zone in the note where the settings name the team's", async () => {
    const note = sound
      .replaceAll(" UTC", "")
      .replace(/## Timeline[^]*?(?=\n## )/, "## Timeline\n\n- 10:00 Cache down\n- 10:20 Cache up\n");
    expect(await rulesIn(note)).toEqual(["timeline-without-zone"]);
    expect(await rulesIn(note, '{"timezone": "Europe/London"}')).toEqual([]);
  });
});
