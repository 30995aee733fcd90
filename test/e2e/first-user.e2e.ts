import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";

describe("somebody who uses the panels for the first time", () => {
  let app: HostDriver;
  withHost({ open: draft }, (started) => {
    app = started;
  });

  /** Makes the right sidebar as narrow as it may be. */
  const narrow = (width: number): Promise<unknown> =>
    app.page.addStyleTag({ content: `.workspace-split.mod-right-split { width: ${width}px; }` });

  it("sees a row for each problem, errors first, with the words of the item", async () => {
    await app.runCommand("show-problems");
    await app.waitForText(".postmortem-problem-words", /\w/);
    const rows = app.page.locator(".postmortem-problems .postmortem-problem");
    const classes = await rows.evaluateAll((all) =>
      all.map((row) => /postmortem-(error|warning|info)/.exec(row.getAttribute("class") ?? "")?.[1]),
    );
    const weight = { error: 0, warning: 1, info: 2 } as const;
    const weights = classes.map((name) => weight[name === "error" || name === "warning" ? name : "info"]);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    const texts = await rows.allInnerTexts();
    expect(new Set(texts).size).toBe(texts.length);
    expect(await app.page.locator(".postmortem-problem-help:visible").count()).toBe(0);
    await rows.first().locator("button").first().focus();
    expect(await app.page.locator(".postmortem-problem-rule:visible").count()).toBe(1);
  });

  it("reads names and turning points as words in 280 pixels", async () => {
    await app.open("Incident-2024-11-05-Certificate-Expiry.md");
    await narrow(280);
    await app.runCommand("show-incident");
    await app.waitForText(".postmortem-incident", "48 min");
    const broken = await app.page
      .locator(".postmortem-turn")
      .evaluateAll((turns) =>
        turns.filter((turn) => turn.getBoundingClientRect().height > 40).map((turn) => turn.textContent),
      );
    expect(broken).toEqual([]);
    const picture = app.page.locator(".postmortem-incident svg.postmortem-timeline");
    const room = (): Promise<readonly number[]> =>
      picture.evaluate((svg) => [svg.clientWidth, svg.parentElement?.clientWidth ?? 0]);
    const [drawn, wide] = await room();
    expect(drawn).toBe(wide);
    await narrow(460);
    await expect.poll(async () => (await room())[0]).toBeGreaterThan((wide ?? 0) + 150);
    expect(new Set(await room()).size).toBe(1);
    await narrow(280);
    const names = await app.page.locator(".postmortem-timeline-milestone").allTextContents();
    expect(names).toEqual(["Started", "Detected", "Acknowledged", "Identified", "Resolved"]);
    await app.runCommand("show-problems");
    await app.click("button", "All postmortems");
    await app.page.locator(".postmortem-list .tree-item-inner").first().waitFor();
    const rows = await app.page
      .locator(".postmortem-list .tree-item-inner")
      .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().width));
    expect(Math.min(...rows)).toBeGreaterThan(120);
  });

  it("is told of turning points that contradict each other, in place of a length below nothing", async () => {
    const note = "Incident-2024-05-03-Backwards.md";
    await app.write(
      note,
      "---\ntags: [postmortem]\ndate: 2024-05-03\nstarted: 2024-05-03T09:00Z\nresolved: 2024-05-03T08:00Z\n---\n\n# Backwards\n",
    );
    await app.open(note);
    await app.runCommand("show-incident");
    const turns = app.page.locator(".postmortem-incident .postmortem-turns");
    await turns
      .getByRole("button", { name: /^This lies before/ })
      .first()
      .waitFor();
    for (const length of await turns.locator(".postmortem-turn-length").allInnerTexts())
      expect(length).toMatch(/^(?:[1-9]|$)/);
    await turns
      .getByRole("button", { name: /^This lies before/ })
      .first()
      .press("Enter");
    await app.page.waitForFunction(() => (window.host.app.workspace.activeEditor?.editor?.getSelection() ?? "") !== "");
  });

  it("tells by colour and number how bad it is, and opens the list from the status bar", async () => {
    const status = app.page.locator(".postmortem-status");
    const inRed = (): Promise<boolean> => status.evaluate((item) => item.matches(".postmortem-status-error"));
    await app.page.evaluate(() => {
      window.host.app.workspace.detachLeavesOfType("postmortem-problems");
    });
    await app.open("Incident-2024-04-11-API-Outage.md");
    await expect.poll(inRed).toBe(false);
    expect(await status.innerText()).toMatch(/^[1-9]\d* problems$/);
    await app.open(draft);
    await expect.poll(inRed).toBe(true);
    await status.click();
    const weights = app.page.locator(".postmortem-problems").getByRole("group", { name: "Severity" });
    await weights.getByRole("button", { name: /^Errors: [1-9]/ }).waitFor();
    const shown = await weights.locator("button:has(.postmortem-severity-count)").evaluateAll((all) =>
      all.map((button) => {
        const icon = button.querySelector(".postmortem-problem-icon");
        return [button.textContent, icon === null ? "" : getComputedStyle(icon).color] as const;
      }),
    );
    expect(shown).toHaveLength(3);
    for (const [count] of shown) expect(count).toMatch(/^\d+$/);
    expect(new Set(shown.map(([, color]) => color)).size).toBe(3);
  });
});

describe("somebody who checks a large vault", () => {
  let app: HostDriver;
  const notes = 120;
  const files = Object.fromEntries(
    Array.from({ length: notes }, (_, at) => [`Incident-2024-04-11-${at}.md`, `# Outage ${at}\n`]),
  );
  withHost({ files }, (started) => {
    app = started;
  });

  it("sees how far it is, and then what came of it", async () => {
    await app.page.evaluate(() => {
      const said = new Set<string>();
      new MutationObserver(() => {
        for (const notice of activeDocument.querySelectorAll(".notice")) said.add(notice.textContent);
        activeDocument.body.dataset["said"] = [...said].join("\n");
      }).observe(activeDocument.body, { childList: true, characterData: true, subtree: true });
    });
    await app.runCommand("check-all");
    await app.waitForText(".notice", `${notes} postmortems checked: `);
    const said = await app.page.evaluate(() => activeDocument.body.dataset["said"] ?? "");
    for (const at of [50, 100]) expect(said).toContain(`Checking ${at} of ${notes} notes`);
    expect(await app.page.locator(".notice").filter({ hasText: "Checking" }).count()).toBe(0);
  });
});
