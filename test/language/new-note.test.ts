import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { readIncident } from "../../src/incident";
import { languageIds } from "../../src/language";
import { parseNote } from "../../src/note";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { scaffold } from "../../src/write";
import type { ScaffoldRequest } from "../../src/write";
import { inputOf } from "../check/replay";

/** A new note of the built-in template. */
function made(
  language: string,
  wanted: unknown = {},
  variant: ScaffoldRequest["variant"] = "standard",
): { readonly path: string; readonly text: string } {
  const { settings } = readSettings(wanted);
  const clock = { now: Date.UTC(2024, 3, 12, 9), zone: "UTC" };
  const request = { title: "API Outage", date: "2024-04-11", severity: "SEV-1", started: "06:12", language, variant };
  const plan = scaffold(request, { library: createLibrary(), settings, clock });
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return plan;
}

const rulesOf = ({ path, text }: { readonly path: string; readonly text: string }, settings: unknown = {}) =>
  checkNotes(inputOf({ [path]: text }, { settings })).map(({ rule }) => rule);

describe.each(languageIds)("a new note in %s", (id) => {
  it("is read in that language, with all its sections", () => {
    const { path, text } = made(id);
    const { language, sections } = readIncident(parseNote(text, path), createLibrary(), readSettings({}).settings);
    expect([language.id, sections.map((section) => String(section.id))]).toEqual([
      id,
      ["what-happened", "timeline", "root-cause", "impact", "action-items"],
    ]);
  });

  it("is told to be filled in, place for place as one in English, and nothing else", () => {
    expect(rulesOf(made(id))).toEqual(rulesOf(made("en")));
  });

  it("asks for lessons in the full form, and passes in the short one once it is filled in", () => {
    const full = made(id, {}, "full");
    const library = createLibrary();
    const { sections } = readIncident(parseNote(full.text, full.path), library, readSettings({}).settings);
    expect(sections.slice(-3).map((section) => String(section.id))).toEqual(["went-well", "went-wrong", "got-lucky"]);
    const minor = made(id, {}, "minor");
    expect(new Set(rulesOf(minor))).toEqual(new Set(rulesOf(made(id))));
    expect(minor.text.match(/^## /gm)).toHaveLength(3);
  });

  it("is what the setting asks for", () => {
    const settings = { language: { notes: id } };
    expect(made("", settings).text).toBe(made(id).text.replace(`lang: ${id}\n`, ""));
    expect(rulesOf(made("", settings), settings)).toEqual(rulesOf(made("en")));
  });
});

describe("the language of a new note", () => {
  it("leaves the headings that a team has given itself", () => {
    const sections = [
      { id: "timeline", heading: "Log" },
      { id: "impact", heading: "Impact" },
    ];
    expect(made("de", { sections }).text.match(/^## .*$/gm)).toEqual(
      expect.arrayContaining(["## Log", "## Auswirkungen", "## Maßnahmen", "## Verwandtes"]),
    );
  });

  it("is one that notes are read in", () => {
    expect(() => made("nl")).toThrow("`nl` is none of en, de, fr, es, pt, ja, zh");
  });
});
