import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes, rules, type Choice, type Diagnostic, type Fix } from "../../src/check";
import { exampleInput } from "./replay";

const words = (text: string): string => JSON.stringify(text);
const at = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `${String(start)}-${String(end)}`;

function fixed({ title, edits, scaffolds = false }: Fix): string {
  const changes = edits.map(({ path, span, text }) => `${path} ${at(span)} ${words(text)}`);
  return `${title}${scaffolds ? " (still to be written)" : ""}: ${changes.join(", ")}`;
}

function offered(choice: Choice): string {
  return "edits" in choice ? fixed(choice) : JSON.stringify(choice);
}

function told(diagnostic: Diagnostic): string {
  const { path, span, severity, message, help, related = [], fix, choices = [] } = diagnostic;
  return [
    `${path} ${at(span)} ${severity}: ${message}`,
    ...(help === undefined ? [] : [`  do: ${help}`]),
    ...related.map((other) => `  see: ${other.path} ${at(other.span)} ${other.message}`),
    ...(fix === undefined ? [] : [`  fix: ${fixed(fix)}`]),
    ...choices.map((choice) => `  or: ${offered(choice)}`),
  ].join("\n");
}

describe("what the rules say", () => {
  it("is, of each of their examples, what was looked at once", async () => {
    const text = rules
      .map((rule) => {
        const found = rule.examples.flatMap((example) =>
          checkNotes(exampleInput(example)).filter((diagnostic) => diagnostic.rule === rule.id),
        );
        return [`## ${rule.id}`, ...found.map(told), ""].join("\n");
      })
      .join("\n");
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "messages.txt"));
  });
});
