import { describe, expect, it } from "vitest";
import { axeProblems } from "./axe";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { until } from "./scenarios/scenario";
import { incidentYear, incidentYearEnd } from "./incident-year";

const view = ".postmortem-insights";

describe.each(["light", "dark"] as const)("insights, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, files: incidentYear(), now: incidentYearEnd }, async (started) => {
    app = started;
    await app.runFromPalette("Incident Postmortems: Show insights");
    await app.waitForText(".postmortem-count", "42 incidents");
  });

  /** Pictures that are wider than their room, or text that is cut off. */
  const overflowing = (): Promise<number> =>
    app.page
      .locator(".postmortem-picture")
      .evaluateAll((pictures) => pictures.filter((picture) => picture.scrollWidth > picture.clientWidth).length);

  it("draw each figure as wide as there is room, also when the window changes", async () => {
    await app.page.locator("svg.postmortem-chart").nth(5).waitFor();
    expect(await overflowing()).toBe(0);
    const wide = await app.page.locator("svg.postmortem-chart").first().getAttribute("width");
    await app.page.setViewportSize({ width: 600, height: 800 });
    await app.page.waitForFunction(
      (before) => activeDocument.querySelector("svg.postmortem-chart")?.getAttribute("width") !== before,
      wide,
    );
    expect(await overflowing()).toBe(0);
    await app.page.setViewportSize({ width: 1280, height: 800 });
  });

  it("are clean for those who hear the page, as pictures and as tables", async () => {
    expect(await axeProblems(app, view)).toEqual([]);
    expect(await app.page.getByRole("img", { name: "Incidents per month" }).count()).toBe(1);
    expect(await app.page.getByRole("table", { name: "Incidents per month" }).count()).toBe(1);
    await app.click("button", "Show as table");
    expect(await app.page.locator("svg.postmortem-chart").first().isVisible()).toBe(false);
    expect(await axeProblems(app, view)).toEqual([]);
    await app.page.getByRole("button", { name: "Show as table" }).focus();
    await app.press("Enter");
    expect(await app.page.locator("svg.postmortem-chart").first().isVisible()).toBe(true);
  });

  it("are filtered by keyboard", async () => {
    await app.page.getByLabel("Severity").focus();
    await app.press("s");
    await app.press("Enter");
    await app.waitForText(".postmortem-count", "of 42 incidents");
    await app.page.getByLabel("Severity").selectOption({ label: "All severities" });
    await app.waitForText(".postmortem-count", "42 incidents");
  });

  it("tell below the mouse what each mark stands for, and the same in the table", async () => {
    const figures = app.page.locator(".postmortem-figure");
    expect(await figures.count()).toBeGreaterThan(5);
    for (const figure of await figures.all()) {
      const marks = await figure
        .locator(".postmortem-picture [data-cell]")
        .evaluateAll((all) => all.map((mark) => mark.querySelector("title")?.textContent ?? ""));
      const rows = await figure.locator("tbody th").allTextContents();
      for (const words of marks) {
        expect(words).toMatch(/\S: .*\d|\S, .*: \d/);
        expect(rows.some((row) => words.startsWith(row))).toBe(true);
      }
    }
  });

  it("lead from a bar to its incidents, and from a search to a note", async () => {
    await app.page.locator(".postmortem-figure [data-cell]").first().click();
    await app.waitForText(".postmortem-picked", "Only 2024-01");
    expect(await axeProblems(app, view)).toEqual([]);
    expect(await app.page.locator(".postmortem-list tbody tr").count()).toBeLessThan(6);
    await app.press("Enter");
    await app.page.getByLabel("Search incidents").fill("login backlog");
    await app.waitForText(".postmortem-section .postmortem-hint", "of 42 incidents");
    expect(await app.page.locator(".postmortem-list tbody tr").first().textContent()).toContain("Login backlog");
    await app.page.getByLabel("Search incidents").fill("");
  });

  it("are exported with their filters: as numbers, as a picture, never over what somebody changed", async () => {
    await app.page.getByLabel("Service").selectOption({ label: "login" });
    const write = async (format: string): Promise<void> => {
      await app.click("button", "Export report…");
      await app.waitForText(".modal", "Only login");
      await app.page.locator(".modal").getByLabel("Format").selectOption(format);
      expect(await axeProblems(app, ".modal")).toEqual([]);
      await app.page.locator(".modal button.mod-cta").click();
    };
    const path = "Exports/Incident report login 2025-03-14";
    await write("csv");
    await until("the numbers", async () => (await app.read(`${path}.csv`)) !== null);
    const csv = await app.read(`${path}.csv`);
    expect(csv).toContain("time-to-resolve,service,login,incidents,");
    expect(csv).not.toContain("service,search,");
    await write("svg");
    await until("the picture", async () => (await app.read(`${path}.svg`)) !== null);
    expect(await app.read(`${path}.svg`)).toContain("<title>Incidents, login, 2024-01-");
    await app.page.evaluate(async (name) => {
      const { vault } = window.host.app;
      const file = vault.getFileByPath(name);
      if (file !== null) await vault.modify(file, "mine");
    }, `${path}.csv`);
    await write("csv");
    await app.waitForText(".notice", "is not overwritten");
    expect(await app.read(`${path}.csv`)).toBe("mine");
    await app.page.getByLabel("Service").selectOption({ label: "All services" });
  });

  it("keep their filters when the tab is closed and opened anew", async () => {
    await app.page.getByLabel("Period").selectOption({ label: "Last 12 months" });
    await app.page.evaluate(async () => {
      const { workspace } = window.host.app;
      const [leaf] = workspace.getLeavesOfType("postmortem-insights");
      const kept = leaf?.getViewState();
      leaf?.detach();
      if (kept !== undefined)
        await workspace.getLeaf("tab").setViewState({ type: kept.type, state: kept.state ?? {}, active: true });
    });
    await app.waitForText(".postmortem-count", "of 42 incidents");
    expect(await app.page.getByLabel("Period").inputValue()).toBe("12");
    await app.page.getByLabel("Period").selectOption({ label: "All time" });
  });

  it("come with a base of all incidents, on request", async () => {
    await app.runFromPalette("Incident Postmortems: Create base");
    await until("the base", async () => (await app.read("Postmortems.base"))?.includes("views:") === true);
    await app.runFromPalette("Incident Postmortems: Show insights");
    await app.page.locator(".postmortem-left-out summary").waitFor();
  });

  it("have every past incident found by words, with its reasons", async () => {
    await app.runFromPalette("Incident Postmortems: Find past incident");
    await app.page.locator(".prompt-input").fill("login failover");
    const first = app.page.locator(".postmortem-found").first();
    await app.waitForText(".postmortem-found", "service: login");
    expect(await first.textContent()).toMatch(/^Login .*\d{4}-\d{2}-\d{2} · service: login · words: .*failover/);
    expect(await axeProblems(app, ".prompt")).toEqual([]);
    await app.page.locator(".prompt-input").press("Enter");
    await app.page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path.includes("Login"));
    await app.runFromPalette("Incident Postmortems: Show insights");
  });

  it("stand in time in a base, beside its columns, and lead to their notes", async () => {
    await app.page.evaluate(() => {
      const paths = window.host.app.vault.getMarkdownFiles().map(({ path }) => path);
      window.host.showBase("postmortem-incidents", { columns: ["note.date", "note.severity"], paths });
    });
    const base = ".postmortem-base";
    await app.page.locator(`${base} circle`).nth(41).waitFor();
    expect(await app.page.locator(`${base} tbody tr`).first().textContent()).toMatch(/\d{4}-\d{2}-\d{2}SEV-\d$/);
    expect(await axeProblems(app, base)).toEqual([]);
    await app.page.locator(`${base} circle`).first().click();
    await app.page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path.startsWith("Incident-2024"));
    await app.runFromPalette("Incident Postmortems: Show insights");
  });

  it("lead to an incident that is left out, by mouse", async () => {
    await app.page.locator(".postmortem-left-out summary").click();
    await app.waitForText(".postmortem-left-out", "No resolved time is known");
    await app.page.locator(".postmortem-left-out button").first().click();
    await app.page.waitForFunction(() =>
      window.host.app.workspace.activeEditor?.editor?.getValue().includes("started:"),
    );
    expect(await app.editorText()).not.toContain("resolved:");
  });
});

describe("insights into times to detect and to acknowledge", () => {
  let app: HostDriver;
  const incident = (day: number): string =>
    `---\ndate: 2025-03-0${day}\ntags: [postmortem]\ntimezone: UTC\nstarted: 2025-03-0${day}T09:00\ndetected: 2025-03-0${day}T09:0${day}\nacknowledged: 2025-03-0${day}T09:1${day}\nresolved: 2025-03-0${day}T10:00\n---\n\n# Queue ${day}\n`;
  const files = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`Incident-2025-03-0${day}-Queue.md`, incident(day)]));
  withHost({ files, now: incidentYearEnd }, async (started) => {
    app = started;
    await app.runCommand("show-insights");
    await app.waitForText(".postmortem-count", "5 incidents");
  });

  it.each([
    ["Time to detect", "3 min"],
    ["Time to acknowledge", "13 min"],
  ])("shows the %s, with its median", async (name, median) => {
    const figure = app.page.locator(".postmortem-figure").filter({ hasText: name }).first();
    expect(await figure.locator("svg.postmortem-chart").isVisible()).toBe(true);
    expect(await figure.locator("table").textContent()).toContain(median);
  });
});
