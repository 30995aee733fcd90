import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../src/settings";
import {
  defaultChoices,
  lineDifference,
  originOf,
  readTraced,
  whyNotBelieved,
  withGiven,
  withStyle,
  withTrace,
  writeDocument,
  writeExport,
} from "../../src/write/export";
import type { Exported } from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { createMemoryVault } from "../vault/memory-vault";

const trace = { source: 'A "b" --> c.md', choices: "markdown github relative table keep" };

describe("the trace of an export", () => {
  it.each(["text\n", "text", "", "a\r\nb\r\n", "a\n\n\n"])("is read back, with the document as it was: %j", (body) => {
    const text = withTrace(body, trace);
    const traced = readTraced(text);
    expect(traced).toMatchObject({ trace, edited: false });
    expect(traced?.body.trimEnd()).toBe(body.trimEnd());
    expect(text.split("\n").at(-2)).not.toMatch(/--.*--.*-->/);
    expect(readTraced(text.replaceAll(/\r?\n/g, "\r\n"))?.edited).toBe(false);
    expect(readTraced(`x${text}`)?.edited).toBe(true);
  });

  it.each(["a\tb.md", "50%.md", "<a>.md", "a--b---c.md", "%41.md"])("holds any name of a note: %j", (source) => {
    const text = withTrace("one\n", { ...trace, source });
    expect(readTraced(text)).toMatchObject({ trace: { ...trace, source }, edited: false, body: "one\n" });
    expect(text.split("\n").at(-2)).toMatch(/^<!-- postmortem-export: source="[^<>"\t]*" as="[^"]*" sha256=\w+ -->$/);
  });

  it("keeps a file that changed between reading and writing", async () => {
    const vault = createMemoryVault({ "X.md": withTrace("one\n", trace) });
    const change = vault.change.bind(vault);
    vault.change = async (...args) => {
      vault.files.set("X.md", "typed meanwhile");
      return change(...args);
    };
    expect(await writeExport(vault, "X.md", withTrace("two\n", trace))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("changed in the meantime") as string,
    });
    expect(vault.files.get("X.md")).toBe("typed meanwhile");
  });
});

describe("an export that meets a file", () => {
  const text = withTrace("one\ntwo\n", trace);

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string, unknown]>([
    ["none", {}, "X.md", { kind: "created" }],
    [
      "none, beyond the vault",
      {},
      "../X.md",
      { kind: "refused", message: "../X.md lies outside the vault", difference: null },
    ],
    [
      "that is no text",
      { "X.md": new Uint8Array([0]) },
      "X.md",
      { kind: "refused", message: "X.md is not text", difference: null },
    ],
    ["that says so already", { "X.md": text }, "X.md", { kind: "unchanged" }],
    ["that says so with other line ends", { "X.md": text.replaceAll("\n", "\r\n") }, "X.md", { kind: "unchanged" }],
    ["of its own", { "X.md": withTrace("one\n", trace) }, "X.md", { kind: "updated" }],
    [
      "of somebody else",
      { "X.md": "one\n" },
      "X.md",
      {
        kind: "refused",
        message: "`X.md` was not written by an export and is not overwritten; choose another name",
        difference: null,
      },
    ],
    [
      "that was edited",
      { "X.md": text.replace("two", "2") },
      "X.md",
      {
        kind: "refused",
        message:
          "`X.md` was edited by hand and is not overwritten; take over what is needed, and delete or move it to export again",
        difference: "- 2\n+ two",
      },
    ],
  ])("%s", async (_, files, path, expected) => {
    const vault = createMemoryVault(files);
    expect(await writeExport(vault, path, text)).toEqual(expected);
  });

  it("keeps its line ends", async () => {
    const vault = createMemoryVault({ "X.md": withTrace("one\r\n", trace) });
    expect(await writeExport(vault, "X.md", text)).toEqual({ kind: "updated" });
    expect(vault.files.get("X.md")).toBe(text.replaceAll("\n", "\r\n"));
  });
});

