import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { until, untilEditor } from "./scenarios/scenario";

const note = "Incident-2025-03-14-Queue.md";
const log = "2025-03-14 Queue Timeline.md";
const postmortem = `---\ntitle: Queue\ndate: 2025-03-14\ntags: [postmortem]\ntimezone: UTC\n---\n\n# Queue\n\n## Timeline\n\n![[${log.slice(0, -3)}#Key Events]]\n`;
const template =
  "# Queue\n\n## Key Events\n\n2025-03-14, all times UTC.\n\n- HH:MM TODO: write down the first sign of trouble\n";
const dialog = ".postmortem-insert-event";

describe("taking events down while the incident runs", () => {
  let app: HostDriver;
  withHost({ files: { [note]: postmortem, [log]: template }, open: note, now: "2025-03-14T09:30:20Z" }, (started) => {
    app = started;
  });

  const undo = (): Promise<void> => app.page.locator(".notice button").filter({ hasText: "Undo" }).last().click();

  it("shows the line and its place, writes it over the template's, goes on with the next, and takes it back", async () => {
    await app.runCommand("insert-event");
    expect(await app.page.getByLabel("Time", { exact: true }).inputValue()).toBe("09:30");
    await app.type("06:45 Alert fires");
    await app.waitForText(`${dialog} .postmortem-insert-line`, "- 06:45 Alert fires");
    await app.waitForText(`${dialog} del`, "HH:MM TODO");
    await app.press("Shift+Enter");
    await until("the event", async () => (await app.read(log))?.endsWith("UTC.\n\n- 06:45 Alert fires\n") === true);
    await app.page.getByLabel("Time", { exact: true }).fill("-20m");
    await app.fill("What happened", "Rolled back");
    await app.waitForText(`${dialog} .postmortem-insert-line`, "- 09:10 Rolled back");
    await app.waitForText(`${dialog} .postmortem-insert-beside`, "- 06:45 Alert fires");
    await app.page.getByLabel("What happened").focus();
    await app.press("Enter");
    await until("the next", async () => (await app.read(log))?.endsWith("fires\n- 09:10 Rolled back\n") === true);
    expect(await app.count(dialog)).toBe(0);
    await undo();
    await until("the one before", async () => (await app.read(log))?.endsWith("- 06:45 Alert fires\n") === true);
  });

  it("leads to what was written", async () => {
    await app.runCommand("insert-event");
    await app.type("Pods restarted");
    await app.press("Enter");
    await app.page.locator(".notice button").filter({ hasText: "Open" }).last().click();
    await app.waitForText(".workspace-tab-header.is-active", "Queue Timeline");
    await untilEditor(app, (text) => text.endsWith("- 09:30 Pods restarted\n"));
    await until(
      "the selection",
      async () =>
        (await app.page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getSelection())) ===
        "- 09:30 Pods restarted",
    );
  });

  it("asks before it writes on another day than the incident's, and says what it cannot read", async () => {
    const before = await app.read(log);
    await app.runCommand("insert-event");
    await app.type("Fixed");
    await app.page.getByLabel("Time", { exact: true }).fill("later");
    await app.waitForText(`${dialog} .setting-item-error`, "no moment");
    await app.page.getByLabel("Time", { exact: true }).fill("2025-03-20 08:00");
    await app.press("Enter");
    await app.waitForText(`${dialog} .postmortem-insert-question`, "The incident was on 2025-03-14");
    expect(await app.read(log)).toBe(before);
    await app.click("button", "Use 2025-03-14");
    await app.waitForText(`${dialog} .postmortem-insert-line`, "- 08:00 Fixed");
    await app.press("Enter");
    await until("the event at its place", async () =>
      ((await app.read(log)) ?? "").includes("fires\n- 08:00 Fixed\n- 09:30"),
    );
  });

  it("changes time, words, mark and place of an event from the panel, and takes it back", async () => {
    const before = await app.read(log);
    await app.open(note);
    await app.runCommand("show-incident");
    await app.page.locator(".postmortem-events summary").click();
    await app.click("button", "Change: 06:45 Alert fires");
    const time = app.page.locator(dialog).getByLabel("Time", { exact: true });
    expect(await time.inputValue()).toBe("06:45");
    await time.fill("08:10");
    await app.fill("What happened", "Alert fires at last");
    await app.choose("Mark", "Detected");
    await app.waitForText(`${dialog} .postmortem-insert-line`, "- 08:10 (detected) Alert fires at last");
    await app.waitForText(`${dialog} .postmortem-insert-beside`, "- 08:00 Fixed");
    await app.page.locator(dialog).getByRole("button", { name: "Change", exact: true }).click();
    await until("the event at its place", async () =>
      ((await app.read(log)) ?? "").includes("- 08:00 Fixed\n- 08:10 (detected) Alert fires at last\n- 09:30"),
    );
    await app.page
      .locator(".notice")
      .filter({ hasText: "Changed: 08:10" })
      .getByRole("button", { name: "Undo" })
      .click();
    await until("the timeline as it was", async () => (await app.read(log)) === before);
  });
});

