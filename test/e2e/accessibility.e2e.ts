import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import { startHost, type HostDriver } from "./host-driver";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const copy = "Exports/Incident-2024-09-17-Checkout-Latency-exported.md";

describe.each(["light", "dark"] as const)("for those who hear the page, %s", (theme) => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost({ theme, open: draft });
  });
  afterEach(() => {
    expect(app.consoleProblems()).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
  });

  const dialog = async (): Promise<void> => {
    await app.page.locator(".modal").waitFor();
    expect(await axeProblems(app, ".modal")).toEqual([]);
    // The first one may close no more than a list of suggestions.
    while ((await app.count(".modal")) > 0) await app.press("Escape");
  };

  it.each([
    ["the form for a new postmortem", "new"],
    ["what is open before review", "move-to-review"],
    ["what is open before publication", "publish"],
    ["the question for an event", "insert-event"],
    ["the choices of an export", "export"],
  ])("nothing is in the way: %s", async (_name, command) => {
    await app.open(draft);
    await app.runCommand(command);
    await dialog();
  });

  it("nothing is in the way: a form that was filled in wrong, by a link", async () => {
    await app.openLink("obsidian://postmortem?severity=odd&started=yesterday&bogus=1");
    await app.click("button", "Create");
    await dialog();
  });

  it("nothing is in the way: the difference to a copy that was edited", async () => {
    await app.open(draft);
    await app.runCommand("export");
    await app.click("button", "Export");
    await app.waitForText(".notice", `Written to ${copy}`);
    await app.write(copy, `By hand.\n${(await app.read(copy)) ?? ""}`);
    await app.open(draft);
    await app.runCommand("refresh-copy");
    await app.waitForText(".modal-title", "edited by hand");
    await dialog();
  });

  it("nothing is in the way: the questions of the panels", async () => {
    await app.runCommand("show-problems");
    await app.page.getByRole("button", { name: "Ignore with a reason" }).first().click();
    await dialog();
    await app.runCommand("show-actions");
    await app.page
      .getByRole("button", { name: /Reschedule/ })
      .first()
      .click();
    await dialog();
    await app.page
      .getByRole("button", { name: /Reassign/ })
      .first()
      .click();
    await dialog();
  });

  it("nothing is in the way: the settings, with every page open", async () => {
    await app.page.evaluate(() => {
      window.host.openSettings();
    });
    await app.page.evaluate(() => {
      const closed = (): HTMLElement[] =>
        [...document.querySelectorAll<HTMLElement>(".modal button")].filter((button) => button.textContent === "Open");
      const pages = closed();
      for (const button of pages) button.click();
      // The page of one rule is like that of another: some of those below will do.
      for (const [index, button] of closed()
        .filter((other) => !pages.includes(other))
        .entries())
        if (index % 9 === 0) button.click();
    });
    expect(await app.count(".setting-page")).toBeGreaterThan(6);
    await dialog();
  });
});

describe.each(["light", "dark"] as const)("for those who hear a vault without postmortems, %s", (theme) => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost({ theme, files: { "Shopping.md": "milk" }, open: "Shopping.md" });
  });
  afterAll(async () => {
    await app.close();
  });

  it.each([
    ["show-problems", "postmortem-problems", "Open a postmortem to see its problems."],
    ["show-incident", "postmortem-incident", "Open a postmortem to see its incident."],
    ["show-actions", "postmortem-actions", "No action items yet."],
    ["show-insights", "postmortem-insights", "No postmortems yet."],
  ])("%s says what would be there", async (command, view, words) => {
    await app.runCommand(command);
    await app.waitForText(`.${view} .postmortem-count`, words);
    expect(await axeProblems(app, `.${view}`)).toEqual([]);
    expect(app.consoleProblems()).toEqual([]);
  });
});
