// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { actionsOf, startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const note = "Incident-2024-04-11-A.md";
const text = "---\ntag: postmortem\n---\n# A\n\n## Timeline\n\n![[Log#Events]]\n";
const log = "# Log\n\n## Events\n\n- 06:12 UTC deploy\n";
/** Only what a test is about; every other rule is off. */
const only = (...ids: string[]) => ({
  rules: Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});

describe("a postmortem in the editor", () => {
  it("shows its problems where they stand, with their fixes", async () => {
    const app = await startApp({ [note]: text, "Log.md": log }, only("deprecated-property"));
    const editor = await app.open(note);
    expect(app.underlined(editor)).toEqual(["tag | deprecated-property"]);

    const [action] = actionsOf(editor);
    action?.apply();
    await app.wait(0);
    expect(editor.state.doc.toString()).toBe(text.replace("tag: postmortem", "tags: [postmortem]"));
    await app.wait();
    expect(app.underlined(editor)).toEqual([]);
    expect(await app.text(note)).toBe(text.replace("tag: postmortem", "tags: [postmortem]"));
    undo(editor);
    expect(editor.state.doc.toString()).toBe(text);
  });

  it("fixes the text as it is now, though the problem was found before the last key", async () => {
    const app = await startApp({ [note]: text, "Log.md": log }, only("deprecated-property"));
    const editor = await app.open(note);
    const [action] = actionsOf(editor);
    editor.dispatch({ changes: { from: 0, to: 3, insert: "---" }, userEvent: "input.type" });
    editor.dispatch({ changes: { from: text.length, insert: "more\n" }, userEvent: "input.type" });
    action?.apply();
    await app.wait(0);
    expect(editor.state.doc.toString()).toBe(`${text.replace("tag: postmortem", "tags: [postmortem]")}more\n`);
  });

  it("checks what is typed, before it is saved", async () => {
    const app = await startApp({ [note]: text, "Log.md": log }, only("broken-embed"));
    const editor = await app.open(note);
    expect(app.underlined(editor)).toEqual([]);
    editor.dispatch({ changes: { from: text.indexOf("Events]]"), to: text.indexOf("]]"), insert: "Nothing" } });
    await app.wait(1000);
    expect(app.underlined(editor)).toEqual(["![[Log#Nothing]] | broken-embed"]);
    expect(await app.text(note)).toBe(text);
  });

  it("follows the note that it embeds", async () => {
    const app = await startApp({ [note]: text, "Log.md": log }, only("broken-embed"));
    const editor = await app.open(note);
    await app.write("Log.md", "# Log\n\n## Other\n");
    expect(app.underlined(editor)).toEqual(["![[Log#Events]] | broken-embed"]);
    await app.write("Log.md", log);
    expect(app.underlined(editor)).toEqual([]);
  });

  it("follows notes that come, go and are renamed", async () => {
    const app = await startApp({ [note]: text }, only("broken-embed"));
    const editor = await app.open(note);
    const broken = ["![[Log#Events]] | broken-embed"];
    expect(app.underlined(editor)).toEqual(broken);
    await app.write("Log.md", log);
    expect(app.underlined(editor)).toEqual([]);
    await app.rename("Log.md", "Old log.md");
    expect(app.underlined(editor)).toHaveLength(1);
    await app.rename("Old log.md", "Log.md");
    expect(app.underlined(editor)).toEqual([]);
    await app.remove("Log.md");
    expect(app.underlined(editor)).toHaveLength(1);
  });

  it("says nothing in other notes", async () => {
    const app = await startApp({ [note]: text, "Log.md": log, "Shopping.md": "---\ntag: x\n---\nTODO\n" });
    const other = await app.open("Shopping.md");
    expect(app.underlined(other)).toEqual([]);
  });
});

