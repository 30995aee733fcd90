import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { untilEditor } from "./scenarios/scenario";

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const path = "Incident-2024-05-03-Queue.md";
const note =
  "---\ntitle: Queue\ndate: 2024-05-03\ntags: [postmortem]\nseverity: \nowner: \nservices: []\n---\n\n# Queue\n\n## Timeline\n\n\n\n## Action Items\n\n- [ ] Alert on the length \n\n\n";
const options = ".suggestion-container [role=option]";

describe.each(["light", "dark"] as const)("the editor, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, open: draft }, async (started) => {
    app = started;
    await app.page.locator(".cm-lintRange-error").first().waitFor();
  });

  const lineOf = async (text: string): Promise<number> =>
    (await app.editorText()).split("\n").findIndex((line) => line.startsWith(text));

  /** Puts the cursor behind a line that begins so, and types there. */
  const typeBehind = async (start: string, text: string): Promise<void> => {
    const line = await lineOf(start);
    await app.setCursor(line, ((await app.editorText()).split("\n")[line] ?? "").length);
    await app.type(text);
  };

  it("tells on hover what is wrong, why, and how it is right, and mends it with the mouse", async () => {
    await app.page.locator(".cm-lintRange").filter({ hasText: "tag" }).first().hover();
    const tooltip = app.page.locator(".cm-tooltip-lint");
    for (const part of ["text", "help"])
      expect(await tooltip.locator(`.postmortem-message-${part}`).first().innerText()).toMatch(/^[^a-z`][^`]*$/);
    await tooltip.locator("summary").click();
    expect(await tooltip.innerText()).toContain("For example:");
    await tooltip.locator(".cm-diagnosticAction").first().click();
    await untilEditor(app, (text) => text.includes("tags: [postmortem]"));
    await app.page.mouse.move(0, 0);
    await app.setCursor(0, 0);
    await app.press("Control+Z");
    await untilEditor(app, (text) => text.includes("tag: postmortem"));
  });

  it("looks as the app does in the tooltip, and leads to the rule", async () => {
    await app.page.locator(".cm-lintRange").filter({ hasText: "tag" }).first().hover();
    const action = app.page.locator(".cm-diagnosticAction").filter({ hasText: "Show rule" }).first();
    const ground = (element: Element): string => getComputedStyle(element).backgroundColor;
    const usual = await app.page.evaluate(() => {
      const button = document.body.createEl("button", { text: "Usual" });
      const color = getComputedStyle(button).backgroundColor;
      button.remove();
      return color;
    });
    expect(await action.evaluate(ground)).toBe(usual);
    await action.click();
    await app.waitForText(".modal-title", "deprecated-property");
    await app.press("Escape");
    await app.page.mouse.move(0, 0);
  });

  it("has a problem ignored from the tooltip, with a reason, and takes that back", async () => {
    const before = await app.editorText();
    await app.page.locator(".cm-lintRange").filter({ hasText: "tag" }).first().hover();
    await app.page.locator(".cm-diagnosticAction").filter({ hasText: "Ignore…" }).first().click();
    await app.fill("Reason", "from another tool");
    await app.press("Enter");
    await untilEditor(app, (text) => text.includes('- "deprecated-property: from another tool"'));
    await app.page.locator(".notice button", { hasText: "Undo" }).last().click();
    await untilEditor(app, (text) => text === before);
    await app.page.mouse.move(0, 0);
  });

  it("mends everything from the tooltip, as one step", async () => {
    await app.page.locator(".cm-lintRange").filter({ hasText: "tag" }).first().hover();
    await app.page.locator(".cm-diagnosticAction").filter({ hasText: "Fix all" }).first().click();
    await untilEditor(app, (text) => text.includes("tags: [postmortem]"));
    await app.page.mouse.move(0, 0);
    await app.setCursor(0, 0);
    await app.press("Control+Z");
    await untilEditor(app, (text) => text.includes("tag: postmortem"));
  });

  it("goes from problem to problem and mends one with the keyboard alone", async () => {
    await app.setCursor(0, 0);
    for (let steps = 0; steps < 20 && (await app.cursorLine()) !== (await lineOf("tag: postmortem")); steps++) {
      const before = await app.page.evaluate(
        () =>
          window.host.app.workspace.activeEditor?.editor?.posToOffset(
            window.host.app.workspace.activeEditor.editor.getCursor(),
          ) ?? 0,
      );
      await app.runFromPalette("Incident Postmortems: Next problem");
      await app.page.waitForFunction(
        (offset) =>
          window.host.app.workspace.activeEditor?.editor?.posToOffset(
            window.host.app.workspace.activeEditor.editor.getCursor(),
          ) !== offset,
        before,
      );
    }
    await app.runFromPalette("Incident Postmortems: Fix problem on this line");
    await untilEditor(app, (text) => text.includes("tags: [postmortem]"));
    await app.press("Control+Z");
  });

  it("suggests severities and rules to the keyboard", async () => {
    await app.write(path, note);
    await app.write("2024-05-03 Queue Timeline.md", "# Queue\n\n## Key Events\n");
    await app.open(path);
    await typeBehind("severity:", "2");
    await app.waitForText(options, "SEV-2");
    await app.press("Enter");
    await untilEditor(app, (text) => text.includes("severity: SEV-2\n"));
    await app.setCursor((await lineOf("- [ ]")) + 2, 0);
    await app.type("%% postmortem-ignore vague");
    await app.waitForText(options, "vague-action-item");
    await app.press("Tab");
    await untilEditor(app, (text) => text.includes("%% postmortem-ignore vague-action-item"));
  });

  it("suggests owners, services and sections of the timeline note to the mouse", async () => {
    await typeBehind("owner:", "Al");
    await app.page.locator(options).filter({ hasText: "Alex Rivera" }).click();
    await untilEditor(app, (text) => /owner: "?(?:\[\[)?Alex Rivera/.test(text));
    const services = await lineOf("services:");
    await app.setCursor(services, "services: [".length);
    await app.type("c");
    await app.page.locator(options).first().click();
    await untilEditor(app, (text) => /services: \[\w{2,}/.test(text));
    await typeBehind("- [ ]", "@");
    await app.page.locator(options).filter({ hasText: "Alex Rivera" }).click();
    await untilEditor(app, (text) => /Alert on the length (?:@|\[\[)Alex Rivera/.test(text));
    await app.setCursor((await lineOf("## Timeline")) + 2, 0);
    await app.type("!");
    await app.page.locator(options).filter({ hasText: "Key Events" }).click();
    await untilEditor(app, (text) => text.includes("![[2024-05-03 Queue Timeline#Key Events]]"));
  });

  it("shows a block in place of its source while the cursor is elsewhere, and its source on request", async () => {
    await app.write("Weekly.md", "# Weekly\n\n```postmortem\nnote: [[Incident-2024-04-11-API-Outage]]\n```\n\nText\n");
    await app.open("Weekly.md");
    const block = ".cm-content .postmortem-block";
    await app.waitForText(block, "47 min");
    await app.page.locator(`${block} [data-row="2"] .postmortem-timeline-clock`).click();
    await app.waitForText(".workspace-tab-header", "Incident Timeline");
    await app.open("Weekly.md");
    await app.setCursor(6, 0);
    await app.page.getByRole("button", { name: "Edit this block" }).click();
    expect(await app.count(block)).toBe(0);
    await app.setCursor(3, 0);
    expect(await app.cursorLine()).toBe(3);
    await app.press("Control+End");
    await app.waitForText(block, "47 min");
    await app.page.locator(`${block} .postmortem-turn`).filter({ hasText: "Identified" }).focus();
    await app.press("Enter");
    await app.waitForText(".workspace-tab-header", "Incident Timeline");
  });

  it("asks for an event in the timeline note itself, from the menu", async () => {
    await app.open("Incident Timeline.md");
    await app.page.locator(".cm-line").filter({ hasText: "Key Events" }).click({ button: "right" });
    await app.page.getByRole("menuitem", { name: "Insert timeline event" }).click();
    await app.fill("What happened", "07:05 All clear");
    await app.page.getByRole("button", { name: "Insert", exact: true }).click();
    await untilEditor(app, (text) => /service restored\n- .*07:05 All clear/.test(text));
  });
});
