import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { until } from "./scenarios/scenario";
import { incidentYear, incidentYearEnd } from "./incident-year";

const view = ".postmortem-actions";
const rows = `${view} tbody tr`;

describe.each(["light", "dark"] as const)("the action items panel, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, files: incidentYear(), now: incidentYearEnd }, async (started) => {
    app = started;
    await app.runFromPalette("Incident Postmortems: Show action items");
    await app.waitForText(`${view} .postmortem-count`, "22 action items, 15 overdue");
  });

  /** The text of the note that a row's item stands in, by the path in the key of its buttons. */
  const noteOf = async (row: number): Promise<string> => {
    const key = (await app.page.locator(rows).nth(row).locator("[data-key]").first().getAttribute("data-key")) ?? "";
    return (await app.read(key.split(" ").slice(1, -1).join(" "))) ?? "";
  };

  it("shows the overdue first, and is clean for those who hear the page", async () => {
    expect(await app.page.locator(rows).first().innerText()).toContain("late");
    expect(await axeProblems(app, view)).toEqual([]);
  });

  it("ticks an item with the mouse, and writes the day", async () => {
    const before = await noteOf(0);
    const name = await app.page.locator(`${rows} .postmortem-cell`).first().innerText();
    await app.page.locator(`${rows} input`).first().click();
    await app.waitForText(`${view} .postmortem-count`, "21 action items, 14 overdue");
    const changed = (await Promise.all((await app.files()).map((file) => app.read(file)))).find((text) =>
      text?.includes("✅ 2025-03-14"),
    );
    const line = changed?.split("\n").find((other) => other.includes("✅ 2025-03-14")) ?? "";
    expect(line).toContain(name);
    expect(changed?.replace(line, line.replace("- [x]", "- [ ]").replace(" ✅ 2025-03-14", ""))).toBe(before);
  });

  it("ticks one with the keyboard, and takes the tick back", async () => {
    await app.page.getByLabel("State").selectOption("all");
    const done = await app.count(`${rows}.postmortem-done`);
    await app.page.locator(`${rows}:not(.postmortem-done) input`).first().focus();
    await app.press("Space");
    await until("the tick", async () => (await app.count(`${rows}.postmortem-done`)) === done + 1);
    await app.press("Space");
    await until("no tick", async () => (await app.count(`${rows}.postmortem-done`)) === done);
    await app.page.getByLabel("State").selectOption("open");
    await app.waitForText(`${view} .postmortem-count`, "21 action items, 14 overdue");
  });

  it("reschedules and reassigns with the keyboard", async () => {
    await app.page.locator(`${rows} td:nth-child(4) button`).first().focus();
    await app.press("Enter");
    await app.fill("Due date", "2025-04-01");
    await app.press("Enter");
    await app.waitForText(`${view} .postmortem-count`, "21 action items, 13 overdue");
    const row = app.page.locator(rows).filter({ hasText: "2025-04-01" }).first();
    await row.locator("td:nth-child(3) button").focus();
    await app.press("Enter");
    await app.page.locator(".modal").getByLabel("Owner").fill("Ada Lovelace");
    await app.press("Enter");
    await app.waitForText(rows, "Ada Lovelace");
    const texts = await Promise.all((await app.files()).map((file) => app.read(file)));
    expect(texts.some((text) => text?.includes("[[Ada Lovelace]]") === true && text.includes("📅 2025-04-01"))).toBe(
      true,
    );
  });

  it("is sorted, grouped and filtered", async () => {
    await app.page.getByRole("button", { name: /^Age/ }).focus();
    await app.press("Enter");
    expect(await app.page.locator("th[aria-sort=ascending]").innerText()).toContain("Age");
    await app.page.getByRole("button", { name: /^Age/ }).click();
    expect(await app.page.locator("th[aria-sort=descending]").innerText()).toContain("Age");
    await app.page.getByLabel("Group by").selectOption("owner");
    await app.waitForText(".postmortem-group-row", "Ada Lovelace (1)");
    await app.fill("Filter action items", "runbook");
    await app.page.waitForFunction(() =>
      [...activeDocument.querySelectorAll(".postmortem-actions td:nth-child(2)")].every((cell) =>
        cell.textContent.includes("runbook"),
      ),
    );
  });

  it("opens the note at the item", async () => {
    const item = app.page.locator(`${rows} td:nth-child(2) button`).first();
    const name = await item.innerText();
    await item.click();
    await app.page.waitForFunction(
      (text) => window.host.app.workspace.activeEditor?.editor?.getSelection().includes(text) === true,
      name,
    );
  });
});
