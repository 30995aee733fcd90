// @vitest-environment jsdom
import type { SettingDefinitionItem } from "obsidian";
import type { PluginSettingTab } from "obsidian-test-mocks/obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../../src/check";
import { readSettings } from "../../src/settings";
import { startApp, type TestApp } from "./app";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2024, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Control {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly validate?: (value: never) => unknown;
}

/** Every control of the tab, on whatever page, by the names that lead to it: `Rules › broken-embed › Severity`. */
function controlsOf(tab: Pick<PluginSettingTab, "getSettingDefinitions">): Map<string, Control> {
  const found = new Map<string, Control>();
  const walk = (items: readonly SettingDefinitionItem[], trail: readonly string[]): void => {
    for (const item of items) {
      if ("control" in item) {
        const { key, type } = item.control;
        const control = { name: item.name, key, type };
        found.set(
          [...trail, item.name].join(" › "),
          item.control.validate === undefined ? control : { ...control, validate: item.control.validate },
        );
      }
      if ("items" in item) walk(item.items, "name" in item ? [...trail, item.name] : trail);
    }
  };
  walk(tab.getSettingDefinitions(), []);
  return found;
}

function open(app: TestApp) {
  const [tab] = app.plugin.settingTabs__;
  if (tab === undefined) throw new Error("no settings");
  const control = (name: string): Control => {
    const found = controlsOf(tab).get(name);
    if (found === undefined) throw new Error(`no setting ${name}`);
    return found;
  };
  return {
    tab,
    control,
    shown: (name: string) => tab.getControlValue(control(name).key),
    enter: async (name: string, value: unknown) => {
      await tab.setControlValue(control(name).key, value);
      await app.wait();
    },
    objection: (name: string, value: unknown): unknown =>
      Reflect.apply(control(name).validate ?? (() => "none"), undefined, [value]),
  };
}

