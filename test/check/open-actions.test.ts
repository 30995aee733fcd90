import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openElsewhere } from "../../src/check/action-index";
import { readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import { withNotes } from "../../src/vault";
import type { Library } from "../../src/vault";
import { libraryOf } from "./replay";

const { settings } = readSettings({});
const note = (...items: string[]): string => `## Action Items\n\n${items.map((item) => `- [ ] ${item}`).join("\n")}\n`;
const a = "Incident-2024-01-01-A.md";
const b = "Incident-2024-01-02-B.md";
const items = ["Add a pool alert", "Check the keys first", "Write a new runbook"];
const paths = [a, b, "Incident-2024-01-03-C.md", "Notes.md"];
/** Where the items are open, as every one of the notes sees it. */
const seen = (library: Library, by = settings) =>
  items.flatMap((item) => paths.map((own) => openElsewhere(library, by, item.toLowerCase(), own)?.place));

describe("the open action item with the same words in another note", () => {
  it("is the first by path, in a postmortem, and not done", () => {
    const library = libraryOf({
      [b]: note("Add a pool alert"),
      [a]: note("Add a **pool** alert", "Add a pool alert"),
      "Notes.md": note("Add a pool alert"),
    });
    expect(openElsewhere(library, settings, "add a pool alert", "Notes.md")?.place).toEqual({
      path: a,
      span: { start: 17, end: 43 },
    });
    expect(openElsewhere(library, settings, "add a pool alert", a)?.place.path).toBe(b);
    library.update(a, note("Add a pool alert").replace("[ ]", "[x]"));
    expect(openElsewhere(library, settings, "add a pool alert", b)).toBeNull();
    expect(openElsewhere(library, settings, "check the keys first", b)).toBeNull();
  });

  it("is the same after any changes as in a library that is built anew, and so it is among edited notes", () => {
    const path = fc.constantFrom(...paths);
    const text = fc.subarray(items).map((some) => note(...some));
    const change = fc.oneof(
      fc.record({ do: fc.constant("update" as const), path, text }),
      fc.record({ do: fc.constant("remove" as const), path }),
      fc.record({ do: fc.constant("rename" as const), path, to: path }),
      fc.record({ do: fc.constant("edit" as const), path, text }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const library = libraryOf({});
        for (const step of changes) {
          if (step.do === "update") library.update(step.path, step.text);
          else if (step.do === "remove") library.remove(step.path);
          else if (step.do === "rename" && step.path !== step.to && !library.exists(step.to))
            library.rename(step.path, step.to);
          const texts = Object.fromEntries([...library.paths()].map((held) => [held, library.note(held)?.text ?? ""]));
          expect(seen(library)).toEqual(seen(libraryOf(texts)));
          if (step.do !== "edit") continue;
          const edited = withNotes(library, new Map([[step.path, parseNote(step.text, step.path)]]));
          expect(seen(edited)).toEqual(seen(libraryOf({ ...texts, [step.path]: step.text })));
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("follows the settings", () => {
    const library = libraryOf({ [a]: note("Add a pool alert") });
    const is = (by: typeof settings) => openElsewhere(library, by, "add a pool alert", b) !== null;
    const other = readSettings({ fileNamePatterns: ["Retro *"] }).settings;
    expect([is(settings), is(other), is(settings)]).toEqual([true, false, true]);
  });

  it("is found by reading what changed, whatever the size of the vault", () => {
    const library = libraryOf(
      Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [`Incident-2024-01-01-N${i}.md`, note("Add a pool alert")]),
      ),
    );
    let asked = 0;
    const counted: Library = { ...library, note: (path) => (asked++, library.note(path)) };
    openElsewhere(counted, settings, "add a pool alert", a);
    expect(asked).toBe(500);
    library.update(b, note("Check the keys first"));
    expect(openElsewhere(counted, settings, "check the keys first", a)?.place.path).toBe(b);
    expect(asked).toBe(501);
  });
});
