import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";
import { mainJob } from "./scenarios/main-job";

describe.each(["light", "dark"] as const)("the main job, %s", (theme) => {
  let app: HostDriver;
  withHost({ theme }, (started) => {
    app = started;
  });

  it.each(mainJob)("$name", ({ run }) => run(app));

  it("notices when the timeline that a postmortem embeds is gone", async () => {
    await app.open("Incident-2024-04-11-API-Outage.md");
    await app.page.evaluate(async () => {
      const { app: obsidian, ledger } = window.host;
      const file = obsidian.vault.getFileByPath("Incident Timeline.md");
      if (file !== null) await ledger.byOthers(file.path, () => obsidian.fileManager.trashFile(file));
    });
    await app.page.locator(".cm-lintRange-error").first().waitFor();
  });

  it("leaves nothing behind when it is turned off", async () => {
    await app.page.evaluate(() => {
      window.host.registry.disable("postmortem");
    });
    expect(await app.count(".status-bar-item")).toBe(0);
    expect(await app.page.evaluate(() => window.host.registry.commands.size)).toBe(0);
    expect(await app.count(".cm-lintRange")).toBe(0);
  });
});
