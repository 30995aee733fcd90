import { describe, expect, it } from "vitest";
import { folded, textWords, wordTable } from "../../src/language";

const table = wordTable(["ausfall", "l'incident", "incident", "½", "障害"]);

/** The words of the table that stand in a text. */
function found(text: string): readonly string[] {
  return table.find(textWords(folded(text))).map(({ start, end }) => text.slice(start, end));
}

describe("the words of a text", () => {
  it.each([
    ["„Ausfall“", ["Ausfall"]],
    ["Beginn–Ausfall—Ende", ["Ausfall"]],
    ["10:00→Ausfall", ["Ausfall"]],
    ["2×Ausfall\u2003•Ausfall", ["Ausfall", "Ausfall"]],
    ["½ Ausfall", ["½", "Ausfall"]],
    ["Stromausfall, Ausfälle", []],
    ["障害発生、障害", ["障害", "障害"]],
  ])("%s", (text, words) => {
    expect(found(text)).toEqual(words);
  });

  it("begin behind an apostrophe as well", () => {
    expect(found("pendant l'incident")).toEqual(["l'incident", "incident"]);
  });
});
