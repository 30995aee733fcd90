// @vitest-environment jsdom
import { keysOf } from "../../src/base";
import { ButtonComponent } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exportOptions } from "../../src/settings";
import { forged } from "../forged-copy";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
  // The stand-in's buttons do not hear clicks.
  vi.spyOn(ButtonComponent.prototype, "onClick").mockImplementation(function (this: ButtonComponent, callback) {
    this.buttonEl.addEventListener("click", (event) => void callback(event));
    return this;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const note = "Incident-2024-04-11-A.md";
const copy = "Exports/Incident-2024-04-11-A-exported.md";
const files = {
  [note]: "---\nseverity: SEV-1\n---\n# A\n\n![[Log#Events]]\n\n[[Other]] ==now==\n\n- [ ] fix 📅 2024-05-01\n",
  "Log.md": "## Events\n\n- 06:12 deploy\n",
  "Other.md": "x",
};

function area(label: string): HTMLTextAreaElement {
  const found = document.querySelector(`textarea[aria-label="${label}"]`);
  if (found instanceof HTMLTextAreaElement) return found;
  throw new Error(`no ${label}`);
}

async function choose(app: TestApp, label: string, value: string): Promise<void> {
  const found = document.querySelector(`select[aria-label="${label}"]`);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`no ${label}`);
  found.value = value;
  found.dispatchEvent(new Event("change", { bubbles: true }));
  await app.wait();
}

async function press(app: TestApp, name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find((each) => each.textContent === name);
  if (!button) throw new Error(`no button ${name}`);
  if (button.type === "submit") button.form?.requestSubmit();
  else button.click();
  await app.wait();
}

async function openForm(data: unknown = null): Promise<TestApp> {
  const app = await startApp(files, data);
  await app.open(note);
  await app.run("export");
  await app.wait();
  return app;
}

const status = (): string | null => document.querySelector(".postmortem-new-path")?.textContent ?? null;
const exists = (app: TestApp, path: string): Promise<boolean> => app.app.vault.adapter.exists(path);

describe("export this note", () => {
  it("shows what would be written, as the settings and each choice make it, and writes nothing meanwhile", async () => {
    const app = await openForm({ export: { tasks: "words", folder: "Out/Side" } });
    expect(area("Preview").value).toContain("| severity | SEV-1 |");
    expect(area("Preview").value).toContain("## Events\n\n- 06:12 deploy");
    expect(area("Preview").value).toContain("[Other](../../Other.md) <mark>now</mark>");
    expect(area("Preview").value).toContain("(due 2024-05-01)");
    expect(status()).toBe("Writes Out/Side/Incident-2024-04-11-A-exported.md.");
    await choose(app, "Markdown for", "commonmark");
    await choose(app, "Links to other notes", "text");
    await choose(app, "Properties", "drop");
    await choose(app, "Dates and priorities of tasks", "keep");
    expect(area("Preview").value).toBe(
      "# A\n\n## Events\n\n- 06:12 deploy\n\nOther **now**\n\n- [ ] fix 📅 2024-05-01\n",
    );
    expect(area("Preview").readOnly).toBe(true);
    await press(app, "Cancel");
    expect(await exists(app, "Out")).toBe(false);
  });

  it("shows a page as a page in which nothing runs and no link leads away, and offers what makes a difference to it", async () => {
    const app = await openForm();
    await choose(app, "Format", "html");
    const page = document.querySelector("iframe[title=Preview]");
    if (!(page instanceof HTMLIFrameElement)) throw new Error("no page");
    expect(page.getAttribute("sandbox")).toBe("");
    expect(page.srcdoc).toMatch(/^<!DOCTYPE html>[^]*<li>06:12 deploy<\/li>/);
    const offered = (): string[] =>
      [...document.querySelectorAll("select")]
        .filter((each) => each.closest("div[style*='display: none']") === null)
        .map((each) => each.ariaLabel ?? "");
    expect(offered()).toEqual(["Format", "Dates and priorities of tasks"]);
    await press(app, "Export");
    expect(await app.text(copy.replace(".md", ".html"))).toMatch(
      /^<!DOCTYPE html>[^]*source="Incident-2024-04-11-A\.md" as="html /,
    );
    await app.run("export");
    await app.wait();
    expect(offered()).toEqual(["Format", ...keysOf(exportOptions).map((option) => exportOptions[option].name)]);
  });

  it("takes what is typed and not saved yet", async () => {
    const app = await startApp(files);
    const editor = await app.open(note);
    editor.dispatch({ changes: { from: editor.state.doc.length, insert: "typed" } });
    await app.run("export");
    await app.wait();
    expect(area("Preview").value).toMatch(/typed$/);
  });

  it("writes the document into its folder, which is never taken for a postmortem, and leaves the note as it is", async () => {
    const app = await openForm();
    await press(app, "Export");
    expect(await app.text(copy)).toMatch(
      /\[Other\]\(\.\.\/Other\.md\)[^]*<!-- postmortem-export: source="Incident-2024-04-11-A\.md"/,
    );
    expect(app.notices).toEqual([`Written to ${copy}.OpenShow in folderUndo`]);
    expect(await app.text(note)).toBe(files[note]);
    expect(document.querySelector("form")).toBeNull();
    const handler = app.plugin.cliHandlers__.get("postmortem:lint");
    expect(JSON.parse((await handler?.({})) ?? "{}")).toMatchObject({ summary: { notes: 1 } });
  });

  it("copies the document, and says when the clipboard refuses", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    const app = await openForm();
    await press(app, "Copy");
    expect(writeText.mock.calls[0]?.[0]).toContain("- 06:12 deploy");
    writeText.mockRejectedValue(new Error("denied"));
    await press(app, "Copy");
    expect(app.notices).toEqual(["Copied.", "The clipboard cannot be written to."]);
    expect(await exists(app, copy)).toBe(false);
  });

  it("is not offered where no note is open", async () => {
    const app = await startApp(files);
    expect(app.offers("export")).toBe(false);
    expect(app.offers("refresh-copy")).toBe(false);
  });
});