describe("the files beside an export", () => {
  const bytes = (value: number) => new Uint8Array([value, value]);
  const exported = (...names: readonly string[]): Exported => ({
    text: "one\n",
    attachments: names.map((name) => ({ from: name, to: `X.assets/${name}` })),
    problems: [],
    removed: [],
    refusal: null,
  });
  const written = async (
    path: string,
    document: Exported,
    files: Readonly<Record<string, string | Uint8Array>> = {},
  ) => {
    const vault = createMemoryVault({ "a.png": bytes(1), "b.png": bytes(2), "c.png": bytes(3) });
    const target = createMemoryVault(files);
    const source = {
      vault,
      library: libraryOf({}),
      settings: defaultSettings,
      strictLineBreaks: false,
      clock: { now: 0, zone: "UTC" },
    };
    const what = { note: "Note.md", choices: defaultChoices(defaultSettings) };
    const result = await writeDocument(source, what, document, {
      vault: target,
      path,
      place: { document: path, vault: "" },
    });
    return { ...result, files: [...target.files.keys()] };
  };

  it("are copied unless they are there, and never over others", async () => {
    const there = { "Out/X.assets/b.png": bytes(2), "Out/X.assets/c.png": bytes(4) };
    expect(await written("Out/X.md", exported("a.png", "b.png", "c.png", "gone.png"), there)).toMatchObject({
      delivery: { kind: "created" },
      copied: ["Out/X.assets/a.png"],
      problems: [
        "`Out/X.assets/c.png` differs from `c.png` and is not overwritten; delete it to get a new copy",
        "gone.png does not exist",
      ],
    });
    expect(await written("X.md", exported("a.png"))).toMatchObject({ copied: ["X.assets/a.png"], problems: [] });
    const outside = { ...exported(), attachments: [{ from: "a.png", to: "../a.png" }] };
    for (const [document, problem] of [
      [exported("../a.png"), "does not exist"],
      [outside, "lies outside the vault"],
    ] as const)
      expect(await written("X.md", document)).toMatchObject({ copied: [], problems: [`../a.png ${problem}`] });
  });

  it("are not copied where the document is refused", async () => {
    const refused = { ...exported("a.png"), refusal: "no" };
    expect(await written("X.md", refused)).toEqual({
      delivery: { kind: "refused", message: "no", difference: null },
      copied: [],
      problems: [],
      files: [],
    });
    expect(await written("X.md", exported("a.png"), { "X.md": "mine" })).toMatchObject({
      delivery: { kind: "refused", difference: null },
      copied: [],
      files: ["X.md"],
    });
  });
});

describe("what an exported file says of its note", () => {
  const files = { "Incident.md": "---\ntags: [postmortem]\n---\n", "Diary.md": "# Diary\n" };
  const believed = (note: string, isNamed: boolean) =>
    whyNotBelieved(
      "X.md",
      { note, isNamed, choices: defaultChoices(defaultSettings) },
      { library: libraryOf(files), settings: defaultSettings },
    );

  it("is believed of postmortems, and where a person names the note", () => {
    expect([believed("Incident.md", false), believed("Diary.md", true), believed("Gone.md", true)]).toEqual([
      null,
      null,
      null,
    ]);
    for (const note of ["Diary.md", "Gone.md"])
      expect(believed(note, false)).toBe(
        `\`X.md\` says that it was exported from \`${note}\`, which is no postmortem; if it is meant, refresh it from that note`,
      );
  });

  it("is read with what came later as it stands by default", async () => {
    const vault = createMemoryVault({
      "X.md": withTrace("one\n", { source: "N.md", choices: "html gitlab" }),
      "Y.md": withTrace("one\n", { source: "N.md", choices: "markdown nowhere" }),
      "Z.md": `${withTrace("one\n", { source: "N.md", choices: "markdown" })}\n \n`,
      "W.md": `${withTrace("one\n", { source: "N.md", choices: "markdown" })}x`,
    });
    const choices = defaultChoices(defaultSettings);
    expect(await originOf(vault, "X.md", null)).toEqual({
      note: "N.md",
      choices: { ...choices, target: "html", flavor: "gitlab" },
      isNamed: false,
    });
    expect(await originOf(vault, "Y.md", null)).toHaveProperty("problem");
    expect(await originOf(vault, "Z.md", null)).toMatchObject({ note: "N.md" });
    expect(await originOf(vault, "W.md", null)).toHaveProperty("problem");
  });
});

