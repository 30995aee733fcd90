import { describe, expect, it } from "vitest";
import { openActionsByText } from "../../src/check/open-actions";
import { readSettings } from "../../src/incident/settings";
import { libraryOf } from "./replay";

const { settings } = readSettings({});
const note = (...items: string[]): string => `## Action Items\n\n${items.map((item) => `- [ ] ${item}`).join("\n")}\n`;
const a = "Incident-2024-01-01-A.md";
const b = "Incident-2024-01-02-B.md";

describe("open action items by their words", () => {
  it("are the same after any change as if they were read anew", () => {
    const library = libraryOf({ [a]: note("Add a pool alert", "Add a **pool** alert"), "Notes.md": note("Add a pool alert") });
    const listed = (): Record<string, string[]> =>
      Object.fromEntries([...openActionsByText(library, settings)].map(([words, notes]) => [words, [...notes.keys()].sort()]));
    expect(listed()).toEqual({ "add a pool alert": [a] });
    library.update(b, note("Add a pool alert", "Check the keys first"));
    expect(listed()).toEqual({ "add a pool alert": [a, b], "check the keys first": [b] });
    library.update(a, note("Check the keys first").replace("[ ]", "[x]"));
    expect(listed()).toEqual({ "add a pool alert": [b], "check the keys first": [b] });
    library.rename(b, "Elsewhere.md");
    expect(listed()).toEqual({});
    library.rename("Elsewhere.md", b);
    library.remove(a);
    expect(listed()).toEqual({ "add a pool alert": [b], "check the keys first": [b] });
  });

  it("follow the settings", () => {
    const library = libraryOf({ [a]: note("Add a pool alert") });
    expect(openActionsByText(library, settings).size).toBe(1);
    expect(openActionsByText(library, readSettings({ fileNamePatterns: ["Retro *"] }).settings).size).toBe(0);
    expect(openActionsByText(library, settings).size).toBe(1);
  });
});
