import fc from "fast-check";

/**
 * Notes of a generated vault; `Host.md` is the one to flatten. Every block carries words of its own such as `par17`.
 */
export type GeneratedVault = Readonly<Record<string, string>>;

type Lines = readonly string[];

const paths = ["Host.md", "B.md", "sub/C.md", "sub/deep/D.md"] as const;
const embed = fc
  .tuple(
    fc.constantFrom("B", "sub/C", "sub/deep/D", "./C", "../B", "Host", "", "Gone"),
    fc.constantFrom("", "", "#Head1", "#Head2", "#Head1#Head2", "#^b1", "#^b2", "#^b3"),
  )
  .filter(([note, subpath]) => note !== "" || subpath !== "")
  .map(([note, subpath]) => `![[${note}${subpath}]]`);
const link = fc.constantFrom(
  "[[B]]",
  "[[./C]]",
  "[[#Head1]]",
  "[[#^b1]]",
  "[[sub/C#Head2|words]]",
  "[x](B.md)",
  "[x](../B.md#Head1)",
  "[x](#Head2)",
  "![[pic.png|300x200]]",
  "![alt|100](pic.png)",
  "[^1]",
  "[^a]",
  "<https://example.com>",
);

/** Lines of one paragraph; `¤` becomes a number of its own. */
const paragraph = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant("par¤") },
      { weight: 2, arbitrary: link },
      { weight: 1, arbitrary: embed },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((words) =>
    fc.array(fc.constantFrom(" ", "\n"), { minLength: words.length, maxLength: words.length }).map((gaps) =>
      ["par¤", ...words]
        .map((word, i) => word + (gaps[i] ?? ""))
        .join("")
        .split("\n"),
    ),
  );

const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom("Head1", "Head2", "head¤"))
  .map(([level, words]) => [`${"#".repeat(level)} ${words}`]);

const leaf: fc.Arbitrary<Lines> = fc.oneof(
  paragraph,
  paragraph.map((lines) => [...lines, "par¤ ^b1"]),
  fc.constant(["```js", "code¤", "", "\tcode¤", "```"]),
  fc.constant(["| cell¤ | b |", "| --- | --- |", "| [[B\\|x]] | cell¤ |"]),
  fc.constant(["$$", "math¤", "$$"]),
  fc.constant(["%% ![[B]] %%"]),
  fc.constant(["    code¤"]),
  fc.constant(["***"]),
);

const embedBlock = fc.oneof(
  { weight: 3, arbitrary: embed.map((line) => [line]) },
  { weight: 1, arbitrary: fc.tuple(embed, embed).map((lines): Lines => lines) },
);

function spaced(blocks: readonly Lines[]): Lines {
  return blocks.flatMap((lines, i) => (i === 0 ? lines : ["", ...lines]));
}

const { block } = fc.letrec<{ block: Lines; list: Lines; quote: Lines; body: Lines }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: embedBlock },
    { weight: 2, arbitrary: tie("list") },
    { weight: 1, arbitrary: tie("quote") },
  ),
  body: fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map(spaced),
  list: fc
    .record({
      marker: fc.constantFrom("- ", "* ", "1. ", "10) ", "-   "),
      items: fc.array(
        fc.record({
          task: fc.constantFrom("", "[ ] ", "[x] "),
          words: fc.constantFrom("item¤", "item¤ ^b2", "item¤ [[B]]"),
          children: fc.option(tie("body"), { nil: null }),
          alone: fc.option(embed, { nil: null, freq: 6 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      tab: fc.boolean(),
    })
    .map(({ marker, items, tab }) =>
      items.flatMap(({ task, words, children, alone }) => {
        const indent = tab && marker.length < 4 ? "\t" : " ".repeat(marker.length);
        return [
          marker + task + (alone ?? words),
          ...(children ? ["", ...children.map((line) => (line === "" ? "" : indent + line)), ""] : []),
        ];
      }),
    ),
  quote: fc
    .tuple(tie("body"), fc.constantFrom([], ["[!note] title¤"], ["[!warning]-"], ["[!note] title¤", ""]))
    .map(([lines, title]) => [...title, ...lines].map((line) => (line === "" ? ">" : `> ${line}`))),
}));

const note = fc
  .record({
    frontmatter: fc.boolean(),
    blocks: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: block },
        { weight: 1, arbitrary: heading },
        { weight: 1, arbitrary: block.map((lines) => [...lines, "", "^b3"]) },
      ),
      { minLength: 1, maxLength: 5 },
    ),
    footnotes: fc.subarray(["[^1]: foot¤", "[^a]: foot¤ [[./C]][^1]"]),
    crlf: fc.boolean(),
  })
  .map(({ frontmatter, blocks, footnotes, crlf }) => {
    const lines = [
      ...(frontmatter ? ["---", "tags: [x]", "---"] : []),
      ...spaced([...blocks, ...footnotes.map((line) => [line])]),
      "",
    ];
    return lines.join(crlf ? "\r\n" : "\n");
  });

export const generatedVault: fc.Arbitrary<GeneratedVault> = fc.tuple(note, note, note, note).map((notes) => {
  let number = 0;
  const numbered = notes.map((text, i) => [paths[i] ?? "", text.replace(/¤/g, () => String(++number))] as const);
  return Object.fromEntries([...numbered, ["pic.png", ""], ["sub/pic.png", ""]]);
});
