import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { edgeCases, edgeVault, type EdgeCase } from "./edge-cases";
import { examplePath, inputOf } from "./replay";

/** A note with what one rule finds in it, each finding with the words that it points at and what would mend it. */
function told(rule: string, edge: EdgeCase): string {
  const { text, vault, settings } = typeof edge === "string" ? { text: edge } : edge;
  const notes: Readonly<Record<string, string>> = { ...(vault ?? edgeVault), [examplePath]: text };
  const at = ({ path, span }: { readonly path: string; readonly span: { start: number; end: number } }) =>
    `“${(notes[path] ?? "").slice(span.start, span.end)}”${path === examplePath ? "" : ` in ${path}`}`;
  const found = checkNotes(inputOf(notes, { settings, paths: [examplePath] })).filter((one) => one.rule === rule);
  const lines = found.flatMap(({ message, help, related = [], severity, fix, choices = [], ...place }) => [
    `  ${severity} at ${at(place)}: ${message}`,
    ...(help === undefined ? [] : [`    do ${help}`]),
    ...related.map((other) => `    see ${at(other)}: ${other.message}`),
    ...[...(fix === undefined ? [] : [fix]), ...choices].map((offer) => `    or ${JSON.stringify(offer)}`),
  ]);
  const around = [
    ...Object.entries(vault ?? {}).map(([path, other]) => `  beside ${path}: ${JSON.stringify(other)}`),
    ...(settings === undefined ? [] : [`  with the settings ${JSON.stringify(settings)}`]),
  ];
  return [text.trim(), ...around, ...(lines.length === 0 ? ["  nothing"] : lines), ""].join("\n");
}

describe("what lies at the edge of a rule", () => {
  it.each(Object.keys(edgeCases))("is found or passed as was looked at once: %s", async (id) => {
    const parts = (edgeCases[id] ?? []).map((edge) => told(id, edge));
    await expect(parts.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "edges", `${id}.txt`));
  });
});
