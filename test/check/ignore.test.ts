import { describe, expect, it } from "vitest";
import { checkNotes, ignoreEdit, rules } from "../../src/check";
import type { Diagnostic } from "../../src/check";
import { applyEdits } from "../../src/base";
import { parseNote } from "../../src/note";
import { exampleInput, examplePath, inputOf } from "./replay";

function ignored(text: string, rule: string, at: string, reason = "known"): string | null {
  const start = text.indexOf(at);
  const edit = ignoreEdit(parseNote(text, "A.md"), { rule, span: { start, end: start + at.length } }, reason);
  return applyEdits(text, [edit]);
}

describe("ignoring a problem", () => {
  it.each([
    [
      "a paragraph, before its block id",
      "Text here. ^id\n",
      "here",
      "Text here. %% postmortem-ignore r: known %% ^id\n",
    ],
    [
      "a task, before the dates that plugins read from its end",
      "- [ ] Add alert 📅 2024-05-01\n",
      "alert",
      "- [ ] Add alert %% postmortem-ignore r: known %% 📅 2024-05-01\n",
    ],
    ["an item", "- one\n- two\n", "one", "- one %% postmortem-ignore r: known %%\n- two\n"],
    ["a heading", "## Impact\n\ntext\n", "Impact", "## Impact\n\n%% postmortem-ignore r: known %%\n\ntext\n"],
    ["an embed", "a\n\n![[Log]]\n", "![[Log]]", "a\n\n%% postmortem-ignore r: known %%\n\n![[Log]]\n"],
    ["a table", "a\n\n| x |\n| - |\n| y |\n", "y", "a\n\n%% postmortem-ignore r: known %%\n\n| x |\n| - |\n| y |\n"],
    ["a property", "---\ntitle: A\n---\n", "title", '---\ntitle: A\npostmortem-ignore:\n  - "r: known"\n---\n'],
    [
      "a property that is indented",
      "---\n title: A\n---\n",
      "title",
      '---\n title: A\n postmortem-ignore:\n   - "r: known"\n---\n',
    ],
    [
      "a property, beside others in a list",
      '---\npostmortem-ignore:\n  - "q: x"\n---\n',
      "q",
      '---\npostmortem-ignore:\n  - "q: x"\n  - "r: known"\n---\n',
    ],
    [
      "a property, beside others in brackets",
      "---\npostmortem-ignore: [q]\n---\n",
      "q",
      '---\npostmortem-ignore: [q, "r: known"]\n---\n',
    ],
    [
      "a property, beside one",
      "---\npostmortem-ignore: q\n---\n",
      "q",
      '---\npostmortem-ignore:\n  - q\n  - "r: known"\n---\n',
    ],
  ])("in %s", (_where, text, at, expected) => {
    expect(ignored(text, "r", at)).toBe(expected);
  });

  it("keeps a reason from ending the comment", () => {
    expect(ignored("text", "r", "text", "it is\n%% fine")).toBe("text %% postmortem-ignore r: it is % fine %%");
  });

  const examples = rules.flatMap((rule) =>
    rule.examples.filter(({ expect: found }) => found.length > 0).map((example) => ({ rule, example })),
  );
  it.each(examples.map(({ rule, example }) => [rule.id, example] as const))(
    "silences %s and nothing else: %o",
    (id, example) => {
      if (id === "unused-suppression" || id === "internal-error") return;
      const input = exampleInput(example);
      const path = example.path ?? examplePath;
      const before = checkNotes(input);
      const target = before.find((problem) => problem.rule === id && problem.path === path);
      const note = input.library.note(path);
      if (target === undefined || note === null) return;
      const text = applyEdits(note.text, [ignoreEdit(note, target, "known")]);
      expect(text).not.toBeNull();

      const after = checkNotes(
        inputOf({ ...example.vault, [path]: text ?? "" }, { settings: example.settings, paths: [path] }),
      );
      const count = (problems: readonly Diagnostic[], rule: string): number =>
        problems.filter((problem) => problem.rule === rule).length;
      expect(count(after, id), text ?? "").toBeLessThan(count(before, id));
      for (const { id: other } of rules)
        if (other !== id)
          expect(count(after, other), `${other} in ${text ?? ""}`).toBeLessThanOrEqual(count(before, other));
    },
  );
});
