import { describe, expect, it } from "vitest";
import { countGestures, type Gestures } from "./gestures";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { until, untilEditor } from "./scenarios/scenario";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const late = "Incident-2024-05-01-Late.md";
const lateText =
  "---\ntitle: Late\ndate: 2024-05-01\ntags: [postmortem]\n---\n\n## Action Items\n\n- [ ] Add an alert @ada 📅 2024-05-02\n";
const problems = ".mod-right-split .postmortem-list";

describe("what it costs", () => {
  let app: HostDriver;
  withHost({ open: draft, now: "2024-09-18T09:00Z" }, async (started) => {
    app = started;
    await app.write(late, lateText);
  });

  /** Does something, waits until it has happened, and tells what it took. */
  const cost = async (act: () => Promise<unknown>, happened: () => Promise<unknown>): Promise<Gestures> => {
    const count = await countGestures(app);
    await act();
    await happened();
    return count();
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await app.press(key);
  };
  const undo = async (): Promise<void> => {
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
  };
  const saved = (path: string, text: string): Promise<void> =>
    until(`the note as it was: ${path}`, async () => (await app.read(path)) === text);

  it("at most eight keys beside the words from the palette to a note with a severity", async () => {
    const { clicks, keys } = await cost(
      async () => {
        await app.runFromPalette("Incident Postmortems: New postmortem");
        await app.page.locator(".postmortem-new").waitFor();
        await app.type("Search is down");
        await press("Tab", "ArrowDown", "ArrowDown", "Control+Enter");
      },
      () => untilEditor(app, (text) => text.includes("severity: SEV-2") && text.includes("Search is down")),
    );
    expect(clicks).toBe(0);
    expect(keys).toBeLessThanOrEqual(8);
    // The palette is opened and answered by keys as well.
    expect(keys).toBeGreaterThan(2);
  });

  it("at most three keys, or presses of the mouse, from an overdue action item to its new date", async () => {
    await app.open(draft);
    await app.runCommand("show-actions");
    const rows = app.page.locator(".postmortem-actions tbody tr").filter({ hasText: "Add an alert" });
    await rows.first().locator(".postmortem-cell").first().focus();
    const byKeys = await cost(
      () => press("Control+Enter", "Enter"),
      () => saved(late, lateText.replace("2024-05-02", "2024-09-19")),
    );
    expect(byKeys.keys).toBeLessThanOrEqual(3);
    await undo();
    await saved(late, lateText);
    const byMouse = await cost(
      async () => {
        await rows.first().click({ button: "right" });
        await app.click("menuitem", "Postpone: +1 week");
      },
      () => saved(late, lateText.replace("2024-05-02", "2024-09-25")),
    );
    expect(byMouse).toEqual({ keys: 0, clicks: 2 });
    const taken = await cost(undo, () => saved(late, lateText));
    expect(taken).toEqual({ keys: 0, clicks: 1 });
  });

  it("at most two keys, or presses of the mouse, from a problem with a fix to its being fixed", async () => {
    await app.open(draft);
    await app.runCommand("show-problems");
    const before = await app.editorText();
    const row = app.page.locator(`${problems} li`).filter({ hasText: "deprecated-property" });
    await row.waitFor();
    const fixed = (): Promise<void> => untilEditor(app, (text) => text.includes("tags: [postmortem]"));
    const byMouse = await cost(() => row.locator(".postmortem-problem-actions button").first().click(), fixed);
    expect(byMouse).toEqual({ keys: 0, clicks: 1 });
    expect(await cost(undo, () => untilEditor(app, (text) => text === before))).toEqual({ keys: 0, clicks: 1 });
    await row.locator(".postmortem-problem-go").focus();
    const byKeys = await cost(() => press("Tab", "Enter"), fixed);
    expect(byKeys).toEqual({ keys: 2, clicks: 0 });
    await undo();
    await untilEditor(app, (text) => text === before);
  });

  it("one key from a TODO to the next", async () => {
    await app.runCommand("new");
    await app.type("Queue is stuck");
    await app.press("Control+Enter");
    const place = (): Promise<string> =>
      app.page.evaluate(() => {
        const editor = window.host.app.workspace.activeEditor?.editor;
        return `${editor?.getCursor().line ?? 0} ${editor?.getSelection() ?? ""}`;
      });
    await until("the first place", async () => (await place()).includes(" TODO"));
    for (let places = 0; places < 4; places++) {
      const before = await place();
      const next = (): Promise<void> =>
        until("the next place", async () => {
          const now = await place();
          return now !== before && now.includes(" TODO");
        });
      expect(await cost(() => press("Tab"), next)).toEqual({ keys: 1, clicks: 0 });
    }
  });
});
