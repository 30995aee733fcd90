import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const seed = "Incident-2024-04-11-API-Outage.md";
const expiry = "Incident-2024-11-05-Certificate-Expiry.md";
const panel = ".mod-right-split .postmortem-incident";

describe.each(["light", "dark"] as const)("the incident view, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: seed }, async (started) => {
    app = started;
    await app.runFromPalette("Incident Postmortems: Show incident");
    await app.waitForText(panel, "47 min");
  });

  it("tells durations with their definitions", async () => {
    expect(await app.visibleText(`${panel} .postmortem-turns`)).toContain("resolved − started");
    expect(await app.count(`${panel} svg.postmortem-timeline [data-row]`)).toBe(5);
  });

  it("is clean for those who hear the page", async () => {
    await app.page.locator(`${panel} .postmortem-events summary`).click();
    await app.waitForText(`${panel} .postmortem-events`, "Postgres reaches its limit");
    expect(await axeProblems(app, ".mod-right-split .workspace-leaf")).toEqual([]);
  });

  it("leads to the place by mouse, from the picture into the embedded note", async () => {
    await app.page.locator(`${panel} [data-row="2"] .postmortem-timeline-clock`).click();
    await app.waitForText(".workspace-tab-header", "Incident Timeline");
    expect(await app.cursorLine()).toBe(15);
    expect(await app.visibleText(`${panel} .postmortem-incident-title`)).toContain("API Outage");
    await app.open(seed);
  });

  it("leads to the place by keyboard, from a turning point", async () => {
    await app.page.locator(`${panel} .postmortem-turn`).filter({ hasText: "Identified" }).focus();
    await app.press("Enter");
    await app.page.waitForFunction(() =>
      window.host.app.workspace.activeEditor?.editor?.getSelection().includes("06:38"),
    );
    await app.open(seed);
  });

  it("ticks an action item with the keyboard, on its line", async () => {
    await app.page.getByRole("checkbox", { name: "Done: Require API team approval" }).focus();
    await app.press("Space");
    await app.page.waitForFunction(() =>
      window.host.app.workspace.activeEditor?.editor?.getValue().includes("- [x] Require API team approval"),
    );
    await app.waitForText(panel, "4 of 5 open");
  });

  it("switches the zone, and goes on with the next note", async () => {
    await app.open(expiry);
    await app.waitForText(panel, "23:41");
    await app.click("button", "UTC");
    await app.waitForText(`${panel} .postmortem-timeline-clock`, "22:41");
    await app.open(seed);
    await app.waitForText(panel, "47 min");
  });

  it("draws the same inside of a note, in reading view, and says what a block has wrong", async () => {
    await app.write(
      "Weekly.md",
      `# Weekly\n\n\`\`\`postmortem\nshow: facts, timeline, actions\nnote: [[${expiry.slice(0, -3)}]]\n\`\`\`\n\n\`\`\`postmortem\nshow: pie\n\`\`\`\n`,
    );
    await app.open("Weekly.md");
    await app.press("Control+E");
    const block = ".markdown-preview-view .postmortem-block";
    await app.waitForText(block, "48 min");
    await app.waitForText(block, "expected facts, timeline or actions");
    expect(await axeProblems(app, block)).toEqual([]);
    const wide = await app.page
      .locator(`${block} svg.postmortem-timeline`)
      .evaluate((svg) => [svg.clientWidth, svg.parentElement?.clientWidth]);
    expect(wide[0]).toBe(wide[1]);
    await app.press("Control+E");
  });
});
