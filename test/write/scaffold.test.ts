import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { languageIds } from "../../src/language";
import { defaultSettings, readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";
import { freePath, safeName, safePath, scaffold, slugOf, templateVariants } from "../../src/write";
import type { Scaffold, ScaffoldRequest } from "../../src/write";
import { libraryOf } from "../vault/library-of";

const clock = { now: Date.UTC(2024, 3, 12, 9, 30), zone: "UTC" };
const outage: ScaffoldRequest = { title: "API Outage", date: "2024-04-11" };

function make(request: ScaffoldRequest, settings = defaultSettings, library: Library = createLibrary()): Scaffold {
  const made = scaffold(request, { library, settings, clock });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made;
}

describe("a new postmortem", () => {
  it("has the skeleton, with something to fill in wherever the writer knows more", async () => {
    const made = make(outage);
    expect(made.path).toBe("Incident-2024-04-11-API-Outage.md");
    await expect(made.text).toMatchFileSnapshot("approved/scaffold-plain.md");
    expect(made.text.slice(made.cursor)).toMatch(/^TODO: summarize/);
    expect(made).toMatchObject({ timelineNote: null, problems: [] });
  });

  it("says what is known", async () => {
    const made = make({
      ...outage,
      severity: "SEV-1",
      status: "draft",
      owner: "[[Alex Rivera]]",
      services: ["Public API", "api: v2", "500"],
      started: "06:12",
      timezone: "Europe/Berlin",
      timeline: "Incident Timeline#Key Events",
    });
    await expect(made.text).toMatchFileSnapshot("approved/scaffold-full.md");
    await expect(made.timelineNote?.text ?? "").toMatchFileSnapshot("approved/scaffold-timeline.md");
    expect(made.timelineNote?.path).toBe("Incident Timeline.md");
  });

  it.each(templateVariants)("has its %s form in every language", async (variant) => {
    const { settings } = readSettings({
      language: { notes: "de" },
      sections: [
        { id: "lessons", heading: "Our lessons" },
        { id: "own", heading: "Own", required: true },
      ],
      fields: [
        { name: "team", type: "text", required: true },
        { name: "severity", type: "text", required: true },
      ],
    });
    const known = { services: ["Public API", "123", "Zürich–Öst / 2"], timeline: "Log#A", detected: "06:20" };
    const texts = languageIds.flatMap((language) => [
      make({ ...outage, variant, language }).text,
      make({ ...outage, ...known, title: "Post-Mortem", variant, language }, settings).text,
    ]);
    await expect(texts.join("\n=====\n")).toMatchFileSnapshot(`approved/scaffolds/${variant}.md`);
  });

  it("is made of odd answers as approved", async () => {
    const { settings } = readSettings({
      timezone: "Europe/Berlin",
      newNote: { folder: " / ./Inc/../idents", fileName: "{{date:YYYY}}/{{severity}} {{title}}.md" },
    });
    const library = libraryOf({ "Logs/Log.md": "# Log", "Logs/Other.md": "", "Own.md": "## Events" });
    const requests: readonly Partial<ScaffoldRequest>[] = [
      {},
      { title: "" },
      { title: " A [[Note|shown]] ![[pic]] [x](y) %%c%% $$ [[ ]] ]( <!--- e\u0301\u0000\n " },
      { title: "a/b\\c#d^e|f", folder: "" },
      { title: "...", folder: "../x/ . /y" },
      { title: "{{title}}", date: "2024-12-31", severity: " sev1 ", status: "IN REVIEW", owner: " [[Ada]]\n x" },
      { date: "2024-13-01" },
      { date: "", started: "06:12" },
      { severity: "SEV-9", status: "lost", timezone: "Nowhere/X", started: "soon", detected: "later" },
      { started: "06:12", detected: "06:11" },
      { started: "06:12", detected: "06:12", timezone: " UTC " },
      { started: "2024-04-10T23:30Z", detected: "2024-04-11T00:30+01:00" },
      { started: " ", detected: "", timezone: "America/New_York" },
      { services: [" a ", "", "[[b]]", "c\nd"], language: " DE " },
      { language: "xx" },
      { template: "# {{slug}}\n\n{{TIME:HH}} {{ nope }} {{nope}} {{started}}", started: "06:12" },
      { template: "---\ndate: {{date}}\n---\nNothing to fill in", timeline: "Log#A", owner: "Ada", services: ["x"] },
      { template: "![[Log#A]] and [[Log#A]] TBD {{severity}}", timeline: "Log#A", severity: "SEV-2", status: "draft" },
      { template: "{{timeline}}", timeline: "New {{date}} {{severity}}/x#^b#Key#Deep", severity: "SEV-3" },
      ...[
        "![[Logs/Log#Key|shown]]",
        "[[Log]]",
        "Other.md#A",
        "Own#Events",
        "#Own heading",
        "./Log",
        "Logs/../Log",
        "../../../Log",
        "/Log.MD#A# #B",
        "Deep/er/Log: 1#A#B#C#D#E#F#G",
        "a|b#c",
        " [ ] ",
      ].map((timeline) => ({ timeline, started: "06:12" })),
    ];
    const parts = requests.map((request) => {
      const made = scaffold({ ...outage, ...request }, { library, settings, clock });
      const { text, timelineNote, ...rest } = made.ok ? made : { text: "", timelineNote: null, ...made };
      const isOwn = request.template !== undefined;
      return [
        `=== ${JSON.stringify(request)}`,
        JSON.stringify(rest, null, 1),
        isOwn || request.title !== undefined
          ? text
          : text
              .split("\n")
              .filter((line) => /\[\[|started|timezone|title/.test(line))
              .join("\n"),
        timelineNote === null ? "" : `--- ${timelineNote.path}\n${timelineNote.text}`,
        "",
      ].join("\n");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot("approved/scaffolds/odd.txt");
  });

  it("does not repeat a word that the title ends with", () => {
    expect(make({ ...outage, title: "API Retro" }).text).toContain("\n# API Retro — 2024-04-11\n");
    expect(make({ ...outage, title: "API Postmortem" }).text).toContain("\n# API Postmortem — 2024-04-11\n");
  });

  it("has the sections and the required properties of the team", () => {
    const { settings } = readSettings({
      sections: [
        { id: "lessons", heading: "What We Learned", required: true },
        { id: "impact", required: false },
      ],
      fields: [{ name: "team", type: "text", required: true }],
    });
    const made = make(outage, settings);
    const headings = parseNote(made.text).headings.map(({ text }) => text);
    expect(headings).toContain("What We Learned");
    expect(headings).not.toContain("Impact");
    expect(made.text).toContain("\nteam:\n");
  });

  it("starts from the team's own template", () => {
    const made = make({ ...outage, template: "---\ntitle: {{title}}\n---\n{{cursor}}\nTODO: {{date}}" });
    expect(made.text).toMatch(/^---\ntitle: API Outage\n[^]*---\n\{\{cursor\}\}\nTODO: 2024-04-11$/);
    expect(made.problems).toEqual([{ field: "template", message: "unknown variable `{{cursor}}` is left as it is" }]);
    expect(made.text.slice(made.cursor)).toMatch(/^\{\{cursor\}\}/);
  });

  it("tells the answers that the team's template has no place for", () => {
    const answered = { ...outage, severity: "SEV-1", started: "06:12", detected: "06:20", timezone: "UTC" };
    expect(make({ ...answered, template: "# {{title}}\n\nSeen {{detected}}\n" }).answers).toEqual({
      severity: "SEV-1",
      started: "2024-04-11T06:12",
      timezone: "UTC",
    });
    expect(make({ ...outage, template: "# {{slug}}\n" }).answers).toEqual({});
  });

  it("converts a start that states its offset", () => {
    expect(make({ ...outage, started: "2024-04-11T06:12Z", timezone: "Europe/Berlin" }).text).toContain(
      "started: 2024-04-11T08:12\n",
    );
  });

  it("writes severity and status as the settings do", () => {
    const { text } = make({ ...outage, severity: "sev 1", status: "In Review" });
    expect(text).toContain("\nseverity: SEV-1\nstatus: in review\n");
  });

  it.each([
    [{ title: "  " }, "title"],
    [{ severity: "huge" }, "severity"],
    [{ status: "lost" }, "status"],
    [{ date: "2024-02-30" }, "date"],
    [{ date: "yesterday" }, "date"],
    [{ started: "25:10" }, "started"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ timeline: "../../etc/passwd" }, "timeline"],
  ])("is not made from %j", (changes, field) => {
    const made = scaffold({ ...outage, ...changes }, { library: createLibrary(), settings: defaultSettings, clock });
    expect(made).toMatchObject({ ok: false, problems: [{ field }] });
  });

  it("has no problem but what it asks to fill in, whatever is typed into the form", () => {
    const syntax = [
      "%%",
      "[[",
      "]]",
      "![[",
      "`",
      "$$",
      "<!--",
      "-->",
      ": ",
      " #",
      "---",
      "{{",
      "}}",
      "\n",
      "\\",
      '"',
      "'",
      "|",
      "^",
      "](",
      "a",
      " ",
      "==",
    ];
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...syntax), maxLength: 12 }),
    );
    const severity = fc.constantFrom("", ...defaultSettings.severities);
    const timeline = fc.constantFrom("", "Incident Timeline#Key Events");
    fc.assert(
      fc.property(
        text,
        severity,
        fc.array(text, { maxLength: 3 }),
        timeline,
        fc.constantFrom("", "06:12"),
        (title, severity, services, timeline, started) => {
          const library = createLibrary();
          const made = scaffold(
            { ...outage, title, severity, services, timeline, started },
            { library, settings: defaultSettings, clock },
          );
          if (!made.ok) return;
          library.update(made.path, made.text);
          if (made.timelineNote !== null) library.update(made.timelineNote.path, made.timelineNote.text);
          expect(made.path).toMatch(/^Incident-2024-04-11-[^/\\:*?"<>|#^[\]]+\.md$/);
          const diagnostics = checkNotes({ library, settings: defaultSettings, clock, paths: [made.path] });
          expect(diagnostics.filter(({ rule }) => rule !== "unfilled-placeholder")).toEqual([]);
          expect(diagnostics.length).toBeGreaterThanOrEqual(5);
          const note = library.note(made.path);
          expect(note?.headings.map(({ level }) => level)).toEqual([1, 2, 2, 2, 2, 2, 2]);
          expect(note?.embeds.length).toBe(timeline === "" ? 0 : 1);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe("the timeline note", () => {
  it("is not made again when it exists, wherever it lies", () => {
    const library = createLibrary();
    library.add("Logs/Incident Timeline.md");
    const made = make({ ...outage, timeline: "[[Incident Timeline#Key Events]]" }, defaultSettings, library);
    expect(made.timelineNote).toBeNull();
    expect(made.text).toContain("![[Incident Timeline#Key Events]]");
  });

  it("goes beside the postmortem, or where its path says", () => {
    const { settings } = readSettings({ newNote: { folder: "Incidents" } });
    expect(make({ ...outage, timeline: "Log" }, settings).timelineNote?.path).toBe("Incidents/Log.md");
    expect(make({ ...outage, timeline: "Logs/April#A#B" }, settings).timelineNote).toMatchObject({
      path: "Logs/April.md",
    });
  });

  it("gets a name that a file can have, and the embed names the same", () => {
    const made = make({ ...outage, timeline: "Log: 4/11?#Key Events" });
    expect(made.timelineNote?.path).toBe("Log- 4/11-.md");
    expect(made.text).toContain("![[Log- 4/11-#Key Events]]");
  });
});

describe("file names", () => {
  it.each([
    ["API Outage", "API-Outage"],
    ["  Don't panic: “it's” DNS/again?  ", "Dont-panic-its-DNS-again"],
    ["数据库故障 — 第二次", "数据库故障-第二次"],
    ["Ausfall Zürich", "Ausfall-Zürich"],
    ["🔥 fire 👩‍🚒", "🔥-fire-👩‍🚒"],
    ["../../etc/passwd", "etc-passwd"],
    ["///", "untitled"],
    ["e\u0301té l’été", "été-lété"],
    ["a_b 1.2 C++", "a-b-1-2-C"],
    ["👍🏽 🇩🇪", "👍🏽-🇩🇪"],
  ])("slugOf(%j) is %j", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j#k^l[m]', "a-b-c-d-e-f-g-h-i-j-k-l-m-"],
    ["..hidden", "hidden"],
    ["trailing. . ", "trailing"],
    ["CON", "CON_"],
    ["nul.txt", "nul_.txt"],
    ["controls", "controls"],
    ["a\u0000b\nc", "a b c"],
    [" . ", "untitled"],
    ["", "untitled"],
    ["a //::  b\u2028\ud800c", "a - b c"],
    ["e\u0301", "\u00e9"],
    ["com1", "com1_"],
    ["LPT9.a.b", "LPT9_.a.b"],
    ["console.log", "console.log"],
    ["com", "com"],
    ["com10", "com10"],
    ["xnul", "xnul"],
    ["a.b..", "a.b"],
    [`${"a".repeat(197)}-é.b`, `${"a".repeat(197)}-é`],
    [`${"a".repeat(199)}é`, "a".repeat(199)],
    [`${"a".repeat(197)}--éé`, "a".repeat(197)],
    ["a".repeat(200), "a".repeat(200)],
    [`${"é".repeat(99)}aab`, `${"é".repeat(99)}aa`],
    ["数".repeat(67), "数".repeat(66)],
    [`${"🔥".repeat(49)}aaaab`, `${"🔥".repeat(49)}aaaa`],
  ])("safeName(%j) is %j", (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it("are cut at a character where they are too long for a file system", () => {
    for (const unit of ["a", "é", "数", "🔥", "👩‍🚒"]) {
      const name = safeName(unit.repeat(300));
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name.startsWith(unit)).toBe(true);
      expect(name).not.toMatch(/\p{Cs}/u);
    }
  });

  it("never lead out of the vault", () => {
    expect(safePath("../a/./../b/ .. /c")).toBe("a/b/c");
    const { settings } = readSettings({ newNote: { folder: "../../x", fileName: "{{date:YYYY}}/../{{title}}" } });
    expect(make({ ...outage, title: "../../y" }, settings).path).toBe("x/2024/-..-y.md");
  });

  it("find the first free number", () => {
    const taken = new Set(["A.md", "A 2.md"]);
    expect(freePath("A.md", (path) => taken.has(path))).toBe("A 3.md");
    expect(freePath("A.mdx", (path) => path === "A.mdx")).toBe("A.mdx 2.md");
    expect(freePath("B.md", (path) => taken.has(path))).toBe("B.md");
  });
});
