import { expect, it } from "vitest";
import { startHost } from "./host-driver";
import { photographExport } from "./export-pictures";
import { incidentYear, incidentYearEnd } from "./incident-year";

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
    await app.runFromPalette("Incident Postmortems: Show problems");
    await app.waitForText(".mod-right-split", "duration-mismatch");
    await app.screenshot(`${folder}/panel-${theme}.png`);
    await app.open("Incident-2024-11-05-Certificate-Expiry.md");
    await app.runFromPalette("Incident Postmortems: Show incident");
    await app.waitForText(".postmortem-incident", "48 min");
    await app.page.setViewportSize({ width: 1200, height: 1080 });
    await app.screenshot(`${folder}/incident-${theme}.png`);
    await app.page.setViewportSize({ width: 1200, height: 720 });
    await app.open(draft);
    await app.runFromPalette("Incident Postmortems: New postmortem");
    await app.type("Search Outage");
    await app.screenshot(`${folder}/new-${theme}.png`);
    await app.press("Escape");
    expect(app.consoleProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});

it.each(["light", "dark"] as const)("takes the pictures of a year of incidents, %s", async (theme) => {
  const app = await startHost({
    theme,
    size: { width: 1200, height: 900 },
    files: incidentYear(),
    now: incidentYearEnd,
  });
  try {
    await app.runFromPalette("Incident Postmortems: Show insights");
    await app.waitForText(".postmortem-insights .postmortem-count", "42 incidents");
    await app.page.locator("svg.postmortem-chart").nth(5).waitFor();
    await app.screenshot(`${folder}/insights-${theme}.png`);
    await app.page.setViewportSize({ width: 1200, height: 720 });
    await app.runFromPalette("Incident Postmortems: Show action items");
    await app.waitForText(".postmortem-actions .postmortem-count", "22 action items");
    await app.screenshot(`${folder}/actions-${theme}.png`);
    expect(app.consoleProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});

it("takes the pictures of an exported document, on screen and on paper", async () => {
  await photographExport(folder, "Incident-2024-04-11-API-Outage.md");
});

it.each(["light", "dark"] as const)("takes the picture of an import, %s", async (theme) => {
  const note = "Incident-2025-03-10-Logins.md";
  const copied =
    "Pager\nAPP  10:02\nTriggered #77: half of all logins fail\nmia\n  10:05\nack, looking\n10:10\nlunch later?\njon\n  10:20\nrolled back the config\n";
  const files = {
    [note]:
      "---\ntitle: Logins fail\ndate: 2025-03-10\ntags: [postmortem]\ntimezone: Europe/Berlin\n---\n\n# Logins fail\n\n## Timeline\n\n- 09:50 Config deployed\n- 10:20 rolled back the config\n",
  };
  const app = await startHost({
    theme,
    size: { width: 1200, height: 720 },
    files,
    open: note,
    now: "2025-03-12T09:00Z",
  });
  try {
    await app.runFromPalette("Postmortem: Import timeline events");
    await app.page
      .locator(".postmortem-import input[type=file]")
      .setInputFiles([{ name: "copied.txt", mimeType: "text/plain", buffer: Buffer.from(copied) }]);
    await app.waitForText(".postmortem-import-list", "lunch");
    await app.screenshot(`${folder}/import-${theme}.png`);
    expect(app.consoleProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});
