import { expect, it } from "vitest";
import { checkNote } from "../../src/check";
import { readIncident } from "../../src/incident";
import { defaultSettings, readSettings } from "../../src/settings";
import type { Library } from "../../src/vault";
import { libraryOf } from "./library-of";

const path = "Incident-2024-04-11-API-Outage.md";
const otherPath = "Incident-2024-04-12-Queue.md";
const text = (action: string): string => `## Timeline\n\n- 06:12 Pool full\n\n## Action Items\n\n- [ ] ${action}\n`;
const clock = { now: Date.UTC(2024, 3, 20), zone: "UTC" };

/** The library, and how often its notes were asked for. */
function counted(library: Library): { readonly library: Library; readonly asked: () => number } {
  let asked = 0;
  return { library: { ...library, note: (at) => (asked++, library.note(at)) }, asked: () => asked };
}

it("remembers what was read of two libraries in turn", () => {
  const libraries = ["Add a pool alert", "Write a new runbook"].map((action) => libraryOf({ [path]: text(action) }));
  const read = (): readonly unknown[] =>
    libraries.map((library) => {
      const note = library.note(path);
      return note && readIncident(note, library, defaultSettings);
    });
  const first = read();
  expect(first[0]).not.toEqual(first[1]);
  const again = read();
  expect(again[0]).toBe(first[0]);
  expect(again[1]).toBe(first[1]);
});

it("keeps what each of two libraries says of open action items, and reads neither of them twice", () => {
  const same = libraryOf({ [path]: text("Add a pool alert"), [otherPath]: text("Add a pool alert") });
  const different = libraryOf({ [path]: text("Add a pool alert"), [otherPath]: text("Write a new runbook") });
  const duplicatesIn = (library: Library): number => {
    const note = same.note(path);
    const found = note === null ? [] : checkNote(note, { library, settings: defaultSettings, clock });
    return found.filter(({ rule }) => rule === "duplicate-action-item").length;
  };
  const [a, b] = [counted(same), counted(different)];
  expect([a, b, a, b].map(({ library }) => duplicatesIn(library))).toEqual([1, 0, 1, 0]);
  const before = a.asked() + b.asked();
  expect([a, b].map(({ library }) => duplicatesIn(library))).toEqual([1, 0]);
  expect(a.asked() + b.asked()).toBe(before);
});

it("reads by the settings of each library", () => {
  const library = libraryOf({ [path]: text("Add a pool alert").replace("Timeline", "Mitschrift") });
  const german = readSettings({ sections: [{ id: "timeline", heading: "Mitschrift" }] }).settings;
  const events = (settings: typeof german): number | undefined => {
    const note = library.note(path);
    return note ? readIncident(note, library, settings).sections.filter(({ id }) => id === "timeline").length : -1;
  };
  expect([defaultSettings, german, defaultSettings, german].map(events)).toEqual([0, 1, 0, 1]);
});
