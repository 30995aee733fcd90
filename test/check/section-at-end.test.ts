import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { checkNotes, sectionAtEnd } from "../../src/check";
import { parseNote } from "../../src/note";
import { examplePath, inputOf } from "./replay";

const added = (text: string): string | null => {
  const edit = sectionAtEnd(parseNote(text, "x.md"), 2, "Impact");
  return edit === null ? null : applyEdits(text, [edit]);
};

describe("a section added at the end of a note", () => {
  it.each([
    ["text", "Text.\n", "Text.\n\n## Impact\n\nTODO: fill in\n"],
    ["Windows' line ends", "Text.\r\n", "Text.\r\n\r\n## Impact\r\n\r\nTODO: fill in\r\n"],
    ["nothing", "", "## Impact\n\nTODO: fill in"],
    ["closed code", "```\ncode\n```\n", "```\ncode\n```\n\n## Impact\n\nTODO: fill in\n"],
    ["a closed comment", "%%\nx\n%%\n", "%%\nx\n%%\n\n## Impact\n\nTODO: fill in\n"],
    ["closed math", "$$\nx\n$$\n", "$$\nx\n$$\n\n## Impact\n\nTODO: fill in\n"],
    ["a closed comment of HTML", "<!--\nx\n-->\n", "<!--\nx\n-->\n\n## Impact\n\nTODO: fill in\n"],
    ["a closed script", "<script>\nx\n</script>\n", "<script>\nx\n</script>\n\n## Impact\n\nTODO: fill in\n"],
    ["a closed element", "<div>\nx\n</div>\n", "<div>\nx\n</div>\n\n## Impact\n\nTODO: fill in\n"],
  ])("stands after %s", (_, text, expected) => {
    expect(added(text)).toBe(expected);
  });

  it.each([
    ["open code", "```\ncode\n"],
    ["an open comment", "Text.\n\n%%\nx\n"],
    ["a comment that has only begun", "Text.\n\n%%"],
    ["open math", "Text.\n\n$$\nx\n"],
    ["math that has only begun", "Text.\n\n$$"],
    ["an open tag", "Text.\n\n<div\n"],
    ["a script, which a blank line does not end", "Text.\n\n<script>\nx\n</b>\n"],
    ["a comment of HTML", "Text.\n\n<!-- x\n\n-- >\n"],
  ])("would be none after %s", (_, text) => {
    expect(added(text)).toBeNull();
  });
});

describe("the section that is missing", () => {
  const head = "---\ntitle: A\ndate: 2024-04-11\ntags: [postmortem]\n---\n";
  const fixed = (body: string): readonly (string | null)[] =>
    checkNotes(inputOf({ [examplePath]: head + body }))
      .filter(({ rule }) => rule === "missing-section")
      .map(({ fix }) => (fix === undefined ? null : (applyEdits(head + body, fix.edits) ?? "").slice(head.length)));
  const all = ["What Happened", "Timeline", "Root Cause", "Impact", "Action Items"];
  const note = (headings: readonly string[], level = "##"): string =>
    headings.map((heading) => `${level} ${heading}\n\nText.\n`).join("\n");

  it.each(all)("comes to its place between the others, on their level: %s", (missing) => {
    for (const level of ["##", "###"]) {
      const others = all.filter((heading) => heading !== missing);
      const [text = ""] = fixed(note(others, level));
      const found = [...(text ?? "").matchAll(/^(#+) (.*)$/gm)].map(
        ([, marks = "", words = ""]) => `${marks} ${words}`,
      );
      expect(found).toEqual(all.map((heading) => `${level} ${heading}`));
      expect(text).not.toMatch(/\n{3}|[^\n]\n#|#.*\n[^\n]/);
    }
  });
});
