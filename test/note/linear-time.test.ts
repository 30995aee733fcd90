import { describe, expect, it } from "vitest";
import { parseNote } from "../../src/note";

/*
 * The work is counted, not timed: every character that the parser looks at through a method of
 * String. Machines differ and pause; this figure does not.
 */

/** Inputs that repeat: openers without closers, nesting, and whatever a careless search runs away on. */
const UNITS = [
  "> ",
  ">",
  "> a\n",
  ">\n",
  "> > a\nlazy\n",
  "- ",
  "- a\n",
  "-\n",
  "* ",
  "1. ",
  "1. a\n",
  "- [ ] a\n",
  "- > ",
  "\t",
  "\t- a\n",
  " ",
  "\n",
  "\r\n",
  "\r",
  "# ",
  "#a ",
  "a\n=\n",
  "    a\n",
  "```\n",
  "~~~\n",
  "$$\n",
  "$$ a\n",
  "%%\n",
  "%%a\n",
  "%% ",
  "<!--",
  "<!--\n",
  "-->",
  "<div>\n",
  "<pre>\n",
  '<a b="',
  "<a b='",
  "<a ",
  "<",
  "</",
  "<?",
  "[",
  "]",
  "[a](",
  "[a](b ",
  '[a](b "c',
  "[a](<b",
  "[a](b(",
  "[a]: b\n",
  '[a]: b "\n',
  "[[",
  "[[a|",
  "[[a\n",
  "[[a]]",
  "![",
  "![[",
  "![[a](b",
  "[^",
  "[^a]: b\n",
  "[^a",
  "^[",
  "^a\n",
  "a ^b\n",
  "`",
  "``",
  "`a``b",
  "*",
  "**a",
  "_",
  "==",
  "==a ",
  "$",
  "$a ",
  "$a$1",
  "\\",
  "|",
  "|a",
  "|a|\n|-|\n",
  "| a |\n",
  "http://",
  "http://a ",
  "://",
  "<a:b",
  "<a@b",
  "%20",
  "[a](%zz)",
  "&amp;",
  "a\u200b",
  "\u{1f600}",
  "\ufeff",
  "---\n",
  "---\na: b\n",
];

/** Inputs whose second half closes, or fails to close, what the first has opened. */
const PAIRS = [
  ["![", "[a](b)"],
  ["[", "]"],
  ["[", "](a)"],
  ["[[", "]]"],
  ["`", "`a"],
  ["<a ", ">"],
  ["> ", "\n"],
  ["- ", "\n\n"],
  ["> ", ">\n"],
  ["%%a\n", "%%"],
  ["==a", " =="],
  ["$a", " $"],
  ["<!-- ", "-- >"],
] as const;

const FRONTMATTER = [
  "a: b\n",
  "- a\n",
  "  - ",
  "[",
  "{a: ",
  "? a\n",
  "&a ",
  "*a\n",
  "'",
  '"',
  "a: |\n",
  "# a\n",
  ": ",
  "a: [\n",
  "a: *b\n",
  "a\n",
  'a: "\n b\n',
  "a: b\n  ",
  "- - ",
  "a: >\n\n",
  "a: [\n  ",
  "!t ",
  "a: x: y\n",
];

describe("work grows with the text and no faster", () => {
  it.each(UNITS)("%j over and over", (unit) => {
    expectLinear((length) => unit.repeat(Math.ceil(length / unit.length)));
  });

  it.each(PAIRS)("%j and then %j", (first, second) => {
    expectLinear(
      (length) =>
        first.repeat(Math.ceil(length / first.length / 2)) + second.repeat(Math.ceil(length / second.length / 2)),
    );
  });

  it.each(FRONTMATTER)("%j in frontmatter", (line) => {
    expectLinear((length) => `---\n${line.repeat(Math.ceil(length / line.length))}\n---\n`);
  });

  it("in lists that nest ever deeper", () => {
    expectLinear((length) => {
      let text = "";
      for (let depth = 0; text.length < length; depth++) text += `${"  ".repeat(depth % 150)}- a\n`;
      return text;
    });
  });
});

const LENGTH = 4000;

function expectLinear(make: (length: number) => string): void {
  const single = make(LENGTH);
  const double = make(2 * LENGTH);
  const perCharacter = countWork(single) / single.length;
  expect(perCharacter).toBeLessThan(200);
  expect(countWork(double) / double.length).toBeLessThan(1.2 * perCharacter + 1);
}

/** How many characters the parser looks at. */
function countWork(text: string): number {
  let work = 0;
  const restore = [
    counting("charCodeAt", () => 1),
    counting("charAt", () => 1),
    counting("codePointAt", () => 1),
    counting("indexOf", (length, found, [, from]) => (found < 0 ? length : found) - Number(from ?? 0)),
    counting("includes", (length) => length),
    counting("lastIndexOf", (length, found, [, from]) => Number(from ?? length) - found),
    counting("slice", (_length, _found, [from, to]) => Math.max(0, Number(to ?? text.length) - Number(from ?? 0))),
    counting("startsWith", (_length, _found, [search]) => String(search).length),
    counting("split", (length) => length),
    counting("trim", (length) => length),
    counting("replace", (length) => length),
    counting("toLowerCase", (length) => length),
  ];
  try {
    parseNote(text);
  } finally {
    for (const undo of restore) undo();
  }
  return work;

  function counting(
    name: keyof string & string,
    cost: (length: number, found: number, args: readonly unknown[]) => number,
  ): () => void {
    const original: unknown = Reflect.get(String.prototype, name);
    if (typeof original !== "function") throw new Error(`String has no method ${name}`);
    Reflect.set(String.prototype, name, function (this: string, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, args);
      work += Math.max(1, cost(this.length, typeof result === "number" ? result : 0, args));
      return result;
    });
    return () => void Reflect.set(String.prototype, name, original);
  }
}
