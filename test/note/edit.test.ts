import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";

describe("applyEdits", () => {
  it("applies edits in any order, each meant in the original text", () => {
    const edits = [
      { span: { start: 4, end: 7 }, text: "two" },
      { span: { start: 0, end: 3 }, text: "one" },
      { span: { start: 7, end: 7 }, text: "!" },
    ];
    expect(applyEdits("uno dos", edits)).toBe("one two!");
  });

  it("applies nothing when two edits overlap or one lies outside the text", () => {
    expect(
      applyEdits("abc", [
        { span: { start: 0, end: 2 }, text: "" },
        { span: { start: 1, end: 3 }, text: "" },
      ]),
    ).toBeNull();
    expect(applyEdits("abc", [{ span: { start: 2, end: 4 }, text: "" }])).toBeNull();
  });
});
