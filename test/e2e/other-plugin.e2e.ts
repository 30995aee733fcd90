import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startHost, type HostDriver } from "./host-driver";

/** A plugin that knows nothing of ours and uses what a first plugin usually does, as a bundler writes it. */
const code = `
"use strict";
var obsidian = require("obsidian");
var view = require("@codemirror/view");
module.exports = class WordPlugin extends obsidian.Plugin {
  async onload() {
    this.settings = Object.assign({}, { word: "hello" }, await this.loadData());
    this.addRibbonIcon("dice", "Greet", () => new obsidian.Notice("Greeting: " + this.settings.word));
    this.statusEl = this.addStatusBarItem();
    this.statusEl.setText("no key yet");
    this.addCommand({ id: "ask", name: "Ask", callback: () => new AskModal(this.app).open() });
    this.addCommand({ id: "insert", name: "Insert word", editorCallback: (editor) => editor.cm.dispatch(editor.cm.state.replaceSelection(this.settings.word)) });
    this.addSettingTab(new WordTab(this.app, this));
    this.registerDomEvent(document, "keydown", () => this.statusEl.setText("a key"));
    this.registerInterval(window.setInterval(() => undefined, 60000));
    this.registerEditorExtension(view.EditorView.editorAttributes.of({ "data-other": "yes" }));
    this.registerEvent(this.app.workspace.on("editor-menu", (menu, editor) => menu.addItem((item) => item.setTitle("Shout").onClick(() => editor.cm.dispatch(editor.cm.state.replaceSelection("HEY"))))));
  }
};
class AskModal extends obsidian.Modal {
  onOpen() { this.contentEl.setText("Who is there?"); }
  onClose() { this.contentEl.empty(); }
}
class WordTab extends obsidian.PluginSettingTab {
  constructor(app, plugin) { super(app, plugin); this.plugin = plugin; }
  display() {
    this.containerEl.empty();
    new obsidian.Setting(this.containerEl).setName("Word").addText((text) => text.setValue(this.plugin.settings.word).onChange(async (value) => {
      this.plugin.settings.word = value;
      await this.plugin.saveData(this.plugin.settings);
    }).inputEl.setAttribute("aria-label", "Word"));
  }
}
`;
const manifest = {
  id: "words",
  name: "Words",
  version: "1.0.0",
  minAppVersion: "1.0.0",
  description: "Inserts a word.",
  author: "Nobody",
};

describe("another plugin beside ours, in the browser host", () => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost({ files: { "Note.md": "start " }, open: "Note.md", plugins: [{ manifest, code, css: "" }] });
    await app.open("Note.md");
  });
  afterEach(() => {
    expect(app.consoleProblems()).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
  });

  it("has its commands, its modal, its icon and its place in the status bar", async () => {
    await app.runFromPalette("Words: Ask");
    await app.waitForText(".modal", "Who is there?");
    await app.press("Escape");
    await app.click("button", "Greet");
    await app.waitForText(".notice", "Greeting: hello");
    await app.waitForText(".status-bar", "a key");
    expect(await app.count(".cm-editor[data-other=yes]")).toBe(1);
  });

  it("keeps its settings and works on the note", async () => {
    await app.page.evaluate(() => {
      window.host.openSettings();
    });
    await app.fill("Word", "bye");
    await app.press("Escape");
    await app.setCursor(0, 6);
    await app.runFromPalette("Words: Insert word");
    expect(await app.editorText()).toBe("start bye");
    await app.page.locator(".cm-line").first().click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "Shout" }).click();
    expect(await app.editorText()).toContain("HEY");
  });

  it("leaves alone what is ours when it goes", async () => {
    await app.page.evaluate(() => {
      window.host.registry.disable("words");
    });
    expect(
      await app.page.evaluate(() => [...window.host.registry.commands.keys()].filter((id) => id.startsWith("words:"))),
    ).toEqual([]);
    expect(await app.count(".cm-editor[data-other=yes]")).toBe(0);
    await app.runFromPalette("Incident Postmortems: New postmortem");
    await app.page.locator(".postmortem-new").waitFor();
    await app.press("Escape");
  });
});
