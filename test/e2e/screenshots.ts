import { expect, it } from "vitest";
import { startHost } from "./host-driver";
import { photographExport } from "./export-pictures";

const folder = "docs/images";
const draft = "Incident-2024-09-17-Checkout-Latency.md";

it.each(["light", "dark"] as const)("takes the pictures of the README, %s", async (theme) => {
  const app = await startHost({ theme, size: { width: 1200, height: 720 }, open: draft });
  try {
    const mark = app.page.locator(".cm-lintRange-error").first();
    await mark.waitFor();
    await app.setCursor(18, 0);
    await mark.hover();
    await app.page.locator(".cm-tooltip-lint").waitFor();
    await app.screenshot(`${folder}/problems-${theme}.png`);
    await app.page.mouse.move(0, 0);
    await app.runFromPalette("Postmortem: Show problems");
    await app.waitForText(".mod-right-split", "duration-mismatch");
    await app.screenshot(`${folder}/panel-${theme}.png`);
    await app.runFromPalette("Postmortem: New");
    await app.type("Search Outage");
    await app.screenshot(`${folder}/new-${theme}.png`);
    await app.press("Escape");
    expect(app.consoleProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});

it("takes the pictures of an exported document, on screen and on paper", async () => {
  await photographExport(folder, "Incident-2024-04-11-API-Outage.md");
});
