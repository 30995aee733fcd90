import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writePage } from "../host/server.mjs";
import type { HostDriver } from "./host-driver";
import { incidentYear, incidentYearEnd } from "./incident-year";
import { startBrowser } from "./pages";
import { withHost } from "./with-host";

describe.each(["light", "dark"] as const)("the start of the app, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme, files: incidentYear(), now: incidentYearEnd }, (started) => {
    app = started;
  });

  const startAnew = async (digestOnStart: boolean): Promise<void> => {
    await app.page.evaluate(async (on) => {
      await window.host.registry.changeData("postmortem", { digestOnStart: on });
      await window.host.registry.reload("postmortem");
      await window.host.registry.cliHandlers.get("postmortem:actions")?.({});
    }, digestOnStart);
  };

  it("says nothing unless it was asked to", async () => {
    await startAnew(false);
    expect(await app.count(".notice")).toBe(0);
  });

  it.each([
    ["mouse", (button: ReturnType<HostDriver["page"]["locator"]>) => button.click()],
    ["keyboard", (button: ReturnType<HostDriver["page"]["locator"]>) => button.press("Enter")],
  ])("tells of open action items on request, and leads to them, by %s", async (_, press) => {
    await startAnew(true);
    await app.waitForText(".notice", "22 open action items, 15 overdue");
    await press(app.page.locator(".notice button", { hasText: "Show" }).first());
    await app.waitForText(".postmortem-actions .postmortem-count", "22 action items, 15 overdue");
    await app.page.evaluate(() => {
      window.host.app.workspace.detachLeavesOfType("postmortem-actions");
    });
  });

  it("answers the command line of the app in JSON", async () => {
    const ask = async (command: string, params: Readonly<Record<string, string>> = {}): Promise<unknown> =>
      JSON.parse(
        await app.page.evaluate(
          async ([name, given]) => {
            window.host.ledger.did({ by: "command", id: name });
            return String(await window.host.registry.cliHandlers.get(name)?.(given));
          },
          [`postmortem:${command}`, params] as const,
        ),
      );
    const before = await app.files();
    expect(await ask("lint")).toMatchObject({ ok: true });
    expect(await ask("stats")).toMatchObject({ ok: true });
    expect(await ask("resolve", { file: "No such note" })).toMatchObject({ ok: false });
    expect(await app.files()).toEqual(before);
    expect(await ask("new", { title: "Queue stalls", date: "2025-03-14" })).toMatchObject({ ok: true });
    expect(await app.read("Incident-2025-03-14-Queue-stalls.md")).toContain("# Queue stalls Retro");
  });
});

describe("the playground as a page of a web server", () => {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-page-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("works below any address, says that it is a stand-in, and asks for nothing but its own files", async () => {
    await writePage(folder);
    const browser = await startBrowser();
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route("**/*", async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const name = pathname.replace("/docs/playground/", "");
      asked.push(origin === "http://postmortem.test" && pathname.startsWith("/docs/playground/") ? name : pathname);
      await route.fulfill({ path: join(folder, name === "" ? "index.html" : name) });
    });
    await page.goto("http://postmortem.test/docs/playground/?open=Incident-2024-09-17-Checkout-Latency.md");
    await page.locator(".cm-lintRange").first().waitFor();
    expect(await page.getByRole("note").innerText()).toContain("stands in for Obsidian");
    expect(asked.sort()).toEqual(["", "host.js", "plugins.js", "run.js", "start.js", "theme.css"]);
    await browser.close();
  });
});
