import { describe, expect, it } from "vitest";
import { checkedAt, mistakesAt, postmortemText } from "../../bench/vault/postmortem.mts";
import { noteAt, notesOf } from "../../bench/vault/vault.mts";
import { kindAt } from "../../bench/vault/names.mts";
import { checkEach } from "../../src/check";
import { defaultSettings, isPostmortem } from "../../src/settings";
import { parseNote } from "../../src/note";
import { libraryOf } from "../vault/library-of";

const seed = "test";
const size = 400;
const notes = [...notesOf(seed, size)];

describe("a generated vault", () => {
  it("is the same every time, and the beginning of a larger one", () => {
    expect([...notesOf(seed, size)]).toEqual(notes);
    expect(noteAt(seed, size - 1)).toEqual(notes.at(-1));
    expect([...notesOf("other", 20)]).not.toEqual(notes.slice(0, 20));
  });

  it("has as many paths as notes, of the size of an ordinary vault's", () => {
    expect(new Set(notes.map(({ path }) => path.toLowerCase())).size).toBe(size);
    const bytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes / size).toBeGreaterThan(2800);
    expect(bytes / size).toBeLessThan(3800);
  });

  it("is one tenth postmortems", () => {
    const seen = notes.map(({ path, text }) => isPostmortem(parseNote(text, path), defaultSettings));
    expect(seen).toEqual(notes.map((_, index) => kindAt(index) === "postmortem"));
    expect(seen.filter(Boolean)).toHaveLength(size / 10);
  });

  it("has the mistakes that were put into it, and no others", () => {
    const postmortems = notes
      .map(({ path }, index) => ({ path, index }))
      .filter(({ index }) => kindAt(index) === "postmortem");
    const input = {
      library: libraryOf(Object.fromEntries(notes.map(({ path, text }) => [path, text]))),
      settings: defaultSettings,
      clock: { now: Date.parse(checkedAt), zone: "UTC" },
    };
    const found = checkEach({ ...input, paths: postmortems.map(({ path }) => path) });
    const rulesOf = (path: string): readonly string[] =>
      [...new Set((found.get(path) ?? []).map(({ rule }) => rule))].sort();
    expect(postmortems.map(({ path }) => [path, rulesOf(path)])).toEqual(
      postmortems.map(({ path, index }) => [path, [...mistakesAt(seed, index)].sort()]),
    );
  });

  it("has a postmortem of any length", () => {
    const lengthOf = (scale: number): number => postmortemText(seed, 10, scale).length;
    expect(lengthOf(50)).toBeGreaterThan(20 * lengthOf(1));
  });
});
