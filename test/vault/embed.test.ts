import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxEmbeddedLength, maxEmbedDepth, resolveEmbed } from "../../src/vault";
import type { Library } from "../../src/vault";
import { libraryOf } from "./library-of";
import { resolveText, type ResolvedText } from "./resolved";

function resolve(library: Library, path: string, depth = 10): ResolvedText {
  return resolveText(library, { path, span: { start: 0, end: library.note(path)?.text.length ?? 0 } }, { depth });
}

/** The problems of a note, as people read them. */
function messages(library: Library, path: string, depth = 10): readonly string[] {
  return resolve(library, path, depth).problems.map((problem) => `${problem.kind}: ${problem.message}`);
}

/** What the first embed of a note shows. */
function first(files: Readonly<Record<string, string>>, path = "A.md") {
  const library = libraryOf(files);
  const embed = library.note(path)?.embeds[0];
  return embed ? resolveEmbed(library, embed, path) : null;
}

describe("an embed", () => {
  it("shows a section of another note", () => {
    expect(first({ "A.md": "![[B#Two]]", "B.md": "# One\n\na\n\n# Two\n\nb\n" })).toEqual({
      kind: "text",
      place: { path: "B.md", span: { start: 10, end: 18 } },
    });
  });

  it.each(["pic.png", "doc.pdf", "board.canvas", "call.mp3", "call.webm", "table.base", "drawing.svg"])(
    "leaves %s as it is",
    (file) => {
      expect(first({ "A.md": `![[${file}|300]]`, [`assets/${file}`]: "" })).toEqual({
        kind: "attachment",
        path: `assets/${file}`,
      });
    },
  );

  it("leaves what lies on the web as it is", () => {
    expect(first({ "A.md": "![alt](https://example.com/a.png)" })).toEqual({ kind: "external" });
  });

  it("looks for files from the note that it stands in", () => {
    const files = { "A.md": "![[x/B]]", "x/B.md": "![[./C]]", "x/C.md": "right", "C.md": "wrong" };
    expect(resolve(libraryOf(files), "A.md").text).toBe("right");
  });

  it.each([
    ["![[B]]", "missing-note: `B` does not exist"],
    ["![[gone.png]]", "missing-note: `gone.png` does not exist"],
    ["![[../../etc/passwd]]", "outside-vault: `../../etc/passwd` lies outside the vault"],
    ["![[C#Nowhere]]", "missing-section: `C` has no heading `Nowhere`"],
    ["![[C#A#B]]", "missing-section: `C` has no heading `A > B`"],
    ["![[C#^id]]", "missing-section: `C` has no block `^id`"],
    ["![[C#Empty]]", "empty: `C#Empty` is empty"],
    ["![[E]]", "empty: `E` is empty"],
    ["![[A]]", "cycle: `A` embeds itself: A → A"],
  ])("%s says why it shows nothing", (text, message) => {
    const files = { "A.md": text, "C.md": "# Empty\n\n# A\n\ntext", "E.md": "---\na: 1\n---\n" };
    expect(messages(libraryOf(files), "A.md")).toEqual([message]);
    expect(resolve(libraryOf(files), "A.md").text).toBe(text);
  });

  it("says that a note exists but could not be read", () => {
    const library = libraryOf({ "A.md": "![[B]]" });
    library.add("B.md");
    expect(messages(library, "A.md")).toEqual(["unreadable: `B` could not be read"]);
  });
});

