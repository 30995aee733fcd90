// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const a = "Incident-2024-04-11-A.md";
const b = "Incident-2024-05-01-B.md";
const text = "---\ntag: postmortem\n---\n# A\n\n## Timeline\n\n![[Log#Events]]\n";
const only = (...ids: string[]) => ({
  rules: Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});
const files = { [a]: text, [b]: "---\ntag: postmortem\n---\n", "Log.md": "## Other\n", "Shopping.md": "milk" };
const both = only("deprecated-property", "broken-embed");

const count = (): string => document.querySelector(".postmortem-count")?.textContent ?? "";
const rows = (): string[] => [...document.querySelectorAll(".postmortem-problem-where")].map((row) => row.textContent);
const groups = (): string[] => [...document.querySelectorAll(".tree-item-inner")].map((group) => group.textContent);

/** Presses the button of that name; a filter's name goes on with how many it shows. */
function press(name: string): void {
  const button = [...document.querySelectorAll("button")].find(
    (other) =>
      other.textContent === name || new RegExp(`^${name}(?:: \\d+)?$`).test(other.getAttribute("aria-label") ?? ""),
  );
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
}

async function open(data: unknown = both): Promise<TestApp> {
  const app = await startApp(files, data);
  await app.open(a);
  await app.run("show-problems");
  return app;
}

describe("the problems panel", () => {
  it("lists the problems of the note in front, and follows what happens to them", async () => {
    const app = await open();
    expect(count()).toBe("1 error, 1 warning");
    expect(rows()).toEqual(["line 8 · broken-embed", "line 2 · deprecated-property"]);
    await app.write("Log.md", "## Events\n\n- x\n");
    expect(rows()).toEqual(["line 2 · deprecated-property"]);
    await app.open(b);
    expect(count()).toBe("1 warning");
    await app.open("Shopping.md");
    expect(count()).toBe("Open a postmortem to see its problems.");
  });

  it("stays with its postmortem while a note that it embeds is in front, which opens beside it", async () => {
    const app = await startApp({ ...files, "Log.md": "## Events\n\n- 06:12 x\n- 25:10 y\n" }, only("unreadable-time"));
    await app.open(a);
    await app.run("show-problems");
    expect(rows()).toEqual(["Log, line 4 · unreadable-time"]);
    document.querySelector<HTMLElement>(".postmortem-problem-go")?.click();
    await app.wait();
    expect(app.app.workspace.getActiveFile()?.path).toBe("Log.md");
    expect(rows()).toEqual(["Log, line 4 · unreadable-time"]);
    expect(app.tabs().toSorted()).toEqual([`markdown ${a}`, "markdown Log.md"]);
  });

  it("tells problems of one kind apart by the words of their items", async () => {
    const items = "## Action Items\n\n- [ ] Add an **alert** @ada\n- [ ] Write a runbook @ada\n";
    const app = await startApp({ [a]: items }, only("action-item-without-due-date"));
    await app.open(a);
    await app.run("show-problems");
    expect([...document.querySelectorAll(".postmortem-problem-words")].map((words) => words.textContent)).toEqual([
      "Add an alert @ada",
      "Write a runbook @ada",
    ]);
    expect(document.querySelector(".postmortem-problem-text")?.textContent).toContain("Action item has no due date");
  });

  it("takes a fix back where the person stands, unless the note has changed since", async () => {
    const app = await open();
    press("Rename to tags");
    await app.wait();
    expect(app.notices.at(-1)).toBe("Done: Rename to tags.Undo");
  });

  it("lists all postmortems, a group each, opened on request", async () => {
    const app = await open();
    press("All postmortems");
    expect(groups()).toEqual(["Incident-2024-04-11-A", "Incident-2024-05-01-B"]);
    expect(count()).toBe("1 error, 2 warnings in 2 notes");
    expect(rows()).toEqual([]);
    document.querySelector("details")?.setAttribute("open", "");
    await app.wait();
    expect(rows()).toHaveLength(2);
  });

  it("is filtered by severity and by words", async () => {
    const app = await open();
    press("Warnings");
    expect(rows()).toEqual(["line 8 · broken-embed"]);
    press("Warnings");
    const filter = document.querySelector("input[type=search]");
    if (!(filter instanceof HTMLInputElement)) throw new Error("no filter");
    filter.value = "deprecated";
    filter.dispatchEvent(new Event("input"));
    await app.wait();
    expect(rows()).toEqual(["line 2 · deprecated-property"]);
  });

  it("goes to the place, in the note that is open already", async () => {
    const app = await open();
    const editor = app.frontEditor();
    document.querySelector<HTMLElement>(".postmortem-problem-go")?.click();
    await app.wait();
    const { from, to } = editor.state.selection.main;
    expect(editor.state.sliceDoc(from, to)).toBe("![[Log#Events]]");
  });

  it("fixes a problem, in an open note and in a closed one", async () => {
    const app = await open();
    press("Rename to tags");
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toBe(text.replace("tag: postmortem", "tags: [postmortem]"));
    press("All postmortems");
    document.querySelectorAll("details")[1]?.setAttribute("open", "");
    await app.wait();
    press("Rename to tags");
    await app.wait();
    expect(await app.text(b)).toBe("---\ntags: [postmortem]\n---\n");
    expect(groups()).toEqual(["Incident-2024-04-11-A"]);
  });

  it("silences a problem, with a reason that the note keeps", async () => {
    const app = await open();
    document.querySelector<HTMLElement>("[aria-label='Ignore with a reason']")?.click();
    await app.wait(0);
    document.querySelector("form")?.requestSubmit();
    expect(document.querySelector(".is-invalid")).not.toBeNull();
    const reason = document.querySelector("[aria-label=Reason]");
    if (!(reason instanceof HTMLInputElement)) throw new Error("no input");
    reason.value = "the log is private";
    document.querySelector("form")?.requestSubmit();
    await app.wait();
    expect(app.frontEditor().state.doc.toString()).toContain(
      "%% postmortem-ignore broken-embed: the log is private %%\n\n![[Log#Events]]",
    );
    expect(rows()).toEqual(["line 2 · deprecated-property"]);
  });

  it("is walked through with the arrow keys, and keeps its place when the list changes", async () => {
    const app = await open();
    const [first, second] = document.querySelectorAll<HTMLElement>(".postmortem-problem-go");
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(second);
    const key = second?.getAttribute("data-key");
    await app.write(b, "more");
    expect(document.activeElement?.getAttribute("data-key")).toBe(key);
  });

  it("shows a hundred notes at a time", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [
        `Incident-2024-01-01-${String(index).padStart(3, "0")}.md`,
        "---\ntag: x\n---\n",
      ]),
    );
    const app = await startApp(many, only("deprecated-property"));
    await app.run("show-problems");
    press("All postmortems");
    expect(groups()).toHaveLength(100);
    press("Show 100 more of 150");
    press("Show 50 more of 50");
    expect(groups()).toHaveLength(250);
  });

  it("is opened on all postmortems by checking all", async () => {
    const app = await startApp(files, both);
    await app.run("check-all");
    expect(groups()).toHaveLength(2);
  });
});
