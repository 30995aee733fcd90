import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes, fixNotes } from "../../src/check";
import { applyEdits } from "../../src/base";
import { parseNote } from "../../src/note";
import { examplePath, inputOf } from "./replay";

const path = examplePath;
const timeline = { "Incident Timeline.md": "## Key Events\n\n- 06:12 UTC Deploy\n" };

function fixed(text: string, others: Readonly<Record<string, string>> = {}): string {
  const input = inputOf({ ...others, [path]: text }, { paths: [path] });
  return fixNotes(input).texts.get(path) ?? text;
}

describe("fixNotes", () => {
  it("mends everything that has one right answer, over as many passes as it takes", () => {
    const text =
      "---\ntag: incident\nseverty: SEV-1\n---\n\n# API outage\n\n## What Happened\n\nA deploy broke the API, see ![[Incident Timeline#Key Evnets]].\n";
    expect(fixed(text, timeline)).toBe(
      [
        "---\ntags: [incident, postmortem]\nseverity: SEV-1\ntitle: API outage\ndate: 2024-04-11\n---\n\n# API outage\n",
        "## What Happened\n\nA deploy broke the API, see ![[Incident Timeline#Key Events]].\n",
        "## Timeline\n\nTODO: fill in\n",
        "## Root Cause\n\nTODO: fill in\n",
        "## Impact\n\nTODO: fill in\n",
        "## Action Items\n\nTODO: fill in\n",
      ].join("\n"),
    );
  });

  it("makes a postmortem out of an empty note", () => {
    const text = fixed("");
    expect(text).toContain("tags: [postmortem]");
    expect(parseNote(text).headings.map((heading) => heading.text)).toEqual([
      "What Happened",
      "Timeline",
      "Root Cause",
      "Impact",
      "Action Items",
    ]);
  });

  it("applies only what is wanted", () => {
    const input = inputOf({ [path]: "---\ntag: postmortem\nseverty: SEV-1\n---\n" });
    const { texts, applied } = fixNotes(input, ({ rule }) => rule === "deprecated-property");
    expect(texts.get(path)).toBe("---\ntags: [postmortem]\nseverty: SEV-1\n---\n");
    expect(applied).toBe(1);
  });

  it("adds properties with the blanks that stand before the others", () => {
    expect(fixed("---\n tags:\n  - incident\n---\n\n# API outage\n")).toContain(
      "---\n tags:\n  - incident\n  - postmortem\n title: API outage\n date: 2024-04-11\n---\n",
    );
  });

  it("renames a misspelt property instead of adding the one that is missing", () => {
    const { texts } = fixNotes(
      inputOf({ [path]: "---\ntitel: API\ntilte: API\ndate: 2024-04-11\ntags: [postmortem]\n---\n\n# API outage\n" }),
    );
    expect(texts.get(path)?.split("\n").slice(0, 6)).toEqual([
      "---",
      "title: API",
      "tilte: API",
      "date: 2024-04-11",
      "tags: [postmortem]",
      "---",
    ]);
  });

  it("tells what is left, and leaves the library as it was", () => {
    const text = "---\nseverty: SEV-1\n---\n\nHuman error.";
    const input = inputOf({ [path]: text });
    const { diagnostics, texts } = fixNotes(input);
    expect(diagnostics).toEqual(checkNotes(inputOf({ [path]: texts.get(path) ?? "" })));
    expect(diagnostics.map(({ rule }) => rule)).toContain("blame-language");
    expect(input.library.note(path)?.text).toBe(text);
  });

  it("changes nothing in a note that has nothing to fix", () => {
    const { texts, applied } = fixNotes(inputOf(timeline));
    expect(fixNotes(inputOf({ [path]: "Human error." }), ({ rule }) => rule === "blame-language")).toMatchObject({
      applied: 0,
    });
    expect({ size: texts.size > 0, applied }).toEqual({ size: true, applied });
  });

  it("keeps CRLF, a byte order mark and a missing last line break", () => {
    const text = fixed("\ufeff# API outage\r\n\r\n## What Happened\r\n\r\nA deploy.");
    expect(text.startsWith("\ufeff---\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("TODO: fill in")).toBe(true);
    expect(parseNote(text).frontmatter?.problems).toEqual([]);
  });

  it("adds sections behind the byte order mark of an empty note", () => {
    const { texts } = fixNotes(inputOf({ [path]: "\ufeff" }), ({ rule }) => rule === "missing-section");
    expect(texts.get(path)).toMatch(/^\ufeff## What Happened\n/);
  });

  it("checks the notes again that embed a mended one", () => {
    const notes = {
      "Incident-2024-01-01-A.md": "# A",
      "Incident-2024-01-02-B.md": "# B\n\n![[Incident-2024-01-01-A#Impact]]",
    };
    expect(checkNotes(inputOf(notes)).map(({ rule }) => rule)).toContain("broken-embed");
    const { diagnostics } = fixNotes(inputOf(notes), (diagnostic) => diagnostic.path === "Incident-2024-01-01-A.md");
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("broken-embed");
  });

  it("adds no section inside of what is still open at the end", () => {
    for (const end of ["```\ncode", "%%\nhidden", "$$\nx", "<!-- hidden"]) {
      const text = fixed(`# API outage\n\n${end}`);
      expect(text.endsWith(end)).toBe(true);
    }
  });
});

const lines = [
  "---",
  "title: API outage",
  "title:",
  "date: 2024-04-11",
  "date: soon",
  "tags:",
  "  - postmortem",
  "tags: [incident]",
  "tag: x",
  "titel: API",
  "severty: SEV-1",
  "{a: b}",
  "key: |",
  "  text",
  "# API outage",
  "## What Happened",
  "## Impact",
  "### Impact",
  "## Timeline",
  "Impact",
  "------",
  "A deploy broke it.",
  "TODO: tell",
  "- [ ] Add an alert",
  "- [ ]",
  "  - nested",
  "> quoted",
  "> [!note] Title",
  "```",
  "~~~",
  "%%",
  "%% postmortem-ignore blame-language: x %%",
  "%% postmortem-ignore blame-langage: x %%",
  "<!-- postmortem-ignore broken-link -->",
  "<!--",
  "$$",
  "<div>",
  "| a | b |",
  "| - | - |",
  "Human error [[Gone]].",
  "![[Incident Timeline#Key Evnets]]",
  "[[Incident Timeline#Key Event]]",
  "[^1]: note",
  "^id",
  "",
  "",
  "",
];

describe("fixes of any note", () => {
  const notes = fc.tuple(
    fc.array(fc.constantFrom(...lines), { maxLength: 18 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
    fc.boolean(),
  );
  const textOf = ([parts, lineBreak, frontmatter, last]: readonly [string[], string, boolean, boolean]): string =>
    [...(frontmatter ? ["---", "title: A", "---"] : []), ...parts].join(lineBreak) + (last ? lineBreak : "");

  it("settle, keep the kind of line break, and break no YAML that was sound", () => {
    fc.assert(
      fc.property(notes, (given) => {
        const text = textOf(given);
        const input = inputOf({ ...timeline, [path]: text }, { paths: [path] });
        const result = fixNotes(input);
        const after = result.texts.get(path) ?? text;
        expect(
          result.diagnostics
            .filter(({ fix, rule }) => fix !== undefined && rule !== "internal-error")
            .map(({ rule, message }) => `${rule}: ${message}`),
        ).toEqual([]);
        expect(result.diagnostics.filter(({ rule }) => rule === "internal-error")).toEqual([]);
        if (given[1] === "\r\n" && text.includes("\n")) expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        if (given[1] === "\n") expect(after).not.toContain("\r");
        if (parseNote(text, path).frontmatter?.problems.length === 0)
          expect(parseNote(after, path).frontmatter?.problems).toEqual([]);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("lose no text outside of their edits", () => {
    fc.assert(
      fc.property(notes, (given) => {
        const text = textOf(given);
        for (const { fix, span } of checkNotes(inputOf({ ...timeline, [path]: text }, { paths: [path] }))) {
          if (fix === undefined) continue;
          const after = applyEdits(text, fix.edits);
          expect(after).not.toBeNull();
          for (const edit of fix.edits) {
            const removed = text.slice(edit.span.start, edit.span.end);
            // Whatever is taken away is a key, a value, a heading's name in a link, or a comment that asked for
            // silence.
            expect(removed).toMatch(/^(?:[^\n]{0,80}|\s*(?:%%|<!--)\s?postmortem-ignore[^\n]*(?:%%|-->)\s*)$/);
            expect(edit.path).toBe(path);
          }
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe("what would mend the problems of the example's draft", () => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "../../examples/vault");
  const notes = Object.fromEntries(
    readdirSync(folder).flatMap((name) =>
      name.endsWith(".md") ? [[name, readFileSync(join(folder, name), "utf8")]] : [],
    ),
  );
  const input = inputOf(notes, { paths: ["Incident-2024-09-17-Checkout-Latency.md"] });
  const found = checkNotes(input);

  it("is on offer for most of them", () => {
    const open = found.filter(({ choices = [], fix }) => fix === undefined && choices.length === 0);
    expect(open.map(({ rule }) => rule).sort()).toEqual(["blame-language", "counterfactual-language"]);
    expect(found.length - open.length).toBeGreaterThanOrEqual(15);
  });

  it("is never taken by whoever mends many notes at once, where a person has to choose", () => {
    const { applied, texts } = fixNotes(input);
    expect(applied).toBe(2);
    expect([...texts.keys()]).toEqual(["Incident-2024-09-17-Checkout-Latency.md"]);
  });
});
