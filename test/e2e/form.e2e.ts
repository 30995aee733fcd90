import { describe, expect, it } from "vitest";
import type { HostDriver } from "./host-driver";
import { withHost } from "./with-host";

const command = "Incident Postmortems: New postmortem";

describe("the form for a new postmortem", () => {
  let app: HostDriver;
  withHost(
    {
      files: { "Incident-2024-04-11-A.md": '---\nservices: [api]\nowner: "[[Ada]]"\n---\n\n# A\n', "Ada.md": "" },
      now: "2025-03-14T09:00Z",
      size: { width: 900, height: 600 },
    },
    (started) => {
      app = started;
    },
  );

  it("takes five keys beside the words to a note with a severity, and fills in nothing that nobody chose", async () => {
    await app.runFromPalette(command);
    await app.type("Search is down");
    for (const key of ["Tab", "ArrowDown", "ArrowDown"]) await app.press(key);
    // Over the fields with suggestions: none is taken.
    for (let field = 0; field < 8; field++) await app.press("Tab");
    for (const label of ["Services", "Owner"]) expect(await app.page.getByLabel(label).first().inputValue()).toBe("");
    await app.press("Control+Enter");
    await app.waitForText(".workspace-tab-header", "Incident-2025-03-14-Search-is-down");
    expect(await app.editorText()).toContain("severity: SEV-2");
    expect(await app.editorText()).not.toMatch(/Ada|\bapi\b/);
  });

  it("keeps what was typed when it is closed by mistake, and forgets it on request", async () => {
    await app.runFromPalette(command);
    await app.type("Logins fail");
    await app.fill("Start time", "-20m");
    await app.waitForText(".postmortem-new", "Understood as 2025-03-14 08:40");
    await app.press("Escape");
    await app.runFromPalette(command);
    expect(await app.page.getByLabel("Title").first().inputValue()).toBe("Logins fail");
    await app.click("button", "Clear");
    expect(await app.page.getByLabel("Title").first().inputValue()).toBe("");
    await app.press("Escape");
  });

  it("asks for the properties that the team has declared, what is required first, and writes them", async () => {
    await app.page.evaluate(async () => {
      await window.host.registry.changeData("postmortem", {
        fields: [
          { name: "region", type: "enum", required: true, values: ["eu", "us"], description: "Where it was" },
          { name: "customers", type: "number" },
          { name: "teams", type: "list" },
        ],
      });
    });
    await app.runFromPalette(command);
    await app.type("Queue stalls");
    expect(await app.page.getByLabel("region").isVisible()).toBe(true);
    expect(await app.page.getByLabel("customers").isVisible()).toBe(false);
    await app.choose("region", "eu");
    await app.page.locator(".postmortem-new-more summary").click();
    await app.fill("customers", "1200");
    await app.press("Escape");
    await app.runFromPalette(command);
    expect(await app.page.getByLabel("customers").inputValue()).toBe("1200");
    await app.page.locator(".postmortem-new-more summary").click();
    await app.fill("teams", "web, api");
    await app.press("Control+Enter");
    await app.waitForText(".workspace-tab-header", "Queue-stalls");
    expect(await app.editorText()).toMatch(/^region: eu$[^]*^customers: 1200$[^]*^teams: \[web, api\]$/m);
  });

  it("is filled in from the record of another tool, and says what it cannot read", async () => {
    await app.runFromPalette(command);
    await app.page.locator(".postmortem-new-more summary").click();
    const record = app.page.getByLabel("Incident record");
    const give = (content: object): Promise<void> =>
      record.setInputFiles({
        name: "a.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(content)),
      });
    await give({ a: 1 });
    await app.waitForText(".postmortem-new .setting-item-error", "record");
    await give({
      data: {
        id: "1",
        type: "incidents",
        attributes: {
          fields: {},
          title: "Logins fail again",
          severity: "SEV-2",
          created: "2025-03-13T22:04:00Z",
          detected: "2025-03-13T22:02:00Z",
          customer_impact_start: "2025-03-13T22:01:00Z",
        },
      },
    });
    await app.page.locator(".postmortem-new .setting-item-error").waitFor({ state: "detached" });
    expect(await app.page.getByLabel("Title").first().inputValue()).toBe("Logins fail again");
    await app.click("button", "Create");
    await app.waitForText(".workspace-tab-header", "Incident-2025-03-13-Logins-fail-again");
    expect(await app.editorText()).toMatch(/severity: SEV-2[^]*started: 2025-03-13T22:01/);
  });

  it("shows what is wrong where the person looks, though the field is folded away", async () => {
    await app.runFromPalette(command);
    await app.type("Logins fail");
    await app.click("button", "Create");
    await app.waitForText(".workspace-tab-header", "Logins-fail");
    await app.openLink("obsidian://postmortem?title=Mail&timeline=..%2F..%2Fsecret");
    await app.click("button", "Create");
    await app.waitForText(".postmortem-new-fault", "Nothing was created");
    const row = app.page.locator(".postmortem-new .setting-item.is-invalid").first();
    expect(await row.isVisible()).toBe(true);
    const footer = await app.page.locator(".postmortem-footer").boundingBox();
    const box = await row.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
    await app.press("Escape");
  });
});
