import { describe, expect, it } from "vitest";
import type { Note } from "../../src/note";
import { parseNote } from "../../src/note";
import type { Span } from "../../src/base";

/** The source of a span. */
function cut(note: Note, { start, end }: Span): string {
  return note.text.slice(start, end);
}

function sources(note: Note, facts: readonly { readonly span: Span }[]): string[] {
  return facts.map(({ span }) => cut(note, span));
}

function leaves(text: string): string[] {
  const note = parseNote(text);
  return note.leaves.map(({ type, span }) => `${type}: ${cut(note, span)}`);
}

function sections(text: string): string[] {
  const note = parseNote(text);
  return note.sections.map(({ type, span }) => `${type}: ${cut(note, span)}`);
}

describe("headings", () => {
  it("have their text without the marks, links and emphasis as written", () => {
    const note = parseNote("# A [[b]] *c* ##\n\n## C# ##x\n\n#\n\nSetext\n===\n\n#tag\n\n#######\n");
    expect(note.headings.map(({ level, text }) => [level, text])).toEqual([
      [1, "A [[b]] *c*"],
      [2, "C# ##x"],
      [1, ""],
      [1, "Setext"],
    ]);
    expect(sources(note, note.headings)).toEqual(["# A [[b]] *c* ##", "## C# ##x", "#", "Setext\n==="]);
  });

  it("stand at the root or in a container", () => {
    const { headings } = parseNote("# a\n\n> # b\n\n- # c\n- [ ] # d\n");
    expect(headings.map(({ text, root }) => [text, root])).toEqual([
      ["a", true],
      ["b", false],
      ["c", false],
      ["d", false],
    ]);
  });
});

describe("list items", () => {
  it("know task, text, parent, depth and list", () => {
    const note = parseNote("- [ ] a\n  - [/] b\n    more\n  - c\n- [\u{1f525}] d\n\n1) e\n\n* f\n");
    expect(
      note.listItems.map((item) => [
        item.task?.mark ?? "",
        cut(note, item.textSpan),
        item.parent && note.listItems.indexOf(item.parent),
        item.depth,
        item.list,
      ]),
    ).toEqual([
      [" ", "a", null, 0, 0],
      ["/", "b\n    more", 0, 1, 1],
      ["", "c", 0, 1, 1],
      ["\u{1f525}", "d", null, 0, 0],
      ["", "e", null, 0, 2],
      ["", "f", null, 0, 3],
    ]);
    expect(note.listItems.map(({ fullSpan }) => cut(note, fullSpan))[0]).toBe("- [ ] a\n  - [/] b\n    more\n  - c");
  });

  it("are tasks only when a blank follows the box", () => {
    const { listItems } = parseNote("- [x]\n- [x]y\n- [ ] \n- [xy] z\n- [](a)\n- [x](a)\n+ [[] a\n");
    expect(listItems.map(({ task }) => task?.mark ?? null)).toEqual([null, null, " ", null, null, null, "["]);
  });

  it("may open another list on their own line", () => {
    const { listItems } = parseNote("- [ ] 1. a\n- - b\n");
    expect(listItems.map(({ parent, depth }) => [parent && listItems.indexOf(parent), depth])).toEqual([
      [null, 0],
      [0, 1],
      [null, 0],
      [2, 1],
    ]);
  });

  it("go on lazily, but never with a block id", () => {
    const note = parseNote("- a\nlazy\n^id\n");
    expect(cut(note, note.listItems[0]?.textSpan ?? { start: 0, end: 0 })).toBe("a\nlazy");
  });

  it("nest to a limit and are text beyond it", () => {
    expect(parseNote("- ".repeat(500)).listItems.length).toBeLessThan(200);
  });

  it("have no text when a list or code comes first", () => {
    const note = parseNote("- ```\n  a\n  ```\n\n  b\n-\n");
    expect(note.listItems.map(({ textSpan }) => textSpan.end - textSpan.start)).toEqual([0, 0]);
  });
});

