import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const seed = "Incident-2024-04-11-API-Outage.md";

/** Opens a view and moves it into a window of its own. */
async function moveOut(app: HostDriver, command: string, type: string): Promise<Page> {
  await app.runCommand(command);
  return moved(app, type);
}

async function moved(app: HostDriver, type: string): Promise<Page> {
  const opened = app.page.waitForEvent("popup");
  await app.page.evaluate((name) => {
    const { workspace } = window.host.app;
    const leaves = workspace.getLeavesOfType(name);
    // Of several notes the one in front.
    const front = workspace.getMostRecentLeaf();
    const leaf = leaves.find((each) => each === front) ?? leaves[0];
    if (leaf !== undefined) window.host.app.workspace.moveLeafToPopout(leaf);
  }, type);
  const page = await opened;
  await page.setViewportSize({ width: 620, height: 700 });
  return page;
}

describe.each(["light", "dark"] as const)("a view in a window of its own, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, (started) => {
    app = started;
  });

  it("lists problems, leads to them in the other window, and asks for the reason where the person is", async () => {
    const page = await moveOut(app, "show-problems", "postmortem-problems");
    const items = page.locator(".postmortem-problem-go");
    await page.getByLabel("Filter problems").fill("duration-mismatch");
    await page.locator(".postmortem-count").filter({ hasText: "1 error" }).waitFor();
    expect(await axeProblems({ page }, ".workspace-leaf")).toEqual([]);
    await items.first().click();
    expect(await app.cursorLine()).toBe(18);
    await page.getByRole("button", { name: "Ignore with a reason" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Reason" }).fill("support hours only");
    await page.keyboard.press("Enter");
    await page.locator(".postmortem-count").filter({ hasText: "None of" }).waitFor();
    expect(await app.editorText()).toContain("postmortem-ignore duration-mismatch: support hours only");
    await app.press("Control+Z");
    await page.close();
    expect(await app.count(".postmortem-problems")).toBe(0);
  });

  it("ticks and reschedules action items", async () => {
    const page = await moveOut(app, "show-actions", "postmortem-actions");
    await page.getByLabel("Filter action items").fill("runbook");
    const rows = page.locator("tbody tr");
    await page.waitForFunction(() =>
      [...document.querySelectorAll("tbody tr")].every((row) => row.textContent.includes("unbook")),
    );
    await rows.first().locator("td:nth-child(4) button").click();
    await page.getByRole("textbox", { name: "Due date" }).fill("2031-01-02");
    await page.getByRole("textbox", { name: "Due date" }).press("Enter");
    await rows.filter({ hasText: "2031-01-02" }).first().waitFor();
    await page.close();
  });

  it("shows insights as wide as its window, and as tables", async () => {
    const page = await moveOut(app, "show-insights", "postmortem-insights");
    const picture = page.locator("svg.postmortem-chart").first();
    await picture.waitFor();
    const before = await picture.getAttribute("width");
    await page.setViewportSize({ width: 420, height: 700 });
    await page.waitForFunction(
      (wide) => document.querySelector("svg.postmortem-chart")?.getAttribute("width") !== wide,
      before,
    );
    await page.getByRole("button", { name: "Show as table" }).click();
    expect(await picture.isVisible()).toBe(false);
    await page.close();
  });

  it("follows the note in front of the main window with its incident", async () => {
    const page = await moveOut(app, "show-incident", "postmortem-incident");
    await app.open(seed);
    await page.locator(".postmortem-incident").filter({ hasText: "47 min" }).waitFor();
    await page.locator('[data-row="2"] .postmortem-timeline-clock').click();
    await app.waitForText(".workspace-tab-header", "Incident Timeline");
    await app.open(seed);
    await page.getByRole("checkbox", { name: "Done: Require API team approval" }).click();
    await page.locator(".postmortem-incident").filter({ hasText: "4 of 5 open" }).waitFor();
    await page.close();
  });

  it("underlines problems of a note there, and shows blocks and dialogs", async () => {
    await app.write(
      "Postmortem Block.md",
      "---\ntitle: Block\ndate: 2024-05-03\ntag: postmortem\n---\n\n```postmortem\n```\n",
    );
    await app.open("Postmortem Block.md");
    const page = await moved(app, "markdown");
    await page.locator(".postmortem-block").filter({ hasText: "Severity" }).waitFor();
    await page.locator(".cm-lintRange").filter({ hasText: "tag" }).hover();
    await page.locator(".cm-diagnosticAction").first().click();
    await page.locator(".cm-line").filter({ hasText: "tags: [postmortem]" }).waitFor();
    await page.keyboard.press("Control+P");
    await page.getByRole("textbox", { name: "Select a command…" }).fill("Incident Postmortems: New postmortem");
    await page.keyboard.press("Enter");
    await page.locator(".postmortem-new").waitFor();
    await page.keyboard.press("Escape");
    await page.close();
  });
});
