import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/note";

/*
 * The block structure of generated notes, ours against that of mdast with GFM. More runs:
 * RUNS=100000 npx vitest run test/note/commonmark.test.ts
 */
const RUNS = Number(process.env["RUNS"] ?? 500);

const mark = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("> ", ">", "- ", "* ", "+ ", "1. ", "1) ", "  ", "   ", "    ", "\t", " ") },
  { weight: 1, arbitrary: fc.constantFrom("2) ", "10. ") },
);
const marks = fc.array(mark, { maxLength: 3 }).map((parts) => parts.join(""));

const content = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("", "a", "b c", "text", "trailing  ", "`code`", "\\# escaped") },
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      "# h",
      "## h ##",
      "#",
      "#tag",
      "```",
      "~~~",
      "````js",
      "***",
      "---",
      "===",
      "- - -",
      "    code",
      "\ttab",
      "| a | b |",
      "| - | - |",
      "|--|",
      "[x]: /url",
      '[y]: <u v> "title"',
      "[^1]: note",
      "<div>",
      "</div>",
      "<!-- c",
      "-->",
      "<!-- c -->",
      "<b>x</b>",
      "<pre>",
      "<?x",
      "?>",
      "<!X",
      "&nbsp;",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("-", "*", "1.", "[ ] task", "[x] done", "<span>", "</pre>", "| c", "a | b") },
);

const note = fc
  .array(
    fc.tuple(marks, content).map((parts) => parts.join("")),
    { minLength: 1, maxLength: 8 },
  )
  // The first paragraph keeps `---` from opening frontmatter.
  .map((lines) => ["Start.", "", ...lines].join("\n"));

/** Where we differ on purpose. Notes to which one of these applies are not compared. */
const DIFFERENCES: { reason: string; applies: (text: string) => boolean }[] = [
  {
    reason:
      "mdast lets no empty item and no number but 1 start a list while any text block is open, in an outer container " +
      "or as indented code too; CommonMark says so of the paragraph that the item would interrupt",
    applies: (text) =>
      /(?:^|[ \t>])(?:[-+*]|\d+[.)])[ \t]*$/m.test(text) || /(?:^|[ \t>])(?!1[.)])\d+[.)](?:[ \t]|$)/m.test(text),
  },
  {
    reason: "for mdast a lone tag that is no block element interrupts a paragraph that the line continues lazily",
    applies: (text) => /<(?:span|b)>[ \t]*$|<\/(?:pre|b)>[ \t]*$/m.test(text),
  },
  {
    reason: "a table's header and rows need a pipe, as in Obsidian; GFM goes on to the next blank line",
    applies: (text) => /^[^|\n]*\n[^\n]*\|-[^\n]*|\|-[-| ]*\n(?:[^\n]*\|[^\n]*\n)*[^|\n]*[^|\s][^|\n]*$/m.test(text),
  },
  {
    reason: "mdast starts a setext heading with the link reference definitions before it",
    applies: (text) => /\[[xy]\]: [^]*\n[ \t>]*(?:===|---)$/m.test(text),
  },
  {
    reason: "a task box counts on the line of its marker only, and blocks may follow it, as in Obsidian",
    applies: (text) => /^(?!.*(?:[-+*]|1[.)]) {1,4}\[[ x]\] ).*\[[ x]\] /m.test(text),
  },
];

describe("blocks as CommonMark and GFM have them", () => {
  it("finds the same blocks, list items and quotes at the same positions", () => {
    let compared = 0;
    fc.assert(
      fc.property(note, (text) => {
        if (DIFFERENCES.some(({ applies }) => applies(text))) return;
        compared++;
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: RUNS, seed: 2024 },
    );
    expect(compared).toBeGreaterThan(RUNS / 3);
  });
});

/**
 * Trailing blanks belong to blocks for mdast; ours end with their last visible character. The two
 * also differ on whether a container that ends with bare quote marks holds them.
 */
function outline(text: string, type: string, start: number, end: number): string {
  return `${String(start).padStart(4)} ${type} ${JSON.stringify(text.slice(start, end).replace(/[\s>]+$/, ""))}`;
}

function ours(text: string): string[] {
  const { leaves, headings, listItems, quotes, footnotes } = parseNote(text);
  const levels = new Map(headings.map(({ level, span }) => [span.start, level]));
  return [
    ...leaves.map(({ type, span }) =>
      outline(text, type === "heading" ? `heading ${levels.get(span.start) ?? ""}` : type, span.start, span.end),
    ),
    ...listItems.map(({ fullSpan }) => outline(text, "item", fullSpan.start, fullSpan.end)),
    ...quotes.map(({ span }) => outline(text, "quote", span.start, span.end)),
    ...footnotes.filter(({ id }) => id !== "").map(({ span }) => outline(text, "footnote", span.start, span.end)),
  ].sort();
}

interface Tree {
  type: string;
  depth?: number;
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  children?: Tree[];
}

function theirs(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Tree): void => {
    const start = node.position?.start.offset ?? 0;
    switch (node.type) {
      case "heading":
        found.push(outline(text, `heading ${node.depth ?? ""}`, start + taskBox(text, start), end(node)));
        return;
      case "paragraph":
      case "code":
      case "html":
      case "thematicBreak":
      case "definition":
      case "table":
        found.push(outline(text, node.type, start, end(node)));
        return;
      case "blockquote":
        found.push(outline(text, "quote", start, end(node)));
        break;
      case "listItem":
        found.push(outline(text, "item", start, endOfLast(node)));
        break;
      case "footnoteDefinition":
        found.push(outline(text, "footnote", start, endOfLast(node)));
        break;
    }
    joinIndentedCode(text, node.children ?? []).forEach(visit);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found.sort();
}

/** The length of a task box; for mdast it belongs to a heading that starts with it. */
function taskBox(text: string, start: number): number {
  return /^\[[ x]\][ \t]+/.exec(text.slice(start, start + 9))?.[0].length ?? 0;
}

function end(node: Tree): number {
  return node.position?.end.offset ?? 0;
}

const REACHES_ON = new Set(["code", "html", "list", "listItem", "blockquote", "footnoteDefinition"]);

/** mdast lets an item or footnote that ends with an open fence or a footnote reach into the next line's marks. */
function endOfLast(node: Tree): number {
  const last = node.children?.at(-1);
  return last !== undefined && (node.type === "footnoteDefinition" || REACHES_ON.has(last.type))
    ? endOfLast(last)
    : end(node);
}

/** After a container has ended mdast gives each line of indented code a block of its own. */
function joinIndentedCode(text: string, nodes: readonly Tree[]): Tree[] {
  const joined: Tree[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (
      before?.position !== undefined &&
      node.position !== undefined &&
      isIndented(text, before) &&
      isIndented(text, node)
    ) {
      joined[joined.length - 1] = { ...before, position: { start: before.position.start, end: node.position.end } };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function isIndented(text: string, node: Tree): boolean {
  return node.type === "code" && !/[`~]/.test(text.charAt(node.position?.start.offset ?? 0));
}