describe("quotes and callouts", () => {
  it("know type, fold and title, which is a block of its own", () => {
    const note = parseNote("> [!NOTE|wide]- A [[b]]\n> text\n> > [!tip]\n> > deep\n\n> plain\nlazy\n");
    expect(
      note.quotes.map(({ callout, parent }) => [
        callout?.type,
        callout?.fold,
        callout === null ? "" : cut(note, callout.title),
        parent && note.quotes.indexOf(parent),
      ]),
    ).toEqual([
      ["NOTE", "-", "A [[b]]", null],
      ["tip", "", "", 0],
      [undefined, undefined, "", null],
    ]);
    expect(sources(note, note.leaves)).toEqual(["A [[b]]", "text", "deep", "plain\nlazy"]);
    expect(note.sections.map(({ type }) => type)).toEqual(["callout", "blockquote"]);
  });

  it("hold blocks right after the title", () => {
    expect(leaves("> [!note] A\n> 2. b\n> ---\n>     c\n")).toEqual([
      "paragraph: A",
      "paragraph: b",
      "thematicBreak: ---",
      "code:     c",
    ]);
  });

  it("read marks that go on over their lines", () => {
    const note = parseNote('> [a\n> b](c\n> "t") `d\n> e` %% f\n> g %%\n> [h]: <i>\n\n> [j]:\n> k\n');
    expect(note.links.map(({ target }) => target)).toEqual(["c"]);
    expect(note.code.map(({ span }) => cut(note, span))).toEqual(["`d\n> e`"]);
    expect(sources(note, note.comments)).toEqual(["%% f\n> g %%"]);
    expect(note.referenceLinks.map(({ id, target }) => [id, target])).toEqual([["j", "k"]]);
  });
});

describe("block ids", () => {
  const idsIn = (text: string) => parseNote(text).blockMarks.map(({ id }) => id);

  it("stand at the end of headings, of lines and of paragraphs, and behind a wikilink without a blank", () => {
    expect(idsIn("## A ^head\n\none ^line\ntwo ^end\n\n![[p.png]]^shot\n\n- x ^item\n  y\n")).toEqual([
      "head",
      "line",
      "end",
      "shot",
      "item",
    ]);
  });

  it("are no short numbers within a paragraph, no words and no code", () => {
    expect(idsIn("10 ^6\ntimes f(x)^n\n\n`a ^b`\n\n    c ^d\n")).toEqual([]);
  });

  it("are none of the words of their heading", () => {
    expect(parseNote("## Pool ^pool\n").headings[0]?.text).toBe("Pool");
  });
});

describe("links", () => {
  it("know target, display and where they lead", () => {
    const { links } = parseNote(
      '[[A]] [[A#B#^c|d | e]] [x](a%20b.md#c) [y](<d e> "t") [z](https://e.f) <mailto:g@h> https://i.j/(k).',
    );
    expect(links.map(({ kind, target, display, external }) => [kind, target, display, external])).toEqual([
      ["wikilink", "A", "A", false],
      ["wikilink", "A#B#^c", "d | e", false],
      ["markdown", "a b.md#c", "x", false],
      ["markdown", "d e", "y", false],
      ["markdown", "https://e.f", "z", true],
      ["autolink", "mailto:g@h", "mailto:g@h", true],
      ["autolink", "https://i.j/(k)", "https://i.j/(k)", true],
    ]);
  });

  it("lead to the note itself where they are words alone; a note does not show itself", () => {
    const { links, embeds } = parseNote("Ask [[|the team]], ![[|it]].");
    expect(links.map(({ target, display }) => [target, display])).toEqual([["", "the team"]]);
    expect(embeds).toEqual([]);
  });

  it("are no links without a target, in code, escaped, or over a line end", () => {
    expect(
      parseNote("[[]] [[ ]] [[|]] [a]() \\[[b]] `[[c]]` [[d\ne]] \\[f](g) [h] (i)").links.map(({ target }) => target),
    ).toEqual([]);
  });

  it("do not nest, but may hold an image", () => {
    const note = parseNote("[a [b](c) d](e) [![f](g.png)](h)");
    expect(note.links.map(({ target }) => target)).toEqual(["c", "h"]);
    expect(note.embeds.map(({ target }) => target)).toEqual(["g.png"]);
  });

  it("take the innermost brackets, and broken encoding as written", () => {
    expect(parseNote("[[[a]] [[b [[c]] [d](100%.md)").links.map(({ target }) => target)).toEqual(["a", "c", "100%.md"]);
  });

  it("write the pipe of an alias as `\\|` in tables", () => {
    const note = parseNote("| a | b |\n|---|---|\n| [[c\\|d]] | `e \\| f` |\n");
    expect(note.links.map(({ target, display }) => [target, display])).toEqual([["c", "d"]]);
    expect(note.tables[0]?.rows.map(({ cells }) => cells.map((cell) => cut(note, cell)))).toEqual([
      ["a", "b"],
      ["[[c\\|d]]", "`e \\| f`"],
    ]);
  });
});

