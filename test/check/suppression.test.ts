import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes, ignoredIn } from "../../src/check";
import type { Diagnostic } from "../../src/check";
import { readSuppressions, suppress } from "../../src/check/suppress/suppression";
import { parseNote } from "../../src/note";
import { applyEdits, positionAt } from "../../src/base";
import { examplePath, inputOf } from "./replay";

const path = examplePath;

/** `line rule` of the findings about wording, links and suppressions. */
function found(notes: Readonly<Record<string, string>> | string, paths = [path]): readonly string[] {
  const all = typeof notes === "string" ? { [path]: notes } : notes;
  const input = inputOf(all, { paths });
  return checkNotes(input)
    .filter(({ rule }) =>
      ["blame-language", "counterfactual-language", "broken-link", "unused-suppression"].includes(rule),
    )
    .map((diagnostic) => {
      const note = input.library.note(diagnostic.path);
      const line = note === null ? 0 : positionAt(note, diagnostic.span.start).line;
      return `${diagnostic.path === path ? "" : `${diagnostic.path} `}${line} ${diagnostic.rule}`;
    });
}

describe("a suppression above a block", () => {
  it("silences its rule in that block alone", () => {
    expect(
      found(
        "Human error.\n\n%% postmortem-ignore blame-language: quoted %%\n\nHuman error, see [[Gone]].\n\nHuman error.",
      ),
    ).toEqual(["1 blame-language", "5 broken-link", "7 blame-language"]);
  });

  it("may be an HTML comment, may span lines, and names several rules", () => {
    expect(
      found("<!-- postmortem-ignore blame-language, broken-link: quoted -->\n\nHuman error, see [[Gone]]."),
    ).toEqual([]);
    expect(
      found(
        "Text.\n\n%%\npostmortem-ignore blame-language broken-link: quoted\n%%\n\nHuman error, see [[Gone]].\n\nHuman error.",
      ),
    ).toEqual(["9 blame-language"]);
  });

  it("covers a whole list, quote or table", () => {
    expect(
      found("%% postmortem-ignore blame-language: quoted %%\n\n- Human error\n- Then\n  - human error\n\nHuman error."),
    ).toEqual(["7 blame-language"]);
    expect(found("%% postmortem-ignore blame-language: quoted %%\n\n| Cause |\n| --- |\n| human error |")).toEqual([]);
  });

  it("adds to one that stands above it", () => {
    expect(
      found(
        "%% postmortem-ignore blame-language: quoted %%\n\n%% postmortem-ignore broken-link: private %%\n\nHuman error, see [[Gone]].",
      ),
    ).toEqual([]);
  });

  it("stands within the paragraph or item that it is about", () => {
    expect(found("- Human error %% postmortem-ignore blame-language: quoted %%\n- Human error")).toEqual([
      "2 blame-language",
    ]);
  });

  it("works with CRLF", () => {
    expect(found("%% postmortem-ignore blame-language: quoted %%\r\n\r\nHuman error.\r\n\r\nHuman error.")).toEqual([
      "5 blame-language",
    ]);
  });
});

describe("a suppression under a heading", () => {
  it("covers the section with everything below it", () => {
    const text =
      "## Impact\n%% postmortem-ignore blame-language: quoted %%\n\nHuman error.\n\n### Details\n\nHuman error.\n\n## Root Cause\n\nHuman error.";
    expect(found(text)).toEqual(["12 blame-language"]);
  });

  it("reaches past a block within it that is silenced once more", () => {
    const text =
      "## Impact\n%% postmortem-ignore blame-language: quoted %%\n\nText.\n\n%% postmortem-ignore blame-language: quoted %%\n\nHuman error.\n\nHuman error.";
    expect(found(text)).toEqual(["6 unused-suppression"]);
  });

  it("covers the heading itself", () => {
    expect(found("## Human error\n\n%% postmortem-ignore blame-language: quoted %%\n\nText.")).toEqual([]);
  });
});

const silent = "%% postmortem-ignore blame-language: quoted %%";
const html = "<!-- postmortem-ignore blame-language: quoted -->";

