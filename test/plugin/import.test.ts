// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { ButtonComponent } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 2, 12, 9) });
  // The stand-in's button keeps what it is to do to itself.
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

const path = "Incident-2025-03-10-Logins.md";
const text =
  "---\ntitle: Logins\ndate: 2025-03-10\ntimezone: Europe/Berlin\n---\n\n# Logins\n\n## Timeline\n\n- 09:50 Config deployed\n\n## Impact\n\nSome.\n";
const chat = "mia\n  10:05\nack, looking\n10:10\nlunch?\njon\n  10:20\nrolled back\n";

const modal = (): HTMLElement | null => document.querySelector(".postmortem-import");
const rows = (): HTMLElement[] => [...(modal()?.querySelectorAll<HTMLElement>(".postmortem-import-list li") ?? [])];
const shown = (): string[] =>
  rows().map((row) => {
    const box = row.querySelector("input");
    return `${box?.disabled === true ? "=" : box?.checked === true ? "x" : "-"} ${row.querySelector("time")?.textContent ?? ""} ${row.querySelector("span")?.textContent ?? ""}`;
  });
const button = (): HTMLButtonElement | null => modal()?.querySelector<HTMLButtonElement>("button[type=submit]") ?? null;

async function submit(app: TestApp): Promise<void> {
  modal()?.querySelector("form")?.requestSubmit();
  await app.wait();
}

/** What the app tells of a paste or a drop; whether somebody took it. */
async function tell(
  app: TestApp,
  event: "editor-paste" | "editor-drop",
  data: { readonly text?: string; readonly html?: string; readonly files?: readonly File[] },
): Promise<boolean> {
  const { files = [], html = "", text: plain = "" } = data;
  const transfer = { files, getData: (type: string) => (type === "text/html" ? html : plain) };
  const told = new Event("paste", { cancelable: true });
  Object.assign(told, { clipboardData: transfer, dataTransfer: transfer });
  const view: unknown = app.app.workspace.activeLeaf?.view;
  if (typeof view !== "object" || view === null) throw new Error("no note is open");
  app.app.workspace.trigger(event, told, Reflect.get(view, "editor"), view);
  await app.wait();
  return told.defaultPrevented;
}

async function opened(at = "09:50"): Promise<{ app: TestApp; editor: EditorView }> {
  const app = await startApp({ [path]: text });
  const editor = await app.open(path);
  editor.dispatch({ selection: { anchor: text.indexOf(at) } });
  return { app, editor };
}

