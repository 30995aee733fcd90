import {
  Modal,
  Setting,
  SettingGroup,
  type App,
  type PluginSettingTab,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
  type SettingDefinitionList,
  type SettingDefinitionPage,
} from "obsidian";
import { PluginSettingTab as MockSettingTab } from "obsidian-test-mocks/obsidian";
import { internal, invoke, patch } from "./patch";

/** The settings window; renders the declarative definitions of a plugin's tab. */
export class SettingsWindow extends Modal {
  constructor(
    app: App,
    private readonly tabs: readonly PluginSettingTab[],
  ) {
    super(app);
    this.setTitle("Settings");
  }

  override onOpen(): void {
    this.modalEl.addClass("mod-settings");
    for (const tab of this.tabs) {
      const el = this.contentEl.createDiv({ cls: "vertical-tab-content" });
      // A tab that declares nothing draws itself.
      if (tab.getSettingDefinitions().length > 0) showTab(tab, el);
      else {
        el.append(tab.containerEl);
        void invoke(tab, "display");
      }
    }
  }

  override onClose(): void {
    for (const tab of this.tabs) tab.hide();
  }
}

function showTab(tab: PluginSettingTab, el: HTMLElement): void {
  const refreshers: (() => void)[] = [];
  const render = (): void => {
    el.empty();
    refreshers.length = 0;
    renderItems(tab, tab.getSettingDefinitions(), el, refreshers);
    refresh();
  };
  const refresh = (): void => {
    for (const update of refreshers) update();
  };
  const plugin: unknown = internal(MockSettingTab.fromOriginalType2__(tab), "plugin__");
  const stored = (): Record<string, unknown> => {
    const settings: unknown = typeof plugin === "object" && plugin !== null ? internal(plugin, "settings") : null;
    return typeof settings === "object" && settings !== null ? Object.fromEntries(Object.entries(settings)) : {};
  };
  patch(tab, { update: render, refreshDomState: refresh });
  const own = Object.getPrototypeOf(tab) as object;
  if (!Object.hasOwn(own, "getControlValue")) patch(tab, { getControlValue: (key) => stored()[key] });
  render();
}

function renderItems(
  tab: PluginSettingTab,
  items: readonly SettingDefinitionItem[],
  el: HTMLElement,
  refreshers: (() => void)[],
): void {
  let loose: SettingGroup | null = null;
  for (const item of items) {
    if (!isGroup(item)) {
      loose ??= new SettingGroup(el);
      renderRow(tab, item, loose, 0, refreshers);
      continue;
    }
    loose = null;
    const group = new SettingGroup(el);
    if (item.heading !== undefined) group.setHeading(item.heading);
    for (const [index, child] of (item.items ?? []).entries()) renderRow(tab, child, group, index, refreshers);
    const add = "addItem" in item ? item.addItem : undefined;
    if (add === undefined) continue;
    group.addSetting((setting) => {
      setting.addButton((button) =>
        button.setButtonText(add.name).onClick(() => {
          add.action(setting.settingEl);
        }),
      );
    });
  }
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
  return "type" in item && (item.type === "group" || item.type === "list");
}

function renderRow(
  tab: PluginSettingTab,
  row: SettingDefinition | SettingDefinitionPage,
  group: SettingGroup,
  index: number,
  refreshers: (() => void)[],
): void {
  group.addSetting((setting) => {
    setting.setName(row.name);
    if (row.desc !== undefined) setting.setDesc(row.desc);
    refreshers.push(() => {
      const visible = typeof row.visible === "function" ? row.visible() : row.visible;
      setting.settingEl.toggle(visible !== false);
    });
    if ("type" in row) {
      const { items } = row;
      if (items === undefined) return;
      setting.addButton((button) =>
        button.setButtonText("Open").onClick(() => {
          const page = setting.settingEl.parentElement?.createDiv({ cls: "setting-page" });
          if (page !== undefined) renderItems(tab, items, page, refreshers);
        }),
      );
    } else if (row.action !== undefined) {
      const { action } = row;
      setting.addButton((button) =>
        button.setButtonText(row.name).onClick(() => {
          action(setting.settingEl, index);
        }),
      );
    } else if (row.render !== undefined) row.render(setting, group);
    else if (row.control !== undefined) renderControl(tab, setting, row.control);
  });
}

function renderControl(tab: PluginSettingTab, setting: Setting, control: SettingControl): void {
  const current = tab.getControlValue(control.key) ?? control.defaultValue;
  const text = typeof current === "string" ? current : typeof current === "number" ? String(current) : "";
  const label = setting.nameEl.textContent;
  const write = async (value: string | number | boolean): Promise<void> => {
    const problem = control.validate === undefined ? undefined : await invoke(control, "validate", value);
    setting.setErrorMessage(typeof problem === "string" ? problem : null);
    if (typeof problem !== "string") await tab.setControlValue(control.key, value);
  };
  switch (control.type) {
    case "toggle":
      setting.addToggle((toggle) => {
        toggle.toggleEl.setAttribute("aria-label", label);
        toggle.setValue(current === true).onChange((value) => void write(value));
      });
      break;
    case "dropdown":
      setting.addDropdown((dropdown) => {
        dropdown.selectEl.setAttribute("aria-label", label);
        dropdown.addOptions(control.options);
        dropdown.setValue(text).onChange((value) => void write(value));
      });
      break;
    case "textarea":
      setting.addTextArea((area) => {
        area.inputEl.setAttribute("aria-label", label);
        area
          .setPlaceholder(control.placeholder ?? "")
          .setValue(text)
          .onChange((value) => void write(value));
      });
      break;
    case "slider":
      setting.addSlider((slider) => {
        slider.sliderEl.setAttribute("aria-label", label);
        slider.setValue(Number(text)).onChange((value) => void write(value));
      });
      break;
    default:
      setting.addText((input) => {
        input.inputEl.setAttribute("aria-label", label);
        if ("placeholder" in control && typeof control.placeholder === "string")
          input.setPlaceholder(control.placeholder);
        if (control.type === "number") input.inputEl.type = "number";
        input.setValue(text).onChange((value) => void write(control.type === "number" ? Number(value) : value));
      });
  }
}
