// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Menu, Platform, type MenuItem } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 15, 9) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.empty();
});

const path = "Postmortems/Incident-2024-04-11-API.md";
const files = {
  [path]: "---\ntitle: API\ndate: 2024-04-11\ntag: postmortem\n---\n\n# API\n\n## Timeline\n\n- 06:12 UTC Deploy\n",
  "Shopping.md": "milk",
};

interface Offered {
  readonly titles: readonly string[];
  choose(title: string): Promise<void>;
}

function offered(app: TestApp, event: "file-menu" | "editor-menu", ...subject: readonly unknown[]): Offered {
  const menu = Menu.create2__();
  app.app.workspace.trigger(event, menu, ...subject);
  const items = menu.items__.filter((item): item is MenuItem => "title__" in item);
  const titleOf = (item: MenuItem): string =>
    typeof item.title__ === "string" ? item.title__ : item.title__.textContent;
  return {
    titles: items.map(titleOf),
    choose: async (title) => {
      items.find((item) => titleOf(item) === title)?.onClick__?.(new MouseEvent("click"));
      await app.wait();
    },
  };
}

const fileMenu = (app: TestApp, name: string): Offered =>
  offered(app, "file-menu", app.app.vault.getAbstractFileByPath(name), "file-explorer");

function editorMenu(app: TestApp): Offered {
  const view: unknown = app.app.workspace.activeLeaf?.view;
  if (typeof view !== "object" || view === null) throw new Error("no note is open");
  return offered(app, "editor-menu", Reflect.get(view, "editor"), view);
}

describe("the commands", () => {
  it("are those that README, guides and notes name", async () => {
    const { plugin } = await startApp({});
    const commands = [...plugin.commands__.values()].map(({ name }) => name.replace(/…$/, ""));
    const root = join(import.meta.dirname, "../..");
    const pages = ["README.md", "docs", "examples/vault"].flatMap((place) =>
      place.endsWith(".md")
        ? [place]
        : readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
            .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
            .map((name) => join(place, name)),
    );
    const named = pages.flatMap((page) =>
      [...readFileSync(join(root, page), "utf8").matchAll(/Incident Postmortems: ([^|*\n]+?)(?= \||\*|$)/gm)].flatMap(
        ([, names = ""]) => names.replace(/…$/, "").split(", "),
      ),
    );
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(25);
  });
});

describe("the menus", () => {
  it("of a postmortem offer to check it and to move it on; nothing for other notes", async () => {
    const app = await startApp(files);
    const menu = fileMenu(app, path);
    expect(menu.titles).toEqual(["Check this postmortem", "Move to review", "Publish", "Show incident"]);
    expect(fileMenu(app, "Shopping.md").titles).toEqual([]);
    await menu.choose("Check this postmortem");
    expect(app.notices[0]).toContain("Incident-2024-04-11-API: ");
    await menu.choose("Publish");
    expect(document.querySelector(".postmortem-review-note")?.textContent).toBe(
      "Incident-2024-04-11-API: draft → published",
    );
  });

  it("change a note that is not open on disk", async () => {
    const app = await startApp(files);
    await fileMenu(app, path).choose("Move to review");
    document.querySelector<HTMLElement>('.postmortem-review input[type="checkbox"]')?.click();
    document.querySelector("form")?.requestSubmit();
    await app.wait();
    expect(await app.text(path)).toBe(files[path].replace("tag: postmortem\n", "tag: postmortem\nstatus: in review\n"));
  });

  it("of a folder start a postmortem there", async () => {
    const app = await startApp(files);
    await fileMenu(app, "Postmortems").choose("New postmortem here");
    const title = document.querySelector('[aria-label="Title"]');
    if (!(title instanceof HTMLInputElement)) throw new Error("no form");
    title.value = "Search";
    title.dispatchEvent(new Event("input"));
    expect(document.querySelector(".postmortem-new-path")?.textContent).toContain(
      "Creates Postmortems/Incident-2024-04-15-Search.md",
    );
  });

  it("of an editor offer what applies", async () => {
    const app = await startApp(files);
    const editor = await app.open(path);
    const menu = editorMenu(app);
    expect(menu.titles).toEqual(
      expect.arrayContaining(["Fix problem on this line", "Insert timeline event", "Insert timeline chart"]),
    );
    editor.dispatch({ selection: { anchor: editor.state.doc.toString().indexOf("tag:") } });
    await menu.choose("Fix problem on this line");
    expect(editor.state.doc.toString()).toContain("tags: [postmortem]");
    await app.open("Shopping.md");
    expect(editorMenu(app).titles).toEqual([]);
  });

  it("of the note that holds a timeline offer to add to it", async () => {
    const app = await startApp({
      ...files,
      [path]: files[path].replace("- 06:12 UTC Deploy", "![[Log#Events]]"),
      "Log.md": "## Events\n\n- 06:12 UTC Deploy\n",
    });
    await app.open("Log.md");
    expect(editorMenu(app).titles).toEqual(["Insert timeline event", "Import timeline events", "Sort timeline"]);
    void editorMenu(app).choose("Insert timeline event");
    await app.wait();
    const what = document.querySelector('[aria-label="What happened"]');
    if (!(what instanceof HTMLInputElement)) throw new Error("nothing is asked");
    what.value = "Traffic is back";
    // The second time says that this day is meant.
    for (let times = 0; times < 2; times++) {
      document.querySelector("form")?.requestSubmit();
      await app.wait();
    }
    expect(app.frontEditor().state.doc.toString()).toMatch(/Deploy\n- .*Traffic is back\n$/);
  });

  it("are gone with the plugin", async () => {
    const app = await startApp(files);
    app.plugin.unload();
    expect(fileMenu(app, path).titles).toEqual([]);
  });
});

describe("on a phone", () => {
  beforeEach(() => {
    vi.spyOn(Platform, "isMobile", "get").mockReturnValue(true);
    vi.spyOn(Platform, "isDesktop", "get").mockReturnValue(false);
  });

  it("checks, fixes, starts and moves postmortems by commands alone", async () => {
    const app = await startApp(files);
    const editor = await app.open(path);
    await app.run("check");
    expect(app.notices[0]).toContain("Incident-2024-04-11-API: ");
    await app.run("next-problem");
    await app.run("fix-all");
    expect(editor.state.doc.toString()).toContain("tags: [postmortem]");
    await app.run("publish");
    expect(document.querySelector(".postmortem-review")).not.toBeNull();
    expect(fileMenu(app, path).titles).toContain("Publish");
  });
});
