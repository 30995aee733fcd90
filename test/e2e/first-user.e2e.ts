import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

describe("somebody who uses the panels for the first time", () => {
  let app: HostDriver;
  withHost({ open: draft }, (started) => {
    app = started;
  });

  /** Makes the right sidebar as narrow as it may be. */
  const narrow = (width: number): Promise<unknown> =>
    app.page.addStyleTag({ content: `.workspace-split.mod-right-split { width: ${width}px; }` });

  it("sees a row for each problem, errors first, with the words of the item", async () => {
    await app.runCommand("show-problems");
    await app.waitForText(".postmortem-problem-words", /\w/);
    const rows = app.page.locator(".postmortem-problems .postmortem-problem");
    const classes = await rows.evaluateAll((all) =>
      all.map((row) => /postmortem-(error|warning|info)/.exec(row.getAttribute("class") ?? "")?.[1]),
    );
    const weight = { error: 0, warning: 1, info: 2 } as const;
    const weights = classes.map((name) => weight[name === "error" || name === "warning" ? name : "info"]);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    const texts = await rows.allInnerTexts();
    expect(new Set(texts).size).toBe(texts.length);
    expect(await app.page.locator(".postmortem-problem-help:visible").count()).toBe(0);
    await rows.first().locator("button").first().focus();
    expect(await app.page.locator(".postmortem-problem-rule:visible").count()).toBe(1);
  });

  it("reads names and turning points as words in 280 pixels", async () => {
    await app.open("Incident-2024-11-05-Certificate-Expiry.md");
    await narrow(280);
    await app.runCommand("show-incident");
    await app.waitForText(".postmortem-incident", "48 min");
    const broken = await app.page
      .locator(".postmortem-turn")
      .evaluateAll((turns) =>
        turns.filter((turn) => turn.getBoundingClientRect().height > 40).map((turn) => turn.textContent),
      );
    expect(broken).toEqual([]);
    const names = await app.page.locator(".postmortem-timeline-milestone").allTextContents();
    expect(names).toEqual(["Started", "Detected", "Acknowledged", "Identified", "Resolved"]);
    await app.runCommand("show-problems");
    await app.click("button", "All postmortems");
    await app.page.locator(".postmortem-list .tree-item-inner").first().waitFor();
    const rows = await app.page
      .locator(".postmortem-list .tree-item-inner")
      .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().width));
    expect(Math.min(...rows)).toBeGreaterThan(120);
  });
});
