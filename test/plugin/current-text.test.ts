// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { actionsOf, startApp, type TestApp } from "./app";
import type { NotePane } from "./editor";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const note = "Incident-2024-04-11-A.md";
const text =
  "---\ntag: postmortem\nalias: B\n---\n# A\n\n## Timeline\n\n- 2024-04-11 06:12 UTC Outage starts\n\n" +
  "## Action Items\n\n- [ ] Add an alert\n- [ ] Write a runbook\n";
/** Only what a test is about; every other rule is off. */
const only = (...ids: string[]) => ({
  rules: Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});
const deprecated = only("deprecated-property");
const fixed = text.replace("tag: postmortem", "tags: [postmortem]").replace("alias: B", "aliases: [B]");

function panel(type: string): HTMLElement {
  const view = document.querySelector<HTMLElement>(`.${type}`);
  if (view === null) throw new Error(`no ${type}`);
  return view;
}

async function answer(app: TestApp, command: string, params: Record<string, string> = {}): Promise<unknown> {
  const handler = app.plugin.cliHandlers__.get(`postmortem:${command}`);
  const answered = handler?.(params);
  await app.wait();
  const parsed: unknown = JSON.parse((await answered) ?? "null");
  return parsed;
}

async function copied(app: TestApp): Promise<string> {
  const writeText = vi.fn<(words: string) => Promise<void>>(() => Promise.resolve());
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  await app.run("copy-resolved");
  return writeText.mock.calls.at(-1)?.[0] ?? "";
}

function tick(item: string): void {
  const box = document.querySelector<HTMLElement>(`input[aria-label="Done: ${item}"]`);
  if (box === null) throw new Error(`no box for ${item}`);
  box.click();
}

describe("a note in reading view", () => {
  const changed = text.replace("Outage starts", "Errors rise");

  it("is what stands on disk, though its hidden editor still holds an older text", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const pane = await app.openPane(note);
    pane.setMode("preview");
    await app.write(note, changed);
    expect(pane.editor.state.doc.toString()).toBe(text);
    expect(await copied(app)).toBe(changed);
    expect(await answer(app, "resolve", { path: note })).toMatchObject({ text: changed });
    expect(JSON.stringify(await answer(app, "export", { path: note }))).toContain("Errors rise");
  });

  it("keeps what came from outside when everything is fixed", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const pane = await app.openPane(note);
    pane.setMode("preview");
    await app.write(note, changed);
    await app.run("fix-all");
    expect(await app.text(note)).toBe(fixed.replace("Outage starts", "Errors rise"));
    expect(pane.editor.state.doc.toString()).toBe(text);
    pane.setMode("source");
    await app.wait();
    expect(await app.text(note)).toBe(fixed.replace("Outage starts", "Errors rise"));
  });

  it("can be ticked off twice in the panel", async () => {
    const app = await startApp({ [note]: text });
    const pane = await app.openPane(note);
    await app.run("show-actions");
    pane.setMode("preview");
    tick("Add an alert");
    await app.wait();
    tick("Write a runbook");
    await app.wait();
    expect(await app.text(note)).toMatch(/- \[x\] Add an alert[^]*- \[x\] Write a runbook/);
    expect(app.notices.map((notice) => notice.split(":")[0])).toEqual(["Done", "Done"]);
  });

  it("is not written over while what was typed before the switch is not saved yet", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const pane = await app.openPane(note);
    pane.editor.dispatch({ changes: { from: text.length, insert: "typed\n" }, userEvent: "input.type" });
    pane.setMode("preview");
    const command = app.plugin.commands__.get("fix-all");
    command?.checkCallback?.(false);
    await app.wait(500);
    await app.wait();
    expect(await app.text(note)).toMatch(/typed\n$/);
    expect(app.notices.join()).toContain("not saved yet");
    await app.run("fix-all");
    expect(await app.text(note)).toBe(`${fixed}typed\n`);
  });

  it("gets no chart from a command, and no command for its hidden editor", async () => {
    const app = await startApp({ [note]: text });
    const pane = await app.openPane(note);
    pane.setMode("preview");
    for (const id of ["insert-chart", "insert-summary", "fix-here", "next-problem", "previous-problem"])
      expect([id, app.offers(id)]).toEqual([id, false]);
    expect(pane.editor.state.doc.toString()).toBe(text);
  });

  it("shows its problems anew when it is edited again", async () => {
    const app = await startApp({ [note]: text, "Log.md": "x" }, only("broken-embed"));
    const pane = await app.openPane(note);
    await app.write(note, `${text}\n![[Log]]\n`);
    expect(app.underlined(pane.editor)).toEqual([]);
    pane.setMode("preview");
    await app.remove("Log.md");
    pane.setMode("source");
    await app.wait();
    expect(app.underlined(pane.editor)).toEqual(["![[Log]] | broken-embed"]);
  });
});

