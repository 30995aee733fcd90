import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accessibilityProblems } from "./axe";
import { startHost, type HostDriver } from "./host-driver";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const items = ".mod-right-split .postmortem-problem-go";

describe.each(["light", "dark"] as const)("the problems panel, %s", (theme) => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost({ theme, open: draft });
    await app.runFromPalette("Postmortem: Show problems");
    await app.waitForText(items, "cannot be read");
  });
  afterEach(() => {
    expect(app.consoleProblems()).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
  });

  it("filters by words and by severity", async () => {
    const all = await app.count(items);
    await app.fill("Filter problems", "milestone-order");
    await app.waitForText(".postmortem-list", "milestone-order");
    expect(await app.count(items)).toBe(1);
    await app.fill("Filter problems", "");
    await app.click("button", "Errors");
    expect(await app.count(items)).toBeLessThan(all);
    await app.click("button", "Errors");
    expect(await app.count(items)).toBe(all);
  });

  it("is clean for those who hear the page", async () => {
    expect(await accessibilityProblems(app, ".mod-right-split .workspace-leaf")).toEqual([]);
  });

  it("leads to the place, by mouse, also in the embedded note", async () => {
    await app.page.locator(items).filter({ hasText: "duration-mismatch" }).click();
    expect(await app.cursorLine()).toBe(18);
    await app.page.locator(items).filter({ hasText: "unreadable-time" }).click();
    await app.waitForText(".workspace-tab-header", "Checkout Timeline");
    expect(await app.cursorLine()).toBe(10);
    await app.open(draft);
  });

  it("mends what has one right answer, by keyboard", async () => {
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "deprecated-property" });
    await row.locator(".postmortem-problem-actions button").first().focus();
    await app.press("Enter");
    await app.page.waitForFunction(() => window.host.app.workspace.activeEditor?.editor?.getValue().includes("tags: postmortem"));
    await row.waitFor({ state: "detached" });
  });
});
