import { describe, expect, it } from "vitest";
import { shape } from "../../src/write/pictures/shape";
import { faultsOf, htmlOf, intrusions } from "./html-document";
import { addresses, places, vectors } from "./xss-vectors";
import { expectLinear } from "../linear";

const all = [...vectors, ...addresses];

/** What a document with this text has in it that it must not have, and its faults against the standard. */
function found(markdown: string): readonly string[] {
  const html = htmlOf(markdown);
  return [...intrusions(html), ...faultsOf(html)];
}

describe("a note that nobody vouches for", () => {
  it("is tried with some hundred vectors", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(250);
  });

  // Many vectors in one document, so that they meet each other too; where that finds something, one by one to say
  // which.
  it.each(Object.keys(places))("puts nothing into the document as %s", (place) => {
    const put = places[place] ?? String;
    for (let start = 0; start < all.length; start += 30) {
      const some = all.slice(start, start + 30);
      const together = found(some.map((vector, number) => put(vector, number)).join("\n\n"));
      if (together.length > 0)
        for (const vector of some) expect({ vector, found: found(put(vector, 0)) }).toEqual({ vector, found: [] });
      expect(together).toEqual([]);
    }
  });

  it("puts nothing into the document through its title, facts and picture", () => {
    for (let start = 0; start < all.length; start += 30) {
      const some = all.slice(start, start + 30);
      const html = htmlOf(`## Timeline\n\n${some.map((_, index) => `![a](${index}.png)`).join(" ")}`, {
        title: some.join(" "),
        language: some.join(" "),
        facts: some.map((vector) => ({ name: vector, value: vector, definition: vector })),
        picture: shape(
          "svg",
          { class: some.join(" ") },
          ...some.map((vector) => shape("text", { class: vector }, vector)),
        ),
        // Two of them are images, which is what this map is for.
        images: new Map(some.map((vector, index) => [`${index}.png`, vector.startsWith("data:image/") ? "" : vector])),
      });
      expect(intrusions(html)).toEqual([]);
    }
  });
});

describe("a hostile text of 100 KB", () => {
  const repeat = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length));
  const texts = [
    "> ",
    ">",
    "- ",
    "1. ",
    "[a](",
    "![",
    "[",
    "[a]",
    "[^a",
    "[^a]: ",
    "*a_",
    "**a*",
    "a_",
    "~~a ",
    "|",
    "|a",
    "| a |\n",
    "`a ",
    "```\n",
    "$a ",
    "$a$1 ",
    "$$\n",
    "$$a\n",
    "<a ",
    "<img ",
    "<img src=",
    "<!-- ",
    "<!--\n",
    "<b>",
    "</b>",
    "<b>*a",
    "<details>\n",
    "</details>\n",
    "<details>\n> ",
    "<summary>",
    "&",
    "&#",
    "\\",
    "#",
    "# a\n",
    "a\n=",
    "http://a.",
    "https://",
    "a@",
    "www.",
    "\t",
    "> a\n",
    "- a\n",
    "  - a\n\n",
    "[a]: x\n",
    "[^a]: x\n",
    "[^1] ",
    "> [!note]\n",
    "- [ ] a\n",
    "\0",
    "\u2028",
    "[a](<b",
    '[a](b "',
    "<",
    "](",
    "==",
  ].map(repeat);
  const grown = [
    ...["- ", "> ", "  "].map((piece) =>
      Array.from({ length: 440 }, (_, depth) => `${piece.repeat(depth)}- a`).join("\n"),
    ),
    Array.from({ length: 440 }, (_, length) => "`".repeat(length + 1)).join(" "),
    `${repeat("|a")}\n${repeat("|-")}\n`,
    Array.from({ length: 5000 }, (_, number) => `[^${number}]: [^${number + 1}]\n`).join(""),
    `${repeat("[^1] ")}\n\n[^1]: x`,
    Array.from({ length: 2500 }, () => "## Same words here").join("\n\n"),
    Array.from({ length: 1500 }, (_, number) => `[^${number}]\n\n[^${number}]: > [^x${number}]: - a\n`).join("\n"),
  ];

  it.each([...texts, ...grown].map((text) => [JSON.stringify(text.slice(0, 20)), text]))(
    "%s is written in linear time",
    async (_, text) => {
      await expectLinear(htmlOf, (length) => text.slice(0, length));
    },
  );
});
