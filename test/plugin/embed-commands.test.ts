// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const text = "# A\n\n![[Log#Events]]\n\nbetween\n\n![[Missing]]\n";
const files = { "A.md": text, "Log.md": "# Log\n\n## Events\n\n- 06:12 deploy\n" };

describe("replace embeds with their content", () => {
  it("takes one step, which one undo takes back; what cannot be resolved stays and is named", async () => {
    const app = await startApp(files);
    const editor = await app.open("A.md");
    await app.run("replace-embeds");
    const replaced = editor.state.doc.toString();
    expect(replaced).toContain("- 06:12 deploy");
    expect(replaced).toContain("between\n\n![[Missing]]");
    expect(replaced).not.toContain("![[Log");
    expect(app.notices).toEqual([expect.stringMatching(/^1 embed replaced\.\nNot resolved:\n.*Missing/)]);
    undo(editor);
    expect(editor.state.doc.toString()).toBe(text);
    expect(await app.text("Log.md")).toBe(files["Log.md"]);
  });

  it("takes what is typed and not saved yet, and leaves the rest of the note alone", async () => {
    const app = await startApp(files);
    const editor = await app.open("A.md");
    editor.dispatch({ changes: { from: text.length, insert: "typed" } });
    await app.run("replace-embeds");
    expect(editor.state.doc.toString()).toMatch(/06:12 deploy[^]*typed$/);
  });

  it("is not offered where no note is open", async () => {
    const app = await startApp(files);
    expect(app.offers("replace-embeds")).toBe(false);
    expect(app.offers("copy-resolved")).toBe(false);
  });
});

describe("copy with embeds resolved", () => {
  it("puts the whole document on the clipboard and leaves the note as it is", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    const app = await startApp(files);
    const editor = await app.open("A.md");
    await app.run("copy-resolved");
    expect(writeText.mock.calls[0]?.[0]).toContain("- 06:12 deploy");
    expect(editor.state.doc.toString()).toBe(text);
  });

  it("says when the clipboard refuses", async () => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error("denied")) },
    });
    const app = await startApp(files);
    await app.open("A.md");
    await app.run("copy-resolved");
    expect(app.notices).toEqual(["The clipboard cannot be written to."]);
  });
});
