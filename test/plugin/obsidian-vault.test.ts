// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { App } from "obsidian-test-mocks/obsidian";
import { setup } from "obsidian-test-mocks/setup";
import { describe, expect, it } from "vitest";
import { obsidianVault } from "../../src/plugin/state/obsidian-vault";
import { OpenEditors } from "../../src/plugin/state/open-editors";
import { itKeepsTheVaultContract } from "../vault/vault-contract";
import { mountNote } from "./editor";

setup();

async function openVault(files: Readonly<Record<string, string | Uint8Array>>) {
  const app = App.createConfigured__();
  for (const [path, content] of Object.entries(files)) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (folder !== "" && app.vault.getFolderByPath(folder) === null) await app.vault.createFolder(folder);
    if (typeof content === "string") await app.vault.create(path, content);
    else await app.vault.createBinary(path, Uint8Array.from(content).buffer);
  }
  const editors = new OpenEditors(app.asOriginalType__());
  return { app, editors, vault: obsidianVault(app.asOriginalType__(), editors) };
}

describe("vault of the app", () => {
  itKeepsTheVaultContract(async (files) => {
    const { app, vault } = await openVault(files);
    return {
      vault,
      stored: async (path) => ((await app.vault.adapter.exists(path)) ? app.vault.adapter.read(path) : null),
    };
  });

  it("keeps out of the settings folder", async () => {
    const { app, vault } = await openVault({});
    expect(await vault.create(`${app.vault.configDir}/plugins/x.md`, "x")).toMatchObject({
      ok: false,
      reason: "outside",
    });
  });

  it("changes an open note in its editor, in one step that one undo takes back", async () => {
    const { app, editors, vault } = await openVault({ "A.md": "one two" });
    const file = app.vault.getFileByPath("A.md");
    if (file === null) throw new Error("no file");
    const { editor } = await mountNote(app, app.workspace.getLeaf(true), file, [editors.extension]);
    editor.dispatch({ changes: { from: 7, insert: " three" } });
    const edits = [
      { path: "A.md", span: { start: 0, end: 3 }, text: "1" },
      { path: "A.md", span: { start: 4, end: 7 }, text: "2" },
    ];
    expect(await vault.change("A.md", "one two", edits)).toMatchObject({ ok: false, reason: "changed" });
    expect(await vault.change("A.md", "one two three", edits)).toEqual({ ok: true });
    expect(editor.state.doc.toString()).toBe("1 2 three");
    undo(editor);
    expect(editor.state.doc.toString()).toBe("one two three");
    expect(await app.vault.read(file)).toBe("one two");
    editor.destroy();
  });
});
