import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings";
import { completionAt } from "../../src/plugin/editor/completions";

const { settings } = readSettings({ fields: [{ name: "region", type: "enum", values: ["eu", "us"] }] });

/** What is completed at the `|`: kind and query. */
function at(marked: string): string | null {
  const lines = marked.split("\n");
  const line = lines.findIndex((text) => text.includes("|"));
  const column = lines[line]?.indexOf("|") ?? 0;
  const plain = lines.map((text) => text.replace("|", ""));
  const found = completionAt((index) => plain[index] ?? "", line, column, settings);
  return found === null ? null : `${found.kind} ${plain[line]?.slice(found.from, column) ?? ""}`;
}

describe("what is being typed", () => {
  it.each([
    ["---\nseverity: S|\n---", "severity S"],
    ["---\nseverity: |", "severity "],
    ["---\nstatus: in r|\n---", "status in r"],
    ["---\ntimezone: Eur|\n---", "timezone Eur"],
    ["---\nregion: e|\n---", "value e"],
    ["---\nfactors: [change, ca|]\n---", "factor ca"],
    ["---\nservices: [api, ch|]\n---", "service ch"],
    ["---\nservices:\n  - api\n  - ch|\n---", "service ch"],
    ['---\nowner: "A|"\n---', "owner A"],
    ["---\npostmortem-ignore:\n  - bro|\n---", "rule bro"],
    ["text %% postmortem-ignore bro|", "rule bro"],
    ["<!-- postmortem-ignore broken-link, em|", "rule em"],
    ["- [ ] Add alert @a|", "mention @a"],
    ["- [ ] Add alert [owner:: A|", "mention A"],
    ["  1. [ ] Add alert (assignee:: |", "mention "],
    ["---\nreviewer: |\n---", "owner "],
    ["## Timeline\n\n!|", "timeline !"],
    ["## Key events\n\ntext\n![|", "timeline !["],
  ])("%j", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each([
    ["---\ntitle: S|\n---"],
    ["---\nseverity: SEV-1\n---\nseverity: S|"],
    ["severity: S|"],
    ["---\nservices: api\n  - x|\n---"],
    ["- Add alert @a|"],
    ["- [ ] Add alert [due:: 2|"],
    ["- [ ] mail ada@ex|"],
    ["## Impact\n\n!|"],
    ["## Timeline\n\n![[|"],
    ["%% postmortem-ignore broken-link: becau|"],
  ])("nothing in %j", (text) => {
    expect(at(text)).toBeNull();
  });
});
