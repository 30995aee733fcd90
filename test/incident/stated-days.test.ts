import { expect, it } from "vitest";
import { readIncident } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { formatDay } from "../../src/time";
import { libraryOf } from "../vault/library-of";

/** The days that a note gives as that of its incident, with who says so and in which words. */
function daysOf(text: string, path = "Note.md"): readonly string[] {
  const library = libraryOf({ [path]: text });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, defaultSettings).days.map(({ day, from, place }) =>
    [from, formatDay(day), place === null ? "" : JSON.stringify(text.slice(place.span.start, place.span.end))].join(
      " ",
    ),
  );
}

it.each([
  ["# Outage\n", "Note.md", []],
  ["# Outage\n", "a/2024-04-11.md", ["file name 2024-04-11 "]],
  ["# Outage\n", "2024-04-11/Note.md", []],
  ["# Outage\n", "Incident_2024_04_11_A.md", ["file name 2024-04-11 "]],
  ["# Outage\n", "x20240411.md", ["file name 2024-04-11 "]],
  ["# Outage\n", "2024.04.11 A.md", ["file name 2024-04-11 "]],
  ["# Outage\n", "202404111.md", []],
  ["# Outage\n", "120240411.md", []],
  ["# Outage\n", "2024-02-30.md", []],
  ["# Outage\n", "1824-04-11.md", []],
  ["# Outage\n", "1924-04-11.md", ["file name 1924-04-11 "]],
  [
    "---\ndate: 2024-04-11\n---\n# Outage\n",
    "2024-04-12 A.md",
    ['date 2024-04-11 "2024-04-11"', "file name 2024-04-12 "],
  ],
  [
    "---\ntitle: Outage of April 12, 2024\n---\n# Outage of 11 April 2024\n",
    "Note.md",
    ['heading 2024-04-11 "11 April 2024"', 'title 2024-04-12 "April 12, 2024"'],
  ],
  ["# Outage 2024-04-11 06:12\n", "Note.md", ['heading 2024-04-11 "2024-04-11 06:12"']],
  ["# Outage of 11 April, and of 12 April 2024\n", "Note.md", ['heading 2024-04-12 "12 April 2024"']],
  ["# Outage of 11 April\n", "Note.md", []],
  ["# Report of 12 April 2024\n", "Note.md", []],
  ["# Outage, published 12 April 2024\n", "Note.md", []],
  ["## Outage 2024-04-11\n", "Note.md", []],
  ["> # Outage 2024-04-11\n\n# Outage\n", "Note.md", []],
  ["# Outage\n\n# Outage 2024-04-11\n", "Note.md", []],
  ["---\ndate: 2024-02-30\n---\n# Outage\n", "Note.md", []],
])("%j at %s was on %j", (text, path, days) => {
  expect(daysOf(text, path)).toEqual(days);
});