describe("the settings tab", () => {
  it("has a control for every setting and every option of every rule", async () => {
    const { tab } = open(await startApp({}));
    const paths = [...controlsOf(tab).values()].map(({ key }): unknown => JSON.parse(key));
    const has = (path: readonly string[]): boolean =>
      paths.some((other) => JSON.stringify(other) === JSON.stringify(path));
    const missing: string[] = [];
    for (const [key, value] of Object.entries(readSettings({}).settings)) {
      if (["fields", "sections", "rules", "staleDraft", "reviewSteps"].includes(key)) continue;
      if (typeof value === "object" && !Array.isArray(value))
        missing.push(
          ...Object.keys(value).filter((part) => !["mappings", "dueIn"].includes(part) && !has([key, part])),
        );
      else if (!has([key])) missing.push(key);
    }
    for (const { id, defaults } of rules) {
      if (!has(["rules", id, "severity"])) missing.push(id);
      for (const option of Object.keys(defaults))
        if (!has(["rules", id, "options", option])) missing.push(`${id}.${option}`);
    }
    expect(missing).toEqual([]);
    const unnamed = [...controlsOf(tab).values()].filter(({ key, name }) => key.endsWith(`"${name}"]`));
    // Only the time to publish goes by what the team calls a severity.
    expect(unnamed.map(({ key }) => key).filter((key) => !key.startsWith('["staleDraft"'))).toEqual([]);
  });

  it("reads the team's file at the top of the vault over what is stored, and again when it changes", async () => {
    const app = await startApp(
      { "postmortem.config.yml": "timezone: Asia/Tokyo\nrules:\n  broken-link:\n    severity: 'off'\n" },
      { timezone: "Europe/Berlin", severities: ["P1", "P2"] },
    );
    const settings = open(app);
    expect(settings.shown("Time zone")).toBe("Asia/Tokyo");
    expect(settings.shown("Vocabulary › Severities")).toBe("P1\nP2");
    const file = app.app.vault.getFileByPath("postmortem.config.yml");
    if (file === null) throw new Error("the file is not in the vault");
    await app.app.vault.modify(file, "timezone: America/Lima\n");
    await vi.waitFor(() => {
      expect(settings.shown("Time zone")).toBe("America/Lima");
    });
  });

  it("shows what is in force, and stores only what was changed", async () => {
    const app = await startApp({}, { severities: ["P1", "P2"], future: "kept" });
    const settings = open(app);
    expect(settings.shown("Time zone")).toBe("UTC");
    expect(settings.shown("Vocabulary › Severities")).toBe("P1\nP2");
    await settings.enter("Vocabulary › Severities", "P1\n\n P3 \n");
    await settings.enter("Folder", "Incidents");
    expect(app.plugin.data__).toEqual({ severities: ["P1", "P3"], future: "kept", newNote: { folder: "Incidents" } });
  });

  it("says what does not fit, by the settings' own schema", async () => {
    const { objection } = open(await startApp({}));
    expect(objection("Time zone", "Mars/Base")).toMatch(/no time zone/);
    expect(objection("Time zone", "Europe/Berlin")).toBeUndefined();
    expect(objection("Depth of embeds", 0)).toMatch(/1/);
    expect(objection("Vocabulary › Severities", "")).toEqual(expect.any(String));
  });

  it("refuses what cannot work: two equal levels, unknown variables, a template that is not there", async () => {
    const { objection } = open(await startApp({ "Templates/Ours.md": "" }));
    expect(objection("Vocabulary › Severities", "SEV-1\nsev 1")).toBe("Sev 1 stands there twice.");
    expect(objection("Vocabulary › States of a postmortem", "draft\nDraft")).toBe("Draft stands there twice.");
    expect(objection("File name", "Incident-{{dat}}")).toMatch(
      /^\{\{dat\}\} is no variable; did you mean \{\{date\}\}\?/,
    );
    expect(objection("Timeline note", "{{date:YYYY}}/{{title}}")).toBeUndefined();
    expect(objection("Template", "Templates/Other.md")).toBe("There is no note Templates/Other.md in this vault.");
    for (const there of ["", "minor", "Templates/Ours.md", "Ours"])
      expect(objection("Template", there)).toBeUndefined();
  });

  it("speaks plainly: names and descriptions begin with a capital and hold no backtick", async () => {
    const { tab } = open(await startApp({}));
    const said: string[] = [];
    const walk = (items: readonly SettingDefinitionItem[]): void => {
      for (const item of items) {
        if ("name" in item) said.push(...(typeof item.desc === "string" ? [item.desc] : []));
        if ("control" in item || "render" in item) said.push(item.name);
        if ("items" in item) walk(item.items ?? []);
      }
    };
    walk(tab.getSettingDefinitions());
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((words) => words.includes("`") || /^[a-z][a-z]+ /.test(words))).toEqual([]);
  });

  it("sets a rule's severity, and checks again at once", async () => {
    const note = "Incident-2024-04-11-A.md";
    const app = await startApp({ [note]: "---\ntag: postmortem\n---\n" });
    const editor = await app.open(note);
    expect(app.underlined(editor)).toContain("tag | deprecated-property");
    const settings = open(app);
    expect(settings.shown("Rules › deprecated-property › Severity")).toBe("default");
    await settings.enter("Rules › deprecated-property › Severity", "off");
    expect(app.underlined(editor)).not.toContain("tag | deprecated-property");
    expect(app.plugin.data__).toEqual({ rules: { "deprecated-property": { severity: "off" } } });
    await settings.enter("Rules › deprecated-property › Severity", "default");
    expect(app.underlined(editor)).toContain("tag | deprecated-property");
    expect(app.plugin.data__).toEqual({ rules: { "deprecated-property": {} } });
  });

  it("changes a built-in property by storing only the difference", async () => {
    const app = await startApp({});
    const settings = open(app);
    expect(settings.shown("Properties › severity › Required")).toBe("false");
    await settings.enter("Properties › severity › Required", "true");
    await settings.enter("Properties › severity › Required", "published");
    expect(app.plugin.data__).toEqual({ fields: [{ name: "severity", required: "published" }] });
    expect(settings.shown("Properties › severity › Type")).toBe("severity");
    expect(settings.shown("Properties › severity › Required")).toBe("published");
  });

  it("keeps the days of other severities when one is changed", async () => {
    const app = await startApp({});
    const settings = open(app);
    await settings.enter("Vocabulary › Time to publish › SEV-1", 1);
    expect(settings.shown("Vocabulary › Time to publish › Any other severity")).toBe(10);
    expect(settings.shown("Vocabulary › Time to publish › SEV-2")).toBe(5);
    expect(settings.shown("Vocabulary › Time to publish › SEV-1")).toBe(1);
  });

  it("stores what is typed once, and has everything checked once, when nobody types any more", async () => {
    const app = await startApp({ "Incident-2024-04-11-A.md": "" });
    const settings = open(app);
    const saved = vi.spyOn(app.plugin, "saveData");
    const scans = vi.spyOn(app.app.vault, "getFiles");
    for (let length = 1; length <= 8; length++) {
      void settings.tab.setControlValue(settings.control("Folder").key, "Incident".slice(0, length));
      await app.wait(100);
    }
    expect(settings.shown("Folder")).toBe("Incident");
    expect(saved).not.toHaveBeenCalled();
    await app.wait();
    expect(saved).toHaveBeenCalledTimes(1);
    expect(scans).toHaveBeenCalledTimes(1);
    expect(app.plugin.data__).toEqual({ newNote: { folder: "Incident" } });
  });

  it("loses nothing that is being typed when sync brings other settings, and shows both", async () => {
    const app = await startApp({});
    const settings = open(app);
    const update = vi.spyOn(settings.tab, "update").mockImplementation(() => undefined);
    void settings.tab.setControlValue(settings.control("Folder").key, "Mine");
    app.plugin.data__ = { timezone: "Europe/Berlin" };
    app.plugin.onExternalSettingsChange();
    await app.wait();
    expect(app.plugin.data__).toEqual({ timezone: "Europe/Berlin", newNote: { folder: "Mine" } });
    expect(settings.shown("Time zone")).toBe("Europe/Berlin");
    expect(update).toHaveBeenCalled();
  });

  it("keeps what a team's own formats of events have, each by its name", async () => {
    const app = await startApp({}, { import: { mappings: [{ name: "deploybot", time: "at", text: "said" }] } });
    const settings = open(app);
    expect(settings.shown("Own formats › deploybot › Time")).toBe("at");
    expect(settings.shown("Own formats › deploybot › Person")).toBe("");
    await settings.enter("Own formats › deploybot › Person", "by.name");
    await settings.enter("Own formats › deploybot › List", "log.entries");
    expect(app.plugin.data__).toEqual({
      import: {
        mappings: [{ name: "deploybot", time: "at", text: "said", person: "by.name", list: "log.entries" }],
      },
    });
    expect(settings.objection("Own formats › deploybot › Time", "")).toEqual(expect.any(String));
    expect(settings.objection("Own formats › deploybot › Time", "payload.at")).toBeUndefined();
  });

  it("stores what was typed last when the plugin is turned off or the settings are closed", async () => {
    const app = await startApp({});
    const settings = open(app);
    void settings.tab.setControlValue(settings.control("Folder").key, "Mine");
    app.plugin.unload();
    await app.wait(0);
    expect(app.plugin.data__).toEqual({ newNote: { folder: "Mine" } });
  });

  it("has pages of different names, though two sections have one heading", async () => {
    const app = await startApp({}, { sections: [{ id: "more", heading: "Impact" }] });
    const names = [...controlsOf(open(app).tab).keys()].filter((name) => name.endsWith("› Other headings"));
    expect(names).toEqual(
      expect.arrayContaining([
        "Sections › Impact (impact) › Other headings",
        "Sections › Impact (more) › Other headings",
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("follows settings that sync or a person changed on disk", async () => {
    const app = await startApp({});
    app.plugin.data__ = { timezone: "Europe/Berlin" };
    app.plugin.onExternalSettingsChange();
    await app.wait();
    expect(open(app).shown("Time zone")).toBe("Europe/Berlin");
    app.plugin.data__ = { timezone: 7, rules: { nonsense: {} } };
    app.plugin.onExternalSettingsChange();
    await app.wait();
    expect(app.notices).toEqual([expect.stringMatching(/timezone: .*\nrules\.nonsense: /)]);
  });
});