describe("an editor of a part of a note", () => {
  const part = "- [ ] Add an alert\n";

  it.each(["a card or a footnote", "a cell in the note's own pane"])(
    "is not taken for the note, and nothing is written into it: %s",
    async (kind) => {
      const app = await startApp({ [note]: text }, deprecated);
      const pane = kind === "a card or a footnote" ? undefined : await app.openPane(note);
      const { editor } = await app.openPart(note, part, pane);
      editor.dispatch({ changes: { from: 0, insert: " " }, userEvent: "input.type" });
      await app.wait(1000);
      expect(app.underlined(editor)).toEqual([]);
      editor.dispatch({ changes: { from: 0, to: 1 }, userEvent: "input.type" });
      await app.wait();
      await app.run("show-actions");
      expect(panel("postmortem-actions").textContent).toContain("Write a runbook");
      expect(await answer(app, "resolve", { path: note })).toMatchObject({ text });
      if (pane !== undefined) app.focus(pane);
      app.plugin.commands__.get("check-all")?.callback?.();
      await app.wait();
      expect(editor.state.doc.toString()).toBe(part);
      expect(await app.text(note)).toBe(text);
    },
  );

  it("is left alone by a fix of the note", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const { editor } = await app.openPart(note, part);
    const menu = app.plugin.commands__.get("fix-all");
    await app.open("Incident-2024-04-11-A.md").then((main) => {
      main.destroy();
    });
    menu?.checkCallback?.(false);
    await app.wait();
    expect(editor.state.doc.toString()).toBe(part);
    expect(await app.text(note)).toBe(fixed);
  });

  it("offers no command of the editor, and no suggestions", async () => {
    const app = await startApp({ [note]: text });
    await app.openPart(note, part);
    for (const id of ["insert-summary", "fix-here", "next-problem", "previous-problem"])
      expect([id, app.offers(id)]).toEqual([id, false]);
  });
});

describe("a note in two panes", () => {
  const type = ({ editor }: NotePane, insert: string): void => {
    editor.dispatch({ changes: { from: editor.state.doc.length, insert }, userEvent: "input.type" });
  };

  it("is worked on in the pane in front", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    first.editor.dispatch({ selection: { anchor: text.indexOf("tag") } });
    second.editor.dispatch({ selection: { anchor: text.indexOf("alias") } });
    await app.run("fix-here");
    expect(second.editor.state.doc.toString()).toBe(text.replace("alias: B", "aliases: [B]"));
    expect(first.editor.state.selection.main.head).toBe(text.indexOf("tag"));
    await app.run("next-problem");
    expect(second.editor.state.selection.main.head).toBe(text.indexOf("tag"));
    app.focus(first);
    await app.run("fix-here");
    expect(await app.text(note)).toBe(fixed);
    expect(first.editor.state.doc.toString()).toBe(fixed);
  });

  it("keeps a fix though the other pane is typed in before it is saved", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    app.plugin.commands__.get("fix-all")?.checkCallback?.(false);
    await app.wait(100);
    type(first, "typed\n");
    await app.wait();
    expect(await app.text(note)).toBe(`${fixed}typed\n`);
    expect(second.editor.state.doc.toString()).toBe(`${fixed}typed\n`);
  });

  it("is not fixed while the other pane holds text that is not saved yet, and nothing is lost", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    type(first, "typed\n");
    app.focus(second);
    app.plugin.commands__.get("fix-all")?.checkCallback?.(false);
    await app.wait();
    expect(app.notices.join()).toContain("not saved yet");
    expect(await app.text(note)).toBe(`${text}typed\n`);
    await app.run("fix-all");
    expect(await app.text(note)).toBe(`${fixed}typed\n`);
  });

  it("is read as the pane shows it that is in front", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    await app.openPane(note);
    type(first, "typed\n");
    app.focus(first);
    const handler = app.plugin.cliHandlers__.get("postmortem:resolve");
    const answered = handler?.({ path: note });
    await app.wait(10);
    expect(JSON.parse((await answered) ?? "")).toMatchObject({ text: `${text}typed\n` });
  });

  it("keeps the marks of a pane that lags behind", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    const marks = ["tag | deprecated-property", "alias | deprecated-property"];
    app.focus(first);
    first.editor.dispatch({ changes: { from: 0, to: 16, insert: "---\ntags: postmo" }, userEvent: "input.type" });
    await app.wait(1000);
    expect(app.underlined(second.editor)).toEqual(marks);
    await app.wait();
    expect(app.underlined(second.editor)).toEqual(marks.slice(1));
  });

  it("takes back a fix by one undo in the pane in which it was asked for", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    await app.run("fix-all");
    expect(first.editor.state.doc.toString()).toBe(fixed);
    undo(second.editor);
    await app.wait();
    expect(await app.text(note)).toBe(text);
    expect(first.editor.state.doc.toString()).toBe(text);
  });

  it("gets the chart at the cursor of the pane in front, from a panel too", async () => {
    const app = await startApp({ [note]: text });
    const first = await app.openPane(note);
    const second = await app.openPane(note);
    second.editor.dispatch({ selection: { anchor: text.length } });
    await app.run("show-problems");
    app.focusPanel("postmortem-problems");
    await app.run("insert-chart");
    expect(app.notices).toEqual(["Timeline chart inserted.Undo"]);
    expect(second.editor.state.doc.toString()).toMatch(/^[^]*Write a runbook\n```mermaid\n/);
    expect(first.editor.state.selection.main.head).toBe(0);
  });
});

describe("quick fixes", () => {
  it("act on the text of the editor in which they were chosen", async () => {
    const app = await startApp({ [note]: text }, deprecated);
    const first = await app.openPane(note);
    await app.openPane(note);
    app.focus(first);
    actionsOf(first.editor)[0]?.apply();
    await app.wait();
    expect(await app.text(note)).toBe(text.replace("tag: postmortem", "tags: [postmortem]"));
  });
});
