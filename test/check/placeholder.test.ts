import { describe, expect, it } from "vitest";
import { placeholderIn } from "../../src/incident";
import { expectLinear, repeated } from "../linear";

function found(text: string): string | null {
  const span = placeholderIn(text);
  return span === null ? null : text.slice(span.start, span.end);
}

describe("placeholderIn", () => {
  it.each([
    ["TODO", "TODO"],
    ["TODO: summarise the outage", "TODO"],
    ["**TODO** summarise", "TODO"],
    ["2) TODO Configuration management", "TODO"],
    ["[ ] TODO", "TODO"],
    ["Owner: TODO", "TODO"],
    ["(TODO)", "TODO"],
    ["The exact number is TBD and will follow", "TBD"],
    ["2023-01-04 (Time TBC)", "TBC"],
    ["FIXME: wrong graph", "FIXME"],
    ["tbd", "tbd"],
    ["tbd.", "tbd"],
    ["**Revenue impact:** tbd", "tbd"],
    ["Duration: to be determined", "to be determined"],
    ["nope.", "nope"],
    ["...", "..."],
    ["???", "???"],
    ["HH:MM Alert fired", "HH:MM"],
    ["2024-03-13 HH:mm", "HH:mm"],
    ["YYYY-MM-DD", "YYYY-MM-DD"],
    ["{{title}} Retro", "{{title}}"],
    ["{{date:YYYY-MM-DD}}", "{{date:YYYY-MM-DD}}"],
    ["<% tp.file.title %>", "<% tp.file.title %>"],
    ["Service: <service name>", "<service name>"],
    ["<summary of the incident>", "<summary of the incident>"],
    ["The <service> was down", "<service>"],
    ["[Insert a graph here]", "[Insert a graph here]"],
    ["Lorem ipsum dolor", "Lorem ipsum"],
  ])("finds the placeholder in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    "The TODO list was not updated",
    "We removed the TODO from the code",
    "See TODO.md and the #TODO tag",
    "TBC-123 was closed",
    "TODO-app was down",
    "None",
    "n/a",
    "Was it caught by a test? Nope, the test was skipped.",
    "Dates are written in the format YYYY-MM-DD",
    "The pattern HH:MM did not parse",
    "The chart uses {{ .Values.replicas }}",
    "It took <b>five</b> minutes<br>",
    "Hold <kbd>Ctrl</kbd>",
    "The list holds List<String> and Map<name>",
    "A value < 5 and > 3",
    "5 <name",
    "<input disabled>",
    "instead of changed <this file>",
    "Wait... what happened?",
    "at 14:?? somebody restarted it",
    "{{ 06:10 }}",
    "[x] done",
    "[your runbook](https://example.com)",
    "A method <name>x</name>",
    "",
  ])("leaves %j alone", (text) => {
    expect(found(text)).toBeNull();
  });

  it("takes time in proportion to the text", async () => {
    for (const text of ["TODO ", "TBD-1 ", "<", "<a ", "{{", "[insert ", "... ", "a: ", "?", "HH:", " ", "*", "(1) "])
      await expectLinear((long) => placeholderIn(long), repeated(text));
  });
});
