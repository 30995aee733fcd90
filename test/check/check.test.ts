import { describe, expect, it } from "vitest";
import { checkEach, checkInSteps, checkNote, checkNotes, sortDiagnostics } from "../../src/check";
import type { Diagnostic } from "../../src/check";
import { parseNote } from "../../src/note";
import { describeDiagnostic, examplePath, inputOf } from "./replay";

const path = examplePath;

/** `severity rule` of what is found about wording and links, which these tests speak of. */
function found(
  diagnostics: readonly Diagnostic[],
  rules: readonly string[] = ["blame-language", "broken-link", "internal-error"],
): readonly string[] {
  return diagnostics.filter(({ rule }) => rules.includes(rule)).map(({ severity, rule }) => `${severity} ${rule}`);
}

describe("checkNotes", () => {
  it("reports in the order of paths, then of the text", () => {
    const notes = { "b.md": "See [[Gone]] and human error.", "a.md": "Human error." };
    const places = checkNotes(inputOf(notes)).map(({ path, span }) => [path, span.start] as const);
    expect(places).toEqual([...places].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1])));
    expect(new Set(places.map(([path]) => path))).toEqual(new Set(["a.md", "b.md"]));
  });

  it("passes over paths that the library does not hold, and checks a note named twice once", () => {
    expect(checkEach({ ...inputOf({}), paths: ["gone.md"] })).toEqual(new Map());
    const input = inputOf({ [path]: "Human error." });
    expect(checkNotes({ ...input, paths: [path, path] })).toEqual(checkNotes(input));
  });

  it("takes severities from the settings, and leaves out what they switch off", () => {
    const note = { [path]: "See [[Gone]] and human error." };
    expect(found(checkNotes(inputOf(note)))).toEqual(["warning broken-link", "warning blame-language"]);
    const settings = { rules: { "broken-link": { severity: "off" }, "blame-language": { severity: "error" } } };
    expect(found(checkNotes(inputOf(note, { settings })))).toEqual(["error blame-language"]);
  });

  it("takes a missing picture less seriously than a missing note", () => {
    const note = { [path]: "![[graph.png]]\n\n![[Incident Timeline]]" };
    expect(found(checkNotes(inputOf(note)), ["broken-embed"])).toEqual(["warning broken-embed", "error broken-embed"]);
  });

  it("lets the settings' severity win over that of a single finding", () => {
    const note = { [path]: "## Impact\n\nTODO" };
    expect(found(checkNotes(inputOf(note)), ["unfilled-placeholder"])).toEqual(["warning unfilled-placeholder"]);
    const settings = { rules: { "unfilled-placeholder": { severity: "error" } } };
    expect(found(checkNotes(inputOf(note, { settings })), ["unfilled-placeholder"])).toEqual([
      "error unfilled-placeholder",
    ]);
  });

  it("gives rules the options of the settings, and their defaults where those do not fit", () => {
    const note = { [path]: "## Action Items\n\n- [x] Revert the deploy" };
    const withOptions = (options: unknown): readonly string[] =>
      found(checkNotes(inputOf(note, { settings: { rules: { "action-item-without-owner": { options } } } })), [
        "action-item-without-owner",
      ]);
    expect(withOptions({ ignoreDone: false })).toEqual(["warning action-item-without-owner"]);
    expect(withOptions({ ignoreDone: "no" })).toEqual([]);
    expect(withOptions(7)).toEqual([]);
  });

  it("reads the same notes anew when the settings are others", () => {
    const item = "## Action Items\n\n- [d] Add a pool alert";
    const notes = { [path]: item.replace("[d]", "[ ]"), "Incident-2024-01-05-Old.md": item };
    const input = inputOf(notes, { paths: [path] });
    expect(found(checkNotes(input), ["duplicate-action-item"])).toHaveLength(1);
    const { settings } = inputOf({}, { settings: { doneMarks: ["d"] } });
    expect(found(checkNotes({ ...input, settings }), ["duplicate-action-item"])).toEqual([]);
  });

  it("reads what two rules ask of all other postmortems in small steps, when they are new and when settings are others", () => {
    const others = Array.from({ length: 40 }, (_, index) => [`Incident-2024-01-05-${index}.md`, `- [ ] Do ${index}`]);
    const template = { newNote: { template: "Template.md" } };
    const input = inputOf(
      { [path]: "", "Template.md": "Say what it cost", ...(Object.fromEntries(others) as Record<string, string>) },
      { settings: template },
    );
    const note = input.library.note(path);
    if (note === null) throw new Error("the note was just added");
    const stepsWith = (context: typeof input): number => {
      const steps = checkInSteps(note, context);
      let count = 0;
      while (steps.next().done !== true) count++;
      return count;
    };
    const anew = stepsWith(input);
    const again = stepsWith(input);
    expect(anew - again).toBeGreaterThanOrEqual(80);
    const { settings } = inputOf({}, { settings: { ...template, doneMarks: ["d"] } });
    expect(stepsWith({ ...input, settings }) - again).toBeGreaterThanOrEqual(80);
  });

  it("reports a rule that breaks down, and still runs the others", () => {
    const input = inputOf({ [path]: "See [[Gone]] and human error." });
    const resolve = (): never => {
      throw new Error("the disk is gone");
    };
    const diagnostics = checkNotes({ ...input, library: { ...input.library, resolve } });
    expect(found(diagnostics)).toContain("warning blame-language");
    const failures = diagnostics.filter(({ rule }) => rule === "internal-error").map(({ message }) => message);
    expect(failures).toContain("rule `broken-link` failed: the disk is gone");
    const { settings } = inputOf({}, { settings: { rules: { "internal-error": { severity: "off" } } } });
    const silent = checkNotes({ ...input, settings, library: { ...input.library, resolve } });
    expect(silent).toEqual(diagnostics.filter(({ rule }) => rule !== "internal-error"));
  });

  it("reports a note that cannot be checked at all, and checks the others", () => {
    const odd = "Incident-2024-01-05-Odd.md";
    const input = inputOf({ [path]: "human error", [odd]: "human error" }, { paths: [odd, path] });
    const note = (wanted: string) => {
      if (wanted === odd) throw new Error("not thought of");
      return input.library.note(wanted);
    };
    const diagnostics = checkNotes({ ...input, library: { ...input.library, note } });
    expect(found(diagnostics.filter((each) => each.path === path))).toContain("warning blame-language");
    expect(diagnostics.filter((each) => each.path === odd)).toMatchObject([
      { rule: "internal-error", severity: "error", message: "the check failed: not thought of" },
    ]);
  });

  it("survives whatever note it is given", () => {
    for (const text of [
      "",
      "\ufeff",
      "---\n",
      "---\n---",
      "\0\0\0",
      "- [ ]",
      "%%",
      "```",
      "![[",
      "[[]]",
      "#",
      "---\n__proto__: 1\nconstructor: 2\n---\n",
      "---\n? [a]\n: b\n---\n",
    ]) {
      expect(found(checkNotes(inputOf({ [path]: text })), ["internal-error"])).toEqual([]);
    }
  });

  it("gives every span a place in its note", () => {
    for (const text of ["", "\ufeff", "---\ntitle:\n---", "## Impact", "a\r\n## Impact\r\n"]) {
      for (const { span } of checkNotes(inputOf({ [path]: text }))) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe("checkEach", () => {
  it("keeps apart what each postmortem's check led to", () => {
    const byNote = checkEach(inputOf({ "a.md": "Human error.", "b.md": "Fine." }));
    expect([...byNote.keys()]).toEqual(["a.md", "b.md"]);
    expect(found(byNote.get("a.md") ?? [])).toEqual(["warning blame-language"]);
    expect(found(byNote.get("b.md") ?? [])).toEqual([]);
  });
});

describe("checkNote", () => {
  it("checks the text that is being typed, not the one that the library holds", () => {
    const input = inputOf({ [path]: "Fine." });
    const typed = parseNote("## Impact\n\nHuman error, see [[#Impact]] and [[#Cause]].", path);
    const diagnostics = checkNote(typed, input);
    expect(
      diagnostics
        .filter(({ rule }) => ["blame-language", "broken-link"].includes(rule))
        .map((diagnostic) => describeDiagnostic(diagnostic, { ...input.library, note: () => typed }, path)),
    ).toEqual(["3:1-3:12 `Human error` blames people", "3:34-3:44 this note has no heading `Cause`"]);
    expect(input.library.note(path)?.text).toBe("Fine.");
  });

  it("finds the same as checkNotes in a note that the library holds", () => {
    const input = inputOf({ [path]: "# A\n\nTODO: see [[Gone]]." });
    expect(checkNote(parseNote("# A\n\nTODO: see [[Gone]].", path), input)).toEqual(checkNotes(input));
  });
});

describe("sortDiagnostics", () => {
  it("reports once what two postmortems lead to", () => {
    const diagnostic: Diagnostic = {
      path: "Timeline.md",
      rule: "wrong-zone",
      severity: "warning",
      span: { start: 3, end: 8 },
      message: "`PST` was not in force",
    };
    const later = { ...diagnostic, span: { start: 9, end: 12 } };
    expect(sortDiagnostics([later, diagnostic, { ...diagnostic }])).toEqual([diagnostic, later]);
  });
});
