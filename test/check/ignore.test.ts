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
    [
      "a property, beside others in a mapping",
      "---\npostmortem-ignore:\n  q: x\n---\n",
      "q",
      '---\npostmortem-ignore:\n  q: x\n  r: "known"\n---\n',
    ],
    [
      "a property, beside others in braces",
      "---\npostmortem-ignore: {q: x}\n---\n",
      "q",
      '---\npostmortem-ignore: {q: x, r: "known"}\n---\n',
    ],
    [
      "a property, beside one in quotes",
      '---\npostmortem-ignore: "q: x: y"\n---\n',
      "q",
      '---\npostmortem-ignore:\n  - "q: x: y"\n  - "r: known"\n---\n',
    ],
    [
      "a property, beside one with a remark",
      "---\npostmortem-ignore:\n  - q # so far\n---\n",
      "q",
      '---\npostmortem-ignore:\n  - q # so far\n  - "r: known"\n---\n',
    ],
  ])("in %s", (_where, text, at, expected) => {
    expect(ignored(text, "r", at)).toBe(expected);
    const windows = (lines: string): string => lines.replaceAll("\n", "\r\n");
    expect(ignored(windows(text), "r", at)).toBe(windows(expected));
  });

  /** Notes in which `¦` stands before what is to be ignored. */
  const places = [
    ...[
      "¦Text",
      "¦Text ^id",
      "¦Text ^id more",
      "Text\n¦goes on.\n",
      "Text ¦#tag 📅 2024-05-01",
      "¦[[Log]]",
      "¦![[Log]] and",
      "¦![[Log]]",
    ],
    ...["# ¦A", "# ¦A ^id\n", "¦A\n===\n", "> # ¦A", "- # ¦A", "> ¦Text", "> [!note] ¦Title\n> Text"],
    ...["- ¦a", "- a\n  - ¦b", "1. ¦a ^id", "- a\n\n  ¦b", "- ![[¦Log]]"],
    ...["@ada", "[[Ada]]", "@ada.b-c [[Ben]]", "[[Ada|A]]  @ben", "ada@example.com", "@ada 📅 2024-05-01 @ben"].map(
      (owner) => `- [ ] ¦Add ${owner}`,
    ),
    ...[
      "[due:: 2024-05-01]",
      "(due:: 2024-05-01)",
      "[x](y)",
      "➕ 2024-05-01",
      "⏫ 🔁 daily",
      "🏁 delete 🆔 a ⛔ b",
      "✅ 2024-05-01",
      "❌ 2024-05-01",
      "⏳ x",
      "🛫 x",
      "🔺",
      "🔼",
      "🔽",
      "⏬",
    ].flatMap((mark) => [`- [ ] ¦Add @ada ${mark} ^id`, `- ¦Add @ada ${mark} ^id`]),
    `- [ ] ¦Add ${"@someone ".repeat(40)}\n`,
    `- [ ] ¦Add @${"a".repeat(250)}`,
    ...[
      "| ¦a |\n| - |",
      "```\n¦a\n```",
      "Text\n\n$$\n¦a\n$$",
      "<div>¦a</div>",
      "%% ¦a %%",
      "- x\n\n  ```\n  ¦a\n  ```",
      "\n\n¦\n\nText",
      "---\n¦",
    ],
    ...["¦---\n---\n", "---\n¦\n---\n", "---\n¦title: A\n---", "---\ntitle: A\n¦---\nText"],
    ...[
      "[¦]",
      "¦",
      "q",
      "\n  - ¦q",
      "\n  - q\n  - s: t",
      "\n- q",
      "{¦q: r}",
      "\n  q: ¦r",
      "\n  q: r # so\n  ¦s: t",
      "\n  - q # so",
      '"a, b: c"',
      '"q: #r"',
      "[q,\n  s]",
      "'q: r'",
    ].map((value) => `---\npostmortem-ignore: ${value}\n${value.includes("¦") ? "" : "¦"}a: b\n---\n`),
  ];

  it("stands where it was looked at once", async () => {
    const told = places.map((marked) => {
      const start = marked.indexOf("¦");
      const text = marked.replace("¦", "");
      const edit = ignoreEdit(
        parseNote(text, "A.md"),
        { rule: "r", span: { start, end: start } },
        "  known\n since %%% ",
      );
      return `${marked}\n→\n${applyEdits(text, [edit]) ?? "does not fit"}\n`;
    });
    await expect(told.join("\n")).toMatchFileSnapshot("ignored.txt");
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