/** Where suppressions may stand: `Human error` is what they are about. */
const places = [
  `${silent}\n\n%% Another %%\n\n<!-- Another -->\n\nHuman error.\n\nHuman error.`,
  `${html}\n\n${silent}\n\nHuman error.\n\nHuman error.`,
  `## Impact\n\n%% Another %%\n\n${silent}\n\nHuman error.\n\nHuman error.`,
  `## Impact\n\nText.\n\n${silent}\n\nHuman error.\n\nHuman error.`,
  `## Impact\n${silent}\nHuman error.\n## Human error`,
  `## Impact\n${silent}\nHuman error.\n\n## Human error`,
  `# Impact\n${silent}\n## Human error\n\nHuman error`,
  `## Impact\n${silent}\n\nHuman error`,
  `Impact\n---\n\n${silent}\n\nHuman error.\n\nHuman error\n---\n`,
  `Human error.\n\n${silent}`,
  `Human error.\n\n${silent}\n\n%% Another %%`,
  `Human error.\n${silent}\nHuman error.\n\nHuman error.`,
  `Human error. ${html}\n\nHuman error.`,
  `# Human error ${silent}\n\nHuman error.`,
  `- Human error ${silent}\n  - Human error\n- Human error`,
  `- Human error\n\n  Human error ${silent}\n\n  Human error\n- Human error`,
  `- Human error\n\n  ${silent}\n\n  Human error\n\n  Human error\n- Human error`,
  `- Human error\n\n  ${silent}\n- Human error`,
  `- Human error\n\n  ${silent}\n\n  ${html}\n\n  - Human error\n  - Human error`,
  `> ${silent}\n\nHuman error.`,
  `> [!note]\n> ${silent}\n>\n> Human error.\n>\n> Human error.`,
  `> [!note]\n> Human error. ${silent}\n\nHuman error.`,
  `| Cause |\n| --- |\n| human error ${silent} |\n| human error |\n\nHuman error.`,
  `[^1]: Human error ${silent}\n\nHuman error[^1].`,
  "%% postmortem-ignore  blame-language ,broken-link  :  because: it is  %%\n\nHuman error, see [[Gone]].",
  "%% postmortem-ignore:blame-language %%\n\nHuman error.",
  "%%  postmortem-ignore\tblame-language%%\n\nHuman error.",
  "%% Postmortem-ignore blame-language: x %%\n\nHuman error.",
  "%% postmortem-ignore\nblame-language\n: because %%\n\nHuman error.",
  ...["blame-language", "[blame-language, broken-link: private]", "{blame-language: ' quoted '}", "3", "", "[]"].map(
    (value) => `---\npostmortem-ignore: ${value}\n---\n\nHuman error, see [[Gone]].`,
  ),
  "---\npostmortem-ignore:\n  - blame-language, broken-link: quoted\n  - x\n---\n\nHuman error, see [[Gone]].",
];

it("silences what was looked at once, for the reason that it gives", async () => {
  const told = places.map((text) => {
    const said = ignoredIn(parseNote(text, path)).map(
      ({ rule, reason }) => `  ignores ${rule}, as ${reason || "nothing"}`,
    );
    return [text, ...said, ...found(text).map((line) => `  finds ${line}`), ""].join("\n");
  });
  await expect(told.join("\n")).toMatchFileSnapshot("suppressed.txt");
});

describe("a suppression in the frontmatter", () => {
  it.each([
    ["text", "postmortem-ignore: blame-language"],
    ["quoted text with a reason", 'postmortem-ignore: "blame-language: quoted"'],
    ["list", "postmortem-ignore:\n  - blame-language\n  - broken-link: private"],
    ["flow list", "postmortem-ignore: [blame-language]"],
    ["mapping", "postmortem-ignore:\n  blame-language: quoted"],
    ["list with several rules for one reason", "postmortem-ignore:\n  - broken-link, blame-language: quoted"],
  ])("covers the note, as %s", (_, yaml) => {
    expect(
      found(`---\n${yaml}\n---\n\nHuman error.\n\nHuman error.`).filter((line) => line.endsWith("blame-language")),
    ).toEqual([]);
    const invalid = checkNotes(inputOf({ [path]: `---\n${yaml}\n---\n` })).filter(
      ({ rule, message }) => rule === "invalid-frontmatter" && message.includes("ignore"),
    );
    expect(invalid).toEqual([]);
  });
});

describe("what the properties ignore", () => {
  const rest = "tags: [postmortem]";
  const key = "postmortem-ignore:";

  it.each([
    ["the only rule", `${key} "a: old"\n${rest}`, rest],
    ["the only rule of a list", `${rest}\n${key}\n  - "a: old"`, rest],
    ["the only rule of a mapping", `${key}\n  a: old\n${rest}`, rest],
    ["the first of a list", `${key}\n  - a\n  - "b: new"\n${rest}`, `${key}\n  - "b: new"\n${rest}`],
    ["one of a list of mappings", `${key}\n- a: old\n- b: new\n${rest}`, `${key}\n- b: new\n${rest}`],
    ["the first in brackets", `${key} [a, b]`, `${key} [b]`],
    ["the last in brackets", `${key} [b, "a: old"]`, `${key} [b]`],
    ["one of a mapping", `${key}\n  b: new\n  a: old\n${rest}`, `${key}\n  b: new\n${rest}`],
    ["one of a mapping in braces", `${key} {a: old, b: new}`, `${key} {b: new}`],
  ])("can be taken back: %s", (_, yaml, expected) => {
    for (const end of ["\n", "\r\n"]) {
      const text = (properties: string): string => `---\n${properties}\n---\n\n# Text\n`.replaceAll("\n", end);
      const fix = ignoredIn(parseNote(text(yaml), path)).find(({ rule }) => rule === "a")?.fix;
      expect(fix && applyEdits(text(yaml), fix.edits)).toBe(text(expected));
    }
  });

  it.each([
    ["two rules with one reason", `${key} "a, b: old"`],
    ["two rules of an item with one reason", `${key}\n  - a, b: old\n  - c`],
    ["two rules in an item", `${key}\n  - "a, b: old"\n  - c`],
    ["a remark beside it", `${key}\n  - a # until May\n  - b`],
  ])("is left to the writer: %s", (_, yaml) => {
    const ignored = ignoredIn(parseNote(`---\n${yaml}\n---\n`, path)).find(({ rule }) => rule === "a");
    expect(ignored?.fix).toBeNull();
  });
});

