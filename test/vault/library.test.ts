import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/vault";
import { createLibrary, maxEmbedDepth, splitTarget } from "../../src/vault";
import { libraryOf } from "./library-of";
import { resolveText } from "./resolved";

const sorted = (paths: Iterable<string>) => [...paths].sort();

describe("the library", () => {
  it("holds the notes that it was given, and knows of files without their text", () => {
    const library = libraryOf({ "A.md": "a", "pic.png": "" });
    expect(library.note("A.md")?.text).toBe("a");
    expect(library.note("pic.png")).toBeNull();
    expect(sorted(library.paths())).toEqual(["A.md"]);
    expect([library.exists("A.md"), library.exists("pic.png"), library.exists("B.md")]).toEqual([true, true, false]);
  });

  it("knows who shows a note, over any number of steps", () => {
    const library = libraryOf({
      "A.md": "![[B]]",
      "B.md": "![[C#H]] [[D]]",
      "C.md": "# H\n\n![[pic.png]]",
      "D.md": "",
      "pic.png": "",
    });
    expect(sorted(library.embedders("C.md"))).toEqual(["A.md", "B.md"]);
    expect(sorted(library.embedders("pic.png"))).toEqual(["A.md", "B.md", "C.md"]);
    expect(library.embedders("D.md")).toEqual([]);
  });

  it("leaves a note out of its own embedders, even in a cycle", () => {
    const library = libraryOf({ "A.md": "![[B]] ![[#x]]", "B.md": "![[A]]" });
    expect(library.embedders("A.md")).toEqual(["B.md"]);
  });

  it("says which notes a new text concerns: itself, those that show it, those that link into it", () => {
    const library = libraryOf({ "A.md": "![[B]]", "B.md": "![[C]]", "C.md": "c", "D.md": "[[C#H]]", "E.md": "[[C]]" });
    expect(sorted(library.update("C.md", "# H"))).toEqual(["A.md", "B.md", "C.md", "D.md"]);
    expect(sorted(library.update("E.md", "new"))).toEqual(["E.md"]);
  });

  it("says which notes a file that appears or goes concerns", () => {
    const library = libraryOf({ "A.md": "![[B]]", "B.md": "![[pic.png]]", "D.md": "[[C]]", "E.md": "nothing" });
    expect(sorted(library.add("pic.png"))).toEqual(["A.md", "B.md"]);
    expect(library.add("pic.png")).toEqual([]);
    expect(sorted(library.update("C.md", "c"))).toEqual(["C.md", "D.md"]);
    expect(sorted(library.remove("C.md"))).toEqual(["D.md"]);
    expect(sorted(library.remove("B.md"))).toEqual(["A.md"]);
    expect(library.embedders("pic.png")).toEqual([]);
  });

  it("follows a link to where it leads once another file appears", () => {
    const library = libraryOf({ "x/A.md": "![[B]]", "y/B.md": "far" });
    expect(library.embedders("y/B.md")).toEqual(["x/A.md"]);
    expect(library.update("x/B.md", "near")).toContain("x/A.md");
    expect(library.embedders("y/B.md")).toEqual([]);
    expect(library.embedders("x/B.md")).toEqual(["x/A.md"]);
  });

  it("takes a note along when its file is renamed", () => {
    const library = libraryOf({ "A.md": "![[B]]", "B.md": "text", "C.md": "[[Z]]" });
    expect(sorted(library.rename("B.md", "x/Z.md"))).toEqual(["A.md", "C.md", "x/Z.md"]);
    expect(library.note("B.md")).toBeNull();
    expect(library.note("x/Z.md")).toMatchObject({ path: "x/Z.md", text: "text" });
    expect(library.exists("B.md")).toBe(false);
    library.add("pic.png");
    library.rename("pic.png", "other.png");
    expect([library.exists("pic.png"), library.exists("other.png"), library.note("other.png")]).toEqual([
      false,
      true,
      null,
    ]);
  });

  it("tells what changed since somebody looked", () => {
    const library = libraryOf({ "A.md": "a", "pic.png": "" });
    const since = (change: () => unknown) => {
      const { length } = library.changes;
      change();
      return new Set(library.changes.slice(length));
    };
    expect(new Set(library.changes)).toEqual(new Set(["A.md", "pic.png"]));
    expect(since(() => library.update("A.md", "new"))).toEqual(new Set(["A.md"]));
    expect(since(() => library.update("A.md", "new"))).toEqual(new Set());
    expect(since(() => library.add("B.md"))).toEqual(new Set(["B.md"]));
    expect(since(() => library.add("B.md"))).toEqual(new Set());
    expect(since(() => library.rename("A.md", "C.md"))).toEqual(new Set(["A.md", "C.md"]));
    expect(since(() => library.remove("B.md"))).toEqual(new Set(["B.md"]));
  });

  it("names the notes that a host has to load", () => {
    const library = createLibrary();
    for (const path of ["B.md", "C.md", "D.md", "E.md", "F.md", "pic.png"]) library.add(path);
    library.update("A.md", "![[B]] ![[pic.png]] ![[Gone]] [[D#H]] [[E]]");
    expect(sorted(library.wanted("A.md"))).toEqual(["B.md", "D.md"]);
    library.update("B.md", "![[C]] [[F#H]]");
    library.update("D.md", "![[E]]");
    expect(sorted(library.wanted("A.md"))).toEqual(["C.md"]);
    library.update("C.md", "![[A]]");
    expect(library.wanted("A.md")).toEqual([]);
  });

  it("wants no more of a chain of 10,000 notes than is ever shown", () => {
    const library = createLibrary();
    for (let i = 0; i < 10_000; i++) library.add(`N${i}.md`);
    let wanted: readonly string[] = ["N0.md"];
    while (wanted.length > 0) {
      for (const path of wanted) library.update(path, `![[N${Number(path.slice(1, -3)) + 1}]]`);
      wanted = library.wanted("N0.md");
    }
    expect([...library.paths()].length).toBe(maxEmbedDepth + 1);
  });

  it("resolves by the host's own way where there is one", () => {
    const library = createLibrary({
      resolve: (linkpath) => ({ kind: "found", path: `odd/${linkpath}.md`, others: [] }),
    });
    library.update("A.md", "![[B]]");
    expect(library.embedders("odd/B.md")).toEqual(["A.md"]);
    expect(library.resolve("X", "A.md")).toMatchObject({ path: "odd/X.md" });
  });

  it("is the same after any changes as one that is built anew", () => {
    const path = fc.constantFrom("A.md", "B.md", "x/A.md", "x/B.md", "x/y/C.md", "pic.png");
    const link = fc.constantFrom(
      "![[A]]",
      "![[B#H]]",
      "[[C#^i]]",
      "![[x/B]]",
      "![[./A]]",
      "![[../B]]",
      "![[pic.png]]",
      "[[A]]",
      "![[gone]]",
    );
    const text = fc.array(link, { maxLength: 4 }).map((links) => links.join(" "));
    const change = fc.oneof(
      fc.record({ do: fc.constant("update" as const), path, text }),
      fc.record({ do: fc.constant("add" as const), path }),
      fc.record({ do: fc.constant("remove" as const), path }),
      fc.record({ do: fc.constant("rename" as const), path, to: path }),
    );
    const look = (library: Library) =>
      ["A.md", "B.md", "x/A.md", "x/B.md", "x/y/C.md", "pic.png"].map((p) => ({
        exists: library.exists(p),
        text: library.note(p)?.text,
        embedders: sorted(library.embedders(p)),
        wanted: sorted(library.wanted(p)),
      }));
    /** All that a check of a note can see: its links, and what it shows. */
    const seen = (library: Library) =>
      new Map(
        [...library.paths()].map((p) => {
          const note = library.note(p);
          const links = note?.links.map((link) => {
            const { linkpath, subpath } = splitTarget(link.target);
            const target = library.resolve(linkpath, p);
            const into = target.kind === "found" && subpath !== "" ? library.note(target.path)?.text : null;
            return { target, into };
          });
          return [
            p,
            JSON.stringify([
              links,
              resolveText(library, { path: p, span: { start: 0, end: note?.text.length ?? 0 } }, { depth: 10 }),
            ]),
          ];
        }),
      );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const library = createLibrary({ parsed: 1 });
        for (const step of changes) {
          const before = seen(library);
          const affected =
            step.do === "update"
              ? library.update(step.path, step.text)
              : step.do === "add"
                ? library.add(step.path)
                : step.do === "remove"
                  ? library.remove(step.path)
                  : step.path === step.to || library.exists(step.to)
                    ? []
                    : library.rename(step.path, step.to);
          for (const held of affected) expect(library.note(held)).not.toBeNull();
          for (const [p, now] of seen(library)) if (now !== before.get(p)) expect(affected).toContain(p);
        }
        const fresh = createLibrary();
        for (const p of ["pic.png", "x/y/C.md", "x/B.md", "x/A.md", "B.md", "A.md"]) {
          if (library.exists(p)) fresh.add(p);
          const note = library.note(p);
          if (note) fresh.update(p, note.text);
        }
        expect(look(library)).toEqual(look(fresh));
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it("takes a change by looking at its own links and its dependents alone, whatever the size of the vault", () => {
    let resolved = 0;
    const library = createLibrary({
      resolve: (linkpath) => {
        resolved++;
        return { kind: "found", path: `${linkpath}.md`, others: [] };
      },
    });
    for (let i = 0; i < 2000; i++) library.update(`N${i}.md`, `![[T${i % 200}]] [[N${i + 1}#H]]`);
    for (let i = 0; i < 200; i++) library.update(`T${i}.md`, "text");
    resolved = 0;
    expect(library.update("T7.md", "![[N1]] [[N2#H]] [[N3]]").length).toBe(11);
    expect(resolved).toBe(2);
    expect(library.remove("T7.md").length).toBe(10);
    expect(resolved).toBe(22);
  });
});
