import type { CheckInput, Diagnostic, Example, Rule } from "../../src/check";
import { checkNotes } from "../../src/check";
import { readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import { positionAt } from "../../src/base";
import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";

/** The rules that hold what a note states against what else it states. */
export const factRules = [
  "missing-timeline",
  "unreadable-time",
  "timeline-out-of-order",
  "timeline-without-zone",
  "wrong-zone",
  "zone-pair-mismatch",
  "event-outside-incident",
  "permalink-time-mismatch",
  "duration-mismatch",
  "milestone-order",
  "metric-mismatch",
  "figure-mismatch",
  "derived-time-conflict",
  "date-mismatch",
  "title-mismatch",
] as const;

/** Where an example's note stands when it does not say. */
export const examplePath = "Incident-2024-04-11-Example.md";

/** The moment at which every example is checked: a Wednesday noon, five weeks after the example's date. */
export const exampleNow = Date.UTC(2024, 4, 15, 12);

/** A library that holds the given notes; a path without `.md` becomes a file without text. */
export function libraryOf(notes: Readonly<Record<string, string>>): Library {
  const library = createLibrary();
  for (const path of Object.keys(notes)) library.add(path);
  for (const [path, text] of Object.entries(notes)) if (path.endsWith(".md")) library.update(path, text);
  return library;
}

/** What a check of the given notes starts from: default settings, a fixed clock, UTC. */
export function inputOf(
  notes: Readonly<Record<string, string>>,
  more: { readonly settings?: unknown; readonly paths?: readonly string[] } = {},
): CheckInput {
  const { settings, problems } = readSettings(more.settings ?? {});
  if (problems.length > 0) throw new Error(`settings of a test: ${JSON.stringify(problems)}`);
  return {
    library: libraryOf(notes),
    settings,
    clock: { now: exampleNow, zone: "UTC" },
    paths: more.paths ?? Object.keys(notes),
  };
}

/** What a check of one example starts from; only its own note is checked. */
export function exampleInput(example: Example): CheckInput {
  const path = example.path ?? examplePath;
  return inputOf({ ...example.vault, [path]: example.note }, { settings: example.settings, paths: [path] });
}

/** `line:column-line:column message`, with `path ` before it when it stands in another note than `home`. */
export function describeDiagnostic({ path, span, message }: Diagnostic, library: Library, home: string): string {
  const note = parseNote(library.note(path)?.text ?? "", path);
  const start = positionAt(note, span.start);
  const end = positionAt(note, span.end);
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${path === home ? "" : `${path} `}${place} ${message}`;
}

/** What one rule says about an example. */
export function replay(rule: Rule, example: Example): readonly string[] {
  const input = exampleInput(example);
  const home = example.path ?? examplePath;
  return checkNotes(input)
    .filter((diagnostic) => diagnostic.rule === rule.id)
    .map((diagnostic) => describeDiagnostic(diagnostic, input.library, home));
}
