// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import * as incident from "../../src/incident";
import * as note from "../../src/note";
import { Redraw } from "../../src/plugin/ui/redraw";
import { startApp, type TestApp } from "./app";

vi.mock("../../src/incident", { spy: true });
vi.mock("../../src/note", { spy: true });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const only = (...ids: string[]) => ({
  rules: Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});

async function lintAll(app: TestApp): Promise<unknown> {
  const answered = app.plugin.cliHandlers__.get("postmortem:lint")?.({});
  await app.wait();
  const report: unknown = JSON.parse((await answered) ?? "null");
  return report;
}

describe("a note whose YAML cannot be read", () => {
  const broken = '---\ntags: [postmortem\ntitle: "A\n---\n\n# A\n';

  it("is checked although the app knows no tag of it", async () => {
    const app = await startApp({ "Outage.md": broken, "Shopping.md": '---\ntitle: "milk\n---\n' });
    expect(await lintAll(app)).toMatchObject({ ok: true, summary: { notes: 1 } });
    const editor = await app.open("Outage.md");
    expect(app.underlined(editor).join()).toContain("invalid-frontmatter");
    expect(app.underlined(await app.open("Shopping.md"))).toEqual([]);
  });

  it("is checked when it comes, changes or is renamed later", async () => {
    const app = await startApp({ "Shopping.md": "" });
    await app.write("Outage.md", broken);
    expect(await lintAll(app)).toMatchObject({ summary: { notes: 1 } });
    await app.write("Shopping.md", broken);
    await app.rename("Shopping.md", "Search.md");
    expect(await lintAll(app)).toMatchObject({ summary: { notes: 2 } });
  });
});

describe("an exception", () => {
  const notes = {
    "Incident-2024-04-10-A.md": "---\ntag: postmortem\n---\n",
    "Incident-2024-04-11-Odd.md": "---\ntag: postmortem\n---\n",
    "Incident-2024-04-12-C.md": "---\ntag: postmortem\n---\n",
  };

  it("in what is read of one note leaves the others checked, now and later", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.mocked(incident.listActionsOf).mockImplementation((path) => {
      if (path.includes("Odd")) throw new Error("not thought of");
      return [];
    });
    const app = await startApp(notes, only("deprecated-property"));
    const editor = await app.open("Incident-2024-04-12-C.md");
    expect(app.underlined(editor)).toEqual(["tag | deprecated-property"]);
    editor.dispatch({ changes: { from: 4, to: 19, insert: "tags: [postmortem]" }, userEvent: "input.type" });
    await app.wait();
    expect(app.underlined(editor)).toEqual([]);
    await app.run("show-problems");
    [...document.querySelectorAll("button")].find((each) => each.textContent === "All postmortems")?.click();
    await app.wait();
    expect(document.querySelector(".postmortem-problems")?.textContent).toContain("Incident-2024-04-10-A1 warning");
    expect(error).toHaveBeenCalled();
  });

  it("in a note that cannot be understood leaves `lint` its answer on all others", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { parseNote } = await vi.importActual<typeof note>("../../src/note");
    vi.mocked(note.parseNote).mockImplementation((text, path = "") => {
      if (path.includes("Odd")) throw new Error("not thought of");
      return parseNote(text, path);
    });
    const app = await startApp(notes, only("deprecated-property"));
    expect(await lintAll(app)).toMatchObject({ ok: true, summary: { notes: 2, warnings: 2 } });
    await app.write("Incident-2024-04-11-Odd.md", "changed");
    expect(await lintAll(app)).toMatchObject({ ok: true, summary: { notes: 2 } });
    expect(error).toHaveBeenCalled();
  });

  it("in the scan of the vault leaves every handler and panel at work", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const app = await startApp(notes, { ...only("deprecated-property"), digestOnStart: true }, { layout: false });
    const files = vi.spyOn(app.app.vault, "getFiles").mockImplementation(() => {
      throw new Error("not thought of");
    });
    app.app.workspace.setLayoutReady__();
    await app.wait();
    files.mockRestore();
    expect(await lintAll(app)).toMatchObject({ ok: true });
    const editor = await app.open("Incident-2024-04-12-C.md");
    expect(app.underlined(editor)).toEqual(["tag | deprecated-property"]);
  });
});

describe("going to a problem", () => {
  const files = { "Incident-2024-04-11-A.md": "---\ntag: postmortem\n---\n", "Other.md": "x" };

  it("loads the background tab that shows the note, and leaves the note in front alone", async () => {
    const app = await startApp(files, only("deprecated-property"));
    app.openDeferred("Incident-2024-04-11-A.md");
    await app.open("Other.md");
    await app.run("show-problems");
    [...document.querySelectorAll("button")].find((each) => each.textContent === "All postmortems")?.click();
    await app.wait();
    document.querySelector<HTMLElement>(".postmortem-problem-go")?.click();
    await app.wait();
    expect(app.tabs().toSorted()).toEqual(["markdown Incident-2024-04-11-A.md", "markdown Other.md"]);
    expect(app.app.workspace.getActiveFile()?.path).toBe("Incident-2024-04-11-A.md");
  });
});

describe("a panel", () => {
  it("draws again in another window though the one that it was in was closed before it could", () => {
    const el = document.body.createDiv();
    const frames: (() => void)[] = [];
    const window = (closed: boolean) => ({
      closed,
      requestAnimationFrame: (draw: () => void) => (closed ? 0 : frames.push(draw)),
      setTimeout: (draw: () => void) => (closed ? 0 : frames.push(draw)),
      cancelAnimationFrame: () => undefined,
      clearTimeout: () => undefined,
    });
    let drawn = 0;
    const redraw = new Redraw(el, () => drawn++);
    Object.defineProperty(el, "win", { configurable: true, value: window(true) });
    redraw.now();
    redraw.soon();
    Object.defineProperty(el, "win", { configurable: true, value: window(false) });
    redraw.now();
    redraw.now();
    redraw.soon();
    redraw.soon();
    for (const draw of frames.splice(0)) draw();
    expect(drawn).toBe(2);
  });
});