describe("a finding in an embedded note", () => {
  const event = {
    path: "Timeline.md",
    rule: "wrong-zone",
    severity: "warning",
    message: "`PST` was not in force",
    span: { start: 14, end: 18 },
  } as const;
  const kept = (postmortem: string, timeline: string): readonly Diagnostic[] => {
    const { library } = inputOf({ [path]: postmortem, "Timeline.md": timeline });
    const note = parseNote(postmortem, path);
    return suppress([event], readSuppressions(note), note, library).kept;
  };

  it("answers to the suppressions of the note that it stands in", () => {
    expect(kept("![[Timeline]]", "## Key Events\n\n- 06:12 PST Deploy")).toEqual([event]);
    expect(kept("![[Timeline]]", "---\npostmortem-ignore: wrong-zone\n---\n\n- 06:12 PST Deploy")).toEqual([]);
  });

  it("answers to those of the whole postmortem, and to none of its blocks", () => {
    expect(kept("---\npostmortem-ignore: wrong-zone\n---\n\n![[Timeline]]", "- 06:12 PST Deploy")).toEqual([]);
    expect(kept("%% postmortem-ignore wrong-zone: old %%\n\n![[Timeline]]", "- 06:12 PST Deploy")).toEqual([event]);
  });
});

describe("unused-suppression", () => {
  it("reports what silences nothing, what no rule is called, and a missing reason", () => {
    expect(found("%% postmortem-ignore blame-language: old %%\n\nFine.")).toEqual(["1 unused-suppression"]);
    expect(found("%% postmortem-ignore no-such-rule: old %%\n\nFine.")).toEqual(["1 unused-suppression"]);
    expect(found("%% postmortem-ignore %%\n\nFine.")).toEqual(["1 unused-suppression"]);
    expect(found("%% postmortem-ignore blame-language %%\n\nHuman error.")).toEqual(["1 unused-suppression"]);
  });

  it("is silent on a rule that is switched off, and on other comments", () => {
    const input = inputOf(
      { [path]: "%% postmortem-ignore blame-language: old %%\n\nFine.\n\n%% postmortem-ignored %%" },
      { settings: { rules: { "blame-language": { severity: "off" } } } },
    );
    expect(checkNotes(input).filter(({ rule }) => rule === "unused-suppression")).toEqual([]);
  });
});

describe("any suppression", () => {
  const sentences = [
    "Human error.",
    "See [[Gone]].",
    "We should have tested it.",
    "All was fine.",
    "- Human error\n- See [[Gone]]",
  ];
  const rules = ["blame-language", "broken-link", "counterfactual-language"];

  it("removes exactly its rule in exactly its block", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.constantFrom(...rules),
        fc.constantFrom("%%", "<!--"),
        (blocks, index, rule, mark) => {
          const at = index % blocks.length;
          const plain = blocks.map((block) => `Then.\n\n${block}`);
          const comment = `${mark} postmortem-ignore ${rule}: because ${mark === "%%" ? "%%" : "-->"}`;
          const marked = blocks.map((block, position) =>
            position === at ? `Then.\n\n${comment}\n\n${block}` : `Then.\n\n${block}`,
          );
          const above = at === 0 ? 0 : plain.slice(0, at).join("\n\n").split("\n").length + 1;
          const first = above + 3;
          const last = first + (blocks[at] ?? "").split("\n").length - 1;
          const before = found(plain.join("\n\n")).map(
            (entry) => [Number(entry.split(" ")[0]), entry.split(" ")[1]] as const,
          );
          const expected = before
            .filter(([line, id]) => id !== rule || line < first || line > last)
            .map(([line, id]) => `${line < first ? line : line + 2} ${id ?? ""}`);
          const actual = found(marked.join("\n\n")).filter((entry) => !entry.endsWith("unused-suppression"));
          expect(actual).toEqual(expected);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});
