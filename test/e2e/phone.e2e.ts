import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { untilEditor } from "./scenarios/scenario";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const seed = "Incident-2024-04-11-API-Outage.md";

describe.each(["light", "dark"] as const)("on a phone, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, mobile: true, size: { width: 390, height: 740 }, open: draft }, (started) => {
    app = started;
  });

  /** Elements of ours that reach beyond the screen at the side, unless what they lie in scrolls. */
  const cutOff = (within: string): Promise<readonly string[]> =>
    app.page.locator(`${within} *`).evaluateAll((all) =>
      all
        .filter((element) => {
          const box = element.getBoundingClientRect();
          const isHidden = element.closest(".postmortem-hidden, .postmortem-numbers, svg") !== null || box.width === 0;
          return !isHidden && (box.right > activeWindow.innerWidth + 1 || box.left < -1);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );

  /** What of a panel is too small for a finger. */
  const small = (within: string): Promise<readonly string[]> =>
    app.page.locator(`${within} :is(button, select, summary, input[type=search])`).evaluateAll((all) =>
      all
        .filter((element) => {
          const { height, width } = element.getBoundingClientRect();
          return width > 0 && element.closest(".postmortem-hidden") === null && (width < 43.5 || height < 43.5);
        })
        .map((element) => element.outerHTML.slice(0, 160)),
    );

  const close = (type: string): Promise<void> =>
    app.page.evaluate((name) => {
      window.host.app.workspace.detachLeavesOfType(name);
    }, type);

  it("has no status bar item", async () => {
    expect(await app.count(".status-bar-item")).toBe(0);
  });

  it("fixes and silences problems by touch, with nothing that waits for a hover", async () => {
    await app.runFromPalette("Incident Postmortems: Show problems");
    await app.waitForText(".postmortem-problem-go", "deprecated-property");
    expect(await cutOff(".postmortem-problems")).toEqual([]);
    expect(await small(".postmortem-problems")).toEqual([]);
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "deprecated-property" });
    const actions = await row
      .locator(".postmortem-problem-actions button")
      .evaluateAll((buttons) => buttons.map((button) => ({ shown: getComputedStyle(button).opacity })));
    for (const { shown } of actions) expect(shown).toBe("1");
    await row.locator(".postmortem-problem-actions button").first().tap();
    await row.waitFor({ state: "detached" });
    await app.page
      .locator(".postmortem-list li")
      .filter({ hasText: "duration-mismatch" })
      .getByRole("button", { name: "Ignore with a reason" })
      .tap();
    await app.page.getByRole("textbox", { name: "Reason" }).fill("known");
    expect(await cutOff(".modal")).toEqual([]);
    await app.page.getByRole("button", { name: "Ignore", exact: true }).tap();
    await close("postmortem-problems");
    await untilEditor(
      app,
      (text) => text.includes("tags: [postmortem]") && text.includes("postmortem-ignore duration-mismatch: known"),
    );
  });

  it("leads from the incident to its places by touch", async () => {
    await app.open(seed);
    await app.runFromPalette("Incident Postmortems: Show incident");
    await app.waitForText(".postmortem-incident", "47 min");
    expect(await cutOff(".postmortem-incident")).toEqual([]);
    expect(await small(".postmortem-incident")).toEqual([]);
    await app.page.getByRole("checkbox", { name: "Done: Require API team approval" }).tap();
    await app.waitForText(".postmortem-incident", "4 of 5 open");
    await app.page.locator(".postmortem-incident .postmortem-turn").filter({ hasText: "Identified" }).tap();
    // The panel does not stay over the note that it leads to.
    await app.page.locator(".postmortem-incident").waitFor({ state: "hidden" });
    await app.waitForText(".workspace-tab-header", "Incident Timeline");
  });

  it("reschedules an action item by touch", async () => {
    await app.runFromPalette("Incident Postmortems: Show action items");
    await app.waitForText(".postmortem-actions .postmortem-count", "action item");
    expect(await cutOff(".postmortem-actions")).toEqual([]);
    expect(await small(".postmortem-actions")).toEqual([]);
    const owners = await app.page.locator(".postmortem-actions td:nth-child(3)").allInnerTexts();
    expect(owners).not.toContain("—");
    expect(owners).toContain("No owner");
    await app.page.locator(".postmortem-actions tbody tr").first().locator("td:nth-child(4) button").tap();
    await app.page.getByLabel("Due date").fill("2031-01-02");
    await app.page.getByRole("button", { name: "Reschedule", exact: true }).tap();
    await app.waitForText(".postmortem-actions tbody", "2031-01-02");
  });

  it("shows insights as pictures and as tables", async () => {
    await app.runFromPalette("Incident Postmortems: Show insights");
    await app.page.locator("svg.postmortem-chart").first().waitFor();
    expect(await cutOff(".postmortem-insights")).toEqual([]);
    expect(await small(".postmortem-insights")).toEqual([]);
    await app.page.getByRole("button", { name: "Show as table" }).tap();
    expect(await app.page.locator("svg.postmortem-chart").first().isVisible()).toBe(false);
    await app.page.getByRole("button", { name: "Show as table" }).tap();
  });

  it.each([
    ["new", "Cancel"],
    ["publish", "Cancel"],
    ["insert-event", "Insert"],
    ["export", "Cancel"],
  ])("has room for the dialog of %s, with its buttons within reach", async (command, button) => {
    await app.open(seed);
    await app.runCommand(command);
    const last = app.page.locator(".modal").getByRole("button", { name: button, exact: true });
    await last.scrollIntoViewIfNeeded();
    expect(await last.isVisible()).toBe(true);
    expect(await cutOff(".modal")).toEqual([]);
    await app.press("Escape");
  });

  it("offers in the menu of a file what the palette does", async () => {
    await app.click("button", "Files");
    await app.page.locator(".nav-file-title").filter({ hasText: "API-Outage" }).click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "Check this postmortem" }).tap();
    await app.waitForText(".notice", "Incident-2024-04-11-API-Outage");
  });
});
