import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/note";
import { findSubpath, headingKey } from "../../src/vault";

/** The text that a subpath of a note shows, or null. */
function shown(text: string, subpath: string): string | null {
  const found = findSubpath(parseNote(text), subpath);
  return found && text.slice(found.span.start, found.span.end);
}

describe("the whole note", () => {
  it("is its text without frontmatter and without blank lines around it", () => {
    expect(shown("---\na: 1\n---\n\n  Text.\n\nMore.\n\n", "")).toBe("  Text.\n\nMore.");
    expect(shown("Text.", "#")).toBe("Text.");
    expect(shown("---\na: 1\n---\n", "")).toBe("");
  });
});

describe("a heading", () => {
  const note =
    "# One\n\nfirst\n\n## Deep\n\ndeep one\n\n# Two\n\nsecond\n\n## Deep\n\ndeep two\n\n#### Deeper\n\nend\n\n# Deep\n\nlast\n";

  it("reaches to the next equal or higher one", () => {
    expect(shown(note, "#One")).toBe("# One\n\nfirst\n\n## Deep\n\ndeep one");
    expect(shown(note, "#Two")).toBe("# Two\n\nsecond\n\n## Deep\n\ndeep two\n\n#### Deeper\n\nend");
    expect(shown(note, "#Deeper")).toBe("#### Deeper\n\nend");
  });

  it("is the first of several equal ones", () => {
    expect(shown(note, "#Deep")).toBe("## Deep\n\ndeep one");
  });

  it("is found below others, levels may be left out", () => {
    expect(shown(note, "#Two#Deep")).toContain("deep two");
    expect(shown(note, "#Two#Deeper")).toBe("#### Deeper\n\nend");
    expect(shown(note, "#One#Two")).toBeNull();
    expect(shown(note, "#Deep#Two")).toBeNull();
  });

  it("may be one of a later section, as in the app", () => {
    expect(shown("# A\n\n# B\n\n## C\n\ntext", "#A#C")).toBe("## C\n\ntext");
  });

  it("is compared without case and punctuation", () => {
    expect(headingKey("  Key **Events**: [[A|B]] (UTC)_x-y' ")).toBe("key events a b utc _x-y'");
    expect(shown("## Key events: 06:12 / UTC\n\ntext", "#key EVENTS 06 12 utc")).toBe(
      "## Key events: 06:12 / UTC\n\ntext",
    );
    expect(shown("## Don't - panic\n", "#Dont panic")).toBeNull();
  });

  it("counts in code, comments and containers only where the app lists it", () => {
    expect(shown("```\n# Code\n```\n\n%%\n# Hidden\n%%\n", "#Code")).toBeNull();
    expect(shown("# A\n\n```\n# Code\n```\n\n# B\n", "#A")).toBe("# A\n\n```\n# Code\n```");
  });
});

describe("a block", () => {
  it("is a paragraph", () => {
    expect(shown("before\n\nA line\nand another ^p-1\n\nafter", "#^P-1")).toBe("A line\nand another ^p-1");
  });

  it("is a list item with its children", () => {
    expect(shown("- one\n- two ^two\n  - child\n    - grandchild\n- three\n", "#^two")).toBe(
      "- two ^two\n  - child\n    - grandchild",
    );
  });

  it("is the list, table, quote or callout that an id on its own line follows", () => {
    expect(shown("text\n\n- a\n- b\n\n^list\n\nafter", "#^list")).toBe("- a\n- b");
    expect(shown("| a | b |\n| - | - |\n| 1 | 2 |\n\n^table\n", "#^table")).toBe("| a | b |\n| - | - |\n| 1 | 2 |");
    expect(shown("> quote\n> more\n\n^quote\n", "#^quote")).toBe("> quote\n> more");
    expect(shown("> [!note] Title\n> - a\n\n^call\n", "#^call")).toBe("> [!note] Title\n> - a");
  });

  it("that no text has is looked for among the headings", () => {
    expect(shown("# Alpha\n\ntext", "#^alpha")).toBe("# Alpha\n\ntext");
    expect(shown("# Alpha\n\ntext", "#^beta")).toBeNull();
  });

  it("is a footnote where the subpath says so", () => {
    expect(shown("A[^1].\n\n[^1]: The note.\n", "#[^1]")).toBe("The note.");
    expect(shown("A.\n", "#[^1]")).toBeNull();
  });
});

it("reads the headings of a note once, however many are looked for", () => {
  let read = 0;
  const note = parseNote(Array.from({ length: 200 }, (_, i) => `## H${i}\n\ntext ${i}\n`).join("\n"));
  const headings = note.headings.map((heading) => ({
    ...heading,
    get text() {
      read++;
      return heading.text;
    },
  }));
  const counted = { ...note, headings };
  read = 0;
  for (let i = 0; i < 200; i++) expect(findSubpath(counted, `#H${i}`)?.kind).toBe("heading");
  expect(read).toBe(200);
});