describe("embeds", () => {
  it("know note, subpath, alias and size", () => {
    const { embeds } = parseNote(
      "![[A#B#C|d]] ![[i.png|300]] ![[i.png|alt|300x200]] ![[#^e]] ![f|50](g%20h.png) ![](https://i.j)",
    );
    expect(
      embeds.map(({ linkpath, subpath, display, size, external }) => [
        linkpath,
        subpath,
        display,
        size?.width,
        size?.height,
        external,
      ]),
    ).toEqual([
      ["A", "#B#C", "d", undefined, undefined, false],
      ["i.png", "", "300", 300, null, false],
      ["i.png", "", "alt|300x200", 300, 200, false],
      ["", "#^e", "^e", undefined, undefined, false],
      ["g h.png", "", "f|50", 50, null, false],
      ["https://i.j", "", "", undefined, undefined, true],
    ]);
  });
});

describe("tags", () => {
  it("stand after whitespace, a mark or at the start, and are more than digits", () => {
    const { tags } = parseNote(
      "#a/b-c_1 x#d (#e) #1 #1a **#f** `g`#h \\##i \u3000#\u4e8b\u6545\uff1a#j \u{1f525}#k #l\u{1f525}. #\n# #m",
    );
    expect(tags.map(({ tag }) => tag)).toEqual([
      "#a/b-c_1",
      "#1a",
      "#f",
      "#h",
      "#i",
      "#\u4e8b\u6545\uff1a",
      "#j",
      "#l\u{1f525}",
      "#m",
    ]);
  });

  it("count in `%%` comments, not in code, HTML comments, math or addresses", () => {
    const { tags } = parseNote(
      "%% #a %% <!-- #b --> ` #c` $x #e$ https://f/ #g\n\n%%\n#h\n%%\n\n```\n#i\n```\n\n<!--\n#j\n-->\n\n$$\n#k\n$$\n",
    );
    expect(tags.map(({ tag }) => tag)).toEqual(["#a", "#g", "#h"]);
  });
});

describe("block ids", () => {
  it("name paragraphs, list items, and the block before a line of their own", () => {
    const note = parseNote(
      "text ^a1\n\n- item ^B-2\n  - child\n\n| t |\n|---|\n| u |\n^c3\n\n> quote\n\n^d4\n\n- x\n- y\n^e5\n\na^f6 ^g_7\n",
    );
    expect(
      [...note.blocks].map(([key, { id, span, item }]) => [
        key,
        id,
        cut(note, span),
        item && note.listItems.indexOf(item),
      ]),
    ).toEqual([
      ["a1", "a1", "text ^a1", null],
      ["b-2", "B-2", "- item ^B-2", 0],
      ["c3", "c3", "| t |\n|---|\n| u |", null],
      ["d4", "d4", "> quote", null],
      ["e5", "e5", "- x\n- y", null],
    ]);
    expect(note.sections.filter(({ id }) => id !== undefined).map(({ type, id }) => [type, id])).toEqual([
      ["paragraph", "a1"],
      ["table", "c3"],
      ["blockquote", "d4"],
      ["list", "e5"],
    ]);
    expect(note.listItems.map(({ id }) => id)).toEqual(["B-2", undefined, undefined, undefined]);
  });

  it("count once: the first of two equal ones", () => {
    const { blocks } = parseNote("a ^x\n\nb ^X\n");
    expect(blocks.get("x")?.span).toEqual({ start: 0, end: 4 });
  });
});

