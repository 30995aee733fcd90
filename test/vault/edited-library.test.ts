import { expect, it } from "vitest";
import { parseNote } from "../../src/note";
import { withNote, withNotes } from "../../src/vault";
import { libraryOf } from "./library-of";

const base = libraryOf({ "A.md": "old", "B.md": "kept", "pic.png": "" });
const paths = ["A.md", "B.md", "New.md", "pic.png", "Gone.md"];

it("is the library with other texts and more notes, for whoever asks what", () => {
  const edited = withNotes(base, new Map(["A.md", "New.md"].map((path) => [path, parseNote("new", path)])));
  expect(paths.map((path) => edited.text(path))).toEqual(["new", "kept", "new", null, null]);
  expect(paths.map((path) => edited.note(path)?.text ?? null)).toEqual(["new", "kept", "new", null, null]);
  expect(paths.map((path) => edited.exists(path))).toEqual([true, true, true, true, false]);
  expect([...edited.paths()].sort()).toEqual(["A.md", "B.md", "New.md"]);
});

it("leaves the library as it is", () => {
  withNotes(base, new Map([["New.md", parseNote("new", "New.md")]]));
  expect(paths.map((path) => base.exists(path))).toEqual([true, true, false, true, false]);
  expect([...base.paths()].sort()).toEqual(["A.md", "B.md"]);
});

it("is the library itself where a note says what it said", () => {
  expect(withNote(base, parseNote("old", "A.md"))).toBe(base);
  expect(withNote(base, parseNote("new", "A.md"))).not.toBe(base);
});
