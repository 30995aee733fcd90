import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { textsOf } from "./texts-of";
import { withHost } from "./with-host";
import { until } from "./scenarios/scenario";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const list = ".mod-right-split .postmortem-problems .postmortem-list";

describe("each fix that the example's draft offers", () => {
  let app: HostDriver;
  withHost({ open: draft }, (started) => {
    app = started;
  });

  const row = (key: string): ReturnType<HostDriver["page"]["locator"]> =>
    app.page.locator(`${list} li`).filter({ has: app.page.locator(`.postmortem-problem-go[data-key="${key}"]`) });
  const wrench = (key: string): ReturnType<HostDriver["page"]["locator"]> =>
    row(key).locator(".postmortem-problem-actions button").first();
  const messages = (): Promise<readonly string[]> =>
    app.page.locator(`${list} .postmortem-problem-text`).allInnerTexts();

  /** Answers what a fix asks for. */
  const answer = async (): Promise<void> => {
    const field = app.page.locator(".modal input").first();
    const isDate = (await field.getAttribute("type")) === "date";
    const label = (await field.getAttribute("aria-label")) ?? "";
    await field.fill(isDate ? "2031-01-02" : /time/i.test(label) ? "14:10" : "bo");
    await app.press("Enter");
  };

  it("mends its problem, and is taken back by one press", { timeout: 180_000 }, async () => {
    await app.runCommand("show-problems");
    await app.waitForText(list, "deprecated-property");
    const keys = await app.page
      .locator(`${list} li`)
      .filter({ has: app.page.locator("[data-key$=wrench]") })
      .locator(".postmortem-problem-go")
      .evaluateAll((all) => all.map((button) => button.getAttribute("data-key") ?? ""));
    expect(keys.length).toBeGreaterThan(12);
    const before = await textsOf(app);
    const all = await messages();
    for (const key of keys) {
      const message = await row(key).locator(".postmortem-problem-text").innerText();
      for (let way = 0, ways = 1; way < ways; way++) {
        const name = (await wrench(key).getAttribute("aria-label")) ?? "";
        ways = Number(/^Fix: (\d+) ways$/.exec(name)?.[1] ?? 1);
        await wrench(key).click();
        const item = app.page.getByRole("menuitem").nth(way);
        const title = ways === 1 ? name : await item.innerText();
        if (ways > 1) await item.click();
        if (title.endsWith("…")) await answer();
        const count = all.filter((other) => other === message).length;
        const isMended = async (): Promise<boolean> =>
          (await messages()).filter((other) => other === message).length < count;
        await until(`“${title}” mends “${message}”`, isMended);
        await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
        const isAsBefore = async (): Promise<boolean> => JSON.stringify(await textsOf(app)) === JSON.stringify(before);
        await until(`“${title}” is taken back`, isAsBefore);
        await row(key).waitFor();
      }
    }
  });
});