describe("embeds in embeds", () => {
  it("name the whole trail of what they could not show", () => {
    const library = libraryOf({ "A.md": "x ![[B]]", "B.md": "![[C#Part]]", "C.md": "# Part\n\n![[Gone]]" });
    expect(messages(library, "A.md")).toEqual(["missing-note: `Gone` does not exist: A → B → C → Gone"]);
    expect(resolve(library, "A.md").problems[0]).toMatchObject({
      place: { path: "A.md", span: { start: 2, end: 8 } },
      trail: [{ path: "A.md" }, { path: "B.md" }, { path: "C.md", span: { start: 8, end: 17 } }],
    });
  });

  it("may show the same text twice side by side", () => {
    const library = libraryOf({ "A.md": "![[B]]\n![[B]]\n![[C]]", "B.md": "b", "C.md": "![[B]]" });
    expect(resolve(library, "A.md")).toMatchObject({ text: "b\nb\nb", problems: [] });
  });

  it("are a cycle when they come back to themselves", () => {
    const library = libraryOf({ "A.md": "a ![[B]]", "B.md": "b ![[A]]" });
    expect(messages(library, "A.md")).toEqual(["cycle: `A` embeds itself: A → B → A"]);
    expect(resolve(library, "A.md").text).toBe("a b ![[A]]");
  });

  it("are no cycle when they come back to another part of the note", () => {
    const library = libraryOf({ "A.md": "# One\n\n![[B]]\n\n# Two\n\ntwo", "B.md": "![[A#Two]]" });
    expect(resolve(library, "A.md")).toMatchObject({ text: "# One\n\n# Two\n\ntwo\n\n# Two\n\ntwo", problems: [] });
    expect(resolve(libraryOf({ "A.md": "# One\n\n![[#Two]]\n\n# Two\n\ntwo" }), "A.md").problems).toEqual([]);
    expect(messages(libraryOf({ "A.md": "# One\n\n![[#One]]" }), "A.md")).toEqual([
      "cycle: `A#One` embeds itself: A → A#One",
    ]);
  });

  it("end at the depth that was asked for", () => {
    const library = libraryOf({ "A.md": "a![[B]]", "B.md": "b![[C]]", "C.md": "c![[D]]", "D.md": "d" });
    expect(resolve(library, "A.md", 3)).toMatchObject({ text: "abcd", problems: [] });
    expect(resolve(library, "A.md", 2).text).toBe("abc![[D]]");
    expect(messages(library, "A.md", 2)).toEqual(["too-deep: embeds are more than 2 deep: A → B → C → D"]);
    expect(messages(library, "A.md", 0)).toEqual(["too-deep: embeds are more than 0 deep"]);
  });

  it("end in a chain of 10,000 notes, whatever the depth that was asked for", { timeout: 30_000 }, () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`N${i}.md`, `${i} ![[N${i + 1}]]`]));
    const { problems, pieces } = resolve(libraryOf(files), "N0.md", Infinity);
    expect(problems.map((problem) => problem.kind)).toEqual(["too-deep"]);
    expect(pieces.length).toBe(maxEmbedDepth + 1);
  });

  it("show 10,000 sections of one note", { timeout: 20_000 }, () => {
    const library = libraryOf({
      "A.md": Array.from({ length: 10_000 }, (_, i) => `![[B#H${i}]]`).join("\n\n"),
      "B.md": Array.from({ length: 10_000 }, (_, i) => `# H${i}\n\ntext ${i}`).join("\n\n"),
    });
    expect(resolve(library, "A.md")).toMatchObject({ text: library.note("B.md")?.text, problems: [] });
  });

  it("that multiply without end stop at a limit", () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`N${i}.md`, `![[N${i + 1}]] `.repeat(4)]));
    const { text, problems } = resolve(libraryOf({ ...files, "N40.md": "end" }), "N0.md", 100);
    expect(text.length).toBeLessThan(maxEmbeddedLength);
    expect(new Set(problems.map((problem) => problem.kind))).toEqual(new Set(["too-large"]));
  });
});

describe("resolved text", () => {
  it("keeps the origin of every piece and how it came in", () => {
    const library = libraryOf({ "A.md": "x ![[B#Two]] y", "B.md": "# One\n\n# Two\n\ntwo\n" });
    expect(resolve(library, "A.md")).toEqual({
      text: "x # Two\n\ntwo y",
      pieces: [
        { span: { start: 0, end: 2 }, origin: { path: "A.md", span: { start: 0, end: 2 } }, trail: [] },
        {
          span: { start: 2, end: 12 },
          origin: { path: "B.md", span: { start: 7, end: 17 } },
          trail: [{ path: "A.md", span: { start: 2, end: 12 } }],
        },
        { span: { start: 12, end: 14 }, origin: { path: "A.md", span: { start: 12, end: 14 } }, trail: [] },
      ],
      problems: [],
    });
  });

  it("of a part of a note follows only the embeds in it", () => {
    const library = libraryOf({ "A.md": "![[B]] ![[C]] ![[B]]", "B.md": "b", "C.md": "c" });
    expect(resolveText(library, { path: "A.md", span: { start: 7, end: 13 } }, { depth: 5 }).text).toBe("c");
  });

  it("of a note that is not held is empty", () => {
    expect(resolveText(libraryOf({}), { path: "A.md", span: { start: 0, end: 3 } }, { depth: 5 })).toEqual({
      text: "",
      pieces: [],
      problems: [],
    });
  });

  it("is a copy of its origins, character for character, without gaps", () => {
    const name = fc.constantFrom("A", "B", "C", "D");
    const line = fc.oneof(
      fc.constantFrom("# H", "## H", "text \u{1F525}", "- item ^id", "", "> quote", "```", "![[pic.png]]", "a\r"),
      fc
        .tuple(name, fc.constantFrom("", "#H", "#H#H", "#^id", "#x"))
        .map(([note, subpath]) => `![[${note}${subpath}]]`),
    );
    const note = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.record({ "A.md": note, "B.md": note, "C.md": note }), fc.nat(6), (files, depth) => {
        const library = libraryOf(files);
        const { text, pieces, problems } = resolve(library, "A.md", depth);
        let end = 0;
        for (const { span, origin, trail } of pieces) {
          expect(span.start).toBe(end);
          end = span.end;
          expect(text.slice(span.start, span.end)).toBe(
            library.note(origin.path)?.text.slice(origin.span.start, origin.span.end),
          );
          expect(trail.length).toBeLessThanOrEqual(depth);
        }
        expect(end).toBe(text.length);
        for (const problem of problems) {
          expect(problem.place).toEqual(problem.trail[0]);
          expect(problem.place.path).toBe("A.md");
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
