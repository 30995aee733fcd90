import { describe, expect, it } from "vitest";
import { isPostmortem, isPostmortemBySigns, matchesPattern, mayBePostmortem, readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";

const { settings } = readSettings({
  postmortemFolder: "Ops/Postmortems",
  newNote: { template: "Templates/Postmortem retro.md" },
});

const cases: [path: string, text: string, postmortem: boolean][] = [
  ["Incident-2024-04-11-API-Outage.md", "", true],
  ["Deep/in/incident-2024-04-11-x.md", "", true],
  ["Postmortem API.md", "", true],
  ["Ops/Postmortems/2024/API.md", "", true],
  ["A.md", "---\ntags: [postmortem]\n---", true],
  // The app reads tags only from a list.
  ["A.md", "---\ntags: incident, Postmortem\n---", false],
  ["A.md", "---\ntags: [incident, Postmortem]\n---", true],
  ["A.md", "---\ntags:\n  - postmortem/api\n---", true],
  ["A.md", '---\ntags: ["#postmortem"]\n---', true],
  ["A.md", "---\ntype: Postmortem\n---", true],
  ["A.md", "Filed under #postmortem/api.", true],
  ["A.md", "---\ntags: [postmortem\ntitle: x\n---", true],
  ["A.md", '---\ntitle: "x\ntags:\n  - postmortem/api\n---', true],
  ["A.md", "---\ntags: [x\ntitle: A postmortem\n---", false],
  ["A.md", '---\ntitle: "x\ntags: [no-postmortem, postmortem-notes]\n---', false],
  ["Incident-2024-04-11.md", "", false],
  ["Incident-2024-4-11-x.md", "", false],
  ["Incident-YYYY-MM-DD-x.md", "", false],
  ["Postmortems.md", "", false],
  ["Ops/Postmortems.md", "", false],
  ["Ops/Postmortems/diagram.png", "", false],
  ["A.md", "---\ntags: [postmortems]\n---", false],
  ["A.md", "---\ntype: [postmortem]\nkind: postmortem\n---", false],
  ["A.md", "A postmortem in words, `#postmortem` in code, and a link: [[postmortem]].", false],
  ["Templates/Postmortem retro.md", "---\ntags: [postmortem]\n---", false],
  ["", "", false],
];

describe("isPostmortem", () => {
  it.each(cases)("%s with %j: %s", (path, text, postmortem) => {
    expect(isPostmortem(parseNote(text, path), settings)).toBe(postmortem);
    if (postmortem) expect(mayBePostmortem(path, text, settings)).toBe(true);
  });

  it("takes the signs from a host that has them already", () => {
    expect(isPostmortemBySigns("A.md", { tags: ["#ops", "#postmortem/api"], type: undefined }, settings)).toBe(true);
    expect(isPostmortemBySigns("A.md", { tags: [], type: "postmortem" }, settings)).toBe(true);
    expect(isPostmortemBySigns("A.md", { tags: ["#ops"], type: ["postmortem"] }, settings)).toBe(false);
  });
});

describe("matchesPattern", () => {
  it.each([
    ["Incident-2024-04-11-a", "Incident-YYYY-MM-DD-*", true],
    ["20240411 outage", "YYYYMMDD*", true],
    ["outage of the api (retro)", "*outage*retro*", true],
    ["retro outage", "*outage*retro*", false],
    ["COMMAND-1", "COMMAND-*", true],
    ["a", "", false],
    ["", "*", true],
  ])("%s by %s: %s", (name, pattern, matches) => {
    expect(matchesPattern(name, pattern)).toBe(matches);
  });

  it("does not explode on many stars", () => {
    expect(matchesPattern("a".repeat(2000), `${"*a".repeat(200)}b`)).toBe(false);
  });
});
