import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

describe("the settings, page by page", () => {
  let app: HostDriver;
  withHost({ files: { "Incident-2024-04-11-A.md": "" } }, async (started) => {
    app = started;
    await app.page.evaluate(() => {
      window.host.openSettings();
    });
  });

  const names = (): Promise<readonly string[]> => app.page.locator(".modal .setting-item-name").allInnerTexts();

  it("call a section as it is called now, going back, opening and searching", async () => {
    await app.click("button", "Open Sections");
    await app.click("button", "Open Impact");
    await app.fill("Heading", "Effect");
    await app.click("button", "Back");
    expect(await names()).toContain("Effect");
    expect(await names()).not.toContain("Impact");
    await app.click("button", "Open Effect");
    expect(await app.page.getByLabel("Heading").first().inputValue()).toBe("Effect");
    await app.click("button", "Back");
  });

  it("put a section elsewhere, take a built-in one back to what it was", async () => {
    const order = await names();
    const handles = app.page.locator(".setting-drag-handle");
    await handles.nth(1).dragTo(app.page.locator(".setting-item").first());
    await app.page.waitForFunction(
      (second) => document.querySelector(".modal .setting-item-name")?.textContent === second,
      order[1],
    );
    await app.click("button", "Delete Effect");
    await app.page.getByRole("button", { name: "Open Impact" }).waitFor();
    await app.click("button", "Back");
  });

  it("say below a setting why what was typed is not taken", async () => {
    await app.fill("Time zone", "Mars/Base");
    await app.waitForText(".setting-item-error", "no time zone");
    await app.fill("Time zone", "Europe/Berlin");
    await app.page.locator(".setting-item-error").waitFor({ state: "detached" });
  });

  it("show what the names of new notes come to while they are typed, and refuse a variable that there is not", async () => {
    await app.fill("File name", "{{date:YYYY}}-{{slug}}");
    await app.waitForText(".setting-item-description", /would go to \d{4}-Checkout-is-slow\.md, with its events in/);
    await app.fill("File name", "{{slg}}");
    await app.waitForText(".setting-item-error", "did you mean {{slug}}?");
    await app.fill("File name", "{{slug}}");
    await app.page.locator(".setting-item-error").waitFor({ state: "detached" });
    await app.fill("Timeline heading", "Key Events {{dat}}");
    await app.waitForText(".setting-item-error", "did you mean {{date}}?");
    await app.fill("Timeline heading", "Key Events {{date}}");
    await app.page.locator(".setting-item-error").waitFor({ state: "detached" });
    await app.fill("Timeline note", "");
    await app.waitForText(".setting-item-description", /would go to Checkout-is-slow\.md$/);
    expect(await app.count(".setting-item-error")).toBe(0);
  });

  it("ask for as many days as there are severities now", async () => {
    await app.click("button", "Open Vocabulary");
    await app.fill("Severities", "P1\nP2");
    await app.click("button", "Open Time to publish");
    expect((await names()).slice(0, 2)).toEqual(["P1", "P2"]);
    await app.click("button", "Back");
    await app.click("button", "Back");
  });

  it("are found by the app's own search, on the pages too, as they are now", async () => {
    const search = app.page.getByLabel("Search settings");
    await search.fill("P2");
    await app.click("button", "Vocabulary › Time to publish › P2");
    expect((await names()).slice(0, 2)).toEqual(["P1", "P2"]);
    await search.fill("");
    await app.click("button", "Back");
    await app.click("button", "Back");
  });

  it("take a format of the team's own, keep it, and forget it", async () => {
    await app.click("button", "Open Own formats");
    await app.click("button", "Add a format");
    await app.fill("Name", "Deployer");
    await app.press("Enter");
    await app.click("button", "Open Deployer");
    await app.fill("Time", "meta.at");
    await app.fill("Text", "meta.what");
    await app.click("button", "Back");
    await app.click("button", "Back");
    await app.click("button", "Open Own formats");
    await app.click("button", "Open Deployer");
    expect(await app.page.getByLabel("Text").first().inputValue()).toBe("meta.what");
    await app.click("button", "Back");
    await app.click("button", "Delete Deployer");
    await app.page.getByRole("button", { name: "Open Deployer" }).waitFor({ state: "detached" });
    await app.click("button", "Back");
  });

  it("filter the rules, and keep the words while one is looked at", async () => {
    await app.click("button", "Open Rules");
    await app.page.getByRole("searchbox", { name: "Filter rules" }).fill("broken-link");
    await app.click("button", "Open broken-link");
    await app.choose("Severity", "Off");
    await app.click("button", "Back");
    expect(await app.page.getByRole("searchbox", { name: "Filter rules" }).inputValue()).toBe("broken-link");
    expect(await app.page.locator(".setting-item:visible").filter({ hasText: "broken-link" }).innerText()).toContain(
      "off",
    );
  });
});
