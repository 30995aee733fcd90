import { describe, expect, it } from "vitest";
import {
  decodePercent,
  displayOf,
  findFrontmatter,
  hasScheme,
  inlineFootnoteEnd,
  keyIndent,
  longestInlineFootnote,
  maskedText,
  misplacedFrontmatter,
  parseNote,
  readYamlText,
  sectionEnds,
  splitTarget,
  withoutBlockId,
} from "../../src/note";

describe("a text without its block id", () => {
  it.each([
    ["Text ^id", "Text"],
    ["Text ^id  \n", "Text"],
    ["Text\n^id", "Text"],
    ["Text\n\n^a-1 \n\n", "Text"],
    ["[[Log]]^id", "[[Log]]"],
    ["]]^id", "]]^id"],
    ["a]]^id", "a]]"],
    ["^id", ""],
    ["Text^id", "Text^id"],
    ["Text ^", "Text ^"],
    ["Text ^a_b", "Text ^a_b"],
    ["Text ^a b", "Text ^a b"],
    ["10 ^6", "10"],
    ["a\n^b\nc ^d", "a\n^b\nc"],
    ["", ""],
  ])("%j is %j", (text, words) => {
    expect(withoutBlockId(text)).toBe(words);
  });
});

it.each([
  ["^[a] b", 4],
  ["^[a [b] c] d", 10],
  ["^[a \\] b] c", 9],
  ["^[a\\", -1],
  ["^[a", -1],
  ["^[a [b]", -1],
  ["^[]", 3],
  [`^[${"a".repeat(longestInlineFootnote - 2)}]`, longestInlineFootnote + 1],
  [`^[${"a".repeat(longestInlineFootnote - 1)}]`, -1],
])("a footnote in the line ends behind its bracket, and not too far away: %s", (text, end) => {
  expect(inlineFootnoteEnd(text, 0, text.length)).toBe(end);
  expect(inlineFootnoteEnd(`x${text}]`, 1, 1 + text.length)).toBe(end < 0 ? -1 : end + 1);
});

it.each([
  ["https://a.b", true],
  ["mailto:a@b", true],
  ["a+b-c.d:e", true],
  ["C:/a", false],
  ["a/b:c", false],
  ["1a:b", false],
  ["Note", false],
  ["a note: b", false],
])("%s leads out of the vault: %s", (address, outside) => {
  expect(hasScheme(address)).toBe(outside);
});

it("links are decoded, parted and shown as the app does it", () => {
  expect(["a%20b", "100%", "%E4%B8", "%41", "a b"].map(decodePercent)).toEqual(["a b", "100%", "%E4%B8", "A", "a b"]);
  expect(["A#B", "#B", "A##B#", "A", "A#^b"].map(displayOf)).toEqual(["A > B", "B", "A > B", "A", "A > ^b"]);
  expect(["A#B#C", " A ", " A #B ", "#B"].map(splitTarget)).toEqual([
    { linkpath: "A", subpath: "#B#C" },
    { linkpath: "A", subpath: "" },
    { linkpath: "A", subpath: "#B " },
    { linkpath: "", subpath: "#B" },
  ]);
});