describe("comments", () => {
  it("are blocks that interrupt paragraphs, and hide lists, headings and code in them", () => {
    const note = parseNote("text\n%%\n- [ ] a\n# b\n```\n[[c]]\n%%\nafter\n\n%% one line %%\n\nx %% inline %% y\n");
    expect(note.leaves.map(({ type }) => type)).toEqual(["paragraph", "comment", "paragraph", "comment", "paragraph"]);
    expect(note.listItems).toEqual([]);
    expect(note.headings).toEqual([]);
    expect(note.code).toEqual([]);
    expect(note.links.map(({ target }) => target)).toEqual(["c"]);
    expect(note.comments.map(({ content, block }) => [cut(note, content).trim(), block])).toEqual([
      ["- [ ] a\n# b\n```\n[[c]]", true],
      ["one line", true],
      ["inline", false],
    ]);
  });

  it("reach to the end of the note when nothing closes them", () => {
    expect(sections("%%\n- a\n\n# b\n")).toEqual(["comment: %%\n- a\n\n# b"]);
  });

  it("of HTML hide all in them", () => {
    const note = parseNote("a <!-- [[b]] --> c\n<!--\n- d\n\n[[e]] -->\nf\n");
    expect(note.links).toEqual([]);
    expect(note.comments.map(({ kind, content }) => [kind, cut(note, content)])).toEqual([
      ["html", " [[b]] "],
      ["html", "\n- d\n\n[[e]] "],
    ]);
    expect(note.leaves.map(({ type }) => type)).toEqual(["paragraph", "html", "paragraph"]);
  });
});

describe("code, math and highlights", () => {
  it("know kind, language and content", () => {
    const note = parseNote("`` a ` b `` `c\n\n~~~js title\nd\n\ne\n~~~\n\n    f\n\n- ```\n  g\n");
    expect(note.code.map(({ kind, language, content }) => [kind, language, cut(note, content)])).toEqual([
      ["inline", "", " a ` b "],
      ["fenced", "js", "d\n\ne"],
      ["indented", "", "    f"],
      ["fenced", "", "g"],
    ]);
  });

  it("take formulas for math and prices for text", () => {
    const note = parseNote("$a$ $$b$$ costs $5 or $10, $5-$10, \\$c\\$ $ d $\n\n$$\ne\n$$\n");
    expect(note.math.map((span) => cut(note, span))).toEqual(["$a$", "$$b$$", "$$\ne\n$$"]);
  });

  it("find highlights and what stands in them", () => {
    const note = parseNote("==a [[b]]== == c == ===d=== a==b");
    expect(note.highlights.map((span) => cut(note, span))).toEqual(["==a [[b]]=="]);
    expect(note.links).toHaveLength(1);
  });
});

describe("footnotes and references", () => {
  it("are found with their ids", () => {
    const note = parseNote("a[^1] b^[inline] [^no space]\n\n[^1]: text\n    more\n\n[id]: <x y> 'title'\n[id2]: z\n");
    expect(note.footnoteRefs.map(({ id }) => id)).toEqual(["1"]);
    expect(note.footnotes.map(({ id, span }) => [id, cut(note, span)])).toEqual([
      ["", "^[inline]"],
      ["1", "[^1]: text\n    more"],
    ]);
    expect(note.referenceLinks.map(({ id, target }) => [id, target])).toEqual([
      ["id", "x y"],
      ["id2", "z"],
    ]);
    expect(note.sections.map(({ type }) => type)).toEqual([
      "paragraph",
      "footnoteDefinition",
      "definition",
      "definition",
    ]);
  });
});

describe("sections", () => {
  it("are the root blocks with their indentation", () => {
    expect(sections("---\na: b\n---\n  text  \n\n   # h\n| a |\n| - |\n| b |\nrest\n***\n")).toEqual([
      "yaml: ---\na: b\n---",
      "paragraph:   text  ",
      "heading:    # h",
      "table: | a |\n| - |\n| b |",
      "paragraph: rest",
      "thematicBreak: ***",
    ]);
  });
});

describe("frontmatter", () => {
  it("needs `---` on the first line and another one", () => {
    expect(parseNote("---\na: b\n").frontmatter).toBeNull();
    expect(parseNote("\n---\na: b\n---\n").frontmatter).toBeNull();
    expect(parseNote("----\na: b\n----\n").frontmatter).toBeNull();
    expect(parseNote("---\n---").frontmatter?.entries).toEqual([]);
  });

  it("may follow a byte order mark and have CRLF line ends", () => {
    const note = parseNote("\ufeff---\r\na: b\r\n---\r\n# h\r\n");
    expect(note.frontmatter?.span).toEqual({ start: 1, end: 15 });
    expect(note.headings.map(({ span }) => cut(note, span))).toEqual(["# h"]);
  });

  it("that is not closed leaves the lists after it in the note", () => {
    expect(parseNote("---\n\n- [ ] a\n").listItems).toHaveLength(1);
  });
});
