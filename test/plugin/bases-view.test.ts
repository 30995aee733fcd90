// @vitest-environment jsdom
import {
  BasesEntry,
  BasesQueryResult,
  BasesViewConfig,
  Plugin,
  QueryController,
  StringValue,
} from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 5, 10) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const files = {
  "Incident-2024-04-11-A.md": "---\ntitle: Login is down\nseverity: SEV-1\n---\n",
  "Incident-2024-05-02-B.md": "---\nseverity: SEV-3\n---\n",
  "Incident-2024-05-02-C.md": "---\nseverity: SEV-3\n---\n",
  "Other.md": "# Nothing\n",
};

describe("incidents in a base", () => {
  it("stand on an axis of time and in a list with the columns of the base, and lead to their notes", async () => {
    const registered = vi.spyOn(Plugin.prototype, "registerBasesView");
    const app = await startApp(files);
    await app.wait();
    const [id, registration] = registered.mock.calls[0] ?? [];
    expect(id).toBe("postmortem-incidents");
    // The stand-in of a value draws nothing.
    vi.spyOn(StringValue.prototype, "renderTo").mockImplementation(function (this: StringValue, el) {
      el.setText(this.toString());
    });
    const container = document.body.createDiv();
    const view = registration?.factory(
      QueryController.create2__(app.app, null, container).asOriginalType2__(),
      container,
    );
    if (view === undefined) throw new Error("no view");
    const entries = Object.keys(files).map((path) => {
      const file = app.app.vault.getFileByPath(path);
      if (file === null) throw new Error("no file");
      const made = BasesEntry.create__(null, file);
      made.setValue__("note.severity", StringValue.create__(`severity of ${path}`).asOriginalType4__());
      return made;
    });
    const config = BasesViewConfig.create__("", "", "");
    config.setOrder__(["file.name", "note.severity"]);
    view.config = config.asOriginalType__();
    const result = BasesQueryResult.create__(app.app, config, [], []);
    result.setData__(entries);
    view.data = result.asOriginalType__();
    view.load();
    view.onDataUpdated();

    const dots = [...container.querySelectorAll("[data-cell] title")].map((title) => title.textContent);
    expect(dots).toEqual([
      "2024-04-11, Login is down",
      "2024-05-02, Incident-2024-05-02-B",
      "2024-05-02, Incident-2024-05-02-C",
    ]);
    const places = [...container.querySelectorAll("circle")].map(
      (dot) => `${dot.getAttribute("cx")} ${dot.getAttribute("cy")}`,
    );
    expect(new Set(places).size).toBe(3);
    expect([...container.querySelectorAll("tr")].map((row) => row.textContent)).toEqual([
      "Incidentseverity",
      "Login is downseverity of Incident-2024-04-11-A.md",
      "Incident-2024-05-02-Bseverity of Incident-2024-05-02-B.md",
      "Incident-2024-05-02-Cseverity of Incident-2024-05-02-C.md",
      "Otherseverity of Other.md",
    ]);
    container.querySelector("circle")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await app.wait();
    expect(app.tabs()).toEqual(["markdown Incident-2024-04-11-A.md"]);
    await app.write("Incident-2024-04-11-A.md", "---\ntitle: Login is up\nseverity: SEV-1\n---\n");
    expect(container.textContent).toContain("Login is up");
  });

  it("are no reason to stop where bases are off", async () => {
    vi.spyOn(Plugin.prototype, "registerBasesView").mockReturnValue(false);
    const app = await startApp(files);
    await app.run("create-base");
    expect(await app.text("Postmortems.base")).toContain("type: postmortem-incidents");
  });
});
