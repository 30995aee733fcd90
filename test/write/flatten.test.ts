import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import type { FlattenOptions } from "../../src/write";
import { flatten } from "../../src/write";
import { libraryOf } from "../vault/library-of";

const cases = join(import.meta.dirname, "flatten");

/** The files of a small vault; `expected.md` is what `Host.md` has to become, with its problems at the end. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "expected.md")
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

/** Flattens `Host.md`; null-free for the tests. */
function flat(files: Readonly<Record<string, string>>, options: Partial<FlattenOptions> = {}) {
  const flattened = flatten(libraryOf(files), "Host.md", { depth: 10, ...options });
  if (!flattened) throw new Error("Host.md is not held");
  return flattened;
}

describe("flattening", () => {
  it.each(readdirSync(cases))("%s", async (name) => {
    const files = filesOf(join(cases, name));
    const markOrigin = name === "marked";
    const { text, edits, problems } = flat(files, { markOrigin });
    const remarks =
      problems.length === 0
        ? ""
        : `\n%% problems\n${problems.map((problem) => `${problem.kind}: ${problem.message}`).join("\n")}\n%%\n`;
    await expect(text + remarks).toMatchFileSnapshot(join(cases, name, "expected.md"));
    expect(applyEdits(files["Host.md"] ?? "", edits)).toBe(text);
    expect(flat({ ...files, "Host.md": text }, { markOrigin })).toMatchObject({ text, edits: [], problems: [] });
  });

  it("is as approved with the other choices", async () => {
    const other = { depth: 1, markOrigin: true, nameless: true, keepUnresolved: true, blocksInCells: true } as const;
    const parts = readdirSync(cases).map((name) => {
      const { text, edits, problems } = flat(filesOf(join(cases, name)), other);
      const told = problems.map(({ kind, message }) => `${kind}: ${message}`);
      const spans = edits.map(({ span }) => `${span.start}-${span.end}`);
      return [`=== ${name} at ${spans.join(" ")}`, ...told, text.replaceAll("\r", "␍"), ""].join("\n");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot("approved/flattened-otherwise.txt");
  });

  it("leaves a note without embeds as it is", () => {
    const text = "---\na: 1\n---\n\n# H\r\n\n\n  [[#H]]\t![[pic.png]]\n\n";
    expect(flat({ "Host.md": text, "pic.png": "" })).toMatchObject({ text, edits: [], problems: [] });
  });

  it.each([
    ["A ![[P#^open]] B ]] C ` D.", "A Wrote \\[[draft and \\`tick %% here. B ]] C ` D."],
    ["Before [[ it ![[P#^closed]] after.", "Before [[ it Ends &#93;] and `tick` there. after."],
    ["![[P#^open]] and ![[P#^closed]]", "Wrote \\[[draft and \\`tick %% here. and Ends &#93;] and `tick` there."],
    ["- ![[P#^open]] alone.", "- Wrote [[draft and `tick %% here. alone."],
  ])("lets no mark of %j pair beyond the edge of an embed", (host, expected) => {
    const files = { "P.md": "Wrote [[draft and `tick %% here. ^open\n\nEnds ]] and `tick` there. ^closed\n" };
    expect(flat({ ...files, "Host.md": host }).text).toBe(expected);
  });

  it("lets no mark of an embed pair with the remark on its origin", () => {
    const files = { "Host.md": "![[P#^a]] and ![[P#^a]]", "P.md": "Wrote %% here. ^a\n" };
    expect(flat(files, { markOrigin: true }).text).toBe(
      "%% from [[P#^a]] %% Wrote \\%% here. and %% from [[P#^a]] %% Wrote \\%% here.",
    );
  });

  it.each([
    // The link led to the host's own heading, and has to pass by the one that came in above it.
    [
      "a link of the host to a heading that comes in above it as well",
      { "Host.md": "![[N]]\n\n# Own\n\nSee [[#Impact]].\n\n## Impact\n\nh\n", "N.md": "# Impact\n\nn\n" },
      "# Impact\n\nn\n\n# Own\n\nSee [[#Own#Impact|Impact]].\n\n## Impact\n\nh\n",
    ],
    [
      "a link with other words in a table that comes in",
      { "Host.md": "# Impact\n\n![[N]]\n", "N.md": "# Impact\n\n| a |\n| --- |\n| [[#Impact\\|here]] |\n" },
      "# Impact\n\n## Impact\n\n| a |\n| --- |\n| [[#Impact#Impact\\|here]] |\n",
    ],
    [
      "marks that would pair beyond the edge of an embed in a footnote",
      {
        "Host.md": "Down^[see [[x ![[P#^a]] now, wow!![[P#^b]]].\n",
        "P.md": "Ends ]] there ^a\n\n[link](https://e.example) ^b\n",
      },
      "Down^[see [[x Ends &#93;] there now, wow! [link](https://e.example)].\n",
    ],
    [
      "the tabs of a code block that moves into a list",
      { "Host.md": "- item\n\n  ![[N]]\n", "N.md": "\tone\n\t\ttwo\n" },
      "- item\n\n      one\n          two\n",
    ],
    [
      "a link to a file that has a name of its own there",
      { "Host.md": "![[sub/N]]\n", "sub/N.md": "[a](x.png) [b](<mailto:a b>) [c](mailto:a)\n", "sub/x.png": "" },
      "[a](sub/x.png) [b](<mailto:a b>) [c](mailto:a)\n",
    ],
  ])("keeps the sense of %s", (_, files, expected) => {
    expect(flat(files).text).toBe(expected);
  });

  it("gives null for a note that is not held", () => {
    expect(flatten(libraryOf({}), "Host.md", { depth: 10 })).toBeNull();
  });

  it("leaves what cannot be shown as it is when asked to, and still says so", () => {
    const host = "![[N]]\n![[Gone]]\n![[N]] ![[Gone]] x\n\n# ![[Long]]\n\n| ![[Long]] |\n| - |\n";
    const files = { "Host.md": host, "N.md": "Words.", "Long.md": "One ![[Gone]]\n\n```\ntwo\n```" };
    const { text, edits, problems } = flat(files, { keepUnresolved: true });
    expect(text).toBe("Words.\n\n![[Gone]]\nWords. ![[Gone]] x\n\n# ![[Long]]\n\n| ![[Long]] |\n| - |\n");
    expect(applyEdits(host, edits)).toBe(text);
    expect(edits.length).toBe(2);
    expect(problems.map(({ kind }) => kind)).toEqual(["missing-note", "missing-note", "unfit", "unfit"]);
  });

  it(
    "ends with a remark in a chain of 10,000 notes, whatever the depth that was asked for",
    { timeout: 30_000 },
    () => {
      const files = Object.fromEntries(
        Array.from({ length: 10_000 }, (_, i) => [`N${i}.md`, `${i}\n\n![[N${i + 1}]]`]),
      );
      const { text, problems } = flat({ ...files, "Host.md": "![[N0]]" }, { depth: Infinity });
      expect(problems.map((problem) => problem.kind)).toEqual(["too-deep"]);
      expect(text).toContain("99\n\n> [!warning] Not included: `N100` – too many embeds inside one another");
    },
  );

  it("takes a note that embeds 10,000 sections", { timeout: 30_000 }, () => {
    const section = (i: number) => `## H${i}\n\ntext ${i} [[#H${(i * 7) % 10_000}]] ^b${i}`;
    const { text, problems } = flat({
      "Host.md": Array.from({ length: 10_000 }, (_, i) => `- ![[N#H${i}]]`).join("\n"),
      "N.md": Array.from({ length: 10_000 }, (_, i) => section(i)).join("\n\n"),
    });
    expect(problems).toEqual([]);
    expect(text.endsWith("- ## H9999\n\n  text 9999 [[N#H9993|H9993]] ^b9999")).toBe(true);
  });
});