describe("Import timeline events", () => {
  it("offers itself for a paste that is recognised, and adds what is ticked in one step", async () => {
    const { app, editor } = await opened();
    expect(await tell(app, "editor-paste", { text: chat })).toBe(true);
    expect(editor.state.doc.toString()).toBe(text);
    expect(shown()).toEqual([
      "x 2025-03-10 10:05 ack, looking",
      "- 2025-03-10 10:10 lunch?",
      "x 2025-03-10 10:20 rolled back",
    ]);
    expect(button()?.textContent).toBe("Add 2 events");
    rows()[1]?.querySelector("input")?.click();
    expect(button()?.textContent).toBe("Add 3 events");
    await submit(app);
    expect(modal()).toBeNull();
    expect(editor.state.doc.toString()).toBe(
      text.replace(
        "deployed\n",
        "deployed\n- 10:05 @mia: ack, looking\n- 10:10 @mia: lunch?\n- 10:20 @jon: rolled back\n",
      ),
    );
    expect(app.notices).toEqual(["3 events added.Undo"]);
    undo(editor);
    expect(editor.state.doc.toString()).toBe(text);
  });

  it("pastes the text when it is not wanted, and keeps out of every other paste", async () => {
    const { app, editor } = await opened();
    await tell(app, "editor-paste", { text: chat });
    [...(modal()?.querySelectorAll("button") ?? [])]
      .find(({ textContent }) => textContent === "Paste as text")
      ?.click();
    await app.wait();
    expect(editor.state.doc.toString()).toBe(text.replace("09:50", `${chat}09:50`));
    for (const other of ["milk\nbread", "time,what\n2025-03-10 10:00,x\n", "2025-03-10 10:00 x\n2025-03-10 10:01 y"])
      expect(await tell(app, "editor-paste", { text: other })).toBe(false);
    editor.dispatch({ selection: { anchor: editor.state.doc.toString().indexOf("Some.") } });
    expect(await tell(app, "editor-paste", { text: chat })).toBe(false);
  });

  it("takes the exact times of the links in a paste", async () => {
    const { app } = await opened();
    const html =
      '<b class="sender">mia</b> <a href="https://acme.slack.com/archives/C0LOGIN01/p1741597500000339">3:05 AM</a><div>ack</div>';
    await tell(app, "editor-paste", { text: "mia\n  3:05 AM\nack\n", html });
    expect(shown()).toEqual(["x 2025-03-10 10:05 ack"]);
    expect(modal()?.querySelector('[aria-label="Zone of the times"]')).toBeNull();
  });

  it("asks one question about the zone, with three times as proof", async () => {
    const { app } = await opened();
    await tell(app, "editor-paste", { text: chat });
    const input = modal()?.querySelector('[aria-label="Zone of the times"]');
    if (!(input instanceof HTMLInputElement)) throw new Error("nobody asks for the zone");
    expect(input.value).toBe("Europe/Berlin");
    input.value = "America/New_York";
    input.dispatchEvent(new Event("input"));
    await app.wait();
    expect(shown()[0]).toBe("x 2025-03-10 15:05 ack, looking");
    const proof = [...(modal()?.querySelectorAll(".postmortem-import-proof li") ?? [])].map((row) => row.textContent);
    expect(proof).toHaveLength(3);
    expect(proof[0]).toBe(
      "2025-03-10 10:05 America/New_York is 2025-03-10 14:05 UTC, 2025-03-10 15:05 in the timeline",
    );
  });

  it("takes dropped files, greys what is there, lists what was not understood, and filters", async () => {
    const { app } = await opened();
    const csv =
      "time,who,what\n2025-03-10T08:50:00Z,,Config deployed\nsoon,,x\n2025-03-10T09:20:00Z,jon,<img src=x onerror=y>\n";
    const files = [new File([csv], "events.csv")];
    expect(await tell(app, "editor-drop", { files: [new File(["x"], "picture.png")] })).toBe(false);
    expect(await tell(app, "editor-drop", { files })).toBe(true);
    await vi.waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    expect(shown()).toEqual(["= 2025-03-10 09:50 Config deployed", "x 2025-03-10 10:20 <img src=x onerror=y>"]);
    expect(modal()?.querySelector("img")).toBeNull();
    expect(modal()?.querySelector(".postmortem-import-unread")?.textContent).toContain("events.csv:3: it has no time");
    const filter = modal()?.querySelector('[aria-label="Filter events"]');
    if (!(filter instanceof HTMLInputElement)) throw new Error("there is no filter");
    filter.value = "jon";
    filter.dispatchEvent(new Event("input"));
    await app.wait();
    expect(shown()).toEqual(["x 2025-03-10 10:20 <img src=x onerror=y>"]);
  });

  it("asks for files or text on command, and says why it reads none", async () => {
    const { app } = await opened();
    expect(app.offers("import-events")).toBe(true);
    await app.run("import-events");
    const area = modal()?.querySelector("textarea");
    const read = (): void => {
      [...(modal()?.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === "Read text")?.click();
    };
    if (!(area instanceof HTMLTextAreaElement)) throw new Error("there is no field for text");
    area.value = "ack\nrolled back\n";
    read();
    await app.wait();
    expect(modal()?.querySelector(".postmortem-import-status")?.textContent).toContain("Microsoft Teams copies none");
    const again = modal()?.querySelector("textarea");
    if (again instanceof HTMLTextAreaElement) again.value = chat;
    read();
    await app.wait();
    expect(rows()).toHaveLength(3);
  });
});
