import { describe, expect, it } from "vitest";
import { pathPatterns } from "../src/base";
import { checkNotes } from "../src/check";
import { findSections, readIncident } from "../src/incident";
import { parseNote } from "../src/note";
import { matchesPattern, readSettings } from "../src/settings";
import { scaffold } from "../src/write";
import { defaultChoices, exportDocument, redact } from "../src/write/export";
import { expectLinear, repeated } from "./linear";
import { libraryOf } from "./vault/library-of";
import { createMemoryVault } from "./vault/memory-vault";

/*
 * What settings say becomes patterns when the program runs. However they are written, a text is read by them in time in
 * proportion to its length.
 */

const clock = { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" };
const path = "Incident-2024-04-11-A.md";

function settingsOf(data: object): ReturnType<typeof readSettings>["settings"] {
  const { settings, problems } = readSettings(data);
  expect(problems).toEqual([]);
  return settings;
}

describe("the measure", () => {
  it("tells of a pattern that begins again at each sign", async () => {
    const pattern = new RegExp(["x", "[^y]*", "y"].join(""));
    await expect(expectLinear((text) => pattern.test(text), repeated(`x${" ".repeat(99)}`))).rejects.toThrow("for");
  });
});

describe("what must not leave", () => {
  const settings = settingsOf({
    severities: ["SEV-1", "A-B-C"],
    external: {
      removeWords: ["ip-*-*-*-*.internal", "*-*", "* *", "Zeta Corp", "a a a a b", "db-01", "日本*"],
      roles: { "Ada Lovelace": "the lead", "Bo van der Berg": "the other" },
      publicHosts: ["*.example.com", "a.a.a.a"],
      sections: ["impact", "A A A A"],
      attachments: ["a.png"],
    },
  });
  const files = { "People/Ada Lovelace.md": "---\naliases: [Countess, ada]\ntags: [person]\n---\n", "a.png": "" };
  const pieces = ["ip-1-", "a ", "Zeta\n- ", "Ada **Love", "OPS-1 ", "https://a.a.", "[a](a", "# a\n\n[b](c) Ada\n\n"];

  it.each(pieces)("is taken out of %j over and over", async (piece) => {
    const work = (text: string): unknown =>
      redact(parseNote(text, path), { library: libraryOf({ ...files, [path]: text }), settings });
    await expectLinear(work, repeated(piece, "# A\n\n## Impact\n\n"));
  });

  it.each(["OPS-1 "])("is looked for in the finished document of %j over and over", async (piece) => {
    const vault = createMemoryVault(files);
    for (const target of ["markdown", "html"] as const) {
      const choices = { ...defaultChoices(settings), target, external: true };
      const work = (text: string): Promise<unknown> =>
        exportDocument(
          { vault, library: libraryOf({ ...files, [path]: text }), settings, strictLineBreaks: false, clock },
          path,
          choices,
          { document: "out", vault: "" },
        );
      await expectLinear(work, repeated(piece, "# A\n\n## Impact\n\n"));
    }
  });
});

describe("a team's own words", () => {
  const settings = settingsOf({
    language: {
      blame: ["a a a a b", "who   did it", "(a+)+$", "x-x-x"],
      counterfactual: ["should have had"],
      exceptions: ["a a a", "should have"],
    },
    statuses: ["draft", "a a a a"],
    severities: ["SEV-1", "a a 1"],
    doneMarks: ["*"],
    sections: [{ id: "impact", synonyms: ["A A A A", "(.*)*"] }],
  });

  it.each(["a ", "who   did\n", "should          ", "- [*] a "])(
    "are looked for in %j over and over",
    async (piece) => {
      const work = (text: string): unknown =>
        checkNotes({ library: libraryOf({ [path]: text }), settings, clock, paths: [path] });
      await expectLinear(work, repeated(piece, "---\nseverity: a a\nstatus: a\n---\n\n# A\n\n## Impact\n\n"));
    },
  );

  it.each(["## A A A A\n", "## A ", "# (", "### 1. "])("are looked for in the headings %j", async (piece) => {
    await expectLinear((text) => findSections(parseNote(text, path), settings), repeated(piece));
  });
});

describe("languages", () => {
  it.each([
    ["de", "circa 6 Uhr bis "],
    ["fr", "vers 14 h, puis à "],
    ["pt", "às 6 horas da "],
    ["ja", "午前6時"],
    ["zh", "上午6点"],
    ["en", "on Monday, the 11th of "],
    ["en", "approximately 3,000 customers "],
  ])("are read in time: %s, %j over and over", async (lang, piece) => {
    const settings = settingsOf({});
    const work = (text: string): unknown => readIncident(parseNote(text, path), libraryOf({ [path]: text }), settings);
    const sections = ["Summary", "Timeline", "Action Items"].map((name) => repeated(piece, `\n\n## ${name}\n\n- [ ] `));
    await expectLinear(
      work,
      (length) => `---\nlang: ${lang}\n---\n\n# A${sections.map((section) => section(length / 3)).join("")}`,
    );
  });
});

describe("patterns for names and places", () => {
  it.each(["*a*a*a*b", "Incident-YYYY-MM-DD-*", "*YYYY*MM*DD", "##*##*x"])(
    "%j fits or not, in time",
    async (pattern) => {
      for (const piece of ["a", "aaab", "Incident-2024-", "2024-04-11 ", "1"])
        await expectLinear((name) => matchesPattern(name, pattern), repeated(piece));
    },
  );

  it.each(["*a*a*a*b", "**/a/**/a/**/b", "!a", "[!a-z]*[a-z]*b"])("%j leaves out, in time", async (pattern) => {
    const patterns = pathPatterns([pattern, "!keep", pattern]);
    for (const piece of ["a", "a/", "a/b", "aab", "[/"])
      await expectLinear((place) => patterns.matches(place), repeated(piece));
  });
});

describe("templates for names", () => {
  it.each(["{{", "{{date:YYYY", "../", "{{title}}/"])("%j is filled in time", async (piece) => {
    const library = libraryOf({});
    const make = (newNote: object, timelineNote: object) => (text: string) => {
      const { settings } = readSettings({
        newNote: Object.fromEntries(Object.keys(newNote).map((key) => [key, text])),
        timelineNote: Object.fromEntries(Object.keys(timelineNote).map((key) => [key, text])),
      });
      scaffold({ title: "A", date: "2024-04-11", timeline: "A#B" }, { library, settings, clock });
    };
    await expectLinear(make({ fileName: "" }, {}), repeated(piece));
    await expectLinear(make({ folder: "" }, {}), repeated(piece));
    await expectLinear(make({}, { path: "", heading: "" }), repeated(piece));
  });
});