describe("what was chosen", () => {
  const choices = defaultChoices(defaultSettings);
  const given = (more: Parameters<typeof withGiven>[1]) =>
    withGiven(choices, more, (option, value, allowed) => {
      const found = allowed.find((each) => each === value);
      if (found === undefined) throw new Error(`${option} is none of ${allowed.join(", ")}`);
      return found;
    });

  it("is as it was but for what is given", () => {
    expect(given({})).toEqual(choices);
    expect(given({ to: "html", links: "text", "mark-origin": true, external: "" })).toEqual({
      ...choices,
      target: "html",
      links: "text",
      markOrigin: true,
      external: true,
    });
    expect(() => given({ to: "pdf" })).toThrow("to is none of markdown, html");
    expect(() => given({ tasks: "x" })).toThrow("tasks is none of");
    expect(withStyle(choices, "flavor", "gitlab")).toEqual({ ...choices, flavor: "gitlab" });
    expect(withStyle(choices, "flavor", "x")).toBe(choices);
  });

  it.each([
    ["markdown", choices],
    [
      "html gitlab text drop words external origin",
      given({
        to: "html",
        flavor: "gitlab",
        links: "text",
        properties: "drop",
        tasks: "words",
        external: true,
        "mark-origin": true,
      }),
    ],
    ["markdown origin commonmark text", { ...choices, flavor: "commonmark", links: "text", markOrigin: true }],
    ["pdf", null],
    ["", null],
    ["markdown nowhere", null],
  ])("is read of a file: %j", async (words, expected) => {
    const vault = createMemoryVault({ "X.md": withTrace("one\n", { source: "Note.md", choices: words }) });
    const origin = await originOf(vault, "X.md", null);
    expect("problem" in origin ? null : origin.choices).toEqual(expected);
  });

  it.each([
    ["Other.md", "Note.md", "`X.md` was exported from `Note.md`, not from `Other.md`"],
    [null, "", "`X.md` is an external version, which does not tell its note; refresh it from that note"],
  ])("names its note: %j, %j", async (named, source, problem) => {
    const vault = createMemoryVault({ "X.md": withTrace("one\n", { source, choices: "markdown" }), "Y.md": "one" });
    expect(await originOf(vault, "X.md", named)).toEqual({ problem });
    expect(await originOf(vault, "X.md", "Note.md")).toEqual({ note: "Note.md", choices, isNamed: true });
    expect(await originOf(vault, "Gone.md", null)).toEqual({ problem: "Gone.md does not exist" });
    expect(await originOf(vault, "Y.md", null)).toEqual({
      problem: "`Y.md` does not say which note it was exported from, so it cannot be refreshed",
    });
  });
});

describe("the difference of two texts", () => {
  it("names the lines that go and come, each stretch by itself", () => {
    expect(lineDifference("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nd2\ne\n")).toBe("- b\n+ B\n\n+ d2");
    expect(lineDifference("same", "same")).toBe("");
    expect(lineDifference("a\r\nb", "a\nb")).toBe("");
  });

  it.each([
    ["a", "a\nb", "+ b"],
    ["", "x", "- \n+ x"],
    ["a\na\na", "a\na", "- a"],
    ["a\nb\nc\nd", "b\nc\na\nd", "- a\n\n+ a"],
    ["x\n1\n2\ny\n3", "x\n2\n1\ny\n4", "- 1\n\n+ 1\n\n- 3\n+ 4"],
    ["a\n\nb", "a\nb", "- "],
    ["a\nb\n", "b\nb\n", "- a\n+ b"],
  ])("of %j and %j is the smallest one", (before, after, expected) => {
    expect(lineDifference(before, after)).toBe(expected);
  });

  it("has as few lines as there can be", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 });
    const common = (a: readonly string[], b: readonly string[]): number => {
      if (a.length === 0 || b.length === 0) return 0;
      const [first, ...rest] = a;
      const at = b.indexOf(first ?? "");
      return Math.max(common(rest, b), at < 0 ? 0 : 1 + common(rest, b.slice(at + 1)));
    };
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const lines = lineDifference(a.join("\n"), b.join("\n"))
          .split("\n")
          .filter((line) => line !== "");
        const shared = common(a, b);
        expect(lines.filter((line) => line.startsWith("- "))).toHaveLength(a.length - shared);
        expect(lines.filter((line) => line.startsWith("+ "))).toHaveLength(b.length - shared);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it("shows two hundred lines, and tells of long stretches only that they were replaced", () => {
    const numbered = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${index}`);
    const of = (before: readonly string[], after: readonly string[]) =>
      lineDifference(before.join("\n"), after.join("\n")).split("\n");
    expect(of(["x"], ["x", ...numbered("b", 200)])).toHaveLength(200);
    expect(of(["x"], ["x", ...numbered("b", 201)]).slice(199)).toEqual(["+ b199", "… and 1 more lines"]);
    const [a, b] = [numbered("a", 1000), numbered("b", 1000)];
    expect(of(["same", ...a.slice(1)], ["new", "same", ...b.slice(2)])[0]).toBe("+ new");
    expect(of(["same", ...a], ["new", "same", ...b.slice(2)])[0]).toBe("- same");
  });

  it("ends for long texts too", () => {
    const lines = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join("\n");
    expect(lineDifference(lines("a"), lines("b"))).toMatch(/^- a0\n[^]*\n… and 9800 more lines$/);
  });
});
