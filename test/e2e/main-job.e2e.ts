import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHost, type HostDriver } from "./host-driver";

describe("the main job", () => {
  let app: HostDriver;

  beforeAll(async () => {
    app = await startHost();
  });
  afterAll(async () => {
    await app.close();
  });

  it("shows the problems of the open postmortem in the editor and counts them", async () => {
    await app.open("Incident-2024-04-11-API-Outage.md");
    await app.waitForText(".status-bar", /\d/);
    await app.page.locator(".cm-lintRange").first().waitFor();
  });

  it("says nothing on the console", () => {
    expect(app.consoleProblems()).toEqual([]);
  });
});
