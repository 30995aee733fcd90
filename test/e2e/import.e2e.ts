import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const note = "Incident-2025-03-10-Logins.md";
const text =
  "---\ntitle: Logins fail\ndate: 2025-03-10\ntags: [postmortem]\ntimezone: Europe/Berlin\n---\n\n# Logins fail\n\n## Timeline\n\n- 09:50 Config deployed\n\n## Impact\n\nHalf of all logins failed.\n";
const chat = "mia\n  10:05\nack, looking\n10:10\nlunch?\njon\n  10:20\nrolled back the config\n";
const csv = "time,who,what\n2025-03-10T08:50:00Z,,Config deployed\nsoon,,x\n2025-03-10T09:30:00Z,jon,all clear\n";

describe.each([
  { theme: "light", mobile: false, size: { width: 1200, height: 720 } },
  { theme: "dark", mobile: true, size: { width: 390, height: 740 } },
] as const)("import of events, $theme", ({ theme, mobile, size }) => {
  let app: HostDriver;
  withHost({ theme, mobile, size, files: { [note]: text }, open: note, now: "2025-03-12T09:00Z" }, (started) => {
    app = started;
  });

  /** Tells the plugin of a paste or a drop, as the app does. */
  const tell = (event: "editor-paste" | "editor-drop", content: string): Promise<boolean> =>
    app.page.evaluate(
      ([name, data]) => {
        const { workspace } = window.host.app;
        const transfer = new DataTransfer();
        if (name === "editor-drop") transfer.items.add(new File([data], "events.csv"));
        else transfer.setData("text/plain", data);
        const told =
          name === "editor-drop"
            ? new DragEvent("drop", { dataTransfer: transfer, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: transfer, cancelable: true });
        workspace.trigger(name, told, workspace.activeEditor?.editor, workspace.activeEditor);
        return told.defaultPrevented;
      },
      [event, content] as const,
    );

  it("offers itself for a paste, is done by the keyboard, and undone in one step", async () => {
    await app.setCursor(11, 2);
    expect(await tell("editor-paste", chat)).toBe(true);
    await app.waitForText(".postmortem-import-list", "rolled back the config");
    expect(await app.count(".postmortem-import-list input:checked")).toBe(2);
    const wide = await app.page
      .locator(".postmortem-import *")
      .evaluateAll(
        (all) => all.filter((element) => element.getBoundingClientRect().right > activeWindow.innerWidth + 1).length,
      );
    expect(wide).toBe(0);
    // The first tick has the focus: off and on again, then Enter.
    await app.press("Space");
    await app.waitForText(".postmortem-import", "Add 1 event");
    await app.press("Space");
    await app.press("Enter");
    await app.page.locator(".postmortem-import").waitFor({ state: "detached" });
    await app.page.waitForFunction(() =>
      window.host.app.workspace.activeEditor?.editor?.getValue().includes("@jon: rolled back the config"),
    );
    expect(await app.editorText()).toContain("- 09:50 Config deployed\n- 10:05 @mia: ack, looking\n- 10:20 @jon:");
    await app.page.locator(".cm-content").focus();
    await app.press("Control+Z");
    expect(await app.editorText()).toBe(text);
  });

  it("takes a dropped file, greys what is there, filters, and leaves the note alone when it is closed", async () => {
    expect(await tell("editor-drop", csv)).toBe(true);
    await app.waitForText(".postmortem-import-list", "all clear");
    expect(await app.count(".postmortem-import-there")).toBe(1);
    await app.waitForText(".postmortem-import-unread summary", "1 left out");
    await app.fill("Filter events", "jon");
    await app.page.waitForFunction(() => activeDocument.querySelectorAll(".postmortem-import-list li").length === 1);
    await app.press("Escape");
    expect(await app.editorText()).toBe(text);
  });

  it("takes files that are chosen", async () => {
    await app.runFromPalette("Postmortem: Import timeline events");
    await app.page.locator(".postmortem-import input[type=file]").setInputFiles([
      { name: "copied.txt", mimeType: "text/plain", buffer: Buffer.from(chat) },
      { name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(csv) },
    ]);
    await app.waitForText(".postmortem-import-list", "lunch?");
    expect(await app.count(".postmortem-import-list li")).toBe(5);
    expect(await app.count(".postmortem-import-proof li")).toBe(3);
    await app.press("Escape");
  });
});
