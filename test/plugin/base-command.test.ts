// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultSettings } from "../../src/settings";
import { baseOfPostmortems } from "../../src/write";
import { startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 5, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

describe("the command for a base", () => {
  it("writes one where postmortems are, and opens it", async () => {
    const app = await startApp({ "Note.md": "" });
    await app.run("create-base");
    expect(await app.text("Postmortems.base")).toBe(baseOfPostmortems(defaultSettings));
    expect(app.tabs()).toEqual(["bases Postmortems.base"]);
    const inFolder = await startApp({ "Note.md": "" }, { postmortemFolder: "/Ops/Incidents/" });
    await inFolder.run("create-base");
    expect(await inFolder.text("Ops/Incidents/Postmortems.base")).toContain("file.inFolder");
  });

  it("says what is missing where nothing shows bases, and leaves no empty tab", async () => {
    const app = await startApp({ "Note.md": "" }, null, { bases: false });
    await app.open("Note.md");
    await app.run("create-base");
    expect(app.tabs()).toEqual(["markdown Note.md"]);
    expect(app.notices).toEqual(["Postmortems.base is a base. To see it, turn on the core plugin Bases.Undo"]);
    expect(await app.text("Postmortems.base")).toContain("views:");
  });

  it("leaves one that is there as it is", async () => {
    const app = await startApp({ "Postmortems.base": "views: []\n" });
    await app.run("create-base");
    expect(await app.text("Postmortems.base")).toBe("views: []\n");
    expect(app.notices).toEqual(["Postmortems.base is there already, and was left as it is."]);
  });
});
