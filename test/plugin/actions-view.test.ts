// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import type { View } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 4, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const a = "Incident-2024-04-11-A.md";
const b = "Incident-2024-05-01-B.md";
const items =
  "# A\n\n## Action Items\n\n- [ ] Add a pool alert [[Ada]] ⏫ 📅 2024-05-01\n- [x] Revert the config @bo\n- [ ] Write the runbook @bo 📅 2024-06-01 ^run\n";
const files = {
  [a]: `---\ntitle: API outage\ndate: 2024-04-11\nseverity: SEV-1\n---\n${items}`,
  [b]: "# B\n\n## Action Items\n\n- [ ] Check the `keys`\n",
  "Ada.md": "",
};

const cells = (): string[] =>
  [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")]
      .slice(1)
      .map((cell) => cell.textContent)
      .join(" | "),
  );
const count = (): string => document.querySelector(".postmortem-count")?.textContent ?? "";

function choose(label: string, value: string): void {
  const select = document.querySelector(`select[aria-label="${label}"]`);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no choice ${label}`);
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

function element(label: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>("[aria-label]")].find((other) => {
    const name = other.getAttribute("aria-label") ?? "";
    return typeof label === "string" ? name === label : label.test(name);
  });
  if (found === undefined) throw new Error(`nothing is called ${String(label)}`);
  return found;
}

function enter(selector: string, value: string): void {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (input === null) throw new Error(`nothing at ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

async function answer(app: TestApp, label: string, value: string): Promise<void> {
  enter(`form [aria-label="${label}"]`, value);
  document.querySelector("form")?.requestSubmit();
  await app.wait();
}

function viewOf({ app }: TestApp): View {
  const view = app.workspace.activeLeaf?.view;
  if (view == null) throw new Error("no view is in front");
  return view;
}

async function open(data: unknown = null): Promise<TestApp> {
  const app = await startApp(files, data);
  await app.run("show-actions");
  return app;
}

describe("the table of action items", () => {
  it("shows open ones, the overdue first", async () => {
    await open();
    expect(count()).toBe("3 action items, 1 overdue");
    expect(cells()).toEqual([
      "Add a pool alert | Ada | 2024-05-01 9 d late | high | API outage · SEV-1 | 29 d | ",
      expect.stringMatching(/^Write the runbook \| bo \| 2024-06-01 /) as string,
      expect.stringMatching(/^Check the keys \| —No owner \| —No due date /) as string,
    ]);
  });

  it("is filtered, sorted and grouped", async () => {
    const app = await open();
    choose("State", "all");
    expect(cells()).toHaveLength(4);
    choose("Owner", "bo");
    expect(cells().map((row) => row.split(" |")[0])).toEqual(["Write the runbook", "Revert the config"]);
    choose("Owner", "");
    choose("State", "overdue");
    expect(cells()).toHaveLength(1);
    choose("State", "open");
    const button = [...document.querySelectorAll<HTMLElement>(".postmortem-sort")].find((other) =>
      other.textContent.startsWith("Action item"),
    );
    button?.click();
    expect(cells().map((row) => row.split(" |")[0])).toEqual([
      "Add a pool alert",
      "Check the keys",
      "Write the runbook",
    ]);
    expect(document.querySelector('th[aria-sort="ascending"]')?.textContent).toBe("Action item ↑");
    choose("Group by", "owner");
    expect([...document.querySelectorAll(".postmortem-group-row")].map((row) => row.textContent)).toEqual([
      "Ada (1)",
      "Nobody (1)",
      "bo (1)",
    ]);
    enter('[aria-label="Filter action items"]', "keys");
    await app.wait();
    expect(count()).toBe("1 action item, 0 overdue");
  });

  it("keeps its filters with its tab, and leads back when they leave nothing", async () => {
    const app = await open();
    choose("State", "overdue");
    choose("Owner", "bo");
    expect(count()).toBe("None of 4 action items matches the filters.");
    const kept = viewOf(app).getState();
    document.body.empty();
    const again = await open();
    await viewOf(again).setState(kept, { history: false });
    expect(viewOf(again).getState()).toEqual(kept);
    expect([...document.querySelectorAll("select")].map(({ value }) => value)).toEqual(["overdue", "bo", "none"]);
    [...document.querySelectorAll("button")]
      .find(({ textContent }) => textContent === "Show all action items")
      ?.click();
    expect(count()).toBe("4 action items, 1 overdue");
    await viewOf(again).setState({ state: "sideways", owner: 7, descending: true }, { history: false });
    expect(viewOf(again).getState()).toMatchObject({ state: "open", owner: "", descending: true });
  });

  it("ticks an item on its line, with the day, and nothing else", async () => {
    const app = await open();
    element("Done: Write the runbook").click();
    await app.wait();
    expect(await app.text(a)).toBe(
      files[a].replace(
        "- [ ] Write the runbook @bo 📅 2024-06-01 ^run",
        "- [x] Write the runbook @bo 📅 2024-06-01 ✅ 2024-05-10 ^run",
      ),
    );
    expect(count()).toBe("2 action items, 1 overdue");
  });

  it("reassigns and reschedules, in an open note as one step each", async () => {
    const app = await open();
    const editor = await app.open(b);
    element(/Reassign: Check the keys/).click();
    await answer(app, "Owner", "Ada Lovelace");
    expect(editor.state.doc.toString()).toContain("- [ ] Check the `keys` [[Ada Lovelace]]\n");
    element(/Reschedule: Check the keys/).click();
    await answer(app, "Due date", "2024-07-01");
    expect(editor.state.doc.toString()).toContain("- [ ] Check the `keys` [[Ada Lovelace]] 📅 2024-07-01\n");
    undo(editor);
    expect(editor.state.doc.toString()).toContain("- [ ] Check the `keys` [[Ada Lovelace]]\n");
  });

  it("finds the line although the note was changed meanwhile, and leaves a changed item alone", async () => {
    const app = await open();
    const box = element("Done: Check the keys");
    const editor = await app.open(b);
    editor.dispatch({ changes: { from: 0, insert: "A new first line\n" } });
    box.click();
    await app.wait();
    expect(editor.state.doc.toString()).toBe(
      "A new first line\n# B\n\n## Action Items\n\n- [x] Check the `keys` ✅ 2024-05-10\n",
    );

    const stale = element("Done: Add a pool alert");
    await app.app.vault.adapter.write(a, files[a].replace("pool alert", "disk alert"));
    stale.click();
    await app.wait();
    expect(await app.text(a)).toBe(files[a].replace("pool alert", "disk alert"));
    expect(app.notices).toEqual([
      "Done: Check the keysUndo",
      "Nothing was changed: the note has changed, and this item with it.",
    ]);
  });

  it("opens the note at the item", async () => {
    const app = await open();
    element(/Write the runbook. Open/).click();
    await app.wait();
    const editor = app.frontEditor();
    expect(editor.state.sliceDoc(editor.state.selection.main.from).startsWith("- [ ] Write the runbook")).toBe(true);
  });

  it("reminds of open items on start when asked to", async () => {
    const app = await startApp(files, { digestOnStart: true });
    expect(app.notices).toEqual(["3 open action items, 1 overdueShow"]);
    expect((await startApp(files)).notices).toEqual([]);
  });
});
