import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { inputOf } from "../check/replay";
import { told } from "./told";

const folder = join("test", "language", "notes");
/** Notes are divided by a line of `=`, each with its truth behind a line of `-`. */
const between = /^={5,}\n/m;
const beforeTruth = /^-{5,}\n/m;

/** Rules that accuse a note of a wrong fact. */
const factRules = new Set([
  "date-mismatch",
  "derived-time-conflict",
  "duration-mismatch",
  "event-outside-incident",
  "figure-mismatch",
  "metric-mismatch",
  "milestone-order",
  "missing-section",
  "missing-timeline",
  "timeline-out-of-order",
  "unreadable-time",
  "wrong-zone",
  "zone-pair-mismatch",
]);

for (const file of readdirSync(folder)) {
  const notes = readFileSync(join(folder, file), "utf8")
    .split(between)
    .map((part) => part.split(beforeTruth))
    .map(([note = "", truth = ""]) => ({ note, truth: truth.trim().split("\n"), title: note.split("\n", 1)[0] ?? "" }));

  describe(file.replace(/\.md$/, ""), () => {
    it("has a dozen notes at least", () => {
      expect(notes.length).toBeGreaterThanOrEqual(12);
    });

    it.each(notes.map((each) => [each.title, each] as const))("is read: %s", (_, { note, truth }) => {
      expect(told(note)).toEqual(truth);
    });

    it.each(notes.map((each) => [each.title, each] as const))("is not accused: %s", (_, { note }) => {
      const path = "Report.md";
      const sections = told(note)[1] ?? "";
      const findings = checkNotes(inputOf({ [path]: note.replace(/^(?!---)/, "---\ntags: [postmortem]\n---\n") }));
      const wrong = findings.filter(
        ({ rule, message }) =>
          factRules.has(rule) &&
          // A section that the note has not is missing indeed.
          !(rule === "missing-section" && !sections.includes(idOf(message))),
      );
      expect(wrong.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    });
  });
}

/** The id of the section that a message names by its English heading. */
function idOf(message: string): string {
  return (/`([^`]+)`/.exec(message)?.[1] ?? "").toLowerCase().replaceAll(" ", "-");
}
