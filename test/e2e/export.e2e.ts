import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { exporting } from "./scenarios/export";

const seed = "Incident-2024-04-11-API-Outage.md";
const copy = "Exports/Incident-2024-04-11-API-Outage-exported.md";
const preview = "textarea[aria-label=Preview]";

describe.each(["light", "dark"] as const)("exporting a note, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: seed }, (started) => {
    app = started;
  });

  const shown = (): Promise<string> => app.page.locator(preview).inputValue();

  const boxOf = async (part: string): Promise<{ readonly x: number; readonly width: number }> =>
    (await app.page.locator(`.postmortem-export ${part}`).first().boundingBox()) ?? { x: Infinity, width: 0 };

  it("shows the document with what its embeds show", async () => {
    await app.runFromPalette("Incident Postmortems: Export this note…");
    await app.waitForText(".modal", copy);
    expect(await shown()).toContain("Postgres reaches its limit");
    expect(await shown()).not.toContain("![[");
    const [options, document] = [await boxOf(".postmortem-export-sides > :first-child"), await boxOf(preview)];
    expect(options.x + options.width).toBeLessThanOrEqual(document.x);
    expect(document.width).toBeGreaterThan(500);
  });

  it("is chosen and written with the keyboard alone", async () => {
    await app.page.getByLabel("Properties").focus();
    await app.press("L");
    await app.page.waitForFunction(
      (selector) => document.querySelector<HTMLTextAreaElement>(selector)?.value.startsWith("# "),
      preview,
    );
    for (let steps = 0; steps < 12; steps++) {
      if ((await app.page.evaluate(() => document.activeElement?.textContent)) === "Export") break;
      await app.press("Tab");
    }
    await app.press("Enter");
    await app.waitForText(".notice", `Written to ${copy}`);
    expect(await app.read(copy)).toMatch(
      /^# [^]*Postgres reaches its limit[^]*<!-- postmortem-export: source="Incident/,
    );
    await app.page
      .locator(".notice")
      .filter({ hasText: copy })
      .getByRole("button", { name: "Open", exact: true })
      .press("Enter");
    await app.waitForText(".workspace-tab-header.is-active", "API-Outage-exported");
    await app.open(seed);
  });

  it("refreshes the copy, and shows the difference when somebody edited it", async () => {
    await app.write(copy, `By hand.\n${(await app.read(copy)) ?? ""}`);
    await app.runFromPalette("Incident Postmortems: Refresh resolved copy");
    await app.waitForText(".modal", "was left as it is");
    expect(await app.page.locator("textarea[aria-label=Difference]").inputValue()).toBe("- By hand.");
    await app.press("Escape");
    expect(await app.read(copy)).toMatch(/^By hand\./);
  });

  it.each(exporting)("$name", ({ run }) => run(app));

  it("shows a page as one, clean for those who hear it", async () => {
    await app.open(seed);
    await app.runFromPalette("Incident Postmortems: Export this note…");
    await app.choose("Format", "HTML");
    await app.waitForText(".postmortem-new-path", "exported.html");
    expect(await axeProblems(app, ".modal")).toEqual([]);
    await app.press("Escape");
  });
});
