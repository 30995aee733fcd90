import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { textsOf } from "./texts-of";
import { withHost } from "./with-host";
import { until } from "./scenarios/scenario";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const seed = "Incident-2024-04-11-API-Outage.md";
const events =
  "time,who,what\n2024-04-11T06:20:00Z,jon,Rolled back the config\n2024-04-11T06:40:00Z,mia,Pods came back\n";

/** Does something that writes; the note that is named is in front. */
type Act = (app: HostDriver) => Promise<unknown>;

const inModal = (app: HostDriver, name: string): Promise<void> =>
  app.page.locator(".modal-container").last().getByRole("button", { name, exact: true }).click();
const command =
  (id: string, then?: Act): Act =>
  async (app) => {
    await app.runCommand(id);
    await then?.(app);
  };
const move =
  (id: string, name: string): Act =>
  async (app) => {
    await app.runCommand(id);
    await app.page.locator(".postmortem-review").waitFor();
    const despite = app.page.locator(".modal label.mod-checkbox input");
    if ((await despite.count()) > 0) await despite.check();
    await inModal(app, name);
  };
const inProblems =
  (rule: string, then: (row: ReturnType<HostDriver["page"]["locator"]>, app: HostDriver) => Promise<unknown>): Act =>
  async (app) => {
    await app.runCommand("show-problems");
    const row = app.page.locator(".postmortem-problems .postmortem-list li").filter({ hasText: rule }).first();
    await row.waitFor();
    await then(row, app);
  };
const inActions =
  (then: (row: ReturnType<HostDriver["page"]["locator"]>, app: HostDriver) => Promise<unknown>): Act =>
  async (app) => {
    await app.runCommand("show-actions");
    const row = app.page.locator(".postmortem-actions tbody tr").first();
    await row.waitFor();
    await then(row, app);
  };
const fromMenu = (...items: readonly string[]): Act =>
  inActions(async (row, app) => {
    await row.click({ button: "right" });
    for (const item of items) await app.page.getByRole("menuitem", { name: item, exact: true }).click();
  });
const inIncident =
  (then: (view: ReturnType<HostDriver["page"]["locator"]>, app: HostDriver) => Promise<unknown>): Act =>
  async (app) => {
    await app.runCommand("show-incident");
    const view = app.page.locator(".mod-right-split .postmortem-incident");
    await view.locator(".postmortem-turn").first().waitFor();
    await then(view, app);
  };
const ask =
  (label: string, answer: string): Act =>
  async (app) => {
    await app.page.locator(".modal").getByLabel(label, { exact: true }).fill(answer);
    await app.press("Enter");
  };

