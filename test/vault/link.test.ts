import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkTarget } from "../../src/vault";
import { createLinkIndex, linkName, splitTarget } from "../../src/vault";

function vault(...paths: string[]) {
  const index = createLinkIndex();
  for (const path of paths) index.add(path);
  return index;
}

/** The path found, with the others behind it, or why nothing was. */
function say(target: LinkTarget): string {
  return target.kind === "found" ? [target.path, ...target.others].join(" or ") : target.kind;
}

describe("resolving a link", () => {
  it.each([
    // link, from, files, expected
    ["", "a/N.md", ["a/N.md"], "a/N.md"],
    ["Note", "x.md", ["Note.md"], "Note.md"],
    ["note", "x.md", ["Deep/NOTE.md"], "Deep/NOTE.md"],
    ["Note.md", "x.md", ["Deep/Note.md"], "Deep/Note.md"],
    [" Note ", "x.md", ["Note.md"], "Note.md"],
    ["Deep/Note", "x.md", ["a/Deep/Note.md"], "a/Deep/Note.md"],
    ["eep/Note", "x.md", ["Deep/Note.md"], "missing"],
    ["Other", "x.md", ["Note.md"], "missing"],
    ["pic.png", "x.md", ["assets/pic.png", "pic.md"], "assets/pic.png"],
    ["pic", "x.md", ["assets/pic.png"], "missing"],
    ["v1.2", "x.md", ["v1.2.md"], "v1.2.md"],
    ["v1.2", "x.md", ["v1.2.md", "a/v1.2"], "a/v1.2"],
    ["LICENSE", "x.md", ["LICENSE"], "LICENSE"],
    ["LICENSE", "x.md", ["LICENSE", "a/LICENSE.md"], "a/LICENSE.md"],
    ["Über Café", "x.md", ["U\u0308ber Cafe\u0301.md"], "U\u0308ber Cafe\u0301.md"],
    ["A\u00a0B", "x.md", ["A B.md"], "A B.md"],
  ])("finds %j from %s in %j: %s", (link, from, files, expected) => {
    expect(say(vault(...files).resolve(link, from))).toBe(expected);
  });

  it.each([
    ["./Note", "a/x.md", ["Note.md", "a/Note.md"], "a/Note.md"],
    ["./Note", "a/x.md", ["Note.md"], "missing"],
    ["../Note", "a/b/x.md", ["Note.md", "a/Note.md"], "a/Note.md"],
    ["../../Note", "a/b/x.md", ["Note.md", "a/Note.md"], "Note.md"],
    ["../c/../Note", "a/b/x.md", ["Note.md", "a/Note.md"], "a/Note.md"],
    ["/Note", "a/x.md", ["Note.md", "a/Note.md"], "Note.md"],
    ["/Note", "a/x.md", ["a/Note.md"], "missing"],
    ["/a/Note", "x.md", ["a/Note.md"], "a/Note.md"],
    ["../../etc/passwd", "a/x.md", ["b/etc/passwd"], "outside"],
    ["../../images/x.png", "a/x.md", ["images/x.png"], "images/x.png"],
    ["../../../images/x.png", "a/x.md", ["a/images/x.png"], "outside"],
    ["../x", "y.md", ["x.md"], "x.md"],
    ["a/../../x", "y.md", ["x.md"], "x.md"],
    ["a/../../x", "y.md", [], "outside"],
  ])("takes %j from %s as a path: %s", (link, from, files, expected) => {
    expect(say(vault(...files).resolve(link, from))).toBe(expected);
  });

  // What recordings of the app have shown, in a vault of our own; see `link-recordings.test.ts`.
  it.each([
    ["#Events", "Ops/Log.md", "Ops/Log.md"],
    ["#Events#First", "Ops/Log.md", "Ops/Log.md"],
    ["#^block", "Ops/Log.md", "Ops/Log.md"],
    ["Runbook", "Ops/Log.md", "Guides/Runbook.md"],
    ["runBOOK", "Ops/Log.md", "Guides/Runbook.md"],
    ["Runbook.md#Restart#First", "Ops/Log.md", "Guides/Runbook.md"],
    ["Runbook#^step", "Ops/Log.md", "Guides/Runbook.md"],
    ["Guides/Runbook", "Ops/Log.md", "Guides/Runbook.md"],
    ["Guides/Runbook.md#Restart", "Ops/Log.md", "Guides/Runbook.md"],
    ["Log.md", "Ops/Log.md", "Ops/Log.md"],
    ["graph.pdf", "Ops/Log.md", "Files/graph.pdf"],
    ["nobody wrote this", "Ops/Log.md", "missing"],
    ["pa#th/to/Runbook.md", "Ops/Log.md", "missing"],
  ])("leads %j from %s where the app leads it: %s", (link, from, expected) => {
    const index = vault("Ops/Log.md", "Guides/Runbook.md", "Files/graph.pdf");
    expect(say(index.resolve(splitTarget(link).linkpath, from))).toBe(expected);
  });

  it("prefers the exact path, then the note's folder, then what lies below it, then the shortest path", () => {
    const root = "Note.md",
      sibling = "a/Note.md",
      below = "a/b/c/Note.md",
      far = "z/Note.md",
      farther = "z/y/Note.md";
    expect(say(vault(farther, far, below, sibling, root).resolve("Note", "a/x.md"))).toBe(root);
    expect(say(vault(farther, far, below, sibling).resolve("Note", "a/x.md"))).toBe(sibling);
    expect(say(vault(farther, far, below).resolve("Note", "a/x.md"))).toBe(below);
    expect(say(vault(farther, far).resolve("Note", "a/x.md"))).toBe(`${far} or ${farther}`);
  });

  it("names the others only where nothing but the length decides", () => {
    expect(say(vault("a/b/Note.md", "a/c/Note.md").resolve("Note", "a/x.md"))).toBe("a/b/Note.md or a/c/Note.md");
    expect(say(vault("a/Note.md", "b/Note.md").resolve("Note", "a/x.md"))).toBe("a/Note.md");
    expect(say(vault("Note.md", "note.md").resolve("NOTE", "x.md"))).toBe("Note.md or note.md");
  });

  it("does not depend on the order in which files come and go", () => {
    const path = fc
      .array(fc.constantFrom("a", "b", "A", "Note", "x.y"), { minLength: 1, maxLength: 4 })
      .map((parts) => `${parts.join("/")}.md`);
    const link = fc
      .array(fc.constantFrom("a", "note", "x.y", "x.y.md", "..", "."), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join("/"));
    fc.assert(
      fc.property(fc.uniqueArray(path), fc.uniqueArray(path), link, path, (stay, go, words, from) => {
        const mixed = vault(...go, ...[...stay].reverse(), ...go);
        for (const gone of go) if (!stay.includes(gone)) mixed.remove(gone);
        expect(mixed.resolve(words, from)).toEqual(vault(...stay).resolve(words, from));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  // Looking at every file for each link would take many minutes.
  it("finds 100,000 links among 100,000 files", { timeout: 20_000 }, () => {
    const index = createLinkIndex();
    for (let i = 0; i < 100_000; i++) index.add(`Folder ${i % 100}/Note ${i}.md`);
    let found = 0;
    for (let i = 0; i < 100_000; i++) if (index.resolve(`note ${i}`, "x.md").kind === "found") found++;
    expect(found).toBe(100_000);
  });
});

describe("the parts of a link", () => {
  it("splits at the first hash", () => {
    expect(splitTarget("Note #A#B")).toEqual({ linkpath: "Note", subpath: "#A#B" });
    expect(splitTarget("#^id")).toEqual({ linkpath: "", subpath: "#^id" });
    expect(splitTarget("a/Note")).toEqual({ linkpath: "a/Note", subpath: "" });
  });

  it("gives a link and every file that it can mean the same name", () => {
    const path = fc
      .array(fc.constantFrom("a", "B", "é", "x.md", "..", ".", "n.1"), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join("/"));
    fc.assert(
      fc.property(fc.array(path.filter((p) => !/(^|\/)\.{1,2}(\/|$)/.test(p))), path, (files, words) => {
        const target = vault(...files.map((file) => `${file}.md`)).resolve(words, "a/b.md");
        if (target.kind === "found")
          for (const file of [target.path, ...target.others]) expect(linkName(file)).toBe(linkName(words, "a/b.md"));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