const draft = "Incident-2024-09-17-Checkout-Latency.md";
const view = ".mod-right-split .postmortem-incident";

describe("setting facts beside the note", () => {
  let app: HostDriver;
  withHost({ open: draft, now: "2024-09-18T09:00Z" }, async (started) => {
    app = started;
    await app.runCommand("show-incident");
    await app.waitForText(view, "Unknown property");
  });

  const field = (name: string): ReturnType<HostDriver["page"]["locator"]> =>
    app.page.locator(view).getByLabel(name, { exact: true });
  const hasFocus = (name: string): Promise<unknown> =>
    app.page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, name);
  /** Takes back what a notice with these words tells of. */
  const undo = (...words: readonly string[]): Promise<void> =>
    app.page
      .locator(".notice")
      .filter({ hasText: new RegExp(words.join(".*")) })
      .last()
      .getByRole("button", { name: "Undo" })
      .click();

  it("keeps what is typed while the note changes under it, and moves on by Tab", async () => {
    await field("Owner").fill("Bo");
    await app.write(draft, ((await app.read(draft)) ?? "").replace("severity: SEV-2", "severity: SEV-3"));
    await app.page.waitForTimeout(400);
    expect(await field("Owner").inputValue()).toBe("Bo");
    await app.press("Tab");
    await untilEditor(app, (text) => text.includes("owner: Bo\n") && text.includes("severity: SEV-3"));
    await hasFocus("Services");
  });

  it.each([
    ["Severity", "SEV-1", "severity: SEV-1\n"],
    ["Owner", "Alex Rivera", 'owner: "[[Alex Rivera]]"\n'],
    ["Date", "2024-09-17", "date: 2024-09-17\n"],
    ["Detected", "13:25", "detected: 2024-09-17T13:25\n"],
    ["Mitigated", "14:00", "mitigated: 2024-09-17T14:00\n"],
  ])("writes %s as it is entered, and takes it back", async (name, value, line) => {
    const before = await app.editorText();
    const control = field(name);
    if (name === "Severity") await control.selectOption(value);
    else {
      await control.fill(value);
      await control.press("Enter");
    }
    await untilEditor(app, (text) => text.includes(`\n${line}`));
    await undo(name, value);
    await untilEditor(app, (text) => text === before);
  });

  it("writes the title by its button, and leads from a problem to the field that it is about", async () => {
    await app.page.getByRole("button", { name: "Edit title" }).click();
    await field("Title").fill("Checkout is slow");
    await app.press("Enter");
    await app.waitForText(`${view} .postmortem-incident-title`, "Checkout is slow");
    await undo("Checkout is slow");
    await app.waitForText(`${view} .postmortem-incident-title`, "Checkout Latency Retro");
    await app.page.locator(`${view} .postmortem-problem-go`).filter({ hasText: "The date is" }).click();
    await hasFocus("Date");
  });

  it("shows a value that somebody wrote before metrics replace it, and takes them back", async () => {
    const before = await app.editorText();
    await app.runCommand("write-metrics");
    await app.waitForText(".modal", /time-to-acknowledge: 30 becomes \d+ minutes/);
    await app.page.locator(".modal-container").getByRole("button", { name: "Cancel" }).click();
    expect(await app.editorText()).toBe(before);
    await app.runCommand("write-metrics");
    await app.page.locator(".modal-container").getByRole("button", { name: "Replace" }).click();
    await untilEditor(app, (text) => /time-to-acknowledge: (?!30)\d/.test(text));
    await undo("Metrics written");
    await untilEditor(app, (text) => text === before);
  });

  it("says which line a sort leaves in place, and takes the sort back", async () => {
    const log = "Checkout Timeline.md";
    const before = await app.read(log);
    await app.runCommand("sort-timeline");
    await app.waitForText(".notice", "A line stays below the one above: 25:10 cannot be read.");
    expect(await app.read(log)).not.toBe(before);
    await undo("Timeline sorted");
    await until("the timeline as it was", async () => (await app.read(log)) === before);
  });

  it.each([
    ["fix-all", "fixed", /tags: \[postmortem\]/],
    ["replace-embeds", "replaced", /25:10/],
  ])("takes back from the notice what %s has done", async (command, done, mark) => {
    const before = await app.editorText();
    await app.runCommand(command);
    await untilEditor(app, (text) => mark.test(text));
    await undo(done);
    await untilEditor(app, (text) => text === before);
  });

  it("asks what is open before another status, and takes it back", async () => {
    const before = await app.editorText();
    await field("Status").selectOption("in review");
    await app.waitForText(".modal", "Still open");
    await app.page.locator(".modal").getByRole("checkbox").check();
    await app.page.locator(".modal-container").getByRole("button", { name: "Move to in review" }).click();
    await untilEditor(app, (text) => text.includes("status: in review"));
    await undo("in review");
    await untilEditor(app, (text) => text === before);
  });

  it("is clean for those who hear the page", async () => {
    expect(await axeProblems(app, ".mod-right-split .workspace-leaf")).toEqual([]);
  });
});

