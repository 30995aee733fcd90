import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import { startHost, type HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const copy = "Exports/Incident-2024-09-17-Checkout-Latency-exported.md";

describe.each(["light", "dark"] as const)("for those who hear the page, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, (started) => {
    app = started;
  });

  /** Presses a button of the dialog, whatever buttons the window behind it has. */
  const press = (name: string): Promise<void> =>
    app.page.locator(".modal").getByRole("button", { name }).first().click();
  const shown = ".modal, .prompt";
  const dialog = async (): Promise<void> => {
    await app.page.locator(shown).waitFor();
    try {
      expect(await axeProblems(app, shown)).toEqual([]);
      // Whoever has no mouse is in it, and stays in it.
      for (const key of ["Tab", "Shift+Tab"]) {
        await app.press(key);
        expect(await app.page.evaluate((part) => activeDocument.activeElement?.closest(part) !== null, shown)).toBe(
          true,
        );
      }
    } finally {
      // The first one may close no more than a list of suggestions.
      while ((await app.count(shown)) > 0) await app.press("Escape");
    }
  };

  it.each([
    ["the form for a new postmortem", "new"],
    ["what is open before review", "move-to-review"],
    ["what is open before publication", "publish"],
    ["the question for an event", "insert-event"],
    ["the choices of an export", "export"],
    ["the choices of a report", "export-report"],
    ["past incidents", "find-incident"],
    ["events from elsewhere", "import-events"],
    ["states of tickets", "update-actions"],
    ["values that metrics replace", "write-metrics"],
    ["proposed settings", "learn-settings"],
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

  it("nothing is in the way: an external version, an event to be changed, and the menu of an action item", async () => {
    await app.open(draft);
    await app.runCommand("export");
    await app.click("switch", "External version");
    await app.waitForText(".postmortem-export summary", "left out or replaced");
    await dialog();
    await app.open(draft);
    await app.runCommand("show-incident");
    await app.page.locator(".postmortem-events summary").click();
    await app.page
      .getByRole("button", { name: /^Change: / })
      .first()
      .click();
    await dialog();
    await app.runCommand("show-actions");
    await app.page.locator(".postmortem-actions tbody .postmortem-cell").first().press("Shift+F10");
    await app.page.locator(".menu").waitFor();
    expect(await axeProblems(app, ".menu, .postmortem-actions")).toEqual([]);
    await app.press("ArrowDown");
    expect(await app.page.evaluate(() => activeDocument.activeElement?.closest(".menu") !== null)).toBe(true);
    await app.press("Escape");
  });

  it("nothing is in the way: the settings, and a page of each kind", async () => {
    await app.page.evaluate(() => {
      window.host.openSettings();
    });
    for (const trail of [
      [],
      ["Which notes are checked"],
      ["Vocabulary", "Time to publish"],
      ["Rules", "broken-link"],
    ]) {
      for (const page of trail) await press(`Open ${page}`);
      expect(await axeProblems(app, ".modal")).toEqual([]);
      for (let at = 0; at < trail.length; at++) await press("Back");
    }
    await press("Open Sections");
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

  it("nothing is in the way where one begins", async () => {
    await app.page.evaluate(() => window.host.registry.turnedOn("postmortem"));
    await app.waitForText(".modal-title", "Begin with postmortems");
    expect(await axeProblems(app, ".modal")).toEqual([]);
    await app.page.getByLabel("Time zone").fill("Mars/Base");
    await app.waitForText(".modal .setting-item-error", "no time zone");
    while ((await app.count(".modal")) > 0) await app.press("Escape");
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
