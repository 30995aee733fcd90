import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const items = ".mod-right-split .postmortem-problem-go";

describe.each(["light", "dark"] as const)("the problems panel, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, async (started) => {
    app = started;
    await app.runFromPalette("Incident Postmortems: Show problems");
    await app.waitForText(items, "cannot be read");
  });

  it("filters by words and by severity", async () => {
    const all = await app.count(items);
    await app.fill("Filter problems", "milestone-order");
    await expect.poll(() => app.count(items)).toBe(1);
    await app.fill("Filter problems", "");
    await app.click("button", "Errors");
    await expect.poll(() => app.count(items)).toBeLessThan(all);
    await app.click("button", "Errors");
    await expect.poll(() => app.count(items)).toBe(all);
  });

  it("says what is wrong in a sentence that begins with a capital, its names as code", async () => {
    // A name in code is written as the note has it.
    const texts = await app.page
      .locator(`${items} .postmortem-problem-text > span:nth-child(2)`)
      .evaluateAll((all) => all.map((span) => span.innerHTML.replace(/^<code>/, "A")));
    expect(texts.length).toBeGreaterThan(15);
    for (const text of texts) expect(text).toMatch(/^[^a-z`][^`]*$/);
  });

  it("is clean for those who hear the page", async () => {
    expect(await axeProblems(app, ".mod-right-split .workspace-leaf")).toEqual([]);
  });

  it("leads to the place, by mouse, also in the embedded note", async () => {
    await app.page.locator(items).filter({ hasText: "duration-mismatch" }).click();
    expect(await app.cursorLine()).toBe(18);
    await app.page.locator(items).filter({ hasText: "unreadable-time" }).click();
    await app.waitForText(".workspace-tab-header", "Checkout Timeline");
    expect(await app.cursorLine()).toBe(10);
    // The list stays that of the postmortem.
    await app.page.waitForTimeout(400);
    expect(await app.page.locator(items).filter({ hasText: "duration-mismatch" }).count()).toBe(1);
    await app.open(draft);
  });

  it("leads to the place with the arrow keys and Enter", async () => {
    await app.page.locator(items).first().focus();
    while (!(await app.page.evaluate(() => activeDocument.activeElement?.textContent.includes("duration-mismatch"))))
      await app.press("ArrowDown");
    await app.press("Enter");
    expect(await app.cursorLine()).toBe(18);
  });

  it("lists those of all postmortems, note by note, by mouse and by keyboard", async () => {
    await app.click("button", "All postmortems");
    await app.waitForText(".postmortem-problems .postmortem-count", "in 3 notes");
    const group = app.page.locator(".postmortem-list .tree-item").filter({ hasText: "API-Outage" });
    await group.locator("summary").click();
    await group.locator(".postmortem-problem-go").first().waitFor();
    await group.locator("summary").focus();
    await app.press("Space");
    await group.locator(".postmortem-problem-go").first().waitFor({ state: "hidden" });
    await app.page.getByRole("button", { name: "This note" }).focus();
    await app.press("Enter");
    await app.waitForText(items, "duration-mismatch");
  });

  it("leads to a property whose source the app hides, from the list and by command", async () => {
    await app.page.evaluate(() => {
      window.host.showProperties(true);
    });
    expect(await app.page.locator(".cm-line").filter({ hasText: "tag: postmortem" }).count()).toBe(0);
    const focused = (): Promise<string | null | undefined> =>
      app.page.evaluate(() => activeDocument.activeElement?.getAttribute("data-property-key"));
    await app.page.locator(items).filter({ hasText: "deprecated-property" }).click();
    await expect.poll(focused).toBe("tag");
    await app.setCursor(0, 0);
    await app.runCommand("next-problem");
    await expect.poll(focused).toBe("date");
    await app.page.evaluate(() => {
      window.host.showProperties(false);
    });
  });

  it("silences one with a reason, by mouse, in the properties too", async () => {
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "unknown-property" });
    await row.getByRole("button", { name: "Ignore with a reason" }).click();
    await app.page.getByRole("textbox", { name: "Reason" }).fill("from another tool");
    await app.click("button", /^Ignore$/);
    await row.waitFor({ state: "detached" });
    expect(await app.editorText()).toContain('postmortem-ignore:\n  - "unknown-property: from another tool"');
  });

  it("mends what has one right answer, by mouse", async () => {
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "deprecated-property" });
    await row.locator(".postmortem-problem-actions button").first().click();
    await row.waitFor({ state: "detached" });
    await app.setCursor(0, 0);
    await app.press("Control+Z");
    // The editor saves two seconds after the last change; until then nothing is written beside it.
    await app.page.waitForTimeout(2500);
  });

  it("mends in two clicks what a person has to choose, and takes it back in one", async () => {
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "figure-mismatch" });
    await app.page.evaluate(() => {
      activeDocument.body.dataset["clicks"] = "0";
      activeDocument.addEventListener(
        "click",
        () => {
          activeDocument.body.dataset["clicks"] = String(Number(activeDocument.body.dataset["clicks"]) + 1);
        },
        true,
      );
    });
    const clicks = (): Promise<number> => app.page.evaluate(() => Number(activeDocument.body.dataset["clicks"]));
    const before = await app.read(draft);
    await row.getByRole("button", { name: "Fix: 2 ways" }).click();
    await app.click("menuitem", "Write 1,900 instead of 1,200 here");
    await row.waitFor({ state: "detached" });
    expect(await clicks()).toBe(2);
    expect(await app.editorText()).toContain("about 1,900 customers");
    await app.page.getByRole("button", { name: "Undo" }).last().click();
    await row.waitFor();
    expect(await clicks()).toBe(3);
    await expect.poll(() => app.read(draft)).toBe(before);
  });

  it("offers everything by the menu of a row, copies, and opens the rule", async () => {
    await app.page.locator(items).filter({ hasText: "figure-mismatch" }).click({ button: "right" });
    expect(await app.page.getByRole("menuitem").allInnerTexts()).toEqual([
      "Write 1,900 instead of 1,200 here",
      "Write 1,200 instead of 1,900 under Impact",
      "Go to it",
      "Ignore here…",
      "Open the rule",
      "Copy",
      expect.stringMatching(/^Copy all \d+$/),
    ]);
    await app.click("menuitem", /^Copy$/);
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^- Incident.*\.md:\d+: Warning: `1,200` customers here.* \[figure-mismatch\]\n$/,
    );
    await app.page.locator(items).filter({ hasText: "figure-mismatch" }).focus();
    await app.press("Shift+F10");
    await app.click("menuitem", "Open the rule");
    await app.waitForText(".modal", "The summary and the impact section count the same");
    await app.press("Escape");
  });

  it("lists by rule, and shows what is ignored, to be reported again", async () => {
    await app.choose("Order", "By rule");
    await app.waitForText(".postmortem-list .tree-item summary", "figure-mismatch");
    await app.choose("Order", "Worst first");
    await app.click("button", "Show what is ignored");
    await app.waitForText(".postmortem-list", "from another tool");
    expect(await axeProblems(app, ".postmortem-problems")).toEqual([]);
    await app.page.getByRole("button", { name: "Report it again" }).first().press("Enter");
    await app.waitForText(items, "unknown-property");
    expect(await app.editorText()).not.toContain("postmortem-ignore:");
    await app.click("button", "Show what is ignored");
    expect(await app.visibleText(".postmortem-list")).not.toContain("from another tool");
  });

  it("mends what has one right answer, by keyboard", async () => {
    const row = app.page.locator(".postmortem-list li").filter({ hasText: "deprecated-property" });
    await row.locator(".postmortem-problem-actions button").first().focus();
    await app.press("Enter");
    await row.waitFor({ state: "detached" });
    // Who has no mouse goes on with what stands there now.
    await app.page.waitForFunction(() => activeDocument.activeElement?.closest(".postmortem-list li") != null);
    // The note itself: the editor in front may be that of the timeline beside it.
    await expect.poll(() => app.read(draft), { timeout: 10_000 }).toContain("tags: [postmortem]");
  });

  it("loads the tab of a note that was not shown since the start, and leaves the one in front", async () => {
    const other = "Incident-2024-11-05-Certificate-Expiry";
    await app.page.evaluate((path) => {
      window.host.openInBackground(path);
    }, `${other}.md`);
    await app.page.getByRole("button", { name: "All postmortems" }).press("Enter");
    // By the keyboard: a notice may lie over the list.
    const group = app.page.locator(".postmortem-list .tree-item").filter({ hasText: other });
    await group.locator("summary").press("Space");
    await group.locator(".postmortem-problem-go").first().press("Enter");
    await expect.poll(() => app.editorText()).toContain("Certificate Expiry");
    const tabs = app.page.locator(".mod-root .workspace-tab-header");
    expect((await tabs.allInnerTexts()).filter((name) => name === other)).toHaveLength(1);
    await tabs
      .filter({ hasText: draft.replace(".md", "") })
      .first()
      .click();
    expect(await app.editorText()).toContain("Checkout Latency");
    await app.click("button", "This note");
  });

  it("neither marks nor fixes an editor that shows a part of the note", async () => {
    const part = "## What Happened\n";
    await app.page.evaluate(
      async ([path, text]) => {
        await window.host.openPart(path, text);
      },
      [draft, part] as const,
    );
    const shown = app.page.locator(".host-part .cm-content");
    await app.type("x");
    await app.press("Backspace");
    await app.page.waitForTimeout(1500);
    expect(await app.page.locator(".host-part .cm-lintRange").count()).toBe(0);
    await app.runCommand("fix-all");
    await app.page.waitForTimeout(500);
    expect(await shown.innerText()).toContain("What Happened");
    expect(await shown.innerText()).not.toContain("---");
    await app.page.evaluate(() => {
      document.querySelector(".host-part")?.remove();
    });
  });
});