describe("refresh resolved copy", () => {
  async function exported(): Promise<TestApp> {
    const app = await openForm();
    await press(app, "Export");
    return app;
  }

  it("writes the copy anew, from the note or from the copy, and only when something changed", async () => {
    const app = await exported();
    await app.run("refresh-copy");
    await app.wait();
    await app.write("Log.md", "## Events\n\n- 06:12 rollback\n");
    await app.wait();
    await app.run("refresh-copy");
    await app.wait();
    expect(await app.text(copy)).toContain("- 06:12 rollback");
    await app.open(copy);
    await app.run("refresh-copy");
    await app.wait();
    expect(app.notices.slice(1)).toEqual([
      `Nothing has changed in ${copy} since it was made from ${note}.OpenShow in folder`,
      `Refreshed: ${copy}, from ${note}.OpenShow in folderUndo`,
      `Nothing has changed in ${copy} since it was made from ${note}.OpenShow in folder`,
    ]);
  });

  it("leaves a copy alone that was edited by hand, and shows the difference", async () => {
    const app = await exported();
    const edited = (await app.text(copy)).replace("06:12 deploy", "06:12 deploy, by hand");
    await app.write(copy, edited);
    await app.run("refresh-copy");
    await app.wait();
    expect(area("Difference").value).toBe("- - 06:12 deploy, by hand\n+ - 06:12 deploy");
    expect(await app.text(copy)).toBe(edited);
  });

  it("takes no note that is no postmortem, and shows no text of the note, where only the copy names it", async () => {
    const app = await exported();
    const diary = "Exports/Diary-exported.md";
    await app.write("Diary.md", "secret words");
    await app.write(diary, forged("Diary.md"));
    await app.wait();
    await app.open(diary);
    await app.run("refresh-copy");
    await app.wait();
    expect(app.notices.at(-1)).toBe(
      `${diary} says that it was exported from Diary.md, which is no postmortem; if it is meant, refresh it from that note.`,
    );
    expect(await app.text(diary)).toBe(forged("Diary.md"));
    await app.write(copy, `Mine.\n${await app.text(copy)}`);
    await app.open(copy);
    await app.run("refresh-copy");
    await app.wait();
    expect(app.notices.at(-1)).toMatch(/^Nothing was written: Exports\/Incident-2024-04-11-A-exported\.md was edited/);
    expect(document.querySelector("textarea")).toBeNull();
    expect(await app.text(copy)).toMatch(/^Mine\.\n/);
    // From the note itself, a person has named it.
    await app.open("Diary.md");
    await app.run("refresh-copy");
    await app.wait();
    expect(await app.text(diary)).toMatch(/^secret words\n/);
  });

  it("says when the note in front was never exported", async () => {
    const app = await startApp(files);
    await app.open("Other.md");
    await app.run("refresh-copy");
    await app.wait();
    expect(app.notices).toEqual(["Other.md does not say which note it was exported from, so it cannot be refreshed."]);
  });
});

describe("the report on many incidents", () => {
  it("is written into the folder of exported documents, for the days that were chosen", async () => {
    const app = await startApp(files);
    await app.run("export-report");
    await choose(app, "Period", "");
    await choose(app, "Format", "markdown");
    document.querySelector<HTMLElement>("button.mod-cta")?.click();
    await app.wait();
    const text = await app.text("Exports/Incident report 2024-04-12.md");
    expect(text).toContain("| 2024-04-11 | [Incident-2024-04-11-A](Incident-2024-04-11-A.md) | SEV-1 |");
    expect(app.notices).toContain("Written to Exports/Incident report 2024-04-12.md.Undo");
  });
});
