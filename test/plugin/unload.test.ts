// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const note = "Incident-2024-04-11-A.md";

/** How many listeners the app's parts have, by event. */
function listeners({ app }: TestApp): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, part] of Object.entries({
    vault: app.vault,
    metadataCache: app.metadataCache,
    workspace: app.workspace,
  })) {
    const byEvent: unknown = Reflect.get(part, "_");
    for (const [event, list] of Object.entries(byEvent ?? {}))
      if (Array.isArray(list) && list.length > 0) counts[`${name} ${event}`] = list.length;
  }
  return counts;
}

describe("unloading", () => {
  it("leaves nothing behind: no listener, timer, element or style", async () => {
    const app = await startApp({ [note]: "---\ntag: postmortem\n---\n", "Log.md": "" });
    const before = listeners(app);
    expect(before).toMatchObject({ "metadataCache changed": 1, "vault rename": 1 });
    const elements = document.documentElement.innerHTML;

    await app.app.vault.create("Incident-2024-04-12-B.md", "![[Log]]");
    app.plugin.unload();
    expect(listeners(app)).toEqual({ "vault create": 1, "vault modify": 1 });
    expect(vi.getTimerCount()).toBe(0);
    expect(document.documentElement.innerHTML).toBe(elements);
    expect(app.plugin.children__).toEqual([]);
    await app.write(note, "later");
    expect(app.notices).toEqual([]);
  });

  it("before the layout is ready starts nothing later", async () => {
    const app = await startApp({ [note]: "" }, null, { layout: false });
    app.plugin.unload();
    app.app.workspace.setLayoutReady__();
    await app.wait();
    expect(listeners(app)).toEqual({ "vault create": 1, "vault modify": 1 });
  });
});

describe("loading", () => {
  it("reads no note before the layout is ready, and only postmortems and what they show after", async () => {
    const files = { [note]: "![[Log]]", "Log.md": "", "Shopping.md": "", "Diary.md": "" };
    const app = await startApp(files, null, { layout: false });
    const read = vi.spyOn(app.app.vault, "read");
    await app.wait();
    expect(read).not.toHaveBeenCalled();
    app.app.workspace.setLayoutReady__();
    await app.wait();
    expect(read.mock.calls.map(([file]) => file.path)).toEqual([note, "Log.md"]);
  });

  it("writes nothing by itself", async () => {
    const app = await startApp({ [note]: "---\ntag: postmortem\n---\n" }, { timezone: "nowhere" });
    const writes = [
      vi.spyOn(app.app.vault, "modify"),
      vi.spyOn(app.app.vault, "process"),
      vi.spyOn(app.app.vault, "create"),
      vi.spyOn(app.plugin, "saveData"),
    ];
    await app.open(note);
    await app.wait(60_000);
    for (const write of writes) expect(write).not.toHaveBeenCalled();
    expect(app.notices).toEqual([expect.stringContaining("timezone")]);
  });
});