describe("properties", () => {
  it("hold links, whose place is that of the value where it is written otherwise", () => {
    const text = '---\na: "[[x\\x41]]"\nb: "[[xA|y]]"\nc: ["[[xA]]", {d: \'[[xA]]\'}]\ne: "[[xA]] z"\n---\n[[xA]]\n';
    const places = parseNote(text).propertyLinks.map(({ key, span, targetSpan }) =>
      [key, ...[span, targetSpan].map(({ start, end }) => text.slice(start, end))].join(" "),
    );
    expect(places).toEqual(['a "[[x\\x41]]" "[[x\\x41]]"', "b [[xA|y]] xA", "c.0 [[xA]] xA", "c.1.d [[xA]] xA"]);
  });

  it.each([
    ["---\na: b\n---", 12],
    ["---\n---", 7],
    ["--- \t\r\na: b\r\n---\t\r\nText", 16],
    ["\ufeff---\na\n---\n", 10],
    ["---\na: b", null],
    ["----\n---", null],
    [" ---\n---", null],
    ["---\n--- x\n", null],
    ["---\n ---\n----\n", null],
    ["", null],
  ])("are found, at the top of a note alone: %j", (text, end) => {
    expect(findFrontmatter(text)?.end ?? null).toBe(end);
  });

  it.each([
    ["---\na: b\n---", ""],
    ["---\n  a: b\n  c: d\n---", "  "],
    ["---\n# x\n a: b\n---", " "],
    ["---\n---", ""],
    ["---\n{a: b}\n---", ""],
    ["Text", ""],
  ])("are written as far in as the first of them: %j", (text, indent) => {
    const note = parseNote(text);
    expect(keyIndent(text, note.frontmatter)).toBe(indent);
  });

  it.each([
    ["\n---\na: b\n---\n", "\n", false],
    ["\n \n\t\n---\na:\n---", "\n \n\t\n", false],
    ["\ufeff\n---\na: b\n---", "\n", false],
    ["<!-- x -->\n---\na: b\n---", "<!-- x -->\n", true],
    ["%% x %%\n\n<!-- y -->\n---\na: b\n---", "%% x %%\n\n<!-- y -->\n", true],
    ["\n---\r\na-b_C1: d\r\n---", "\n", false],
    ["---\na: b\n---", null, false],
    ["\n ---\na: b\n---", null, false],
    ["\n---\na b: c\n---", null, false],
    ["\n---\na:b\n---", null, false],
    ["\n---\nText\n---", null, false],
    ["\n---\na: b\n", null, false],
    ["Text\n---\na: b\n---", null, false],
    ["<!-- x -->---\na: b\n---", null, false],
    ["%% x %% y\n---\na: b\n---", null, false],
    ["\n", null, false],
    ["", null, false],
  ])("that stand too far down are known for what they should be: %j", (text, above, isCommented) => {
    const misplaced = misplacedFrontmatter(parseNote(text));
    const found = misplaced && text.slice(misplaced.above.start, misplaced.above.end);
    expect({ found, isCommented: misplaced?.isCommented ?? false }).toEqual({ found: above, isCommented });
    if (misplaced !== null) expect(text.slice(misplaced.mark.start, misplaced.mark.end)).toBe("---");
  });

  it("as a file of settings say what they say, the first of equal keys", () => {
    expect(readYamlText("a: 1\nb: {c: [x, 'y']}\na: 2\n")).toEqual({
      value: { a: 1, b: { c: ["x", "y"] } },
      problems: ["key `a` is set twice at line 3, column 1"],
    });
    expect(readYamlText("a: b: c")).toEqual({
      value: expect.anything() as unknown,
      problems: [expect.stringContaining("quotes") as unknown],
    });
  });
});

it("the section of a heading ends at the next one of its level, and with what it stands in", () => {
  const text = "# A\n\n### B\n\n## C\n\n> # D\n>\n> ## E\n\n- # F\n- # G\n\n  > # H\n\n# I\n";
  const note = parseNote(text);
  const ends = sectionEnds(note).map(({ end, containerEnd }) => [
    text.slice(0, end).split("\n").length,
    containerEnd && text.slice(0, containerEnd).split("\n").length,
  ]);
  expect(Object.fromEntries(note.headings.map((heading, index) => [heading.text, ends[index]]))).toEqual({
    A: [16, null],
    B: [5, null],
    C: [16, null],
    D: [9, 9],
    E: [9, 9],
    F: [11, 11],
    G: [14, 14],
    H: [14, 14],
    I: [17, null],
  });
});

it("a text is masked where nobody reads words, its line ends left", () => {
  const text = "---\na: b\n---\nSee [[Log]], `code`, %%x%% $y$\r\n\n```\nz\r\n```\n";
  expect(maskedText(parseNote(text)).replaceAll("\ufffc", "_")).toBe(
    "___\n____\n___\nSee _______, ______, _____ ___\r\n\n___\n_\r\n___\n",
  );
});