describe("the status bar", () => {
  it("counts the problems of the postmortem in front, and leads to them when it is pressed", async () => {
    const app = await startApp(
      { [note]: text, "Log.md": log, "Shopping.md": "" },
      only("deprecated-property", "broken-embed"),
    );
    const [item] = app.plugin.statusBarItems__;
    expect(item?.isShown()).toBe(false);
    await app.open(note);
    expect(item?.textContent).toBe("1 problem");
    await app.write("Log.md", "");
    expect(item?.textContent).toBe("2 problems");
    item?.click();
    await app.wait();
    expect(document.querySelector(".postmortem-problems .postmortem-count")?.textContent).toBe("1 error, 1 warning");
    await app.open("Shopping.md");
    expect(item?.style.display).toBe("none");
  });

  it("tells errors from the rest by its colour, and that nothing is left", async () => {
    const app = await startApp({ [note]: text, "Log.md": log }, only("deprecated-property", "broken-embed"));
    const [item] = app.plugin.statusBarItems__;
    const shown = (): readonly unknown[] => [item?.textContent, item?.hasClass("postmortem-status-error")];
    await app.open(note);
    expect(shown()).toEqual(["1 problem", false]);
    await app.write("Log.md", "");
    expect(shown()).toEqual(["2 problems", true]);
    await app.write("Log.md", log);
    await app.write(note, text.replace("tag: postmortem", "tags: [postmortem]"));
    expect(shown()).toEqual(["No problems", false]);
  });

  it.each([
    ["a", false],
    ["Enter", true],
    [" ", true],
  ])("is pressed by Enter and the space bar alone: %j", async (key, isPressed) => {
    const app = await startApp({ [note]: text, "Log.md": log });
    await app.open(note);
    const event = new KeyboardEvent("keydown", { key, cancelable: true });
    app.plugin.statusBarItems__[0]?.dispatchEvent(event);
    await app.wait();
    expect(document.querySelector(".postmortem-problems") !== null).toBe(isPressed);
    // The space bar would scroll too.
    expect(event.defaultPrevented).toBe(isPressed);
  });

  it("follows the setting that shows it", async () => {
    const app = await startApp({ [note]: text });
    const [item] = app.plugin.statusBarItems__;
    await app.open(note);
    expect(item?.style.display).not.toBe("none");
    for (const [showStatusBar, display] of [
      [false, "none"],
      [true, ""],
    ] as const) {
      await app.plugin.saveData({ showStatusBar });
      app.plugin.onExternalSettingsChange();
      await app.wait();
      expect(item?.style.display).toBe(display);
    }
  });

  it("is left out where the settings say so", async () => {
    const app = await startApp({ [note]: text }, { showStatusBar: false });
    await app.open(note);
    expect(app.plugin.statusBarItems__[0]?.style.display).toBe("none");
  });
});

describe("commands that check", () => {
  it("are offered in postmortems only", async () => {
    const app = await startApp({ [note]: text, "Shopping.md": "" });
    const commands = ["check", "fix-all", "next-problem", "previous-problem", "fix-here"];
    await app.open("Shopping.md");
    expect(commands.filter((id) => app.offers(id))).toEqual([]);
    await app.open(note);
    expect(commands.filter((id) => app.offers(id))).toEqual(commands);
  });

  it("check everything and sum up", async () => {
    const app = await startApp(
      { [note]: text, "Incident-2024-05-01-B.md": text, "Log.md": log },
      only("deprecated-property"),
    );
    await app.run("check-all");
    expect(app.notices).toEqual(["2 postmortems checked: 2 warnings."]);
  });

  it("say so when there is nothing to check", async () => {
    const app = await startApp({ "Shopping.md": "" });
    await app.run("check-all");
    expect(app.notices).toEqual([
      "There are no postmortems in this vault. The settings say which notes are taken for one; Learn settings from my postmortems proposes some.",
    ]);
  });

  it("fix everything that has one right answer, in one step", async () => {
    const wrong = "---\ntag: postmortem\nalias: B\n---\n# A\n";
    const app = await startApp({ [note]: wrong }, only("deprecated-property"));
    const editor = await app.open(note);
    await app.run("fix-all");
    expect(editor.state.doc.toString()).toBe("---\ntags: [postmortem]\naliases: [B]\n---\n# A\n");
    expect(app.notices).toEqual(["2 problems fixed.Undo"]);
    undo(editor);
    expect(editor.state.doc.toString()).toBe(wrong);
  });

  it("go from problem to problem, and fix the one on the line", async () => {
    const wrong = "---\ntag: postmortem\nalias: B\n---\n# A\n";
    const app = await startApp({ [note]: wrong }, only("deprecated-property"));
    const editor = await app.open(note);
    const at = (): number => editor.state.selection.main.head;
    await app.run("next-problem");
    expect(at()).toBe(wrong.indexOf("tag"));
    await app.run("next-problem");
    expect(at()).toBe(wrong.indexOf("alias"));
    await app.run("next-problem");
    expect(at()).toBe(wrong.indexOf("tag"));
    await app.run("previous-problem");
    expect(at()).toBe(wrong.indexOf("alias"));
    await app.run("fix-here");
    expect(editor.state.doc.toString()).toBe(wrong.replace("alias: B", "aliases: [B]"));
  });
});

describe("notices on save", () => {
  it("come only when they were asked for, and only for what is new", async () => {
    for (const noticeOnCheck of [false, true]) {
      const app = await startApp(
        { [note]: text, "Log.md": log },
        { ...only("deprecated-property", "broken-embed"), noticeOnCheck },
      );
      await app.write(note, text.replace("Log#", "Lag#"));
      await app.write(note, `${text.replace("Log#", "Lag#")}\nmore\n`);
      expect(app.notices).toEqual(noticeOnCheck ? ["New in Incident-2024-04-11-A: 1 error."] : []);
    }
  });
});
