import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startHost, type HostDriver } from "./host-driver";

const seed = "Incident-2024-04-11-API-Outage.md";

describe.each(["light", "dark"] as const)("the main job, %s", (theme) => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost({ theme });
  });
  afterEach(() => {
    expect(app.consoleProblems()).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
  });

  it("counts the problems of the open postmortem and underlines them", async () => {
    await app.open(seed);
    await app.waitForText(".status-bar-item", "problem");
    await app.page.locator(".cm-lintRange").first().waitFor();
  });

  it("starts a postmortem from the palette with the keyboard alone", async () => {
    await app.runFromPalette("Postmortem: New");
    await app.type("Search Outage");
    await app.fill("Date", "2024-05-02");
    await app.waitForText(".modal", "Incident-2024-05-02-Search-Outage.md");
    await app.press("Enter");
    await app.waitForText(".workspace-tab-header", "Incident-2024-05-02-Search-Outage");
    const text = await app.editorText();
    expect(text).toContain("# Search Outage Retro — 2024-05-02");
    expect(text).toContain("![[Incident Timeline#Key Events]]");
    expect(text.split("\n")[await app.cursorLine()]).toContain("TODO");
  });

  it("starts one from the ribbon with the mouse, and writes nothing when cancelled", async () => {
    const before = await app.files();
    await app.click("button", "New postmortem");
    await app.fill("Title", "Never made");
    await app.click("button", "Cancel");
    expect(await app.count(".modal")).toBe(0);
    expect(await app.files()).toEqual(before);
  });

  it("sees on save what is missing, and takes it back when it is mended", async () => {
    await app.write("Postmortem Queue.md", "---\ntitle: Queue\ndate: 2024-05-03\ntag: postmortem\n---\n\n# Queue\n");
    await app.open("Postmortem Queue.md");
    await app.page.locator(".cm-lintRange-error, .cm-lintRange-warning").first().waitFor();
    await app.runFromPalette("Postmortem: Fix all fixable");
    await app.page.waitForFunction(() => window.host.app.workspace.activeEditor?.editor?.getValue().includes("tags: postmortem"));
    expect(await app.editorText()).toContain("## Impact");
    await app.press("Control+Z");
    expect(await app.editorText()).toContain("tag: postmortem");
    expect(await app.editorText()).not.toContain("## Impact");
  });

  it("replaces embeds in one step that can be undone", async () => {
    await app.open(seed);
    const before = await app.editorText();
    await app.runFromPalette("Postmortem: Replace embeds with their content");
    await app.page.waitForFunction(() => window.host.app.workspace.activeEditor?.editor?.getValue().includes("![[") === false);
    expect(await app.editorText()).toContain("Postgres reaches its limit");
    await app.setCursor(0, 0);
    await app.press("Control+Z");
    expect(await app.editorText()).toBe(before);
  });

  it("takes an event down into the timeline note while the incident runs", async () => {
    await app.open(seed);
    await app.runFromPalette("Postmortem: Insert timeline event");
    await app.type("Traffic is back");
    await app.press("Enter");
    await app.page.waitForFunction(async () => {
      const { vault } = window.host.app;
      const file = vault.getFileByPath("Incident Timeline.md");
      return file !== null && (await vault.read(file)).includes("Traffic is back");
    });
    expect(await app.read("Incident Timeline.md")).toMatch(/service restored\n- \*?\*?\d{4}-\d\d-\d\d \d\d:\d\d.*Traffic is back/);
  });

  it("writes metrics to the properties", async () => {
    await app.open(seed);
    await app.runFromPalette("Postmortem: Write metrics");
    await app.page.waitForFunction(() => window.host.app.workspace.activeEditor?.editor?.getValue().includes("time-to-resolve: 47"));
  });

  it("notices when the timeline that a postmortem embeds is gone", async () => {
    await app.open(seed);
    await app.page.evaluate(async () => {
      const { vault, fileManager } = window.host.app;
      const file = vault.getFileByPath("Incident Timeline.md");
      if (file !== null) await fileManager.trashFile(file);
    });
    await app.page.locator(".cm-lintRange-error").first().waitFor();
  });

  it("leaves nothing behind when it is turned off", async () => {
    await app.page.evaluate(() => {
      window.host.registry.disable("postmortem");
    });
    expect(await app.count(".status-bar-item")).toBe(0);
    expect(await app.page.evaluate(() => window.host.registry.commands.size)).toBe(0);
    expect(await app.count(".cm-lintRange")).toBe(0);
  });
});
