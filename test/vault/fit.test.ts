import { describe, expect, it } from "vitest";
import { expand, hasStrictLineBreaks, unfitEmbeds } from "../../src/vault";
import { libraryOf } from "./library-of";

const notes = {
  "Word.md": "One [[line]] with `code`.",
  "Lines.md": "One\n\nTwo",
  "Heading.md": "# A heading",
  "Code.md": "```\ncode\n```",
  "Noted.md": "Words[^1]\n\n[^1]: ```\n    code\n    ```",
  "Nested.md": "Before ![[Word]] after",
  "Deep.md": "Before ![[Code]] after",
  "Gone.md": "Before ![[Nowhere]] after",
  "Cell.md": "| a |\n| - |\n| ![[Word]] |",
  "Quote.md": "> ![[Lines]]\n\n![[Code]]",
};

/** What does not fit into its place, of all that a note shows. */
function unfit(text: string): readonly string[] {
  const library = libraryOf({ ...notes, "Host.md": text });
  const host = library.note("Host.md");
  if (host === null) throw new Error("the host is no note");
  const expansion = expand(library, host, { start: 0, end: text.length }, { depth: 10 });
  return unfitEmbeds(expansion).map(({ problem }) => problem.message);
}

describe("what an embed shows", () => {
  it.each([
    ["![[Code]]\n\n> ![[Code]]\n\n- ![[Lines]]", []],
    ["# ![[Word]] ![[Nested]]", []],
    ["# ![[Lines]]", ["`Lines` does not fit into a heading"]],
    ["# ![[Heading]]", ["`Heading` does not fit into a heading"]],
    ["> [!note] ![[Lines]]", ["`Lines` does not fit into a heading"]],
    ["> [!note] Title\n> ![[Lines]]", []],
    ["| a |\n| - |\n| ![[Lines]] ![[Heading]] ![[Nested]] |", []],
    ["| a |\n| - |\n| ![[Code]] |", ["`Code` does not fit into a table cell"]],
    ["| a |\n| - |\n| ![[Deep]] |", ["`Deep` does not fit into a table cell"]],
    ["| a |\n| - |\n| ![[Gone]] |", []],
    ["| a |\n| - |\n| ![[Cell]] |", ["`Cell` does not fit into a table cell"]],
    ["| a |\n| - |\n| ![[Noted]] |", []],
    ["Text^[![[Lines]]] on", []],
    ["Text^[![[Code]]] on ![[Code]]", ["`Code` does not fit into a footnote of the line"]],
    ["Text^[note] ![[Code]]", []],
    ["^[![[Code]]]", ["`Code` does not fit into a footnote of the line"]],
    ["Text ^[open ![[Code]]", []],
    ["![[Quote]]\n\n# ![[Quote]]", ["`Quote` does not fit into a heading"]],
    ["![[Nested]]\n\n![[Cell]]", []],
  ])("%j fits, or is told", (text, messages) => {
    expect(unfit(text)).toEqual(messages);
  });
});

it.each([
  [null, false],
  ["", false],
  ["{", false],
  ["[]", false],
  ["null", false],
  ["{}", false],
  ['{"strictLineBreaks": false}', false],
  ['{"strictLineBreaks": "true"}', false],
  ['{"strictLineBreaks": true}', true],
])("the app's settings %s make line breaks strict: %s", (text, strict) => {
  expect(hasStrictLineBreaks(text)).toBe(strict);
});
