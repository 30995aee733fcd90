import { describe, expect, it } from "vitest";
import { hasTag, isBlankValue, listIn, listedNames, namesIn, parseNote, plainName, propertyOf } from "../../src/note";
import { shownWords, tagsIn, textOf } from "../../src/note";
import type { YamlNode } from "../../src/note";

const valueOf = (yaml: string): YamlNode | undefined =>
  propertyOf(parseNote(`---\nother: 1\nKey: ${yaml}\nlast: 2\n---\n`), "kEY")?.value;

describe("a property", () => {
  it("is found whatever its case, the first of its name", () => {
    const note = parseNote("---\na: 1\nA: 2\nb: 3\n---\n");
    expect(textOf(propertyOf(note, "A")?.value)).toBe("1");
    expect(propertyOf(note, "c")).toBeNull();
    expect(propertyOf(parseNote("no properties"), "a")).toBeNull();
  });

  it.each<[string, boolean]>([
    ["", true],
    ["~", true],
    ['""', true],
    ['"  "', true],
    ["[]", true],
    ['["", ~]', true],
    ['[" "]', true],
    ["x", false],
    ["0", false],
    ["false", false],
    ["[x]", false],
    ["{a: ~}", false],
    ["{}", true],
  ])("%s says nothing: %s", (yaml, blank) => {
    expect(isBlankValue(valueOf(yaml))).toBe(blank);
  });

  it("that is absent says nothing", () => {
    expect(isBlankValue(undefined)).toBe(true);
    expect([textOf(undefined), listIn(undefined), tagsIn(undefined)]).toEqual([null, [], []]);
  });

  it.each<[string, string | null]>([
    ["017", "017"],
    ["1.50", "1.50"],
    ["yes", "yes"],
    ["true", "true"],
    ['" padded "', "padded"],
    ["[a]", null],
    ["{a: 1}", null],
    ["", null],
    ["2024-04-11", "2024-04-11"],
  ])("%s is the text %s", (yaml, text) => {
    expect(textOf(valueOf(yaml))).toBe(text);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["a, b ,, c d", ["a", "b", "c d"], ["a", "b", "c", "d"]],
    ['["#a", b c, " ", d/e]', ["#a", "b c", "d/e"], ["a", "b c", "d/e"]],
    ["'#x #'", ["#x #"], ["x"]],
    ["[[Ada]]", ["Ada"], ["Ada"]],
    ["[[[Deep]]]", ["Deep"], ["Deep"]],
    ["[[[[Deeper]]]]", [], []],
    ["7", ["7"], ["7"]],
  ])("%s is the list %j and the tags %j", (yaml, list, tags) => {
    expect(listIn(valueOf(yaml))).toEqual(list);
    expect(tagsIn(valueOf(yaml))).toEqual(tags);
  });

  it("names people by their notes and handles", () => {
    expect(namesIn(valueOf('["[[People/Ada.md|A.]]", "@bo", "[[#x]]", "[[Cy#Team]]", Di, "@"]'))).toEqual([
      "Ada",
      "bo",
      "Cy",
      "Di",
    ]);
    expect(listedNames("[[Ada]], @bo; Cy and Di & E", ["and"])).toEqual(["Ada", "bo", "Cy", "Di", "E"]);
    expect(listedNames("Cy und Di und Edda", ["und"])).toEqual(["Cy", "Di", "Edda"]);
    expect(listedNames("小李、小赵，Ada", ["and"])).toEqual(["小李", "小赵", "Ada"]);
    expect(plainName("a@b")).toBe("a@b");
  });

  it.each<[string, string, boolean]>([
    ["#Postmortem", "postmortem", true],
    ["postmortem/2024", "POSTMORTEM", true],
    ["postmortems", "postmortem", false],
    ["post", "postmortem", false],
  ])("tag %s is within %s: %s", (tag, wanted, within) => {
    expect(hasTag(tag, wanted)).toBe(within);
  });
});

it.each([
  ["plain words", "plain words"],
  ["  many   blanks ", "many blanks"],
  ["[[Note]] and [[Note|shown]] and ![[Picture.png|alt]] and [[a#b|c]]", "Note and shown and alt and c"],
  ["[[|x]] [[]] [[a", "x [[a"],
  ["[text](target) and [a](<b c>)", "text and a"],
  ["**bold** __too__ ~~gone~~ ==high== `code`", "bold too gone high code"],
  ["*one* _two_ (*three*), a_b_c 2*3", "one two (three), a_b_c 2*3"],
  ["a[^1] b[^long-name] c [^ d]", "a b c [^ d]"],
  ["a %%hidden%% b %%50% c", "a b %%50% c"],
  ["<b>x</b> <br/> <span>y</span> <img src=z> 1 < 2 > 1", "x <span>y</span> 1 < 2 > 1"],
  ["_open and *open", "open and open"],
  ["closed* closed_, end_", "closed closed, end"],
])("%s is read as %s", (markdown, words) => {
  expect(shownWords(markdown)).toBe(words);
});
