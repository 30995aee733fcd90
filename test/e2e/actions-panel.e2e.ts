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

  it("keeps dates in one line, days late in a frame, and says an incident once above its items", async () => {
    await app.page.setViewportSize({ width: 900, height: 800 });
    const lines = await app.page
      .locator(`${rows} :is(.postmortem-date, .postmortem-late-days)`)
      .evaluateAll((all) => all.map((part) => part.getClientRects().length));
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines)).toEqual(new Set([1]));
    const frame = app.page.locator(`${rows} .postmortem-late-days`).first();
    expect(await frame.evaluate((late) => getComputedStyle(late).borderTopWidth)).toBe("1px");
    const groups = app.page.getByLabel("Group by");
    const before = await groups.inputValue();
    await groups.selectOption({ label: "By incident" });
    await app.page.locator(`${view} .postmortem-group-row`).nth(1).waitFor();
    const names = app.page.locator(`${rows}:not(.postmortem-group-row) td:nth-child(6)`);
    await expect.poll(async () => (await names.allInnerTexts()).join("")).toBe("");
    await groups.selectOption(before);
    await app.page.setViewportSize({ width: 1280, height: 800 });
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

describe("action items by keyboard and menu", () => {
  const a = "Incident-2024-04-11-A.md";
  const b = "Incident-2024-05-01-B.md";
  const files = {
    [a]: "---\ntitle: Outage\nseverity: SEV-1\ntags: [postmortem]\n---\n\n## Action Items\n\n- [ ] One @ada 📅 2024-05-01\n- [ ] Two 📅 2024-05-02\n- [ ] Three @ada 📅 2024-05-20\n",
    [b]: "---\ntitle: Leak\ntags: [postmortem]\n---\n\n## Action Items\n\n- [ ] Four @bo\n",
  };
  let app: HostDriver;
  let steps = 0;
  let atFirst: readonly string[] = [];
  const shown = (): Promise<readonly string[]> => app.page.locator(rows).allInnerTexts();
  // A note that is open would be saved by the app a while after each change.
  withHost({ files: { ...files, "Home.md": "" }, open: "Home.md", now: "2024-05-10T09:00Z" }, async (started) => {
    app = started;
    await app.page.evaluate(async () => {
      const tickets = { tracker: "github", address: "https://github.com/acme/shop" };
      await window.host.registry.changeData("postmortem", { tickets });
    });
    await app.runFromPalette("Incident Postmortems: Show action items");
    await app.waitForText(`${view} .postmortem-count`, "4 action items, 2 overdue");
    atFirst = await shown();
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await app.press(key);
    steps += keys.length;
  };
  const has = (path: string, text: string): Promise<void> =>
    until(text, async () => (await app.read(path))?.includes(text) === true);
  const undo = async (): Promise<void> => {
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
    for (const [path, text] of Object.entries(files)) await has(path, text);
    await until("the rows as before", async () => (await shown()).join() === atFirst.join());
  };
  const focused = (): Promise<string> => app.page.evaluate(() => activeDocument.activeElement?.textContent ?? "");
  const menu = async (row: number, item: string): Promise<void> => {
    await app.page.locator(rows).nth(row).click({ button: "right" });
    await app.page.getByRole("menuitem", { name: item }).click();
    steps += 2;
  };

  it("puts an overdue item off with at most three keys or clicks", async () => {
    expect(await focused()).toBe("One");
    steps = 0;
    // The app's own menu wants an arrow key first, to choose the first entry.
    await press("Control+Enter", "Enter");
    await has(a, "- [ ] One @ada 📅 2024-05-11\n");
    expect(steps).toBeLessThanOrEqual(2);
    await app.waitForText(`${view} .postmortem-count`, "4 action items, 1 overdue");
    await undo();
    steps = 0;
    await menu(0, "Postpone: +1 week");
    await has(a, "- [ ] One @ada 📅 2024-05-17\n");
    expect(steps).toBeLessThanOrEqual(3);
    await undo();
  });

  it("puts several off at once, and takes that back at once", async () => {
    await app.page.locator(rows).first().locator(".postmortem-cell").first().focus();
    await press("ArrowDown", "Shift+ArrowDown");
    await app.page
      .locator(rows)
      .nth(3)
      .click({ modifiers: ["Control"] });
    await app.waitForText(`${view} .postmortem-count`, "3 selected");
    expect(await app.page.locator(`${rows}[aria-selected=true] td:nth-child(2)`).allInnerTexts()).toEqual([
      "Two",
      "Three",
      "Four",
    ]);
    await menu(2, "Postpone: Next Monday");
    await has(a, "- [ ] One @ada 📅 2024-05-01\n- [ ] Two 📅 2024-05-13\n- [ ] Three @ada 📅 2024-05-27\n");
    await has(b, "- [ ] Four @bo 📅 2024-05-13\n");
    await app.waitForText(".notice", "Put off: 3 action items");
    await undo();
    await app.page.locator(rows).first().locator(".postmortem-cell").first().focus();
    await press("Control+a", "Escape");
    expect(await app.count(`${rows}.postmortem-selected`)).toBe(0);
  });

  it("sets a priority, and shows nobody's, this week's and one's own", async () => {
    await menu(0, "Set priority…");
    await app.page.getByRole("menuitem", { name: "High", exact: true }).click();
    await has(a, "- [ ] One @ada ⏫ 📅 2024-05-01\n");
    await undo();
    await app.click("button", "Nobody");
    await app.waitForText(`${view} .postmortem-count`, "1 action item, 1 overdue");
    await app.write(a, files[a].replace("2024-05-20", "2024-05-12"));
    await app.click("button", "Due this week");
    // The week from Monday to Sunday; two other items of the same list are late since the one before.
    const texts = app.page.locator(`${rows} td:nth-child(2)`);
    await until("what is due", async () => (await texts.allInnerTexts()).join() === "Three");
    await app.write(a, files[a]);
    await until("nothing that is due", async () => (await texts.count()) === 0);
    await app.click("button", "Mine");
    await app.page.getByRole("textbox", { name: "Your name" }).fill("Bo");
    await app.press("Enter");
    await until(
      "Four",
      async () => (await app.page.locator(`${rows} td:nth-child(2)`).allInnerTexts()).join() === "Four",
    );
    await app.click("button", "Mine");
    await app.waitForText(`${view} .postmortem-count`, "4 action items, 2 overdue");
  });

  it("takes a due date and a priority away, which is undone like all else", async () => {
    await menu(0, "Remove due date");
    await has(a, "- [ ] One @ada\n");
    await undo();
    await app.write(a, files[a].replace("One @ada", "One @ada ⏫"));
    await app.waitForText(`${rows} td:nth-child(5)`, "high");
    await menu(0, "Set priority…");
    await app.page.getByRole("menuitem", { name: "None", exact: true }).click();
    await has(a, files[a]);
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
    await has(a, "- [ ] One @ada ⏫ 📅 2024-05-01\n");
    await app.write(a, files[a]);
    await until("the rows as before", async () => (await shown()).join() === atFirst.join());
  });

  it("opens the tracker's page, filled in, and writes the ticket that comes of it", async () => {
    await app.page
      .context()
      .route("https://github.com/**", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    const opened = app.page.context().waitForEvent("page");
    await menu(1, "Create ticket");
    const page = await opened;
    expect([...new URL(page.url()).searchParams]).toEqual([
      ["title", "Two"],
      ["body", "Action item of the postmortem “Outage” (SEV-1).\n\nDue: 2024-05-02"],
    ]);
    await page.close();
    expect(await app.read(a)).toBe(files[a]);
    await app.page.bringToFront();
    const field = app.page.getByRole("textbox", { name: "Ticket" });
    await field.fill("soon");
    await app.press("Enter");
    await app.waitForText(".modal", "Give an address, or an id such as OPS-7.");
    await field.fill("https://github.com/acme/shop/issues/7");
    await app.press("Enter");
    await has(a, "- [ ] Two [ticket:: https://github.com/acme/shop/issues/7] 📅 2024-05-02\n");
    await undo();
  });

  it("takes the state of tickets from a tracker's export, shows it first, and is undone at once", async () => {
    await app.write(a, files[a].replace("Two", "Two #8").replace("Three", "Three #9"));
    await app.write(b, files[b].replace("[ ] Four", "[x] Four #10"));
    const before = [await app.read(a), await app.read(b)];
    const ticket = (number: number, state: string): object => ({ number, state, closedAt: "2024-05-08T09:00:00Z" });
    const tickets = [ticket(8, "CLOSED"), ticket(10, "OPEN"), ticket(11, "OPEN")];
    await app.runFromPalette("Incident Postmortems: Update action items from a tracker's export");
    const file = (name: string, content: string) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });
    await app.page.locator(".modal").getByLabel("Files").setInputFiles(file("events.json", "{}"));
    await app.waitForText(".modal", "events.json is no list of tickets that can be read");
    await app.page
      .locator(".modal")
      .getByLabel("Files")
      .setInputFiles(file("tickets.json", JSON.stringify(tickets)));
    await app.waitForText(".modal", "0 as their tickets say, 1 ticket in no postmortem.");
    expect(await app.page.locator(".modal li").allInnerTexts()).toEqual([
      "Two #8\n#8: done on 2024-05-08 · Incident-2024-04-11-A",
      "Four #10\nis done, but #10 is open · Incident-2024-05-01-B",
    ]);
    expect(await axeProblems(app, ".modal")).toEqual([]);
    expect([await app.read(a), await app.read(b)]).toEqual(before);
    await app.press("Enter");
    await has(a, "- [x] Two #8 📅 2024-05-02 ✅ 2024-05-08\n");
    await has(b, "- [x] Four #10 @bo [ticket-state:: open]\n");
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
    await until("both as before", async () => (await app.read(a)) === before[0] && (await app.read(b)) === before[1]);
  });
});
