import { describe, expect, it } from "vitest";
import { lineDifference, readTraced, withTrace, writeExport } from "../../src/write/export";
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

describe("the difference of two texts", () => {
  it("names the lines that go and come, each stretch by itself", () => {
    expect(lineDifference("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nd2\ne\n")).toBe("- b\n+ B\n\n+ d2");
    expect(lineDifference("same", "same")).toBe("");
    expect(lineDifference("a\r\nb", "a\nb")).toBe("");
  });

  it("ends for long texts too", () => {
    const lines = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join("\n");
    expect(lineDifference(lines("a"), lines("b"))).toMatch(/^- a0\n[^]*\n… and 9800 more lines$/);
  });
});