describe("filling in what the template left open", () => {
  let app: HostDriver;
  withHost({ files: {}, now: "2025-03-14T09:30Z" }, (started) => {
    app = started;
  });

  const selected = (): Promise<string> =>
    app.page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getSelection() ?? "");

  it("leads from one to the next by one key, with the words selected", async () => {
    await app.runCommand("new");
    await app.type("Queue is stuck");
    await app.press("Control+Enter");
    await until("the first place", async () => (await selected()).startsWith("TODO"));
    const before = await app.editorText();
    const open = before.match(/TODO/g)?.length ?? 0;
    expect(open).toBeGreaterThan(5);
    const lines = new Set<number>();
    // One key each, until it begins again.
    for (let keys = 0; keys < open; keys++) {
      expect(await selected()).toMatch(/^TODO/);
      lines.add(await app.cursorLine());
      await app.press("Tab");
    }
    expect(lines.size).toBe(open);
    expect(await app.editorText()).toBe(before);
    await app.type("The consumer was gone.");
    await app.press("Tab");
    expect(await selected()).toMatch(/^TODO/);
    expect((await app.editorText()).match(/TODO/g)).toHaveLength(open - 1);
    await app.press("Shift+Tab");
    expect(await app.editorText()).toContain("The consumer was gone.");
  });

  it("leaves Tab to the editor elsewhere, and tells beside the note how far it is", async () => {
    await app.runCommand("show-incident");
    await app.waitForText(`${view} .postmortem-progress`, /1 of \d+ sections filled in/);
    const [heading] = (await app.editorText()).split("\n").flatMap((line, at) => (line.startsWith("# ") ? [at] : []));
    await app.setCursor(heading ?? 0, 0);
    await app.press("Tab");
    expect(await selected()).toBe("");
    await app.click("button", "Fill in the next");
    await until("the next place", async () => (await selected()).startsWith("TODO"));
    await app.press("Tab");
    expect(await selected()).toMatch(/^TODO|TBD/);
    expect(await app.editorText()).toContain("The consumer was gone.");
  });
});