describe("whatever is written is taken back by one press from where the person stands", () => {
  let app: HostDriver;
  withHost({ now: "2024-09-18T09:00Z" }, async (started) => {
    app = started;
    await app.write("Cut.md", "# Cut\n");
  });

  it.each<[name: string, note: string, act: Act]>([
    [
      "a new postmortem with its timeline note",
      draft,
      command("new", async (driver) => {
        await driver.type("Queue is stuck");
        await driver.press("Control+Enter");
      }),
    ],
    ["all fixes", draft, command("fix-all")],
    [
      "the fix on a line",
      draft,
      async (driver) => {
        const lines = (await driver.editorText()).split("\n");
        await driver.setCursor(lines.indexOf("tag: postmortem"), 3);
        await driver.runCommand("fix-here");
      },
    ],
    ["embeds with their content", seed, command("replace-embeds")],
    ["metrics", seed, command("write-metrics")],
    ["a sort of the timeline", draft, command("sort-timeline")],
    [
      "an event",
      seed,
      command("insert-event", async (driver) => {
        await driver.type("06:50 Traffic is back");
        await driver.press("Enter");
      }),
    ],
    ["a chart", seed, command("insert-chart")],
    ["a block", seed, command("insert-summary")],
    ["a base", seed, command("create-base")],
    ["a move to review", draft, move("move-to-review", "Move to review")],
    ["publication", draft, move("publish", "Publish")],
    [
      "an import of events",
      seed,
      command("import-events", async (driver) => {
        const buffer = Buffer.from(events);
        await driver.page
          .locator(".modal")
          .getByLabel("Files")
          .setInputFiles({ name: "events.csv", mimeType: "text/csv", buffer });
        await driver.page.locator(".postmortem-import-list li").first().waitFor();
        await driver.page.locator(".modal button.mod-cta").click();
      }),
    ],
    [
      "an export",
      seed,
      command("export", async (driver) => {
        await driver.waitForText(".modal", "API-Outage-exported.md");
        await inModal(driver, "Export");
      }),
    ],
    ["a report", seed, command("export-report", (driver) => inModal(driver, "Export"))],
    [
      "settings that were learned",
      seed,
      command("learn-settings", async (driver) => {
        await driver.page.locator(".modal button.mod-cta").click();
      }),
    ],
    ["a fix in the list", draft, inProblems("deprecated-property", (row) => row.getByRole("button").nth(1).click())],
    [
      "a problem that is ignored",
      draft,
      inProblems("duration-mismatch", async (row, driver) => {
        await row.getByRole("button", { name: "Ignore with a reason" }).click();
        await ask("Reason", "known")(driver);
      }),
    ],
    ["a tick in the table", seed, inActions((row) => row.locator("input").click())],
    [
      "another owner",
      seed,
      inActions(async (row, driver) => {
        await row.locator("td:nth-child(3) button").click();
        await ask("Owner", "bo")(driver);
      }),
    ],
    [
      "another due date",
      seed,
      inActions(async (row, driver) => {
        await row.locator("td:nth-child(4) button").click();
        await ask("Due date", "2031-01-02")(driver);
      }),
    ],
    ["a due date put off", seed, fromMenu("Postpone: +1 day")],
    ["a due date taken away", seed, fromMenu("Remove due date")],
    ["a priority", seed, fromMenu("Set priority…", "Low")],
    [
      "a ticket",
      seed,
      async (driver) => {
        await fromMenu("Set ticket…")(driver);
        await ask("Ticket", "OPS-7")(driver);
      },
    ],
    ["a tick beside the note", seed, inIncident((view) => view.getByRole("checkbox").first().click())],
    [
      "a fact",
      seed,
      inIncident(async (view, driver) => {
        await view.getByLabel("Owner", { exact: true }).fill("Bo");
        await driver.press("Enter");
      }),
    ],
    [
      "a title",
      seed,
      inIncident(async (view, driver) => {
        await view.getByRole("button", { name: "Edit title" }).click();
        await view.getByLabel("Title", { exact: true }).fill("The API is gone");
        await driver.press("Enter");
      }),
    ],
    [
      "an event that was changed",
      seed,
      inIncident(async (view, driver) => {
        await view.locator(".postmortem-events summary").click();
        await view
          .getByRole("button", { name: /^Change: / })
          .first()
          .click();
        await driver.page.locator(".modal").getByLabel("What happened").fill("Something else");
        await inModal(driver, "Change");
      }),
    ],
    [
      "a new postmortem with a heading of its own in a note that others share",
      draft,
      async (driver) => {
        await driver.page.evaluate(async () => {
          const timelineNote = { path: "Incident Timeline", heading: "Key Events {{date}}" };
          await window.host.registry.changeData("postmortem", { timelineNote });
        });
        await driver.runCommand("new");
        await driver.type("Queue is stuck");
        await driver.press("Control+Enter");
        const own = "## Key Events 2024-09-18";
        await until("its heading", async () => (await driver.read("Incident Timeline.md"))?.includes(own) === true);
      },
    ],
  ])("%s", async (_, note, act) => {
    await app.open(note);
    await app.page.waitForTimeout(300);
    const before = await textsOf(app);
    await act(app);
    const same = async (): Promise<boolean> => JSON.stringify(await textsOf(app)) === JSON.stringify(before);
    await until("what is written", async () => !(await same()));
    const undo = app.page.locator(".notice button", { hasText: "Undo" });
    await undo.first().waitFor();
    expect(await undo.count()).toBe(1);
    await undo.click();
    await until("all as it was", same);
    await undo.waitFor({ state: "detached" });
  });

  it("an export with the attachments that were copied beside it", async () => {
    const before = await app.files();
    await app.write("load.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await app.write(seed, `${(await app.read(seed)) ?? ""}\n![[load.svg]]\n`);
    await app.open(seed);
    await app.runCommand("export");
    await app.waitForText(".modal", "API-Outage-exported.md");
    await inModal(app, "Export");
    await until("the copy and its picture", async () => (await app.files()).length === before.length + 3);
    await app.page.locator(".notice", { hasText: "Written" }).getByRole("button", { name: "Undo" }).click();
    await until("neither of them", async () => (await app.files()).length === before.length + 1);
  });

  it("a copy that was made anew, and a problem that is reported again", async () => {
    await app.open(seed);
    await app.runCommand("export");
    await app.waitForText(".modal", "API-Outage-exported.md");
    await inModal(app, "Export");
    const copy = "Exports/Incident-2024-04-11-API-Outage-exported.md";
    await until("the copy", async () => (await app.read(copy)) !== null);
    const first = await app.read(copy);
    await app.write(seed, `${(await app.read(seed)) ?? ""}\nAll clear.\n`);
    await app.runCommand("refresh-copy");
    await until("the copy made anew", async () => (await app.read(copy))?.includes("All clear") === true);
    await app.page.locator(".notice", { hasText: "Refreshed" }).getByRole("button", { name: "Undo" }).click();
    await until("the copy as it was", async () => (await app.read(copy)) === first);
    await app.open(draft);
    await inProblems("duration-mismatch", async (row) => {
      await row.getByRole("button", { name: "Ignore with a reason" }).click();
      await ask("Reason", "known")(app);
    })(app);
    await until("the ignored one", async () =>
      (await app.editorText()).includes("postmortem-ignore duration-mismatch"),
    );
    const ignored = await app.editorText();
    await app.click("button", "Show what is ignored");
    await app.page.getByRole("button", { name: "Report it again" }).first().click();
    await until("the problem", async () => !(await app.editorText()).includes("postmortem-ignore duration-mismatch"));
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
    await until("the ignored one again", async () => (await app.editorText()) === ignored);
  });
});
